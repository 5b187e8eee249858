"""Imports a result file: checks the mapping, has the file read, and makes the result set with its account."""

import os
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from journeymapper.model.comments import Comments
from journeymapper.model.ids import new_id
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, ColumnUse, Mapping, ResultSet, Wave
from journeymapper.model.tally import Tally
from journeymapper.results.answers import SHARES, answer_reader
from journeymapper.results.beliefs import as_guessed, without_few
from journeymapper.results.counted import count
from journeymapper.results.periods import wave_of
from journeymapper.results.respondents import new_salt
from journeymapper.results.tasks import Counted, CountTask
from journeymapper.storage.parts import comments_part
from journeymapper.storage.tallies import tally_hash


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What an import brings: the result set, its tally and every wave in it.

    `attachments` are its event log and its comments; `salt` is what its keys of respondents were made with.
    """

    result_set: ResultSet
    tally: Tally
    waves: tuple[Wave, ...]
    attachments: dict[str, bytes] = {}
    salt: str = ""


def read_results(
    path: Path,
    mapping: Mapping,
    project: Project,
    *,
    today: date,
    tick: Callable[[], object] = bool,
    progress: Callable[[float], object] = bool,
) -> Imported:
    """Read a file through a mapping whose points are ids; raises Refusal for what cannot be read at all.

    A mapping without label and column of waves puts the file into the year of `today`. `tick` is called while the
    file is read; what it raises stops the reading. `progress` is told how much of a large file is read, 0 to 1.
    """
    if mapping.log:
        from journeymapper.results.log_imports import read_log

        return read_log(path, mapping, project, today=today, tick=tick)
    if not mapping.wave and not mapping.wave_column and not mapping.aggregates:
        mapping = msgspec.structs.replace(mapping, wave=str(today.year))
    mapping = msgspec.structs.replace(mapping, wave=" ".join(mapping.wave.split()))
    salt = project.salt or (new_salt() if mapping.respondent else "")
    if mapping.aggregates:
        from journeymapper.results.aggregates import read_aggregates

        counted = read_aggregates(path, mapping, project, tick=tick)
    else:
        metrics = _checked_metrics(mapping, project)
        if mapping.beliefs:
            metrics = {point: as_guessed(metric) for point, metric in metrics.items()}
        task = CountTask(path=os.fsencode(path), mapping=mapping, metrics=metrics, salt=salt)
        counted = count(path, task, tick, progress)
    if mapping.beliefs:
        counted = without_few(counted, path.name)
    columns = counted.columns or mapping.columns
    mapping = msgspec.structs.replace(mapping, granularity=counted.granularity, columns=columns)
    return _imported(path, mapping, counted, today, salt)


def _imported(path: Path, mapping: Mapping, counted: Counted, today: date, salt: str) -> Imported:
    labels = dict.fromkeys([*counted.tally.waves, *(reported.wave for reported in counted.tally.reported)])
    waves = sorted(map(wave_of, labels), key=lambda wave: (wave.starts or date.max, wave.ends or date.max))
    kept = comments_part(Comments(comments=counted.comments)) if counted.comments else None
    account = Account(
        file=path.name,
        sha256=counted.sha256,
        read_on=today,
        rows=counted.rows,
        used=counted.used,
        unused=counted.unused,
        encoding=counted.encoding,
        delimiter=counted.delimiter,
        decimal=counted.decimal,
        sheet=counted.sheet,
        header_row=counted.header_row,
        columns_left=counted.columns_left,
        filtered=counted.filtered,
        respondents=counted.respondents,
        comments=dict(Counter(comment.point for comment in counted.comments)),
        doubts=counted.doubts,
    )
    result_set = ResultSet(
        id=new_id("results"),
        account=account,
        mapping=mapping,
        tally=tally_hash(counted.tally),
        waves=tuple(wave.id for wave in waves),
        comments=kept[0] if kept else "",
    )
    return Imported(
        result_set=result_set,
        tally=counted.tally,
        waves=tuple(waves),
        attachments=dict([kept]) if kept else {},
        salt=salt,
    )


def _checked_metrics(mapping: Mapping, project: Project) -> dict[str, Metric]:
    """The metric of each mapped point; raises Refusal for a mapping that makes no sense."""
    if not mapping.columns and not mapping.comments:
        raise Refusal("No column is mapped to a measurement point.")
    if mapping.decimal not in ("", ".", ","):
        raise Refusal("{decimal} cannot be the decimal sign; use a point or a comma.", decimal=mapping.decimal)
    metrics: dict[str, Metric] = {}
    fed = [(use.column, use.point) for use in mapping.columns] + [(use.column, use.point) for use in mapping.comments]
    for column, point in fed:
        if point not in project.points:
            raise Refusal("There is no measurement point {point} for the column {column}.", point=point, column=column)
        metrics[point] = project.metrics[project.points[point].metric]
    for point in dict.fromkeys(use.point for use in mapping.columns):
        _check_uses([use for use in mapping.columns if use.point == point], metrics[point])
    return metrics


def _check_uses(uses: list[ColumnUse], metric: Metric) -> None:
    """Refuse two columns for one point, unless they are counts of different answers with at most one total."""
    point = uses[0].point
    roles = Counter("total" if use.total else use.answer.strip().casefold() for use in uses)
    again = next((use for use in uses[1:] if "" in roles or roles.most_common(1)[0][1] > 1), None)
    if again:
        raise Refusal(
            "The columns {first} and {second} both feed {point}; a point takes one column.",
            first=uses[0].column,
            second=again.column,
            point=point,
        )
    if roles["total"] and (metric.kind not in (*SHARES, "rate") or len(uses) < 2):
        raise Refusal("A total of answers for {point} needs a share and a column of those counted.", point=point)
    for use in uses:
        if use.answer and isinstance(answer_reader(metric, (), ".")(use.answer), str):
            raise Refusal("{answer} is no answer on the scale of {point}.", answer=use.answer, point=point)
