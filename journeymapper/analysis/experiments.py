"""What an experiment needs, and what came of it."""

from collections.abc import Mapping

import msgspec

from journeymapper.analysis.change.segments import compare_segments
from journeymapper.analysis.change.waves import Change
from journeymapper.analysis.normalise import SHARE_KINDS
from journeymapper.analysis.planning import USUAL_NPS_VARIANCE, needed_for_change
from journeymapper.analysis.score import Score
from journeymapper.model.acting import Experiment
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally


class ExperimentResult(msgspec.Struct, frozen=True, kw_only=True):
    """Answers needed in each arm (None where the smallest effect is not given), and the arms against the first one.

    `enough` says whether each arm has what is needed; `early` warns of a result that was looked at before.
    """

    experiment: str
    needed: int | None = None
    changes: tuple[Change, ...] = ()
    enough: bool = False
    note: Message = Message("")


def needed_in_each_arm(metric: Metric, least_effect: float, value: float | None = None) -> int:
    """Answers in each arm that find the effect with 80 % power; the present `value` tells a share's variance."""
    if metric.kind == "nps":
        return needed_for_change(USUAL_NPS_VARIANCE, USUAL_NPS_VARIANCE, least_effect / 100)
    if metric.kind in SHARE_KINDS:
        share = 0.5 if value is None else value / 100
        variance = max(share * (1 - share), 0.01)
        return needed_for_change(variance, variance, least_effect / 100)
    spread = (abs(metric.best - metric.worst) / 4) ** 2
    return needed_for_change(spread, spread, least_effect)


def experiment_result(
    project: Project, tallies: Mapping[str, Tally], experiment: Experiment, scores: Mapping[str, Score] = {}
) -> ExperimentResult:
    """The result over all waves; without a point, a segment or two arms there is none."""
    point = project.points.get(experiment.point)
    if point is None or not experiment.segment or len(experiment.arms) < 2:
        note = Message("An experiment needs a point, a segment and two variants to have a result.")
        return ExperimentResult(experiment=experiment.id, note=note)
    metric, score = project.metrics[point.metric], scores.get(point.id)
    needed = None
    if experiment.least_effect:
        needed = needed_in_each_arm(metric, abs(experiment.least_effect), score.value if score else None)
    before = experiment.arms[0].value
    wanted = {arm.value for arm in experiment.arms}
    found = compare_segments(project, tallies, experiment.segment, project.wave_order, points=[point.id])
    pairs = [each for each in found if {each.first, each.second} <= wanted and before in (each.first, each.second)]
    sizes = [side.n or 0 for each in pairs for side in (each.before, each.after)]
    enough = bool(sizes) and (needed is None or min(sizes) >= needed)
    note = Message("") if enough else Message("Not enough answers yet: a result looked at early misleads.")
    return ExperimentResult(experiment=experiment.id, needed=needed, changes=tuple(pairs), enough=enough, note=note)
