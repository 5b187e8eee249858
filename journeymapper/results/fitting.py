"""Whether a column's answers fit a metric, in questions for the user: another scale, stray codes, the wrong way."""

from collections.abc import Iterator

from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message
from journeymapper.model.sources import ColumnUse
from journeymapper.results.answers import SCALES, SHARES, answer_reader
from journeymapper.results.clean import labelled_number, number
from journeymapper.results.doubt import Doubt
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.meanings import answer_codes, on_a_scale
from journeymapper.results.readers.cells import as_text
from journeymapper.results.share_fitting import share_doubts
from journeymapper.results.shares import NO, YES
from journeymapper.results.silences import says_nothing

MOST_CODES = 4
MOST_NAMED = 8
MOST_WORDS = 12
MANY, SOME = 60, 20
"""Among so many answers somebody gives the best one; among fewer somebody one of the two best."""


def doubts(facts: ColumnFacts, metric: Metric, decimal: str, use: ColumnUse | None = None) -> Iterator[Doubt]:
    """What should be asked before the column feeds a point with the metric; nothing where it fits.

    Of a `use` that somebody has made only what it leaves open: what its recoding, its codes for no answer and its
    direction do not say, and codes that would be counted.
    """
    if facts.kind == "empty":
        yield Doubt(Message("{column} holds no answers.", {"column": facts.name}), "empty")
    elif metric.kind in SHARES:
        yield from share_doubts(facts, metric, decimal, use)
    elif on_a_scale(metric):
        yield from _off_scale(facts, metric, decimal, use)
        yield from _wrong_way(facts, metric, use)
    elif facts.kind in ("date", "text", "id") or (facts.kind == "choice" and not _read(facts, metric, decimal)):
        yield Doubt(Message("{column} does not hold numbers.", {"column": facts.name}), "apart")


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
    value = _value(code, decimal)
    low, high = sorted((metric.worst, metric.best))
    return metric.kind == "mean" and value is not None and not low <= value <= high


def _read(facts: ColumnFacts, metric: Metric, decimal: str) -> bool:
    """Whether any of the commonest cells is an answer as it stands."""
    read = answer_reader(metric, (), decimal)
    return any(not isinstance(read(text), str) for text, _ in facts.counts)


def _spoken(facts: ColumnFacts) -> list[str]:
    """The commonest cells that say something, by what the file calls them."""
    labels, silent = dict(facts.labels), {code.code for code in facts.missing_codes}
    return [labels.get(text, text) for text, _ in facts.counts if text not in silent and not says_nothing(text)]


def _is_yes_or_no(facts: ColumnFacts) -> bool:
    """Whether a column says yes or no, in words, by its labels or with two codes."""
    spoken = [text.strip().casefold() for text in _spoken(facts)]
    return facts.kind == "choice" and bool(spoken) and (len(spoken) <= 2 or set(spoken) <= YES | NO)


def _off_scale(facts: ColumnFacts, metric: Metric, decimal: str, use: ColumnUse | None) -> Iterator[Doubt]:
    name = {"column": facts.name}
    if codes := answer_codes(facts):
        yield from _either_way(facts, codes, use)
    if use and use.recode:
        yield from _unread(facts, metric, decimal, use)
        return
    steps = len(_spoken(facts))
    if facts.kind == "choice" and not _is_yes_or_no(facts) and 2 < steps <= MOST_WORDS:
        yield Doubt(Message("{column} is answered in words: which step of the scale is each?", {**name}), "words")
    elif facts.kind in ("date", "id") or (facts.kind in ("text", "choice") and not facts.readings):
        yield Doubt(Message("{column} does not hold answers on a scale.", {**name}), "apart")
    elif facts.readings and not facts.labels:
        yield from _other_steps(facts, metric)
    else:
        yield from _other_ends(facts, metric, decimal, use)
        yield from _codes_beside(facts, metric, decimal, use)


def _either_way(facts: ColumnFacts, codes: tuple[str, ...], use: ColumnUse | None) -> Iterator[Doubt]:
    """Codes of answers say in which order these were offered, and not whether the best came first."""
    if not (use and use.reverse):
        names: dict[str, str | int | float] = {"column": facts.name, "first": codes[0], "last": codes[-1]}
        yield Doubt(Message("{column} holds the codes {first} to {last}: is {last} the best answer?", names), "reverse")


def _unread(facts: ColumnFacts, metric: Metric, decimal: str, use: ColumnUse) -> Iterator[Doubt]:
    """Words that somebody's table of what the words mean does not have."""
    read = answer_reader(metric, use.missing, decimal, use)
    unread = [text for text, _ in facts.counts if read(text) == "not a number" and not says_nothing(text)]
    if unread:
        words = ", ".join(f"“{text}”" for text in unread[:MOST_NAMED])
        message = Message("{column}: what is meant by {words}?", {"column": facts.name, "words": words})
        yield Doubt(message, "words")


