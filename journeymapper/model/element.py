"""What every element of the document has in common."""

import msgspec


class Element(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of the document with a stable identity; compared by `is` where views look for changes."""

    id: str
