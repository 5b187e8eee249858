"""A score as a row of small type."""

from journeymapper.analysis.score import Score
from journeymapper.language.units import format_value, metric_short
from journeymapper.picture.overlays.overlay import Ground


def written(ground: Ground, score: Score | None, value: float | None = None) -> tuple[str, ...]:
    """The short name and value of a score, or of another value of its metric; nothing where it is not shown."""
    if score is None or not score.shown or score.value is None:
        return ()
    point = ground.project.points[score.point]
    metric = ground.project.metrics[point.metric]
    word = metric_short(ground.language, metric) or point.name or metric.name
    said = format_value(ground.language, metric, score.value if value is None else value)
    return (f"{word} {said}".strip(),)
