"""Distributions of agencies' figures: a column an answer with its share, beside the number of answers."""

from collections.abc import Sequence

from journeymapper.model.messages import Refusal
from journeymapper.results.clean import number

LEAST_COLUMNS = 3
ROUNDED = 3.0
"""Percentage points by which shares may miss a hundred, as each of them is rounded."""


def answer_columns(names: Sequence[str]) -> dict[str, int]:
    """The indexes of the columns that are called by an answer, 1 to 5 say; none where they are too few to be all."""
    found = {name.strip(): index for index, name in enumerate(names) if number(name, ".") is not None}
    return found if len(found) >= LEAST_COLUMNS else {}


def counts_of(shares: dict[str, float], n: int, place: dict[str, str | int]) -> dict[str, int]:
    """Each answer's count of `n`, the largest remainders rounded up so that they add up to `n`.

    Shares are percentages, or fractions where they add up to about one. Raises Refusal naming the `place` where they
    add up to neither.
    """
    total = sum(shares.values())
    whole = 100.0 if abs(total - 100) <= ROUNDED else 1.0 if abs(total - 1) <= ROUNDED / 100 else 0.0
    if not whole:
        raise Refusal("{file}, row {row}: the shares add up to {total}, not to 100.", total=f"{total:g}", **place)
    exact = {answer: n * share / total for answer, share in shares.items()}
    counts = {answer: int(value) for answer, value in exact.items()}
    missing = n - sum(counts.values())
    for answer in sorted(exact, key=lambda one: counts[one] - exact[one])[:missing]:
        counts[answer] += 1
    return counts
