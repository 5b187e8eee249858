"""One difference between two versions of a project."""

from typing import Literal

import msgspec

DifferenceKind = Literal["added", "removed", "changed", "moved"]


class Difference(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What differs, told from the old version to the new one.

    `element` is its id in the new version, in the old one where it was removed; `old_element` its id in the old one,
    empty where it was added. `field` is set for a change; `own_values/<lane>` is what an own lane says. Something moved
    has the field `stage` with the names of both stages (empty: parked), or `place` with its place in its list, from 1.
    """

    kind: DifferenceKind
    element: str
    element_kind: str
    name: str
    field: str = ""
    before: str = ""
    after: str = ""
    old_element: str = ""
