"""Notes and actions, the sticky cards of a map: hung on something else, put in another order, copied."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

import msgspec

from journeymapper.model.edits.addition import add_action, add_note
from journeymapper.model.edits.anew import Fresh
from journeymapper.model.edits.change import change
from journeymapper.model.element import Element
from journeymapper.model.find import found, kind_of
from journeymapper.model.fragment import Fragment
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Refusal
from journeymapper.model.places import PLACES, Place
from journeymapper.model.project import Action, Note, Project

Sticky = Note | Action
S = TypeVar("S", Note, Action)


def hang(project: Project, ids: Sequence[str], anchor: Anchor, index: int | None = None) -> Project:
    """The project with notes and actions on an anchor, one behind the other.

    They come before the `index`th of those of their kind that hang there already, behind all of these without one.
    """
    chosen = [_sticky(project, key) for key in ids]
    for one in chosen:
        project = change(project, one.id, anchor=anchor)
    for place in (PLACES[Note], PLACES[Action]):
        project = _in_order(project, place, [one.id for one in chosen if PLACES[type(one)] is place], anchor, index)
    return project


def copy_stickies(project: Project, ids: Iterable[str], fresh: Fresh) -> Project:
    """The project with a copy of each of some notes and actions right behind it, under ids that `fresh` makes."""
    for key in ids:
        one = _sticky(project, key)
        index = PLACES[type(one)].ordered(project).index(key) + 1
        copy = msgspec.structs.replace(one, id=fresh(kind_of(one)))
        project = add_note(project, copy, index) if isinstance(copy, Note) else add_action(project, copy, index)
    return project


def hung_anew(fragment: Fragment, carried: Collection[str], anchor: Anchor) -> Fragment:
    """The fragment with its notes and actions that hang on nothing that is `carried` with them on an anchor."""
    return msgspec.structs.replace(
        fragment,
        notes=tuple(_hung(one, carried, anchor) for one in fragment.notes),
        actions=tuple(_hung(one, carried, anchor) for one in fragment.actions),
    )


def _hung(one: S, carried: Collection[str], anchor: Anchor) -> S:
    held = one.anchor is not None and one.anchor.id in carried
    return one if held else msgspec.structs.replace(one, anchor=anchor)


def _in_order(project: Project, place: Place, keys: list[str], anchor: Anchor, index: int | None) -> Project:
    order = place.ordered(project)
    rest = [key for key in order if key not in keys]
    there = [key for key in rest if getattr(place.elements(project)[key], "anchor", None) == anchor]
    if not keys or not there:
        return project
    before = there[index] if index is not None and index < len(there) else ""
    at = rest.index(before) if before else rest.index(there[-1]) + 1
    new = (*rest[:at], *keys, *rest[at:])
    return project if new == order else msgspec.structs.replace(project, **{place.order: new})


def _sticky(project: Project, key: str) -> Sticky:
    one: Element = found(project, key)
    if not isinstance(one, Note | Action):
        raise Refusal("{id} is neither a note nor an action.", id=key)
    return one
