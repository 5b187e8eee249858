"""How the height of a picture is shared among its lanes."""

from journeymapper.picture.lanes.lane import Extent, Row
from journeymapper.picture.sheet import Band

GAP = 6.0
WIDEST_GAP = 10.0
LIMITS = 40


def least_height(rows: list[Row]) -> float:
    """The height without which lanes would lose content."""
    return sum(row.extent.least for row in rows) + GAP * max(0, len(rows) - 1)


def most_height(rows: list[Row]) -> float:
    """The height that the lanes can make use of."""
    used = sum(max(row.extent.least, row.extent.most if row.extent.stretch else 0.0) for row in rows)
    return used + WIDEST_GAP * max(0, len(rows) - 1)


def lanes_by_page(rows: list[Row], height: float) -> list[list[Row]]:
    """The lanes page by page: as few pages as will do, about equally full, the stages again on each."""
    if least_height(rows) <= height:
        return [rows]
    fewest = _filled(rows, height)
    lower = (_filled(rows, height * step / LIMITS) for step in range(1, LIMITS))
    return next((pages for pages in lower if len(pages) <= len(fewest)), fewest)


def _filled(rows: list[Row], height: float) -> list[list[Row]]:
    """As many lanes on each page as fit below the stages; the legend never stands without another lane."""
    again = [row for row in rows if row.lane.id == "stages"]
    pages: list[list[Row]] = []
    page = list(again)
    for block in _blocks([row for row in rows if row.lane.id != "stages"]):
        if len(page) > len(again) and least_height([*page, *block]) > height:
            pages.append(page)
            page = list(again)
        page += block
    return [*pages, page]


def _blocks(rows: list[Row]) -> list[list[Row]]:
    """What stays together: each lane by itself, the last with the legend."""
    blocks = [[row] for row in rows]
    if len(blocks) > 1 and rows[-1].lane.id == "legend":
        blocks[-2:] = [blocks[-2] + blocks[-1]]
    return blocks


def bands(rows: list[Row], height: float) -> list[Band]:
    """A band for each lane, from top to bottom, filling the height.

    Free height goes to the lanes by their stretch until each has what it can use, then to the gaps between them,
    and what is left to the lane that stretches most. Too little height is shared by need.
    """
    extents = [row.extent for row in rows]
    gaps = max(0, len(rows) - 1)
    heights = [extent.least for extent in extents]
    free = height - sum(heights) - GAP * gaps
    if free < 0:
        scale = max(0.0, height - GAP * gaps) / sum(heights)
        heights, free = [each * scale for each in heights], 0.0
    free = _stretch(heights, extents, free)
    gap = min(WIDEST_GAP, GAP + free / gaps) if gaps else GAP
    free -= (gap - GAP) * gaps
    if extents and free > 0:
        widest = max(range(len(extents)), key=lambda index: extents[index].stretch)
        heights[widest] += free
    tops = [sum(heights[:index]) + gap * index for index in range(len(heights))]
    return [Band(top, each) for top, each in zip(tops, heights, strict=True)]


def _stretch(heights: list[float], extents: list[Extent], free: float) -> float:
    """Hands out free height by stretch, in place; returns what nobody could use."""
    while free > 0.01:
        open_ones = [i for i, extent in enumerate(extents) if extent.stretch and heights[i] < extent.most - 0.01]
        total = sum(extents[i].stretch for i in open_ones)
        if not total:
            break
        given = 0.0
        for i in open_ones:
            share = min(free * extents[i].stretch / total, extents[i].most - heights[i])
            heights[i] += share
            given += share
        free -= given
    return free
