"""Which of the window's commands a context menu offers, by the kind of what is selected; empty names are separators."""

from collections.abc import Callable, Mapping, Sequence

from journeymapper.desktop.clipboard import holds_something
from journeymapper.desktop.naming import name_of
from journeymapper.desktop.session import Session
from journeymapper.model.find import find, kind_of

COPYING = ("cut", "copy", "paste", "duplicate", "")
LAST = ("rename", "delete", "")
HANGING = ("add-point", "add-action", "add-note")
LINKING = ("link-alternative", "link-loop", "link-skip", "link-happy", "link-entry", "link-exit", "")
MAP = (
    "add-stage", "add-touchpoint", "quick-entry", "", "paste", "select-all", "", "fit", "lanes", "leave-journey", "",
    "snapshots", "compare", "portfolio", "",
)  # fmt: skip
BY_KIND: Mapping[str, Sequence[str]] = {
    "project": MAP,
    "journey": (*MAP, *LAST),
    "stage": ("add-touchpoint", "add-stage", *HANGING, "", "to-touchpoint", "", *COPYING, *LAST),
    "touchpoint": (
        "add-touchpoint", "add-stage", *HANGING, "add-images", "write", "", "enter-journey", "show-images", "",
        "moment-of-truth", "conditional", "",
        "split-card", "merge", "split-stage", "to-stage", "park", "unpark", "", *LINKING, *COPYING, *LAST,
    ),
    "hand-off": (*HANGING, "", *LAST),
    "point": ("add-action", "add-note", "", *LAST),
    "note": (*COPYING, *LAST),
    "action": (*COPYING, *LAST),
}  # fmt: skip
OF_ONE = frozenset((*HANGING, "add-touchpoint", "add-stage", "rename"))
"""What would be done to the first of several things only."""
LOOKING = frozenset(
    {"copy", "enter-journey", "leave-journey", "show-images", "select-all", "fit", "lanes"}
    | {"snapshots", "compare", "portfolio"}
)
"""What does not change the document."""


def names_for(session: Session) -> list[str]:
    """The commands for what is selected, of several kinds what all of them have; for the map where nothing is."""
    chosen = [element for key in session.selection if (element := find(session.project, key)) is not None]
    lists = [BY_KIND.get(kind_of(one), LAST) for one in chosen] or [MAP]
    common = [name for name in lists[0] if all(name in each for each in lists)]
    return [name for name in common if not name or _is_of_use(session, name)]


def map_names(session: Session) -> list[str]:
    """The commands where nothing is under the pointer, whatever is selected."""
    return [name for name in MAP if not name or _is_of_use(session, name)]


def _is_of_use(session: Session, name: str) -> bool:
    if session.read_only and name not in LOOKING:
        return False
    if name in OF_ONE and len(session.selection) > 1:
        return False
    rule = RULES.get(name)
    return rule is None or rule(session)


def _has_stages(session: Session) -> bool:
    journey = session.project.journeys.get(session.view.journey)
    return journey is not None and bool(journey.stage_order)


def _has_touchpoints(session: Session) -> bool:
    journey = session.project.journeys.get(session.view.journey)
    return journey is not None and bool(journey.touchpoints)


RULES: Mapping[str, Callable[[Session], bool]] = {
    "add-touchpoint": _has_stages,
    "select-all": _has_touchpoints,
    "paste": lambda _session: holds_something(),
    "rename": lambda session: all(name_of(session.project, key) is not None for key in session.selection),
    "delete": lambda session: session.project.id not in session.selection,
}
"""What is not told by the command's own being grey."""
