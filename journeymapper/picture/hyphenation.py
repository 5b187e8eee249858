"""Where a word may break: the user's soft hyphens, in Finnish the syllable rule, in English a rule of thumb.

A syllable begins at each consonant that a vowel follows, and between two vowels that are neither a long vowel nor a
diphthong (Kielitoimiston ohjepankki, tavutus). Pairs that are a diphthong only in a word's first syllable are never
parted, since a compound's second word cannot be told from a suffix; nor is one letter left alone.

English has no rule short enough to write down; a break before a consonant with its vowel (inspec-tion, neigh-bours),
but never within th, ch and their like, reads better than one anywhere.
"""

from collections.abc import Callable
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"
VOWELS = frozenset("aeiouyäöå")
DIPHTHONGS = frozenset(
    ("ai", "ei", "oi", "ui", "yi", "äi", "öi", "au", "eu", "iu", "ou", "ey", "iy", "äy", "öy", "ie", "uo", "yö")
)
ENGLISH_VOWELS = frozenset("aeiouy")
ONE_SOUND = frozenset(("th", "ch", "sh", "ph", "wh", "qu"))
NO_ONSET = frozenset(("ck", "gh"))
SHORTEST = 2
LONGEST = 400
"""Letters; what is longer is no word, and may break anywhere."""


def plain_words(text: str) -> str:
    """A text for tips and screen readers, where no line can end at a soft hyphen."""
    return text.replace(SOFT_HYPHEN, "")


def soft_points(word: str) -> tuple[str, tuple[int, ...]]:
    """The word without its soft hyphens, and the places where they stood."""
    parts = word.split(SOFT_HYPHEN)
    clean = "".join(parts)
    places: list[int] = []
    at = 0
    for part in parts[:-1]:
        at += len(part)
        places.append(at)
    return clean, tuple(sorted({place for place in places if 0 < place < len(clean)}))


@lru_cache(maxsize=4096)
def syllable_points(word: str, language: str) -> tuple[int, ...]:
    """The places between syllables where a line may end; none for a language without a rule."""
    lower = word.lower()
    breaks = RULES.get(language)
    if breaks is None or len(word) > LONGEST or len(lower) != len(word):
        return ()
    return tuple(place for place in range(SHORTEST, len(word) - SHORTEST + 1) if breaks(lower, place))


def _breaks_in_english(word: str, place: int) -> bool:
    around = word[place - SHORTEST : place + SHORTEST]
    if not (around.isascii() and around.isalpha()) or word[place] in ENGLISH_VOWELS:
        return False
    if around[1:3] in ONE_SOUND | NO_ONSET or around[2:4] in NO_ONSET:
        return False
    onset = 2 if around[2:4] in ONE_SOUND else 1
    begins = word[place + onset : place + onset + 1] in ENGLISH_VOWELS
    return begins and any(letter in ENGLISH_VOWELS for letter in _run_before(word, place))


def _breaks_in_finnish(word: str, place: int) -> bool:
    if not word[place - SHORTEST : place + SHORTEST].isalpha():
        return False
    if not any(letter in VOWELS for letter in _run_before(word, place)):
        return False
    before, after = word[place - 1], word[place]
    if after in VOWELS:
        return before in VOWELS and _hiatus(word, place)
    return word[place + 1] in VOWELS


def _run_before(word: str, place: int) -> str:
    """The letters of the same word before a place: a syllable needs a vowel among them."""
    start = place
    while start > 0 and word[start - 1].isalpha():
        start -= 1
    return word[start:place]


def _hiatus(word: str, place: int) -> bool:
    """Whether two vowels belong to different syllables: vowels pair off from the left of their run."""
    start = place
    while start > 0 and word[start - 1] in VOWELS:
        start -= 1
    at = start
    while at < place:
        pair = word[at : at + 2]
        at += 2 if len(pair) == 2 and (pair in DIPHTHONGS or pair[0] == pair[1]) else 1
    return at == place


RULES: dict[str, Callable[[str, int], bool]] = {"fi": _breaks_in_finnish, "en": _breaks_in_english}
