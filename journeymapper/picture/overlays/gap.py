"""The gap of each touchpoint to its target: the band is as long as the gap is wide on the 0–100 scale."""

from journeymapper.analysis.score import Score
from journeymapper.language.units import format_gap, format_target, format_value
from journeymapper.picture.overlays.overlay import Ground, Mark, Overlay, judged, nothing
from journeymapper.picture.overlays.verdict_keys import verdict_keys


def gap_overlay(ground: Ground) -> Overlay:
    """Gaps in the metrics' own units; compared with each other only by the length of the band."""
    shown = {each.id: ground.shown(each) for each in ground.journey.ordered_touchpoints()}
    widest = max((_width(score) for score in shown.values()), default=0.0)
    text = ground.language.text
    return Overlay(
        name="gap",
        title=text("Gap to target"),
        explain=text("own unit, negative is worse; band: width of the gap on the own 0–100 scale"),
        marks={key: _mark(ground, score, widest) for key, score in shown.items()},
        keys=verdict_keys(ground.language),
    )


def _mark(ground: Ground, score: Score | None, widest: float) -> Mark:
    language = ground.language
    if score is None or not score.shown or score.value is None:
        return nothing(language.text("not measured"))
    metric = ground.project.metrics[ground.project.points[score.point].metric]
    value = format_value(language, metric, score.value)
    if score.gap is None or score.target is None:
        return judged(score, value, (language.text("no target"),), fill=0.0)
    rows = (value, language.text("target {target}", target=format_target(language, metric, score.target)))
    return judged(
        score, format_gap(language, metric, score.gap), rows, fill=_width(score) / widest if widest else 0.0
    )  # fmt: skip


def _width(score: Score | None) -> float:
    """The gap on the score's own 0–100 goalposts."""
    if score is None or not score.shown or score.score100 is None or score.target100 is None:
        return 0.0
    return abs(score.score100 - score.target100)
