"""How elements are set apart on a map: faint, because they do not concern the question, or marked as changed."""

from collections.abc import Collection, Iterable

import msgspec

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.view import MapView


class Look(msgspec.Struct, frozen=True):
    """One element's look. `changes` are (kind, field) of its differences."""

    faint: bool = False
    changes: tuple[tuple[str, str], ...] = ()

    def changed(self, fields: Iterable[str]) -> bool:
        """Whether one of the fields is another than in the version compared with."""
        return any(kind == "changed" and field in fields for kind, field in self.changes)


PLAIN = Look()


def looks_of(view: MapView) -> dict[str, Look]:
    """Element id to its look, for those that do not look plain; what hangs on a faint touchpoint is faint."""
    changes: dict[str, tuple[tuple[str, str], ...]] = {}
    for each in view.differences:
        for key in {each.element, each.old_element} - {""}:
            changes[key] = (*changes.get(key, ()), (each.kind, each.field))
    faint = _unconcerned(view)
    return {key: Look(key in faint, changes.get(key, ())) for key in (*faint, *(set(changes) - faint.keys()))}


def _unconcerned(view: MapView) -> dict[str, None]:
    if not view.personas and not view.channels:
        return {}
    journey, project = view.journey, view.project
    personas, channels = view.personas, view.channels
    faint = {key: None for key, each in journey.touchpoints.items() if not concerned(personas, channels, each)}
    faint |= {key: None for key, each in journey.messages.items() if each.touchpoint in faint}
    faint |= {key: None for key, each in project.notes.items() if each.anchor.id in faint}
    anchors = ((key, each.anchor) for key, each in project.actions.items())
    return faint | {key: None for key, anchor in anchors if anchor is not None and anchor.id in faint}


def concerned(personas: Collection[str], channels: Collection[str], touchpoint: Touchpoint) -> bool:
    """Whether a touchpoint concerns one of the chosen personas and channels; one without personas concerns all."""
    of_persona = not personas or not touchpoint.personas or not set(personas).isdisjoint(touchpoint.personas)
    return of_persona and (not channels or not set(channels).isdisjoint(touchpoint.channels))
