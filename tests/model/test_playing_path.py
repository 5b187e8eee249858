"""A user at play on a map whose happy path is drawn: after every edit it is one line in the order of the map.

Held against the plain rule that who is on the path stays on it, and who comes right between two of it gets on it.
"""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from journeymapper.model import edits, history
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import Journey, Link, Stage, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from tests.model.counting import counting

FEWEST = 3
Line = list[tuple[str, str]]


def drawn(sizes: list[int], off: set[int], outside: bool) -> Project:
    """Stages of that many touchpoints, those of the numbers `off` the path: every other a detour, every other loose."""
    project = edits.add_journey(Project(id="project", name="Polku"), Journey(id="journey", name="Polku"))
    for number, size in enumerate(sizes):
        project = edits.add_stage(project, "journey", Stage(id=f"s{number}", name="s"))
        for place in range(size):
            key = f"t{number}{place}"
            project = edits.add_touchpoint(project, f"s{number}", Touchpoint(id=key, name=key, owner="x"))
    order = [touchpoint.id for touchpoint in project.journeys["journey"].ordered_touchpoints()]
    path = [key for place, key in enumerate(order) if place not in off]
    ends: Line = [("", path[0]), (path[-1], "")] if outside else []
    for number, (source, target) in enumerate([*ends, *pairwise(path)]):
        project = edits.add_link(project, "journey", Link(id=f"l{number}", source=source, target=target))
    for number, place in enumerate(sorted(off)):
        if number % 2 and place < len(order):
            link = Link(id=f"a{number}", source=path[0], target=order[place], kind="alternative")
            project = edits.add_link(project, "journey", link)
    return project


