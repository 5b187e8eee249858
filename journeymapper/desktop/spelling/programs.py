"""The spell checkers that a system may have. All speak as `ispell -a` does: a word a line in, a verdict a line out."""

import shutil
from collections.abc import Callable, Iterator

Find = Callable[[str], str | None]
PLACES = {"fi": "fi_FI", "en": "en_GB", "sv": "sv_SE"}


def programs(language: str, find: Find = shutil.which) -> Iterator[tuple[str, ...]]:
    """What can be started for a language, the likeliest first: absolute paths with fixed words, nothing of the user's.

    One that lacks the language's dictionary ends at once; then the next is tried.
    """
    place = PLACES.get(language)
    if place is None:
        return
    ways = (
        ("hunspell", "-a", "-i", "UTF-8", "-d", place),
        ("enchant-2", "-a", "-d", place),
        ("enchant-2", "-a", "-d", language),
        ("aspell", "-a", "--encoding=utf-8", f"--lang={language}"),
    )
    for name, *words in ways:
        path = find(name)
        if path:
            yield (path, *words)
