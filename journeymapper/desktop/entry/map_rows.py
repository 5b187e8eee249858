"""A map as rows of words: journeys, stages and touchpoints with what a map file says of them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from journeymapper.desktop.entry.lane_words import LANE_WORDS, in_a_line, said_at
from journeymapper.language.language import Language
from journeymapper.language.metric_labels import metric_label
from journeymapper.language.units import format_target
from journeymapper.mapfiles.sketch import Lane
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project

Said = dict[str, list[tuple[Lane, str]]]


class MapRow(NamedTuple):
    """The words of one line, empty where nothing is said, and the lines below it."""

    name: str
    channels: str = ""
    feeling: str = ""
    personas: str = ""
    measured_by: str = ""
    lanes: str = ""
    below: "tuple[MapRow, ...]" = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The words, a cell each."""
        return (self.name, self.channels, self.feeling, self.personas, self.measured_by, self.lanes)


def map_rows(project: Project, language: Language) -> tuple[MapRow, ...]:
    """The project's journeys with all that is in them."""
    rows = _Rows(project, language)
    return tuple(rows.journey(one) for one in project.ordered_journeys())


class _Rows:
    """Puts into words what hangs on each element; looked up once, for a map may be large."""

    def __init__(self, project: Project, language: Language) -> None:
        self._project, self._language = project, language
        self._points: defaultdict[str, list[MeasurementPoint]] = defaultdict(list)
        self._said: Said = defaultdict(list)
        for point in project.ordered_points():
            self._points[point.anchor.id].append(point)
        for key, lane, text in _hanging(project):
            self._said[key].append((lane, in_a_line(text)))

    def journey(self, journey: Journey) -> MapRow:
        """A journey with its stages."""
        stages = tuple(
            MapRow(
                name=stage.name,
                lanes=self._words([("length", stage.usual_length), ("function", stage.function),
                                   ("owner", stage.owner), *self._said[stage.id]]),
                below=tuple(self._touchpoint(journey.touchpoints[key]) for key in stage.touchpoints),
            )
            for stage in journey.ordered_stages()
        )  # fmt: skip
        return MapRow(name=journey.name, lanes=in_a_line(journey.scope), below=stages)

    def _touchpoint(self, one: Touchpoint) -> MapRow:
        project = self._project
        star, some = " ★" if one.moment_of_truth else "", " ◇" if one.conditional else ""
        return MapRow(
            name=f"{one.name}{star}{some}",
            channels=", ".join(project.channels[key].name for key in one.channels),
            feeling="" if one.feeling is None else self._language.number(one.feeling, sign=True),
            personas=", ".join(project.personas[key].name for key in one.personas),
            measured_by=", ".join(map(self._point, self._points[one.id])),
            lanes=self._words([*said_at(one), *self._said[one.id]]),
        )

    def _point(self, point: MeasurementPoint) -> str:
        metric = self._project.metrics[point.metric]
        label = metric_label(self._language, metric)
        if point.target is None or point.target.value is None:
            return label
        return f"{label} ({format_target(self._language, metric, point.target.value)})"

    def _words(self, said: list[tuple[Lane, str]]) -> str:
        return "   ".join(f"{self._language.message(LANE_WORDS[lane])}: {text}" for lane, text in said if text)


def _hanging(project: Project) -> Iterator[tuple[str, Lane, str]]:
    """The messages, actions and notes: the id of what each hangs on, its lane, its words."""
    for journey in project.journeys.values():
        for key in journey.message_order:
            yield journey.messages[key].touchpoint, "message", journey.messages[key].text
    for action in (project.actions[key] for key in project.action_order):
        if action.anchor is not None:
            yield action.anchor.id, "opportunity" if action.opportunity else "action", action.title
    for note in project.ordered_notes():
        yield note.anchor.id, "note", note.text
