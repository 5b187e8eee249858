"""What the map tells in words: of a place where one rests the whole name and where a figure comes from, and aloud
what is selected.
"""

from collections.abc import Iterable

from journeymapper.analysis.score import Score
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.language.units import format_interval, format_value, metric_label, verdict_words
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.sources import ResultSet
from journeymapper.picture.primitives import Group


def hover_text(session: Session, group: Group) -> str:
    """The group's own words, then in Results mode a line for each of its points and its source."""
    lines = [group.tip or group.alt]
    if session.view.mode == "results":
        lines += [_point_words(session, point) for point in _points(session, group.owner)]
    return "\n".join(filter(None, lines))


def read_out(groups: Iterable[Group | None], language: Language) -> str:
    """What a screen reader says of the groups that are selected; without any, how one walks here and leaves."""
    told = "; ".join(group.alt or group.tip for group in groups if group is not None)
    return told or language.text("Arrows and Tab walk along the map, F6 leads out of it.")


def _points(session: Session, owner: str) -> list[MeasurementPoint]:
    points = session.project.points
    return [points[owner]] if owner in points else [p for p in session.project.ordered_points() if p.anchor.id == owner]


def _point_words(session: Session, point: MeasurementPoint) -> str:
    language, project = session.view.language, session.project
    score = session.scores().get(point.id)
    name = point.name or metric_label(language, project.metrics[point.metric])
    if score is None or score.value is None:
        return f"{point.id} · {name}: {verdict_words(language, score.verdict if score else 'not measured')}"
    metric = project.metrics[point.metric]
    parts = [f"{point.id} · {name}: {format_value(language, metric, score.value)}"]
    if score.low is not None and score.high is not None:
        parts.append(format_interval(language, metric, score.low, score.high))
    parts.append(f"n {language.number(score.n or 0)}")
    parts.append(verdict_words(language, score.verdict))
    return "\n   ".join((", ".join(parts), *_source_lines(language, project.result_sets, point, score)))


def _source_lines(
    language: Language, result_sets: dict[str, ResultSet], point: MeasurementPoint, score: Score
) -> list[str]:
    known = [result_sets[key] for key in score.sources if key in result_sets]
    return [
        language.text("{file}, column {column}", file=result_set.account.file, column=column)
        for result_set in known
        for column in (_columns(result_set, point.id) or ["–"])
    ]


def _columns(result_set: ResultSet, point_id: str) -> list[str]:
    return [use.column for use in result_set.mapping.columns if use.point == point_id]
