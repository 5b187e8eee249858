"""Text from another program before it is taken: what was pasted, what it would become, what was not understood."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.entry.known import known_stages
from journeymapper.desktop.entry.preview import EntryPreview
from journeymapper.desktop.entry.reading import Understood, draw, understood
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message, Refusal

RESTS_MS = 150
LETTERS_WIDE, LINES_HIGH = 110, 28


class PasteDialog(QDialog):
    """The text can still be changed; taking it is one step of undo."""

    def __init__(self, session: Session, asking: Asking, pasted: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asking = asking
        self._found = Understood()
        text = session.view.language.text
        self.setObjectName("paste-dialog")
        self.setWindowTitle(text("Paste into the map"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QPlainTextEdit()
        self._text.setObjectName("pasted-text")
        self._text.setAccessibleName(text("What was pasted"))
        self._text.setTabStopDistance(self.fontMetrics().averageCharWidth() * 4.0)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._preview = EntryPreview(session.view.language)
        self._take = QPushButton(text("Add to the map"))
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(RESTS_MS)
        self._rests.timeout.connect(self._read)
        self._build()
        self._text.setPlainText(pasted)
        self._text.textChanged.connect(self._rests.start)
        self._read()
        self._take.setFocus()

    def _build(self) -> None:
        text, metrics = self._session.view.language.text, self.fontMetrics()
        sides = QSplitter(Qt.Orientation.Horizontal)
        for caption, widget in ((text("What was pasted"), self._text), (text("What will be made"), self._preview)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(plain_label(caption, "caption"))
            column.addWidget(widget, 1)
            sides.addWidget(side)
        self._take.setObjectName("take-pasted")
        self._take.setProperty("look", "primary")
        self._take.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(text("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._draw)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(
            plain_label(text("A line is a touchpoint; “Stage > touchpoint @channel *” names more."), "quiet")
        )
        rows.addWidget(sides, 1)
        rows.addWidget(buttons)
        self.resize(metrics.averageCharWidth() * LETTERS_WIDE, metrics.lineSpacing() * LINES_HIGH)

    def _read(self) -> None:
        self._rests.stop()
        language = self._session.view.language
        self._found = understood(self._text.toPlainText(), language.text("Pasted text"))
        self._preview.show_text(self._found, known_stages(self._session))
        counts = self._preview.counts(self._found)
        self._take.setEnabled(not self._found.empty)
        self._take.setText(language.text("Add {counts}", counts=counts) if counts else language.text("Add to the map"))

    def _draw(self) -> None:
        if self._rests.isActive():
            self._read()
        try:
            draw(self._session, self._found, Message("Paste"))
        except Refusal as refusal:
            language = self._session.view.language
            self._asking.tell(language.text("Not pasted"), language.message(refusal.message))
            return
        self.accept()
