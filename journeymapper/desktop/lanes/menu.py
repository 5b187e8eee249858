"""The menu of a lane at its name on the map: rename it there, hide, collapse, move it past its neighbours."""

from collections.abc import Sequence

from journeymapper.desktop.actions import SEPARATOR, Command
from journeymapper.desktop.lanes.commands import LaneCommands
from journeymapper.desktop.lanes.rows import LaneRow
from journeymapper.language.language import Language


def lane_menu(
    language: Language, lanes: LaneCommands, lane: str, seen: Sequence[str], rename: Command
) -> list[Command]:
    """What can be done with a lane; `seen` are those on the map from top to bottom, `rename` edits its name."""
    row = next((each for each in lanes.rows() if each.id == lane), None)
    if row is None:
        return []
    text = language.text
    words = text("Open lane") if row.collapsed else text("Collapse lane")
    collapse = Command(
        name="lane-collapse", text=words, handler=lambda: lanes.collapse(row, collapsed=not row.collapsed)
    )
    remove = Command(name="lane-remove", text=text("Remove lane"), handler=lambda: lanes.remove(row))
    return [
        rename,
        Command(name="lane-hide", text=text("Hide lane"), handler=lambda: lanes.show(row, shown=False)),
        *(() if row.fixed else (collapse,)),
        SEPARATOR,
        *_moves(language, lanes, row, seen),
        *((SEPARATOR, remove) if row.own else ()),
        SEPARATOR,
    ]


def _moves(language: Language, lanes: LaneCommands, row: LaneRow, seen: Sequence[str]) -> list[Command]:
    """Past the lane above or below that is seen: hidden ones between them would make it stand still."""
    place = seen.index(row.id) if row.id in seen else -1
    ways = (("lane-up", language.text("Move &up"), place - 1), ("lane-down", language.text("Move &down"), place + 1))
    return [
        Command(name=name, text=words, handler=lambda past=seen[to]: lanes.arrange(_past(lanes, row.id, past)))  # type: ignore[misc]  # bound at once
        for name, words, to in ways
        if place >= 0 and 0 <= to < len(seen)
    ]


def _past(lanes: LaneCommands, lane: str, other: str) -> list[str]:
    """The order of all lanes with one of them on the other side of another."""
    order = [each.id for each in lanes.rows()]
    below = order.index(lane) < order.index(other)
    rest = [key for key in order if key != lane]
    rest.insert(rest.index(other) + below, lane)
    return rest
