"""The line at the foot of the map that is faster than cards: `Stage > touchpoint @channel *`, or many lines at once."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from journeymapper.desktop.entry.known import known_names
from journeymapper.desktop.entry.preview import EntryPreview
from journeymapper.desktop.entry.reading import Understood, draw, is_large, understood
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message, Refusal

MOST_LINES, MOST_ROWS = 6, 8
HINT = Message(
    "> stage, @ channel, * moment of truth, ? only for some. Enter adds, Shift+Enter a new line, Esc closes."
)
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuickEntry(QFrame):
    """Enter adds what is typed and waits for more, Shift+Enter begins another line, Esc goes back to the map.

    So much that reading it would hold the keys up is not read here: Enter asks others to show and take it.
    """

    opened = Signal()
    closed = Signal()
    much_entered = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found = Understood()
        text = session.view.language.text
        self.setObjectName("quick-entry")
        self.setProperty("look", "bar")
        self._text = QPlainTextEdit()
        self._text.setObjectName("quick-entry-text")
        self._text.setAccessibleName(text("Quick entry"))
        self._text.setPlaceholderText(text("Stage > touchpoint @channel *"))
        self._text.setTabChangesFocus(False)
        self._text.textChanged.connect(self._read)
        self._text.installEventFilter(self)
        self._preview = EntryPreview(session.view.language)
        self._hint = plain_label("", "quiet")
        self._hint.setWordWrap(True)  # a long sentence widens no small window
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 6, 12, 6)
        rows.addWidget(self._preview)
        rows.addWidget(self._text)
        rows.addWidget(self._hint)
        self._read()
        self.hide()

    def open(self) -> None:
        """Show the line, ready to type."""
        self.opened.emit()
        self.show()
        self._text.setFocus()

    def close_line(self) -> None:
        """Hide the line and give the keyboard back; what was typed waits there."""
        self.hide()
        self.closed.emit()

    def add(self) -> None:
        """Make what is shown; a refusal is told below and keeps the text."""
        if is_large(self._text.document()) and not self._session.read_only:
            self.much_entered.emit(self._text.toPlainText())
        if self._found.empty or self._session.read_only:
            return
        try:
            draw(self._session, self._found, Message("Quick entry"))
        except Refusal as refusal:
            self._show(Understood(self._found.reading, refusal.message))
            return
        self._text.clear()

    def clear(self) -> None:
        """Forget what was typed: somebody has taken it."""
        self._text.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc are not for the text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTERS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.add()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_line()
                return True
        return super().eventFilter(watched, event)

    def _read(self) -> None:
        text, document = self._session.view.language.text, self._text.document()
        if is_large(document):
            self._show(Understood())
            self._hint.setText(text("Enter shows what so much text becomes, before it is added. Esc closes."))
            return
        self._show(understood(self._text.toPlainText(), text("Quick entry")))
        self._hint.setText(self._session.view.language.message(HINT))

    def _show(self, found: Understood) -> None:
        self._found = found
        self._preview.show_text(found, known_names(self._session))
        self._preview.tree.setFixedHeight(self._preview.height_for(found, MOST_ROWS))
        self._preview.setVisible(not found.empty or found.refusal is not None)
        lines = min(max(self._text.document().blockCount(), 1), MOST_LINES)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * lines + 20)
