"""The letters of a text as they can be drawn: which of them Inter has, how wide the others are, what stands for them.

Letters of other scripts and emoji stay in the picture. The window and the SVG show them with the system's fonts,
squeezed into the width that was laid out; on paper, where no font can be embedded for them, □ stands for each.
"""

import unicodedata
from functools import cache, lru_cache

from journeymapper.picture.faces import font_path
from journeymapper.picture.font_file import FontFile, read_font
from journeymapper.picture.hyphenation import SOFT_HYPHEN
from journeymapper.picture.primitives import Weight

NO_GLYPH = "□"
NARROW, WIDE, EMOJI = 0.6, 1.0, 1.25
"""Ems that a letter of another script, an ideogram and an emoji are taken to be wide."""
JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Invisible, but they shape the letters of other scripts: joined or not, from the left or from the right."""
FIRST_WIDE = "\u1100"
INVISIBLE, MARKS = ("Cc", "Cf"), ("Mn", "Me")
UNDRAWABLE = ("Cs", "Co", "Cn")


@cache
def font(weight: Weight) -> FontFile:
    """The metrics of a weight of Inter, read once."""
    return read_font(font_path(weight))


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters that Inter does not have, each once, in order; on paper they are □."""
    visible = (char for char in unicodedata.normalize("NFC", text) if not _invisible(char))
    return tuple(dict.fromkeys(char for char in visible if not char.isspace() and _foreign(char)))


@lru_cache(maxsize=16384)
def printable(text: str, soft_hyphens: bool = False) -> str:
    """The text as it is laid out in one line: NFC, no control characters, □ for what can never be drawn.

    Soft hyphens vanish, unless they are still needed for breaking lines.
    """
    normal = unicodedata.normalize("NFC", text)
    shaped = any(_foreign(char) and not _invisible(char) for char in normal)
    kept = "".join(_drawn(char, shaped) for char in normal)
    return kept if soft_hyphens else kept.replace(SOFT_HYPHEN, "")


def _drawn(char: str, shaped: bool) -> str:
    if char == SOFT_HYPHEN:
        return char
    if _invisible(char):
        return char if shaped and (char in JOINERS or _selects(char)) else ""
    if ord(char) in font("regular").advances:
        return char
    if char.isspace():
        return " "
    return NO_GLYPH if unicodedata.category(char) in UNDRAWABLE else char


@lru_cache(maxsize=16384)
def foreign(text: str) -> bool:
    """Whether a printable text has letters that Inter lacks."""
    return any(map(_foreign, text))


@lru_cache(maxsize=16384)
def substituted(text: str) -> str:
    """A printable text with □ for each letter that Inter lacks; what is only drawn over another letter is left out."""
    return "".join(map(_substitute, text)) if foreign(text) else text


def _substitute(char: str) -> str:
    return char if not _foreign(char) else NO_GLYPH if foreign_ems(char) else ""


@cache
def foreign_ems(char: str) -> float:
    """The width in ems that a character which Inter lacks is taken to have."""
    kind = unicodedata.category(char)
    if kind in MARKS or _invisible(char):
        return 0.0
    if is_wide(char):
        return EMOJI if kind == "So" else WIDE
    return NARROW


def is_wide(char: str) -> bool:
    """Whether it is an ideogram, a syllable sign or an emoji: a line may end before and after it."""
    return char >= FIRST_WIDE and unicodedata.east_asian_width(char) in "WF"


def may_part(text: str, place: int) -> bool:
    """Whether a text may be cut at a place without tearing one sign in two: a letter and its marks, a joined emoji."""
    before, after = text[place - 1], text[place]
    return not (before == "\u200d" or after == "\u200d" or _selects(after) or _is_mark(after) or _is_skin(after))


def _is_mark(char: str) -> bool:
    return char >= "\u0300" and unicodedata.category(char) in ("Mn", "Me", "Mc")


def _is_skin(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def _foreign(char: str) -> bool:
    return ord(char) not in font("regular").advances and not char.isspace() and char != SOFT_HYPHEN


def _selects(char: str) -> bool:
    """A variation selector, or a tag that makes a flag another flag."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0020" <= char <= "\U000e007f"


def _invisible(char: str) -> bool:
    """Control and format characters and variation selectors: nothing to draw."""
    if char in "\n\t\r":
        return False
    return unicodedata.category(char) in INVISIBLE or _selects(char)
