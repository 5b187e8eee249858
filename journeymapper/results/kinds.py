"""What kind of column a column is, and why, in words."""

import re
from collections import Counter
from datetime import date

import msgspec

from journeymapper.model.messages import Message
from journeymapper.results.clean import labelled_number
from journeymapper.results.inspection import ColumnKind
from journeymapper.results.piles import Pile
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.scales import stray_codes
from journeymapper.results.silences import says_nothing
from journeymapper.results.wordings import Wording, wording_of

NEARLY_ALL = 0.9
MANY = 20
FEW_TEXTS = 30
MOST_STEPS = 12
NUMBER_WORDS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
"""Stars as Google's reviews have them."""
FIRST_YEAR = 1900
_CODE = re.compile(r"\S*[0-9]\S*")
ANSWER_CODE = re.compile(r"(?:A|AO)0*(?P<place>[1-9][0-9]?)")
"""LimeSurvey's codes for the answers that a question offers, in their order."""
FEWEST_CODES = 3
_CLOCK = re.compile(r"[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9])?")
_CALLED_ID = re.compile(r"(?:\b|_)(id|nro|no|num|number|#)\b|id$|num$")


class Kind(msgspec.Struct, frozen=True):
    """A kind, its reason, and the wording where the answers are worded steps of a scale."""

    kind: ColumnKind
    reason: Message
    wording: Wording | None = None


def kind_of(
    name: str, pile: Pile, rows: int, numbers: dict[Cell, float], days: dict[Cell, date], labels: dict[str, str]
) -> Kind:
    """The kind of a column of so many `rows`, its cells read as numbers and as days, its codes labelled by the file."""
    if not pile.filled:
        return Kind("empty", Message("it holds nothing"))
    spoken = Counter({cell: count for cell, count in pile.values.items() if not says_nothing(as_text(cell))})

    def share(cells: dict[Cell, float] | dict[Cell, date]) -> bool:
        return bool(spoken) and sum(spoken[cell] for cell in cells) >= NEARLY_ALL * spoken.total()

    if _names_codes(labels, spoken):
        return _of_labels(labels)
    if share(days) and numbers.keys() <= days.keys():
        return _of_days(days)
    if share(numbers):
        return _of_numbers(name, pile, rows, {cell: value for cell, value in numbers.items() if spoken[cell]})
    if share(days):
        return _of_days(days)
    return _of_texts(pile, spoken)


def _of_days(days: dict[Cell, date]) -> Kind:
    """Days; a spreadsheet's times of day are those of its first day, in 1899 or 1900."""
    if max(days.values()).year <= FIRST_YEAR:
        return Kind("text", Message("times of day, without a day"))
    return Kind("date", Message("nearly all of its cells are days"))


def _names_codes(labels: dict[str, str], spoken: Counter[Cell]) -> bool:
    """Whether the file calls most of a column's values by a name."""
    named = sum(count for cell, count in spoken.items() if as_text(cell) in labels)
    told = [label for label in labels.values() if not says_nothing(label)]
    return bool(spoken) and len(told) > 1 and named >= NEARLY_ALL * spoken.total()


def _of_labels(labels: dict[str, str]) -> Kind:
    told = [label for label in labels.values() if not says_nothing(label)]
    if wording_of(told):
        return Kind("scale", Message("the file labels its values as steps: {first} … {last}", _ends(told)))
    return Kind("choice", Message("the file calls its values by names: {first} … {last}", _ends(told)))


def _ends(labels: list[str]) -> dict[str, str | int | float]:
    return {"first": f"“{labels[0][:40]}”", "last": f"“{labels[-1][:40]}”"}


