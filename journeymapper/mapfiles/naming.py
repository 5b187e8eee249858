"""Names short enough for an element."""

from journeymapper.model.limits import LINE_LENGTH, is_blank

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
