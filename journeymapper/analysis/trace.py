"""Where each figure comes from: file, column, filter, n and what was left out, for the trace page."""

from collections.abc import Mapping
from datetime import date

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet, Unused


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """One measurement point × file. A point without a file has one trace with an empty `file`.

    `rows` are the file's rows, `used` the answers that it gave to the point in all its waves; `n`, `value`, `low` and
    `high` are those of the score, which may rest on several files. `filter` names columns of the file and the values
    kept (`season = 2026`). What would give a hidden figure away is left out.
    """

    point: str
    touchpoint: str = ""
    metric: str = ""
    result_set: str = ""
    file: str = ""
    sha256: str = ""
    read_on: date | None = None
    sheet: str = ""
    column: str = ""
    filter: str = ""
    weight: str = ""
    missing: tuple[str, ...] = ()
    recode: tuple[tuple[str, float], ...] = ()
    reversed: bool = False
    rows: int | None = None
    used: int | None = None
    wave: str = ""
    n: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hidden: str = ""
    reported: bool = False
    unused: tuple[Unused, ...] = ()


def traces(project: Project, scores: Mapping[str, Score]) -> list[Trace]:
    """The traces of all scored points in plan order, one for each file that a score rests on."""
    found: list[Trace] = []
    for point in project.ordered_points():
        score = scores.get(point.id)
        if score is not None:
            bare = _bare(project, point, score)
            sets = [project.result_sets[key] for key in score.sources if key in project.result_sets]
            found += [_of_file(bare, each, score) for each in sets] or [bare]
    return found


def _bare(project: Project, point: MeasurementPoint, score: Score) -> Trace:
    journey = project.journey_of(point.anchor.id)
    touchpoint = journey.touchpoints.get(point.anchor.id) if journey else None
    return Trace(
        point=point.id,
        touchpoint=touchpoint.name if touchpoint else "",
        metric=point.metric,
        wave=score.wave,
        n=score.n,
        value=score.value,
        low=score.low,
        high=score.high,
        hidden=score.hidden,
    )


def _of_file(bare: Trace, result_set: ResultSet, score: Score) -> Trace:
    account, mapping = result_set.account, result_set.mapping
    columns = [use for use in mapping.columns if use.point == bare.point]
    return msgspec.structs.replace(
        bare,
        result_set=result_set.id,
        file=account.file,
        sha256=account.sha256,
        read_on=account.read_on,
        sheet=account.sheet,
        column=", ".join(dict.fromkeys(use.column for use in columns)),
        filter=_filter(result_set, score, bare.point),
        recode=tuple(dict.fromkeys(pair for use in columns for pair in use.recode)),
        reversed=any(use.reverse for use in columns),
        weight=mapping.weight,
        missing=tuple(dict.fromkeys(code for use in columns for code in use.missing)),
        rows=account.rows,
        used=None if score.hidden else account.used.get(bare.point),
        reported=mapping.aggregates,
        unused=() if score.hidden else tuple(each for each in account.unused if each.point == bare.point),
    )


def _filter(result_set: ResultSet, score: Score, point: str) -> str:
    """The columns and values that chose the rows; a file that is one wave as a whole has no filter for it."""
    mapping = result_set.mapping
    column = mapping.wave_column
    parts = [f"{column} = {score.wave}"] if column else []
    bases = (use.base for use in mapping.columns if use.point == point)
    parts += dict.fromkeys(text for text in (mapping.where, *bases) if text)
    if score.segment:
        name, _, value = score.segment.partition("=")
        parts.append(f"{name} = {value}")
    return "; ".join(parts)
