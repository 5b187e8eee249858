"""Changing the lanes of the journey shown: each change is one step of undo."""

from collections.abc import Sequence

import msgspec

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.lanes.rows import OWN, LaneRow, choice_of, chosen, lane_rows
from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, LaneChoice, OwnLane, OwnLaneKind
from journeymapper.model.messages import Message


class LaneCommands:
    """What can be done to lanes."""

    def __init__(self, session: Session, asking: Asking) -> None:
        self._session = session
        self._asking = asking

    @property
    def journey(self) -> Journey | None:
        """The journey shown."""
        return self._session.project.journeys.get(self._session.view.journey)

    def rows(self) -> list[LaneRow]:
        """All lanes from top to bottom."""
        return lane_rows(self._session, self.journey) if self.journey else []

    def show(self, row: LaneRow, *, shown: bool) -> None:
        """Show or hide a lane: hiding is the journey's choice, showing undoes whatever hides it."""
        journey = self.journey
        if journey is None:
            return
        if choice_of(journey, row.id).hidden == shown:
            name = Message("Show lane") if shown else Message("Hide lane")
            self._choose(name, row, hidden=not shown)
        lane = OWN if row.own else row.id
        view = self._session.view
        if shown:
            self._session.look(**view.with_lane(lane, shown=True))
        elif lane in view.opened:
            self._session.look(opened=view.opened - {lane})

    def collapse(self, row: LaneRow, *, collapsed: bool) -> None:
        """A lane as one line, or as a lane again."""
        self._choose(Message("Collapse lane") if collapsed else Message("Open lane"), row, collapsed=collapsed)

    def rename(self, row: LaneRow, name: str) -> bool:
        """Another name for a lane; the usual one for an empty name. Own lanes are renamed themselves; whether it is."""
        if row.own:
            return self._apply(Message("Rename lane"), lambda project: edits.change(project, row.id, name=name))
        return self._choose(Message("Rename lane"), row, name="" if name == row.usual else name)

    def arrange(self, order: Sequence[str]) -> None:
        """The lanes in another order."""
        journey = self.journey
        if journey is not None and list(order) != [row.id for row in self.rows()]:
            lanes = chosen(journey, order)
            self._apply(Message("Move lane"), lambda project: edits.choose_lanes(project, journey.id, lanes))

    def add(self, name: str, kind: OwnLaneKind) -> str:
        """A new lane of the team's own; its id, empty where it was refused."""
        journey = self.journey
        lane = OwnLane(id=new_id("lane"), name=name, kind=kind)
        if journey is None:
            return ""
        made = self._apply(Message("Add lane"), lambda project: edits.add_own_lane(project, journey.id, lane))
        return lane.id if made else ""

    def remove(self, row: LaneRow) -> None:
        """Remove a lane of the team's own with what it says."""
        if row.own:
            self._apply(Message("Remove lane"), lambda project: edits.remove(project, row.id))

    def usual(self) -> None:
        """All lanes as they were at first."""
        journey = self.journey
        if journey is not None:
            self._apply(Message("Usual lanes"), lambda project: edits.choose_lanes(project, journey.id, ()))

    def _choose(self, step: Message, row: LaneRow, **changed: object) -> bool:
        journey = self.journey
        if journey is None:
            return False
        new: LaneChoice = msgspec.structs.replace(choice_of(journey, row.id), **changed)
        lanes = chosen(journey, [each.id for each in self.rows()], **{row.id: new})
        return self._apply(step, lambda project: edits.choose_lanes(project, journey.id, lanes))

    def _apply(self, name: Message, edit: Edit) -> bool:
        return applied(self._session, self._asking, name, edit)
