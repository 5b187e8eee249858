"""JSON: lists of records, records line by line, and documents that hold such a list somewhere."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.cells import Cell, as_text, cell_of
from journeymapper.results.readers.encoding import find_encoding, known_encoding
from journeymapper.results.readers.grid import Field, Grid, Wish
from journeymapper.results.readers.limits import ATTRIBUTES_OF_RECORDS, DEPTH, JSON_BYTES, within_limits
from journeymapper.results.readers.ocel import holds_ocel, ocel_grid
from journeymapper.results.readers.surveymonkey_api import answers_grid, holds_answers

Record = dict[str, object]
_START = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\]]))")
_BYTE = re.compile(r"\(byte ([0-9]+)\)")


def looks_like_json(start: bytes) -> bool:
    """Whether a file that begins so is JSON with objects or lists in it."""
    text = start.removeprefix(codecs.BOM_UTF8)
    for encoding in ("utf-16", "utf-8"):
        if encoding == "utf-16" and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            continue
        return _START.match(text.decode(encoding, errors="ignore")) is not None
    return False


def read_json(file: BinaryIO, name: str, wish: Wish) -> Grid:
    """The records of the document; raises Refusal for damaged JSON and for a document without any."""
    data = _bytes(file, name, wish)
    document = _document(data, name)
    if holds_ocel(document):
        grid = ocel_grid(document)
    elif holds_answers(document):
        grid = answers_grid(document, file)
    else:
        grid = _records_grid(document, name)
    return msgspec.structs.replace(grid, rows=within_limits(grid.rows, name))


def _bytes(file: BinaryIO, name: str, wish: Wish) -> bytes:
    """The whole file in UTF-8 without its mark."""
    encoding = known_encoding(wish.encoding, name) if wish.encoding else find_encoding(file, name)
    data = file.read(JSON_BYTES + 1)
    if len(data) > JSON_BYTES:
        raise Refusal("{file} is JSON of more than {limit} bytes.", file=name, limit=JSON_BYTES)
    if encoding in ("utf-8", "utf-8-sig"):
        return data.removeprefix(codecs.BOM_UTF8)
    return data.decode(encoding, errors="replace").encode()


def _document(data: bytes, name: str) -> object:
    """What the file holds; several documents one after another, a line each, are a list."""
    try:
        return msgspec.json.decode(data)
    except RecursionError:
        raise Refusal("{file} has more than {limit} elements within each other.", file=name, limit=DEPTH) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        if (lines := _by_lines(data, name)) is not None:
            return lines
        row, column = _place(data, str(problem))
        raise Refusal(
            "{file}, line {row}, character {column}: the JSON is damaged.", file=name, row=row, column=column
        ) from None


def _by_lines(data: bytes, name: str) -> list[object] | None:
    """JSON lines: None where the first line is no document of its own; raises Refusal at a later line that is none."""
    found: list[object] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(msgspec.json.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            if not found:
                return None
            raise Refusal("{file}, line {row}: the JSON is damaged.", file=name, row=number) from None
    return found if len(found) > 1 else None


def _place(data: bytes, problem: str) -> tuple[int, int]:
    found = _BYTE.search(problem)
    before = data[: int(found.group(1))] if found else data
    return before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1


def _refuse_questionnaire(document: object, name: str) -> None:
    """A survey's definition is often taken for its answers."""
    if not isinstance(document, dict):
        return
    qualtrics = {"SurveyEntry", "SurveyElements"} <= document.keys()
    others = isinstance(document.get("pages"), list) and {"title", "question_count"} <= document.keys()
    if qualtrics or others:
        raise Refusal("{file} is a questionnaire, not the answers to it.", file=name)


def _records_grid(document: object, name: str) -> Grid:
    _refuse_questionnaire(document, name)
    table = _table(document)
    if not table:
        raise Refusal("{file} is JSON without a list of records.", file=name)
    if all(isinstance(row, list) for row in table):
        rows: Iterator[list[Cell]] = ([_cell(value) for value in row] for row in table if isinstance(row, list))
        return Grid(format="JSON", rows=rows, encoding="utf-8")
    flat = [dict(_flat("", row, 0)) for row in table if isinstance(row, dict)]
    keys = list(dict.fromkeys(key for row in flat for key in row))
    if len(keys) > ATTRIBUTES_OF_RECORDS:
        raise Refusal("{file} has records of more than {limit} fields.", file=name, limit=ATTRIBUTES_OF_RECORDS)
    return Grid(
        format="JSON",
        rows=([row.get(key, "") for key in keys] for row in flat),
        encoding="utf-8",
        fields=tuple(Field(name=key) for key in keys),
        platform=_platform(keys),
    )


def _table(document: object, depth: int = 0) -> list[object]:
    """The longest list of records or of rows in the document, near its top."""
    if isinstance(document, list):
        return document if any(isinstance(row, dict | list) for row in document) else []
    if not isinstance(document, dict) or depth > 3:
        return []
    if columns := _of_columns(document):
        return columns
    found = [_table(value, depth + 1) for value in document.values()]
    best = max(found, key=len, default=[])
    return best or ([document] if depth == 0 and document else [])


def _of_columns(document: Record) -> list[object]:
    """Tables that were written by columns: names and rows apart, or a list or an object of cells a column."""
    names, rows = document.get("columns"), document.get("data")
    if isinstance(names, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows):
        return [names, *rows]
    lists = [cells for cells in document.values() if isinstance(cells, list)]
    plain = not any(isinstance(cell, dict | list) for cells in lists for cell in cells)
    if 1 < len(lists) == len(document) and len({len(cells) for cells in lists}) == 1 and plain:
        return [list(document), *map(list, zip(*lists, strict=True))]
    return []


def _flat(prefix: str, value: object, depth: int) -> Iterator[tuple[str, Cell]]:
    """A record's fields; those of a record within it are called outer.inner."""
    if not isinstance(value, dict) or depth > DEPTH or not value:
        yield prefix or "value", _cell(value)
        return
    for key, inner in value.items():
        yield from _flat(f"{prefix}.{key}" if prefix else str(key), inner, depth + 1)


def _cell(value: object) -> Cell:
    """A list of answers is one text; what is more than that is its JSON."""
    if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        return ", ".join(as_text(cell_of(item)) for item in value)
    if isinstance(value, dict | list):
        return msgspec.json.encode(value).decode() if value else ""
    return cell_of(value)


def _platform(keys: list[str]) -> str:
    """SurveyJS adds its own fields to a survey's answers."""
    known = {"happendat", "instanceid", "surveyid", "postid", "surveyresultid", "createdat"}
    own = {key.casefold() for key in keys} & known
    return "SurveyJS" if "happendat" in own or len(own) > 1 or any(key.endswith("-Comment") for key in keys) else ""
