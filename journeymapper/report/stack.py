"""A column of words and drawings that are set below each other, as groups from its own upper left corner."""

import msgspec

from journeymapper.picture.primitives import Group, Path, Primitive, Role, Text, Weight
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import line_height, text_lines, wrap
from journeymapper.report.table import Mark, shifted


class Style(msgspec.Struct, frozen=True):
    """How words are set."""

    size: float
    weight: Weight = "regular"
    fill: str = LIGHT.ink


class Stack:
    """Filled from the top; `height` is what it has come to."""

    def __init__(self, width: float, language: str, owner: str = "") -> None:
        self.width, self.language, self.owner = width, language, owner
        self.groups: list[Group] = []
        self.height = 0.0

    def gap(self, height: float) -> None:
        """Leave room; none at the top."""
        self.height += height if self.groups else 0.0

    def words(self, text: str, style: Style, *, lines: int = 1000, language: str = "", role: Role = "paragraph",
              part: str = "words", before: Mark | None = None) -> None:  # fmt: skip
        """Words broken into lines, cut after as many as are allowed, behind a drawing where there is one."""
        if not text.strip():
            return
        indent = before.width + 0.4 * style.size if before else 0.0
        wrapped = wrap(text.replace("\n", " "), self.width - indent, style.size, style.weight, lines,
                       language or self.language)  # fmt: skip
        runs: list[Primitive] = list(text_lines(wrapped, indent, 0.0, style.weight, style.fill))
        if before:
            top = (line_height(style.size) - before.height) / 2
            runs = [*(shifted(item, 0.0, top) for item in before.items), *runs]
        self._add(runs, wrapped.height, part, role, text, tip=text if wrapped.cut else "")

    def mark(self, mark: Mark, alt: str, part: str = "chart") -> None:
        """A drawing with the words that stand for it."""
        self._add(list(mark.items), mark.height, part, "figure", alt)

    def rule(self, colour: str = LIGHT.line) -> None:
        """A thin line across."""
        line = Path(steps=(("M", 0.0, 0.0), ("L", self.width, 0.0)), stroke=colour, stroke_width=0.8)
        self._add([line], 0.0, "rule", "decoration", "")

    def stack(self, other: "Stack", x: float = 0.0) -> None:
        """Another column below this one."""
        self.groups += [group.moved(x, self.height) for group in other.groups]
        self.height += other.height

    def moved(self, x: float, y: float) -> tuple[Group, ...]:
        """The groups with the corner elsewhere."""
        return tuple(group.moved(x, y) for group in self.groups)

    def _add(self, items: list[Primitive], height: float, part: str, role: Role, alt: str, *, tip: str = "") -> None:
        kept = tuple(item for item in items if not isinstance(item, Text) or item.text)
        self.groups.append(
            Group(owner=self.owner, part=part, x=0.0, y=self.height, width=self.width, height=height, items=kept,
                  role=role, alt=alt, tip=tip)
        )  # fmt: skip
        self.height += height


def beside(stacks: list[tuple[float, Stack]]) -> tuple[tuple[Group, ...], float]:
    """Columns side by side, each at its x: their groups and the height of the tallest."""
    groups = tuple(group for x, stack in stacks for group in stack.moved(x, 0.0))
    return groups, max((stack.height for _, stack in stacks), default=0.0)
