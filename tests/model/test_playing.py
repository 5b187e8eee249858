"""A user at play: edits, undo and redo in any order, held against the plain model after every step."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from journeymapper.model import edits, history
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import HandOff, Journey, Link, LinkKind, PlannedMessage, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, AnchorKind, MeasurementPoint
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Action, Evidence, Goal, Note, Persona, Project, Promise
from journeymapper.model.sources import Account, Mapping, ResultSet, Wave
from tests.model.plain import Plain, Row, count_elements, seen
from tests.strategies import names, some

PLACES = ("touchpoint", "stage", "journey", "hand-off")
REMOVABLE = (*PLACES, "link", "message", "point", "persona", "goal", "promise", "action", "note", "evidence")


def orders(plain: Plain) -> list[tuple[tuple[str, str], list[str]]]:
    """Which touchpoints and stages there are, and where."""
    return sorted((key, keys) for key, keys in plain.lists.items() if key[1] in ("touchpoint", "stage") and keys)


def silent(plain: Plain) -> set[str]:
    """The happy ways that no evidence speaks for."""
    spoken = {key for row in plain.rows.values() if row.kind == "evidence" for key in row.hangs}
    return {k for k, row in plain.rows.items() if row.kind == "link" and row.values["kind"] == "happy"} - spoken


def first_project() -> Project:
    """Something to play with: two stages of two touchpoints each, and a person."""
    project = edits.add_metric(Project(id="project", name="Peli"), parse_metric("csat"))
    project = edits.add_persona(project, Persona(id="persona-a", name="Ritva"))
    project = edits.add_journey(project, Journey(id="journey-a", name="Polku"))
    for stage in ("stage-a", "stage-b"):
        project = edits.add_stage(project, "journey-a", Stage(id=stage, name=stage))
        for number in range(2):
            project = edits.add_touchpoint(
                project, stage, Touchpoint(id=f"touchpoint-{stage}-{number}", name="Tarjous")
            )
    return project


class Playing(RuleBasedStateMachine):
    """Each rule does one edit to the project and the same, in plain words, to the plain model."""

    def __init__(self) -> None:
        super().__init__()
        self.history = history.start(first_project())
        self.plain = seen(self.history.present)
        self.past: list[Plain] = []
        self.future: list[Plain] = []
        self.given = 0

    def new_id(self, kind: str) -> str:
        self.given += 1
        return f"{kind}-{self.given}"

    def edit(self, change: Callable[[Project], Project], retell: Callable[[Plain], object]) -> None:
        """Both at once; the past grows where something changed, and only there."""
        before = self.plain.copy()
        after = change(self.history.present)
        retell(self.plain)
        self.follow_path(before, after)
        unchanged = self.plain.shape() == before.shape()
        assert (after is self.history.present) == unchanged
        self.history = self.history.done(Message("Edit"), after)
        if not unchanged:
            self.past.append(before)
            self.future.clear()

    def follow_path(self, before: Plain, after: Project) -> None:
        """Where the happy path leads once touchpoints have another order; other ways are as the plain model has them.

        What it should be is told in `test_playing_path`.
        """
        if orders(self.plain) == orders(before):
            return
        led = silent(self.plain) | silent(seen(after))
        rows = {key: row for key, row in self.plain.rows.items() if key not in led}
        self.plain.rows = rows | {key: row for key, row in seen(after).rows.items() if key in led}

    def pick(self, data: st.DataObject, *kinds: str) -> str:
        return data.draw(st.sampled_from(self.plain.ids(*kinds)))

    def has(self, *kinds: str) -> bool:
        return bool(self.plain.ids(*kinds))

    def journey_of(self, touchpoint_id: str) -> str:
        home = self.plain.rows[touchpoint_id].parent
        return self.plain.rows[home].parent or home  # parked ones are kept in the journey itself

    def anchor(self, data: st.DataObject) -> Anchor:
        key = data.draw(st.sampled_from([*self.plain.ids(*PLACES), ""]))
        kinds: dict[str, AnchorKind] = {k: k for k in ("touchpoint", "stage", "journey", "hand-off")}
        return Anchor(kinds[self.plain.rows[key].kind], key) if key else Anchor("relationship")

    def pair(self, data: st.DataObject) -> tuple[str, str, str]:
        """Two touchpoints of one journey, and the journey."""
        first = self.pick(data, "touchpoint")
        journey = self.journey_of(first)
        others = [k for k in self.plain.ids("touchpoint") if k != first and self.journey_of(k) == journey]
        return first, data.draw(st.sampled_from([*others, ""])), journey

    @rule(name=names())
    def add_journey(self, name: str) -> None:
        key = self.new_id("journey")
        self.edit(
            lambda p: edits.add_journey(p, Journey(id=key, name=name)),
            lambda m: m.add(key, Row("journey", values={"name": name})),
        )

    @precondition(lambda self: self.has("journey"))
    @rule(data=st.data(), name=names(), index=st.none() | st.integers(0, 2))
    def add_stage(self, data: st.DataObject, name: str, index: int | None) -> None:
        key, journey = self.new_id("stage"), self.pick(data, "journey")
        self.edit(
            lambda p: edits.add_stage(p, journey, Stage(id=key, name=name), index),
            lambda m: m.add(key, Row("stage", journey, {"name": name}), index),
        )

    @precondition(lambda self: self.has("stage"))
    @rule(data=st.data(), name=names(), index=st.none() | st.integers(0, 2))
    def add_touchpoint(self, data: st.DataObject, name: str, index: int | None) -> None:
        key, stage = self.new_id("touchpoint"), self.pick(data, "stage")
        people = data.draw(some(self.plain.ids("persona")))
        values = {"name": name, "feeling": None, "doing": ""}
        row = Row("touchpoint", stage, values, names={"shown": (), "personas": people})
        self.edit(
            lambda p: edits.add_touchpoint(p, stage, Touchpoint(id=key, name=name, personas=people), index),
            lambda m: m.add(key, row, index),
        )

    @precondition(lambda self: self.has("touchpoint"))
    @rule(data=st.data(), kind=st.sampled_from(("happy", "happy", "alternative")))
    def add_link(self, data: st.DataObject, kind: LinkKind) -> None:
        key = self.new_id("link")
        source, target, journey = self.pair(data)
        self.edit(
            lambda p: edits.add_link(p, journey, Link(id=key, source=source, target=target, kind=kind)),
            lambda m: m.add(key, Row("link", journey, {"kind": kind}, hangs=(source, target))),
        )

    @precondition(lambda self: self.has("touchpoint"))
    @rule(data=st.data())
    def add_hand_off(self, data: st.DataObject) -> None:
        key = self.new_id("hand-off")
        source, target, journey = self.pair(data)
        hand_off = HandOff(id=key, source=source, target=target)
        if not target:
            with pytest.raises(Refusal):
                edits.add_hand_off(self.history.present, journey, hand_off)
            return
        self.edit(
            lambda p: edits.add_hand_off(p, journey, hand_off),
            lambda m: m.add(key, Row("hand-off", journey, hangs=(source, target))),
        )

    @precondition(lambda self: self.has("touchpoint"))
    @rule(data=st.data(), index=st.none() | st.integers(0, 2))
    def add_message(self, data: st.DataObject, index: int | None) -> None:
        key, touchpoint = self.new_id("message"), self.pick(data, "touchpoint")
        journey = self.journey_of(touchpoint)
        self.edit(
            lambda p: edits.add_message(p, journey, PlannedMessage(id=key, touchpoint=touchpoint), index),
            lambda m: m.add(key, Row("message", journey, hangs=(touchpoint,)), index),
        )

    @rule(data=st.data(), index=st.none() | st.integers(0, 2))
    def add_point(self, data: st.DataObject, index: int | None) -> None:
        key, anchor = edits.next_point_id(self.history.present), self.anchor(data)
        also, people = data.draw(some(self.plain.ids(*PLACES))), data.draw(some(self.plain.ids("persona")))
        point = MeasurementPoint(id=key, anchor=anchor, metric="csat", also_covers=also, personas=people)
        row = Row("point", hangs=(anchor.id,) if anchor.id else (), names={"also": also, "personas": people})
        self.edit(lambda p: edits.add_point(p, point, index), lambda m: m.add(key, row, index))

    @rule(name=names(), index=st.none() | st.integers(0, 2))
    def add_persona(self, name: str, index: int | None) -> None:
        key = self.new_id("persona")
        self.edit(
            lambda p: edits.add_persona(p, Persona(id=key, name=name), index),
            lambda m: m.add(key, Row("persona", values={"name": name}), index),
        )

    @rule(data=st.data())
    def add_promise(self, data: st.DataObject) -> None:
        key = self.new_id("promise")
        kept, shown = data.draw(some(self.plain.ids("touchpoint"))), data.draw(some(self.plain.ids("point")))
        promise = Promise(id=key, text="Lupaus", touchpoints=kept, points=shown)
        self.edit(
            lambda p: edits.add_promise(p, promise),
            lambda m: m.add(key, Row("promise", names={"touchpoints": kept, "points": shown})),
        )

    @rule(data=st.data())
    def add_goal(self, data: st.DataObject) -> None:
        key = self.new_id("goal")
        serves, measured = data.draw(some(self.plain.ids("goal"))), data.draw(some(self.plain.ids("point")))
        goal = Goal(id=key, text="Tavoite", serves=serves, points=measured)
        self.edit(
            lambda p: edits.add_goal(p, goal),
            lambda m: m.add(key, Row("goal", names={"serves": serves, "points": measured})),
        )

    @rule(data=st.data())
    def add_action(self, data: st.DataObject) -> None:
        key, anchor = self.new_id("action"), self.anchor(data)
        self.edit(
            lambda p: edits.add_action(p, Action(id=key, title="Toimi", anchor=anchor)),
            lambda m: m.add(key, Row("action", names={"on": (anchor.id,) if anchor.id else ()})),
        )

    @rule(data=st.data())
    def add_note(self, data: st.DataObject) -> None:
        key, anchor = self.new_id("note"), self.anchor(data)
        self.edit(
            lambda p: edits.add_note(p, Note(id=key, text="Lappu", anchor=anchor)),
            lambda m: m.add(key, Row("note", hangs=(anchor.id,) if anchor.id else ())),
        )

    @precondition(lambda self: self.has(*REMOVABLE))
    @rule(data=st.data())
    def add_evidence(self, data: st.DataObject) -> None:
        key, subject = self.new_id("evidence"), self.pick(data, *REMOVABLE)
        self.edit(
            lambda p: edits.add_evidence(p, Evidence(id=key, subject=subject)),
            lambda m: m.add(key, Row("evidence", hangs=(subject,))),
        )

    @rule(years=st.sets(st.integers(2020, 2024), min_size=1, max_size=2), late=st.booleans())
    def add_result_set(self, years: set[int], late: bool) -> None:
        key = self.new_id("results")
        waves = [Wave(id=str(year), starts=date(year, 1, 1)) for year in years] + [Wave(id="Kierros")] * late
        account = Account(file="k.csv", sha256="", read_on=date(2026, 1, 1), rows=1)
        ids = tuple(wave.id for wave in waves)
        result_set = ResultSet(id=key, account=account, mapping=Mapping(), tally="", waves=ids)

        def retell(plain: Plain) -> None:
            plain.add(key, Row("results", names={"waves": ids}))
            for wave in ids:
                plain.rows[wave] = Row("wave")
            plain.lists["", "wave"] = sorted(plain.ids("wave"))  # digits sort before letters

        self.edit(lambda p: edits.add_result_set(p, result_set, waves), retell)

    @precondition(lambda self: self.has("results"))
    @rule(data=st.data())
    def remove_result_set(self, data: st.DataObject) -> None:
        key = self.pick(data, "results")

        def retell(plain: Plain) -> None:
            waves = plain.rows[key].names["waves"]
            plain.remove(key)
            for wave in waves:
                if not any(wave in plain.rows[other].names["waves"] for other in plain.ids("results")):
                    plain.remove(wave)

        self.edit(lambda p: edits.remove_result_set(p, key), retell)

    @precondition(lambda self: self.has("journey", "stage", "touchpoint", "persona"))
    @rule(data=st.data(), name=names())
    def rename(self, data: st.DataObject, name: str) -> None:
        key = self.pick(data, "journey", "stage", "touchpoint", "persona")
        self.edit(
            lambda p: edits.change(p, key, name=f"  {name}\n"),
            lambda m: m.rows[key].values.update(name=name),
        )

    @precondition(lambda self: self.has("touchpoint"))
    @rule(data=st.data(), feeling=st.none() | st.integers(-2, 2))
    def feel(self, data: st.DataObject, feeling: int | None) -> None:
        key = self.pick(data, "touchpoint")
        self.edit(lambda p: edits.change(p, key, feeling=feeling), lambda m: m.rows[key].values.update(feeling=feeling))

    @precondition(lambda self: self.has("touchpoint") and self.has("point"))
    @rule(data=st.data())
    def show_point(self, data: st.DataObject) -> None:
        key, point = self.pick(data, "touchpoint"), self.pick(data, "point")
        self.edit(lambda p: edits.change(p, key, shown_point=point), lambda m: m.rows[key].names.update(shown=(point,)))

    @precondition(lambda self: self.has("point"))
    @rule(data=st.data())
    def hang_point_elsewhere(self, data: st.DataObject) -> None:
        key, anchor = self.pick(data, "point"), self.anchor(data)
        self.edit(
            lambda p: edits.change(p, key, anchor=anchor),
            lambda m: setattr(m.rows[key], "hangs", (anchor.id,) if anchor.id else ()),
        )

    @precondition(lambda self: self.has("touchpoint"))
    @rule(data=st.data(), index=st.integers(0, 3))
    def move_touchpoint(self, data: st.DataObject, index: int) -> None:
        key = self.pick(data, "touchpoint")
        journey = self.journey_of(key)
        stages = [k for k in self.plain.ids("stage") if self.plain.rows[k].parent == journey]
        if not stages:
            return
        stage = data.draw(st.sampled_from(stages))
        self.edit(lambda p: edits.move_touchpoint(p, key, stage, index), lambda m: m.move(key, index, parent=stage))

    @precondition(lambda self: self.has("journey", "stage", "message", "point", "persona", "goal"))
    @rule(data=st.data(), index=st.integers(0, 3))
    def move(self, data: st.DataObject, index: int) -> None:
        key = self.pick(data, "journey", "stage", "message", "point", "persona", "goal")
        own = {"journey": edits.move_journey, "stage": edits.move_stage}
        moving = own.get(self.plain.rows[key].kind, edits.move)
        self.edit(lambda p: moving(p, key, index), lambda m: m.move(key, index))

    @precondition(lambda self: self.has(*REMOVABLE))
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        key = self.pick(data, *REMOVABLE)
        self.edit(lambda p: edits.remove(p, key), lambda m: m.remove(key))

    @rule()
    def undo(self) -> None:
        self.history = self.history.undone()
        if self.past:
            self.future.insert(0, self.plain)
            self.plain = self.past.pop()

    @rule()
    def redo(self) -> None:
        self.history = self.history.redone()
        if self.future:
            self.past.append(self.plain)
            self.plain = self.future.pop(0)

    @invariant()
    def same_as_plain(self) -> None:
        project = self.history.present
        assert seen(project).shape() == self.plain.shape()
        assert count_elements(project) == len(self.plain.rows)
        assert (self.history.undo_name is None, self.history.redo_name is None) == (not self.past, not self.future)

    @invariant()
    def holds_together(self) -> None:
        verify(self.history.present)
        assert broken_references(self.history.present) == []


Playing.TestCase.settings = settings(
    max_examples=120, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestPlaying = Playing.TestCase
