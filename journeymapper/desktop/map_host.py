"""What the map asks of its window: commands by their keys, the kind of a new link, a text to be pasted."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QTreeWidget, QWidget

from journeymapper.desktop.actions import Menus
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.canvas.link_menu import kinds_between, kinds_to_new, offer_kinds
from journeymapper.desktop.canvas.minimap import Minimap
from journeymapper.desktop.canvas.no_journey import NoJourney
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.commands.arrange import ArrangeCommands
from journeymapper.desktop.commands.clipboard import ClipboardCommands
from journeymapper.desktop.commands.voting import VotingCommands
from journeymapper.desktop.context.on_map import MapMenus
from journeymapper.desktop.entry.quick_entry import QuickEntry
from journeymapper.desktop.images.commands import ImageCommands
from journeymapper.desktop.images.drops import ImageDrops
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.panel_focus import focus_next
from journeymapper.desktop.session import Session
from journeymapper.model.journey import LinkKind
from journeymapper.picture.view import LANES

if TYPE_CHECKING:
    from journeymapper.desktop.entry.paste_dialog import PasteDialog
    from journeymapper.desktop.lanes.dialog import LanesDialog


class MapHost(QObject):
    """Answers one canvas; holds the commands and the line of quick entry that belong to it."""

    def __init__(
        self, session: Session, jobs: Jobs, asking: Asking, canvas: MapCanvas, menus: Menus, window: QWidget
    ) -> None:
        super().__init__(canvas)
        self._session, self._jobs = session, jobs
        self._asking = asking
        self._canvas = canvas
        self._menus = menus
        self._window = window
        self.arrange = ArrangeCommands(session, asking)
        self.images = ImageCommands(session, jobs, asking, window)
        self.clipboard = ClipboardCommands(session, asking, self.preview_text, self.images.paste)
        ImageDrops(canvas, self.images)
        MapMenus(session, asking, canvas)
        self.quick_entry = QuickEntry(session)
        self.quick_entry.opened.connect(lambda: canvas.keep_height(kept=True))
        self.quick_entry.closed.connect(lambda: canvas.keep_height(kept=False))
        self.quick_entry.closed.connect(canvas.setFocus)
        self.quick_entry.much_entered.connect(self._preview_entry)
        self.voting = VotingCommands(session)
        self._minimap = Minimap(canvas)
        self._no_journey = NoJourney(session, canvas, lambda: self._run("add-journey"))
        self._lanes: LanesDialog | None = None
        session.viewed.connect(self._refresh_checks)
        session.changed.connect(self._refresh_checks)
        canvas.asked.connect(self._run)
        canvas.link_offered.connect(self._offer_link)
        canvas.card_offered.connect(self._offer_card)

    def preview_text(self, text: str) -> "PasteDialog":
        """Show what a text of another program would become."""
        from journeymapper.desktop.entry.paste_dialog import PasteDialog

        layout = self._canvas.map_layout
        dialog = PasteDialog(self._session, self._jobs, self._asking, layout, text, self._window)
        dialog.open()
        return dialog

    def show_lanes(self) -> None:
        """Open the lanes panel beside the map, or bring it to the front."""
        from journeymapper.desktop.lanes.dialog import LanesDialog

        if self._lanes is None:
            self._lanes = LanesDialog(self._session, self._asking, self._canvas)
            self._lanes.destroyed.connect(self._lanes_gone)
        self._lanes.show()
        self._lanes.raise_()

    def next_panel(self) -> None:
        """The keyboard goes on to the outline, the map, the quick entry, the inspector."""
        names = (QTreeWidget, "outline"), (QWidget, "canvas"), (QWidget, "quick-entry"), (QWidget, "inspector")
        focus_next([panel for kind, name in names if (panel := self._window.findChild(kind, name)) is not None])

    def _preview_entry(self, text: str) -> None:
        """Show what was entered at the foot of the map and is too much for it; it waits there until it is taken."""
        self.preview_text(text).accepted.connect(self.quick_entry.clear)

    def _refresh_checks(self) -> None:
        self._menus.check("count-votes", checked=self._session.view.voting)
        self._menus.check("show-votes", checked=self._session.project.votes_shown)
        self._menus.check("assumptions", checked=self._session.view.assumptions)
        self._menus.check("empty-lanes", checked=self._session.view.empty_lanes)
        seen = self._canvas.lanes_seen()
        for lane in LANES:
            self._menus.check(f"lane-{lane}", checked=lane in seen)

    def _lanes_gone(self) -> None:
        self._lanes = None

    def _run(self, name: str) -> None:
        action = self._menus.action(name)
        if action.isEnabled():
            action.trigger()

    def _offer_link(self, source: str, target: str, place: QPoint) -> None:
        journey = self._session.project.journeys.get(self._session.view.journey)
        if journey is not None:
            kinds = kinds_between(self._session.view.language, journey, source, target)
            offer_kinds(self._canvas, kinds, place, partial(self.arrange.join, source, target))

    def _offer_card(self, source: str, target: tuple[str, int], place: QPoint) -> None:
        journey, language = self._session.project.journeys.get(self._session.view.journey), self._session.view.language
        if journey is not None:
            kinds = kinds_to_new(language, journey, source, target)
            offer_kinds(
                self._canvas, kinds, place, partial(self._lead_on, source, target), language.text("New touchpoint")
            )

    def _lead_on(self, source: str, target: tuple[str, int], kind: LinkKind) -> None:
        made = self.arrange.lead_on(source, target, kind)
        if made:
            self._canvas.name_new(made)
