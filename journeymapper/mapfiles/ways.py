"""Boxes and arrows as a path: an order from left to right, and which way is the happy one."""

import heapq
from collections.abc import Iterable, Sequence

import msgspec

from journeymapper.mapfiles.sketch import SketchedLink
from journeymapper.model.journey import LinkKind


class Arrow(msgspec.Struct, frozen=True):
    """From one box to another, by their places."""

    source: int
    target: int
    label: str = ""


def order_along(count: int, arrows: Iterable[Arrow]) -> list[int]:
    """The boxes so that arrows lead on, otherwise as given; arrows that lead back in a circle do not count."""
    ahead: dict[int, list[int]] = {box: [] for box in range(count)}
    for source, target in sorted({(arrow.source, arrow.target) for arrow in arrows}):
        ahead[source].append(target)
    onward = _onward(ahead)
    waits = [0] * count
    for _, target in onward:
        waits[target] += 1
    ready = [box for box in range(count) if not waits[box]]
    order: list[int] = []
    while ready:
        box = heapq.heappop(ready)
        order.append(box)
        for other in ahead[box]:
            if (box, other) in onward:
                waits[other] -= 1
                if not waits[other]:
                    heapq.heappush(ready, other)
    return order


def _onward(ahead: dict[int, list[int]]) -> set[tuple[int, int]]:
    """The ways that close no circle, when one walks from the first box on, depth first."""
    onward: set[tuple[int, int]] = set()
    seen: set[int] = set()
    for first, others_of_first in ahead.items():
        path = [] if first in seen else [(first, iter(others_of_first))]
        walking = {first}
        seen.add(first)
        while path:
            box, others = path[-1]
            other = next(others, None)
            if other is None:
                path.pop()
                walking.discard(box)
            elif other not in walking:
                onward.add((box, other))
                if other not in seen:
                    seen.add(other)
                    walking.add(other)
                    path.append((other, iter(ahead[other])))
    return onward


def links_along(order: Sequence[int], arrows: Iterable[Arrow]) -> tuple[SketchedLink, ...]:
    """The arrows as links between places of the order: back is a loop, the longest way happy, others alternatives."""
    places = {box: place for place, box in enumerate(order)}
    named: dict[tuple[int, int], str] = {}
    for arrow in arrows:
        ends = places[arrow.source], places[arrow.target]
        named[ends] = " / ".join(dict.fromkeys(filter(None, (named.get(ends, ""), arrow.label))))
    happy = _longest_way(len(order), [ends for ends in named if ends[0] < ends[1]])
    return tuple(
        SketchedLink(source=ends[0], target=ends[1], kind=_kind(ends, happy), label=label)
        for ends, label in sorted(named.items())
    )


def _kind(ends: tuple[int, int], happy: set[tuple[int, int]]) -> LinkKind:
    if ends[0] >= ends[1]:
        return "loop"
    return "happy" if ends in happy else "alternative"


def _longest_way(count: int, ways: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The links of the way over most touchpoints; ends lie before their targets."""
    into: dict[int, list[int]] = {place: [] for place in range(count)}
    for source, target in ways:
        into[target].append(source)
    steps, before = [0] * count, [-1] * count
    for place in range(count):
        for source in into[place]:
            if steps[source] + 1 > steps[place]:
                steps[place], before[place] = steps[source] + 1, source
    place = max(range(count), key=lambda one: (steps[one], -one), default=-1)
    found = set()
    while place >= 0 and before[place] >= 0:
        found.add((before[place], place))
        place = before[place]
    return found
