"""What the map asks of its window: commands by their keys, the kind of a new link, a text to be pasted."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from journeymapper.desktop.actions import Menus
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.canvas.link_menu import offer_link
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.commands.arrange import ArrangeCommands
from journeymapper.desktop.commands.clipboard import ClipboardCommands
from journeymapper.desktop.entry.quick_entry import QuickEntry
from journeymapper.desktop.session import Session


class MapHost(QObject):
    """Answers one canvas; holds the commands and the line of quick entry that belong to it."""

    def __init__(self, session: Session, asking: Asking, canvas: MapCanvas, menus: Menus, window: QWidget) -> None:
        super().__init__(canvas)
        self._session = session
        self._asking = asking
        self._canvas = canvas
        self._menus = menus
        self._window = window
        self.arrange = ArrangeCommands(session, asking)
        self.clipboard = ClipboardCommands(session, asking, self.preview_text)
        self.quick_entry = QuickEntry(session)
        self.quick_entry.closed.connect(canvas.setFocus)
        canvas.asked.connect(self._run)
        canvas.link_offered.connect(self._offer_link)

    def preview_text(self, text: str) -> None:
        """Show what a text of another program would become."""
        from journeymapper.desktop.entry.paste_dialog import PasteDialog

        PasteDialog(self._session, self._asking, text, self._window).open()

    def _run(self, name: str) -> None:
        action = self._menus.action(name)
        if action.isEnabled():
            action.trigger()

    def _offer_link(self, source: str, target: str, place: QPoint) -> None:
        journey = self._session.project.journeys.get(self._session.view.journey)
        if journey is not None:
            language = self._session.view.language
            offer_link(self._canvas, language, journey, (source, target), place, self.arrange.join)
