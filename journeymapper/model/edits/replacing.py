"""Replacing a text wherever people wrote it."""

from collections.abc import Collection

import msgspec

from journeymapper.model.edits.placing import put_back, with_each
from journeymapper.model.element import Element
from journeymapper.model.journey import Journey
from journeymapper.model.limits import clean
from journeymapper.model.own_values import clean_own_value, with_own_value
from journeymapper.model.project import Project
from journeymapper.model.texts import Change, all_ids, pattern, with_texts


def replace_text(
    project: Project, old: str, new: str, *, case: bool, whole: bool, ids: Collection[str] | None = None
) -> Project:
    """The project with a text replaced in all texts, or in those of some elements, in one edit.

    `case` tells capitals apart, `whole` finds whole words only. Refuses what would leave a name blank or too long; then
    nothing is replaced. How capitals are treated otherwise: `replacement`.
    """
    if not old:
        return project
    wanted, known = pattern(old, case=case, whole=whole), all_ids(project)

    def said(_: str, text: str) -> str:
        return wanted.sub(lambda found: replacement(found.group(), old, new, case=case), text)

    def changed(element: Element) -> Element:
        if ids is not None and element.id not in ids:
            return element
        other = with_texts(element, said, known)
        return element if other is element else clean(other)

    after = with_each(project, changed)
    for key in after.journeys:
        after = _with_own_values(after, after.journeys[key], said, ids)
    own = changed(after)
    return own if isinstance(own, Project) else after


def replacement(found: str, old: str, new: str, *, case: bool) -> str:
    """What stands for a found text: where everything was typed small and capitals do not count, those found are kept.

    `offer` → `quote` makes `Offer` into `Quote` and `OFFER` into `QUOTE`.
    """
    if case or old != old.lower() or new != new.lower():
        return new
    if len(found) > 1 and found.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if found[:1].isupper() else new


def _with_own_values(project: Project, journey: Journey, said: Change, ids: Collection[str] | None) -> Project:
    values = journey.own_values
    for lane, row in journey.own_values.items():
        for key, old in row.items():
            new = said(lane, old) if ids is None or key in ids else old
            if new != old:
                kind = journey.own_lanes[lane].kind if lane in journey.own_lanes else "text"
                values = with_own_value(values, lane, key, clean_own_value(kind, new))
    return (
        project
        if values is journey.own_values
        else put_back(project, msgspec.structs.replace(journey, own_values=values))
    )
