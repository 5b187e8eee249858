"""Scores as rows for scripts, with every digit: JSON and CSV."""

import json
from collections.abc import Container, Sequence

from journeymapper.analysis.planning import more_answers_needed
from journeymapper.analysis.score import Score
from journeymapper.export.csv_table import csv_table
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
    "p",
    "certain",
    "stale",
    "more_answers",
]


def score_row(project: Project, score: Score, stale_at: Container[str] = ()) -> dict[str, object]:
    """One row; names are empty where the point hangs on something larger, figures None where there are none."""
    point = project.points[score.point]
    journey, stage, touchpoint = place_of(project, point)
    facts = {key: getattr(score, key) for key in KEYS[KEYS.index("wave") : KEYS.index("stale")]}
    doubts = {"stale": score.point in stale_at, "more_answers": more_answers_needed(score)}
    named = {"journey": journey, "stage": stage, "touchpoint": touchpoint, "point": point.id, "metric": point.metric}
    return {**named, **facts, **doubts}


def place_of(project: Project, point: MeasurementPoint) -> tuple[str, str, str]:
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


def rows_json(project: Project, scores: Sequence[Score], stale_at: Container[str] = ()) -> str:
    """A JSON list of rows."""
    return json.dumps(
        [score_row(project, score, stale_at) for score in scores], ensure_ascii=False, indent=2, allow_nan=False
    )


def rows_csv(project: Project, scores: Sequence[Score], stale_at: Container[str] = ()) -> str:
    """CSV with a line of the keys."""
    rows = [score_row(project, score, stale_at) for score in scores]
    return csv_table(KEYS, [[row[key] for key in KEYS] for row in rows])
