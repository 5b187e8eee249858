"""Questions to the person at the window, behind a port: tests answer from a script."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Asking(Protocol):
    """What the window asks. An answer of None means that the person thought better of it."""

    def open_path(self, title: str, patterns: str, folder: str = "") -> Path | None:
        """A file that exists."""

    def open_paths(self, title: str, patterns: str, folder: str = "") -> list[Path]:
        """Files that exist, in the order in which they were chosen; none is the other answer."""

    def save_path(self, title: str, patterns: str, suggested: Path) -> Path | None:
        """A file to be written; overwriting has been agreed to."""

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        """The index of one of the choices; the first is the one that loses nothing."""

    def tell(self, title: str, text: str) -> None:
        """Something that the person has to know before going on."""


class WindowAsking:
    """Asks with the platform's dialogs, in plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def parent_to(self, parent: QWidget) -> None:
        """Ask on top of this window from now on."""
        self._parent = parent

    def open_path(self, title: str, patterns: str, folder: str = "") -> Path | None:
        """A file that exists."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self._parent, title, folder, patterns)
        return Path(name) if name else None

    def open_paths(self, title: str, patterns: str, folder: str = "") -> list[Path]:
        """Files that exist."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(self._parent, title, folder, patterns)
        return [Path(name) for name in names]

    def save_path(self, title: str, patterns: str, suggested: Path) -> Path | None:
        """A file to be written, with the suggested ending where none was typed."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggested), patterns)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(suggested.suffix)

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        """The index of the button pressed; Esc is None."""
        from PySide6.QtWidgets import QMessageBox

        box = self._box(title, text)
        buttons = [box.addButton(choice, QMessageBox.ButtonRole.ActionRole) for choice in choices]
        box.setDefaultButton(buttons[0])
        box.exec()
        pressed = box.clickedButton()
        return next((i for i, button in enumerate(buttons) if button is pressed), None)

    def tell(self, title: str, text: str) -> None:
        """A box with one button."""
        from PySide6.QtWidgets import QMessageBox

        box = self._box(title, text)
        box.addButton(QMessageBox.StandardButton.Ok)
        box.exec()

    def _box(self, title: str, text: str) -> "QMessageBox":
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        return box
