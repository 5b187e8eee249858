"""How important the team says each touchpoint is, 1 to 5, beside how it scores."""

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Overlay, nothing
from journeymapper.picture.overlays.written import written


def importance_overlay(ground: Ground) -> Overlay:
    """Stated importance; the band is as long as it is high."""
    text = ground.language.text
    return Overlay(
        name="importance",
        title=text("Importance"),
        explain=text("as stated by the team, 1–5; the score below"),
        marks={each.id: _mark(ground, each) for each in ground.journey.ordered_touchpoints()},
        keys=(
            Key("■", "certainly worse", text("important (4–5) and certainly worse than target")),
            Key("■", "accent", text("importance stated")),
            Key("○", "plain", text("importance not stated")),
        ),
    )


def _mark(ground: Ground, touchpoint: Touchpoint) -> Mark:
    language = ground.language
    score = ground.shown(touchpoint)
    if touchpoint.importance is None:
        return nothing(language.text("not stated"))
    urgent = touchpoint.importance >= 4 and score is not None and score.shown and score.verdict == "worse"
    return Mark(
        head=language.text("{importance} of 5", importance=touchpoint.importance),
        rows=written(ground, score),
        sign="■",
        tone="certainly worse" if urgent else "accent",
        fill=touchpoint.importance / 5,
    )
