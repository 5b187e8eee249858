"""Which column probably belongs to which measurement point, and why. Proposed with its reason, never applied unseen."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from journeymapper.desktop.dialogs.import_dialog.choices import Choice, Choices, choices_of
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Granularity
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.mapping import resolve_point
from journeymapper.results.own_codes import own_columns
from journeymapper.results.proposing import match_columns

ALIKE = 0.9
SHORTEST = 12
EARLIEST = "1990"  # times of day in a spreadsheet are days of 1899
WEIGHTS = frozenset(("weight", "weights", "paino", "painokerroin", "wt"))
_POINT = re.compile(r"(p[0-9]+)(?![0-9a-zåäö])")


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A use of a column and the reason for it; `period` where an earlier file had its waves from these dates."""

    choice: Choice
    reason: Message
    period: Granularity | None = None


def proposals(project: Project, columns: Sequence[ColumnFacts], file: str) -> dict[str, Proposal]:
    """The proposals by column; earlier imports first, then ids, question texts and names."""
    found = _as_before(project, [facts.name for facts in columns], file)
    taken = {use.point for proposal in found.values() for use in proposal.choice.uses}
    dated = any(proposal.choice.role in ("date", "wave") for proposal in found.values())
    for facts in columns:
        if facts.name in found or facts.kind == "empty":
            continue
        proposal = _by_words(project, facts, taken)
        if proposal is None and facts.kind == "date" and not dated and str(facts.low) >= EARLIEST:
            dated = True
            proposal = Proposal(choice=Choice(role="date"), reason=Message("it holds dates"))
        if proposal:
            found[facts.name] = proposal
            taken |= {use.point for use in proposal.choice.uses}
    return found


def alike(project: Project, inspection: Inspection, known: dict[str, Proposal]) -> dict[str, Proposal]:
    """Proposals by likeness for columns and points that the surer ones leave free."""
    taken = {use.point for proposal in known.values() for use in proposal.choice.uses}
    found: dict[str, Proposal] = {}
    for match in match_columns(project, inspection):
        another_scale = len(match.doubts) > bool(match.missing)
        if match.column in known or match.point in taken or another_scale:
            continue
        use = ColumnUse(column=match.column, point=match.point, recode=match.readings)
        before = found[match.column].choice.uses if match.column in found else ()
        found[match.column] = Proposal(choice=Choice(role="point", uses=(*before, use)), reason=match.reason)
    return found


def _as_before(project: Project, names: Sequence[str], file: str) -> dict[str, Proposal]:
    """The uses that an earlier import made of columns of the same names, the import that shares most points first."""
    best = Choices()
    source = None
    for key in reversed(project.result_order):
        result_set = project.result_sets[key]
        choices, _ = choices_of(result_set.mapping, names, file)
        if _points(choices) > _points(best):
            best, source = choices, result_set
    if source is None:
        return {}
    reason = Message("as in {file}", {"file": source.account.file})
    known = {name: _living(choice, project) for name, choice in best.columns.items()}
    return {
        name: Proposal(choice=choice, reason=reason, period=best.period if choice.role == "date" else None)
        for name, choice in known.items()
        if choice.role
    }


def _points(choices: Choices) -> int:
    return sum(len(choice.uses) for choice in choices.columns.values())


def _living(choice: Choice, project: Project) -> Choice:
    if choice.role != "point":
        return choice
    return choice.with_uses(use for use in choice.uses if use.point in project.points)


def _by_words(project: Project, facts: ColumnFacts, taken: set[str]) -> Proposal | None:
    """By the column's name alone: an id, a question, a name of a place."""
    own = next(own_columns(project, (facts.name,)), None)
    if own is not None and own.point not in taken:
        return Proposal(choice=Choice(role="point", uses=(own,)), reason=Message("the point's id"))
    name = tidy(facts.name)
    for points, reason in _likely(project, name):
        free = [point for point in points if point.id not in taken]
        if free:
            uses = tuple(ColumnUse(column=facts.name, point=point.id) for point in free)
            return Proposal(choice=Choice(role="point", uses=uses), reason=reason)
    if name in WEIGHTS and facts.kind in ("number", "scale"):
        return Proposal(choice=Choice(role="weight"), reason=Message("its name"))
    return None


def _likely(project: Project, name: str) -> Iterator[tuple[list[MeasurementPoint], Message]]:
    points = project.ordered_points()
    if found := _POINT.match(name):
        yield [point for point in points if point.id.casefold() == found.group(1)], Message("the point's id")
    asked = [(point, question_core(point.question)) for point in points if len(point.question) >= SHORTEST]
    yield (
        [point for point, core in asked if core and (core == name or (len(core) >= SHORTEST and core in name))],
        Message("the same question"),
    )
    if len(name) >= SHORTEST:
        ratios = [(_likeness(name, core), point) for point, core in asked if core]
        best = max((ratio for ratio, _ in ratios), default=0.0)
        yield [point for ratio, point in ratios if ratio == best >= ALIKE], Message("nearly the same question")
    try:
        yield [project.points[resolve_point(project, name)]], Message("the same name")
    except Refusal:
        return


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def question_core(question: str) -> str:
    """A question without the explanation of its scale, in lower case."""
    return tidy(question.split(" (", maxsplit=1)[0])


def tidy(text: str) -> str:
    """In lower case, spaces single, no punctuation at the end."""
    return " ".join(text.split()).casefold().rstrip(".?!: ")
