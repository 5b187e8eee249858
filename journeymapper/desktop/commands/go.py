"""Finding and going: the palette, the bar of find and replace, the history, the presentation."""

from PySide6.QtWidgets import QMainWindow

from journeymapper.desktop.session import Session


class GoCommands:
    """The handlers of what is found and looked at, for one session in one window."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        self._session = session
        self._window = window

    def palette(self) -> None:
        """Every command and every element by name."""
        from journeymapper.desktop.palette.entries import command_entries, element_entries
        from journeymapper.desktop.palette.palette import Palette

        entries = [*command_entries(self._window.menuBar().actions()), *element_entries(self._session)]
        Palette(entries, self._session.view.language, self._window).open()
