"""Text edited where it stands: a real text field over the card, so that input methods and screen readers work."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class NameEditor(QPlainTextEdit):
    """Edits one name. Enter or leaving it takes the text, Esc leaves the name as it was."""

    def __init__(self, name: str, words: str, taken: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._taken = taken
        self._before = name
        self._done = False
        self.setObjectName("name-editor")
        self.setAccessibleName(words)
        self.setPlainText(name)
        self.selectAll()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.installEventFilter(self)

    def open_over(self, box: QRectF) -> None:
        """Show the field over a part of the map, never smaller than can be typed in."""
        height = max(box.height(), self.fontMetrics().lineSpacing() * 2.4)
        self.setGeometry(QRectF(box.x(), box.y(), max(box.width(), 150.0), height).toAlignedRect())
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, *, take: bool) -> None:
        """End once; take the text if it changed."""
        if self._done:
            return
        self._done = True
        text = " ".join(self.toPlainText().split())
        parent = self.parentWidget()
        if parent is not None and self.hasFocus():
            parent.setFocus()
        self.hide()
        self.deleteLater()
        if take and text and text != self._before:
            self._taken(text)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter ends, Shift+Enter does not add a line: names have one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.finish(take=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.finish(take=False)
                return True
        elif event.type() == QEvent.Type.FocusOut and not self._done:
            self.finish(take=True)
        return False
