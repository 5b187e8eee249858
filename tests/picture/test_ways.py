"""Ways on their levels: no two in one place, shorter ones inside, labels inside the sheet."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journeymapper.model.journey import LinkKind
from journeymapper.picture.ways import MOST_LEVELS, Wanted, Way, arrange

LEFT, RIGHT, PITCH = 100.0, 1100.0, 50.0
CENTRES = st.integers(0, 19).map(lambda n: LEFT + PITCH * n + 25)
KINDS: tuple[LinkKind, ...] = ("happy", "alternative", "loop", "skip")


def wanted(
    key: str, source: float | None, target: float | None, kind: LinkKind = "alternative", width: float = 0.0
) -> Wanted:
    return Wanted(id=key, kind=kind, source=source, target=target, label="x" if width else "", label_width=width)


@st.composite
def several(draw: st.DrawFn) -> list[Wanted]:
    found = []
    for n in range(draw(st.integers(0, 30))):
        source = draw(st.one_of(st.none(), CENTRES))
        target = draw(CENTRES if source is None else st.one_of(st.none(), CENTRES))
        width = draw(st.sampled_from([0.0, 20.0, 90.0, 190.0]))
        found.append(wanted(f"l{n}", source, target, draw(st.sampled_from(KINDS)), width))
    return found


def room(way: Way) -> tuple[float, float]:
    """From where to where a way stands on its level, label included."""
    xs = [x for x in (way.start, way.end) if x is not None]
    if way.label_x is not None:
        xs += [way.label_x - way.wanted.label_width / 2, way.label_x + way.wanted.label_width / 2]
    return min(xs), max(xs)


@given(several())
def test_on_one_level_nothing_meets(links: list[Wanted]) -> None:
    ways = arrange(links, LEFT, RIGHT, PITCH - 4)
    assert sorted(way.wanted.id for way in (*ways.above, *ways.below)) == sorted(link.id for link in links)
    for side in (ways.above, ways.below):
        for one, other in combinations(side, 2):
            if one.level == other.level < MOST_LEVELS - 1:
                (a, b), (c, d) = room(one), room(other)
                assert b < c or d < a


@given(several(), st.sampled_from([200.0, RIGHT]))
def test_labels_stay_on_the_sheet_and_ways_on_their_columns(links: list[Wanted], right: float) -> None:
    inside = [link for link in links if all(x < right for x in link.ends) and link.label_width <= right - LEFT]
    ways = arrange(inside, LEFT, right, PITCH - 4)
    for way in (*ways.above, *ways.below):
        assert room(way)[0] >= LEFT
        assert room(way)[1] <= right
        for dock, centre in ((way.start, way.wanted.source), (way.end, way.wanted.target)):
            assert (dock is None) == (centre is None)
            assert dock is None or centre is None or abs(dock - centre) < PITCH / 2


def test_sides() -> None:
    links = [
        wanted("on", 125, 225), wanted("skip", 125, 325, "skip"), wanted("back", 325, 125), wanted("in", None, 225),
        wanted("loop", 225, 325, "loop"), wanted("out", 225, None),
    ]  # fmt: skip
    ways = arrange(links, LEFT, RIGHT, PITCH)
    assert {way.wanted.id for way in ways.above} == {"on", "skip", "in"}
    assert {way.wanted.id for way in ways.below} == {"back", "loop", "out"}


def test_an_outer_way_encloses_an_inner_one_without_crossing_it() -> None:
    ways = {way.wanted.id: way for way in arrange(
        [wanted("outer", 125, 525), wanted("inner", 125, 325), wanted("late", 425, 525)], LEFT, RIGHT, PITCH
    ).above}  # fmt: skip
    assert ways["outer"].level > ways["inner"].level == ways["late"].level == 0
    assert (ways["outer"].start or 0) < (ways["inner"].start or 0)
    assert (ways["late"].end or 0) < (ways["outer"].end or 0)


def test_a_label_too_wide_for_its_way_stands_beside_it() -> None:
    (way,) = arrange([wanted("short", 525, 575, width=120)], LEFT, RIGHT, PITCH).above
    assert way.label_x is not None
    assert way.label_x - 60 >= 575
    (last,) = arrange([wanted("short", 1025, 1075, width=120)], LEFT, RIGHT, PITCH).above
    assert last.label_x is not None
    assert last.label_x + 60 <= 1025
    (long,) = arrange([wanted("long", 125, 1025, width=120)], LEFT, RIGHT, PITCH).above
    assert long.label_x == 575


def test_legs_do_not_cross_the_words_of_entries_and_exits() -> None:
    links = [wanted("entry", None, 125, width=40), wanted("on", 125, 325), wanted("far", 125, 525)]
    ways = {way.wanted.id: way for way in arrange(links, LEFT, RIGHT, PITCH).above}
    assert ways["entry"].level > max(ways["on"].level, ways["far"].level)
    alone = arrange([wanted("exit", 525, None, width=40), wanted("back", 525, 325, width=300)], LEFT, RIGHT, PITCH)
    levels = {way.wanted.id: way.level for way in alone.below}
    assert levels == {"exit": 0, "back": 1}


def legs(way: Way) -> list[float]:
    ends = ((way.start, way.wanted.from_away), (way.end, way.wanted.to_away))
    return [x for x, away in ends if x is not None and not away]


def crossing(ways: tuple[Way, ...]) -> list[tuple[str, str]]:
    """Labels with the ways that go through them from farther out, or come nearer than two units."""
    found = []
    for way in ways:
        for other in ways if way.label_x is not None else ():
            half = way.wanted.label_width / 2 + 2
            near = any(abs(x - (way.label_x or 0)) < half for x in legs(other))
            if near and other.level > way.level:
                found.append((way.wanted.id, other.wanted.id))
    return found


@given(several(), st.sampled_from([20.0, 90.0, 190.0]))
def test_no_way_goes_through_the_one_label(links: list[Wanted], width: float) -> None:
    bare = [replace(link, label="", label_width=0.0) for link in links]
    labelled = [replace(link, label="x", label_width=width) if n == 0 else link for n, link in enumerate(bare)]
    ways = arrange(labelled, LEFT, RIGHT, PITCH - 4)
    for side in (ways.above, ways.below):
        if max((way.level for way in side), default=0) < MOST_LEVELS - 1:
            assert crossing(side) == []


def test_a_label_that_others_would_cross_is_farther_out_than_they_are() -> None:
    links = [
        wanted("labelled", 525, 575, width=45), wanted("onward", 575, 725), wanted("round", 525, 775),
        wanted("long", 525, 625, width=90),
    ]  # fmt: skip
    ways = {way.wanted.id: way for way in arrange(links, LEFT, RIGHT, PITCH).above}
    assert crossing(tuple(ways.values())) == []
    assert ways["labelled"].level > ways["onward"].level


def test_where_two_labels_are_in_each_others_way_one_goes_to_its_other_side() -> None:
    links = [wanted("one", 525, 575, width=60), wanted("two", 525, 625, width=82), wanted("end", 625, 675)]
    ways = {way.wanted.id: way for way in arrange(links, LEFT, RIGHT, PITCH).above}
    assert crossing(tuple(ways.values())) == []
