"""From the options of `import` to a mapping; options given besides a saved mapping win over it."""

import argparse
import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeymapper.model.project import Project
    from journeymapper.model.sources import Band, ColumnUse, CommentUse, Mapping

PERIODS = ("month", "quarter", "half", "year")
OTHER_PERIODS = frozenset(("day", "week", "months", "quarters", "years", "päivä", "viikko", "kuukausi", "vuosi"))


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
    if colon and period.strip().casefold() in OTHER_PERIODS:
        raise argparse.ArgumentTypeError(f"{period!r} is none of the periods {', '.join(PERIODS)}")
    return text, None


def column_recoding(text: str) -> tuple[str, tuple[tuple[str, float], ...]]:
    """COLUMN=TEXT:NUMBER,TEXT:NUMBER; a text that holds a comma stands in double quotes with its number."""
    column, pairs = column_codes(text)
    found: list[tuple[str, float]] = []
    for pair in pairs:
        label, _, value = pair.rpartition(":")
        try:
            found.append((label.strip(), float(value)))
        except ValueError:
            raise argparse.ArgumentTypeError(f"{pair!r} is not TEXT:NUMBER") from None
    return column, tuple(found)


def named_expression(text: str) -> tuple[str, str]:
    """NAME=EXPRESSION, split at the first `=`."""
    name, equals, expression = text.partition("=")
    if not (equals and name.strip() and expression.strip()):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=EXPRESSION")
    return " ".join(name.split()), expression.strip()


def band(text: str) -> "Band":
    """COLUMN=EDGE,EDGE: rising numbers or ISO days."""
    from journeymapper.model.sources import Band

    column, edges = column_codes(text)
    return Band(column=column, edges=edges)


def log_columns(text: str) -> tuple[str, ...]:
    """CASE,ACTIVITY,TIME; a column whose name holds a comma stands in double quotes."""
    found = tuple(name.strip() for name in next(csv.reader([text], skipinitialspace=True), []))
    if len(found) != 3 or not all(found):
        raise argparse.ArgumentTypeError(f"{text!r} is not CASE,ACTIVITY,TIME")
    return found


def confidence(text: str) -> float:
    """A number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def months(text: str) -> int:
    """A number of months from 2 to 36."""
    if not (text.isascii() and text.isdigit() and 2 <= int(text) <= 36):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of months from 2 to 36")
    return int(text)


def chosen_mapping(args: argparse.Namespace, project: "Project", saved: "Mapping") -> "Mapping":
    """The mapping of this import, its points resolved to ids. Raises Refusal for a point that is unknown or unclear."""
    import msgspec

    from journeymapper.model.sources import Rule

    columns = _laid_over(_resolved(saved.columns, project), _given_columns(args, project))
    rules = {rule.name: rule for rule in (*saved.rules, *(Rule(name=name, expression=e) for name, e in args.rule))}
    bands = {band.column: band for band in (*saved.bands, *args.band)}
    changes: dict[str, object] = {
        "columns": _with_settings(_with_missing(columns, args.missing), args, project),
        "comments": tuple(dict.fromkeys((*_resolved_comments(saved, project), *_given_comments(args, project)))),
        "segments": tuple(dict.fromkeys((*saved.segments, *args.segment))),
        "rules": tuple(rules.values()),
        "bands": tuple(bands.values()),
        "aggregates": args.aggregates or saved.aggregates,
        "beliefs": args.beliefs or saved.beliefs,
        "date_order": args.dates or saved.date_order,
        **_waves(args, saved),
        **_log(args),
    }
    single = ("weight", "sheet", "respondent", "persona", "account", "role", "where", "rolling")
    changes |= {name: getattr(args, name) for name in single if getattr(args, name) is not None}
    return msgspec.structs.replace(saved, **changes)


def _log(args: argparse.Namespace) -> dict[str, object]:
    """The columns of a log; without names they are looked for while it is read."""
    from journeymapper.model.event_log import LogColumns

    if args.log is None:
        return {}
    case, activity, time = args.log or ("", "", "")
    return {"log": LogColumns(case=case, activity=activity, time=time)}


def _given_comments(args: argparse.Namespace, project: "Project") -> list["CommentUse"]:
    from journeymapper.model.sources import CommentUse
    from journeymapper.results.mapping import resolve_point

    return [CommentUse(column=column, point=resolve_point(project, point)) for column, point in args.comments]


def _resolved_comments(saved: "Mapping", project: "Project") -> list["CommentUse"]:
    import msgspec

    from journeymapper.results.mapping import resolve_point

    return [msgspec.structs.replace(use, point=resolve_point(project, use.point)) for use in saved.comments]


def _with_settings(
    columns: "Sequence[ColumnUse]", args: argparse.Namespace, project: "Project"
) -> tuple["ColumnUse", ...]:
    """The columns with their recoding, direction and base; raises Refusal for a column or point that is not mapped."""
    import msgspec

    from journeymapper.model.messages import Refusal
    from journeymapper.results.mapping import resolve_point

    recoding = dict(args.recode)
    bases = {resolve_point(project, point): expression for point, expression in args.base}
    for column in {*recoding, *args.reverse} - {use.column for use in columns}:
        raise Refusal("The column {column} is mapped to no point.", column=column)
    for point in bases.keys() - {use.point for use in columns}:
        raise Refusal("The point {point} has a base but no column.", point=point)
    return tuple(
        msgspec.structs.replace(
            use,
            recode=recoding.get(use.column, use.recode),
            reverse=use.reverse or use.column in args.reverse,
            base=bases.get(use.point, use.base),
        )
        for use in columns
    )


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
