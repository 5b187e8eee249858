"""Which column probably feeds which measurement point, why and how surely. Proposed, never taken unseen.

Earlier mappings come first, then the point's id in the column's name, the same question, the same name, and likeness.
"""

import re
from collections.abc import Iterator, Sequence

from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.sources import Mapping
from journeymapper.results.answers import SHARES
from journeymapper.results.doubt import Doubt
from journeymapper.results.fitting import codes_for, doubts
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.likeness import likeness
from journeymapper.results.mapping import points_named
from journeymapper.results.match import Match
from journeymapper.results.meanings import readings_for
from journeymapper.results.name_words import CONFIDENCE, speaking_names
from journeymapper.results.shape_matches import shape_matches

__all__ = ["Match", "match_columns"]

LEAST = 0.6
DOUBTED = 0.75
CERTAIN = 0.98
"""From here on it is said outright what a column is: by an earlier import or by the point's id."""
SURE = 0.9
SHORTEST = 12
_ID = re.compile(r"(?P<id>[a-zåäö]{1,3}[0-9]+)(?![0-9a-zåäö])")


def match_columns(project: Project, inspection: Inspection, mappings: Sequence[Mapping] = ()) -> tuple[Match, ...]:
    """The likeliest column of each point, the surest first; nothing below a confidence of 0.6.

    `mappings` are earlier ones, the latest last; without any those of the project's imports. A point that the
    likeliest column has is not proposed again; a column may feed several points that ask the same.
    """
    mappings = mappings or [project.result_sets[key].mapping for key in project.result_order]
    found: dict[tuple[str, str], Match] = {}
    decimal = inspection.decimal
    for facts in inspection.columns:
        if facts.role == "answer":
            for point, confidence, reason in _likely(project, facts, mappings):
                _keep(found, _match(project, facts, point, confidence, reason, decimal))

    def fits(facts: ColumnFacts, point: MeasurementPoint) -> bool:
        return _fits(list(doubts(facts, project.metrics[point.metric], decimal)), project, point, CONFIDENCE)

    facts_of = {facts.name: facts for facts in inspection.columns}
    for column, key in speaking_names(project, inspection.columns, fits):
        reason = Message("its name speaks of it")
        _keep(found, _match(project, facts_of[column], project.points[key], CONFIDENCE, reason, decimal))
    ordered = sorted(found.values(), key=lambda match: -match.confidence)
    shaped = [
        match
        if match.answer or match.total
        else _match(
            project, facts_of[match.column], project.points[match.point], match.confidence, match.reason, decimal
        )
        for match in shape_matches(project, inspection)
    ]
    return tuple(_with_shape(list(_once(ordered)), [match for match in shaped if match]))


def _with_shape(found: list[Match], shaped: Sequence[Match]) -> list[Match]:
    """What the shape of the file makes known comes first, but for columns and points of which more is known."""
    surer = [match for match in found if match.confidence >= SURE]
    columns, points = {match.column for match in surer}, {match.point for match in surer}
    own = [match for match in shaped if match.column not in columns and match.point not in points]
    columns, points = {match.column for match in own}, {match.point for match in own}
    rest = [match for match in found if match.column not in columns and match.point not in points]
    return sorted([*own, *rest], key=lambda match: -match.confidence)


def _keep(found: dict[tuple[str, str], Match], match: Match | None) -> None:
    if match is None or match.confidence < LEAST:
        return
    key = (match.column, match.point)
    if key not in found or found[key].confidence < match.confidence:
        found[key] = match


def _once(ordered: list[Match]) -> Iterator[Match]:
    """The surest match of each point. A column goes to several points only as surely as to its first."""
    points: set[str] = set()
    columns: dict[str, float] = {}
    for match in ordered:
        if match.point in points or columns.get(match.column, match.confidence) > match.confidence:
            continue
        points.add(match.point)
        columns.setdefault(match.column, match.confidence)
        yield match


