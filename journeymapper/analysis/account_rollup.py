"""Business customers: a score in which each account counts once, however many of its people answered."""

from collections.abc import Mapping

import msgspec

from journeymapper.analysis.distribution import of_answers
from journeymapper.analysis.intervals import t_mean
from journeymapper.analysis.marginals import score_book
from journeymapper.analysis.material import Material, material
from journeymapper.analysis.metrics import Figure, figure
from journeymapper.analysis.score import Score
from journeymapper.analysis.scoring import newest_wave, score_of, unmeasured
from journeymapper.analysis.suppression import threshold
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.sources import ACCOUNT
from journeymapper.model.tally import Tally


def score_accounts(project: Project, tallies: Mapping[str, Tally], *, wave: str | None = None) -> dict[str, Score]:
    """A score for each point, in plan order: the mean of the accounts' own figures with a t interval over accounts.

    `n` is the number of accounts; too few of them are hidden as too few answers are. Answers without an account are
    left out.
    """
    chosen = newest_wave(project, tallies) if wave is None else wave
    book = score_book(project, tallies, (ACCOUNT,))
    return {
        point.id: _score(project, point, material(project, tallies, book, point, wave=chosen, segment=ACCOUNT), chosen)
        for point in project.ordered_points()
    }


def _score(project: Project, point: MeasurementPoint, part: Material, wave: str) -> Score:
    metric = project.metrics.get(point.metric)
    cells = [cell for account, cell in part.cells.items() if account and cell.weight > 0]
    if metric is None or not cells:
        return unmeasured(point, wave)
    if len(cells) < threshold(project.settings, point):
        return Score(point=point.id, wave=wave, hidden="too few", verdict="too few", sources=part.sources)
    own = of_answers(figure(metric, cell).value for cell in cells)
    found = Figure(own.mean, t_mean(own))
    score = score_of(point, metric, found, indicative=len(cells) < project.settings.indicative_under)
    return msgspec.structs.replace(score, wave=wave, n=len(cells), sources=part.sources)
