"""Keys of respondents: the same person has the same key in every file of a project, and nowhere else."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence

from journeymapper.results.readers.cells import Cell, as_text

DIGITS = 20
"""80 bits: two of ten million respondents have the same key once in ten thousand million projects."""


def new_salt() -> str:
    """A salt that nobody can guess."""
    return secrets.token_hex(16)


def respondent_keys(cells: Sequence[Cell], salt: str) -> list[str]:
    """The salted key of each cell, empty where it is blank; capitals and spaces do not make another person."""
    known: dict[Cell, str] = {}
    for cell in cells:
        if cell not in known:
            text = "".join(as_text(cell).split()).casefold()
            known[cell] = _key(text, salt) if text else ""
    return [known[cell] for cell in cells]


def _key(text: str, salt: str) -> str:
    return hmac.new(salt.encode(), text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:DIGITS]
