"""Files of SPSS (.sav, .zsav, .por) and Stata (.dta) through pyreadstat: codes as they are, with what they are called.

Damaged files can end the process that reads them, which is why only the reader process may.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO, NoReturn

from journeymapper.model.messages import Message, Refusal
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.readers.grid import Field, Grid, Wish
from journeymapper.results.readers.limits import CELLS, COLUMNS, within_limits
from journeymapper.results.readers.on_disk import path_of

SAV = (b"$FL2", b"$FL3")
DTA = re.compile(rb"<stata_dta>|[\x68-\x73][\x01\x02]\x01", re.DOTALL)
POR = b"SPSS PORT FILE"
ENCODINGS = (None, "windows-1252", "latin1")
MOST_MISSING = 20
_SPSS_EPOCH = datetime(1582, 10, 14)  # noqa: DTZ001 - SPSS knows no zones
_STATA_EPOCH = datetime(1960, 1, 1)  # noqa: DTZ001 - nor does Stata
_SPSS_DAYS = re.compile(r"(?:DATE|ADATE|EDATE|SDATE|JDATE|QYR|MOYR|WKYR)[0-9]")
_SPSS_CLOCK = re.compile(r"D?TIME[0-9]")
_SPSS_MOMENT = re.compile(r"(?:DATETIME|YMDHMS)[0-9]")


def looks_like_statistics(start: bytes) -> bool:
    """Whether a file that begins so is one of SPSS or Stata."""
    return start.startswith(SAV) or DTA.match(start) is not None or POR in start[:512].replace(b"\r\n", b"")


def read_statistics(file: BinaryIO, name: str, wish: Wish) -> Grid:
    """The cases of the file, row 1 the first; raises Refusal for what is damaged or too large."""
    start = file.read(16)
    file.seek(0)
    kind = "SAV" if start.startswith(SAV) else "DTA" if DTA.match(start) else "POR"
    with path_of(file, f".{kind.lower()}") as path:
        columns, meta = _read(path, kind, name, wish)
    names = list(meta.column_names)
    cells = [_cells(columns[column], str(meta.original_variable_types.get(column, "")), kind) for column in names]
    return Grid(
        format="ZSAV" if start.startswith(SAV[1]) else kind,
        rows=within_limits(map(list, zip(*cells, strict=True)), name),
        encoding=str(meta.file_encoding or ""),
        fields=tuple(_field(column, values, meta) for column, values in zip(names, cells, strict=True)),
        platform="Stata" if kind == "DTA" else "SPSS",
        notes=tuple(_notes(meta)),
    )


def _read(path: str, kind: str, name: str, wish: Wish) -> tuple[dict[str, Sequence[object]], Any]:
    """The columns and what is known of them, in the first encoding that fits; portable files have but one."""
    import pyreadstat

    readers: dict[str, Callable[..., Any]] = {"SAV": pyreadstat.read_sav, "DTA": pyreadstat.read_dta}
    if kind == "POR":
        return _in(pyreadstat.read_por, path, name, {}) or _refuse(name)
    for encoding in [wish.encoding] if wish.encoding else ENCODINGS:
        if found := _in(readers[kind], path, name, {"encoding": encoding, "user_missing": True}):
            return found
    return _refuse(name)


def _in(
    read: Callable[..., Any], path: str, name: str, options: dict[str, object]
) -> tuple[dict[str, Sequence[object]], Any] | None:
    """The columns read with these options, None where that cannot be done."""
    try:
        _, meta = read(path, metadataonly=True, **options)
        _check_size(meta, name)
        columns, meta = read(path, output_format="dict", disable_datetime_conversion=True, **options)
    except Refusal:
        raise
    except Exception:  # noqa: BLE001 - the library raises errors of its own and many others
        return None
    return columns, meta


def _refuse(name: str) -> NoReturn:
    raise Refusal("{file} is damaged or is in an encoding that cannot be read.", file=name)


def _check_size(meta: Any, name: str) -> None:
    rows, columns = max(meta.number_rows or 0, 0), meta.number_columns
    if columns > COLUMNS or rows * columns > CELLS:
        raise Refusal("{file} has more than {limit} cells.", file=name, limit=CELLS)


def _cells(values: Sequence[object], form: str, kind: str) -> list[Cell]:
    """A column's values: codes as numbers, days and times as text, what is missing to the system as nothing."""
    read = _reader_of(form.upper() if kind != "DTA" else form, kind)
    dot = "." if kind == "DTA" and not form.endswith("s") else ""  # Stata's missing values are .a to .z
    return [_cell(value, read, dot) for value in values]


def _cell(value: object, read: Callable[[float], Cell], dot: str) -> Cell:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"{dot}{value.rstrip()}"
    number = float(value)  # type: ignore[arg-type]
    if math.isnan(number):
        return ""
    try:
        return read(number)
    except (OverflowError, ValueError):
        return number


def _reader_of(form: str, kind: str) -> Callable[[float], Cell]:
    if kind == "DTA":
        if form.startswith("%td") or form.startswith("%d"):
            return _stata_day
        return _stata_moment if form.startswith(("%tc", "%tC")) else float
    if _SPSS_MOMENT.match(form):
        return _spss_moment
    if _SPSS_DAYS.match(form):
        return _spss_day
    return _clock if _SPSS_CLOCK.match(form) else float


def _spss_moment(seconds: float) -> str:
    return (_SPSS_EPOCH + timedelta(seconds=seconds)).isoformat(sep=" ", timespec="seconds")


def _spss_day(seconds: float) -> str:
    return (_SPSS_EPOCH + timedelta(seconds=seconds)).date().isoformat()


def _stata_day(days: float) -> str:
    return date.fromordinal(_STATA_EPOCH.toordinal() + int(days)).isoformat()


def _stata_moment(milliseconds: float) -> str:
    return (_STATA_EPOCH + timedelta(milliseconds=milliseconds)).isoformat(sep=" ", timespec="seconds")


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _field(column: str, cells: list[Cell], meta: Any) -> Field:
    labels = {_code(code): str(label).strip() for code, label in meta.variable_value_labels.get(column, {}).items()}
    ranges = meta.missing_ranges.get(column, [])
    declared = [cell for cell in dict.fromkeys(cells) if any(_within(cell, span) for span in ranges)]
    letters = [f".{letter}" for letter in (meta.missing_user_values or {}).get(column, []) if isinstance(letter, str)]
    return Field(
        name=column,
        label=" ".join(str(meta.column_names_to_labels.get(column) or "").split()),
        labels=labels,
        missing=tuple(dict.fromkeys([*map(as_text, declared), *letters]))[:MOST_MISSING],
    )


def _code(code: object) -> str:
    return as_text(float(code)) if isinstance(code, int | float) else str(code).strip()


def _within(cell: Cell, span: dict[str, object]) -> bool:
    low, high = span["lo"], span["hi"]
    if isinstance(cell, float) and isinstance(low, int | float) and isinstance(high, int | float):
        return low <= cell <= high
    return cell != "" and str(cell).strip() == str(low).strip() == str(high).strip()


def _notes(meta: Any) -> Iterator[Message]:
    """What the file says of itself: its sets of several answers to one question."""
    for name, answers in (getattr(meta, "mr_sets", None) or {}).items():
        yield Message(
            "{columns} are one question with several answers: {question}.",
            {"columns": ", ".join(answers["variable_list"]), "question": str(answers["label"] or name)},
        )
