"""The user at play again, with all that a workshop does to a map: park, split, merge, turn, lanes, copies."""

from collections import Counter

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from journeymapper.model import edits
from journeymapper.model.journey import OwnLane, OwnLaneKind, Stage
from tests.model.plain import Plain, Row, seen
from tests.model.test_playing import Playing, silent
from tests.strategies import names, some


class Workshop(Playing):
    """The plain user's edits and those of a facilitator."""

    @precondition(lambda self: self.has("touchpoint"))
    @rule(data=st.data(), index=st.none() | st.integers(0, 2))
    def park(self, data: st.DataObject, index: int | None) -> None:
        key = self.pick(data, "touchpoint")
        journey = self.journey_of(key)

        def retell(plain: Plain) -> None:
            if plain.rows[key].parent != journey or index is not None:
                last = len(plain.lists.get((journey, "touchpoint"), []))
                plain.move(key, last if index is None else index, parent=journey)

        self.edit(lambda p: edits.park(p, key, index), retell)

    @precondition(lambda self: self.has("touchpoint"))
    @rule(data=st.data(), first=names(), second=names())
    def split_touchpoint(self, data: st.DataObject, first: str, second: str) -> None:
        key, new = self.pick(data, "touchpoint"), self.new_id("touchpoint")

        def retell(plain: Plain) -> None:
            old = plain.rows[key]
            old.values["name"] = first
            people = {"shown": (), "personas": old.names["personas"]}
            plain.add(new, touchpoint_row(old.parent, second, people), plain.place(key) + 1)

        self.edit(lambda p: edits.split_touchpoint(p, key, (first, second), new), retell)

    @precondition(lambda self: self.has("stage"))
    @rule(data=st.data(), name=names(), index=st.integers(0, 3))
    def split_stage(self, data: st.DataObject, name: str, index: int) -> None:
        key, new = self.pick(data, "stage"), self.new_id("stage")

        def retell(plain: Plain) -> None:
            plain.add(new, Row("stage", plain.rows[key].parent, {"name": name}), plain.place(key) + 1)
            for place, moved in enumerate(list(plain.lists.get((key, "touchpoint"), []))[index:]):
                plain.move(moved, place, parent=new)

        self.edit(lambda p: edits.split_stage(p, key, index, Stage(id=new, name=name)), retell)

    @precondition(lambda self: self.has("touchpoint"))
    @rule(data=st.data(), named=st.booleans(), name=names())
    def merge(self, data: st.DataObject, named: bool, name: str) -> None:
        first = self.pick(data, "touchpoint")
        journey = self.journey_of(first)
        beside = [k for k in self.plain.ids("touchpoint") if k != first and self.journey_of(k) == journey]
        ids = (first, *data.draw(some(beside, 2)))
        given = name if named else None
        self.edit(lambda p: edits.merge_touchpoints(p, ids, given), lambda m: merged(m, ids, given))

    @precondition(lambda self: self.has("touchpoint"))
    @rule(data=st.data())
    def touchpoint_to_stage(self, data: st.DataObject) -> None:
        key, new = self.pick(data, "touchpoint"), self.new_id("stage")
        after = edits.touchpoint_to_stage(self.history.present, key, new)
        stays = any(key in journey.touchpoints for journey in after.journeys.values())
        assert stays or is_bare(self.plain, key, silent(self.plain))
        assert not (stays and is_bare(self.plain, key, set()))

        def retell(plain: Plain) -> None:
            row = plain.rows[key]
            home = plain.rows[row.parent]
            last = plain.lists[row.parent, "touchpoint"][plain.place(key) :] if home.kind == "stage" else [key]
            place = plain.place(row.parent) + 1 if home.kind == "stage" else None
            journey = home.parent if home.kind == "stage" else row.parent
            plain.add(new, Row("stage", journey, {"name": row.values["name"]}), place)
            for index, moved in enumerate(list(last)):
                plain.move(moved, index, parent=new)
            if not stays:
                plain.take_out(key)

        self.edit(lambda _: after, retell)

    @precondition(lambda self: any(len(self.stages_beside(k)) > 1 for k in self.plain.ids("stage")))
    @rule(data=st.data())
    def stage_to_touchpoint(self, data: st.DataObject) -> None:
        several = [k for k in self.plain.ids("stage") if len(self.stages_beside(k)) > 1]
        key = data.draw(st.sampled_from(several))
        self.edit(lambda p: edits.stage_to_touchpoint(p, key), lambda m: turned_into_touchpoint(m, key))

    def stages_beside(self, stage: str) -> list[str]:
        return self.plain.lists[self.plain.rows[stage].parent, "stage"]

    @precondition(lambda self: self.has("journey"))
    @rule(data=st.data(), name=names(), kind=st.sampled_from(("text", "number", "rating")))
    def add_own_lane(self, data: st.DataObject, name: str, kind: OwnLaneKind) -> None:
        key, journey = self.new_id("lane"), self.pick(data, "journey")
        self.edit(
            lambda p: edits.add_own_lane(p, journey, OwnLane(id=key, name=name, kind=kind)),
            lambda m: m.add(key, Row("own lane", journey, {"name": name, "kind": kind})),
        )

    @precondition(lambda self: self.has("own lane") and self.has("touchpoint"))
    @rule(data=st.data(), value=st.sampled_from(("", "1", "5")))
    def set_own_value(self, data: st.DataObject, value: str) -> None:
        lane = self.pick(data, "own lane")
        journey = self.plain.rows[lane].parent
        keys = [k for k in self.plain.ids("touchpoint") if self.journey_of(k) == journey]
        if keys:
            key = data.draw(st.sampled_from(keys))

            def retell(plain: Plain) -> None:
                plain.rows[key].own.pop(lane, None)
                plain.rows[key].own |= {lane: value} if value else {}

            self.edit(lambda p: edits.set_own_value(p, lane, key, value), retell)

    @precondition(lambda self: self.has("own lane"))
    @rule(data=st.data())
    def remove_own_lane(self, data: st.DataObject) -> None:
        key = self.pick(data, "own lane")
        self.edit(lambda p: edits.remove(p, key), lambda m: m.remove(key))

    @precondition(lambda self: self.has("stage", "touchpoint") and len(self.plain.rows) < 60)
    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        key = self.pick(data, "stage", "touchpoint")
        after = edits.duplicate(self.history.present, [key], self.new_id)
        inside = with_hanging(self.plain, {key, *self.plain.lists.get((key, "touchpoint"), [])})
        self.check_copies(seen(after), inside)
        copied = seen(after)
        if self.plain.rows[key].kind == "touchpoint":
            home = self.plain.rows[key].parent
            assert copied.lists[home, "touchpoint"][self.plain.place(key) + 1] not in self.plain.rows
        self.edit(lambda _: after, lambda m: (m.rows.update(copied.rows), m.lists.update(copied.lists)))

    @precondition(lambda self: self.has("journey") and len(self.plain.rows) < 60)
    @rule(data=st.data(), variant=st.booleans())
    def copy_journey(self, data: st.DataObject, variant: bool) -> None:
        key = self.pick(data, "journey")
        after = edits.copy_journey(self.history.present, key, self.new_id, state="future" if variant else None)
        inside = {k for k in self.plain.rows if self.is_in(k, key)}
        self.check_copies(seen(after), inside if variant else with_hanging(self.plain, inside), shown=not variant)
        copied = seen(after)
        self.edit(lambda _: after, lambda m: (m.rows.update(copied.rows), m.lists.update(copied.lists)))

    def is_in(self, key: str, journey: str) -> bool:
        while key and key != journey:
            key = self.plain.rows[key].parent
        return key == journey

    def check_copies(self, copied: Plain, inside: set[str], *, shown: bool = True) -> None:
        """What is new is what was inside, element by element, and nothing that was there has changed."""
        led = silent(self.plain) | silent(copied)
        inside = inside - led
        new = {key: row for key, row in copied.rows.items() if key not in self.plain.rows and key not in led}
        left = {key: row for key, row in self.plain.rows.items() if key not in led}
        assert {key: row for key, row in copied.rows.items() if key not in new and key not in led} == left
        assert Counter(map(said, new.values())) == Counter(said(self.plain.rows[key]) for key in inside)
        if shown:
            fresh = [row.hangs for row in new.values() if row.kind in ("link", "hand-off", "message", "note", "point")]
            assert all(key in new for hangs in fresh for key in hangs if key)

    @invariant()
    def parked_touchpoints_are_in_no_stage(self) -> None:
        for journey in self.history.present.journeys.values():
            staged = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
            assert not set(staged) & set(journey.parked)
            assert sorted([*staged, *journey.parked]) == sorted(journey.touchpoints)


