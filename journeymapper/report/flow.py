"""Tables set on as many pages as they need, under one heading."""

from collections.abc import Mapping

import msgspec

from journeymapper.language.language import Language
from journeymapper.picture.primitives import Group
from journeymapper.report.pages.frame import Heading, Leaf, Place, body_top
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Table, lay_out

AIRINESS = (1.0, 0.85, 0.7, 0.55)


class Flow:
    """Leaves being filled from the top: groups and tables go below each other, onto a next page where one is full."""

    def __init__(self, sheet: Sheet, heading: Heading, language: Language, outline: str) -> None:
        self.sheet, self.heading, self.language, self.outline = sheet, heading, language, outline
        self.pages: list[list[Group]] = [[]]
        self.y = body_top(sheet, heading)

    @property
    def room(self) -> float:
        """The height that is left on this page."""
        return self.sheet.foot - self.y

    @property
    def used(self) -> float:
        """The height that this page has taken below its heading."""
        return self.y - body_top(self.sheet, self.heading if len(self.pages) == 1 else self._continued())

    def space(self, height: float) -> None:
        """Leave a gap; nothing at the top of a page."""
        if self.pages[-1]:
            self.y += height

    def place(self, groups: tuple[Group, ...], height: float) -> None:
        """Set groups, given from their own upper left corner, here or on the next page, or over several of them."""
        if height > self.room and self.pages[-1]:
            self.turn()
        while height > self.room:
            here = tuple(group for group in groups if group.y + group.height <= self.room)
            rest = tuple(group for group in groups if group.y + group.height > self.room)
            if not here or not rest:
                break
            self._set(here, self.room)
            self.turn()
            top = min(group.y for group in rest)
            groups, height = tuple(group.moved(0.0, -top) for group in rest), height - top
        self._set(groups, height)

    def table(self, table: Table, width: float | None = None) -> None:
        """Set a table as wide as the page, or as `width`, on this page and the next ones.

        Its rows move closer together where that saves a page.
        """
        wide = width or self.sheet.inner_width
        below = self.sheet.foot - body_top(self.sheet, self._continued())
        tries = [
            lay_out(msgspec.structs.replace(table, airiness=airiness), wide, self.room, below) for airiness in AIRINESS
        ]
        fewest = min(tries, key=len)
        for number, part in enumerate(fewest):
            if number:
                self.turn()
            self._set(part.groups, part.height)

    def turn(self) -> None:
        """Begin the next page."""
        self.pages.append([])
        self.y = body_top(self.sheet, self._continued())

    def leaves(self, *, level: int = 0, anchor: str = "", anchors: Mapping[Place, str] = {},
               links: Mapping[Place, str] = {}) -> list[Leaf]:  # fmt: skip
        """The pages; the first alone is an entry of the outline, the others say that they continue it."""
        return [
            Leaf(level=level, anchor="" if number else anchor, anchors=anchors, links=links,
                 heading=self._continued() if number else self.heading, body=tuple(groups),
                 outline="" if number else self.outline)
            for number, groups in enumerate(page for page in self.pages if page)
        ]  # fmt: skip

    def _continued(self) -> Heading:
        title = self.language.text("{title} (continued)", title=self.outline)
        return msgspec.structs.replace(self.heading, title=title, sub="", figures=())

    def _set(self, groups: tuple[Group, ...], height: float) -> None:
        self.pages[-1].extend(group.moved(self.sheet.margin, self.y) for group in groups)
        self.y += height
