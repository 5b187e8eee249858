"""The `d` of an SVG path as steps of ours: moves, lines and cubic curves in absolute coordinates.

Knows M L H V C S Q A Z, absolute and relative (SVG 1.1, chapter 8), arcs by its implementation notes F.6.
"""

import math
import re

Step = tuple[str | float, ...]
NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def parse_path(d: str) -> tuple[Step, ...]:
    """Steps of a path; raises ValueError for a command that is not known."""
    pen = _Pen()
    for command, text in re.findall(r"([A-Za-z])([^A-Za-z]*(?:[eE][+-]?\d[^A-Za-z]*)*)", d):
        kind = command.upper()
        if kind not in COUNTS:
            raise ValueError(command)
        for index, numbers in enumerate(_arguments(kind, text)):
            name = "L" if kind == "M" and index else kind
            pen.draw(name, _absolute(name, numbers, (pen.x, pen.y)) if command.islower() else numbers)
    return tuple(pen.steps)


def _arguments(kind: str, text: str) -> list[list[float]]:
    if kind == "Z":
        return [[]]
    if kind == "A":
        return _arc_arguments(text)
    numbers = [float(found) for found in NUMBER.findall(text)]
    size = COUNTS[kind]
    return [numbers[at : at + size] for at in range(0, len(numbers) - size + 1, size)]


ARC = re.compile(
    r"[\s,]*({n})[\s,]*({n})[\s,]*({n})[\s,]*([01])[\s,]*([01])[\s,]*({n})[\s,]*({n})".replace("{n}", NUMBER.pattern)
)


def _arc_arguments(text: str) -> list[list[float]]:
    """An arc's two flags are single digits that need no separator."""
    return [[float(part) for part in found] for found in ARC.findall(text)]


def _absolute(name: str, numbers: list[float], at: tuple[float, float]) -> list[float]:
    if name == "H":
        return [numbers[0] + at[0]]
    if name == "V":
        return [numbers[0] + at[1]]
    if name == "A":
        return [*numbers[:5], numbers[5] + at[0], numbers[6] + at[1]]
    return [number + at[index % 2] for index, number in enumerate(numbers)]


class _Pen:
    """Where the pen stands, and the steps drawn so far."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.handle: tuple[float, float] | None = None

    def draw(self, name: str, n: list[float]) -> None:
        handle, self.handle = self.handle, None
        if name == "M":
            self.start = (n[0], n[1])
            self._to("M", n)
        elif name == "Z":
            self.steps.append(("Z",))
            self.x, self.y = self.start
        elif name in ("L", "H", "V"):
            self._to("L", {"L": n, "H": [n[0], self.y], "V": [self.x, n[0]]}[name])
        elif name == "A":
            for curve in arc_curves((self.x, self.y), n):
                self._to("C", curve)
        else:
            self._curve(name, n, handle)

    def _curve(self, name: str, n: list[float], handle: tuple[float, float] | None) -> None:
        if name == "S":
            first = (2 * self.x - handle[0], 2 * self.y - handle[1]) if handle else (self.x, self.y)
            n = [*first, *n]
        elif name == "Q":
            first = (self.x + 2 / 3 * (n[0] - self.x), self.y + 2 / 3 * (n[1] - self.y))
            n = [*first, n[2] + 2 / 3 * (n[0] - n[2]), n[3] + 2 / 3 * (n[1] - n[3]), n[2], n[3]]
        self._to("C", n)
        self.handle = (n[2], n[3])

    def _to(self, name: str, n: list[float]) -> None:
        self.steps.append((name, *n))
        self.x, self.y = n[-2], n[-1]


def arc_curves(start: tuple[float, float], n: list[float]) -> list[list[float]]:
    """An elliptical arc as cubic curves of at most a quarter turn (SVG 1.1, F.6.5 and F.6.6)."""
    (x1, y1), (rx, ry, tilt, large, sweep, x2, y2) = start, n
    rx, ry = abs(rx), abs(ry)
    if (x1, y1) == (x2, y2):
        return []
    if not rx or not ry:
        return [[x1, y1, x2, y2, x2, y2]]
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    dx, dy = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = cos * dx + sin * dy, -sin * dx + cos * dy
    scale = max(1.0, math.sqrt((px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * scale, ry * scale
    square = (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1
    root = math.sqrt(max(0.0, square)) * (1 if large != sweep else -1)
    qx, qy = root * rx * py / ry, -root * ry * px / rx
    centre = (cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2)
    begin = math.atan2((py - qy) / ry, (px - qx) / rx)
    turn = (math.atan2((-py - qy) / ry, (-px - qx) / rx) - begin) % (2 * math.pi)
    turn = turn if sweep else turn - 2 * math.pi
    return _quarters(centre, (rx, ry), (cos, sin), begin, turn)


def _quarters(centre: tuple[float, float], radii: tuple[float, float], tilt: tuple[float, float], begin: float,
              turn: float) -> list[list[float]]:  # fmt: skip
    # Rounded coordinates make quarters a hair longer than a quarter turn.
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2 + 0.001)))
    step = turn / pieces
    reach = 4 / 3 * math.tan(step / 4)

    def place(angle: float, out: float) -> tuple[float, float]:
        """The point at an angle, moved along the tangent by `out`."""
        u = radii[0] * (math.cos(angle) - out * math.sin(angle))
        v = radii[1] * (math.sin(angle) + out * math.cos(angle))
        return centre[0] + tilt[0] * u - tilt[1] * v, centre[1] + tilt[1] * u + tilt[0] * v

    angles = [begin + step * index for index in range(pieces + 1)]
    return [[*place(a, reach), *place(a + step, -reach), *place(a + step, 0)] for a in angles[:-1]]
