"""What is only assumed and what is known, where that is the question: a patch behind the one, the other faint."""

from collections.abc import Iterable

from journeymapper.model.claims import supported
from journeymapper.model.project import Evidence
from journeymapper.picture.fading import faded, washed
from journeymapper.picture.primitives import Group
from journeymapper.picture.sheet import Sheet


def asked(sheet: Sheet, group: Group, evidence: Iterable[Evidence], claims: tuple[str, ...]) -> Group:
    """A group that makes one claim, as it will stand; as it is where nobody asks, or where it says nothing."""
    if sheet.view.emphasise != "assumptions" or not group.items:
        return group
    return faded(group, sheet.theme) if supported(evidence, claims) else washed(group, sheet.theme)
