"""Finds names of persons in running text: given names and surnames that are known, and the capitals after them.

Nobody finds them all. Small and large letters count only for names that are hardly anything else.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from journeymapper.results.given_names import is_clear_name, is_given_name
from journeymapper.results.surnames import is_surname

_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:[-’'][^\W\d_]+)*|[A-ZÅÄÖ]\.(?=\s?[A-ZÅÄÖ])")
_GAP = re.compile(r"\s+")
MOST_AFTER = 2
"""So many capitalised words after a given name are its surnames."""
FINNISH = "nen"
"""How the commonest Finnish surnames end, and too many other words to count where no name stands before."""


def without_names(text: str, mask: str) -> str:
    """The text with a mask in the place of each name, of several words together."""
    parts: list[str] = []
    end = 0
    for first, last in _stretches(text):
        parts += [text[end:first], mask]
        end = last
    return "".join([*parts, text[end:]])


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where names begin and end."""
    words = list(_WORD.finditer(text))
    place = 0
    while place < len(words):
        length = _name_at(text, words, place)
        if length:
            yield words[place].start(), words[place + length - 1].end()
        place += length or 1


def _name_at(text: str, words: list["re.Match[str]"], place: int) -> int:
    """How many words from here on are one name; 0 where none begins."""
    word = words[place].group()
    following = [each.group() for each in _joined(text, words, place)]
    if word.endswith("."):  # an initial
        return 2 if following and is_surname(following[0]) else 0
    if not (_is_name(word) or (_could_be_given(word) and following and is_surname(following[0]))):
        return 0
    capitals = _capital(word)
    more = 0
    for other in following:
        if not (_is_name(other) or other.casefold().endswith(FINNISH) or capitals(other)):
            break
        more += 1
    return 1 + more


def _joined(text: str, words: list["re.Match[str]"], place: int) -> Iterator["re.Match[str]"]:
    """The next words with nothing but space between."""
    for before, after in zip(words[place:], words[place + 1 : place + 1 + MOST_AFTER], strict=False):
        if not _GAP.fullmatch(text[before.end() : after.start()]):
            return
        yield after


@lru_cache(maxsize=50_000)
def _is_name(word: str) -> bool:
    parts = [part for part in re.split(r"-", word) if part]
    if any(is_surname(part) for part in parts):
        return True
    return any(is_given_name(part) if _is_capitalised(part) else is_clear_name(part) for part in parts)


def _could_be_given(word: str) -> bool:
    return is_given_name(word.capitalize())


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and not word[1:].isupper()


def _capital(word: str) -> Callable[[str], bool]:
    """Whether another word is written as surnames after this one would be; in small or large letters nobody knows."""
    return _is_capitalised if _is_capitalised(word) else lambda _: False
