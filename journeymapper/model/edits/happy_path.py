"""The happy path goes where the team puts its touchpoints: round what leaves it, through what is put into it.

Led elsewhere are only ways of the path that say nothing by themselves (no label, no evidence), where one comes in and
one goes out. Branches, loops and detours stay as they were drawn; where no path is drawn, none is made.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

import msgspec

from journeymapper.model.edits.placing import put_back
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Link
from journeymapper.model.project import Project

Ends = tuple[str, str]
"""The first and the last touchpoint of a stretch of the path."""


def followed(before: Project, after: Project, journey_id: str, keys: Iterable[str], *, beyond: bool = False) -> Project:
    """The project after an edit that made, moved, parked or removed touchpoints, its happy path along with them.

    Those that were on the path stay on it wherever they land, whatever stands off the path between them and it; new
    ones come on it right between two that it joins and at its ends, `beyond` what stands off it where they are to.
    """
    old, new = before.journeys[journey_id], after.journeys[journey_id]
    if not has_path(old):
        return after
    path = _path(before, old, keys)
    if path.lift(parking=any(key in new.parked for key in path.keys)):
        path.lay(new, beyond)
    return _with_links(after, new, path.changed)


def bypassed(project: Project, journey_id: str, *keys: str) -> Project:
    """The project with the happy path past touchpoints, as it will be without them."""
    journey = project.journeys[journey_id]
    path = _path(project, journey, keys)
    path.lift()
    return _with_links(project, journey, path.changed)


def has_path(journey: Journey) -> bool:
    """Whether a happy path is drawn."""
    return any(link.kind == "happy" for link in journey.links.values())


def is_on_path(journey: Journey, touchpoint_id: str) -> bool:
    """Whether the happy path, as it is drawn, comes through a touchpoint."""
    return any(link.kind == "happy" and touchpoint_id in (link.source, link.target) for link in journey.links.values())


def _path(project: Project, journey: Journey, keys: Iterable[str]) -> "_Path":
    return _Path(journey, frozenset(keys), frozenset(one.subject for one in project.evidence.values()))


class _Path:
    """The happy ways of a journey on its map, an empty end being the outside, while some touchpoints go elsewhere."""

    def __init__(self, journey: Journey, keys: frozenset[str], spoken: frozenset[str]) -> None:
        self.keys = keys
        self._known, self._spoken = journey.links, spoken
        happy = [link for link in journey.links.values() if link.kind == "happy"]
        parked = {*journey.parked}
        self._links = {link.id: link for link in happy if not parked & {link.source, link.target}}
        self._remembered = [link for link in happy if parked & keys & {link.source, link.target}]
        ways = (*self._links.values(), *self._remembered)
        self._members = {end for link in ways for end in (link.source, link.target)} - {*keys, *parked, ""}
        self._free: list[str] = []
        self._ends: Ends | None = None
        self.changed: dict[str, Link | None] = {}
        """What has become of links, by id; None: gone."""

    def lift(self, *, parking: bool = False) -> bool:
        """Lead the path past the touchpoints; False where that is not plain, and where they leave it for the lot.

        What is parked keeps a way of its own, by which it is known again.
        """
        if self._remembered:
            return self._recall()
        enter = [link for link in self._links.values() if link.target in self.keys and link.source not in self.keys]
        leave = [link for link in self._links.values() if link.source in self.keys and link.target not in self.keys]
        if not enter and not leave:
            return not parking
        if (parking and not (enter and leave)) or not self._is_plain(enter, leave):
            return False
        if enter and leave:
            self._put(enter[0], enter[0].source, leave[0].target)
        if not parking:
            self._drop((leave or enter)[0])
        return not parking

    def lay(self, journey: Journey, beyond: bool) -> None:
        """Lead the path through the touchpoints where they stand now."""
        order = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
        self._take_in(journey)
        for run in list(_runs(order, self.keys)):
            if self._ends is not None:
                self._join(order, run, self._ends, beyond=True)
                continue
            chain = self._new_chain(journey, run)
            if chain and self._join(order, run, (chain[0], chain[-1]), beyond):
                joined = {link.source for link in self._links.values()}
                for source, target in pairwise(chain):
                    if source not in joined:
                        self._draw(source, target)

    def _take_in(self, journey: Journey) -> None:
        """The happy ways that came along; one that enters the journey or leaves it goes, the path does so already."""
        own = [link for key, link in journey.links.items() if key not in self._known and link.kind == "happy"]
        self._links |= {link.id: link for link in own}
        for link in own:
            if self._is_silent(link) and "" in (link.source, link.target):
                self._drop(link)

    def _recall(self) -> bool:
        """What comes out of the parking lot was on the path if a silent way says so; those ways are used anew."""
        if len(self.keys) > 1 or not all(map(self._is_silent, self._remembered)):
            return False
        (key,) = self.keys
        self._ends = key, key
        for link in self._remembered:
            self._drop(link)
        return True

    def _is_plain(self, enter: list[Link], leave: list[Link]) -> bool:
        """Whether the path comes by one silent way, goes on by one, and is one line in between; sets the ends."""
        if len(enter) > 1 or len(leave) > 1 or not all(map(self._is_silent, (*enter, *leave))):
            return False
        source, target = (enter[0].source if enter else ""), (leave[0].target if leave else "")
        chain = self._chain(enter[0].target) if enter else self._chain(leave[0].source, back=True)
        self._ends = chain[0], chain[-1]
        if leave and chain[-1] != leave[0].source:
            return False
        line = (*chain, *filter(None, (source, target)))
        return source != target and all(len(self._into(key)) < 2 and len(self._out(key)) < 2 for key in line)

    def _chain(self, start: str, *, back: bool = False) -> list[str]:
        """The touchpoints that go elsewhere from one of them along the path, at the first choice or circle ended."""
        chain = [start]
        while True:
            ways = self._into(chain[0]) if back else self._out(chain[-1])
            ends = [link.source if back else link.target for link in ways]
            if len(ends) != 1 or ends[0] not in self.keys or ends[0] in chain:
                return chain
            chain.insert(0 if back else len(chain), ends[0])

    def _new_chain(self, journey: Journey, run: Sequence[str]) -> list[str]:
        """The stretch of path that a run of touchpoints is by itself: its own, or all of them where nothing joins them.

        Empty where they have ways to others, or several ways among themselves. Who is met only by some is not on it.
        """
        links = [link for link in journey.links.values() if self.changed.get(link.id, link) is not None]
        touching = [link for link in links if {link.source, link.target} & {*run}]
        if not touching:
            return [key for key in run if not journey.touchpoints[key].conditional]
        held = {end for link in touching if link.kind == "happy" for end in (link.source, link.target)}
        starts = [key for key in run if key in held and not any(link.source for link in self._into(key))]
        chain = self._chain(starts[0]) if len(starts) == 1 else []
        inside = all({link.source, link.target} <= {*run} for link in touching)
        return chain if inside and held == {*chain} else []

    def _join(self, order: Sequence[str], run: Sequence[str], ends: Ends, beyond: bool) -> bool:
        """Lead the path through a run; False where it does not come by, or not by one way."""
        start, stop = order.index(run[0]), order.index(run[-1]) + 1
        before, after = self._near(order[:start][::-1], beyond), self._near(order[stop:], beyond)
        if before is None or after is None:
            return False
        joint = self._joint(before, after)
        if joint is not None:
            self._put(joint, before, ends[0])
            self._draw(ends[1], after)
        elif before and not after and not self._out(before) and (beyond or stop == len(order)):
            self._draw(before, ends[0])
        elif after and not before and not self._into(after) and (beyond or start == 0):
            self._draw(ends[1], after)
        else:
            return False
        return True

    def _near(self, side: Sequence[str], beyond: bool) -> str | None:
        """The touchpoint of the path next to a place; empty where the path does not reach, None where one is off it."""
        nearest = next((key for key in side if key in self._members), "")
        return nearest if beyond or not nearest or nearest == side[0] else None

    def _joint(self, source: str, target: str) -> Link | None:
        """The one silent way between two touchpoints of the path, or of one and the outside."""
        ways = self._out(source) if source else self._into(target)
        back = self._into(target) if target else ways
        plain = len(ways) == len(back) == 1 and (ways[0].source, ways[0].target) == (source, target)
        return ways[0] if plain and self._is_silent(ways[0]) else None

    def _into(self, key: str) -> list[Link]:
        return [link for link in self._links.values() if link.target == key] if key else []

    def _out(self, key: str) -> list[Link]:
        return [link for link in self._links.values() if link.source == key] if key else []

    def _is_silent(self, link: Link) -> bool:
        return not link.label and link.id not in self._spoken

    def _put(self, link: Link, source: str, target: str) -> None:
        self._links[link.id] = self.changed[link.id] = msgspec.structs.replace(link, source=source, target=target)

    def _draw(self, source: str, target: str) -> None:
        """A way that was set free, or a new one."""
        key = self._free.pop() if self._free else new_id("link")
        self._put(Link(id=key, source="", target=""), source, target)

    def _drop(self, link: Link) -> None:
        self._links.pop(link.id, None)
        self.changed[link.id] = None
        self._free.append(link.id)


def _runs(order: Iterable[str], keys: Collection[str]) -> Iterator[list[str]]:
    """Those of the keys that stand side by side."""
    for inside, run in groupby(order, key=keys.__contains__):
        if inside:
            yield list(run)


def _with_links(project: Project, journey: Journey, changed: dict[str, Link | None]) -> Project:
    links = {key: link for key, link in ({**journey.links, **changed}).items() if link is not None}
    return project if links == journey.links else put_back(project, msgspec.structs.replace(journey, links=links))