def touchpoint_row(home: str, name: str, named: dict[str, tuple[str, ...]]) -> Row:
    return Row("touchpoint", home, {"name": name, "feeling": None, "doing": ""}, names=named)


def said(row: Row) -> tuple[object, ...]:
    """What an element says, without ids."""
    return (
        row.kind,
        sorted(row.values.items(), key=str).__repr__(),
        sorted(row.own.values()).__repr__(),
        len(row.hangs),
    )


def with_hanging(plain: Plain, inside: set[str]) -> set[str]:
    """All that hangs on these alone, and on what does."""
    inside = set(inside)
    while True:
        more = {key for key, row in plain.rows.items() if key not in inside and (keys := hooks(row)) and keys <= inside}
        if not more:
            return inside
        inside |= more


def hooks(row: Row) -> set[str]:
    return {key for key in (*row.hangs, *(row.names["on"] if row.kind == "action" else ())) if key}


def is_bare(plain: Plain, key: str, besides: set[str]) -> bool:
    """Whether a stage can say all that a touchpoint says, and nothing refers to it besides some links."""
    row = plain.rows[key]
    if row.values["feeling"] is not None or row.values["doing"] or row.own or any(row.names.values()):
        return False
    others = [other for name, other in plain.rows.items() if other is not row and name not in besides]
    return not any(key in other.hangs or any(key in ids for ids in other.names.values()) for other in others)


