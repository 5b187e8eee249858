"""Where a command applies: the selected stages and touchpoints of the journey shown, and the place after them."""

from collections.abc import Iterable

import msgspec

from journeymapper.desktop.session import Session
from journeymapper.model.journey import Journey


class Here(msgspec.Struct, frozen=True, kw_only=True):
    """The selection in the journey shown, in the map's order; parked touchpoints come last."""

    journey: Journey
    stages: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()

    @property
    def parked(self) -> tuple[str, ...]:
        """The selected touchpoints that are parked."""
        return tuple(key for key in self.touchpoints if key in self.journey.parked)

    @property
    def standing(self) -> tuple[str, ...]:
        """The selected touchpoints that stand in a stage."""
        return tuple(key for key in self.touchpoints if key not in self.journey.parked)

    @property
    def elements(self) -> tuple[str, ...]:
        """Stages and touchpoints together."""
        return (*self.stages, *self.touchpoints)

    def place_after(self) -> tuple[str, int | None]:
        """The stage and index right after the last that is selected; no stage for the parking lot, or without any."""
        journey = self.journey
        if self.touchpoints and not self.standing:
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
    ordered = (touchpoint.id for touchpoint in (*journey.ordered_touchpoints(), *journey.parked_touchpoints()))
    return Here(
        journey=journey,
        stages=_chosen(journey.stage_order, chosen),
        touchpoints=_chosen(ordered, chosen),
    )


def new_in(journey: Journey, before: Journey) -> tuple[str, ...]:
    """The stages that a journey has and had not before, else the touchpoints, in the map's order."""
    stages = tuple(key for key in journey.stage_order if key not in before.stages)
    ordered = (*journey.ordered_touchpoints(), *journey.parked_touchpoints())
    return stages or tuple(touchpoint.id for touchpoint in ordered if touchpoint.id not in before.touchpoints)


def _chosen(keys: Iterable[str], chosen: set[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key in chosen)
