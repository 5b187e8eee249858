"""Where a command applies: what is selected of the journey shown, the place after it, and what new things hang on."""

from collections.abc import Iterable

import msgspec

from journeymapper.desktop.session import Session
from journeymapper.model.find import find, kind_of
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.project import Action, Note, Project


class Here(msgspec.Struct, frozen=True, kw_only=True):
    """The selection in the journey shown, in the map's order: stages, touchpoints that stand in one, parked ones.

    `stickies` are the notes and actions that are selected, wherever they hang.
    """

    journey: Journey
    stages: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    stickies: tuple[str, ...] = ()

    @property
    def touchpoints(self) -> tuple[str, ...]:
        """The selected touchpoints; parked ones come last."""
        return (*self.standing, *self.parked)

    @property
    def elements(self) -> tuple[str, ...]:
        """Stages and touchpoints together."""
        return (*self.stages, *self.touchpoints)

    @property
    def copied(self) -> tuple[str, ...]:
        """All that can be carried elsewhere."""
        return (*self.elements, *self.stickies)

    def place_after(self) -> tuple[str, int | None]:
        """The stage and index right after the last that is selected; no stage for the parking lot, or without any."""
        journey = self.journey
        if self.parked and not self.standing:
            return "", journey.parked.index(self.parked[-1]) + 1
        if self.standing:
            stage = journey.stage_of(self.standing[-1])
            return stage.id, stage.touchpoints.index(self.standing[-1]) + 1
        last = self.stages[-1:] or journey.stage_order[-1:]
        return (last[0], None) if last else ("", None)


def here(session: Session) -> Here | None:
    """What is selected of the journey shown; None without a journey."""
    journey = session.project.journeys.get(session.view.journey)
    if journey is None:
        return None
    chosen = set(session.selection)
    return Here(
        journey=journey,
        stages=_chosen(journey.stage_order, chosen),
        standing=_chosen((key for stage in journey.ordered_stages() for key in stage.touchpoints), chosen),
        parked=_chosen(journey.parked, chosen),
        stickies=_chosen(stickies_of(session.project), chosen),
    )


def anchor_here(session: Session) -> Anchor:
    """What a new point, action or note hangs on: the selection if it can, or what it hangs on; else the journey."""
    for key in session.selection:
        element = find(session.project, key)
        if element is not None and (kind := kind_of(element)) in ("touchpoint", "stage", "hand-off"):
            return Anchor(kind, key)  # type: ignore[arg-type]  # narrowed by the line above
        if isinstance(element, MeasurementPoint | Note | Action) and element.anchor is not None:
            return element.anchor
    return Anchor("journey", session.view.journey)


def made_since(session: Session, before: Project) -> tuple[str, ...]:
    """The stages, touchpoints, or notes and actions that there are and were not before: the first kind of these."""
    key, project = session.view.journey, session.project
    made = new_in(project.journeys[key], before.journeys[key])
    known = set(stickies_of(before))
    return made or tuple(key for key in stickies_of(project) if key not in known)


def stickies_of(project: Project) -> tuple[str, ...]:
    """The ids of all notes and actions in their orders."""
    return (*project.note_order, *project.action_order)


def new_in(journey: Journey, before: Journey) -> tuple[str, ...]:
    """The stages that a journey has and had not before, else the touchpoints, in the map's order."""
    stages = tuple(key for key in journey.stage_order if key not in before.stages)
    ordered = (*journey.ordered_touchpoints(), *journey.parked_touchpoints())
    return stages or tuple(touchpoint.id for touchpoint in ordered if touchpoint.id not in before.touchpoints)


def _chosen(keys: Iterable[str], chosen: set[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key in chosen)