def _of_numbers(name: str, pile: Pile, rows: int, numbers: dict[Cell, float]) -> Kind:
    """A scale has few whole values, most of them from 0 to 11; a number that is different in every row is an id."""
    strays = stray_codes(numbers.values())
    values = sorted(value for value in numbers.values() if value not in strays)
    whole = all(value == int(value) for value in values)
    if whole and _is_id(name, pile, values):
        return Kind("id", Message("a different whole number in each row"))
    if len(values) == 1 and pile.filled < rows and pile.filled > 3:
        return Kind("choice", Message("ticked or blank: its only value is {value}", {"value": f"{values[0]:g}"}))
    if len(values) == 2 and whole and values in ([0.0, 1.0], [1.0, 2.0]) and pile.filled >= MANY:
        low, high = (f"{value:g}" for value in values)
        return Kind("choice", Message("two codes only, {low} and {high}", {"low": low, "high": high}))
    on_scale = [value for value in values if 0 <= value <= 11]
    if whole and len(on_scale) >= 2 and len(values) - len(on_scale) <= 3:
        return Kind(
            "scale",
            Message(
                "{n} different whole numbers, from {low} to {high}",
                {"n": len(values), "low": f"{values[0]:g}", "high": f"{values[-1]:g}"},
            ),
        )
    return Kind("number", Message("nearly all of its cells are numbers"))


def _is_id(name: str, pile: Pile, values: list[float]) -> bool:
    if not pile.all_different or not (values == sorted(range(len(values)), key=float) or pile.filled > MANY):
        return False
    called = _CALLED_ID.search(name.casefold())
    return called is not None or values[-1] - values[0] == len(values) - 1 or values[0] > 1000


def _said_number(text: str) -> float | None:
    """The number that begins an answer, or that it is in a word."""
    word = NUMBER_WORDS.get(text.casefold())
    return labelled_number(text) if word is None else word


def _numbered(texts: list[str]) -> Wording | None:
    """The steps that answers like "5 - Very satisfied" name themselves; between the ends bare numbers are enough."""
    numbers = {text: value for text in texts if (value := _said_number(text)) is not None}
    if len(numbers) > 1:
        numbers |= {text: float(text) for text in texts if text.isascii() and text.isdigit()}
    if not 1 < len(texts) <= MOST_STEPS or len(numbers) < len(texts) or len(set(numbers.values())) < len(texts):
        return None
    in_words = any(text.casefold() in NUMBER_WORDS for text in texts)
    ends = (1.0, 5.0) if in_words else (min(numbers.values()), max(numbers.values()))
    return Wording("", dict(sorted(numbers.items(), key=lambda item: item[1])), ends)


def _coded(texts: list[str]) -> Wording | None:
    """The places of answers that are called A1, A2, … after their order; which end is the better nobody knows."""
    places = {text: float(code["place"]) for text in texts if (code := ANSWER_CODE.fullmatch(text))}
    if not FEWEST_CODES <= len(texts) <= MOST_STEPS or len(places) < len(texts):
        return None
    return Wording("", dict(sorted(places.items(), key=lambda item: item[1])), (1.0, max(places.values())))


def _of_texts(pile: Pile, spoken: Counter[Cell]) -> Kind:
    texts = [as_text(cell).strip() for cell in spoken]
    if numbered := _numbered(texts):
        return Kind("scale", Message("the number that begins each answer"), numbered)
    if coded := _coded(texts):
        return Kind("scale", Message("codes of answers: {first} … {last}", _ends(list(coded.numbers))), coded)
    if len(texts) <= MOST_STEPS and (wording := wording_of(texts)):
        ends = _ends(list(wording.numbers))
        return Kind("scale", Message("its answers are steps of one scale: {first} … {last}", ends), wording)
    if texts and all(_CLOCK.fullmatch(text) for text in texts):
        return Kind("text", Message("times of day or lengths of time"))
    if pile.all_different and all(_CODE.fullmatch(text) for text in texts):
        return Kind("id", Message("a different code in each row"))
    if len(pile.values) <= FEW_TEXTS and len(pile.values) * 2 <= pile.filled:
        return Kind(
            "choice",
            Message(
                "one text, met again and again", {"n": len(pile.values)}, "{n} different texts, met again and again"
            ),
        )
    return Kind("text", Message("{n} different texts", {"n": len(pile.values)}))
