"""The staff's own experience beside the customers': groups of staff under five are never shown."""

from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Other, Overlay, nothing
from journeymapper.picture.overlays.verdict_keys import verdict_keys
from journeymapper.picture.overlays.written import written
from journeymapper.picture.symbols import verdict_sign
from journeymapper.picture.theme import tone_of


def staff_overlay(ground: Ground) -> Overlay:
    """Points that ask the staff, on the touchpoint itself, on its stage, or covering either."""
    text = ground.language.text
    asked = [point for point in ground.project.ordered_points() if point.asks_staff]
    return Overlay(
        name="staff",
        title=text("Staff beside customers"),
        explain=text("what the staff answers about its own work, each on its own scale; ring: staff"),
        marks={each.id: _mark(ground, each, asked) for each in ground.journey.ordered_touchpoints()},
        keys=(*verdict_keys(ground.language), Key("○", "plain", text("staff"))),
    )


def _mark(ground: Ground, touchpoint: Touchpoint, asked: list[MeasurementPoint]) -> Mark:
    language = ground.language
    places = {touchpoint.id, getattr(ground.journey.holder_of(touchpoint.id), "id", "")}
    about = [point for point in asked if point.anchor.id in places or not places.isdisjoint(point.also_covers)]
    found = [score for point in about if (score := ground.scores.get(point.id)) is not None and score.shown]
    if not found:
        return nothing(language.text("staff not asked") if not about else language.text("too few answers"))
    staff = found[0]
    shown = ground.shown(touchpoint)
    customers: Score | None = shown if shown is not None and shown.shown and shown.point != staff.point else None
    count = (language.text("staff n {n}", n=language.number(staff.n)),) if staff.n is not None else ()
    others = (Other(staff.score100, language.text("staff")),) if staff.score100 is not None else ()
    head = written(ground, staff)[0]
    return Mark(
        head=language.text("staff: {score}", score=head), rows=(*count, *written(ground, customers)),
        sign=verdict_sign(staff), tone=tone_of(staff), fill=(staff.score100 or 0.0) / 100, others=others,
    )  # fmt: skip
