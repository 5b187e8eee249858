"""What the answers of a column mean for a point: as they stand, as somebody said, or no answer at all."""

from collections.abc import Iterator
from math import inf

import msgspec

from journeymapper.model.measurement import Metric
from journeymapper.model.sources import ColumnUse
from journeymapper.results.answers import SHARES, answer_reader
from journeymapper.results.clean import number
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.meanings import on_a_scale

UNREAD, NO_ANSWER = "", "no answer"
MOST_STEPS = 11
"""Steps of a scale that can be chosen from; a finer one is typed as numbers in the file."""


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """An answer, how often it is given (0 where only an earlier file had it), what the file calls it, and what it
    means: a number of the scale, of a share 1 or 0, no answer, or nothing that can be read. `speaks` where it says so
    by itself."""

    text: str
    count: int
    label: str
    key: str
    speaks: bool


def has_meanings(metric: Metric) -> bool:
    """Whether a metric's answers are few enough to be told one by one."""
    steps = abs(metric.best - metric.worst) + 1
    return metric.kind in SHARES or (on_a_scale(metric) and steps <= MOST_STEPS)


def keys_of(metric: Metric) -> tuple[str, ...]:
    """What an answer can mean, the numbers from the lowest."""
    if metric.kind in SHARES:
        return ("1", "0")
    low, high = sorted((metric.worst, metric.best))
    return tuple(f"{low + step:g}" for step in range(int(high - low) + 1))


def meanings(facts: ColumnFacts, use: ColumnUse, metric: Metric, decimal: str) -> Iterator[Meaning]:
    """The commonest answers in their order, then those that only earlier files had, each with what it means now."""
    labels, recode = dict(facts.labels), dict(use.recode)
    texts = {text: count for text, count in _ordered(facts, decimal) if text}
    texts |= {text: 0 for text in recode if text not in texts}
    read = answer_reader(metric, use.missing, decimal, use, list(texts), labels)
    alone = answer_reader(metric, (), decimal, None, list(texts), labels)
    for text, count in texts.items():
        reading = read(text)
        key = NO_ANSWER if reading == "missing code" else UNREAD if isinstance(reading, str) else f"{reading:g}"
        label = labels.get(text, "")
        own = "" if label in text else label
        yield Meaning(text=text, count=count, label=own, key=key, speaks=not isinstance(alone(text), str))


def _ordered(facts: ColumnFacts, decimal: str) -> list[tuple[str, int]]:
    """Steps of a scale and numbers from the lowest, other words from the commonest."""
    places = {text: place for text, place in facts.readings}

    def place(pair: tuple[str, int]) -> float:
        value = places.get(pair[0], number(pair[0], decimal))
        return inf if value is None else value

    return sorted(facts.counts, key=place)


def with_meaning(use: ColumnUse, text: str, key: str, metric: Metric) -> ColumnUse:
    """The use in which an answer means something else; "" is what it says by itself."""
    recode = {known: value for known, value in use.recode if known != text}
    missing = tuple(code for code in use.missing if code != text)
    if key == NO_ANSWER:
        missing = (*missing, text)
    elif key != UNREAD:
        turned = use.reverse and metric.kind not in SHARES
        recode[text] = metric.worst + metric.best - float(key) if turned else float(key)
    return msgspec.structs.replace(use, missing=missing, recode=tuple(recode.items()))


def alike(metric: Metric, other: Metric) -> bool:
    """Whether answers mean the same for two metrics: both on the same scale, or both a share of the same."""
    if metric.kind in SHARES or other.kind in SHARES:
        return metric.kind in SHARES and other.kind in SHARES and metric.counted == other.counted
    return on_a_scale(metric) and on_a_scale(other) and (metric.worst, metric.best) == (other.worst, other.best)
