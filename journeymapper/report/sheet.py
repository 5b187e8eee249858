"""The sheet that a report is printed on: its size, margins and type sizes, all in points."""

import msgspec

from journeymapper.model.project import Page


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A landscape page. No text on it is smaller than 7 pt."""

    width: float
    height: float
    margin: float
    title: float
    sub: float
    body: float
    small: float
    figure: float

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def foot(self) -> float:
        """Where the body ends: below it stand the footer and the margin."""
        return self.height - self.margin - 2.2 * self.small


SHEETS: dict[Page, Sheet] = {
    "A3": Sheet(
        width=1190.55, height=841.89, margin=40.0, title=21.0, sub=11.0, body=9.5, small=8.5, figure=20.0,
    ),
    "A4": Sheet(
        width=841.89, height=595.28, margin=28.0, title=16.0, sub=8.5, body=7.5, small=7.0, figure=15.0,
    ),
}  # fmt: skip
