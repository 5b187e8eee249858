"""A part of a map as a picture of its own: some touchpoints or stages with all that the lanes say of them."""

from collections.abc import Collection

from journeymapper.picture.primitives import Group, Picture

MARGIN = 12.0
PLACES = ("card", "stage", "parked")


def cut_out(picture: Picture, ids: Collection[str]) -> Picture:
    """The columns of the elements of these ids, from the top lane to the lowest; the whole picture without any."""
    chosen = [group for group in picture.groups if group.owner in ids and group.part in PLACES]
    if not chosen:
        return picture
    spans = [(group.x - 1.0, group.x + group.width + 1.0) for group in chosen]
    kept = [group for group in picture.groups if _within(group, spans)]
    left, top = min(group.x for group in kept), min(group.y for group in kept)
    right, foot = max(g.x + g.width for g in kept), max(g.y + g.height for g in kept)
    moved = tuple(group.moved(MARGIN - left, MARGIN - top) for group in kept)
    return Picture(width=right - left + 2 * MARGIN, height=foot - top + 2 * MARGIN, groups=moved, ground=picture.ground)


def _within(group: Group, spans: Collection[tuple[float, float]]) -> bool:
    return any(left <= group.x and group.x + group.width <= right for left, right in spans)
