"""How many encounters a year each touchpoint has."""

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Overlay, nothing
from journeymapper.picture.overlays.written import written


def volume_overlay(ground: Ground) -> Overlay:
    """Volumes; bands are compared only among touchpoints that count in the same unit."""
    text = ground.language.text
    touchpoints = ground.journey.ordered_touchpoints()
    most: dict[str, int] = {}
    for each in touchpoints:
        most[each.volume_unit] = max(most.get(each.volume_unit, 0), each.volume or 0)
    return Overlay(
        name="volume",
        title=text("Volume"),
        explain=text("encounters a year; band: against the largest of the same unit"),
        marks={each.id: _mark(ground, each, most[each.volume_unit]) for each in touchpoints},
        keys=(
            Key("■", "accent", text("encounters a year")),
            Key("○", "plain", text("volume not stated")),
        ),
    )


def _mark(ground: Ground, touchpoint: Touchpoint, most: int) -> Mark:
    language = ground.language
    if touchpoint.volume is None:
        return nothing(language.text("not stated"))
    rows = tuple(filter(None, (touchpoint.volume_unit, *written(ground, ground.shown(touchpoint)))))
    return Mark(
        head=language.number(touchpoint.volume), rows=rows, sign="■", tone="accent",
        fill=touchpoint.volume / most if most else 0.0,
    )  # fmt: skip
