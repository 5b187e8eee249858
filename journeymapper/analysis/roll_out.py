"""The roll-out: what each step brings, and the coverage that it is forecast to give."""

from collections.abc import Mapping
from datetime import date

import msgspec

from journeymapper.analysis.coverage import PlanCoverage, is_live, plan_coverage
from journeymapper.analysis.score import Score
from journeymapper.model.project import Project


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """One step and the coverage after it: its points and those of all earlier steps live, as those with data are."""

    step: str
    name: str
    starts: date | None
    points: tuple[str, ...]
    coverage: PlanCoverage


def roll_out_forecast(project: Project, scores: Mapping[str, Score]) -> list[Forecast]:
    """The coverage after each step, in their order; points with data today that are in no step count from the start."""
    live = {point.id: scores[point.id] for point in project.ordered_points() if is_live(point, scores.get(point.id))}
    later = {key for one in project.roll_out.values() for key in one.points}
    reached = {key: score for key, score in live.items() if key not in later}
    found = []
    for key in project.roll_out_order:
        step = project.roll_out[key]
        reached |= {point: live.get(point) or _forecast(point) for point in step.points}
        coverage = plan_coverage(project, reached)
        found.append(Forecast(step=key, name=step.name, starts=step.starts, points=step.points, coverage=coverage))
    return found


def _forecast(point: str) -> Score:
    """The score of a point that is to have data: none are known, and no answers counted."""
    return Score(point=point, n=0, verdict="no target")
