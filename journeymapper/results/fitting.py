"""Whether a column's answers fit a metric, in questions for the user: another scale, stray codes, the wrong way."""

from collections.abc import Iterator

from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message
from journeymapper.results.answers import SCALES, SHARES, answer_reader
from journeymapper.results.clean import number
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.readers.cells import as_text
from journeymapper.results.silences import says_nothing

MOST_CODES = 4


def doubts(facts: ColumnFacts, metric: Metric, decimal: str) -> Iterator[Message]:
    """What should be asked before the column feeds a point with the metric; nothing where it fits."""
    if facts.kind == "empty":
        yield Message("{column} holds no answers.", {"column": facts.name})
        return
    if metric.kind in SHARES:
        yield from _uncounted(facts, metric, decimal)
    elif metric.kind in SCALES:
        yield from _off_scale(facts, metric, decimal)
        yield from _wrong_way(facts, metric)
    elif facts.kind in ("date", "text", "id"):
        yield Message("{column} does not hold numbers.", {"column": facts.name})


def codes_for(facts: ColumnFacts, metric: Metric, decimal: str) -> tuple[str, ...]:
    """The column's likely codes for no answer that the metric does not read as answers; to be confirmed."""
    read = answer_reader(metric, (), decimal)
    known = {code.code for code in facts.missing_codes}
    beside = {
        text
        for text, _ in facts.counts
        if text and metric.kind in SCALES and metric.kind not in SHARES and isinstance(read(text), str)
    }
    readable = {text for text, _ in facts.readings}
    if len(beside - readable) > MOST_CODES:
        beside = set()
    wanted = [text for text, _ in facts.counts if text in (known | beside) - readable]
    wanted += [code.code for code in facts.missing_codes if code.code not in wanted]
    if metric.kind in SHARES:
        return tuple(wanted)
    return tuple(
        code
        for code in wanted
        if says_nothing(code) or isinstance(read(code), str) or off_goalposts(code, metric, decimal)
    )


def off_goalposts(code: str, metric: Metric, decimal: str) -> bool:
    """Whether a code is a number that a mean on a scale would count although its scale does not have it."""
    value = number(code, decimal)
    low, high = sorted((metric.worst, metric.best))
    return metric.kind == "mean" and value is not None and not low <= value <= high


def readings_for(facts: ColumnFacts, metric: Metric) -> tuple[tuple[str, float], ...]:
    """The number on the metric's scale that each worded answer stands for; nothing where the steps are not as many.

    Answers that begin with their number are left alone: they say themselves what they are.
    """
    if (
        not facts.readings
        or not facts.scale
        or metric.kind not in SCALES
        or any(text[:1].isdigit() for text, _ in facts.readings)
    ):
        return ()
    steps = facts.scale[1] - facts.scale[0]
    if steps != abs(metric.best - metric.worst):
        return ()
    way = 1 if metric.best > metric.worst else -1
    return tuple((text, metric.worst + way * (value - facts.scale[0])) for text, value in facts.readings)


def _uncounted(facts: ColumnFacts, metric: Metric, decimal: str) -> Iterator[Message]:
    read = answer_reader(metric, (), decimal)
    if facts.counts and facts.distinct == len(facts.counts) and not any(read(text) == 1.0 for text, _ in facts.counts):
        counted = ", ".join(f"“{text}”" for text in metric.counted) or "–"
        yield Message(
            "{column}: no answer is {counted}, which this share counts.", {"column": facts.name, "counted": counted}
        )


def _off_scale(facts: ColumnFacts, metric: Metric, decimal: str) -> Iterator[Message]:
    low, high = sorted((metric.worst, metric.best))
    ends: dict[str, str | int | float] = {"column": facts.name, "low": as_text(low), "high": as_text(high)}
    if facts.kind in ("date", "id") or (facts.kind == "text" and not facts.readings):
        yield Message("{column} does not hold answers on a scale.", {"column": facts.name})
        return
    if facts.readings and not facts.labels:
        if facts.scale and facts.scale[1] - facts.scale[0] != high - low:
            yield Message(
                "{column} is answered in words, in {n} steps; this metric has {low} to {high}.",
                {**ends, "n": int(facts.scale[1] - facts.scale[0]) + 1},
            )
        return
    if facts.scale and facts.scale != (low, high) and not _inside(facts.scale, low, high):
        own: dict[str, str | int | float] = {"from": as_text(facts.scale[0]), "to": as_text(facts.scale[1])}
        yield Message("{column} looks like a scale from {from} to {to}; this metric has {low} to {high}.", ends | own)
    elif metric.kind == "nps" and facts.scale == (1.0, 10.0):
        yield Message("{column} has no 0: a scale from 1 to 10 is not NPS.", {"column": facts.name})
    elif facts.scale and facts.scale != (low, high) and facts.scale[1] < high:
        yield Message(
            "{column} ends at {to}; this metric has {low} to {high}. Is the scale the same?",
            {**ends, "to": as_text(facts.scale[1])},
        )
    beside = [text for text in codes_for(facts, metric, decimal) if not says_nothing(text)]
    if beside:
        yield Message(
            "{column} has {codes} beside the scale from {low} to {high}: what do they mean?",
            {**ends, "codes": ", ".join(beside[:8])},
        )


def _inside(scale: tuple[float, float], low: float, high: float) -> bool:
    return low <= scale[0] and scale[1] <= high


def _wrong_way(facts: ColumnFacts, metric: Metric) -> Iterator[Message]:
    """Labels that call the metric's best end the worst."""
    if not facts.direction or (facts.readings and not facts.labels):
        return
    up = facts.direction == "up"
    if up == metric.lower_is_better:
        first, last = facts.labels[0][1], facts.labels[-1][1]
        yield Message(
            "{column} runs the other way: its labels go from {first} to {last}.",
            {"column": facts.name, "first": f"“{first[:40]}”", "last": f"“{last[:40]}”"},
        )
