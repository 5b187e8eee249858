"""Scores as rows: for scripts with every digit, for people in the metrics' own units."""

import json
from collections.abc import Sequence

from journeymapper.analysis.score import Score
from journeymapper.cli.text_table import csv_table, text_table
from journeymapper.language.language import Language
from journeymapper.language.units import format_gap, format_interval, format_target, format_value, verdict_words
from journeymapper.model.find import name_of
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project

KEYS = [
    "journey",
    "stage",
    "touchpoint",
    "point",
    "metric",
    "wave",
    "segment",
    "n",
    "value",
    "low",
    "high",
    "target",
    "gap",
    "verdict",
    "score100",
    "hidden",
]


def score_row(project: Project, score: Score) -> dict[str, object]:
    """One row; names are empty where the point hangs on something larger, figures None where there are none."""
    point = project.points[score.point]
    journey, stage, touchpoint = _place(project, point)
    facts = {key: getattr(score, key) for key in KEYS[KEYS.index("wave") :]}
    named = {"journey": journey, "stage": stage, "touchpoint": touchpoint, "point": point.id, "metric": point.metric}
    return {**named, **facts}


def _place(project: Project, point: MeasurementPoint) -> tuple[str, str, str]:
    """The names of a point's journey, stage and touchpoint (of a hand-off: the two it joins, at its first's stage)."""
    journey = project.journey_of(point.anchor.id)
    if journey is None or point.anchor.kind == "relationship":
        return "", "", ""
    if point.anchor.kind == "stage":
        return journey.name, journey.stages[point.anchor.id].name, ""
    if point.anchor.kind == "journey":
        return journey.name, "", ""
    hand_off = journey.hand_offs.get(point.anchor.id)
    touchpoint = hand_off.source if hand_off else point.anchor.id
    holder = journey.holder_of(touchpoint)
    stage = holder.name if holder else ""
    if hand_off is None:
        return journey.name, stage, journey.touchpoints[touchpoint].name
    return journey.name, stage, f"{name_of(project, hand_off.source)} → {name_of(project, hand_off.target)}"


def rows_json(project: Project, scores: Sequence[Score]) -> str:
    """A JSON list of rows."""
    return json.dumps([score_row(project, score) for score in scores], ensure_ascii=False, indent=2, allow_nan=False)


def rows_csv(project: Project, scores: Sequence[Score]) -> str:
    """CSV with a line of the keys."""
    rows = [score_row(project, score) for score in scores]
    return csv_table(KEYS, [[row[key] for key in KEYS] for row in rows])


def rows_text(project: Project, scores: Sequence[Score], language: Language) -> str:
    """A table to read, its wave and segment in columns only where there are several."""
    if not scores:
        return language.text("The plan has no measurement points.")
    headings = [
        language.text("point"),
        language.text("place"),
        language.text("metric"),
        language.text("wave"),
        language.text("segment"),
        language.text("n"),
        language.text("value"),
        language.text("95 % interval"),
        language.text("target"),
        language.text("gap"),
        language.text("verdict"),
    ]
    rows = [_readable(project, score, language) for score in scores]
    used = [place for place, heading in enumerate(headings) if any(row[place] for row in rows) or heading == "n"]
    right = {used.index(place) for place in (5, 6, 7, 8, 9) if place in used}
    return text_table([headings[place] for place in used], [[row[place] for place in used] for row in rows], right)


def _readable(project: Project, score: Score, language: Language) -> list[str]:
    point = project.points[score.point]
    metric = project.metrics[point.metric]
    journey, stage, touchpoint = _place(project, point)
    value, gap, target = score.value, score.gap, score.target
    return [
        point.id,
        touchpoint or stage or journey or language.text("whole relationship"),
        point.metric,
        score.wave,
        score.segment,
        "" if score.n is None else language.number(score.n),
        "" if value is None else format_value(language, metric, value),
        format_interval(language, metric, score.low, score.high),
        "" if target is None else format_target(language, metric, target),
        "" if gap is None else format_gap(language, metric, gap),
        _verdict(score, language),
    ]


def _verdict(score: Score, language: Language) -> str:
    if score.hidden == "complementary":
        return language.text("hidden, so that a small group cannot be worked out")
    return verdict_words(language, score.verdict, score.gap)
