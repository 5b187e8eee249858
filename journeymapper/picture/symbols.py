"""Signs, icons and hatching as paths: they look the same in every painter and need no font."""

import math
import re
from functools import cache, lru_cache
from pathlib import Path as File
from typing import Literal

from journeymapper.analysis.score import Score
from journeymapper.picture.primitives import Ellipse, Path, Primitive, Rect
from journeymapper.picture.svg_path import Step, parse_path

Sign = Literal["▲", "△", "▽", "▼", "○", "◐", "●", "□", "■"]
ICON_FOLDER = File(__file__).parents[2] / "resources" / "icons"
ICON_UNITS = 256.0


def verdict_sign(score: Score | None) -> Sign:
    """▲ certainly better, △ better, ▽ worse, ▼ certainly worse, □ no verdict possible, ○ nothing measured."""
    if score is None or not score.shown:
        return "○"
    if score.verdict in ("better", "worse"):
        return "▲" if score.verdict == "better" else "▼"
    if score.verdict == "uncertain":
        return "▽" if (score.gap or 0.0) < 0 else "△"
    return "□"


def sign(kind: Sign, x: float, y: float, size: float, colour: str, ground: str = "#FFFFFF") -> Primitive:
    """A sign centred on a point: filled is certain or whole, outlined is not."""
    r = size / 2
    thin = max(0.8, size / 9)
    if kind in "○◐●":
        return _disc(kind, x, y, r * 0.8, (colour, ground, thin))
    if kind in "□■":
        side = size * 0.76
        left, top, fill = x - side / 2, y - side / 2, colour if kind == "■" else ground
        return Rect(x=left, y=top, width=side, height=side, fill=fill, stroke=colour, stroke_width=thin)
    up = 1 if kind in "▲△" else -1
    filled = kind in "▲▼"
    inset = 0.0 if filled else thin / 2
    top, foot, half = y - up * (r * 0.86 - inset), y + up * (r * 0.80 - inset), r - inset
    steps: tuple[Step, ...] = (("M", x, top), ("L", x + half, foot), ("L", x - half, foot), ("Z",))
    if filled:
        return Path(steps=steps, fill=colour)
    return Path(steps=steps, fill=ground, stroke=colour, stroke_width=thin)


def _disc(kind: Sign, x: float, y: float, r: float, paint: tuple[str, str, float]) -> Primitive:
    """A ring, a disc, or a ring of which one half is filled."""
    colour, ground, thin = paint
    if kind != "◐":
        return Ellipse(x=x, y=y, rx=r, ry=r, fill=colour if kind == "●" else ground, stroke=colour, stroke_width=thin)
    ring, hole = _round(x, y, r + thin / 2, 24), _round(x, y, r - thin / 2, 24)
    left = [corner for corner in hole if corner[0] <= x + 1e-9]
    # non-zero winding: the hole runs against the ring, the left half with it
    return Path(steps=(*polygon(ring), *polygon(hole[::-1]), *polygon(left)), fill=colour)


def _round(x: float, y: float, r: float, corners: int) -> list[tuple[float, float]]:
    turns = (math.tau * step / corners for step in range(corners))
    return [(x + r * math.sin(turn), y - r * math.cos(turn)) for turn in turns]


def star(x: float, y: float, size: float, colour: str) -> Path:
    """A five-pointed star centred on a point: a moment of truth."""
    corners = []
    for index in range(10):
        radius = size / 2 * (0.42 if index % 2 else 1.0)
        angle = math.pi / 5 * index - math.pi / 2
        corners.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return Path(steps=polygon(corners), fill=colour)


def diamond(x: float, y: float, size: float, colour: str, ground: str = "") -> Path:
    """A diamond centred on a point; filled for permanent, with a `ground` outlined for movable."""
    r = size / 2
    inset = 0.6 if ground else 0.0
    corners = [(x, y - r + inset), (x + r - inset, y), (x, y + r - inset), (x - r + inset, y)]
    if ground:
        return Path(steps=polygon(corners), fill=ground, stroke=colour, stroke_width=1.2)
    return Path(steps=polygon(corners), fill=colour)


def polygon(corners: list[tuple[float, float]]) -> tuple[Step, ...]:
    """A closed path through corners."""
    (x, y), *rest = corners
    return (("M", x, y), *(("L", a, b) for a, b in rest), ("Z",))


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1.0,
         dash: tuple[float, ...] = ()) -> Path:  # fmt: skip
    """A straight line."""
    return Path(steps=(("M", x1, y1), ("L", x2, y2)), stroke=colour, stroke_width=width, dash=dash)


def hatching(x: float, y: float, width: float, height: float, colour: str, spacing: float = 5.0) -> Path:
    """Diagonal lines clipped to a rectangle, rising to the right."""
    steps: list[Step] = []
    reach = spacing
    while reach < width + height - 0.01:
        low = (x + max(0.0, reach - height), y + min(reach, height))
        high = (x + min(reach, width), y + max(0.0, reach - width))
        steps += [("M", *low), ("L", *high)]
        reach += spacing
    return Path(steps=tuple(steps) or (("M", x, y),), stroke=colour, stroke_width=0.7)


@cache
def icon_steps(name: str) -> tuple[Step, ...]:
    """The paths of an icon in its own 256 units; raises OSError for a name without a file."""
    text = (ICON_FOLDER / f"{name}.svg").read_text("utf-8")
    return tuple(step for d in re.findall(r'\bd="([^"]+)"', text) for step in parse_path(d))


@lru_cache(maxsize=512)
def icon(name: str, x: float, y: float, size: float, colour: str) -> Path:
    """An icon with its upper left corner at a point."""
    scale = size / ICON_UNITS
    placed = []
    for command, *numbers in icon_steps(name):
        shifts = (x, y)
        placed.append((command, *(float(n) * scale + shifts[i % 2] for i, n in enumerate(numbers))))
    return Path(steps=tuple(placed), fill=colour)


def pain_sign(x: float, y: float, size: float, colour: str, ground: str) -> list[Primitive]:
    """A filled disc with a minus, centred on a point."""
    r = size / 2
    return [Ellipse(x=x, y=y, rx=r, ry=r, fill=colour), line(x - r * 0.55, y, x + r * 0.55, y, ground, 1.1)]


def delight_sign(x: float, y: float, size: float, colour: str, ground: str) -> list[Primitive]:
    """A ring with a plus, centred on a point."""
    r = size / 2
    return [
        Ellipse(x=x, y=y, rx=r - 0.45, ry=r - 0.45, fill=ground, stroke=colour, stroke_width=0.9),
        line(x - r * 0.5, y, x + r * 0.5, y, colour, 1.0),
        line(x, y - r * 0.5, x, y + r * 0.5, colour, 1.0),
    ]