def _ends(facts: ColumnFacts, metric: Metric) -> dict[str, str | int | float]:
    low, high = sorted((metric.worst, metric.best))
    return {"column": facts.name, "low": as_text(low), "high": as_text(high)}


def _other_steps(facts: ColumnFacts, metric: Metric) -> Iterator[Doubt]:
    """Words that are more or fewer steps than the metric has."""
    if facts.scale and facts.scale[1] - facts.scale[0] != abs(metric.best - metric.worst):
        message = Message(
            "{column} is answered in words, in {n} steps; this metric has {low} to {high}.",
            {**_ends(facts, metric), "n": int(facts.scale[1] - facts.scale[0]) + 1},
        )
        yield Doubt(message, "words")


def _other_ends(facts: ColumnFacts, metric: Metric, decimal: str, use: ColumnUse | None) -> Iterator[Doubt]:
    """Numbers of another scale; among few answers that somebody has mapped the best one may just not be there."""
    ends = _ends(facts, metric)
    low, high = sorted((metric.worst, metric.best))
    if facts.scale and not _inside(facts.scale, low, high) and _beyond(facts, low, high, decimal):
        own: dict[str, str | int | float] = {"from": as_text(facts.scale[0]), "to": as_text(facts.scale[1])}
        words = Message("{column} looks like a scale from {from} to {to}; this metric has {low} to {high}.", ends | own)
        yield Doubt(words)
    elif metric.kind == "nps" and facts.scale == (1.0, 10.0):
        yield Doubt(Message("{column} has no 0: a scale from 1 to 10 is not NPS.", {"column": facts.name}))
    elif facts.scale and facts.scale[1] < high and not (use and _too_few(facts, high - facts.scale[1])):
        words = Message(
            "{column} ends at {to}; this metric has {low} to {high}. Is the scale the same?",
            {**ends, "to": as_text(facts.scale[1])},
        )
        yield Doubt(words)


def _codes_beside(facts: ColumnFacts, metric: Metric, decimal: str, use: ColumnUse | None) -> Iterator[Doubt]:
    beside = [text for text in codes_for(facts, metric, decimal) if use or not says_nothing(text)]
    if use:
        read = answer_reader(metric, use.missing, decimal, use)
        beside = [text for text in beside if not isinstance(read(text), str)]
    if beside:
        words = Message(
            "{column} has {codes} beside the scale from {low} to {high}: what do they mean?",
            {**_ends(facts, metric), "codes": ", ".join(beside[:MOST_NAMED])},
        )
        yield Doubt(words, "codes")


def _too_few(facts: ColumnFacts, lacking: float) -> bool:
    """Whether the answers are so few that nobody among them need have given the best one, or one of the best."""
    return sum(count for _, count in facts.counts) < (MANY if lacking == 1 else SOME)


def _inside(scale: tuple[float, float], low: float, high: float) -> bool:
    return low <= scale[0] and scale[1] <= high


def _beyond(facts: ColumnFacts, low: float, high: float, decimal: str) -> bool:
    """Whether answers, and not codes alone, lie beside the ends; also where there are more than were looked at."""
    codes = {code.code for code in facts.missing_codes}
    values = [value for text, _ in facts.counts if text not in codes and (value := _value(text, decimal)) is not None]
    return facts.distinct > len(facts.counts) or any(not low <= value <= high for value in values)


def _value(text: str, decimal: str) -> float | None:
    """The number that a cell is or begins with."""
    found = number(text, decimal)
    return labelled_number(text) if found is None else found


def _wrong_way(facts: ColumnFacts, metric: Metric, use: ColumnUse | None) -> Iterator[Doubt]:
    """Labels that call the metric's best end the worst, unless the use turns the scale round."""
    if not facts.direction or (facts.readings and not facts.labels) or (use and use.recode):
        return
    wrong = (facts.direction == "up") == metric.lower_is_better
    if wrong != bool(use and use.reverse):
        first, last = _labels_at_the_ends(facts)
        names: dict[str, str | int | float] = {"column": facts.name, "first": first, "last": last}
        message = (
            Message("{column} runs the other way: its labels go from {first} to {last}.", names)
            if wrong
            else Message("{column} runs the right way, from {first} to {last}, but is turned round.", names)
        )
        yield Doubt(message, "reverse")


def _labels_at_the_ends(facts: ColumnFacts) -> tuple[str, str]:
    """What the lowest and the highest code are called that say something."""
    values = {label: _value(code, ".") for code, label in facts.labels if not says_nothing(label)}
    ordered = sorted((value, label) for label, value in values.items() if value is not None)
    return f"“{ordered[0][1][:40]}”", f"“{ordered[-1][1][:40]}”"
