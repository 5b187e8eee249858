"""The cells of the lanes: where a lane crosses the column of a touchpoint or stage, whether it says anything or not."""

from collections.abc import Mapping
from functools import cached_property

import msgspec

from journeymapper.picture.primitives import Group, Picture

FRAME, LABEL = "frame-", "label-"
OPEN_HEIGHT = 26.0
SIDE = 2.0
LENGTH = "length"


class LaneCell(msgspec.Struct, frozen=True, kw_only=True):
    """A box of the picture in which a lane tells of an element."""

    owner: str
    lane: str
    x: float
    y: float
    width: float
    height: float


class LaneCells:
    """The lanes and columns of a picture."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture

    @cached_property
    def lanes(self) -> frozenset[str]:
        """The ids of the lanes that are there."""
        return frozenset(filter(None, map(_lane_of, {group.part for group in self.picture.groups})))

    @cached_property
    def _frames(self) -> list[Group]:
        return [group for group in self.picture.groups if group.part.startswith(FRAME)]

    @cached_property
    def _cards(self) -> list[Group]:
        return self._named("card")

    @cached_property
    def _stages(self) -> list[Group]:
        return self._named("stage")

    def at(self, x: float, y: float) -> LaneCell | None:
        """The cell at a point of the picture; the head of the lane of time belongs to the stages."""
        frame = next((one for one in self._frames if one.y <= y <= one.y + one.height), None)
        if frame is None or frame.height < OPEN_HEIGHT:
            return None
        head = self._length_head(frame)
        if head and y < head:
            return _crossed(frame, self._stages, x, LENGTH, head)
        return _crossed(frame, self._cards, x, frame.part.removeprefix(FRAME), frame.y + frame.height, head)

    def of(self, owner: str, lane: str) -> LaneCell | None:
        """The cell in which a lane tells of a touchpoint; None where the map has no such lane or collapses it."""
        card = next((one for one in self._cards if one.owner == owner), None)
        frame = next((one for one in self._frames if one.part == FRAME + lane), None)
        if card is None or frame is None:
            return None
        return self.at(card.x + card.width / 2, frame.y + frame.height - 1)

    def below(self, owner: str, lane: str, by: int) -> list[LaneCell]:
        """The cells of an element in the lanes after, or with −1 before, a lane; from its card where it is empty."""
        lanes = [one.part.removeprefix(FRAME) for one in sorted(self._frames, key=lambda frame: frame.y)]
        place = lanes.index(lane) if lane in lanes else (-1 if by > 0 else len(lanes))
        further = lanes[place + 1 :] if by > 0 else list(reversed(lanes[: max(place, 0)]))
        found = (self.of(owner, each) for each in further)
        return [cell for cell in found if cell is not None]

    def beside(self, cell: LaneCell, by: int) -> LaneCell | None:
        """The same lane at the next touchpoint, or the one before."""
        owners = [card.owner for card in self._cards]
        place = owners.index(cell.owner) + by if cell.owner in owners else -1
        return self.of(owners[place], cell.lane) if 0 <= place < len(owners) else None

    def _length_head(self, frame: Group) -> float:
        """Where the measures over the stages end; 0 in other lanes."""
        measures = self._named(LENGTH) if frame.part == f"{FRAME}time" else []
        return measures[0].y + measures[0].height if measures else 0.0

    def _named(self, part: str) -> list[Group]:
        return [group for group in self.picture.groups if group.part == part]


def seen_lanes(cells: LaneCells, own: Mapping[str, object]) -> frozenset[str]:
    """The lanes that are on the map, those of the team as one."""
    return frozenset("own" if lane in own else lane for lane in cells.lanes)


def _lane_of(part: str) -> str:
    """The lane that a part of the picture belongs to and that it shows to be there; empty for most parts."""
    if part.startswith((FRAME, LABEL)):
        return part.removeprefix(FRAME).removeprefix(LABEL)
    return {"stage": "stages", "legend": "legend"}.get(part, "")


def _crossed(
    frame: Group, columns: list[Group], x: float, lane: str, bottom: float, top: float = 0.0
) -> LaneCell | None:
    column = next((one for one in columns if one.x <= x <= one.x + one.width), None)
    if column is None:
        return None
    start = top or frame.y
    return LaneCell(owner=column.owner, lane=lane, x=column.x, y=start, width=column.width, height=bottom - start)
