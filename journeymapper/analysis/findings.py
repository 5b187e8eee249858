"""The headline that a map gives itself from its results, where its author wrote none."""

from collections.abc import Callable, Mapping

from journeymapper.analysis.normalise import NET_KINDS, SHARE_KINDS
from journeymapper.analysis.rollups import JourneyRollup, touchpoint_scores, worst_score
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

MINUS = "−"
Written = Callable[[Metric, Score], str]


def headline(
    project: Project,
    journey: Journey,
    rollup: JourneyRollup,
    scores: Mapping[str, Score],
    *,
    written: Written | None = None,
) -> Message:
    """The journey's own headline or the main finding; `written` writes a gap as the reader's language does."""
    if journey.headline:
        return Message("{headline}", {"headline": journey.headline})
    if not rollup.measured:
        return Message(
            "No results yet: {n} touchpoint to measure",
            {"n": rollup.to_measure},
            "No results yet: {n} touchpoints to measure",
        )
    worst = _worst(project, journey, rollup, scores)
    if rollup.worse and worst:
        gap = (written or plain_gap)(project.metrics[project.points[worst[1].point].metric], worst[1])
        return _certainly_worse(rollup, {"touchpoint": worst[0].name, "gap": gap})
    if not worst or worst[1].target is None:
        return Message(
            "{n} touchpoint measured, not yet against a target",
            {"n": rollup.measured},
            "{n} touchpoints measured, not yet against a target",
        )
    return Message(
        "The measured touchpoint is not certainly worse than target: {touchpoint}",
        {"n": rollup.measured, "touchpoint": worst[0].name},
        "None of {n} measured touchpoints is certainly worse than target; the weakest is {touchpoint}",
    )


def _certainly_worse(rollup: JourneyRollup, worst: dict[str, str]) -> Message:
    if rollup.measured == 1:
        return Message("The measured touchpoint is certainly worse than target: {touchpoint}, {gap}", {**worst})
    return Message(
        "{n} of {measured} measured touchpoints is certainly worse than target: {touchpoint}, {gap}",
        {"n": rollup.worse, "measured": rollup.measured, **worst},
        "{n} of {measured} measured touchpoints are certainly worse than target; the widest gap is {touchpoint}, {gap}",
    )


def plain_gap(metric: Metric, score: Score) -> str:
    """A gap in own units with a true minus: whole points for shares and NPS, one decimal for scales."""
    value = score.gap or 0.0
    whole = metric.kind in (*SHARE_KINDS, *NET_KINDS, "smiley")
    digits = f"{abs(value):.0f}" if whole else f"{abs(value):.1f}"
    return (MINUS if value < 0 and float(digits) else "") + digits


def _worst(
    project: Project, journey: Journey, rollup: JourneyRollup, scores: Mapping[str, Score]
) -> tuple[Touchpoint, Score] | None:
    if rollup.worst is None:
        return None
    touchpoint = journey.touchpoints[rollup.worst]
    score = worst_score(touchpoint_scores(project, touchpoint, scores))
    return (touchpoint, score) if score else None
