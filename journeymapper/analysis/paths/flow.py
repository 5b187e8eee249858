"""Who went from where to where, how long it took, and where cases went round or aside (methods.md 6.4)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from journeymapper.analysis.paths.traces import Traces
from journeymapper.analysis.paths.variants import Trace, Variants

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray


class Gap(msgspec.Struct, frozen=True):
    """Times between events in seconds: how many are known, median and p90 (Hyndman–Fan type 7), None without any."""

    n: int = 0
    median: float | None = None
    p90: float | None = None


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """Direct steps from one touchpoint or label to the next, `count` times in `cases` cases."""

    source: str
    target: str
    count: int
    cases: int
    gap: Gap


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What led off the happy path from a step of it to a step of it, `count` times; "" is before or after the case.

    A detour goes `via` others; a skip jumps over the steps in `via`; a loop returns to an earlier step, a self-loop is
    an immediate repeat.
    """

    source: str
    target: str
    count: int
    cases: int
    via: tuple[str, ...] = ()


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """The edges, the most frequent first; with which steps cases begin and end; times; turns off the path; rework.

    `rework_ratio` is the share, 0 to 1, of events that repeat a step of their case, `rework_cases` the cases by step
    that they repeat, `rework_share` the share of cases that repeat any.
    """

    edges: tuple[Edge, ...] = ()
    begins: dict[str, int] = {}
    ends: dict[str, int] = {}
    events_at: dict[str, int] = {}
    cases_at: dict[str, int] = {}
    gaps: Gap = Gap()
    duration: Gap = Gap()
    loops: tuple[Turn, ...] = ()
    self_loops: tuple[Turn, ...] = ()
    skips: tuple[Turn, ...] = ()
    detours: tuple[Turn, ...] = ()
    rework_ratio: float = 0.0
    rework_share: float = 0.0
    rework_cases: dict[str, int] = {}


def flow(traces: Traces, variants: Variants, happy: Sequence[str]) -> Flow:
    """The flow of all cases, open ones too."""
    import numpy as np

    labels, pairs = traces.labels, list(zip(variants.traces, variants.counts, strict=True))
    path = {traces.labels.index(step): place for place, step in enumerate(happy) if step in traces.labels}
    turns = _turns(pairs, path, labels, happy)
    again = Counter[str]()
    for trace, count in pairs:
        for step, times in Counter(trace).items():
            if times > 1:
                again[labels[step]] += count
    repeated = sum(count * (len(trace) - len(set(trace))) for trace, count in pairs)
    durations = traces.times[traces.starts[1:] - 1] - traces.times[traces.starts[:-1]]
    gaps, _ = _gaps(traces)
    cases = max(1, len(traces.cases))
    return Flow(
        edges=_edges(traces, variants),
        begins=_count(((labels[trace[0]], count) for trace, count in pairs)),
        ends=_count(((labels[trace[-1]], count) for trace, count in pairs)),
        events_at=_count((labels[k], n) for k, n in enumerate(np.bincount(traces.codes).tolist()) if n),
        cases_at=_count((labels[step], count) for trace, count in pairs for step in set(trace)),
        gaps=gap_of(gaps),
        duration=gap_of(durations),
        rework_ratio=repeated / max(1, len(traces.codes)),
        rework_share=sum(count for trace, count in pairs if len(set(trace)) < len(trace)) / cases,
        rework_cases=dict(again.most_common()),
        **turns,
    )


def gap_of(seconds: "NDArray[float64]") -> Gap:
    """Median and p90 of times, those that are not known left out."""
    import numpy as np

    known = seconds[~np.isnan(seconds)]
    if not len(known):
        return Gap()
    median, p90 = np.percentile(known, [50, 90]).tolist()
    return Gap(len(known), median, p90)


def _gaps(traces: Traces) -> "tuple[NDArray[float64], NDArray[float64]]":
    """The time from each event to the next of its case, and the places of those events."""
    import numpy as np

    last = np.zeros(len(traces.codes), dtype=bool)
    last[traces.starts[1:] - 1] = True
    inner = np.flatnonzero(~last)
    return traces.times[inner + 1] - traces.times[inner], inner.astype(float)


def _edges(traces: Traces, variants: Variants) -> tuple[Edge, ...]:
    import numpy as np

    gaps, places = _gaps(traces)
    inner, size = places.astype(np.int64), len(traces.labels)
    keys = traces.codes[inner] * size + traces.codes[inner + 1]
    order = np.argsort(keys, kind="stable")
    found, starts = np.unique(keys[order], return_index=True)
    groups = np.split(gaps[order], starts[1:])
    in_cases = Counter[int]()
    for trace, count in zip(variants.traces, variants.counts, strict=True):
        for key in {a * size + b for a, b in pairwise(trace)}:
            in_cases[key] += count
    edges = [
        Edge(
            source=traces.labels[key // size],
            target=traces.labels[key % size],
            count=len(group),
            cases=in_cases[key],
            gap=gap_of(group),
        )
        for key, group in zip(found.tolist(), groups, strict=True)
    ] if len(found) else []  # fmt: skip
    return tuple(sorted(edges, key=lambda edge: -edge.count))


def _turns(
    pairs: Sequence[tuple[Trace, int]], path: dict[int, int], labels: Sequence[str], happy: Sequence[str]
) -> dict[str, tuple[Turn, ...]]:
    found: dict[str, Counter[tuple[str, str, tuple[str, ...]]]] = {
        kind: Counter() for kind in ("loops", "self_loops", "skips", "detours")
    }
    cases = {kind: Counter[tuple[str, str, tuple[str, ...]]]() for kind in found}
    for trace, count in pairs:
        met = list(_turns_of(trace, path, labels, happy))
        for kind, turn in met:
            found[kind][turn] += count
        for kind, turn in set(met):
            cases[kind][turn] += count
    return {
        kind: tuple(
            Turn(source=turn[0], target=turn[1], via=turn[2], count=count, cases=cases[kind][turn])
            for turn, count in counts.most_common()
        )
        for kind, counts in found.items()
    }


def _turns_of(
    trace: Trace, path: dict[int, int], labels: Sequence[str], happy: Sequence[str]
) -> list[tuple[str, tuple[str, str, tuple[str, ...]]]]:
    """The turns of one trace: between each step of the happy path and the next one that the case came to."""
    on_path = [place for place, step in enumerate(trace) if step in path]
    turns: list[tuple[str, tuple[str, str, tuple[str, ...]]]] = []
    for before, after in zip([-1, *on_path], [*on_path, len(trace)], strict=True):
        via = tuple(labels[step] for step in trace[before + 1 : after])
        source = labels[trace[before]] if before >= 0 else ""
        target = labels[trace[after]] if after < len(trace) else ""
        if via:
            turns.append(("detours", (source, target, via)))
        if not source or not target:
            continue
        here, there = path[trace[before]], path[trace[after]]
        if there == here:
            turns.append(("loops" if via else "self_loops", (source, target, ())))
        elif there < here:
            turns.append(("loops", (source, target, ())))
        elif there > here + 1:
            turns.append(("skips", (source, target, tuple(happy[here + 1 : there]))))
    return turns


def _count(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    found = Counter[str]()
    for label, count in pairs:
        found[label] += count
    return dict(found.most_common())
