"""Whether a column's answers say what a share counts, in questions for the user."""

from collections.abc import Iterator

from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message
from journeymapper.model.sources import ColumnUse
from journeymapper.results.answers import answer_reader
from journeymapper.results.clean import number
from journeymapper.results.doubt import Doubt
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.meanings import readings_for
from journeymapper.results.silences import says_nothing

MOST_NAMED = 8


def share_doubts(facts: ColumnFacts, metric: Metric, decimal: str, use: ColumnUse | None) -> Iterator[Doubt]:
    """What is neither counted nor the counterpart, codes that may mean no answer, and a column without a counterpart.

    Without a `use` the column is read as its labels explain it.
    """
    made = use or ColumnUse(column=facts.name, point="", recode=readings_for(facts, metric))
    texts = [text for text, _ in facts.counts]
    labels, declared = dict(facts.labels), {code.code for code in facts.missing_codes}
    read = answer_reader(metric, made.missing, decimal, made, texts, labels)
    silent = {text for text in texts if says_nothing(labels.get(text, text))}
    unclear = [text for text in texts if read(text) == "unclear" and text not in silent]
    counted = ", ".join(f"“{text}”" for text in metric.counted) or "–"
    names: dict[str, str | int | float] = {"column": facts.name, "counted": counted}
    if codes := [text for text in unclear if number(text, decimal) is not None]:
        named = {**names, "codes": _listed([f"{code} ({labels[code]})" if code in labels else code for code in codes])}
        yield Doubt(Message("{column} holds the codes {codes}: which of them mean {counted}?", named), "words")
    elif facts.distinct == len(texts) and not any(read(text) == 1.0 for text in texts):
        yield Doubt(Message("{column}: no answer is {counted}, which this share counts.", names), "words")
    elif unclear:
        named = {**names, "words": _listed([f"“{text}”" for text in unclear])}
        yield Doubt(
            Message("{column}: {words} are neither {counted} nor its counterpart: what do they mean?", named), "words"
        )
    elif len(texts) == facts.distinct == 1 and facts.missing:
        yield Doubt(
            Message("{column} says {counted} or nothing: blank cells do not count, so the share is 100 %.", names)
        )
    beside = [text for text in texts if text in declared - silent and not isinstance(read(text), str)]
    if beside:
        named = {**names, "codes": _listed(beside)}
        yield Doubt(Message("{column}: {codes} may mean no answer: what do they mean?", named), "codes")


def _listed(texts: list[str]) -> str:
    return ", ".join(texts[:MOST_NAMED]) + (", …" if len(texts) > MOST_NAMED else "")
