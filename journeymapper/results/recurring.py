"""Which rows of a file an earlier file of the survey had already, though nobody knows the respondents.

Nobody can say for sure then that a row came before; rows are compared by their answers, segments, day and wave, as far
as both files have them. Where nearly all of the smaller one's are in the other, somebody must decide.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from journeymapper.model import edits
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet
from journeymapper.model.tally import Tally
from journeymapper.storage.parts import event_log

if TYPE_CHECKING:
    from journeymapper.results.taking import Taken

NEARLY_ALL = 0.8
Tallies = Mapping[str, Tally]
Slot = tuple[str, str]
"""A wave and a day; the day is empty where one of two files has none."""
Key = tuple[object, ...]


class Known(msgspec.Struct, frozen=True):
    """What the project has before a file comes; attachments by name."""

    project: Project
    tallies: Tallies
    attachments: Mapping[str, bytes] = {}

    def without(self, gone: Iterable[str]) -> "Known":
        """Without the imports of these ids."""
        project = self.project
        for key in gone:
            project = edits.remove_result_set(project, key)
        return msgspec.structs.replace(self, project=project)


class Recurring(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier import of which `again` rows, or events, seem to come again; it has so many `rows` in all."""

    result_set: ResultSet
    again: int
    rows: int
    waves: tuple[str, ...]


def recurring(known: Known, taken: "Taken") -> tuple[Recurring, ...]:
    """The earlier imports of the survey whose rows come again in a file, each as far as it counts now.

    Where both know their respondents these tell for sure, and `updating` counts each row once.
    """
    new = taken.result_set
    if new.log:
        return tuple(_logs_again(known, new.log, taken.attachments))
    tally = taken.tallies[new.tally]
    found: list[Recurring] = []
    for old in _imports(known.project):
        before = known.tallies.get(old.tally)
        known_people = before is not None and before.respondents and tally.respondents
        if before is None or known_people or not _alike(old, new):
            continue
        one = _compared(old, before, new, tally)
        if one is not None:
            found.append(one)
    return tuple(found)


def _imports(project: Project) -> Iterator[ResultSet]:
    return (project.result_sets[key] for key in project.result_order)


def _alike(old: ResultSet, new: ResultSet) -> bool:
    """Whether both have a wave, and a column for the same point or figures that were computed elsewhere."""
    if not set(old.waves) & set(new.waves):
        return False
    if old.mapping.beliefs != new.mapping.beliefs or old.mapping.aggregates != new.mapping.aggregates:
        return False
    pairs = [{(use.column.casefold(), use.point) for use in one.mapping.columns} for one in (old, new)]
    return new.mapping.aggregates or bool(pairs[0] & pairs[1])


def _compared(old: ResultSet, before: Tally, new: ResultSet, tally: Tally) -> Recurring | None:
    shared = _Shared.of(before, tally)
    theirs, ours = shared.rows(before), shared.rows(tally)
    slots = {_slot(key) for key in theirs} & {_slot(key) for key in ours}
    there = Counter({key: count for key, count in theirs.items() if _slot(key) in slots})
    here = Counter({key: count for key, count in ours.items() if _slot(key) in slots})
    again = (there & here).total()
    if not again or again < NEARLY_ALL * min(there.total(), here.total()):
        return None
    waves = {wave for wave, _ in slots}
    return Recurring(
        result_set=old, again=again, rows=theirs.total(), waves=tuple(wave for wave in new.waves if wave in waves)
    )


def _logs_again(known: Known, name: str, attachments: Mapping[str, bytes]) -> Iterator[Recurring]:
    """Logs most of whose events are in another log too; their cases have the same keys in all files of a project."""
    ours = _events(attachments, name)
    for old in _imports(known.project):
        if old.log in known.attachments:
            theirs = _events(known.attachments, old.log)
            again = (theirs & ours).total()
            if again and again >= NEARLY_ALL * min(theirs.total(), ours.total()):
                yield Recurring(result_set=old, again=again, rows=theirs.total(), waves=old.waves)


def _events(attachments: Mapping[str, bytes], name: str) -> Counter[Key]:
    log = event_log(attachments, name)
    return Counter(zip(log.cases, log.activities, log.times, strict=True))


def _slot(key: Key) -> Slot:
    return str(key[0]), str(key[1])


class _Shared(msgspec.Struct, frozen=True):
    """What two tallies can be compared by."""

    points: tuple[str, ...]
    segments: tuple[str, ...]
    dated: bool
    joint: bool

    @classmethod
    def of(cls, one: Tally, other: Tally) -> "_Shared":
        return cls(
            points=tuple(point for point in one.answers if point in other.answers),
            segments=tuple(name for name in one.segments if name in other.segments),
            dated=any(one.days) and any(other.days),
            joint=one.joint and other.joint,
        )

    def rows(self, tally: Tally) -> Counter[Key]:
        """How many rows there are of each kind, those with no answer to a shared point left out."""
        found: Counter[Key] = Counter()
        days = tally.days if self.dated else [""] * len(tally.waves)
        beside = list(zip(*(tally.segments[name] for name in self.segments), strict=True)) or [()] * len(tally.waves)
        for points in [self.points] if self.joint else [(point,) for point in self.points]:
            answers = zip(*(tally.answers[point] for point in points), strict=True)
            none = (None,) * len(points)
            for wave, day, segments, row, count in zip(tally.waves, days, beside, answers, tally.counts, strict=False):
                if row != none:
                    found[wave, day, points, segments, row] += count
        for each in tally.reported:
            found[each.wave, "", each.point, (), ()] += each.n  # whatever the figure is by now
        return found
