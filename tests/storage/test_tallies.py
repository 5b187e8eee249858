"""Tallies as bytes."""

import math
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.model.messages import Refusal
from journeymapper.model.tally import Reported, Tally
from journeymapper.storage.tallies import decode_tally, encode_tally, tally_hash

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """Tallies of up to six combinations."""
    rows = draw(st.integers(0, 6))

    def column(values: st.SearchStrategy[object]) -> st.SearchStrategy[list[object]]:
        return st.lists(values, min_size=rows, max_size=rows)

    reported = st.builds(Reported, point=st.text(), wave=st.text(), n=st.integers(0, 10**6), value=FINITE)
    return Tally(
        answers=draw(st.dictionaries(st.text(), column(st.none() | FINITE | st.integers(0, 10)), max_size=3)),  # type: ignore[arg-type]  # the column's type is lost
        segments=draw(st.dictionaries(st.text(), column(st.text()), max_size=2)),  # type: ignore[arg-type]
        waves=draw(column(st.text())),  # type: ignore[arg-type]
        days=draw(column(st.text())),  # type: ignore[arg-type]
        counts=draw(column(st.integers(0, 10**9))),  # type: ignore[arg-type]
        weights=draw(column(FINITE)),  # type: ignore[arg-type]
        squares=draw(column(FINITE)),  # type: ignore[arg-type]
        weighted=draw(st.booleans()),
        reported=draw(st.lists(reported, max_size=2)),
    )


@given(tallies())
def test_a_tally_comes_back_with_the_same_bytes(tally: Tally) -> None:
    data = encode_tally(tally)
    back = decode_tally(data)
    assert back == tally
    assert encode_tally(back) == data
    assert tally_hash(tally) == sha256(data).hexdigest()
    assert all(isinstance(value, float | None) for column in back.answers.values() for value in column)


def test_order_and_kind_of_number_do_not_change_the_hash(tally: Tally) -> None:
    one = msgspec.structs.replace(tally, answers={"P1": [1.0, 2.0, None], "P2": [0.0, -0.0, 1.5]})
    other = msgspec.structs.replace(tally, answers={"P2": [0, 0, 1.5], "P1": [1, 2, None]})
    assert tally_hash(one) == tally_hash(other)


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_figures_that_are_not_finite_are_refused_both_ways(tally: Tally, value: float) -> None:
    for wrong in (
        msgspec.structs.replace(tally, answers={"P1": [value, 1.0, None]}),
        msgspec.structs.replace(tally, weights=[1.0, value, 1.0]),
        msgspec.structs.replace(tally, reported=[Reported(point="P1", wave="w", n=1, value=1.0, low=value)]),
    ):
        with pytest.raises(Refusal, match="not finite"):
            encode_tally(wrong)
        with pytest.raises(Refusal, match="damaged"):
            decode_tally(msgspec.msgpack.encode(wrong))


def test_columns_of_different_lengths_and_negative_counts_are_refused(tally: Tally) -> None:
    for wrong in (
        msgspec.structs.replace(tally, waves=["2026"]),
        msgspec.structs.replace(tally, segments={"Alue": ["x"]}),
        msgspec.structs.replace(tally, counts=[1, -1, 1]),
    ):
        with pytest.raises(Refusal, match="cannot be saved"):
            encode_tally(wrong)
        with pytest.raises(Refusal, match="damaged"):
            decode_tally(msgspec.msgpack.encode(wrong))
