"""A growing export, imported again: new rows are added once, corrected ones take the place of what they correct.

A row is known by its respondent's key and its wave, and by its day too where a respondent answers more than once in a
wave. The earlier import keeps its whole tally, so that removing the later one brings its rows back.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet
from journeymapper.model.tally import Tally
from journeymapper.storage.tallies import tally_hash

Tallies = Mapping[str, Tally]
Key = tuple[str, ...]
T = TypeVar("T")


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows of a file are new, were there with other answers, and were there just so; the files before it."""

    added: int
    corrected: int
    repeated: int
    earlier: tuple[str, ...]


def update_of(project: Project, tallies: Tallies, new: ResultSet, tally: Tally) -> Update | None:
    """What an import has in common with earlier ones of the same survey; None where that is nothing."""
    before: dict[Key, set[Key]] = {}
    earlier: list[str] = []
    for old in _earlier(project, new):
        old_tally = tallies.get(old.tally)
        if old_tally is not None:
            key = _key(old_tally, tally)
            shared = {key(old_tally, row) for row in _rows(old_tally)} & {key(tally, row) for row in _rows(tally)}
            if shared:
                earlier.append(old.id)
                for row in _rows(old_tally):
                    before.setdefault(key(old_tally, row), set()).add(_content(old_tally, row, tally))
    if not earlier:
        return None
    key = _key(tally, tally)
    counts: Counter[str] = Counter()
    for row in range(len(tally.counts)):
        there = before.get(key(tally, row), set())
        kind = "added" if not there else "repeated" if _content(tally, row, tally) in there else "corrected"
        counts[kind] += tally.counts[row]
    return Update(
        added=counts["added"], corrected=counts["corrected"], repeated=counts["repeated"], earlier=tuple(earlier)
    )


def settled(project: Project, tallies: Tallies) -> tuple[Project, dict[str, Tally]]:
    """The project with the rows of every import that a later one of the same survey has again left out of the earlier.

    Returns the tallies that this made. What is settled already stays the same object.
    """
    made: dict[str, Tally] = {}
    sets = dict(project.result_sets)
    for place, key in enumerate(project.result_order):
        old = sets[key]
        whole = old.whole or old.tally
        later = [sets[other] for other in project.result_order[place + 1 :] if _same_survey(old, sets[other])]
        if whole in tallies and (old.whole or later):
            reduced = _without(tallies[whole], [_whole(other, tallies) for other in later])
            name = whole if reduced is tallies[whole] else tally_hash(reduced)
            if name != whole:
                made[name] = reduced
            sets[key] = msgspec.structs.replace(old, tally=name, whole="" if name == whole else whole)
    if sets == project.result_sets:
        return project, {}
    return msgspec.structs.replace(project, result_sets=sets), made


def _whole(result_set: ResultSet, tallies: Tallies) -> Tally:
    return tallies.get(result_set.whole or result_set.tally, Tally())


def _earlier(project: Project, new: ResultSet) -> list[ResultSet]:
    return [old for old in (project.result_sets[key] for key in project.result_order) if _same_survey(old, new)]


def _same_survey(one: ResultSet, other: ResultSet) -> bool:
    """Whether both know their respondents and feed some of the same points, as customers or as staff."""
    a, b = one.mapping, other.mapping
    shared = {use.point for use in a.columns} & {use.point for use in b.columns}
    return bool(a.respondent and b.respondent and shared) and a.beliefs == b.beliefs


def _without(tally: Tally, later: Sequence[Tally]) -> Tally:
    """The tally without the rows that later ones have; the same where they have none."""
    gone: set[int] = set()
    for other in later:
        if other.respondents and tally.respondents:
            key = _key(tally, other)
            known = {key(other, row) for row in _rows(other)}
            gone.update(row for row in _rows(tally) if key(tally, row) in known)
    if not gone:
        return tally
    kept = [row for row in range(len(tally.counts)) if row not in gone]
    return msgspec.structs.replace(
        tally,
        answers={point: _only(column, kept) for point, column in tally.answers.items()},
        segments={name: _only(column, kept) for name, column in tally.segments.items()},
        waves=_only(tally.waves, kept),
        days=_only(tally.days, kept) if tally.days else [],
        counts=_only(tally.counts, kept),
        weights=_only(tally.weights, kept),
        squares=_only(tally.squares, kept),
        respondents=_only(tally.respondents, kept),
    )


def _rows(tally: Tally) -> Iterator[int]:
    """The rows whose respondent is known."""
    return (row for row, respondent in enumerate(tally.respondents) if respondent)


def _key(one: Tally, other: Tally) -> Callable[[Tally, int], Key]:
    """What a row is known by: respondent and wave, and the day where somebody answers twice in a wave of either."""
    if _once_a_wave(one) and _once_a_wave(other):
        return lambda tally, row: (tally.respondents[row], tally.waves[row])
    return lambda tally, row: (tally.respondents[row], tally.waves[row], tally.days[row] if tally.days else "")


def _once_a_wave(tally: Tally) -> bool:
    seen: Counter[Key] = Counter()
    for row in _rows(tally):
        seen[tally.respondents[row], tally.waves[row]] += tally.counts[row]
    return max(seen.values(), default=1) == 1


def _content(tally: Tally, row: int, like: Tally) -> Key:
    """A row's answers and segments, as far as the other tally has them."""
    answers = [str(tally.answers[point][row]) if point in tally.answers else "" for point in sorted(like.answers)]
    segments = [tally.segments[name][row] if name in tally.segments else "" for name in sorted(like.segments)]
    return (*answers, *segments, tally.days[row] if tally.days else "")


def _only(column: list[T], rows: Sequence[int]) -> list[T]:
    return [column[row] for row in rows]
