"""Mapping with the keyboard alone: Enter is the next touchpoint, Tab the next stage, a letter begins to rename.

A new card that is left without a name was never made: its step of undo goes with it.
"""

from typing import Protocol

from PySide6.QtCore import Qt

from journeymapper.desktop.canvas.walking import place_of
from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project


class Writing(Protocol):
    """What is asked of the canvas: a name editor over an element, begun with a text and told when it ends empty."""

    def begin_rename(self, element_id: str, text: str | None = None, *, fresh: bool = False) -> bool: ...


class TypeToMap:
    """Adds and walks; the canvas shows and edits."""

    def __init__(self, session: Session, canvas: Writing) -> None:
        self._session = session
        self._canvas = canvas
        self._made: Project | None = None

    def next_touchpoint(self) -> None:
        """A new card after the selected one, or the first of the selected stage; then its name.

        A note and what else has words of its own on the map, but no next one, is edited.
        """
        journey = self._journey
        if journey is None or self._session.read_only:
            return
        here = self._here(journey)
        if self._is_aside(here) and self._canvas.begin_rename(self._session.selection[0]):
            return
        stage = self._stage(journey, here) or next(reversed(journey.ordered_stages()), None)
        if stage is None:
            self.next_stage()
            return
        index = stage.touchpoints.index(here) + 1 if here in stage.touchpoints else 0 if here == stage.id else None
        touchpoint = Touchpoint(id=new_id("touchpoint"), name=self._session.view.language.text("New touchpoint"))
        self._make(
            Message("Add touchpoint"),
            touchpoint.id,
            lambda project: edits.add_touchpoint(project, stage.id, touchpoint, index),
        )

    def next_stage(self) -> None:
        """Into the next stage, from nothing into the first; after the last one a new stage, then its name."""
        journey = self._journey
        if journey is None:
            return
        stage = self._stage(journey, self._here(journey))
        place = journey.stage_order.index(stage.id) + 1 if stage else 0
        if place < len(journey.stage_order):
            self._session.select((journey.stage_order[place],))
        elif not self._session.read_only:
            new = Stage(id=new_id("stage"), name=self._session.view.language.text("New stage"))
            self._make(Message("Add stage"), new.id, lambda project: edits.add_stage(project, journey.id, new))

    def previous_stage(self) -> None:
        """To the stage itself, from there to the one before, and from nothing to the last."""
        journey = self._journey
        if journey is None or not journey.stage_order:
            return
        here = self._here(journey)
        stage = self._stage(journey, here)
        place = journey.stage_order.index(stage.id) if stage else len(journey.stage_order) - 1
        back = place - 1 if here in journey.stages else place
        self._session.select((journey.stage_order[max(back, 0)],))

    def follow(self, key: Qt.Key) -> None:
        """Go on after a name was taken, or from a card that is only selected."""
        if key == Qt.Key.Key_Tab:
            self.next_stage()
        elif key == Qt.Key.Key_Backtab:
            self.previous_stage()
        else:
            self.next_touchpoint()

    def leads_on_from(self, element_id: str) -> bool:
        """Whether Enter and Tab go on after the name of this element: only a stage and a card have a next one."""
        journey = self._journey
        return journey is not None and (element_id in journey.stages or element_id in journey.touchpoints)

    def drop(self) -> None:
        """Take back the new element that got no name, if nothing else was done since; one is where one was before."""
        if self._made is not None and self._session.project is self._made:
            self._session.undo()

    def take_new(self, element_id: str) -> None:
        """Select what the last edit made, and take it back with its step if it gets no name."""
        self._made = self._session.project
        self._session.select((element_id,))

    def write(self, text: str) -> None:
        """Begin the selected element's name anew with what was typed."""
        if self._session.selection:
            self._canvas.begin_rename(self._session.selection[0], text)

    def _make(self, name: Message, element_id: str, edit: Edit) -> None:
        self._session.apply(name, edit)
        self.take_new(element_id)
        self._canvas.begin_rename(element_id, "", fresh=True)

    @property
    def _journey(self) -> Journey | None:
        return self._session.project.journeys.get(self._session.view.journey)

    def _here(self, journey: Journey) -> str:
        return place_of(self._session.project, journey, self._session.selection)

    def _is_aside(self, here: str) -> bool:
        """Whether something is selected that is no part of the map's order."""
        selection, project = self._session.selection, self._session.project
        return bool(selection) and here not in selection and selection[0] not in (project.id, *project.journeys)

    def _stage(self, journey: Journey, here: str) -> Stage | None:
        """The stage that is selected or holds the selected card."""
        return journey.stages.get(here) or journey.holder_of(here)
