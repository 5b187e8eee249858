"""Which result files: asked for, and looked at one after the other where there are several."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog

from journeymapper.desktop.asking import Asking
from journeymapper.language.language import Language
from journeymapper.results.folders import ENDINGS

SKIPPED = 2
"""The result of a dialog whose file was passed over."""


def ask_result_file(asking: Asking, language: Language, folder: str) -> Path | None:
    """A result file that exists."""
    return asking.open_path(language.text("Import results"), _patterns(language), folder)


def ask_result_files(asking: Asking, language: Language, folder: str) -> list[Path]:
    """Result files that exist; none if the person thought better of it."""
    return asking.open_paths(language.text("Import results"), _patterns(language), folder)


def _patterns(language: Language) -> str:
    endings = " ".join(f"*{ending}" for ending in ENDINGS)
    return f"{language.text('Result files')} ({endings});;{language.text('All files')} (*)"


def one_after_the_other(files: Sequence[Path], dialog_for: Callable[[Path, tuple[int, int]], QDialog]) -> None:
    """A dialog for each file with its place among them; a file can be skipped, leaving one leaves the rest."""

    def open_dialog(place: int) -> None:
        dialog = dialog_for(files[place], (place + 1, len(files)))
        dialog.finished.connect(lambda result: go_on(place + 1, result))
        dialog.open()

    def go_on(place: int, result: int) -> None:
        if place < len(files) and result in (QDialog.DialogCode.Accepted, SKIPPED):
            open_dialog(place)

    open_dialog(0)
