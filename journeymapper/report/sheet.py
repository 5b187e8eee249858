"""The sheet that a report is printed on: its size, margins and type sizes, all in points."""

import msgspec

from journeymapper.report.paper import SIZES, Paper, paper

FLOOR = 7.0
REMARKS = 118.0


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A page. No text on it is smaller than 7 pt; `remarks` is the width of a margin for remarks on the right."""

    width: float
    height: float
    margin: float
    title: float
    sub: float
    body: float
    small: float
    figure: float
    remarks: float = 0.0

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin - self.remarks

    @property
    def right(self) -> float:
        """Where the body ends on the right."""
        return self.margin + self.inner_width

    @property
    def foot(self) -> float:
        """Where the body ends: below it stand the footer and the margin."""
        return self.height - self.margin - 2.2 * self.small

    @property
    def scale(self) -> float:
        """How large its type is beside that of an A3."""
        return self.body / 9.5


def sheet_of(page: Paper, *, remarks: bool = False) -> Sheet:
    """The sheet of a paper: type grows more slowly than paper does, and never falls under 7 pt."""
    scale = page.scale

    def size(at_a3: float, growth: float, least: float = FLOOR) -> float:
        return round(max(least, at_a3 * float(scale**growth)), 2)

    return Sheet(
        width=page.width, height=page.height, margin=size(40.0, 1.0, 18.0), title=size(21.0, 0.785, 11.0),
        sub=size(11.0, 0.744), body=size(9.5, 0.682), small=size(8.5, 0.56), figure=size(20.0, 0.83, 11.0),
        remarks=REMARKS * max(1.0, size(1.0, 0.6, 1.0)) if remarks else 0.0,
    )  # fmt: skip


SHEETS: dict[str, Sheet] = {name: sheet_of(paper(name)) for name in SIZES}
"""The lying sheets by the name of their paper."""
