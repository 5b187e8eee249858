"""Event logs in XES: a row an event, the events of a case one after the other."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.cells import Cell
from journeymapper.results.readers.grid import Field, Grid, Wish
from journeymapper.results.readers.limits import ATTRIBUTES, DEPTH, EVENTS, within_limits

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Attributes = dict[str, str]
CASE = "case:"
_LOG = re.compile(rb"<(?:[A-Za-z]+:)?log[\s>]|<!DOCTYPE|<!ENTITY")
FIRST = (CASE + "concept:name", "concept:name", "time:timestamp")


def looks_like_xes(start: bytes) -> bool:
    """Whether a file that begins so is a log in XML."""
    text = start.replace(b"\x00", b"").removeprefix(codecs.BOM_UTF8).lstrip(b"\xff\xfe \t\r\n")
    return text.startswith((b"<?xml", b"<log", b"<!")) and _LOG.search(text) is not None


def read_xes(file: BinaryIO, name: str, _: Wish) -> Grid:
    """The log's events, those of the file's first pass deciding the columns; raises Refusal for damaged XML."""
    keys = dict.fromkeys(FIRST)
    for attributes in _events(file, name):
        if not keys.keys() >= attributes.keys():
            keys.update(dict.fromkeys(attributes))
            if len(keys) > ATTRIBUTES:
                raise Refusal("{file} has events of more than {limit} attributes.", file=name, limit=ATTRIBUTES)
    return Grid(
        format="XES",
        rows=within_limits(_rows(file, name, tuple(keys)), name),
        encoding="utf-8",
        fields=tuple(Field(name=key) for key in keys),
        platform="XES",
    )


def _rows(file: BinaryIO, name: str, keys: tuple[str, ...]) -> Iterator[list[Cell]]:
    for attributes in _events(file, name):
        yield [attributes.get(key, "") for key in keys]


def _events(file: BinaryIO, name: str) -> Iterator[Attributes]:
    """The attributes of each event and of its case; the file is read from its beginning."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException

    file.seek(0)
    try:
        yield from islice(_walk(file, name), EVENTS)
    except ParseError as problem:
        row, column = problem.position
        raise Refusal(
            "{file}, line {row}, character {column}: the XML is damaged.", file=name, row=row, column=column
        ) from None
    except DefusedXmlException:
        raise Refusal("{file} declares document types or entities, which are not read.", file=name) from None
    except (LookupError, ValueError):
        raise Refusal("{file} is in an encoding that XML cannot be read in.", file=name) from None


def _walk(file: BinaryIO, name: str) -> Iterator[Attributes]:
    """Yields at the end of each event; what has been read is let go of at once."""
    from defusedxml.ElementTree import iterparse

    depth = 0
    case: Attributes = {}
    path: list[Element] = []
    for step, element in iterparse(file, events=("start", "end"), forbid_dtd=True):
        if step == "start":
            depth += 1
            path.append(element)
            if depth > DEPTH:
                raise Refusal("{file} has more than {limit} elements within each other.", file=name, limit=DEPTH)
            case = {} if _tag(element) == "trace" else case
            continue
        depth -= 1
        path.pop()
        parent = _tag(path[-1]) if path else ""
        if parent == "trace" and _tag(element) == "event":
            yield {**case, **_attributes(element)}
        elif parent == "trace":
            case.update({CASE + key: value for key, value in _attribute(element)})
        if parent in ("trace", "log"):
            path[-1].remove(element)


def _attributes(event: "Element") -> Attributes:
    return {key: value for child in event for key, value in _attribute(child)}


def _attribute(element: "Element") -> Iterator[tuple[str, str]]:
    """An attribute's key and value; those within it and lists of them are not of interest."""
    key, value = element.get("key"), element.get("value")
    if key and value is not None:
        yield key, value


def _tag(element: "Element") -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]
