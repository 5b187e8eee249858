"""Finding and going: the palette, the bar of find and replace, the history, the presentation."""

from PySide6.QtWidgets import QMainWindow

from journeymapper.desktop.find.bar import FindBar
from journeymapper.desktop.panels.history import HistoryList
from journeymapper.desktop.session import Session


class GoCommands:
    """The handlers of what is found and looked at, for one session in one window."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        self._session = session
        self._window = window
        self.find_bar = FindBar(session)
        self.history = HistoryList(session)

    def palette(self) -> None:
        """Every command and every element by name."""
        from journeymapper.desktop.palette.entries import command_entries, element_entries
        from journeymapper.desktop.palette.palette import Palette

        entries = [*command_entries(self._window.menuBar().actions()), *element_entries(self._session)]
        Palette(entries, self._session.view.language, self._window).open()

    def find(self) -> None:
        """Find a text anywhere in the document."""
        self.find_bar.open()

    def replace(self) -> None:
        """Find a text and put another one in its place."""
        self.find_bar.open(replacing=True)

    def find_next(self) -> None:
        """The next place of what is looked for."""
        if self.find_bar.isHidden():
            self.find_bar.open()
        self.find_bar.next()

    def find_previous(self) -> None:
        """The place before."""
        if self.find_bar.isHidden():
            self.find_bar.open()
        self.find_bar.previous()

    def show_history(self) -> None:
        """Show or hide the list of all steps."""
        self.history.setVisible(self.history.isHidden())
