"""The joint tally: each distinct combination of answers, segments, wave and day, counted once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from journeymapper.model.tally import Tally
from journeymapper.results.combinations import NONE, Combinations
from journeymapper.results.moments import moments_of

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd

    Frame = nw.DataFrame[pd.DataFrame]
    AnyFrame = TypeVar("AnyFrame", "Frame", nw.LazyFrame[Any])

MOST = 1_000_000
FEW = 200_000
"""So many records are put together here sooner than pandas is imported."""
SUMS = ("count", "weight", "square")

Columns = Mapping[str, Sequence[Any]]
"""Columns of equal length by name."""


def tally_of(combinations: Combinations, most: int = MOST) -> Tally:
    """The joint tally; with more than `most` combinations without respondents, then without days, and at last each
    point's own tally, one under the other.

    The points' own tallies keep segments, wave and day (the day only while there is room), so that every figure of a
    single point stays the same; of what two points have in common there are then the moments.
    """
    if len(combinations.counts) <= min(FEW, most) and not combinations.weighted:
        return _tally(_together(combinations), combinations)
    points = [f"point {name}" for name in combinations.points]
    others = [*(f"segment {name}" for name in combinations.segments), "wave", "day"]
    frame = _frame(combinations)
    for keys in _kept_keys(combinations, [*points, *others]):
        grouped = grouped_sums(frame, keys)
        if len(grouped) <= most:
            return _tally(_listed(grouped), combinations)
    own = _tally(_listed(_marginals(frame, points, others, most)), combinations)
    return msgspec.structs.replace(own, joint=False, moments=moments_of(combinations))


def _together(combinations: Combinations) -> Columns:
    """What `grouped_sums` gives for all keys, without weights: their sums would hang on their order."""
    data = _columns(combinations)
    keys = [key for key in data if key not in SUMS]
    together: Counter[tuple[int, ...]] = Counter()
    for record, count in zip(zip(*(data[key] for key in keys), strict=True), combinations.counts, strict=True):
        together[record] += count
    records = sorted(together)
    columns = list(zip(*records, strict=True)) or [()] * len(keys)
    return {**dict(zip(keys, columns, strict=True)), "count": [together[record] for record in records]}


def _kept_keys(combinations: Combinations, keys: list[str]) -> list[list[str]]:
    """What is tried to be kept, the most first."""
    whole = [keys] if combinations.respondents is None else [[*keys, "respondent"], keys]
    dated = any(code != NONE and combinations.books["day"].values[code] for code in set(combinations.days))
    return [*whole, [key for key in keys if key != "day"]] if dated else whole


def _frame(combinations: Combinations) -> "Frame":
    import narwhals as nw

    return nw.from_dict(_columns(combinations), backend="pandas")


def _listed(frame: "Frame") -> Columns:
    return {name: frame[name].to_list() for name in frame.columns}


def _columns(combinations: Combinations) -> Columns:
    """The keys, then what is summed up."""
    weights, counts = combinations.weights, combinations.counts
    data: dict[str, Sequence[Any]] = {f"point {name}": codes for name, codes in combinations.points.items()}
    data |= {f"segment {name}": codes for name, codes in combinations.segments.items()}
    data |= {"wave": combinations.waves, "day": combinations.days}
    if combinations.respondents is not None:
        data["respondent"] = combinations.respondents
    data["count"] = counts
    data["weight"] = [count * weight for count, weight in zip(counts, weights, strict=True)]
    data["square"] = [count * weight * weight for count, weight in zip(counts, weights, strict=True)]
    return data


def put_together(frame: "AnyFrame", keys: Sequence[str], sums: Sequence[str], firsts: Sequence[str] = ()) -> "AnyFrame":
    """One row a distinct combination of the keys with the sums and lowest values of other columns: the one heavy step.

    A Narwhals expression: pandas does it for files that are held, DuckDB for those that stream.
    """
    import narwhals as nw

    lowest = [nw.col(*firsts).min()] if firsts else []
    return frame.group_by(*keys).agg(nw.col(*sums).sum(), *lowest)


def grouped_sums(frame: "Frame", keys: list[str]) -> "Frame":
    """One row a distinct combination of the keys, in the order in which their values first came up."""
    return put_together(frame, keys, SUMS).sort(*keys)


def _marginals(frame: "Frame", points: list[str], others: list[str], most: int) -> "Frame":
    import narwhals as nw

    def stacked(source: "Frame") -> "Frame":
        alone = [
            grouped_sums(
                source.filter(nw.col(point) != NONE).with_columns(nw.lit(NONE).alias(p) for p in points if p != point),
                [*points, *others],
            )
            for point in points
        ]
        return nw.concat(alone)

    own = stacked(frame)
    return own if len(own) <= most else stacked(frame.with_columns(nw.lit(NONE).alias("day")))


def _tally(grouped: Columns, combinations: Combinations) -> Tally:
    def values(key: str) -> list[str | float | None]:
        if key not in grouped:
            return [None] * len(grouped["count"])
        known = combinations.books[key].values
        return [known[code] if code != NONE else None for code in grouped[key]]

    counts = list(grouped["count"])
    return Tally(
        answers={
            name: [None if v is None else float(v) for v in values(f"point {name}")] for name in combinations.points
        },
        segments={name: [str(v or "") for v in values(f"segment {name}")] for name in combinations.segments},
        waves=[str(v or "") for v in values("wave")],
        days=[str(v or "") for v in values("day")],
        counts=counts,
        weights=list(grouped["weight"]) if combinations.weighted else [float(count) for count in counts],
        squares=list(grouped["square"]) if combinations.weighted else [float(count) for count in counts],
        weighted=combinations.weighted,
        respondents=[str(v or "") for v in values("respondent")] if "respondent" in grouped else [],
    )
