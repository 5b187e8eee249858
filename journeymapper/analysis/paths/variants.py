"""Variants: the distinct traces of a log, the most frequent first."""

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from journeymapper.analysis.paths.traces import Traces

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

Trace = tuple[int, ...]


class Variants(msgspec.Struct, frozen=True):
    """The distinct traces as step numbers, how many cases took each, and which one each case took."""

    traces: tuple[Trace, ...]
    counts: tuple[int, ...]
    of_case: "NDArray[int64]"


def variants_of(traces: Traces) -> Variants:
    """The variants, the most frequent first; of equals the one that is met first."""
    import numpy as np

    codes, starts = traces.codes.astype(np.int32), traces.starts.tolist()
    raw = codes.tobytes()
    size = codes.itemsize
    numbers: dict[bytes, int] = {}
    of_case = np.array(
        [numbers.setdefault(raw[a * size : b * size], len(numbers)) for a, b in pairwise(starts)],
        dtype=np.int64,
    )
    counts = np.bincount(of_case, minlength=len(numbers))
    order = np.argsort(-counts, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    found = [tuple(np.frombuffer(key, dtype=np.int32).tolist()) for key in numbers]
    return Variants(tuple(found[k] for k in order), tuple(counts[order].tolist()), place[of_case])


def entropy(counts: tuple[int, ...]) -> float | None:
    """Normalised entropy of the variants, 0 to 1: 0 where all take one path; None with fewer than two variants."""
    from math import log

    if len(counts) < 2:
        return None
    total = sum(counts)
    return -sum(c / total * log(c / total) for c in counts if c) / log(len(counts))
