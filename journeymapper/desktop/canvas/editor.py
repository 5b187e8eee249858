"""Text edited where it stands: a real text field over the map, so that input methods and screen readers work."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
LANE_ENDS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
EDGE = 4
STAYS = (Qt.FocusReason.PopupFocusReason,)
"""Whoever opens the field's own menu goes on typing."""


class NameEditor(QPlainTextEdit):
    """Edits one text. Enter or leaving it takes the text, Esc leaves it as it was.

    A name has one line and is never empty, but where it is `optional`; `free` text may have several, by Shift+Enter, or
    none. `followed` is told
    the key that ended it, Enter, Tab or in free text Ctrl with an arrow, once the text is taken; `dropped` that a new
    name stayed empty.
    """

    def __init__(
        self,
        name: str,
        words: str,
        taken: Callable[[str], bool],
        parent: QWidget,
        *,
        free: bool = False,
        optional: bool = False,
    ) -> None:
        super().__init__(parent)
        self._taken = taken
        self._before = name
        self._free = free
        self._may_be_empty = free or optional
        self.followed: Callable[[Qt.Key], None] = lambda _key: None
        self.dropped: Callable[[], None] = lambda: None
        self._done = False
        self.setObjectName("name-editor")
        self.setAccessibleName(words)
        self.setPlainText(name)
        self.selectAll()
        if not free:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.installEventFilter(self)

    @property
    def done(self) -> bool:
        """Whether the text was taken or left; the field itself may be gone by then."""
        return self._done

    def open_over(self, box: QRectF) -> None:
        """Show the field over a part of the map, in the widget, large enough to type in; a name hides no figures."""
        line = self.fontMetrics().lineSpacing()
        height = max(box.height(), 4.4 * line) if self._free else min(max(box.height(), 2.4 * line), 4.4 * line)
        place = QRectF(box.x(), box.y(), max(box.width(), 150.0), height)
        parent = self.parentWidget()
        if parent is not None:
            right, bottom = parent.width() - EDGE - place.width(), parent.height() - EDGE - place.height()
            place.moveTo(max(EDGE, min(place.x(), right)), max(EDGE, min(place.y(), bottom)))
        self.setGeometry(place.toAlignedRect())
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, *, take: bool, stays: bool = False) -> bool:
        """End once; take the text if it changed. Whether the element has the text for its name now.

        A text that cannot be taken is lost, unless the field `stays` for it to be mended.
        """
        if self._done:
            return False
        self._done = True
        text = self._text()
        given = bool(text) or self._may_be_empty
        taken = take and given and (text == self._before or self._taken(text))
        if stays and take and given and not taken:
            self._done = False
            return False
        self._leave()
        if not (take and given):
            self.dropped()
        return taken

    def _leave(self) -> None:
        parent = self.parentWidget()
        if parent is not None and self.hasFocus():
            parent.setFocus()
        self.hide()
        self.deleteLater()

    def _text(self) -> str:
        lines = [" ".join(line.split()) for line in self.toPlainText().split("\n")]
        return "\n".join(lines).strip() if self._free else " ".join(" ".join(lines).split())

    def begin_with(self, text: str) -> None:
        """Write this instead of the name, the caret behind it."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter ends; Shift+Enter adds a line where there can be several."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._ends(event):
                if self.finish(take=True, stays=True):
                    self.followed(Qt.Key(event.key()))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.finish(take=False)
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in STAYS and not self._done:
            self.finish(take=True)
        return False

    def _ends(self, event: QKeyEvent) -> bool:
        if event.key() in LANE_ENDS:
            return self._free and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return event.key() in ENDS and not self._adds_line(event)

    def _adds_line(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return self._free and enter and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
