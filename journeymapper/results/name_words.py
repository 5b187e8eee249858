"""Columns whose names are words squeezed behind a number (Q7AIRTRAIN, Q9FOOD): which points speak of the same.

Columns of one number are one battery of questions, and so are points of one metric and name; a battery is matched as a
whole, so that Q9FOOD finds the cleanliness of the restaurants and Q7FOOD the restaurants themselves.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import msgspec

from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.results.inspection import ColumnFacts

CONFIDENCE = 0.8
SHORTEST = 3
MISTYPED = 7
"""From this length on a word is known though two of its letters have changed places."""
SPLIT = 5
"""Names this long may be several words, one of which has three letters at the least."""
ASKING = frozenset(("rate", "rating", "score"))
"""Words of the asking rather than of what is asked about."""
Fits = Callable[[ColumnFacts, MeasurementPoint], bool]
_NAME = re.compile(r"(?P<battery>[A-ZÅÄÖ]{1,2}[0-9]+)(?:[A-Z]?[_ ])?(?P<words>[A-ZÅÄÖa-zåäö_ ]{3,40})")
SAME = {
    "food": ("restaurant", "café", "cafe", "ravintola"),
    "store": ("shop", "retail", "kauppa", "myymälä"),
    "all": ("whole", "overall", "kaiken"),
    "toilet": ("restroom", "wc"),
    "thru": ("through",),
    "lt": ("long",),
    "wifi": ("wlan",),
    "hinta": ("price",),
    "price": ("hinta",),
}


class Battery(msgspec.Struct):
    """Columns of one number: each name with the word behind the number."""

    columns: list[tuple[str, str]] = []


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The words by which a point is known: those of its question and name, and of its touchpoint."""

    question: tuple[str, ...]
    place: tuple[str, ...]


def speaking_names(project: Project, columns: Sequence[ColumnFacts], fits: Fits) -> Iterator[tuple[str, str]]:
    """(column, point) for the columns whose name speaks of a point; a point has one column at the most.

    `fits` says whether a column's answers can be those of a point; where they cannot, its name does not matter.
    """
    batteries = _batteries(columns)
    facts_of = {facts.name: facts for facts in columns}
    kinds: dict[tuple[str, ...], list[MeasurementPoint]] = {}
    for point in project.ordered_points():
        kinds.setdefault((point.metric, *_words(point.name)[:1]), []).append(point)
    said = {point.id: _said(project, point) for point in project.ordered_points()}
    found: list[list[tuple[int, str, str]]] = []
    for battery in batteries:
        found += [_matched(battery, points, said, lambda name, point: fits(facts_of[name], point))
                  for points in kinds.values()]  # fmt: skip
    taken: set[str] = set()
    used: set[str] = set()
    for pairs in sorted(found, key=lambda pairs: (len(pairs), sum(pair[0] for pair in pairs)), reverse=True):
        for _, column, key in pairs:
            if column not in used and key not in taken:
                alike = [key, *(other for other in _asking_the_same(project, key) if other not in taken)]
                used.add(column)
                taken.update(alike)
                yield from ((column, each) for each in alike)


def _asking_the_same(project: Project, key: str) -> list[str]:
    """Other points of the same question, which another figure is made of."""
    question = project.points[key].question
    return [
        point.id for point in project.ordered_points() if question and point.question == question and point.id != key
    ]


def _batteries(columns: Sequence[ColumnFacts]) -> list[Battery]:
    found: dict[str, Battery] = {}
    for facts in columns:
        name = _NAME.fullmatch(facts.name.strip())
        if name and facts.role == "answer" and facts.kind in ("scale", "choice", "number"):
            word = re.sub(r"[_ ]", "", name.group("words")).casefold()
            found.setdefault(name.group("battery"), Battery()).columns.append((facts.name, word))
    return list(found.values())


def _matched(
    battery: Battery,
    points: list[MeasurementPoint],
    said: dict[str, Said],
    fits: Callable[[str, MeasurementPoint], bool],
) -> list[tuple[int, str, str]]:
    """The pairs of a battery with points of one kind, those of the most words first, each used once."""
    scored = [
        (strength, column, point.id)
        for column, word in battery.columns
        for point in points
        if (strength := _strength(word, said[point.id])) and fits(column, point)
    ]
    pairs: list[tuple[int, str, str]] = []
    for pair in sorted(scored, key=lambda one: -one[0]):
        if all(pair[1] != other[1] and pair[2] != other[2] for other in pairs):
            pairs.append(pair)
    return pairs


def _strength(word: str, said: Said) -> int:
    """How well a squeezed name speaks of a point: three for each word in it, two more where its own name or question
    has it, and one for its touchpoint's name."""
    pieces = _pieces(word, (*said.question, *said.place))
    if not pieces:
        return 0
    own = 2 if said.question and _pieces(word, said.question) else 0
    return 3 * pieces + own + (1 if said.place and _pieces(word, said.place) else 0)


@cache
def _pieces(word: str, text: tuple[str, ...]) -> int:
    """Into how many beginnings of the text's words the name falls apart; 0 where it does not."""
    if len(word) >= SHORTEST - 1 and _begins(word, text):
        return 1
    asking = next((end for end in ASKING if word.endswith(end) and len(word) > len(end)), "")
    ends = (end for end in range(2, len(word) - 1) if len(word) >= SPLIT and _begins(word[:end], text))
    apart = max((1 + rest for end in ends if (rest := _pieces(word[end:], text))), default=0)
    return apart or (_pieces(word.removesuffix(asking), text) if asking else 0)


def _begins(piece: str, text: tuple[str, ...]) -> bool:
    """Whether a word of the text begins with the piece, an s at its end aside, or with a word of the same meaning."""
    stems = (piece, piece[:-1] if len(piece) > SHORTEST and piece.endswith("s") else piece, *SAME.get(piece, ()))
    return any(word.startswith(stem) or _mistyped(stem, word) for word in text for stem in stems)


def _mistyped(stem: str, word: str) -> bool:
    """Whether the word begins with the stem but for two letters that stand in each other's place."""
    start = word[: len(stem)]
    if len(stem) < MISTYPED or len(start) < len(stem):
        return False
    first = next((place for place, pair in enumerate(zip(stem, start, strict=True)) if pair[0] != pair[1]), -1)
    swapped = stem[:first] + stem[first : first + 2][::-1] + stem[first + 2 :]
    return first >= 0 and swapped == start


def _words(text: str) -> tuple[str, ...]:
    """The words in lower case; those with hyphens apart and together."""
    folded = text.casefold()
    together = [word.replace("-", "") for word in re.findall(r"\w+(?:-\w+)+", folded)]
    return (*re.findall(r"\w+", folded), *together)


def _said(project: Project, point: MeasurementPoint) -> Said:
    journey = project.journey_of(point.anchor.id)
    touchpoint = journey.touchpoints.get(point.anchor.id) if journey else None
    question = point.question.split(" (", maxsplit=1)[0]
    return Said(question=_words(f"{question} {point.name}"), place=_words(touchpoint.name if touchpoint else ""))
