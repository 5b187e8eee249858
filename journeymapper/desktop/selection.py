"""What stays selected when the document changes: never nothing while what was lost had something beside it."""

from collections.abc import Sequence

from journeymapper.desktop.inspector.naming import above_of
from journeymapper.model.element import Element
from journeymapper.model.find import find, holding_journey
from journeymapper.model.journey import Journey
from journeymapper.model.places import PLACES
from journeymapper.model.project import Project

Ids = tuple[str, ...]


def selection_after(old: Project, new: Project, selected: Ids, chosen: Ids = ()) -> Ids:
    """What is selected after an edit, an undo or a redo; `chosen` is what was selected in the new project before.

    What comes back is selected again. Of what is gone the rest stays, else what was chosen, else what is beside it.
    """
    kept = tuple(key for key in selected if find(new, key) is not None)
    again = tuple(key for key in chosen if find(new, key) is not None)
    back = any(find(old, key) is None for key in again)
    if again and (back or (selected and not kept)):
        return again
    return kept or beside(old, new, selected)


def beside(old: Project, new: Project, lost: Ids) -> Ids:
    """The nearest of its kind to the first of what is lost: the next one, else the one before, else what held it.

    Never a whole journey or the project: the next Delete would take that.
    """
    element = find(old, lost[0]) if lost else None
    if element is None or isinstance(element, Journey | Project):
        return ()
    order = _siblings(old, element)
    place = order.index(element.id)
    near = (*order[place + 1 :], *reversed(order[:place]))
    kept = next((key for key in near if find(new, key) is not None), "")
    above = kept or above_of(old, element)
    if not above or above == old.id or above in old.journeys:
        return (kept,) if kept else ()
    return (above,) if find(new, above) is not None else beside(old, new, (above,))


def _siblings(project: Project, element: Element) -> Sequence[str]:
    """The ids of its kind that stand or hang where it does, in their order."""
    journey = holding_journey(project, element.id)
    if journey is not None and element.id in journey.touchpoints:
        holder = journey.holder_of(element.id)
        return holder.touchpoints if holder is not None else journey.parked
    place, above = PLACES[type(element)], above_of(project, element)
    holding = journey if journey is not None and journey is not element else project
    elements = place.elements(holding)
    return [key for key in place.ordered(holding) if above_of(project, elements[key]) == above]
