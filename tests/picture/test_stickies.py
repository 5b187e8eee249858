"""Sticky cards find room beside each other; those without any are counted on the nearest."""

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.picture.lanes.sticky import Sticky, card_width, pack


@settings(max_examples=80, deadline=None)
@given(st.lists(st.floats(60, 1500), max_size=40), st.integers(1, 3))
def test_stickies_keep_apart_and_none_is_lost(places: list[float], rows: int) -> None:
    sheet: Any = SimpleNamespace(left=72.0, right=1400.0, columns=[SimpleNamespace(width=92.0)])
    stickies = [
        Sticky(owner=f"{n}", part="action", at=at, tag="", text="", fill="", edge="", tag_colour="")
        for n, at in enumerate(places)
    ]
    found, width = pack(stickies, sheet, rows), card_width(sheet)
    for row in range(rows):
        starts = sorted(each.x for each in found if each.row == row)
        assert all(after - before >= width for before, after in pairwise(starts))
    kept = [one for each in found for one in (each.sticky, *each.more)]
    assert sorted(one.owner for one in kept) == sorted(one.owner for one in stickies)
    middles = [each.x + width / 2 for each in found]
    for each, middle in zip(found, middles, strict=True):
        assert all(abs(middle - one.at) <= min(abs(other - one.at) for other in middles) for one in each.more)
