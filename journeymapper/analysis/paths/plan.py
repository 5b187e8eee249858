"""The planned paths of a journey as steps and ways, in the order of the map."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from journeymapper.model.journey import Journey, Link

Way = tuple[str, str]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The steps (touchpoint ids, in the map's order) that a customer may take, and the `ways` from one to the next.

    A path begins at one of the `entries` and ends at one of the `exits`. `happy` is the one path that the funnel
    follows; where there is but one path at all the plan `is_linear`.
    """

    steps: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    entries: tuple[str, ...] = ()
    exits: tuple[str, ...] = ()
    happy: tuple[str, ...] = ()

    @property
    def is_linear(self) -> bool:
        """Whether the happy path is the only one."""
        ends = (self.happy[:1], self.happy[-1:])
        return self.steps == self.happy and self.ways == tuple(pairwise(self.happy)) and self._ends == ends

    @property
    def _ends(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.entries, self.exits

    def next_steps(self) -> dict[str, list[str]]:
        """Each step with those that may follow it, in the map's order."""
        after: dict[str, list[str]] = {step: [] for step in self.steps}
        for source, target in self.ways:
            after[source].append(target)
        return after


def plan_of(journey: Journey) -> Plan:
    """The paths that a journey's links draw; without happy links the map's order, conditional touchpoints optional.

    People come in at the first touchpoint, at drawn entries and where only a way on leads from; they leave at the last,
    at drawn exits and where no way leads on. A conditional touchpoint without a link is an optional step between its
    neighbours on the map; another touchpoint without a way is on no path.
    """
    order = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
    inside = set(order)
    drawn = [link for link in journey.links.values() if link.source in inside and link.target in inside]
    ways = dict.fromkeys((link.source, link.target) for link in drawn)
    happy = any(link.kind == "happy" for link in drawn)
    linked = _linked(journey, drawn) if happy else inside
    optional = {key for key in order if journey.touchpoints[key].conditional and (not happy or key not in linked)}
    ways |= dict.fromkeys(
        _in_order([key for key in order if key in linked or key in optional], optional, all_ways=not happy)
    )
    steps = [key for key in order if len(order) == 1 or any(key in way for way in ways)]
    plan = Plan(steps=tuple(steps), ways=_sorted(ways, steps))
    entries, exits = _ends(journey, plan, optional)
    plan = msgspec.structs.replace(plan, entries=entries, exits=exits)
    return msgspec.structs.replace(plan, happy=_happy(journey, plan, drawn if happy else []))


def only(plan: Plan, kept: Iterable[str]) -> Plan:
    """The plan without the steps that are not kept; a way over such a step is a way past it."""
    wanted = set(kept)
    ways, entries, exits = set(plan.ways), set(plan.entries), set(plan.exits)
    for gone in (step for step in plan.steps if step not in wanted):
        before = {source for source, target in ways if target == gone} - {gone}
        after = {target for source, target in ways if source == gone} - {gone}
        ways |= {(source, target) for source in before for target in after}
        entries |= after if gone in entries else set()
        exits |= before if gone in exits else set()
        ways = {way for way in ways if gone not in way}
    steps = [step for step in plan.steps if step in wanted]
    return Plan(
        steps=tuple(steps),
        ways=_sorted(ways, steps),
        entries=tuple(step for step in steps if step in entries),
        exits=tuple(step for step in steps if step in exits),
        happy=tuple(step for step in plan.happy if step in wanted),
    )


def _linked(journey: Journey, drawn: Sequence[Link]) -> set[str]:
    return {end for link in drawn for end in (link.source, link.target)} | {
        end for link in journey.links.values() for end in (link.source, link.target) if end in journey.touchpoints
    }


def _in_order(order: Sequence[str], optional: set[str], *, all_ways: bool) -> Iterator[Way]:
    """The ways of the map's order, past optional steps as well; or those to and from optional steps alone."""
    for place, source in enumerate(order):
        for target in order[place + 1 :]:
            if all_ways or source in optional or target in optional:
                yield source, target
            if target not in optional:
                break


def _sorted(ways: Iterable[Way], steps: Sequence[str]) -> tuple[Way, ...]:
    places = {step: place for place, step in enumerate(steps)}
    return tuple(sorted(ways, key=lambda way: (places[way[0]], places[way[1]])))


def _ends(journey: Journey, plan: Plan, optional: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    drawn_in = {link.target for link in journey.links.values() if not link.source}
    drawn_out = {link.source for link in journey.links.values() if not link.target}
    reached = {target for source, target in plan.ways if source != target}
    left = {source for source, target in plan.ways if source != target}
    first = _through(plan.steps, optional)
    last = _through(plan.steps[::-1], optional)
    entries = tuple(s for s in plan.steps if s in first or s in drawn_in or s not in reached)
    exits = tuple(s for s in plan.steps if s in last or s in drawn_out or s not in left)
    return entries, exits


def _through(steps: Sequence[str], optional: set[str]) -> set[str]:
    """The first step that is not optional and those before it."""
    found: set[str] = set()
    for step in steps:
        found.add(step)
        if step not in optional:
            break
    return found


def _happy(journey: Journey, plan: Plan, drawn: Sequence[Link]) -> tuple[str, ...]:
    """The shortest way along happy links to where none leads on; without any, the steps that are for everybody."""
    if not drawn:
        return tuple(s for s in plan.steps if not journey.touchpoints[s].conditional) or plan.steps
    happy = {(link.source, link.target) for link in drawn if link.kind == "happy" and link.source != link.target}
    after: dict[str, list[str]] = {}
    for source, target in sorted(happy, key=lambda way: _onward(plan.steps, way)):
        after.setdefault(source, []).append(target)
    led_to = {target for _, target in happy}
    begin = next(
        (step for step in plan.steps if step in after and step not in led_to), min(after, key=plan.steps.index)
    )
    return _to_an_end(after, begin)


def _onward(steps: Sequence[str], way: Way) -> tuple[bool, int]:
    """Ways on before ways back, the nearest first."""
    source, target = steps.index(way[0]), steps.index(way[1])
    return target < source, target


def _to_an_end(after: Mapping[str, Sequence[str]], begin: str) -> tuple[str, ...]:
    """The shortest way from a step to one that nothing follows; where all go round, as far as it is new."""
    path: tuple[str, ...] = (begin,)
    ahead, seen = deque([path]), {begin}
    while ahead:
        path = ahead.popleft()
        if path[-1] not in after:
            return path
        for target in after[path[-1]]:
            if target not in seen:
                seen.add(target)
                ahead.append((*path, target))
    return path
