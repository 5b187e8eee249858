"""The joint tally against a plain count of rows."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.model.tally import Tally
from journeymapper.results import tallying
from journeymapper.results.combinations import Book, Combinations
from journeymapper.results.tallying import tally_of

Record = tuple[float | None, float | None, str, str, str, int, float]

records = st.lists(
    st.tuples(
        st.none() | st.sampled_from([0.0, 1.0, 4.5, 10.0]),
        st.none() | st.sampled_from([1.0, 5.0]),
        st.sampled_from(["", "Oulu", "Espoo"]),
        st.sampled_from(["2025", "2026"]),
        st.sampled_from(["", "2026-05-01", "2026-05-02"]),
        st.integers(1, 50),
        st.floats(0.25, 4).map(lambda value: round(value * 4) / 4),
    ),
    max_size=60,
)


def combined(rows: list[Record], *, weighted: bool) -> Combinations:
    books = {key: Book() for key in ("point P1", "point P2", "segment town", "wave", "day")}
    return Combinations(
        points={"P1": books["point P1"].codes(r[0] for r in rows), "P2": books["point P2"].codes(r[1] for r in rows)},
        segments={"town": books["segment town"].codes(r[2] for r in rows)},
        waves=books["wave"].codes(r[3] for r in rows),
        days=books["day"].codes(r[4] for r in rows),
        counts=[r[5] for r in rows],
        weights=[r[6] if weighted else 1.0 for r in rows],
        books=books,
        weighted=weighted,
    )


def keyed(tally: Tally) -> Iterator[tuple[tuple[object, ...], int, float, float]]:
    keys = zip(tally.answers["P1"], tally.answers["P2"], tally.segments["town"], tally.waves, tally.days, strict=True)
    return zip(keys, tally.counts, tally.weights, tally.squares, strict=True)


@settings(max_examples=60, deadline=None)
@given(records, st.booleans())
def test_the_tally_is_a_plain_count(rows: list[Record], weighted: bool) -> None:
    expected: dict[tuple[object, ...], list[float]] = defaultdict(lambda: [0, 0.0, 0.0])
    for *parts, count, weight in rows:
        unit = weight if weighted else 1.0
        sums = expected[tuple(parts)]
        sums[0], sums[1], sums[2] = sums[0] + count, sums[1] + count * unit, sums[2] + count * unit * unit
    found = list(keyed(tally_of(combined(rows, weighted=weighted))))
    assert len(found) == len(expected)
    for key, *sums in found:
        assert sums == pytest.approx(expected[key])


@settings(max_examples=20, deadline=None)
@given(records)
def test_many_records_give_the_same_tally_as_few(rows: list[Record]) -> None:
    few = tally_of(combined(rows, weighted=False))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tallying, "FEW", 0)
        assert tally_of(combined(rows, weighted=False)) == few


@settings(max_examples=40, deadline=None)
@given(records)
def test_too_many_combinations_leave_each_points_own_figures(rows: list[Record]) -> None:
    joint = tally_of(combined(rows, weighted=False))
    apart = tally_of(combined(rows, weighted=False), most=0)
    for point in ("P1", "P2"):
        assert own(apart, point) == own(joint, point)
    assert all(None in pair for pair in zip(apart.answers["P1"], apart.answers["P2"], strict=True))


def own(tally: Tally, point: str) -> Counter[tuple[object, ...]]:
    """A point's counts by answer, segment and wave."""
    counted: Counter[tuple[object, ...]] = Counter()
    columns = zip(tally.answers[point], tally.segments["town"], tally.waves, tally.counts, strict=True)
    for answer, town, wave, count in columns:
        if answer is not None:
            counted[answer, town, wave] += count
    return counted
