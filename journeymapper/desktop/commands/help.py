"""The Help menu: the guide, the keys, what this program is, and what a maintainer asks for."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeymapper.desktop.window import Window


class HelpCommands:
    """The handlers of the Help menu, with a document and without."""

    def __init__(self, window: "Window", log_folder: Path) -> None:
        self._window = window
        self._log_folder = log_folder

    def guide(self) -> None:
        """The short guide."""
        from journeymapper.desktop.dialogs.help import guide

        guide(self._window.view.language, self._window).open()

    def shortcuts(self) -> None:
        """All keys."""
        from journeymapper.desktop.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._window.view.language, self._window.menuBar().actions(), self._window).open()

    def about(self) -> None:
        """Version, licences."""
        from journeymapper.desktop.dialogs.help import about

        about(self._window.view.language, self._window).open()

    def log_folder(self) -> None:
        """Show the folder of the log in the platform's file manager."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))

    def diagnostics(self) -> None:
        """Save what a maintainer needs and nothing of the client's."""
        from journeymapper.desktop.diagnostics import write_diagnostics
        from journeymapper.model.messages import Refusal

        language, asking = self._window.view.language, self._window.asking
        suggested = Path("journeymapper-diagnostics.txt")
        path = asking.save_path(language.text("Save diagnostics"), "Text (*.txt)", suggested)
        if path is None:
            return
        try:
            write_diagnostics(path, self._window.session, self._log_folder)
        except Refusal as refusal:
            asking.tell(language.text("Not saved"), language.message(refusal.message))
