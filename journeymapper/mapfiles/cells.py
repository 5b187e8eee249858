"""What a cell of a map table says."""

import math
import re
import unicodedata

YES = {"yes", "y", "true", "1", "x", "kyllä", "k", "ja", "★", "✓", "✔"}
NO = {"", "no", "n", "false", "0", "ei", "e", "nej", "-", "–"}
NUMBER = re.compile(r"[+-]?([0-9]+([.,][0-9]+)?|[.,][0-9]+)")
THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")


def plain(cell: str) -> str:
    """A cell as one line of composed text: no control characters, single spaces, none at the ends."""
    composed = unicodedata.normalize("NFC", cell)
    kept = (" " if letter in "\n\r\t" else letter for letter in composed)
    return " ".join("".join(letter for letter in kept if unicodedata.category(letter) not in ("Cc", "Cs")).split())


def yes_or_reason(cell: str) -> tuple[bool, str]:
    """Whether a cell says yes; any words other than yes and no are the reason for it."""
    word = cell.casefold()
    if word in NO:
        return False, ""
    return True, "" if word in YES else cell


def several(cell: str) -> tuple[str, ...]:
    """The names in a cell, set apart by commas, semicolons or bars; each once."""
    names = (name.strip() for name in re.split(r"[;,|]", cell))
    return tuple(dict.fromkeys(name for name in names if name))


def target_value(cell: str) -> float | None:
    """A number with decimal point or comma, perhaps with a percent sign; None where it is no clear number.

    `1,000` is refused rather than guessed: it is one in Finnish and a thousand in English.
    """
    bare = cell.replace("−", "-").removesuffix("%")
    bare = re.sub(r"(?<=\d)\s(?=\d{3}\b)", "", bare).strip()
    if not NUMBER.fullmatch(bare) or THOUSANDS.fullmatch(bare):
        return None
    value = float(bare.replace(",", "."))
    return value if math.isfinite(value) else None
