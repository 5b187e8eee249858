"""The strokes of the path lane: base line, dots, rounded ways and their heads."""

from collections.abc import Sequence
from itertools import pairwise

from journeymapper.picture.primitives import Ellipse, Path, Primitive
from journeymapper.picture.svg_path import Step
from journeymapper.picture.symbols import line, polygon
from journeymapper.picture.theme import Theme
from journeymapper.picture.ways import CORNER, Way

DOT = 3.6
HEAD = 3.2
LABEL_ROOM = 5.0
BEND = 0.5523
Tip = tuple[float, float, str]


def base_line(xs: Sequence[float], joined: Sequence[bool], theme: Theme) -> list[Primitive]:
    """The happy path between the dots that it joins, on the middle of 14 units."""
    pieces = [(a, b) for (a, b), whole in zip(pairwise(xs), joined, strict=True) if whole]
    return [line(a, 7.0, b, 7.0, theme.path, 3.0) for a, b in pieces]


def dots(xs: Sequence[float], hollow: Sequence[bool], theme: Theme) -> list[Primitive]:
    """A dot for each touchpoint; hollow where it is only for some."""
    return [
        Ellipse(
            x=x, y=7.0, rx=DOT, ry=DOT, fill=theme.card if empty else theme.accent, stroke=theme.accent,
            stroke_width=1.3,
        )
        for x, empty in zip(xs, hollow, strict=True)
    ]  # fmt: skip


def way_steps(way: Way, near: float, y: float, side: int) -> tuple[tuple[Step, ...], Tip]:
    """The line of a way from `near` the base line to its level `y` and back; and the tip of its arrow.

    `side` is −1 above the base line and 1 below it. Entries and exits are straight.
    """
    if way.start is None or way.end is None:
        return _straight(way, near, y, side)
    a, b = way.start, way.end
    turn = 1 if b > a else -1
    r = max(0.1, min(CORNER, abs(b - a) / 2, abs(y - near)))
    steps: list[Step] = []
    if way.wanted.from_away:
        steps.append(("M", a, y))
    else:
        k = r * (1 - BEND)
        steps += [("M", a, near), ("L", a, y - side * r)]
        steps.append(("C", a, y - side * k, a + turn * k, y, a + turn * r, y))
    if way.wanted.to_away:
        return (*steps, ("L", b, y)), (b, y, "right" if turn > 0 else "left")
    k = r * (1 - BEND)
    steps += [("L", b - turn * r, y), ("C", b - turn * k, y, b, y - side * k, b, y - side * r), ("L", b, near)]
    return tuple(steps), (b, near, "down" if side < 0 else "up")


def _straight(way: Way, near: float, y: float, side: int) -> tuple[tuple[Step, ...], Tip]:
    """An entry from beside its label to the base line, an exit from the base line beside its label."""
    far = y + side * LABEL_ROOM
    if way.start is None:
        x = way.end or 0.0
        return (("M", x, far), ("L", x, near)), (x, near, "down" if side < 0 else "up")
    return (("M", way.start, near), ("L", way.start, far)), (way.start, far, "up" if side < 0 else "down")


def arrow_head(x: float, y: float, towards: str, colour: str) -> Path:
    """A triangle with its tip at a point."""
    dx, dy = {"down": (0, 1), "up": (0, -1), "right": (1, 0), "left": (-1, 0)}[towards]
    back_x, back_y = x - dx * HEAD * 1.7, y - dy * HEAD * 1.7
    corners = [(x, y), (back_x - dy * HEAD, back_y + dx * HEAD), (back_x + dy * HEAD, back_y - dx * HEAD)]
    return Path(steps=polygon(corners), fill=colour)
