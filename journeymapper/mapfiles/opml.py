"""OPML, what outliners and mind maps export: its branches as the lines of an indented outline."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.file_bytes import name_of
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.outline_stages import read_outline
from journeymapper.mapfiles.sketch import Reading, split_lines
from journeymapper.model.messages import Refusal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def read_opml(root: "Element", *, source: str) -> Reading:
    """The journey of an outline; refuses one without touchpoints. A single branch around everything is its title."""
    head = next((one for one in root.iter() if name_of(one) == "title"), None)
    title = plain(head.text or "") if head is not None else ""
    body = next((one for one in root if name_of(one) == "body"), root)
    branches = _branches(body)
    while len(branches) == 1 and any(map(_branches, _branches(branches[0]))):
        title, branches = _text(branches[0]), _branches(branches[0])
    reading = read_outline(split_lines("\n".join(_lines(branches, 0)), source))
    if not reading.sketch.touchpoints:
        raise Refusal("{file}: there is no line that names a touchpoint.", file=source)
    sketch = msgspec.structs.replace(reading.sketch, name=shortened(title)[0])
    return msgspec.structs.replace(reading, sketches=(sketch,))


def _branches(element: "Element") -> list["Element"]:
    return [one for one in element if name_of(one) == "outline"]


def _text(branch: "Element") -> str:
    return plain(branch.get("text") or branch.get("title") or "")


def _lines(branches: list["Element"], depth: int) -> Iterator[str]:
    for branch in branches:
        yield "\t" * depth + _text(branch)
        yield from _lines(_branches(branch), depth + 1)
