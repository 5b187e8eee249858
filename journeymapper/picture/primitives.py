"""What a picture is made of. Coordinates grow right and down; on paper a unit is a point (1/72 inch)."""

from typing import Literal

import msgspec

Weight = Literal["regular", "medium", "semibold", "bold"]
Role = Literal["", "heading", "figure", "table", "row", "cell", "header-cell", "paragraph", "decoration"]


class Rect(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A rectangle; `fill` and `stroke` are `#RRGGBB` or empty for none, `dash` lengths on and off."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()


class Path(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A path of steps: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) and ("Z",)."""

    steps: tuple[tuple[str | float, ...], ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()


class Ellipse(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An ellipse by its centre and radii."""

    x: float
    y: float
    rx: float
    ry: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0


class Text(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One run of text in one line, from its left end `x` on the baseline `y`; never wrapped by a painter.

    `width` is the advance that the layout measured (kerning off); a `halo` colour is painted behind the letters.
    """

    x: float
    y: float
    text: str
    size: float
    width: float
    weight: Weight = "regular"
    fill: str = "#1B2430"
    halo: str = ""


class Image(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An embedded picture by its attachment's hash."""

    x: float
    y: float
    width: float
    height: float
    attachment: str


Primitive = Rect | Path | Ellipse | Text | Image


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Primitives that belong to one element, in the group's own coordinates, placed at (x, y) of the picture.

    `owner` is the element's id (empty for decoration), `part` what of it is shown (`card`, `score`, `feeling`, …);
    `alt` tells it to those who cannot see it, `tip` completes what was cut.
    """

    owner: str
    part: str
    x: float
    y: float
    width: float
    height: float
    items: tuple[Primitive, ...]
    role: Role = ""
    alt: str = ""
    tip: str = ""

    def moved(self, dx: float, dy: float) -> "Group":
        """The same group elsewhere; its items are shared, not copied."""
        return Group(
            owner=self.owner, part=self.part, x=self.x + dx, y=self.y + dy, width=self.width,
            height=self.height, items=self.items, role=self.role, alt=self.alt, tip=self.tip,
        )  # fmt: skip


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Groups in painting order on a ground of a size."""

    width: float
    height: float
    groups: tuple[Group, ...]
    ground: str = "#FFFFFF"
