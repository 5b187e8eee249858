"""Mapping with the keyboard alone: Enter is the next touchpoint, Tab the next stage, a letter begins to rename.

A new card that is left without a name was never made: its step of undo goes with it.
"""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project


class Writing(Protocol):
    """What is asked of the canvas: a name editor over an element, begun with a text and told when it ends empty."""

    def begin_rename(self, element_id: str, text: str | None = None, *, fresh: bool = False) -> None: ...


class TypeToMap:
    """Adds and walks; the canvas shows and edits."""

    def __init__(self, session: Session, canvas: Writing) -> None:
        self._session = session
        self._canvas = canvas
        self._made: Project | None = None

    def next_touchpoint(self) -> None:
        """A new card after the selected one, or the first of the selected stage; then its name."""
        journey = self._journey
        if journey is None or self._session.read_only:
            return
        stage = self._stage(journey)
        if stage is None:
            self.next_stage()
            return
        here = next((key for key in self._session.selection if key in stage.touchpoints), None)
        index = stage.touchpoints.index(here) + 1 if here else 0 if self._selected_stage(journey) else None
        touchpoint = Touchpoint(id=new_id("touchpoint"), name=self._session.view.language.text("New touchpoint"))
        self._make(
            Message("Add touchpoint"),
            touchpoint.id,
            lambda project: edits.add_touchpoint(project, stage.id, touchpoint, index),
        )

    def next_stage(self) -> None:
        """Into the next stage; after the last one a new stage, then its name."""
        journey = self._journey
        if journey is None:
            return
        stage = self._stage(journey)
        place = journey.stage_order.index(stage.id) + 1 if stage else len(journey.stage_order)
        if place < len(journey.stage_order):
            self._session.select((journey.stage_order[place],))
        elif not self._session.read_only:
            new = Stage(id=new_id("stage"), name=self._session.view.language.text("New stage"))
            self._make(Message("Add stage"), new.id, lambda project: edits.add_stage(project, journey.id, new))

    def previous_stage(self) -> None:
        """To the stage itself, and from there to the one before."""
        journey = self._journey
        stage = self._stage(journey) if journey else None
        if journey is None or stage is None:
            return
        place = journey.stage_order.index(stage.id)
        back = place - 1 if self._selected_stage(journey) else place
        self._session.select((journey.stage_order[max(back, 0)],))

    def follow(self, key: Qt.Key) -> None:
        """Go on after a name was taken, or from a card that is only selected."""
        if key == Qt.Key.Key_Tab:
            self.next_stage()
        elif key == Qt.Key.Key_Backtab:
            self.previous_stage()
        else:
            self.next_touchpoint()

    def drop(self) -> None:
        """Take back the new element that got no name, if nothing else was done since."""
        if self._made is not None and self._session.project is self._made:
            self._session.undo()

    def write(self, text: str) -> None:
        """Begin the selected element's name anew with what was typed."""
        if self._session.selection:
            self._canvas.begin_rename(self._session.selection[0], text)

    def _make(self, name: Message, element_id: str, edit: Edit) -> None:
        self._session.apply(name, edit)
        self._made = self._session.project
        self._session.select((element_id,))
        self._canvas.begin_rename(element_id, "", fresh=True)

    @property
    def _journey(self) -> Journey | None:
        return self._session.project.journeys.get(self._session.view.journey)

    def _selected_stage(self, journey: Journey) -> bool:
        return any(key in journey.stages for key in self._session.selection[:1])

    def _stage(self, journey: Journey) -> Stage | None:
        """The stage that is selected or holds the selected card; the last one where nothing is."""
        for key in self._session.selection:
            if key in journey.stages:
                return journey.stages[key]
            holder = next((stage for stage in journey.stages.values() if key in stage.touchpoints), None)
            if holder is not None:
                return holder
        return journey.stages[journey.stage_order[-1]] if journey.stage_order else None


def begins_a_name(event: QKeyEvent) -> bool:
    """Whether a key types something: no command, no control character, no bare space."""
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & commands
