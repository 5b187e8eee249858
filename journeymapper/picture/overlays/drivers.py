"""How much each touchpoint matters for the whole, as customers' answers imply it: its share of what is explained."""

from journeymapper.analysis.drivers.report import Driver
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Overlay, nothing
from journeymapper.picture.overlays.written import written


def drivers_overlay(ground: Ground) -> Overlay:
    """Drivers as far as they have been found; until then, and where they cannot be, the cards say so."""
    text, report = ground.language.text, ground.drivers
    points = ground.project.points
    drivers = report.drivers if report is not None else ()
    found = {points[driver.point].anchor.id: driver for driver in reversed(drivers) if driver.point in points}
    title = text("Drivers")
    if report is not None and report.outcome in points:
        title = text("Drivers of {outcome}", outcome=points[report.outcome].name or report.outcome)
    return Overlay(
        name="drivers",
        title=title,
        explain=text("share of what all explain together; association, not proof of cause"),
        marks={each.id: _mark(ground, each, found) for each in ground.journey.ordered_touchpoints()},
        keys=(
            Key("■", "certainly worse", text("matters more than most and certainly worse than target")),
            Key("■", "accent", text("share of what is explained")),
            Key("□", "plain", text("no stronger than chance")),
        ),
    )


def _mark(ground: Ground, touchpoint: Touchpoint, found: dict[str, Driver]) -> Mark:
    language, score = ground.language, ground.shown(touchpoint)
    if not found:
        return nothing(language.text("not known yet"))
    driver = found.get(touchpoint.id)
    if driver is None:
        return nothing(language.text("not asked together"))
    urgent = driver.share > 1 / len(found) and score is not None and score.shown and score.verdict == "worse"
    chance = driver.beats_chance is False
    limits: tuple[str, ...] = ()
    if driver.low is not None and driver.high is not None:
        limits = (f"{language.number(driver.low, 2)}–{language.number(driver.high, 2)}",)
    return Mark(
        head=language.percent(100 * driver.share),
        rows=(*limits, *written(ground, score)),
        sign="□" if chance else "■",
        tone="plain" if chance else "certainly worse" if urgent else "accent",
        fill=driver.share,
    )
