"""Fields that are typed: checked at every key, taken over on Enter, on leaving and after a pause."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from journeymapper.desktop.inspector import reading
from journeymapper.desktop.inspector.editors.editor import Editor
from journeymapper.desktop.inspector.form import Field, Kind
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.inspector.target_lines import (
    read_benchmarks,
    read_targets,
    write_benchmarks,
    write_targets,
)
from journeymapper.language.language import Language
from journeymapper.model.journey import StaffBehaviour
from journeymapper.model.messages import Refusal

PAUSE_MS = 2500
LEAST_LINES, MOST_LINES = 2, 12
PADDING = 2
Read = Callable[[Language, str], object]
Write = Callable[[Language, object], str]


class LongText(QPlainTextEdit):
    """A text of several lines, as high as it needs; Tab goes on, Ctrl+Enter is done."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """As high as the text, within limits."""
        lines = min(MOST_LINES, max(LEAST_LINES, int(self.document().size().height())))
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * int(self.document().documentMargin()) + PADDING
        height = lines * self.fontMetrics().lineSpacing() + around
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter takes the text over."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes the text over; a context menu is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()


class TypedEditor(Editor):
    """A line or a long text; `read` refuses what it cannot read, `write` gives the text of a value."""

    def __init__(self, field: Field, subject: Subject, control: QLineEdit | LongText) -> None:
        super().__init__(field, subject, control)
        self._control = control
        self._read, self._write = READING[field.kind]
        self._known = ""
        self._quietly = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._take_quietly)
        control.installEventFilter(self)
        if isinstance(control, QLineEdit):
            control.textEdited.connect(self._typed)
            control.editingFinished.connect(self.commit)
        else:
            control.textChanged.connect(self._typed)
            control.finished.connect(self.commit)
        self.refresh()

    @property
    def text(self) -> str:
        """What stands in the control."""
        control = self._control
        return control.text() if isinstance(control, QLineEdit) else control.toPlainText()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that the document does not have."""
        return self.text != self._known

    def refresh(self) -> None:
        """Show the document's value with the cursor where it was."""
        if self.dirty or self._quietly:
            return
        mixed = self.mixed
        self._control.setPlaceholderText(mixed)
        text = "" if mixed else self._write(self.subject.language, self.subject.value(self.field.name))
        if text != self.text:
            self._put(text)
        self._known = self.text

    def commit(self) -> None:
        """One step of undo, if there is anything to take over."""
        self._pause.stop()
        if not self.dirty:
            self.refresh()
            return
        typed, before = self.text, self._known
        try:
            value = self._value(typed)
        except Refusal as refusal:
            self.say(self.subject.language.message(refusal.message))
            return
        self._known = typed
        if self.give(value):
            self.refresh()
        else:
            self._known = before

    def forget(self) -> None:
        """Back to what the document has."""
        self._pause.stop()
        self._known = self.text
        self.refresh()

    def set_read_only(self, read_only: bool) -> None:
        """Text that can only be looked at can still be copied."""
        self._control.setReadOnly(read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape takes back what was typed."""
        pressed = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if pressed == Qt.Key.Key_Escape and self.dirty:
            self.forget()
            self.say("")
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if not self.dirty:
            self.say("")
            return
        try:
            reason = self.subject.refusal(self.field, self._value(self.text))
        except Refusal as refusal:
            reason = self.subject.language.message(refusal.message)
        self.say(reason)
        if not reason and self.field.kind in ("line", "text"):
            self._pause.start(PAUSE_MS)

    def _take_quietly(self) -> None:
        """After a pause, so that no crash costs more; the text under the cursor stays as it was typed."""
        self._quietly = True
        self.commit()
        self._quietly = False

    def _value(self, text: str) -> object:
        value = self._read(self.subject.language, text)
        if value is None and self.field.required:
            raise Refusal("A number is needed here.")
        return value

    def _put(self, text: str) -> None:
        control = self._control
        blocked = control.blockSignals(True)
        if isinstance(control, QLineEdit):
            place = control.cursorPosition()
            control.setText(text)
            control.setCursorPosition(min(place, len(text)) if control.hasFocus() else 0)
        else:
            _put_long(control, text)
        control.blockSignals(blocked)


def _put_long(control: LongText, text: str) -> None:
    place = control.textCursor().position()
    control.setPlainText(text)
    cursor = control.textCursor()
    cursor.setPosition(min(place, max(0, control.document().characterCount() - 1)), QTextCursor.MoveMode.MoveAnchor)
    control.setTextCursor(cursor)
    control.fit()


def _as_typed(_language: Language, text: str) -> object:
    return text


def _as_kept(_language: Language, value: object) -> str:
    return str(value or "")


def _read_lines(_language: Language, text: str) -> object:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _write_lines(_language: Language, value: object) -> str:
    return "\n".join(map(str, value)) if isinstance(value, tuple) else ""


def _read_staff(_language: Language, text: str) -> object:
    """Each line is a role and, after the first colon, what is expected of it."""
    parts = (line.partition(":") for line in text.splitlines() if line.strip())
    return tuple(
        StaffBehaviour(role.strip(), words.strip()) if colon else StaffBehaviour("", role.strip())
        for role, colon, words in parts
    )


def _write_staff(_language: Language, value: object) -> str:
    found = [each for each in value if isinstance(each, StaffBehaviour)] if isinstance(value, tuple) else []
    return "\n".join(f"{each.role}: {each.text}" if each.role or ":" in each.text else each.text for each in found)


def _read_date(_language: Language, text: str) -> object:
    return reading.read_date(text)


READING: dict[Kind, tuple[Read, Callable[..., str]]] = {
    "line": (_as_typed, _as_kept),
    "text": (_as_typed, _as_kept),
    "lines": (_read_lines, _write_lines),
    "staff": (_read_staff, _write_staff),
    "targets": (read_targets, write_targets),
    "benchmarks": (read_benchmarks, write_benchmarks),
    "number": (reading.read_number, reading.written_number),
    "whole": (reading.read_whole, reading.written_number),
    "share": (reading.read_share, reading.written_share),
    "date": (_read_date, reading.written_date),
}
