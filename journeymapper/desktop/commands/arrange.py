"""Split, merge, turn, park, link: what makes another map of the same cards."""

from collections.abc import Sequence

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.commands.where import Here, here, made_since
from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Link, LinkKind, Stage, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

PATH = "path"


class ArrangeCommands:
    """The handlers of the Arrange menu."""

    def __init__(self, session: Session, asking: Asking) -> None:
        self._session = session
        self._asking = asking

    def duplicate(self) -> None:
        """Copies of what is selected right after it, selected; notes and actions hang where the first ones do."""
        found = self._here()
        if found and found.copied:
            self._make(Message("Duplicate"), lambda project: _doubled(project, found))

    def merge(self) -> None:
        """The selected touchpoints as one, in the place of the first."""
        found = self._here()
        if found and len(found.touchpoints) > 1:
            keys, words = found.touchpoints, self._session.view.language.message

            def edit(project: Project) -> Project:
                return edits.merge_touchpoints(project, keys, words=words)

            if self._apply(Message("Merge touchpoints"), edit):
                self._session.select(keys[:1])

    def to_stage(self) -> None:
        """A stage in the place of the selected touchpoint, with what followed it in its stage."""
        found = self._here()
        if found and found.touchpoints:
            key, stage = found.touchpoints[0], new_id("stage")
            if self._apply(Message("Make it a stage"), lambda project: edits.touchpoint_to_stage(project, key, stage)):
                self._session.select((stage,))

    def to_touchpoint(self) -> None:
        """A touchpoint in the place of the selected stage, its touchpoints after it."""
        found = self._here()
        if found and found.stages:
            key = found.stages[0]
            if self._apply(Message("Make it a touchpoint"), lambda project: edits.stage_to_touchpoint(project, key)):
                kept = self._session.project.journeys[found.journey.id].touchpoints
                self._session.select((key,) if key in kept else ())

    def split_stage(self) -> None:
        """The selected touchpoint and what follows it in its stage go into a new stage."""
        found = self._here()
        if found and found.standing:
            stage = found.journey.stage_of(found.standing[0])
            index = stage.touchpoints.index(found.standing[0])
            new = Stage(id=new_id("stage"), name=self._session.view.language.text("New stage"))
            self._make(Message("Split stage"), lambda project: edits.split_stage(project, stage.id, index, new))

    def moment_of_truth(self) -> None:
        """The selected touchpoints are moments of truth, or none of them where all were."""
        self._switch(Message("Moment of truth"), "moment_of_truth")

    def conditional(self) -> None:
        """The selected touchpoints happen only to some customers, or to everybody where all were such."""
        self._switch(Message("Only for some customers"), "conditional")

    def _switch(self, name: Message, field: str) -> None:
        found = self._here()
        if found is None or not found.touchpoints:
            return
        keys = found.touchpoints
        on = not all(getattr(found.journey.touchpoints[key], field) for key in keys)
        self._apply(name, lambda project: _changed(project, keys, **{field: on}))

    def park(self) -> None:
        """The selected touchpoints into the parking lot."""
        found = self._here()
        if found and found.standing:
            self._apply(Message("Park"), lambda project: edits.park_all(project, found.standing))

    def unpark(self) -> None:
        """The selected touchpoints of the parking lot to the end of the last stage."""
        found = self._here()
        if found and found.parked and found.journey.stage_order:
            last = found.journey.stage_order[-1]
            self._apply(
                Message("Take from the parking lot"),
                lambda project: edits.move_touchpoints(project, found.parked, last),
            )

    def link(self, kind: LinkKind) -> None:
        """A way between the first and the last of the selected touchpoints; back for a loop."""
        found = self._here()
        if found and len(found.touchpoints) > 1:
            first, last = found.touchpoints[0], found.touchpoints[-1]
            source, target = (last, first) if kind == "loop" else (first, last)
            self.join(source, target, kind)

    def entry(self) -> None:
        """The journey may begin at the selected touchpoint."""
        found = self._here()
        if found and found.touchpoints:
            self.join("", found.touchpoints[0], "alternative")

    def exit(self) -> None:
        """The journey may end at the selected touchpoint."""
        found = self._here()
        if found and found.touchpoints:
            self.join(found.touchpoints[0], "", "alternative")

    def join(self, source: str, target: str, kind: LinkKind) -> None:
        """A way from one touchpoint to another; an empty end is the outside. The lane of the path is shown."""
        journey = self._session.project.journeys.get(self._session.view.journey)
        if journey is None:
            return
        same = next((one.id for one in journey.links.values() if (one.source, one.target) == (source, target)), "")
        if same and journey.links[same].kind == kind:
            self._session.select((same,))
            return
        link = Link(id=same or new_id("link"), source=source, target=target, kind=kind)

        def edit(project: Project) -> Project:
            if same:
                return edits.change(project, same, kind=kind)
            return edits.add_link(project, journey.id, link)

        if self._apply(Message("Draw link"), edit):
            self._show_path()
            self._session.select((link.id,))

    def lead_on(self, source: str, place: tuple[str, int], kind: LinkKind) -> str:
        """A way from a touchpoint to a new one in a stage or the parking lot; its id, empty where that is refused."""
        new = Touchpoint(id=new_id("touchpoint"), name=self._session.view.language.text("New touchpoint"))
        link = Link(id=new_id("link"), source=source, target=new.id, kind=kind)
        if not self._apply(Message("Add touchpoint"), lambda project: edits.lead_on(project, link, new, place)):
            return ""
        self._show_path()
        return new.id

    def _show_path(self) -> None:
        if PATH in self._session.view.hidden_lanes:
            self._session.look(**self._session.view.with_lane(PATH, shown=True))

    def _make(self, name: Message, edit: Edit) -> None:
        """Apply an edit and select what it made."""
        before = self._session.project
        if self._apply(name, edit):
            self._session.select(made_since(self._session, before))

    def _apply(self, name: Message, edit: Edit) -> bool:
        return applied(self._session, self._asking, name, edit)

    def _here(self) -> Here | None:
        return here(self._session)


def _doubled(project: Project, found: Here) -> Project:
    if found.elements:
        project = edits.duplicate(project, found.elements, new_id)
    return edits.copy_stickies(project, found.stickies, new_id)


def _changed(project: Project, keys: Sequence[str], **fields: bool) -> Project:
    for key in keys:
        project = edits.change(project, key, **fields)
    return project