def _match(
    project: Project, facts: ColumnFacts, point: MeasurementPoint, confidence: float, reason: Message, decimal: str
) -> Match | None:
    """The match; None where the column's answers are not those of the metric, however much the words are alike."""
    metric = project.metrics[point.metric]
    questions = list(doubts(facts, metric, decimal))
    if not _fits(questions, project, point, confidence):
        return None
    return Match(
        column=facts.name,
        point=point.id,
        confidence=round(confidence * (DOUBTED if questions else 1.0), 2),
        reason=reason,
        doubts=tuple(doubt.message for doubt in questions),
        missing=codes_for(facts, metric, decimal),
        readings=readings_for(facts, metric),
    )


def _fits(questions: list[Doubt], project: Project, point: MeasurementPoint, confidence: float) -> bool:
    """Whether a column is proposed in spite of what is doubtful about it: the less sure, the less may be.

    Where only likeness speaks for it, its answers must be on the metric's own scale, codes and direction aside; a
    share may leave open what they mean, for it has no scale to compare.
    """
    ways = {doubt.way for doubt in questions}
    if confidence >= CERTAIN:
        return True
    if confidence >= SURE:
        return "apart" not in ways
    open_ways = {"codes", "reverse", "empty"} | ({"words"} if project.metrics[point.metric].kind in SHARES else set())
    return ways <= open_ways


def _likely(
    project: Project, facts: ColumnFacts, mappings: Sequence[Mapping]
) -> Iterator[tuple[MeasurementPoint, float, Message]]:
    for mapping in reversed(mappings):
        for use in mapping.columns:
            if _tidy(use.column) == _tidy(facts.name) and use.point in project.points:
                yield project.points[use.point], 1.0, Message("as in an earlier import")
    points = project.ordered_points()
    texts = [text for text in (_tidy(facts.question), _tidy(facts.name)) if text]
    yield from _by_id(points, texts)
    for point in points:
        yield from _by_question(point, texts)
    for text in texts:
        named = points_named(project, text)
        for point in named:
            yield point, 0.92 if len(named) == 1 else 0.65, Message("the same name")
        if not named and len(text) >= SHORTEST:
            yield from _by_place(project, text)


def _by_id(points: Sequence[MeasurementPoint], texts: list[str]) -> Iterator[tuple[MeasurementPoint, float, Message]]:
    for text in texts:
        if found := _ID.match(text):
            whole = found.end() == len(text)
            for point in points:
                if point.id.casefold() == found.group("id"):
                    yield point, 0.98 if whole else 0.95, Message("the point's id")


def _by_question(point: MeasurementPoint, texts: list[str]) -> Iterator[tuple[MeasurementPoint, float, Message]]:
    core = question_core(point.question)
    for text in texts:
        if not core:
            continue
        if core == text:
            yield point, 0.97, Message("the same question")
        elif len(core) >= SHORTEST and core in text:
            yield point, 0.95, Message("its question is in the column's")
        elif min(len(text), len(core)) >= SHORTEST and (alike := likeness(text, core)) >= LEAST:
            words = Message("nearly the same question ({share} % alike)", {"share": round(100 * alike)})
            yield point, min(alike, 0.94), words


def _by_place(project: Project, text: str) -> Iterator[tuple[MeasurementPoint, float, Message]]:
    """A question that speaks of a touchpoint by its name."""
    for journey in project.journeys.values():
        for place in journey.touchpoints.values():
            name = _tidy(place.name)
            if len(name) >= SHORTEST and name in text:
                for point in project.ordered_points():
                    if point.anchor.id == place.id:
                        yield point, 0.7, Message("it speaks of {place}", {"place": place.name})


def question_core(question: str) -> str:
    """A question without the explanation of its scale, in lower case."""
    return _tidy(question.split(" (", maxsplit=1)[0])


def _tidy(text: str) -> str:
    """In lower case, spaces single, no punctuation at the end."""
    return " ".join(text.split()).casefold().rstrip(".?!: ")
