"""Which column probably belongs to which measurement point, and why. Proposed with its reason, never applied unseen."""

from collections.abc import Iterator, Sequence

import msgspec

from journeymapper.desktop.dialogs.import_dialog.choices import Choice, Choices, choices_of
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Granularity
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.own_codes import own_columns
from journeymapper.results.proposing import match_columns

EARLIEST = "1990"  # times of day in a spreadsheet are days of 1899
WEIGHTS = frozenset(("weight", "weights", "paino", "painokerroin", "wt"))


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A use of a column and the reason for it; `period` where an earlier file had its waves from these dates."""

    choice: Choice
    reason: Message
    period: Granularity | None = None


def proposals(project: Project, inspection: Inspection) -> dict[str, Proposal]:
    """The proposals by column; earlier imports first, then what the columns are called, ask and hold."""
    found = _as_before(project, [facts.name for facts in inspection.columns], inspection.file)
    taken = {use.point for proposal in found.values() for use in proposal.choice.uses}
    for column, use, reason in _feeding(project, inspection):
        if column in found and found[column].reason != reason:
            continue
        if use.point not in taken or use.answer or use.total:
            before = found[column].choice.uses if column in found else ()
            found[column] = Proposal(choice=Choice(role="point", uses=(*before, use)), reason=reason)
            taken.add(use.point)
    return found | _others(inspection.columns, found)


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


def _feeding(project: Project, inspection: Inspection) -> Iterator[tuple[str, ColumnUse, Message]]:
    """Columns with the points that they probably feed: our own questionnaires' first, then the surest."""
    filled = [facts.name for facts in inspection.columns if facts.kind != "empty"]
    for use in own_columns(project, filled):
        yield use.column, use, Message("the point's id")
    for match in match_columns(project, inspection):
        yield match.column, match.use, match.reason


def _others(columns: Sequence[ColumnFacts], found: dict[str, Proposal]) -> dict[str, Proposal]:
    """The weight by its name, and the first column of days where the waves are not known yet."""
    more: dict[str, Proposal] = {}
    dated = any(proposal.choice.role in ("date", "wave") for proposal in found.values())
    for facts in columns:
        if facts.name in found:
            continue
        if tidy(facts.name) in WEIGHTS and facts.kind in ("number", "scale"):
            more[facts.name] = Proposal(choice=Choice(role="weight"), reason=Message("its name"))
        elif facts.kind == "date" and not dated and str(facts.low) >= EARLIEST:
            dated = True
            more[facts.name] = Proposal(choice=Choice(role="date"), reason=Message("it holds dates"))
    return more


def tidy(text: str) -> str:
    """In lower case, spaces single, no punctuation at the end."""
    return " ".join(text.split()).casefold().rstrip(".?!: ")
