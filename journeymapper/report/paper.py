"""Papers by name or size: A5 to A0, the American ones, any millimetres, and rolls as long as the map."""

import re
from math import sqrt

import msgspec

from journeymapper.model.messages import Refusal

MM = 72 / 25.4
"""Points in a millimetre."""
SIZES: dict[str, tuple[float, float]] = {
    "A5": (148, 210), "A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841), "A0": (841, 1189),
    "Letter": (215.9, 279.4), "Legal": (215.9, 355.6), "Tabloid": (279.4, 431.8),
}  # fmt: skip
"""Upright width and height in millimetres."""
LEAST_MM, MOST_MM = 100.0, 5000.0
"""A PDF page is at most 14,400 points long: 5,080 mm."""
ROLL = re.compile(r"roll-?(\d{3,4})", re.IGNORECASE)
MILLIMETRES = re.compile(r"(\d{2,4}(?:\.\d)?)x(\d{2,4}(?:\.\d)?)", re.IGNORECASE)


class Paper(msgspec.Struct, frozen=True):
    """A sheet's name, width and height in points; a roll has height 0 until a length is chosen for it."""

    name: str
    width: float
    height: float
    roll: bool = False

    @property
    def scale(self) -> float:
        """How large it is beside an A3, by its sides; a long roll counts as twice as long as it is high."""
        long = min(max(self.width, self.height), 2 * min(self.width, self.height))
        return sqrt(min(self.width, self.height) * long / (297 * 420)) / MM


def paper(name: str, landscape: bool | None = None) -> Paper:
    """The paper of a name such as A3, Letter, 420x297 or roll914; lying unless said otherwise. Raises Refusal."""
    known = {key.casefold(): key for key in SIZES}.get(name.strip().casefold())
    if known:
        return turned(known, *SIZES[known], landscape is not False)
    if found := ROLL.fullmatch(name.strip()):
        high = _sound(name, float(found[1]))
        return Paper(f"roll{found[1]}", 0.0, round(high * MM, 2), roll=True)
    if found := MILLIMETRES.fullmatch(name.strip().replace("×", "x")):
        wide, high = _sound(name, float(found[1])), _sound(name, float(found[2]))
        return turned(f"{found[1]}x{found[2]}", wide, high, landscape if landscape is not None else wide >= high)
    raise Refusal("{name} is no paper; there are {known}, 420x297 in millimetres and roll914.", name=name[:40],
                  known=", ".join(SIZES))  # fmt: skip


def turned(name: str, first: float, second: float, landscape: bool) -> Paper:
    """A paper of two sides in millimetres, lying or upright."""
    short, long = sorted((first, second))
    wide, high = (long, short) if landscape else (short, long)
    return Paper(name, round(wide * MM, 2), round(high * MM, 2))


def _sound(name: str, millimetres: float) -> float:
    if not LEAST_MM <= millimetres <= MOST_MM:
        raise Refusal("{name}: a page is from {least} to {most} millimetres wide and high.", name=name[:40],
                      least=LEAST_MM, most=MOST_MM)  # fmt: skip
    return millimetres


def larger_papers(than: Paper) -> list[Paper]:
    """The A papers that are larger, lying or upright as it is, the smallest first."""
    landscape = than.width >= than.height
    papers = [paper(f"A{number}", landscape) for number in range(5, -1, -1)]
    return [each for each in papers if each.scale > than.scale + 0.01]
