"""Lines of text as a tree: what is indented under what."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from journeymapper.mapfiles.lane_words import RowKind, row_kind
from journeymapper.mapfiles.marks import mask, unmask, without_bullet
from journeymapper.model.limits import is_blank

HEADING = re.compile(r"#{1,6}\s+")
LABELLED = re.compile(r"([^:]{1,40}):\s*(.*)")
TAB = 4


class Line(msgspec.Struct):
    """A line without its bullet, signs after a backslash set aside (`marks.mask`), and the lines under it."""

    number: int
    text: str
    heading: bool = False
    under: list["Line"] = msgspec.field(default_factory=list)

    @property
    def label(self) -> RowKind | None:
        """The row of the map that the line names before a colon; None where it names none."""
        found = LABELLED.fullmatch(self.text)
        kind = row_kind(found[1]) if found else None
        return None if kind in ("stage", "touchpoint") else kind

    @property
    def said(self) -> str:
        """What stands after the label."""
        found = LABELLED.fullmatch(self.text)
        return unmask(found[2]) if found else unmask(self.text)

    def below(self) -> Iterator["Line"]:
        """All lines under it, from the top."""
        for line in self.under:
            yield line
            yield from line.below()


def tree(lines: Sequence[str]) -> list[Line]:
    """The outermost lines, others under them by their indentation; lines under a `#` heading belong to it."""
    outermost: list[Line] = []
    heading: Line | None = None
    open_lines: list[tuple[int, Line]] = []
    for number, text in enumerate(lines, start=1):
        if is_blank(text):
            continue
        line, depth = _line(number, text), _depth(text)
        if line.heading:
            heading, open_lines = line, []
            outermost.append(line)
            continue
        while open_lines and open_lines[-1][0] >= depth:
            open_lines.pop()
        above = open_lines[-1][1] if open_lines else heading
        (above.under if above else outermost).append(line)
        open_lines.append((depth, line))
    return outermost


def _line(number: int, text: str) -> Line:
    masked = mask(text)
    found = HEADING.match(masked)
    return Line(number, masked[found.end() :] if found else without_bullet(masked), found is not None)


def _depth(text: str) -> int:
    before = text[: len(text) - len(text.lstrip())]
    return len(before.expandtabs(TAB))
