"""Two waves side by side, point by point: what really moved and what only seems to."""

from collections.abc import Mapping, Sequence

import msgspec

from journeymapper.analysis.change.difference import Difference, difference
from journeymapper.analysis.change.groups import Side, in_waves, paired_answers, shared_answers
from journeymapper.analysis.change.judging import Moved, detectable, judge
from journeymapper.analysis.marginals import ScoreBook, score_book
from journeymapper.analysis.material import Material
from journeymapper.analysis.normalise import lower_is_better
from journeymapper.analysis.score import Score
from journeymapper.analysis.scoring import score_points
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One point in two waves or segments (`first`, `second`), second minus first.

    `verdict` is better or worse where the change is certain after Benjamini and Hochberg over all changes shown,
    `seems …` where it is not. `detectable` is the least change that these many answers would find with 80 % power.
    """

    point: str
    first: str
    second: str
    before: Side
    after: Side
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    adjusted_p: float | None = None
    test: str = ""
    pairs: int = 0
    verdict: Moved
    detectable: float | None = None
    note: str = ""


def compare_waves(
    project: Project,
    tallies: Mapping[str, Tally],
    before: str,
    after: str,
    *,
    segment: tuple[str, str] | None = None,
    points: Sequence[str] = (),
    book: ScoreBook | None = None,
) -> list[Change]:
    """The changes of all points (or of `points`) with answers in either wave, in plan order, of all or one segment.

    Points hidden in either wave have no difference. All that is returned counts as shown together.
    """
    kept = book or score_book(project, tallies, (segment[0],) if segment else ())
    scores = [score_points(project, tallies, wave=w, segment=segment, book=kept) for w in (before, after)]
    chosen = [p for p in project.ordered_points() if (not points or p.id in points) and p.metric in project.metrics]
    known = [p for p in chosen if any(side[p.id].verdict != "not measured" for side in scores)]
    found = [
        _difference(project, tallies, kept, point, (before, after), segment, (scores[0][point.id], scores[1][point.id]))
        for point in known
    ]
    sides = [(side_of(scores[0][point.id]), side_of(scores[1][point.id])) for point in known]
    return changes(project, known, (before, after), sides, found)


def changes(
    project: Project,
    points: Sequence[MeasurementPoint],
    names: tuple[str, str],
    sides: Sequence[tuple[Side, Side]],
    found: Sequence[Difference | None],
) -> list[Change]:
    """Differences, None where hidden or missing on one side, judged together."""
    judged = judge(found, [lower_is_better(project.metrics[point.metric]) for point in points])
    rows = []
    for point, (first, second), each, verdict in zip(points, sides, found, judged, strict=True):
        one_sided = each is None and not (first.hidden or second.hidden)
        row = Change(
            point=point.id,
            first=names[0],
            second=names[1],
            before=first,
            after=second,
            verdict="one side only" if one_sided else verdict.verdict,
            adjusted_p=verdict.adjusted_p,
        )
        rows.append(row if each is None else _filled(row, each))
    return rows


def _filled(row: Change, found: Difference) -> Change:
    return msgspec.structs.replace(
        row,
        difference=found.difference,
        low=found.low,
        high=found.high,
        p=found.p,
        test=found.test,
        pairs=found.pairs,
        detectable=detectable(found),
        note=found.note,
    )


def side_of(score: Score) -> Side:
    """A score as a side of a comparison."""
    return Side(
        n=score.n, value=score.value, low=score.low, high=score.high, hidden=score.hidden, indicative=score.indicative
    )


def _difference(
    project: Project,
    tallies: Mapping[str, Tally],
    book: ScoreBook,
    point: MeasurementPoint,
    waves: tuple[str, str],
    segment: tuple[str, str] | None,
    scores: tuple[Score, Score],
) -> Difference | None:
    if not all(score.shown for score in scores):
        return None
    name = segment[0] if segment else ""
    parts = [in_waves(project, tallies, book, point, [wave], name) for wave in waves]
    if segment:
        parts = [part.only(segment[1]) if segment[1] in part.cells else Material() for part in parts]
    pairs = {} if segment else paired_answers(project, tallies, point, waves)
    pairs = pairs or ({} if segment else shared_answers(project, tallies, book, point, waves))
    return difference(project.metrics[point.metric], parts[0], parts[1], pairs)
