"""How sure each figure is: certain or not, the interval, and how many more answers would settle it."""

from journeymapper.analysis.planning import is_in_reach, more_answers_needed
from journeymapper.analysis.score import Score
from journeymapper.language.units import format_interval
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Overlay, nothing


def certainty_overlay(ground: Ground) -> Overlay:
    """Certainty against target, whichever side; the band is as long as the interval is narrow."""
    text = ground.language.text
    shown = {each.id: ground.shown(each) for each in ground.journey.ordered_touchpoints()}
    return Overlay(
        name="certainty",
        title=text("Certainty"),
        explain=text("is the difference from target certain? band: how narrow the interval is"),
        marks={key: _mark(ground, score) for key, score in shown.items()},
        keys=(
            Key("●", "accent", text("certain")),
            Key("◐", "worse", text("not certain")),
            Key("○", "plain", text("few answers, indicative")),
            Key("□", "plain", text("certainty cannot be computed")),
        ),
    )


def _mark(ground: Ground, score: Score | None) -> Mark:
    text = ground.language.text
    if score is None or not score.shown:
        return nothing(text("too few answers") if score is not None and score.hidden else text("not measured"))
    metric = ground.project.metrics[ground.project.points[score.point].metric]
    interval = format_interval(ground.language, metric, score.low, score.high)
    counted = text("n {n}", n=ground.language.number(score.n)) if score.n is not None else ""
    rows = tuple(filter(None, (interval, counted, *_needed(ground, score))))
    fill = _narrowness(score)
    if score.verdict in ("better", "worse"):
        if score.indicative:
            return Mark(head=text("indicative"), rows=rows, sign="○", fill=fill)
        return Mark(head=text("certain"), rows=rows, sign="●", tone="accent", fill=fill)
    if score.verdict == "uncertain":
        return Mark(head=text("not certain"), rows=rows, sign="◐", tone="worse", fill=fill)
    words = text("no target") if score.verdict == "no target" else text("no interval")
    return Mark(head=words, rows=rows, fill=fill)


def _needed(ground: Ground, score: Score) -> tuple[str, ...]:
    """How many more answers would settle it, the figure staying as it is."""
    more = more_answers_needed(score)
    if more is None:
        return ()
    if not is_in_reach(score, more):
        return (ground.language.text("as good as on target"),)
    return (ground.language.plural("{n} more needed", "{n} more needed", more),)


def _narrowness(score: Score) -> float:
    """1 for an interval of no width, 0 for one as wide as the scale or for none."""
    if score.low100 is None or score.high100 is None:
        return 0.0
    return max(0.0, 1 - (score.high100 - score.low100) / 100)
