"""A journey or a stage as a whole: never one figure alone, and never without the worst (methods.md 3)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.analysis.pooling import MetricRollup
from journeymapper.analysis.rollups import JourneyRollup, StageRollup
from journeymapper.desktop.inspector.results.headings import caption, wrapped
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.labels import plain_label
from journeymapper.language.units import format_gap, format_interval, format_value, metric_label
from journeymapper.model.journey import Journey, Stage


class WholeLines(QWidget):
    """How many touchpoints fall short, the worst of them, the volume that meets it, means of one metric at a time."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        lines = list(whole_lines(subject))
        self.count = len(lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if lines:
            column.addWidget(caption(subject.language.text("Taken together")))
        for number, words in enumerate(lines):
            label = wrapped(plain_label(words, "" if number == 0 else "quiet"))
            label.setObjectName(f"whole-{number}")
            column.addWidget(label)


def whole_lines(subject: Subject) -> Iterator[str]:
    """The lines for a journey or a stage with measured touchpoints; none for anything else."""
    element, session = subject.element, subject.session
    journey = element if isinstance(element, Journey) else session.project.journey_of(subject.id)
    if journey is None or not isinstance(element, Journey | Stage):
        return
    whole = session.rollup(journey.id)
    found: JourneyRollup | StageRollup | None = whole if isinstance(element, Journey) else whole.stages.get(element.id)
    if found is None or not found.measured:
        return
    language = subject.language
    yield language.plural(
        "{n} of {measured} measured touchpoints is certainly worse than its target",
        "{n} of {measured} measured touchpoints are certainly worse than their targets",
        found.worse, measured=found.measured,
    )  # fmt: skip
    if found.worst is not None:
        yield _worst(subject, journey, found.worst)
    if isinstance(found, JourneyRollup):
        yield from _volume_and_coverage(subject, found)
    for metric in found.metrics:
        yield _mean(subject, journey, metric)


def _worst(subject: Subject, journey: Journey, touchpoint: str) -> str:
    language, score = subject.language, subject.session.shown_score(touchpoint)
    name = journey.touchpoints[touchpoint].name
    if score is None or not score.shown or score.value is None:
        return language.text("The worst: {touchpoint}", touchpoint=name)
    metric = subject.project.metrics[subject.project.points[score.point].metric]
    said = format_value(language, metric, score.value)
    if score.gap is not None:
        said = f"{said}, {format_gap(language, metric, score.gap, score.target)}"
    return f"{language.text('The worst: {touchpoint}', touchpoint=name)} ({said})"


def _volume_and_coverage(subject: Subject, whole: JourneyRollup) -> Iterator[str]:
    language = subject.language
    if whole.share_of_volume_below is None:
        yield language.text(
            "Share of encounters that fall short: cannot be told, volumes are missing or of different units"
        )
    else:
        share = language.percent(whole.share_of_volume_below)
        yield language.text("{share} of the encounters are at touchpoints certainly worse than target", share=share)
    yield language.text(
        "Measured: {measured} of {wanted} touchpoints, {moments} of {of_moments} moments of truth",
        measured=whole.measured, wanted=whole.to_measure, moments=whole.moments_measured, of_moments=whole.moments,
    )  # fmt: skip


def _mean(subject: Subject, journey: Journey, found: MetricRollup) -> str:
    """One metric over its touchpoints, weighted by volume, what it rests on, and its worst touchpoint."""
    language, metric = subject.language, subject.project.metrics[found.metric]
    interval = format_interval(language, metric, found.low, found.high)
    return language.text(
        "{metric}, weighted by volume: {value} on {covered} of the volume; the worst: {touchpoint}, {worst}",
        metric=metric_label(language, metric),
        value=format_value(language, metric, found.value) + (f" ({interval})" if interval else ""),
        covered=language.percent(found.covered), touchpoint=journey.touchpoints[found.worst].name,
        worst=format_value(language, metric, found.worst_value),
    )  # fmt: skip
