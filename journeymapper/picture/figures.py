"""The words and figures of one touchpoint, in the reader's language and the metric's own unit."""

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.language.language import Language
from journeymapper.language.units import (
    NETS,
    format_gap,
    format_interval,
    format_target,
    format_value,
    metric_label,
    metric_short,
    value_digits,
    verdict_words,
)
from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.project import Project


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One point's score in words; empty where there is none."""

    word: str = ""
    value: str = ""
    bare: str = ""
    gap: str = ""
    target: str = ""
    interval: str = ""
    n: str = ""
    spoken: str = ""


def figure(project: Project, language: Language, score: Score) -> Figure:
    """The texts of a score; `bare` is the value without its unit, `spoken` all of it in a sentence."""
    point = project.points[score.point]
    metric = project.metrics[point.metric]
    word = metric_short(language, metric) or point.name or metric.name
    if score.value is None or score.hidden:
        return Figure(word=word, spoken=f"{_name(language, point, metric)}: {verdict_words(language, score.verdict)}")
    return Figure(
        word=word,
        value=format_value(language, metric, score.value),
        bare=language.number(score.value, value_digits(metric, score.value), sign=metric.kind in NETS),
        gap="" if score.gap is None else format_gap(language, metric, score.gap),
        target="" if score.target is None else format_target(language, metric, score.target),
        interval=format_interval(language, metric, score.low, score.high),
        n="" if score.n is None else language.text("n {n}", n=language.number(score.n)),
        spoken=_spoken(language, point, metric, score),
    )


def _name(language: Language, point: MeasurementPoint, metric: Metric) -> str:
    return point.name or metric_label(language, metric)


def _spoken(language: Language, point: MeasurementPoint, metric: Metric, score: Score) -> str:
    assert score.value is not None
    interval = format_interval(language, metric, score.low, score.high)
    parts = [f"{_name(language, point, metric)} {format_value(language, metric, score.value)}"]
    if interval:
        parts.append(language.text("95 % interval {interval}", interval=interval))
    if score.target is not None:
        parts.append(language.text("target {target}", target=format_target(language, metric, score.target)))
    parts.append(verdict_words(language, score.verdict, score.gap))
    if score.n is not None:
        parts.append(language.text("n {n}", n=language.number(score.n)))
    if score.indicative:
        parts.append(language.text("indicative"))
    if score.clipped:
        parts.append(language.text("beyond the ends of its scale"))
    return ", ".join(parts)


def why_no_figure(language: Language, touchpoint: Touchpoint, score: Score | None, planned: bool) -> str:
    """Why a touchpoint shows no figure, in a few words."""
    if score is not None and score.hidden:
        return language.text("too few answers")
    if touchpoint.not_measured_because:
        return language.text("not measured, on purpose")
    if not touchpoint.in_scope:
        return language.text("out of scope")
    return language.text("no data yet") if planned else language.text("not measured")
