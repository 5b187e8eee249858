"""Words, days and numbers as the document keeps them, and a few elements by their ids."""

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from journeymapper.model.element import Element
from journeymapper.model.places import PLACES

E = TypeVar("E", bound=Element)

ALPHABET = st.one_of(
    st.sampled_from("aeiouyäöåÄÖÅkKlnrstv 019-–&<>\"'%{}\N{SOFT HYPHEN}★✓€"),
    st.characters(exclude_categories=("C", "Z")),
)


def _is_name(text: str) -> bool:
    return (
        bool(text.replace("\N{SOFT HYPHEN}", "")) and 1 <= len(text) <= 200 and unicodedata.is_normalized("NFC", text)
    )


def names(longest: int = 40) -> st.SearchStrategy[str]:
    """Names as the document keeps them: one line, NFC, something to be seen, at most `longest` (200) characters."""
    raw = st.text(ALPHABET, min_size=1, max_size=longest)
    return raw.map(lambda text: " ".join(unicodedata.normalize("NFC", text).split())).filter(_is_name)


def texts() -> st.SearchStrategy[str]:
    """Texts of some lines, often empty."""
    return st.lists(names(), max_size=3).map("\n".join)


def dates() -> st.SearchStrategy[date]:
    """Days that a project may meet."""
    return st.dates(date(2000, 1, 1), date(2099, 12, 31))


def shares() -> st.SearchStrategy[float | None]:
    """Shares from 0 to 1, or none given."""
    return st.none() | st.floats(0, 1)


def counts() -> st.SearchStrategy[int | None]:
    """Counts from 0 on, or none given."""
    return st.none() | st.integers(0, 10**6)


def some(choices: Any, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of the choices, none twice."""
    if not choices:
        return st.just(())
    return st.lists(st.sampled_from(sorted(choices)), unique=True, max_size=most).map(tuple)


def several(draw: st.DrawFn, prefix: str, build: Callable[[str], st.SearchStrategy[E]], most: int = 3) -> dict[str, E]:
    """Up to `most` elements by their ids."""
    return {f"{prefix}-{n}": draw(build(f"{prefix}-{n}")) for n in range(draw(st.integers(0, most)))}


def in_project(kind: type[E], found: dict[str, E], order: list[str] | None = None) -> dict[str, Any]:
    """The fields of a project that hold those elements, in their own order if in no other."""
    place = PLACES[kind]
    return {place.map: found} | ({place.order: tuple(found if order is None else order)} if place.order else {})
