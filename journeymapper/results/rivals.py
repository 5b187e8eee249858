"""Imports that hold some of an import's answers already: to take it beside them would count these twice."""

from collections.abc import Mapping, Set

import msgspec

from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet
from journeymapper.model.tally import Tally

Tallies = Mapping[str, Tally]


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """An import of the same content, or with answers of the same points in the same waves, those that they `share`.

    If it gives way there goes besides what only it has: answers of other `points` and `waves`.
    """

    result_set: ResultSet
    same_file: bool
    shared: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    waves: tuple[str, ...] = ()


def rivals_of(project: Project, tallies: Tallies, new: ResultSet, settled: Set[str] = frozenset()) -> tuple[Rival, ...]:
    """The imports that an import would count again, in their order; `settled` ones have given up what came again.

    Beliefs of staff are no answers of customers, and an event log is a rival of its own content alone. The same
    content for other points is none: a file may be brought in column by column.
    """
    found = []
    for old in (project.result_sets[key] for key in project.result_order):
        same = _same_content(old, new) and _same_use(old, new)
        if same or (old.id not in settled and _same_answers(old, new, tallies)):
            fed, feeding = fed_points(old), fed_points(new)
            rival = Rival(
                result_set=old,
                same_file=same,
                shared=tuple(point for point in project.point_order if point in fed & feeding),
                points=tuple(point for point in project.point_order if point in fed - feeding),
                waves=tuple(wave for wave in old.waves if wave not in new.waves),
            )
            found.append(rival)
    return tuple(found)


def fed_points(result_set: ResultSet) -> set[str]:
    """The points that an import has, or looked for, answers of."""
    account = result_set.account
    return {*account.used, *(each.point for each in account.unused), *(use.point for use in result_set.mapping.columns)}


def _same_content(old: ResultSet, new: ResultSet) -> bool:
    same = (old.account.sha256, old.account.sheet) == (new.account.sha256, new.account.sheet)
    return same and old.mapping.beliefs == new.mapping.beliefs


def _same_use(old: ResultSet, new: ResultSet) -> bool:
    shared = fed_points(old) & fed_points(new) or set(old.mapping.comments) & set(new.mapping.comments)
    return bool(shared or (old.log and new.log))


def _same_answers(old: ResultSet, new: ResultSet, tallies: Tallies) -> bool:
    """Whether both have answers of one point in one wave."""
    tally, waves = tallies.get(old.tally), set(old.waves) & set(new.waves)
    if tally is None or not waves or old.mapping.beliefs != new.mapping.beliefs:
        return False
    used = {point for point, count in new.account.used.items() if count}
    reported = any(each.point in used and each.wave in waves for each in tally.reported)
    return reported or any(
        answer is not None and wave in waves
        for point in used & tally.answers.keys()
        for answer, wave in zip(tally.answers[point], tally.waves, strict=True)
    )
