"""What worded answers and labelled codes mean for a metric: the number on its scale, or whether a share counts them."""

from collections.abc import Iterator

from journeymapper.model.measurement import Metric
from journeymapper.model.sources import ColumnUse
from journeymapper.results.answers import SCALES, SHARES
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.kinds import ANSWER_CODE
from journeymapper.results.scales import SCALES as USUAL
from journeymapper.results.shares import share_reader
from journeymapper.results.silences import says_nothing
from journeymapper.results.smileys import smiley_step

Readings = tuple[tuple[str, float], ...]


def on_a_scale(metric: Metric) -> bool:
    """Whether a metric's answers are steps of a scale, as those of a mean between the ends of a usual one are too."""
    return metric.kind in SCALES or (metric.kind == "mean" and tuple(sorted((metric.worst, metric.best))) in USUAL)


def understood(use: ColumnUse, facts: ColumnFacts, metric: Metric) -> Readings:
    """The numbers that a use's texts stand for: what somebody said, else what the column makes clear by itself."""
    alone = use.recode or use.answer or use.total or answer_codes(facts)
    return use.recode if alone else readings_for(facts, metric)


def suggested_use(facts: ColumnFacts, metric: Metric, point: str, missing: tuple[str, ...] = ()) -> ColumnUse:
    """The column for a point, with what its words mean; one that is called after a smiley counts its presses."""
    answer = smiley_step(facts.name, metric) if facts.kind in ("number", "scale") else ""
    if answer:
        return ColumnUse(column=facts.name, point=point, answer=answer)
    return ColumnUse(column=facts.name, point=point, missing=missing, recode=readings_for(facts, metric))


def answer_codes(facts: ColumnFacts) -> tuple[str, ...]:
    """The codes of answers in their order (A1, A2, …), which do not say which end is the better; none for words."""
    codes = tuple(text for text, _ in facts.readings)
    return codes if codes and all(ANSWER_CODE.fullmatch(code) for code in codes) else ()


def readings_for(facts: ColumnFacts, metric: Metric) -> Readings:
    """What each worded answer stands for: a number on the metric's scale; of a share 1 if it counts it, else 0.

    Nothing where the words are not as many steps as the metric has, and where answers begin with their number: they
    say themselves what they are.
    """
    if metric.kind in SHARES:
        return tuple(_sides(facts, metric))
    numbered = any(text[:1].isdigit() for text, _ in facts.readings)
    if not facts.readings or not facts.scale or not on_a_scale(metric) or numbered:
        return ()
    steps = facts.scale[1] - facts.scale[0]
    if steps != abs(metric.best - metric.worst):
        return ()
    way = 1 if metric.best > metric.worst else -1
    return tuple((text, metric.worst + way * (value - facts.scale[0])) for text, value in facts.readings)


def _sides(facts: ColumnFacts, metric: Metric) -> Iterator[tuple[str, float]]:
    """The sides of a share by what the file, or the answers themselves, call the codes: 1 is yes, "1 - Yes"."""
    read = share_reader(metric, ".", (label for _, label in facts.labels))
    for text, label in facts.labels:
        side = read(label)
        if not isinstance(side, str) and not says_nothing(label):
            yield text, side
