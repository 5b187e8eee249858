"""Undo, redo, delete, and the new elements of the Insert menu."""

from collections.abc import Callable

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.commands.where import anchor_here, here
from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Action, Channel, Note, Persona, Project, Promise


class EditCommands:
    """The handlers of the Edit and Insert menus; `rename` opens the editor on a new element."""

    def __init__(self, session: Session, asking: Asking, rename: Callable[[str], object]) -> None:
        self._session = session
        self._asking = asking
        self._rename = rename

    def rename(self) -> None:
        """Edit the selected element's name in place."""
        if self._session.selection:
            self._rename(self._session.selection[0])

    def delete(self) -> None:
        """Remove what is selected, as one step."""
        ids = [key for key in self._session.selection if key != self._session.project.id]
        if ids:
            self._apply(Message("Delete"), lambda project: edits.remove_all(project, ids))

    def select_all(self) -> None:
        """Select every touchpoint of the journey."""
        journey = self._session.project.journeys.get(self._session.view.journey)
        if journey:
            self._session.select(tuple(touchpoint.id for touchpoint in journey.ordered_touchpoints()))

    def add_journey(self) -> None:
        """A new journey with one stage, shown at once: what is typed next is the stage's name."""
        text = self._session.view.language.text
        stage = Stage(id=new_id("stage"), name=text("New stage"))
        journey = Journey(id=new_id("journey"), name=text("New journey"))

        def edit(project: Project) -> Project:
            return edits.add_stage(edits.add_journey(project, journey), journey.id, stage)

        if self._apply(Message("Add journey"), edit):
            self._session.look(journey=journey.id)
            self._session.select((stage.id,))

    def add_stage(self) -> None:
        """A new stage after the selected one."""
        journey = self._session.project.journeys.get(self._session.view.journey)
        if journey is None:
            return
        stage = Stage(id=new_id("stage"), name=self._session.view.language.text("New stage"))
        after = self._stage_here()
        index = journey.stage_order.index(after) + 1 if after in journey.stage_order else None
        if self._apply(Message("Add stage"), lambda project: edits.add_stage(project, journey.id, stage, index)):
            self._new(stage.id)

    def add_touchpoint(self) -> None:
        """A new touchpoint after the selected one, or at the end of the selected or last stage."""
        journey = self._session.project.journeys.get(self._session.view.journey)
        if journey is None or not journey.stage_order:
            return
        touchpoint = Touchpoint(id=new_id("touchpoint"), name=self._session.view.language.text("New touchpoint"))
        stage_id = self._stage_here() or journey.stage_order[-1]
        order = journey.stages[stage_id].touchpoints
        after = next((key for key in self._session.selection if key in order), None)
        index = order.index(after) + 1 if after else None

        def edit(project: Project) -> Project:
            return edits.add_touchpoint(project, stage_id, touchpoint, index)

        if self._apply(Message("Add touchpoint"), edit):
            self._new(touchpoint.id)

    def add_point(self) -> None:
        """A new measurement point on what is selected: a touchpoint, a stage or the journey."""
        metric = parse_metric("csat-mean:1..5")
        anchor = anchor_here(self._session)

        def edit(project: Project) -> Project:
            key = edits.next_point_id(project)
            known = project if metric.id in project.metrics else edits.add_metric(project, metric)
            return edits.add_point(known, MeasurementPoint(id=key, anchor=anchor, metric=metric.id))

        key = edits.next_point_id(self._session.project)
        if self._apply(Message("Add measurement point"), edit):
            self._session.select((key,))

    def add_persona(self) -> None:
        """A new persona."""
        persona = Persona(id=new_id("persona"), name=self._session.view.language.text("New persona"))
        self._add(Message("Add persona"), persona.id, lambda project: edits.add_persona(project, persona))

    def add_channel(self) -> None:
        """A new channel."""
        channel = Channel(id=new_id("channel"), name=self._session.view.language.text("New channel"))
        self._add(Message("Add channel"), channel.id, lambda project: edits.add_channel(project, channel))

    def add_promise(self) -> None:
        """A new promise to the customer, to be proved at the touchpoints that are selected."""
        text, chosen = self._session.view.language.text("New promise"), here(self._session)
        promise = Promise(id=new_id("promise"), text=text, touchpoints=chosen.touchpoints if chosen else ())
        self._add(Message("Add promise"), promise.id, lambda project: edits.add_promise(project, promise))

    def add_action(self) -> None:
        """A new action on what is selected."""
        title = self._session.view.language.text("New action")
        action = Action(id=new_id("action"), title=title, anchor=anchor_here(self._session))
        self._add(Message("Add action"), action.id, lambda project: edits.add_action(project, action))

    def add_note(self) -> None:
        """A sticky note on what is selected."""
        text = self._session.view.language.text("New note")
        note = Note(id=new_id("note"), text=text, anchor=anchor_here(self._session))
        self._add(Message("Add note"), note.id, lambda project: edits.add_note(project, note))

    def _add(self, name: Message, element_id: str, edit: Edit) -> None:
        if self._apply(name, edit):
            self._session.select((element_id,))

    def _apply(self, name: Message, edit: Edit) -> bool:
        return applied(self._session, self._asking, name, edit)

    def _new(self, element_id: str) -> None:
        self._session.select((element_id,))
        self._rename(element_id)

    def _stage_here(self) -> str:
        """The stage that is selected or holds what is selected, in the journey shown; empty for none."""
        journey = self._session.project.journeys[self._session.view.journey]
        for key in self._session.selection:
            if key in journey.stages:
                return key
            if holder := journey.holder_of(key):
                return holder.id
        return ""
