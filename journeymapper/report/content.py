"""What a report reports on: one project and its scores, computed once, and words that several pages need."""

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from journeymapper.analysis.paths.report import PathReport
from journeymapper.analysis.score import Score
from journeymapper.language.language import NO_BREAK_SPACE, Language
from journeymapper.language.units import metric_label, metric_statistic
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.picture.theme import LIGHT

STAR = "★"


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """The project, the scores of one wave in plan order, the report's language and its date.

    `tallies` are for what is looked at over waves; `before` are the scores of the wave that is compared with, `earlier`
    its name, empty without one. `segment` is whom the scores are of, none for everybody. `history` are the scores of
    each wave with results up to this one, by wave and point; `comments` the masked ones that were kept, by point;
    `paths` are what event logs say, by journey.
    """

    project: Project
    scores: dict[str, Score]
    wave: str
    language: Language
    date: date
    tallies: Mapping[str, Tally] = {}
    attachments: Mapping[str, bytes] = {}
    earlier: str = ""
    before: Mapping[str, Score] = {}
    segment: tuple[str, str] | None = None
    history: Mapping[str, Mapping[str, Score]] = {}
    comments: Mapping[str, tuple[str, ...]] = {}
    paths: Mapping[str, PathReport] = {}

    @property
    def footer(self) -> str:
        """Whose it is, what must be said with it and for whom; the project's own words where it has some."""
        if self.project.report.footer:
            return self.project.report.footer
        parts = (self.project.client, self.project.disclaimer, self.project.confidentiality)
        return " · ".join(part for part in parts if part) or self.project.name

    @property
    def whom(self) -> str:
        """Whose answers these are."""
        return f"{self.segment[0]}: {self.segment[1]}" if self.segment else self.language.text("all customers")

    @property
    def accent(self) -> str:
        """The client's colour where it is dark enough to be read on white, else ours."""
        colour = self.project.report.colour
        return colour if legible(colour) else LIGHT.accent

    def metric(self, point: MeasurementPoint) -> Metric:
        """The metric of a point."""
        return self.project.metrics[point.metric]

    def over_waves(self, point: MeasurementPoint) -> list[Score]:
        """The scores of a point wave by wave, the oldest first."""
        return [scores[point.id] for scores in self.history.values() if point.id in scores]

    def score(self, point: MeasurementPoint) -> Score:
        """The score of a point, an unmeasured one where there is none."""
        return self.scores.get(point.id) or Score(point=point.id, wave=self.wave)


def legible(colour: str) -> bool:
    """Whether a colour `#RRGGBB` has a contrast of at least 4.5:1 on white (WCAG's relative luminance)."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        return False
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    light = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    luminance = sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), light, strict=True))
    return 1.05 / (luminance + 0.05) >= 4.5


def points_of(project: Project, journey: Journey) -> list[MeasurementPoint]:
    """The points of a journey in plan order; those on the whole relationship go with the first journey."""
    first = project.journey_order[:1] == (journey.id,)

    def belongs(point: MeasurementPoint) -> bool:
        if point.anchor.kind == "relationship":
            return first
        return project.journey_of(point.anchor.id) is journey

    return [point for point in project.ordered_points() if belongs(point)]


def touchpoint_of(project: Project, point: MeasurementPoint) -> Touchpoint | None:
    """The touchpoint that a point hangs on."""
    journey = project.journey_of(point.anchor.id) if point.anchor.kind == "touchpoint" else None
    return journey.touchpoints.get(point.anchor.id) if journey else None


def place_name(content: Content, point: MeasurementPoint) -> str:
    """Where a point is taken: its touchpoint, starred where it is a moment of truth, else what else it hangs on."""
    kind, project = point.anchor.kind, content.project
    touchpoint = touchpoint_of(project, point)
    if touchpoint:
        return starred(touchpoint)
    if kind == "relationship":
        return content.language.text("Whole relationship")
    journey = project.journey_of(point.anchor.id)
    if journey is None or kind == "journey":
        return content.language.text("Whole journey")
    if kind == "stage":
        return content.language.text("Stage: {stage}", stage=journey.stages[point.anchor.id].name)
    return hand_off_name(journey, point.anchor.id)


def starred(touchpoint: Touchpoint) -> str:
    """A touchpoint's name, with a star where it is a moment of truth."""
    return f"{touchpoint.name}{NO_BREAK_SPACE}{STAR}" if touchpoint.moment_of_truth else touchpoint.name


def hand_off_name(journey: Journey, hand_off_id: str) -> str:
    """The two functions of a hand-off, or the touchpoints that it lies between."""
    hand_off = journey.hand_offs[hand_off_id]
    ends = [
        function or (journey.touchpoints[end].name if end in journey.touchpoints else "")
        for function, end in ((hand_off.from_function, hand_off.source), (hand_off.to_function, hand_off.target))
    ]
    return " → ".join(end for end in ends if end)


def measure_name(content: Content, point: MeasurementPoint) -> str:
    """What is measured at a point: its own name where it has one, and its metric."""
    metric = content.metric(point)
    if not point.name:
        return metric_label(content.language, metric)
    return f"{point.name}, {metric_statistic(content.language, metric)}"
