"""How far the cases got along the happy path, and where those ended that did not reach its end (methods.md 6.4)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from journeymapper.analysis.intervals import wilson
from journeymapper.analysis.paths.traces import Traces
from journeymapper.analysis.paths.variants import Trace, Variants

if TYPE_CHECKING:
    from numpy import bool_, int64
    from numpy.typing import NDArray

DAY = 86_400.0


class FunnelStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the happy path.

    `reached` cases came here having come to all steps before, others meanwhile or not; `any_order` came here at all;
    `strict` came here straight, with no other event since the first step. `conversion` is the share, 0 to 1, of those
    that reached the step before (of all cases, at the first), with Wilson's limits; None where nobody was there.
    `dropped` are the cases whose last planned step this is and that did not reach the end: `drop_off` is their share,
    0 to 1, of those that came here at all.
    """

    step: str
    reached: int
    any_order: int
    strict: int
    conversion: float | None
    low: float | None = None
    high: float | None = None
    dropped: int = 0
    drop_off: float | None = None
    drop_low: float | None = None
    drop_high: float | None = None


class Funnel(msgspec.Struct, frozen=True, kw_only=True):
    """The steps, over `cases` whose window has passed; `open_cases` are still inside it and left out.

    `window` is in days; without one all cases count as closed. `completed` reached the end of the happy path.
    """

    steps: tuple[FunnelStep, ...] = ()
    cases: int = 0
    open_cases: int = 0
    completed: int = 0
    window: float | None = None


def funnel(
    traces: Traces, variants: Variants, happy: Sequence[str], planned: Sequence[str], window: float | None = None
) -> Funnel:
    """The funnel along the happy path; `planned` are all steps of the plan, `window` the days a case is given."""
    import numpy as np

    numbers = {label: number for number, label in enumerate(traces.labels)}
    path = [numbers.get(step, -1) for step in happy]
    closed = _closed(traces, window)
    ways = [_positions(trace, path) for trace in variants.traces]
    ordered, anyhow, strict = (
        (
            _in_time(traces, np.array([way[kind] for way in ways], dtype=np.int64)[variants.of_case], window)[closed]
            for kind in range(3)
        )
        if path
        else (np.zeros((int(closed.sum()), 0), dtype=bool),) * 3
    )
    on_plan = {numbers[step] for step in planned if step in numbers}
    last = np.array([_last(trace, on_plan) for trace in variants.traces], dtype=np.int64)[variants.of_case][closed]
    done = anyhow[:, -1] if path else np.zeros(int(closed.sum()), dtype=bool)
    found = [column.sum(axis=0).tolist() for column in (ordered, anyhow, strict)]
    cases = int(closed.sum())
    steps = []
    for place, step in enumerate(happy):
        before = cases if place == 0 else found[0][place - 1]
        reached, came = found[0][place], found[1][place]
        dropped = int(((last == path[place]) & ~done).sum())
        share, low, high = _share(reached, before)
        drop, drop_low, drop_high = _share(min(dropped, came), came)
        steps.append(FunnelStep(
            step=step, reached=reached, any_order=came, strict=found[2][place], conversion=share, low=low, high=high,
            dropped=dropped, drop_off=drop, drop_low=drop_low, drop_high=drop_high,
        ))  # fmt: skip
    return Funnel(
        steps=tuple(steps), cases=cases, open_cases=len(closed) - cases, completed=int(done.sum()), window=window
    )


def _closed(traces: Traces, window: float | None) -> "NDArray[bool_]":
    """Whether each case's window had passed when the log ended."""
    import numpy as np

    if window is None or not len(traces.times) or bool(np.isnan(traces.times).all()):
        return np.ones(len(traces.cases), dtype=bool)
    begun = traces.times[traces.starts[:-1]]
    return ~(begun + window * DAY > np.nanmax(traces.times))


def _in_time(traces: Traces, positions: "NDArray[int64]", window: float | None) -> "NDArray[bool_]":
    """Whether each case came to each step, at these positions (−1: never), within the window of its first event."""
    import numpy as np

    came = positions >= 0
    if window is None:
        return came
    begun = traces.starts[:-1, None]
    late = traces.times[begun + np.maximum(positions, 0)] - traces.times[begun] > window * DAY
    return came & ~late


def _positions(trace: Trace, path: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """Where a trace comes to each step: after all steps before it, at all, and straight from the first on."""
    ordered, begin = [-1] * len(path), 0
    for place, step in enumerate(path):
        if step not in trace[begin:]:
            break
        ordered[place] = trace.index(step, begin)
        begin = ordered[place] + 1
    anyhow = [trace.index(step) if step in trace else -1 for step in path]
    return ordered, anyhow, _straight(trace, path)


def _straight(trace: Trace, path: Sequence[int]) -> list[int]:
    best: list[int] = []
    for start, step in enumerate(trace):
        if path and step == path[0]:
            run = [start]
            while len(run) < len(path) and trace[start + len(run) : start + len(run) + 1] == (path[len(run)],):
                run.append(start + len(run))
            best = max(best, run, key=len)
    return best + [-1] * (len(path) - len(best))


def _last(trace: Trace, planned: set[int]) -> int:
    return next((step for step in reversed(trace) if step in planned), -1)


def _share(part: int, whole: int) -> tuple[float | None, float | None, float | None]:
    if not whole:
        return None, None, None
    return part / whole, *wilson(part / whole, whole)
