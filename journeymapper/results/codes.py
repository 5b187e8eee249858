"""What a column's codes are called, which scale they are on, which way it points, and which of them say nothing."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from journeymapper.model.messages import Message
from journeymapper.results.clean import number
from journeymapper.results.inspection import MissingCode
from journeymapper.results.kinds import Kind
from journeymapper.results.piles import Pile
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.scales import likely_scale, stray_codes, whole_numbers
from journeymapper.results.silences import says_nothing
from journeymapper.results.wordings import Direction, direction_of

MOST_LABELS = 30
LABELLED = 0.6


class CodeFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The codes of a column; see ColumnFacts."""

    labels: tuple[tuple[str, str], ...]
    scale: tuple[float, float] | None
    direction: Direction
    missing: tuple[MissingCode, ...]


def code_facts(found: Kind, pile: Pile, labels: dict[str, str], declared: tuple[str, ...], decimal: str) -> CodeFacts:
    """The codes of a column of that kind; `labels` and `declared` missing values are the file's own."""
    texts = pile.texts()
    named = labels or _labels_in(texts)
    scale = _scale(found, pile, named, decimal)
    strays = _strays(found, pile, decimal)
    missing = (
        strays | _beside(found, pile, scale, decimal) | _silent(texts, labels) | _declared(declared, labels, texts)
    )
    return CodeFacts(
        labels=tuple(named.items())[:MOST_LABELS],
        scale=scale,
        direction=_direction(found, named, decimal),
        missing=tuple(missing.values()),
    )


def _labels_in(texts: Counter[str]) -> dict[str, str]:
    """What answers that begin with their number call it: "5 - Very satisfied", all of them or the ends alone."""
    found: dict[str, str] = {}
    for text in texts:
        code = text.partition(" ")[0].rstrip("-:=.)(–")
        if code.lstrip("+-−").isdigit() and len(text) > len(code):
            found.setdefault(text, text[len(code) :].strip(" -:=.)(–"))
    bare = sum(text.isascii() and text.isdigit() for text in texts)
    ends = len(found) > 1 and len(found) + bare == len(texts)
    return found if ends or len(found) >= LABELLED * len(texts) else {}


def _scale(found: Kind, pile: Pile, named: dict[str, str], decimal: str) -> tuple[float, float] | None:
    if found.wording:
        return found.wording.ends
    if found.kind != "scale":
        return None
    spoken = [_value(code, decimal) for code, label in named.items() if not says_nothing(label)]
    steps = [value for value in spoken if value is not None]
    if len(steps) > 1:
        return min(steps), max(steps)
    likely = likely_scale(whole_numbers(pile.values, decimal))
    return (float(likely[0]), float(likely[1])) if likely else None


def _value(code: str, decimal: str) -> float | None:
    return number(code.partition(" ")[0].rstrip("-:=.)(–"), decimal)


def _direction(found: Kind, named: dict[str, str], decimal: str) -> Direction:
    if found.wording and found.wording.field:
        return "up"
    values = {value: label for code, label in named.items() if (value := _value(code, decimal)) is not None}
    return direction_of(values)


def _declared(declared: tuple[str, ...], labels: dict[str, str], texts: Counter[str]) -> dict[str, MissingCode]:
    return {
        code: MissingCode(code=code, count=texts[code], reason=Message("the file declares it to be no answer"))
        for code in declared
        if texts[code] or code in labels
    }


def _silent(texts: Counter[str], labels: dict[str, str]) -> dict[str, MissingCode]:
    """Answers whose words, or whose labels, say that there is none."""
    found: dict[str, MissingCode] = {}
    for text, count in texts.items():
        label = labels.get(text, "")
        if label and says_nothing(label):
            reason = Message("it is called {label}", {"label": f"“{label[:40]}”"})
            found[text] = MissingCode(code=text, count=count, reason=reason)
        elif says_nothing(text):
            found[text] = MissingCode(code=text, count=count, reason=Message("its words say so"))
    return found if len(found) < len(texts) else {}


def _strays(found: Kind, pile: Pile, decimal: str) -> dict[str, MissingCode]:
    """Numbers that are codes by their looks, far from all the others."""
    if found.kind not in ("scale", "number", "choice") or found.wording:
        return {}
    counts: Counter[float] = Counter()
    for cell, count in pile.values.items():
        if (value := number(cell, decimal)) is not None:
            counts[value] += count
    reason = Message("a number far from all the others, as programs write for no answer")
    return {
        as_text(value): MissingCode(code=as_text(value), count=counts[value], reason=reason)
        for value in sorted(stray_codes(counts))
    }


def _beside(found: Kind, pile: Pile, scale: tuple[float, float] | None, decimal: str) -> dict[str, MissingCode]:
    """Whole numbers beside the scale that nearly all the others are on."""
    if found.kind != "scale" or scale is None or found.wording:
        return {}
    return dict(_codes_beside(pile.values, scale, decimal))


def _codes_beside(values: Counter[Cell], scale: tuple[float, float], decimal: str) -> Iterator[tuple[str, MissingCode]]:
    counts: Counter[float] = Counter()
    for cell, count in values.items():
        value = number(cell, decimal)
        if value is not None and not scale[0] <= value <= scale[1]:
            counts[value] += count
    for value, count in sorted(counts.items()):
        code = as_text(value)
        reason = Message("beside the scale from {low} to {high}", {"low": as_text(scale[0]), "high": as_text(scale[1])})
        yield code, MissingCode(code=code, count=count, reason=reason)
