"""From the options of `import` to a mapping; options given besides a saved mapping win over it."""

import argparse
import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeymapper.model.project import Project
    from journeymapper.model.sources import ColumnUse, Mapping

PERIODS = ("month", "quarter", "half", "year")


def column_point(text: str) -> tuple[str, str]:
    """COLUMN=POINT, split at the last `=`, for a column's name may hold one."""
    column, equals, point = text.rpartition("=")
    if not (equals and column and point.strip()):
        raise argparse.ArgumentTypeError(f"{text!r} is not COLUMN=POINT")
    return column, point.strip()


def column_answer(text: str) -> tuple[str, str, str]:
    """COLUMN=POINT:ANSWER, split at the last `=` and the last `:`."""
    column, rest = column_point(text)
    point, colon, given = rest.rpartition(":")
    if not (colon and point.strip() and given.strip()):
        raise argparse.ArgumentTypeError(f"{text!r} is not COLUMN=POINT:ANSWER")
    return column, point.strip(), given.strip()


def column_codes(text: str) -> tuple[str, tuple[str, ...]]:
    """COLUMN=CODE,CODE; a code that holds a comma stands in double quotes."""
    column, codes = column_point(text)
    found = tuple(code.strip() for code in next(csv.reader([codes], skipinitialspace=True)) if code.strip())
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is not COLUMN=CODE,CODE")
    return column, found


def column_period(text: str) -> tuple[str, str | None]:
    """COLUMN or COLUMN:month; any other ending belongs to the column's name."""
    column, colon, period = text.rpartition(":")
    if colon and column and period in PERIODS:
        return column, period
    return text, None


def chosen_mapping(args: argparse.Namespace, project: "Project", saved: "Mapping") -> "Mapping":
    """The mapping of this import, its points resolved to ids. Raises Refusal for a point that is unknown or unclear."""
    import msgspec

    given = _given_columns(args, project)
    changes: dict[str, object] = {
        "columns": _with_missing(_laid_over(_resolved(saved.columns, project), given), args.missing),
        "segments": tuple(dict.fromkeys((*saved.segments, *args.segment))),
        "aggregates": args.aggregates or saved.aggregates,
        **_waves(args, saved),
    }
    if args.weight is not None:
        changes["weight"] = args.weight
    if args.sheet is not None:
        changes["sheet"] = args.sheet
    return msgspec.structs.replace(saved, **changes)


def _waves(args: argparse.Namespace, saved: "Mapping") -> dict[str, object]:
    """A column of waves drops a saved label; a label drops a saved column, unless that gives the days of a label."""
    if args.wave_column is not None:
        column, period = args.wave_column
        return {"wave": "", "wave_column": column, "granularity": period}
    if args.wave is None:
        return {}
    return {"wave": args.wave} if saved.wave else {"wave": args.wave, "wave_column": "", "granularity": None}


def _given_columns(args: argparse.Namespace, project: "Project") -> tuple["ColumnUse", ...]:
    from journeymapper.model.sources import ColumnUse
    from journeymapper.results.mapping import resolve_point

    answers = [ColumnUse(column=column, point=resolve_point(project, point)) for column, point in args.map]
    counts = [
        ColumnUse(column=column, point=resolve_point(project, point), answer=answer)
        for column, point, answer in args.count
    ]
    totals = [ColumnUse(column=column, point=resolve_point(project, point), total=True) for column, point in args.total]
    return tuple(dict.fromkeys((*answers, *counts, *totals)))


def _resolved(columns: "Iterable[ColumnUse]", project: "Project") -> list["ColumnUse"]:
    import msgspec

    from journeymapper.results.mapping import resolve_point

    return [msgspec.structs.replace(use, point=resolve_point(project, use.point)) for use in columns]


def _laid_over(saved: "Sequence[ColumnUse]", given: "Sequence[ColumnUse]") -> list["ColumnUse"]:
    """A column or point that the options name again is taken from the options alone."""
    columns, points = {use.column for use in given}, {use.point for use in given}
    return [use for use in saved if use.column not in columns and use.point not in points] + list(given)


def _with_missing(
    columns: "Sequence[ColumnUse]", missing: "Iterable[tuple[str, tuple[str, ...]]]"
) -> tuple["ColumnUse", ...]:
    import msgspec

    from journeymapper.model.messages import Refusal

    codes: dict[str, tuple[str, ...]] = {}
    for column, given in missing:
        codes[column] = (*codes.get(column, ()), *given)
    for column in codes.keys() - {use.column for use in columns}:
        raise Refusal("The column {column} has codes for missing answers but is mapped to no point.", column=column)
    return tuple(msgspec.structs.replace(use, missing=codes.get(use.column, use.missing)) for use in columns)
