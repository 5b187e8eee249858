"""The rows of the plan's sheet of coverage: every dimension, the most telling first, then each touchpoint."""

from collections.abc import Iterator, Mapping

from journeymapper.analysis.coverage import STEPS, Coverage, PlanCoverage, Weighted, plan_coverage
from journeymapper.analysis.score import Score
from journeymapper.export.plan.columns import Column
from journeymapper.export.plan.values import Value
from journeymapper.language.coverage_words import dimension_words
from journeymapper.language.language import Language
from journeymapper.model.find import find, name_of
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

JOIN = " × "
COUNTED = ("planned", "live", "evidenced")
COVERAGE = tuple(
    Column(field="", title=title, kind="shown", width=width)
    for title, width in (
        (Message("What is covered"), 44), (Message("Of what"), 26), (Message("in scope"), 12), (Message("planned"), 12),
        (Message("live"), 12), (Message("enough answers"), 12), (Message("Not even planned"), 70),
    )
)  # fmt: skip


def coverage_rows(project: Project, scores: Mapping[str, Score], language: Language) -> Iterator[tuple[Value, ...]]:
    """Counts of items; of weights, shares on 0–100."""
    found = plan_coverage(project, scores)
    for words, dimension in _dimensions(found, language):
        counts = [dimension.count(step) for step in STEPS if step in COUNTED]
        named = ", ".join(_name(project, key) for key in dimension.uncovered)
        yield (words, language.text("items"), dimension.in_scope, *counts, named)
    for words, weighed in _weights(found, language):
        shares = [weighed.share(step) for step in STEPS if step in COUNTED]
        named = ", ".join(_name(project, key) for key in weighed.unweighted)
        unknown = language.text("without a weight: {names}", names=named) if named else ""
        yield (words, language.text("% of the weight"), weighed.in_scope, *shares, unknown)
    for key, reached in found.touchpoints.items.items():
        marks = [int(bool(reached) and STEPS.index(reached) >= STEPS.index(step)) for step in STEPS if step in COUNTED]
        yield (_name(project, key), language.text("Touchpoint"), 1, *marks, "")
    for key in found.touchpoints.waived:
        yield (_name(project, key), language.text("Touchpoint"), 0, 0, 0, 0, language.text("deliberately not measured"))


def _dimensions(found: PlanCoverage, language: Language) -> Iterator[tuple[str, Coverage]]:
    for field, said in dimension_words(language).items():
        yield said, getattr(found, field)


def _weights(found: PlanCoverage, language: Language) -> Iterator[tuple[str, Weighted]]:
    for unit, one in found.by_volume.items():
        yield language.text("Encounters: {unit}", unit=unit or language.text("encounters")), one
    yield language.text("Touchpoints by importance"), found.by_importance
    yield language.text("Channels by share of contacts"), found.by_channel_share
    yield language.text("Personas by share of customers"), found.by_persona_share


def _name(project: Project, key: str) -> str:
    if JOIN in key:
        return JOIN.join(_name(project, part) for part in key.split(JOIN))
    return name_of(project, key) if find(project, key) is not None else key
