"""Open, save, revert, import, export: what happens to files."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.file_names import file_name
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.model.messages import Refusal

PATTERNS = "Journey Mapper (*.jmap *.json)"
OPENED = "Journey Mapper (*.jmap *.json *.pdf)"
"""A report has its project inside."""


class FileCommands:
    """The handlers of the File menu for one session."""

    def __init__(
        self, session: Session, jobs: Jobs, asking: Asking, preferences: PreferencesFile, window: QWidget
    ) -> None:
        self._session = session
        self._jobs = jobs
        self._asking = asking
        self._preferences = preferences
        self._window = window

    @property
    def _language(self) -> Language:
        return self._session.view.language

    def save(self) -> bool:
        """Write to the document's file; asks for one where there is none. Whether it is saved now."""
        if self._session.path is None or self._session.read_only:
            return self.save_as()
        return self._write(self._session.save, or_else=self._offer_over)

    def save_as(self) -> bool:
        """Write to another file and go on with that one."""
        suggested = self._session.path or Path(f"{file_name(self._session.project.name)}.jmap")
        path = self._asking.save_path(self._language.text("Save project as"), PATTERNS, suggested)
        if path is None:
            return False
        return self._write(lambda: self._session.save(path), or_else=self._tell)

    def revert(self) -> None:
        """Back to what the file holds; undo brings the changes back."""
        try:
            self._session.revert()
        except Refusal as refusal:
            self._tell(refusal)

    def may_leave(self) -> bool:
        """Ask what becomes of unsaved changes; whether the document may be left now."""
        if not self._session.modified:
            return True
        text = self._language.text
        question = text("“{name}” has changes that are not saved.", name=self._session.project.name)
        choices = [text("Save"), text("Discard changes"), text("Cancel")]
        answer = self._asking.choose(text("Unsaved changes"), question, choices)
        return self.save() if answer == 0 else answer == 1

    def import_results(self, path: Path | None = None) -> None:
        """Look at a result file; without one they are asked for."""
        from journeymapper.desktop.dialogs.import_dialog.result_files import ask_result_files

        kept = self._session.path
        if (
            paths := [path]
            if path
            else ask_result_files(self._asking, self._language, str(kept.parent) if kept else "")
        ):
            self.import_several(paths)

    def import_several(self, paths: Sequence[Path]) -> None:
        """The import dialog for one file after the other, those in folders among them."""
        from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog
        from journeymapper.desktop.dialogs.import_dialog.result_files import one_after_the_other
        from journeymapper.results.folders import result_files

        try:
            files = result_files(paths)
        except Refusal as refusal:
            self._asking.tell(self._language.text("Not imported"), self._language.message(refusal.message))
            return
        one_after_the_other(
            files,
            lambda path, place: ImportDialog(self._session, self._jobs, self._asking, path, self._window, place=place),
        )

    def import_clipboard(self) -> None:
        """The import dialog with the table that was copied from a spreadsheet or a page."""
        from journeymapper.desktop.clipboard import copied_text
        from journeymapper.desktop.commands.pasted import PastedFile
        from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog

        text = copied_text()
        if not text.strip():
            words = self._language.text("There is no table on the clipboard.")
            self._asking.tell(self._language.text("Not imported"), words)
            return
        pasted = PastedFile(text, self._language.text("clipboard"))
        dialog = ImportDialog(self._session, self._jobs, self._asking, pasted.path, self._window)
        for end in (dialog.finished, dialog.destroyed):
            end.connect(lambda *_: pasted.remove())
        dialog.open()

    def show_sources(self) -> None:
        """The list of all imports: looked at, done again with other settings, removed."""
        from journeymapper.desktop.dialogs.sources_dialog import SourcesDialog

        dialog = SourcesDialog(self._session, self._window)
        dialog.redo_requested.connect(self._import_again)
        dialog.open()

    def _import_again(self, key: str) -> None:
        from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog

        ImportDialog(self._session, self._jobs, self._asking, None, self._window, again=key).open()

    def export_report(self) -> None:
        """Open the export dialog with the live preview of the report."""
        from journeymapper.desktop.dialogs.export_dialog import ExportDialog

        ExportDialog(self._session, self._jobs, self._asking, self._preferences, self._window).open()

    def export_as(self) -> None:
        """Write map and results in another program's format."""
        from journeymapper.desktop.commands.export_as import export_as

        suggested = Path(self._preferences.value.export_folder) / f"{file_name(self._session.project.name)}.svg"
        path = export_as(self._session, self._jobs, self._asking, suggested)
        if path is not None:
            self._preferences.change(export_folder=str(path.parent))

    def share_copy(self) -> None:
        """Write a copy that can be given away, and tell what was taken out of it."""
        from journeymapper.desktop.commands.share_copy import share_copy

        name = file_name(f"{self._session.project.name} {self._language.text('copy')}")
        path = share_copy(
            self._session, self._jobs, self._asking, Path(self._preferences.value.export_folder) / f"{name}.jmap"
        )  # fmt: skip
        if path is not None:
            self._preferences.change(export_folder=str(path.parent))

    def copy_picture(self) -> None:
        """Put what is selected, or the whole map, on the clipboard as a picture."""
        from journeymapper.desktop.commands.copy_picture import copy_picture

        copy_picture(self._session, self._jobs, self._asking)

    def _write(self, save: Callable[[], None], or_else: Callable[[Refusal], bool]) -> bool:
        try:
            save()
        except Refusal as refusal:
            return or_else(refusal)
        if self._session.path:
            self._preferences.put(self._preferences.value.opened(self._session.path))
        return True

    def _offer_over(self, refusal: Refusal) -> bool:
        """The file may have been changed by somebody else: nothing is written over it unasked."""
        text = self._language.text
        choices = [text("Save as…"), text("Save over it"), text("Cancel")]
        answer = self._asking.choose(text("Not saved"), self._language.message(refusal.message), choices)
        if answer == 0:
            return self.save_as()
        return answer == 1 and self._write(self._session.save_over, or_else=self._tell)

    def _tell(self, refusal: Refusal) -> bool:
        self._asking.tell(self._language.text("Not saved"), self._language.message(refusal.message))
        return False
