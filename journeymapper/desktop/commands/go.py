"""Finding and going: the palette, the bar of find and replace, the history, the presentation."""

from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter

from journeymapper.desktop.find.bar import FindBar
from journeymapper.desktop.full_screen import full_screen_of
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

        entries = [
            *command_entries(self._window.menuBar().actions(), self._session.view.language),
            *element_entries(self._session),
        ]
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

    def present(self) -> None:
        """The presentation from its beginning."""
        self._present("")

    def present_here(self) -> None:
        """The presentation from the stage that is selected or holds what is selected."""
        self._present(self._stage_here())

    def full_screen(self) -> None:
        """The map over the whole screen, or all as it was before."""
        full_screen_of(self._window).toggle()

    def panels(self) -> None:
        """The map alone, or with the panels beside it."""
        splitter = self._window.findChild(QSplitter)
        if splitter is not None:
            sides = [side for side in (splitter.widget(0), splitter.widget(2)) if side is not None]
            shown = any(side.isVisible() for side in sides)
            for side in sides:
                side.setVisible(not shown)

    def _present(self, stop: str) -> None:
        """On another screen where there is one, so that the window stays for mapping."""
        from journeymapper.desktop.presentation.presentation import Presentation

        presentation = Presentation(self._session, self._window, stop=stop)
        others = [screen for screen in QApplication.screens() if screen is not self._window.screen()]
        if others:
            presentation.setGeometry(others[0].geometry())
        presentation.showFullScreen()
        presentation.setFocus()

    def _stage_here(self) -> str:
        journey = self._session.project.journeys.get(self._session.view.journey)
        if journey is None:
            return ""
        for key in self._session.selection:
            for stage in journey.ordered_stages():
                if key == stage.id or key in stage.touchpoints:
                    return stage.id
        return ""
