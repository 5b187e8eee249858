"""Takes what is sure enough by itself, and lists the rest: the mapping of a file that nobody mapped."""

from collections.abc import Iterator

import msgspec

from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping, ResultSet
from journeymapper.results.answers import answer_reader
from journeymapper.results.inspection import Inspection
from journeymapper.results.proposing import Match, match_columns
from journeymapper.results.response_ids import proposed_id
from journeymapper.results.surveys import columns_of

SURE = 0.9
SAME_SURVEY = 0.5


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """A column that is left to the user: its likeliest point, if any, how surely, and why it was not taken."""

    column: str
    point: str = ""
    confidence: float = 0.0
    reason: Message
    doubts: tuple[Message, ...] = ()


class Automatic(msgspec.Struct, frozen=True, kw_only=True):
    """The mapping with what was sure, what is left, and the earlier import of the same survey that was recognised."""

    mapping: Mapping
    left: tuple[Left, ...]
    before: ResultSet | None = None


def automatic(project: Project, inspection: Inspection, given: Mapping, sure: float = SURE) -> Automatic:
    """The given mapping, and besides the file's columns that surely feed a point, as an earlier import had them."""
    before = recognised(project, inspection)
    whole = _as_before(given, before, inspection) if before else given
    columns = {use.column.casefold() for use in whole.columns}
    points = {use.point for use in whole.columns}
    taken: list[ColumnUse] = []
    left: list[Left] = []
    for match in match_columns(project, inspection):
        if match.column.casefold() in columns or match.point in points:
            continue
        doubts = (*match.doubts, *_unseen_codes(project, match, inspection.decimal))
        if match.confidence >= sure and not doubts:
            taken.append(match.use)
        else:
            why = (match.column, match.point, match.confidence, match.reason)
            left.append(Left(column=why[0], point=why[1], confidence=why[2], reason=why[3], doubts=doubts))
    respondent = whole.respondent or proposed_id(inspection)
    mapping = msgspec.structs.replace(whole, columns=(*whole.columns, *taken), respondent=respondent)
    return Automatic(mapping=mapping, left=(*left, *_unmatched(inspection, mapping, left, before)), before=before)


def recognised(project: Project, inspection: Inspection) -> ResultSet | None:
    """The latest import whose mapped columns are mostly in the file, and whose other columns are much the same."""
    names = {column.name.casefold() for column in inspection.columns}
    for old in (project.result_sets[key] for key in reversed(project.result_order)):
        mapped = {use.column.casefold() for use in old.mapping.columns}
        every = {column.casefold() for column in columns_of(old)}
        shared = len(names & every) / max(len(names | every), 1)
        if (
            mapped
            and not old.mapping.aggregates
            and len(mapped & names) > SAME_SURVEY * len(mapped)
            and shared > SAME_SURVEY
        ):
            return old
    return None


def _as_before(given: Mapping, before: ResultSet, inspection: Inspection) -> Mapping:
    """The earlier import's mapping as far as its columns are there; what is given wins."""
    names = {column.name.casefold() for column in inspection.columns}
    old = before.mapping
    columns, points = {use.column for use in given.columns}, {use.point for use in given.columns}
    kept = [
        use
        for use in old.columns
        if use.column.casefold() in names and use.column not in columns and use.point not in points
    ]

    def there(column: str) -> str:
        return column if column.casefold() in names else ""

    changes: dict[str, object] = {
        "columns": (*given.columns, *kept),
        "segments": given.segments or tuple(filter(there, old.segments)),
    }
    for name in ("weight", "respondent", "persona", "account", "role"):
        changes[name] = getattr(given, name) or there(getattr(old, name))
    if not given.wave and not given.wave_column:
        changes |= {
            "wave_column": there(old.wave_column),
            "granularity": old.granularity if there(old.wave_column) else None,
        }
        changes["rolling"] = given.rolling or old.rolling
    changes |= {name: getattr(given, name) or getattr(old, name) for name in ("bands", "rules", "where", "comments")}
    return msgspec.structs.replace(given, **changes)


def _unseen_codes(project: Project, match: Match, decimal: str) -> Iterator[Message]:
    """Likely codes for no answer that the metric would read as answers are for the user to decide."""
    read = answer_reader(project.metrics[project.points[match.point].metric], (), decimal)
    codes = [code for code in match.missing if not isinstance(read(code), str)]
    if codes:
        yield Message(
            "{column}: {codes} may mean no answer; say so with --missing, or map the column yourself.",
            {"column": match.column, "codes": ", ".join(codes)},
        )


def _unmatched(inspection: Inspection, mapping: Mapping, left: list[Left], before: ResultSet | None) -> Iterator[Left]:
    """Columns of answers on a scale that no point is like, but for those that an earlier import left on purpose."""
    known = {column.casefold() for column in (before.account.columns_left if before else ())}
    named = [use.column for use in mapping.columns] + [one.column for one in left] + list(mapping.segments)
    named += [mapping.weight, mapping.wave_column, *(band.column for band in mapping.bands)]
    known |= {column.casefold() for column in named}
    for facts in inspection.columns:
        if facts.role == "answer" and facts.kind == "scale" and facts.name.casefold() not in known:
            yield Left(column=facts.name, reason=Message("no measurement point is like it"))
