"""An index that follows edits finds what a new one finds."""

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.desktop.canvas.group_index import GroupIndex
from journeymapper.picture.primitives import Group, Rect

ITEMS = [(Rect(x=0, y=0, width=1, height=1 + number),) for number in range(3)]
OWNERS = ("", "a", "b", "c")


@st.composite
def group(draw: st.DrawFn) -> Group:
    """A group anywhere, of anybody."""
    place = st.integers(0, 40).map(float)
    return Group(
        owner=draw(st.sampled_from(OWNERS)), part="card", x=draw(place), y=draw(place), width=9.0, height=5.0,
        items=draw(st.sampled_from(ITEMS)),
    )  # fmt: skip


@given(st.lists(group(), max_size=8), st.data())
def test_a_followed_index_is_as_good_as_a_new_one(groups: list[Group], data: st.DataObject) -> None:
    index = GroupIndex(tuple(groups))
    for _ in range(3):
        index.within(0, 0, 50, 50)
        index.of(OWNERS)
        after = list(groups)
        if data.draw(st.booleans()) and groups:
            after[data.draw(st.integers(0, len(groups) - 1))] = data.draw(group())
        else:
            others = st.sampled_from(groups) if groups else group()
            after = data.draw(st.lists(st.one_of(group(), others), max_size=8))
        index, changed = index.followed(tuple(after))
        fresh = GroupIndex(tuple(after))
        assert index.within(10, 10, 12, 8) == fresh.within(10, 10, 12, 8)
        assert index.of(OWNERS) == fresh.of(OWNERS)
        assert {*map(seen, groups)} ^ {*map(seen, after)} <= {*map(seen, changed)}
        groups = after


def seen(one: Group) -> tuple[int, float, float]:
    return id(one.items), one.x, one.y


def test_what_stays_is_no_difference() -> None:
    one = Group(owner="a", part="card", x=1, y=2, width=3, height=4, items=ITEMS[0])
    index, changed = GroupIndex((one, one.moved(5, 0))).followed((one, one.moved(5, 0), one.moved(9, 0)))
    assert changed == [one.moved(9, 0)]
    assert index.of(("a",)) == [one, one.moved(5, 0), one.moved(9, 0)]
    assert index.of(("nobody",)) == []
