"""Text from another program before it is taken: what was pasted, what it would become, what was not understood."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
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
from journeymapper.desktop.canvas.layout import MapLayout
from journeymapper.desktop.dialogs.latest import Latest
from journeymapper.desktop.entry.known import known_names
from journeymapper.desktop.entry.preview import EntryPreview
from journeymapper.desktop.entry.reading import Understood, draw, drawing, is_large, select_last, understood
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.large_edit import LargeEdit
from journeymapper.desktop.progress import ThinProgress
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

RESTS_MS = 150
LETTERS_WIDE, LINES_HIGH = 110, 28
NAME = Message("Paste")


class PasteDialog(QDialog):
    """The text can still be changed; taking it is one step of undo.

    A large text is read and drawn in jobs; Cancel stops the drawing first, then it closes the dialog.
    """

    def __init__(
        self, session: Session, jobs: Jobs, asking: Asking, layout: MapLayout, pasted: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._asking = asking
        self._found = Understood()
        text = session.view.language.text
        self.setObjectName("paste-dialog")
        self.setWindowTitle(text("Paste into the map"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QPlainTextEdit(pasted)
        self._text.setObjectName("pasted-text")
        self._text.setAccessibleName(text("What was pasted"))
        self._text.setTabStopDistance(self.fontMetrics().averageCharWidth() * 4.0)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._preview = EntryPreview(session.view.language)
        self._take = QPushButton(text("Add to the map"))
        self._cancel = QPushButton(text("Cancel"))
        self._progress = ThinProgress(text("Reading and adding"))
        self._state = plain_label("", "quiet")
        self._state.setObjectName("state")
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(RESTS_MS)
        self._reading = Latest(jobs, self)
        self._drawing = LargeEdit(session, jobs, layout, self)
        self._build()
        self._join()
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
        self._cancel.setObjectName("cancel")
        buttons = QDialogButtonBox()
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._draw)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(
            plain_label(text("A line is a touchpoint; “Stage > touchpoint @channel *” names more."), "quiet")
        )
        rows.addWidget(sides, 1)
        for part in (self._state, self._progress, buttons):
            rows.addWidget(part)
        self.resize(metrics.averageCharWidth() * LETTERS_WIDE, metrics.lineSpacing() * LINES_HIGH)

    def _join(self) -> None:
        self._rests.timeout.connect(self._read)
        self._text.textChanged.connect(self._changed)
        self._reading.finished.connect(self._show)
        self._reading.failed.connect(lambda message: self._show(Understood(refusal=message)))
        self._drawing.progressed.connect(self._progress.show_share)
        self._drawing.busy_changed.connect(self._refresh)
        self._drawing.refused.connect(self._refuse)
        self._drawing.taken.connect(self._taken)
        self.finished.connect(self._reading.stop)

    # reading

    def _changed(self) -> None:
        self._rests.start()
        self._refresh()

    def _read(self) -> None:
        self._rests.stop()
        words, source = self._text.toPlainText(), self._session.view.language.text("Pasted text")
        if is_large(self._text.document()):
            self._reading.start(lambda _job: understood(words, source), at_once=True)
            self._refresh()
        else:
            self._reading.stop()
            self._show(understood(words, source))

    def _show(self, found: Understood) -> None:
        self._found = found
        self._preview.show_text(found, known_names(self._session))
        self._refresh()

    def _refresh(self) -> None:
        """The buttons and the bar follow what goes on; a large text is not taken before all of it is read."""
        language, drawing_now = self._session.view.language, self._drawing.busy
        unread = self._reading.busy or (self._rests.isActive() and is_large(self._text.document()))
        counts = "" if unread else self._preview.counts(self._found)
        self._take.setText(language.text("Add {counts}", counts=counts) if counts else language.text("Add to the map"))
        self._take.setEnabled(not (self._found.empty or unread or drawing_now))
        self._text.setReadOnly(drawing_now)
        self._progress.show_busy(unread or drawing_now)
        self._state.setText(language.text("Adding to the map…") if drawing_now else "")

    # taking

    def _draw(self) -> None:
        if self._rests.isActive():
            self._read()
        try:
            if is_large(self._text.document()):
                self._drawing.start(NAME, drawing(self._session, self._found))
                self._cancel.setFocus()
                return
            draw(self._session, self._found, NAME)
        except Refusal as refusal:
            self._refuse(refusal.message)
            return
        self.accept()

    def _taken(self, before: Project) -> None:
        select_last(self._session, before)
        self.accept()

    def _refuse(self, message: Message) -> None:
        language = self._session.view.language
        self._asking.tell(language.text("Not pasted"), language.message(message))
        self._take.setFocus()

    def reject(self) -> None:
        """Cancel: a drawing that is going on first, then the dialog."""
        if self._drawing.busy:
            self._drawing.stop()
            self._state.setText(self._session.view.language.text("Stopped; nothing was added."))
            self._take.setFocus()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing goes on without the dialog."""
        self._drawing.stop()
        super().closeEvent(event)
