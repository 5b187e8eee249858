"""The joint tally: each distinct combination of answers, segments, wave and day, counted once."""

from typing import TYPE_CHECKING

from journeymapper.model.tally import Tally
from journeymapper.results.combinations import NONE, Combinations

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd

    Frame = nw.DataFrame[pd.DataFrame]

MOST = 1_000_000


def tally_of(combinations: Combinations, most: int = MOST) -> Tally:
    """The joint tally; with more than `most` combinations each point's own tally, one under the other.

    The points' own tallies keep segments, wave and day (the day only while there is room), so that every figure of a
    single point stays the same; what two points have in common is then no longer known.
    """
    points = [f"point {name}" for name in combinations.points]
    others = [*(f"segment {name}" for name in combinations.segments), "wave", "day"]
    frame = _frame(combinations)
    grouped = _grouped(frame, [*points, *others])
    if len(grouped) > most:
        grouped = _marginals(frame, points, others, most)
    return _tally(grouped, combinations)


def _frame(combinations: Combinations) -> "Frame":
    import narwhals as nw

    weights, counts = combinations.weights, combinations.counts
    data: dict[str, object] = {f"point {name}": codes for name, codes in combinations.points.items()}
    data |= {f"segment {name}": codes for name, codes in combinations.segments.items()}
    data |= {"wave": combinations.waves, "day": combinations.days, "count": counts}
    data["weight"] = [count * weight for count, weight in zip(counts, weights, strict=True)]
    data["square"] = [count * weight * weight for count, weight in zip(counts, weights, strict=True)]
    return nw.from_dict(data, backend="pandas")


def _grouped(frame: "Frame", keys: list[str]) -> "Frame":
    """One row a distinct combination of the keys, in the order in which their values first came up."""
    import narwhals as nw

    return frame.group_by(*keys).agg(nw.col("count", "weight", "square").sum()).sort(*keys)


def _marginals(frame: "Frame", points: list[str], others: list[str], most: int) -> "Frame":
    import narwhals as nw

    def stacked(source: "Frame") -> "Frame":
        alone = [
            _grouped(
                source.filter(nw.col(point) != NONE).with_columns(nw.lit(NONE).alias(p) for p in points if p != point),
                [*points, *others],
            )
            for point in points
        ]
        return nw.concat(alone)

    own = stacked(frame)
    return own if len(own) <= most else stacked(frame.with_columns(nw.lit(NONE).alias("day")))


def _tally(grouped: "Frame", combinations: Combinations) -> Tally:
    def values(key: str) -> list[str | float | None]:
        known = combinations.books[key].values
        return [known[code] if code != NONE else None for code in grouped[key].to_list()]

    counts = grouped["count"].to_list()
    return Tally(
        answers={
            name: [None if v is None else float(v) for v in values(f"point {name}")] for name in combinations.points
        },
        segments={name: [str(v or "") for v in values(f"segment {name}")] for name in combinations.segments},
        waves=[str(v or "") for v in values("wave")],
        days=[str(v or "") for v in values("day")],
        counts=counts,
        weights=grouped["weight"].to_list() if combinations.weighted else [float(count) for count in counts],
        squares=grouped["square"].to_list() if combinations.weighted else [float(count) for count in counts],
        weighted=combinations.weighted,
    )
