"""The export dialog: the report as it will be printed, saved as the very bytes that are shown."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.scoring import newest_wave
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.dialogs.export_dialog.drafts import Draft, build
from journeymapper.desktop.dialogs.export_dialog.preview import Preview
from journeymapper.desktop.dialogs.export_dialog.printing import AskPrinter, Printing, ask_printer, set_page
from journeymapper.desktop.dialogs.latest import Latest
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.session import Session
from journeymapper.language.language import language
from journeymapper.model.messages import Message, Refusal
from journeymapper.report.order import Order
from journeymapper.storage.atomic import write_atomically

CHOOSING = 200
MOST_SIGNS = 12
SIZE = (1240, 860)


class ExportDialog(QDialog):
    """Options at the left, the pages at the right; what is saved is what is shown."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        asking: Asking,
        preferences: PreferencesFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._asking = asking
        self._preferences = preferences
        self._language = session.view.language
        self._draft: Draft | None = None
        self._saved: Path | None = None
        self.ask_printer: AskPrinter = ask_printer(self._language, self)
        self._building = Latest(jobs, self, CHOOSING)
        self._building.finished.connect(self._show_draft)
        self._building.failed.connect(self._refuse)
        self._building.busy_changed.connect(self._refresh)
        self._printing = Printing(jobs, self)
        self._printing.progressed.connect(self._show_printed)
        self._printing.finished.connect(self._printed)
        self._printing.failed.connect(self._refuse_printing)
        self.preview = Preview(self._language, jobs)
        self.preview.failed.connect(self._refuse)
        self._make_options()
        self._make_state()
        self._lay_out()
        self.finished.connect(self._leave)

    def open(self) -> None:
        """Show the dialog and begin with the preview."""
        self._build()
        super().open()

    @property
    def draft(self) -> Draft | None:
        """What is shown and can be saved; None while it is being made."""
        return self._draft

    # putting together

    def _make_options(self) -> None:
        text, project = self._language.text, self._session.project
        self._page = _box("page", text("Page"), {"A3": "A3", "A4": "A4"}, self._preferences.value.page)
        languages = {"en": text("English"), "fi": text("Finnish")}
        self._report_language = _box("report-language", text("Language of the report"), languages, project.language)
        self._day = QDateEdit()
        self._day.setObjectName("report-date")
        self._day.setAccessibleName(text("Date of the report"))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("d.M.yyyy" if self._language.code == "fi" else "d MMM yyyy")
        today = date.today()  # noqa: DTZ011 - the reader's day
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._page.currentIndexChanged.connect(self._build)
        self._report_language.currentIndexChanged.connect(self._build)
        self._day.dateChanged.connect(self._build)

    def _make_state(self) -> None:
        text = self._language.text
        self._progress = QProgressBar()
        self._progress.setObjectName("progress")
        self._progress.setAccessibleName(text("Making the report"))
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(8)
        self._progress.hide()
        self._state = plain_label("", "quiet")
        self._state.setObjectName("state")
        self._state.setWordWrap(True)
        self._error = plain_label("", "error")
        self._error.setObjectName("error")
        self._error.setWordWrap(True)
        self._save = self._button("save-pdf", text("Save as PDF…"), self._save_pdf)
        self._save.setProperty("look", "primary")
        self._print = self._button("print", text("Print…"), self._start_printing)
        self._folder = self._button("show-folder", text("Show in folder"), self._show_folder)
        self._folder.hide()
        self._close = self._button("close", text("Close"), self.reject)

    def _lay_out(self) -> None:
        text = self._language.text
        self.setWindowTitle(text("Export report"))
        self.setObjectName("export-dialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setSizeGripEnabled(True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(text("Page"), self._page)
        form.addRow(text("Language of the report"), self._report_language)
        form.addRow(text("Date of the report"), self._day)
        side = QVBoxLayout()
        side.addWidget(plain_label(text("The report"), "heading"))
        side.addLayout(form)
        side.addWidget(self._about())
        side.addStretch(1)
        for widget in (self._progress, self._state, self._error, self._folder, self._save, self._print, self._close):
            side.addWidget(widget)
        holder = QWidget()
        holder.setLayout(side)
        holder.setMaximumWidth(self.fontMetrics().averageCharWidth() * 36)
        row = QHBoxLayout(self)
        row.addWidget(holder)
        row.addWidget(self.preview, 1)
        room = self.screen().availableSize() * 0.92
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))

    def _about(self) -> QWidget:
        text = self._language.text
        wave = newest_wave(self._session.project, self._session.tallies)
        pages = text("The annotated map, the gaps, the measurement plan, and where every figure comes from.")
        about = f"{pages}\n\n{text('Results of the wave {wave}.', wave=wave)}" if wave else pages
        label = plain_label(about, "quiet")
        label.setWordWrap(True)
        return label

    def _button(self, name: str, words: str, handler: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: handler())
        return button

    # the preview

    def _order(self) -> Order:
        day = self._day.date()
        code = str(self._report_language.currentData())
        return Order(
            language=language(code),
            date=date(day.year(), day.month(), day.day()),
            page=str(self._page.currentData()),
        )

    def _build(self) -> None:
        """Make the report anew as it is wanted now; what is shown until then can no longer be saved."""
        project, tallies, order = self._session.project, dict(self._session.tallies), self._order()
        attachments = dict(self._session.attachments)
        self._draft = None
        self._say("")
        self._building.start(
            lambda job: build(project, tallies, attachments, order, lambda: job.report(0.0)),
            at_once=not self.isVisible(),
        )

    def _show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self.preview.show_draft(draft)
        pages = self._language.plural("{n} page", "{n} pages", len(draft.sizes))
        self._say(pages, error=self._lacking(draft))
        self._refresh()

    def _lacking(self, draft: Draft) -> str:
        """A sentence about characters that come out as □; empty where there are none."""
        if not draft.missing:
            return ""
        signs = " ".join(draft.missing[:MOST_SIGNS]) + (" …" if len(draft.missing) > MOST_SIGNS else "")
        return self._language.text("The font lacks {signs}; an empty box is printed instead.", signs=signs)

    def _refuse(self, message: Message) -> None:
        self._draft = None
        self.preview.show_draft(None)
        self._say("", error=self._language.message(message))
        self._refresh()

    def _say(self, words: str, *, error: str = "") -> None:
        self._state.setText(words)
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self._folder.hide()

    def _refresh(self) -> None:
        busy = self._building.busy
        self._progress.setVisible(busy or self._printing.busy)
        if busy:
            self._progress.setRange(0, 0)
        ready = self._draft is not None and not busy and not self._printing.busy
        self._save.setEnabled(ready)
        self._print.setEnabled(ready)
        text = self._language.text
        self._close.setText(text("Stop printing") if self._printing.busy else text("Close"))

    # saving and printing

    def _save_pdf(self) -> None:
        draft, text = self._draft, self._language.text
        if draft is None:
            return
        folder = self._preferences.value.export_folder
        suggested = Path(folder) / f"{_file_name(self._session.project.name)}.pdf"
        path = self._asking.save_path(text("Save as PDF"), "PDF (*.pdf)", suggested)
        if path is None:
            return
        try:
            write_atomically(path, draft.pdf)
        except Refusal as refusal:
            self._say("", error=self._language.message(refusal.message))
            return
        self._saved = path
        self._preferences.change(export_folder=str(path.parent))
        self._say(text("Saved as {file}.", file=path.name))
        self._folder.show()

    def _show_folder(self) -> None:
        if self._saved:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    def _start_printing(self) -> None:
        draft = self._draft
        if draft is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._session.project.name)
        printer.setFromTo(1, len(draft.sizes))
        set_page(printer, draft.sizes[0])
        if self.ask_printer(printer, len(draft.sizes)):
            self._printing.start(draft, printer)
            self._refresh()

    def _show_printed(self, done: int, pages: int) -> None:
        self._progress.setRange(0, pages)
        self._progress.setValue(done)
        self._say(self._language.text("Printed page {page} of {pages}.", page=done, pages=pages))

    def _printed(self) -> None:
        self._say(self._language.text("The report went to the printer."))
        self._refresh()

    def _refuse_printing(self, message: Message) -> None:
        self._say("", error=self._language.message(message))
        self._refresh()

    def reject(self) -> None:
        """Close; a printing is stopped first."""
        if self._printing.busy:
            self._printing.cancel()
            self._say(self._language.text("Printing was stopped."))
            self._refresh()
            return
        super().reject()

    def _leave(self, _result: int) -> None:
        self._building.stop()
        self.preview.stop()
        self.deleteLater()


def _box(name: str, label: str, choices: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(label)
    for key, words in choices.items():
        box.addItem(words, key)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def _file_name(name: str) -> str:
    """A project's name as a file's name: letters, digits and single underscores."""
    kept = "".join(letter if letter.isalnum() else " " for letter in name)
    return "_".join(kept.split())[:60].lower() or "report"
