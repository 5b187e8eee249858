"""The cheapest way to turn a trace into a path of the plan: an event too many or a step skipped costs one each.

Linear plans by Indel distance; others as Dijkstra on (step, position) would find it, position by position and for many
traces at once. Fitness is 1 − cost / (events + steps of the shortest path of the plan), methods.md 6.3.
"""

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from journeymapper.analysis.paths.plan import Plan
from journeymapper.analysis.paths.variants import Trace

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

UNIT = 1_000_000
"""The cost of an event too many; a skipped step costs one more, so that of equal paths the one with fewest is taken."""
NEVER = 2**60
AT_ONCE = 4_000_000
"""Numbers kept in memory at a time."""


class Alignment(msgspec.Struct, frozen=True):
    """A trace's `cost`, and the steps, as often as they come, of the plan's path that it was held against."""

    cost: int
    path: tuple[str, ...]


def align(plan: Plan, traces: Sequence[Trace], labels: Sequence[str]) -> list[Alignment]:
    """The alignment of each trace; `labels` are the steps that its numbers mean."""
    if not plan.steps:
        return [Alignment(len(trace), ()) for trace in traces]
    if plan.is_linear:
        return _linear(plan, traces, labels)
    return _Net(plan, labels).align(traces)


def shortest(plan: Plan) -> int:
    """The steps of the shortest path through the plan; 0 for an empty one."""
    if not plan.steps:
        return 0
    net = _Net(plan, plan.steps)
    return min(net.steps_to[0][net.places[step]] for step in plan.exits)


def _linear(plan: Plan, traces: Sequence[Trace], labels: Sequence[str]) -> list[Alignment]:
    from rapidfuzz.distance import Indel

    numbers = {label: number for number, label in enumerate(labels)}
    wanted = tuple(numbers.get(step, -1 - place) for place, step in enumerate(plan.steps))
    return [Alignment(Indel.distance(trace, wanted), plan.steps) for trace in traces]


class _Net:
    """The plan as numbers: place 0 is before the first step, place k the k-th step of the plan."""

    def __init__(self, plan: Plan, labels: Sequence[str]) -> None:
        self.names = ("", *plan.steps)
        self.places = {step: place for place, step in enumerate(plan.steps, 1)}
        self.after = [[self.places[s] for s in plan.entries]]
        self.after += [[self.places[s] for s in following] for following in plan.next_steps().values()]
        found = [_ways_from(place, self.after) for place in range(len(self.after))]
        self.steps_to = [[len(way) if way is not None else NEVER for way in row] for row in found]
        self.way_to = found
        self.place_of = [self.places.get(label, 0) for label in labels]
        self.exits = sorted(self.places[step] for step in plan.exits)

    def align(self, traces: Sequence[Trace]) -> list[Alignment]:
        """The traces in portions that fit in memory; long ones together."""
        order = sorted(range(len(traces)), key=lambda k: len(traces[k]))
        found: dict[int, Alignment] = {}
        while order:
            longest = len(traces[order[-1]]) + 1
            portion = order[-max(1, AT_ONCE // (longest * len(self.after))) :]
            del order[-len(portion) :]
            found |= zip(portion, self._portion([traces[k] for k in portion]), strict=True)
        return [found[k] for k in range(len(traces))]

    def _portion(self, traces: list[Trace]) -> list[Alignment]:
        import numpy as np

        skip = np.array(self.steps_to, dtype=np.int64)
        skip = np.where(skip >= NEVER, NEVER, skip * (UNIT + 1))
        before = np.full_like(skip, NEVER)
        for place, following in enumerate(self.after):
            before[following, place] = 0
        events = [np.array([self.place_of[code] for code in trace], dtype=np.int64) for trace in traces]
        reached = _reached(skip, before, events)
        return [self._traced(reached[:, k], events[k].tolist(), before) for k in range(len(traces))]

    def _traced(self, reached: "NDArray[int64]", events: list[int], before: "NDArray[int64]") -> Alignment:
        """Back from the cheapest exit: a match where there was one, else an event too many."""
        last = reached[len(events)]
        place = min(self.exits, key=lambda exit_: (last[exit_], exit_))
        cost, path = int(last[place]), list[int]()
        for position in range(len(events), 0, -1):
            event, earlier = events[position - 1], reached[position - 1]
            if not event or self.way_to[event][place] is None:
                continue
            reach = earlier + before[event]
            came = int(reach.argmin())
            skipped = self.way_to[event][place] or []
            if int(reach[came]) + len(skipped) * (UNIT + 1) == int(reached[position][place]):
                path += [*reversed(skipped), event]
                place = came
        path += reversed(self.way_to[0][place] or [])
        return Alignment(cost // UNIT, tuple(self.names[step] for step in reversed(path)))


def _reached(skip: "NDArray[int64]", before: "NDArray[int64]", events: "list[NDArray[int64]]") -> "NDArray[int64]":
    """The least cost by position, trace and place; positions after a trace's end are not meant to be read."""
    import numpy as np

    longest = max(len(each) for each in events)
    padded = np.zeros((longest, len(events)), dtype=np.int64)
    for k, each in enumerate(events):
        padded[: len(each), k] = each
    reached = np.empty((longest + 1, len(events), len(skip)), dtype=np.int64)
    reached[0] = skip[0]
    for position in range(longest):
        earlier, event = reached[position], padded[position]
        matched = np.minimum((earlier + before[event]).min(axis=1), NEVER)
        matched[event == 0] = NEVER
        onward = matched[:, None] + skip[event]
        reached[position + 1] = np.minimum(np.minimum(earlier + UNIT, onward), NEVER)
    return reached


def _ways_from(source: int, after: list[list[int]]) -> list[list[int] | None]:
    """The shortest ways, without the source, to each place; None where there is none. Of equals the map's first."""
    ways: list[list[int] | None] = [None] * len(after)
    ways[source] = []
    ahead = deque([source])
    while ahead:
        here = ahead.popleft()
        for target in after[here]:
            if ways[target] is None:
                ways[target] = [*(ways[here] or []), target]
                ahead.append(target)
    return ways
