"""Projects with answers, made without files: points on touchpoints in a row, and one tally of what was answered."""

from collections.abc import Mapping, Sequence
from datetime import date

from journeymapper.model import edits
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, ResultSet, Wave
from journeymapper.model.sources import Mapping as FileMapping
from journeymapper.model.tally import Tally
from journeymapper.storage.tallies import tally_hash

Answers = Mapping[str, Sequence[float | None]]


def project_with(metrics: Mapping[str, str], targets: Mapping[str, float] = {}) -> Project:
    """A project whose points, P1 and so on, hang on touchpoints t-P1 … of one stage."""
    project = edits.add_journey(Project(id="project", name="Project"), Journey(id="journey", name="Journey"))
    project = edits.add_stage(project, "journey", Stage(id="stage", name="Stage"))
    for point, spec in metrics.items():
        metric = parse_metric(spec)
        project = edits.add_metric(project, metric)
        project = edits.add_touchpoint(project, "stage", Touchpoint(id=f"t-{point}", name=f"Touchpoint {point}"))
        target = Target(value=targets[point]) if point in targets else None
        anchor = Anchor("touchpoint", f"t-{point}")
        project = edits.add_point(project, MeasurementPoint(id=point, anchor=anchor, metric=metric.id, target=target))
    return project


def tally_of(
    answers: Answers,
    wave: str = "2026",
    *,
    counts: Sequence[int] | None = None,
    segments: Mapping[str, Sequence[str]] = {},
    waves: Sequence[str] | None = None,
    days: Sequence[str] | None = None,
) -> Tally:
    """A tally with a combination a row, each counted once unless counts are given."""
    rows = len(next(iter(answers.values())))
    numbers = list(counts or [1] * rows)
    weights = [float(number) for number in numbers]
    return Tally(
        answers={point: list(column) for point, column in answers.items()},
        segments={name: list(values) for name, values in segments.items()},
        waves=list(waves or [wave] * rows),
        days=list(days or [""] * rows),
        counts=numbers,
        weights=weights,
        squares=list(weights),
    )


def with_results(project: Project, *tallies: Tally) -> tuple[Project, dict[str, Tally]]:
    """The project with a result set for each tally, and the tallies by their hashes."""
    kept: dict[str, Tally] = {}
    for number, tally in enumerate(tallies):
        key = tally_hash(tally)
        account = Account(file=f"{number}.csv", sha256="0" * 64, read_on=date(2026, 1, 1), rows=len(tally.counts))
        waves = dict.fromkeys([*tally.waves, *(each.wave for each in tally.reported)])
        result_set = ResultSet(
            id=f"results-{number}", account=account, mapping=FileMapping(), tally=key, waves=tuple(waves)
        )
        project = edits.add_result_set(project, result_set, [Wave(id=wave) for wave in waves])
        kept[key] = tally
    return project, kept
