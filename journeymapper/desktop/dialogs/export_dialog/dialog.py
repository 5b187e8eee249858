"""The export dialog: the report as it will be printed, saved as the very bytes that are shown."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.dialogs.export_dialog.drafts import Draft, build
from journeymapper.desktop.dialogs.export_dialog.options import ReportOptions
from journeymapper.desktop.dialogs.export_dialog.preview import Preview
from journeymapper.desktop.dialogs.export_dialog.printing import AskPrinter, Printing, ask_printer, set_page
from journeymapper.desktop.dialogs.latest import Latest
from journeymapper.desktop.dialogs.room import resize_within_screen
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.model.report import ReportLayout
from journeymapper.report.missing import lacking_words
from journeymapper.storage.atomic import write_atomically

CHOOSING = 200
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
        self.ask_name: Callable[[str, str], str] = self._ask_name
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
        self.options = ReportOptions(self._session, self._preferences.value.page)
        self.options.changed.connect(self._build)

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
        self._save = push_button("save-pdf", text("Save as PDF…"), self._save_pdf, look="primary")
        self._print = push_button("print", text("Print…"), self._start_printing)
        self._folder = push_button("show-folder", text("Show in folder"), self._show_folder)
        self._folder.hide()
        self._close = push_button("close", text("Close"), self.reject)

    def _lay_out(self) -> None:
        text = self._language.text
        self.setWindowTitle(text("Export report"))
        self.setObjectName("export-dialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setSizeGripEnabled(True)
        side = QVBoxLayout()
        side.addWidget(plain_label(text("The report"), "heading"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.options)
        side.addWidget(scroll, 1)
        side.addWidget(push_button("keep-layout", text("Keep this layout…"), self._keep_layout))
        side.addWidget(push_button("report-look", text("Look and remarks…"), self._look))
        for widget in (self._progress, self._state, self._error, self._folder, self._save, self._print, self._close):
            side.addWidget(widget)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(self.fontMetrics().averageCharWidth() * 40)
        row = QHBoxLayout(self)
        row.addWidget(holder)
        row.addWidget(self.preview, 1)
        resize_within_screen(self, SIZE)

    # the preview

    def _build(self) -> None:
        """Make the report anew as it is wanted now; what is shown until then can no longer be saved."""
        project, tallies, order = self._session.project, dict(self._session.tallies), self.options.order()
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
        if draft.removed:
            taken = ", ".join(self._language.message(each) for each in draft.removed)
            pages = f"{pages}; {self._language.text('taken out: {what}', what=taken)}"
        self._say(pages, error=self._lacking(draft))
        self._refresh()

    def _lacking(self, draft: Draft) -> str:
        """A sentence about characters that come out as □; empty where there are none."""
        words = lacking_words(draft.missing)
        return self._language.message(words) if words else ""

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

    # what the project remembers

    def _keep_layout(self) -> None:
        """Keep the sections as a layout of the project's own, under a name."""
        text = self._language.text
        name = self.ask_name(text("Keep this layout"), text("Name"))
        if not name:
            return
        order = self.options.order()
        chosen = ReportLayout(name=name, sections=self.options.sections.chosen(), remarks=order.remarks)

        def edit(project: Project) -> Project:
            others = tuple(each for each in project.report.layouts if each.name != name)
            return edits.change(
                project, project.id, report=msgspec.structs.replace(project.report, layouts=(*others, chosen))
            )  # fmt: skip

        try:
            self._session.apply(Message("Keep layout of the report"), edit)
        except Refusal as refusal:
            self._say("", error=self._language.message(refusal.message))
            return
        self.options.refill(name)

    def _look(self) -> None:
        """Logo, colour, footer, finding and remarks; the preview follows."""
        from journeymapper.desktop.dialogs.export_dialog.report_look import ReportLook

        dialog = ReportLook(self._session, self._asking, self)
        dialog.accepted.connect(self._build)
        dialog.open()

    def _ask_name(self, title: str, label: str) -> str:
        name, chosen = QInputDialog.getText(self, title, label)
        return name.strip() if chosen else ""

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


def _file_name(name: str) -> str:
    """A project's name as a file's name: letters, digits and single underscores."""
    kept = "".join(letter if letter.isalnum() else " " for letter in name)
    return "_".join(kept.split())[:60].lower() or "report"
