"""What an import would bring, before it is taken: the account, the scores, and the wave before. The work of a job."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.sources import Mapping as FileMapping
from journeymapper.model.sources import Unused
from journeymapper.model.tally import Tally
from journeymapper.results.importing import Imported, read_results
from journeymapper.results.recurring import Known, Recurring, recurring
from journeymapper.results.rivals import Rival, fed_points
from journeymapper.results.taking import take_in
from journeymapper.results.updating import Update

Tallies = Mapping[str, Tally]


class PointOutlook(msgspec.Struct, frozen=True, kw_only=True):
    """One point: answers used and not used, the score that it would have, the score of the wave before."""

    point: str
    columns: tuple[str, ...]
    used: int
    unused: tuple[Unused, ...]
    score: Score
    before: Score | None


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """An import that is ready to be taken.

    `rivals` are what the project holds already of the same answers; `points` are as if they gave way, `added` as if
    they stayed. Without rivals both are the same. `again` says how many rows of a rival seem to be in the file again.
    """

    imported: Imported
    base: Project
    points: tuple[PointOutlook, ...]
    added: tuple[PointOutlook, ...]
    wave: str
    before: str
    rivals: tuple[Rival, ...]
    again: tuple[Recurring, ...] = ()
    newest: bool
    changes: tuple[Message, ...] = ()
    update: Update | None = None

    @property
    def worth_taking(self) -> bool:
        """Whether there is anything in it: answers that can be used, or events."""
        return bool(self.used or self.imported.result_set.log)

    @property
    def used(self) -> int:
        """Answers used, of all points together."""
        return sum(each.used for each in self.points)


def look_ahead(
    path: Path,
    mapping: FileMapping,
    known: Known,
    today: date,
    tick: Callable[[], object],
    progress: Callable[[float], object] = bool,
    *,
    replacing: str = "",
) -> Outlook:
    """Read the file and score it as if it had been taken; raises Refusal for what cannot be read.

    `replacing` is the import that is done again: whatever else is decided, it gives way.
    """
    imported = read_results(path, mapping, known.project, today=today, tick=tick, progress=progress)
    tick()
    others = known.without([replacing] if replacing else [])
    project, tallies = others.project, known.tallies
    beside = take_in(project, tallies, imported)
    tick()
    again = recurring(others, beside)
    rivals = (*beside.rivals, *_unseen(again, beside.rivals))
    taken = take_in(project, tallies, imported, replacing=[each.result_set.id for each in rivals]) if rivals else beside
    after, all_tallies = taken.project, {**tallies, **taken.tallies}
    wave = _last(after, imported.result_set.waves)
    ids = _points(imported, after)
    before, old_scores = _wave_before(after, all_tallies, wave, ids)
    tick()

    def outlooks(scores: dict[str, Score]) -> tuple[PointOutlook, ...]:
        return tuple(_outlook(point, imported, scores[point], old_scores.get(point)) for point in ids)

    points = outlooks(_scores(after, all_tallies, wave))
    tick()
    added = outlooks(_scores(beside.project, {**tallies, **beside.tallies}, wave)) if rivals else points
    return Outlook(
        imported=imported,
        base=known.project,
        points=points,
        added=added,
        wave=wave,
        before=before,
        rivals=rivals,
        again=again,
        newest=after.wave_order[-1:] == (wave,),
        changes=taken.changes,
        update=taken.update,
    )


def _unseen(again: Iterable[Recurring], rivals: Sequence[Rival]) -> Iterator[Rival]:
    """Rivals by their rows alone, such as a shorter export of the same event log."""
    for one in again:
        if all(rival.result_set.id != one.result_set.id for rival in rivals):
            yield Rival(result_set=one.result_set, same_file=False)


def _points(imported: Imported, project: Project) -> list[str]:
    """The points that the import feeds, in the order of the plan."""
    fed = fed_points(imported.result_set) | {use.point for use in imported.result_set.mapping.columns}
    return [point for point in project.point_order if point in fed]


def _outlook(point: str, imported: Imported, score: Score, before: Score | None) -> PointOutlook:
    account, mapping = imported.result_set.account, imported.result_set.mapping
    return PointOutlook(
        point=point,
        columns=tuple(dict.fromkeys(use.column for use in mapping.columns if use.point == point)),
        used=account.used.get(point, 0),
        unused=tuple(each for each in account.unused if each.point == point),
        score=score,
        before=before,
    )


def _last(project: Project, waves: Iterable[str]) -> str:
    own = set(waves)
    return next((wave for wave in reversed(project.wave_order) if wave in own), "")


def _wave_before(project: Project, tallies: Tallies, wave: str, points: Iterable[str]) -> tuple[str, dict[str, Score]]:
    """The last wave before this one that has figures for one of the points; "" where there is none."""
    place = project.wave_order.index(wave) if wave in project.wave_order else 0
    wanted = list(points)
    for earlier in reversed(project.wave_order[:place]):
        scores = _scores(project, tallies, earlier)
        if any(scores[point].sources for point in wanted):
            return earlier, scores
    return "", {}


def _scores(project: Project, tallies: Tallies, wave: str) -> dict[str, Score]:
    from journeymapper.analysis.scoring import score_points

    return score_points(project, tallies, wave=wave)
