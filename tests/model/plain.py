"""The document once more, as plain lists and dicts: written independently, to hold the edits against."""

import copy
from collections.abc import Sized
from dataclasses import dataclass, field
from typing import Any

from journeymapper.model.journey import Journey
from journeymapper.model.project import Project

LISTED = {
    "journey",
    "stage",
    "touchpoint",
    "message",
    "point",
    "persona",
    "goal",
    "promise",
    "action",
    "wave",
    "results",
}


@dataclass
class Row:
    """One element: where it is kept, what it hangs on, which ids its fields name, what own lanes say of it.

    A parked touchpoint is kept in its journey, the others in their stages.
    """

    kind: str
    parent: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    hangs: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)


@dataclass
class Plain:
    """All rows by id, and the order of those that have one: (parent, kind) to a list of ids."""

    rows: dict[str, Row] = field(default_factory=dict)
    lists: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def copy(self) -> "Plain":
        return copy.deepcopy(self)

    def ids(self, *kinds: str) -> list[str]:
        return sorted(key for key, row in self.rows.items() if row.kind in kinds)

    def add(self, key: str, row: Row, index: int | None = None) -> None:
        self.rows[key] = row
        if row.kind in LISTED:
            order = self.lists.setdefault((row.parent, row.kind), [])
            order.insert(len(order) if index is None else index, key)

    def move(self, key: str, index: int, parent: str | None = None) -> None:
        row = self.rows[key]
        self.lists[row.parent, row.kind].remove(key)
        row.parent = row.parent if parent is None else parent
        self.lists.setdefault((row.parent, row.kind), []).insert(index, key)

    def remove(self, key: str) -> None:
        for other in [k for k, row in self.rows.items() if row.parent == key or key in row.hangs]:
            if other in self.rows:
                self.remove(other)
        row = self.rows.pop(key, None)
        if row and row.kind in LISTED:
            self.lists[row.parent, row.kind].remove(key)
        for other_row in self.rows.values():
            other_row.names = {name: tuple(k for k in ids if k != key) for name, ids in other_row.names.items()}
            other_row.own.pop(key, None)

    def take_out(self, key: str) -> Row:
        """Removes one element alone; what hangs on it must be seen to."""
        row = self.rows.pop(key)
        if row.kind in LISTED:
            self.lists[row.parent, row.kind].remove(key)
        return row

    def rename(self, old: str, new: str) -> None:
        """Whatever hung on the old element, or named it, does so with the new one."""
        for row in self.rows.values():
            row.hangs = tuple(new if key == old else key for key in row.hangs)
            for name, ids in row.names.items():
                row.names[name] = tuple(dict.fromkeys(new if key == old else key for key in ids))

    def place(self, key: str) -> int:
        """The place of an element in its list."""
        row = self.rows[key]
        return self.lists[row.parent, row.kind].index(key)

    def shape(self) -> tuple[dict[str, Row], dict[tuple[str, str], list[str]]]:
        """What two of these are compared by: rows and the lists that hold something."""
        return self.rows, {key: order for key, order in self.lists.items() if order}


def seen(project: Project) -> Plain:
    """A project as plain rows and lists."""
    plain = Plain()
    for journey in project.ordered_journeys():
        _add_journey(plain, journey)
    for key in project.persona_order:
        plain.add(key, Row("persona", values={"name": project.personas[key].name}))
    for point in project.ordered_points():
        names = {"also": point.also_covers, "personas": point.personas}
        plain.add(point.id, Row("point", hangs=_ids(point.anchor.id), names=names))
    for key in project.promise_order:
        promise = project.promises[key]
        plain.add(key, Row("promise", names={"touchpoints": promise.touchpoints, "points": promise.points}))
    for key in project.goal_order:
        goal = project.goals[key]
        plain.add(key, Row("goal", names={"serves": goal.serves, "points": goal.points}))
    for key in project.action_order:
        action = project.actions[key]
        plain.add(key, Row("action", names={"on": _ids(action.anchor.id if action.anchor else "")}))
    _add_unordered(plain, project)
    return plain


def _add_journey(plain: Plain, journey: Journey) -> None:
    plain.add(journey.id, Row("journey", values={"name": journey.name}))
    for stage in journey.ordered_stages():
        plain.add(stage.id, Row("stage", journey.id, {"name": stage.name}))
        _add_touchpoints(plain, journey, stage.id, stage.touchpoints)
    _add_touchpoints(plain, journey, journey.id, journey.parked)
    for lane in journey.own_lanes.values():
        plain.add(lane.id, Row("own lane", journey.id, {"name": lane.name, "kind": lane.kind}))
    for link in journey.links.values():
        plain.add(link.id, Row("link", journey.id, {"kind": link.kind}, hangs=(link.source, link.target)))
    for hand_off in journey.hand_offs.values():
        plain.add(hand_off.id, Row("hand-off", journey.id, hangs=_ids(hand_off.source, hand_off.target)))
    for key in journey.message_order:
        plain.add(key, Row("message", journey.id, hangs=_ids(journey.messages[key].touchpoint)))


def _add_touchpoints(plain: Plain, journey: Journey, home: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        touchpoint = journey.touchpoints[key]
        values = {"name": touchpoint.name, "feeling": touchpoint.feeling, "doing": touchpoint.doing}
        names = {"shown": _ids(touchpoint.shown_point), "personas": touchpoint.personas}
        own = {lane: row[key] for lane, row in journey.own_values.items() if key in row}
        plain.add(key, Row("touchpoint", home, values, names=names, own=own))


def _add_unordered(plain: Plain, project: Project) -> None:
    for note in project.notes.values():
        plain.add(note.id, Row("note", hangs=_ids(note.anchor.id)))
    for evidence in project.evidence.values():
        plain.add(evidence.id, Row("evidence", hangs=_ids(evidence.subject)))
    for key in project.wave_order:
        plain.add(key, Row("wave"))
    for key in project.result_order:
        plain.add(key, Row("results", names={"waves": project.result_sets[key].waves}))


def count_elements(project: Project) -> int:
    """Elements counted from the maps themselves, whether or not an order holds them."""
    journeys = project.journeys.values()
    inside = [len(part) for j in journeys for part in _parts(j)]
    own = len(project.points) + len(project.personas) + len(project.promises) + len(project.goals)
    loose = len(project.actions) + len(project.notes) + len(project.evidence)
    return len(journeys) + sum(inside) + own + loose + len(project.waves) + len(project.result_sets)


def _parts(journey: Journey) -> tuple[Sized, ...]:
    maps = (journey.stages, journey.touchpoints, journey.links, journey.hand_offs, journey.messages)
    return (*maps, journey.own_lanes)


def _ids(*keys: str) -> tuple[str, ...]:
    return tuple(key for key in keys if key)
