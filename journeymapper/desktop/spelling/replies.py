"""What a checker that speaks as `ispell -a` does says of a word."""

import re

import msgspec

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SHORTEST, LONGEST = 2, 40
MOST_SUGGESTIONS = 5


class Verdict(msgspec.Struct, frozen=True):
    """Whether a word is known, and what else it may have been meant to be."""

    known: bool
    suggestions: tuple[str, ...] = ()


def words_of(text: str) -> list[tuple[int, str]]:
    """The words worth checking, each with its place: letters alone, so that nothing else ever leaves the program."""
    found = ((match.start(), match.group()) for match in WORD.finditer(text))
    return [(place, word) for place, word in found if _is_asked_about(word)]


def _is_asked_about(word: str) -> bool:
    """Abbreviations are in no dictionary; numbers written small or high are no letters."""
    letters = word.replace("'", "").replace("’", "")
    return SHORTEST <= len(word) <= LONGEST and not word.isupper() and letters.isalpha()


def asked(word: str) -> bytes:
    """The line that asks about a word; the ^ says that it is one, whatever it begins with."""
    return f"^{word}\n".encode()


def verdict_of(lines: list[str]) -> Verdict:
    """The verdict in the lines between two questions: a word with an apostrophe may have several."""
    wrong = next((line for line in lines if line[:1] in ("&", "#", "?")), None)
    if wrong is None:
        return Verdict(known=True)
    _, _, told = wrong.partition(":") if wrong.startswith("&") else ("", "", "")
    offered = tuple(word.strip() for word in told.split(",") if word.strip())
    return Verdict(known=False, suggestions=offered[:MOST_SUGGESTIONS])
