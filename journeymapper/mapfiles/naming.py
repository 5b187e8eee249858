"""Names short enough for an element."""

from collections.abc import Iterable
from itertools import count

from journeymapper.model.limits import LINE_LENGTH, clean_line, is_blank

SHORT = 60


def shortened(text: str) -> tuple[str, str]:
    """A name of a text, and the whole text where it is too long for one (empty where it is not)."""
    if len(text) <= LINE_LENGTH:
        return text, ""
    words = text[:SHORT].rsplit(" ", 1)[0].rstrip(" ,;:.–-")
    return f"{words}…", text


def name_or(text: str, otherwise: str) -> str:
    """The text as a name, another one where nothing of it can be seen."""
    return otherwise if is_blank(text) else shortened(text)[0]


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, with the first number from 2 that makes it another one where it is taken, whatever the case."""
    known, name = {one.casefold() for one in taken}, clean_line(name)
    if name.casefold() not in known:
        return name
    endings = (f" {number}" for number in count(2))
    numbered = (f"{name[: LINE_LENGTH - len(ending)]}{ending}" for ending in endings)
    return next(one for one in numbered if one.casefold() not in known)