class Walking(RuleBasedStateMachine):
    """Each rule does one edit and says who is on the path then."""

    def __init__(self) -> None:
        super().__init__()
        self.history = history.start(Project(id="none", name="none"))
        self.given = 0

    @initialize(
        sizes=st.lists(st.integers(1, 3), min_size=3, max_size=4), off=st.sets(st.integers(0, 8), max_size=3),
        outside=st.booleans(),
    )  # fmt: skip
    def draw(self, sizes: list[int], off: set[int], outside: bool) -> None:
        count = sum(sizes)
        off = {place for place in off if place < count} if count - len(off) >= FEWEST + 1 else set()
        self.history = history.start(drawn(sizes + [1] * (4 - count), off, outside))
        self.path = [key for key in self.order if any(key in ends for ends in self.line(self.journey))]
        self.before: list[list[str]] = []

    @property
    def journey(self) -> Journey:
        return self.history.present.journeys["journey"]

    @property
    def order(self) -> list[str]:
        return [touchpoint.id for touchpoint in self.journey.ordered_touchpoints()]

    def line(self, journey: Journey) -> Line:
        """The happy ways between what stands on the map, and from and to the outside."""
        ways = [(link.source, link.target) for link in journey.links.values() if link.kind == "happy"]
        return [ends for ends in ways if not set(ends) & {*journey.parked}]

    def edit(self, change: Callable[[Project], Project], *, onto: set[str] = frozenset(), loose: str = "") -> None:  # type: ignore[assignment]  # an empty set
        """One edit: `onto` the path come those whatever stands beside them, `loose` if it is right in between."""
        before, path = self.journey, self.path
        self.history = self.history.done(Message("Edit"), change(self.history.present))
        if self.journey is before:
            return
        self.before.append(path)
        on = {*path, *onto} & {*self.order}
        if loose and loose in self.order and self.is_between(before, loose, on):
            on |= {loose}
        self.path = [key for key in self.order if key in on]
        self.others_untouched(before)

    def is_between(self, before: Journey, key: str, on: set[str]) -> bool:
        """Whether its neighbours are both on the path, or the one that it has; or the path has an end there."""
        place = self.order.index(key)
        sides = self.order[:place], self.order[place + 1 :]
        beside = [sides[0][-1:], sides[1][:1]]
        if all(not one or one[0] in on for one in beside):
            return True
        for side, one, ends in ((0, beside[1], ("", *beside[1])), (1, beside[0], (*beside[0], ""))):
            if one and one[0] in on and not on & {*sides[side]} and ends in self.line(before):
                return True
        return False

    def others_untouched(self, before: Journey) -> None:
        """The detours are as they were, but for those of what is gone."""
        kept = {
            key: link for key, link in before.links.items()
            if link.kind != "happy" and {link.source, link.target} <= {*self.journey.touchpoints, ""}
        }  # fmt: skip
        assert {key: link for key, link in self.journey.links.items() if link.kind != "happy"} == kept

    def is_free(self, key: str) -> bool:
        return not any(key in (link.source, link.target) for link in self.journey.links.values())

    def pick(self, data: st.DataObject, keys: list[str]) -> str:
        return data.draw(st.sampled_from(sorted(keys)))

    def place(self, data: st.DataObject) -> tuple[str, int]:
        stage = self.pick(data, list(self.journey.stages))
        return stage, data.draw(st.integers(0, len(self.journey.stages[stage].touchpoints)))

    @rule(data=st.data(), conditional=st.booleans())
    def add(self, data: st.DataObject, conditional: bool) -> None:
        self.given += 1
        key, (stage, index) = f"new{self.given}", self.place(data)
        new = Touchpoint(id=key, name=key, owner="x", conditional=conditional)
        self.edit(lambda p: edits.add_touchpoint(p, stage, new, index), loose="" if conditional else key)

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        key, (stage, index) = self.pick(data, self.order), self.place(data)
        free = self.is_free(key) and not self.journey.touchpoints[key].conditional
        self.edit(lambda p: edits.move_touchpoint(p, key, stage, index), loose=key if free else "")

    @precondition(lambda self: len(self.path) > FEWEST)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        key = self.pick(data, self.order)
        self.edit(lambda p: edits.remove(p, key))

    @precondition(lambda self: len(self.path) > FEWEST)
    @rule(data=st.data())
    def park(self, data: st.DataObject) -> None:
        key = self.pick(data, self.order)
        self.edit(lambda p: edits.park(p, key))

    @precondition(lambda self: self.journey.parked)
    @rule(data=st.data())
    def unpark(self, data: st.DataObject) -> None:
        key, (stage, index) = self.pick(data, list(self.journey.parked)), self.place(data)
        links = self.journey.links.values()
        was_on = any(link.kind == "happy" and key in (link.source, link.target) for link in links)
        free = self.is_free(key) and not self.journey.touchpoints[key].conditional
        onto = {key} if was_on else set()
        self.edit(lambda p: edits.unpark(p, key, stage, index), onto=onto, loose=key if free else "")

    @rule(data=st.data(), index=st.integers(0, 4))
    def move_a_stage_that_the_path_comes_through(self, data: st.DataObject, index: int) -> None:
        stages = [key for key, stage in self.journey.stages.items() if {*stage.touchpoints} & {*self.path}]
        key = self.pick(data, stages)
        self.edit(lambda p: edits.move_stage(p, key, index))

    @precondition(lambda self: len(self.path) > FEWEST)
    @rule(data=st.data())
    def remove_stage(self, data: st.DataObject) -> None:
        small = [
            key for key, stage in self.journey.stages.items()
            if len({*self.path} - {*stage.touchpoints}) >= FEWEST and len(self.journey.stages) > 2
        ]  # fmt: skip
        if small:
            key = self.pick(data, small)
            self.edit(lambda p: edits.remove(p, key))

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        self.given += 1
        key, new = self.pick(data, self.order), f"new{self.given}"
        onto = {new} if key in self.path else set()
        conditional = self.journey.touchpoints[key].conditional
        self.edit(
            lambda p: edits.split_touchpoint(p, key, ("a", "b"), new), onto=onto, loose="" if conditional else new
        )

    @precondition(lambda self: len(self.journey.stages) < 6)
    @rule(data=st.data(), index=st.integers(0, 3))
    def split_stage(self, data: st.DataObject, index: int) -> None:
        self.given += 1
        key, new = self.pick(data, list(self.journey.stages)), Stage(id=f"stage{self.given}", name="s")
        self.edit(lambda p: edits.split_stage(p, key, index, new))

    @precondition(lambda self: len(self.path) > FEWEST)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        first = self.pick(data, self.path)
        other = self.pick(data, [key for key in self.path if key != first])
        detours = [link for link in self.journey.links.values() if link.kind != "happy"]
        if not any(other in (link.source, link.target) for link in detours):
            self.edit(lambda p: edits.merge_touchpoints(p, (first, other)))

    @rule(data=st.data())
    def turn_into_stage(self, data: st.DataObject) -> None:
        if len(self.path) > FEWEST and len(self.journey.stages) < 6:
            self.given += 1
            key, new = self.pick(data, self.order), f"stage{self.given}"
            self.edit(lambda p: edits.touchpoint_to_stage(p, key, new))

    @precondition(lambda self: len(self.journey.stages) > 2)
    @rule(data=st.data())
    def turn_into_touchpoint(self, data: st.DataObject) -> None:
        key = self.pick(data, list(self.journey.stages))
        self.edit(lambda p: edits.stage_to_touchpoint(p, key), loose=key)

    @precondition(lambda self: len(self.order) < 16)
    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        self.given += 1
        key, made = self.pick(data, self.order), counting(f"copy{self.given}-")
        free = not self.journey.touchpoints[key].conditional
        new = f"copy{self.given}-touchpoint-1"
        self.edit(lambda p: edits.duplicate(p, [key], made), loose=new if free else "")

    @rule()
    def undo(self) -> None:
        self.history = self.history.undone()
        if self.before:
            self.path = self.before.pop()

    @invariant()
    def the_path_is_one_line(self) -> None:
        if "journey" in self.history.present.journeys:
            inner = [ends for ends in self.line(self.journey) if all(ends)]
            assert sorted(inner) == sorted(pairwise(self.path))
            outer = [ends for ends in self.line(self.journey) if not all(ends)]
            assert {"".join(ends) for ends in outer} <= {self.path[0], self.path[-1]}
            assert len(outer) in (0, 2)

    @invariant()
    def holds_together(self) -> None:
        verify(self.history.present)
        assert broken_references(self.history.present) == []


PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing play is told as it was played: to shrink it takes minutes."""
Walking.TestCase.settings = settings(
    phases=PHASES, max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestWalking = Walking.TestCase
