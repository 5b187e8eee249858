"""Columns whose names are words squeezed behind a number (Q7AIRTRAIN, Q9FOOD): which points speak of the same.

Columns of one number are one battery of questions, and so are points of one metric and name; a battery is matched as a
whole, so that Q9FOOD finds the cleanliness of the restaurants and Q7FOOD the restaurants themselves.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.results.inspection import ColumnFacts

CONFIDENCE = 0.8
SHORTEST = 3
_NAME = re.compile(r"(?P<battery>[A-ZÅÄÖ]{1,2}[0-9]+)[_ ]?(?P<words>[A-ZÅÄÖa-zåäö_ ]{3,40})")
SAME = {
    "food": ("restaurant", "café", "cafe", "ravintola"),
    "store": ("shop", "retail", "kauppa", "myymälä"),
    "all": ("whole", "overall", "kaiken"),
    "toilet": ("restroom", "wc"),
    "thru": ("through",),
    "lt": ("long",),
    "wifi": ("wi", "wlan"),
    "hinta": ("price",),
    "price": ("hinta",),
}


class Battery(msgspec.Struct):
    """Columns of one number: each name with the word behind the number."""

    columns: list[tuple[str, str]] = []


def speaking_names(project: Project, columns: Sequence[ColumnFacts]) -> Iterator[tuple[str, str]]:
    """(column, point) for the columns whose name speaks of a point; a point has one column at the most."""
    batteries = _batteries(columns)
    kinds: dict[tuple[str, ...], list[MeasurementPoint]] = {}
    for point in project.ordered_points():
        kinds.setdefault((point.metric, *_words(point.name)[:1]), []).append(point)
    texts = {point.id: _words(_text(project, point)) for point in project.ordered_points()}
    places = {point.id: _words(_place(project, point)) for point in project.ordered_points()}
    found: list[list[tuple[int, str, str]]] = []
    for battery in batteries:
        found += [_matched(battery, points, texts, places) for points in kinds.values()]
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
    texts: dict[str, tuple[str, ...]],
    places: dict[str, tuple[str, ...]],
) -> list[tuple[int, str, str]]:
    """The pairs of a battery with points of one kind, those of the most words first, each used once."""
    scored = [
        (strength, column, point.id)
        for column, word in battery.columns
        for point in points
        if (strength := _strength(word, texts[point.id], places[point.id]))
    ]
    pairs: list[tuple[int, str, str]] = []
    for pair in sorted(scored, key=lambda one: -one[0]):
        if all(pair[1] != other[1] and pair[2] != other[2] for other in pairs):
            pairs.append(pair)
    return pairs


def _strength(word: str, text: tuple[str, ...], place: tuple[str, ...]) -> int:
    """How well a squeezed name speaks of a point: two for each word in it, one more for the touchpoint's own name."""
    pieces = _pieces(word, text)
    if not pieces:
        return 0
    return 2 * pieces + (1 if place and _pieces(word, place) else 0)


@cache
def _pieces(word: str, text: tuple[str, ...]) -> int:
    """Into how many beginnings of the text's words the name falls apart; 0 where it does not."""
    if len(word) >= SHORTEST - 1 and _begins(word, text):
        return 1
    ends = (end for end in range(2, len(word) - 1) if _begins(word[:end], text))
    return max((1 + rest for end in ends if (rest := _pieces(word[end:], text))), default=0)


def _begins(piece: str, text: tuple[str, ...]) -> bool:
    """Whether a word of the text begins with the piece, an s at its end aside, or with a word of the same meaning."""
    stems = (piece, piece[:-1] if len(piece) > SHORTEST and piece.endswith("s") else piece, *SAME.get(piece, ()))
    return any(word.startswith(stem) for word in text for stem in stems)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


def _text(project: Project, point: MeasurementPoint) -> str:
    question = point.question.split(" (", maxsplit=1)[0]
    return f"{question} {_place(project, point)} {point.name}"


def _place(project: Project, point: MeasurementPoint) -> str:
    journey = project.journey_of(point.anchor.id)
    touchpoint = journey.touchpoints.get(point.anchor.id) if journey else None
    return touchpoint.name if touchpoint else ""
