"""Columns that what a row is makes known: smileys of a terminal, stars of a review, times of a case, conversions.

Proposed for a point only where the project has no other that it could be.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from journeymapper.model.measurement import MeasurementPoint, MetricKind
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.results import shape_words as words
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.match import Match
from journeymapper.results.meanings import readings_for
from journeymapper.results.smileys import smiley_step

SURE, LIKELY = 0.92, 0.8
COUNTS = ("number", "scale", "choice", "id")
Columns = Sequence[ColumnFacts]


def shape_matches(project: Project, inspection: Inspection) -> tuple[Match, ...]:
    """The columns that the file's shape makes known, with their points."""
    recognise = SHAPES.get(inspection.shape)
    return tuple(recognise(project, inspection.columns)) if recognise else ()


def _smileys(project: Project, columns: Columns) -> Iterator[Match]:
    point = _only(project, ("smiley",))
    if point is None:
        return
    reason = Message("its cells count the presses of one smiley")
    for facts in columns:
        answer = smiley_step(facts.name, project.metrics[point.metric])
        if answer and facts.kind in COUNTS:
            yield Match(column=facts.name, point=point.id, confidence=SURE, reason=reason, answer=answer)


def _presses(project: Project, columns: Columns) -> Iterator[Match]:
    point = _only(project, ("smiley",))
    column = next(iter(_called(columns, words.BUTTONS)), None)
    if point and column:
        reason = Message("its cells are buttons; the highest is taken for the happiest")
        yield Match(column=column.name, point=point.id, confidence=LIKELY, reason=reason)


def _reviews(project: Project, columns: Columns) -> Iterator[Match]:
    point = _only(project, ("stars",))
    column = next((facts for facts in _called(columns, words.STARS) if facts.kind == "scale"), None)
    if point and column:
        readings = readings_for(column, project.metrics[point.metric])
        reason = Message("its cells are the stars of reviews")
        yield Match(column=column.name, point=point.id, confidence=SURE, reason=reason, readings=readings)


def _cases(project: Project, columns: Columns) -> Iterator[Match]:
    """Solved at the first contact as the file says it itself, else as it is computed; and how long cases wait."""
    for kinds, spoken, named, reason in CASES:
        column = next((facts for pattern in named for facts in _called(columns, pattern)), None)
        point = _only(project, kinds, spoken)
        if point and column:
            yield Match(column=column.name, point=point.id, confidence=LIKELY, reason=reason)


def _visits(project: Project, columns: Columns) -> Iterator[Match]:
    """Conversions of all sessions, for the only share that is taken on the web."""
    point = _only(project, ("share",), words.ONLINE, spoken=True)
    conversions = next(iter(_called(columns, words.CONVERSIONS)), None)
    sessions = next(iter(_called(columns, words.SESSIONS)), None)
    if point and conversions and sessions:
        counted = next(iter(project.metrics[point.metric].counted), "yes")
        reason = Message("conversions of all sessions")
        yield Match(column=conversions.name, point=point.id, confidence=LIKELY, reason=reason, answer=counted)
        yield Match(column=sessions.name, point=point.id, confidence=LIKELY, reason=reason, total=True)


def _called(columns: Columns, pattern: str) -> list[ColumnFacts]:
    """The columns with one of the words in their names."""
    whole = re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])")
    return [facts for facts in columns if whole.search(" ".join(facts.name.casefold().replace("_", " ").split()))]


def _only(
    project: Project, kinds: Iterable[MetricKind], pattern: str = "", *, spoken: bool = False
) -> MeasurementPoint | None:
    """The only point of these kinds, or the only one that speaks of something; `spoken` takes no other."""
    points = [point for point in project.ordered_points() if project.metrics[point.metric].kind in tuple(kinds)]
    speaking = [point for point in points if pattern and re.search(pattern, _told(project, point))]
    if len(speaking) == 1:
        return speaking[0]
    return points[0] if len(points) == 1 and not spoken and not pattern else None


def _told(project: Project, point: MeasurementPoint) -> str:
    """What is said of a point: name, question, place, channels and how it is collected."""
    journey = project.journey_of(point.anchor.id)
    place = journey.touchpoints.get(point.anchor.id) if journey else None
    channels = [*point.channels, *(place.channels if place else ())]
    names = [project.channels[key].name for key in channels if key in project.channels]
    told = (point.name, point.question, place.name if place else "", point.method, point.system, point.instrument)
    return " ".join((*told, *names)).casefold()


CASES: tuple[tuple[tuple[MetricKind, ...], str, tuple[str, ...], Message], ...] = (
    (("fcr",), "", (words.AT_ONCE, r"1 = one contact", r"1 = not again"), Message("solved at the first contact")),
    (("median", "p90", "mean"), words.WAITING, (rf"(?:{words.ANSWERED}).*\(min",),
     Message("the time until the answer, in minutes")),
    (("median", "p90", "mean"), words.SOLVING, (rf"(?:{words.CLOSED}).*\(h",),
     Message("the time until the case was closed, in hours")),
    (("share",), words.IN_TIME, (rf"(?:{words.ANSWERED}).*1 = in time", r"1 = in time"),
     Message("answered by the time that was promised")),
)  # fmt: skip
SHAPES: dict[str, Callable[[Project, Columns], Iterator[Match]]] = {
    "counts by hour": _smileys, "presses": _presses, "reviews": _reviews, "cases": _cases, "web analytics": _visits,
}  # fmt: skip
