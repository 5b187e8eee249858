"""How well a few typed letters fit a name: whole beginnings first, then initials, then letters in their order."""

import re
import unicodedata
from functools import lru_cache

GAPS_ALLOWED = 3
BEGINNING, WORD, INITIALS, INSIDE, SCATTERED = range(0, 50, 10)


def folded(words: str) -> str:
    """Words without case and without dots and accents, so that `aanekoski` finds Äänekoski."""
    apart = unicodedata.normalize("NFD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def distance(query: str, name: str) -> int | None:
    """How far a folded name is from a folded query, 0 for the best; None where a word of the query is not in it.

    The words of the query may stand in any order.
    """
    total = 0
    for word in query.split():
        found = _distance(word, name)
        if found is None:
            return None
        total += found
    return total


def _distance(word: str, name: str) -> int | None:
    place = name.find(word)
    if place == 0:
        return BEGINNING
    if place > 0 and (_begins_word(name, place) or f" {word}" in name):
        return WORD
    if len(word) > 1 and word in _initials(name):
        return INITIALS
    if place > 0:
        return INSIDE
    scattered = _pattern(word).search(name)
    gaps = len(scattered.group()) - len(word) if scattered else 0
    return SCATTERED + gaps if scattered and gaps <= GAPS_ALLOWED * len(word) else None


def _begins_word(name: str, place: int) -> bool:
    return not name[place - 1].isalnum()


@lru_cache(maxsize=20_000)
def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"\W+", name) if word)


@lru_cache(maxsize=64)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(".*?".join(map(re.escape, word)))