def merged(plain: Plain, ids: tuple[str, ...], name: str | None) -> None:
    if len(ids) < 2:
        return
    first, rows = plain.rows[ids[0]], [plain.rows[key] for key in ids]
    journey = first.parent if plain.rows[first.parent].kind == "journey" else plain.rows[first.parent].parent
    words = list(dict.fromkeys(row.values["name"] for row in rows))
    while len(" / ".join(words)) > 200:
        words.pop()
    new = " / ".join(words) if name is None else name
    felt = [row.values["feeling"] for row in rows if row.values["feeling"] is not None]
    worst = min(felt, default=None)
    left = [left_of(row, new, worst) for row in rows]
    left += figures_left(plain, rows)
    doings = [row.values["doing"] for row in rows if row.values["doing"]]
    told = ["\n".join(dict.fromkeys(doings)), *left]
    first.values["doing"] = "\n".join(line for line in dict.fromkeys(told) if line)
    first.values["name"] = new
    first.values["feeling"] = worst
    first.names["shown"] = next((row.names["shown"] for row in rows if row.names["shown"]), ())
    first.names["personas"] = tuple(dict.fromkeys(key for row in rows for key in row.names["personas"]))
    for lane in {lane for row in rows for lane in row.own}:
        given = list(dict.fromkeys(row.own[lane] for row in rows if lane in row.own))
        first.own[lane] = "\n".join(given) if plain.rows[lane].values["kind"] == "text" else given[0]
    joints = [
        k for k in plain.rows if plain.rows[k].kind in ("link", "hand-off") and set(plain.rows[k].hangs) <= {*ids}
    ]
    for key in (*ids[1:], *joints):
        plain.take_out(key)
        plain.rename(key, ids[0])
    first_with: dict[tuple[object, ...], str] = {}
    for key in [k for k, row in plain.rows.items() if row.kind == "link" and row.parent == journey]:
        kept = first_with.setdefault((*plain.rows[key].hangs, plain.rows[key].values["kind"]), key)
        if kept != key:
            plain.take_out(key)
            plain.rename(key, kept)


def left_of(row: Row, name: str, worst: int | None) -> str:
    """What the merged card says of one that is gone in it: its name, its feeling where that is a better one."""
    felt = row.values["feeling"]
    if felt is not None and felt != worst:
        return f"{row.values['name']}: feeling {('+' if felt > 0 else '−' if felt else '')}{abs(felt)}"
    return "" if row.values["name"].casefold() in name.casefold() else str(row.values["name"])


def figures_left(plain: Plain, rows: list[Row]) -> list[str]:
    """The figures of own lanes that are another than the first."""
    found = []
    for lane, own in plain.rows.items():
        if own.kind == "own lane" and own.values["kind"] != "text":
            given = [(row.values["name"], row.own[lane]) for row in rows if lane in row.own]
            found += [f"{name}: {own.values['name']} {value}" for name, value in given if value != given[0][1]]
    return found


def turned_into_touchpoint(plain: Plain, key: str) -> None:
    stages, keys = plain.lists[plain.rows[key].parent, "stage"], list(plain.lists.get((key, "touchpoint"), []))
    at = plain.place(key)
    host = stages[at - 1] if at else stages[1]
    name = plain.rows[key].values["name"]
    start = len(plain.lists.get((host, "touchpoint"), [])) if at else 0
    plain.take_out(key)
    if keys and plain.rows[keys[0]].values["name"] == name:
        plain.rename(key, keys[0])
    else:
        plain.add(key, touchpoint_row(host, name, {"shown": (), "personas": ()}), start)
        start += 1
    for offset, moved in enumerate(keys):
        plain.move(moved, start + offset, parent=host)


PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing play is told as it was played: to shrink it takes minutes."""
Workshop.TestCase.settings = settings(
    phases=PHASES, max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestWorkshop = Workshop.TestCase
