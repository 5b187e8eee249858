"""What each touchpoint's story rests on: from a mere assumption to a fresh measurement with enough answers."""

from typing import Literal

from journeymapper.analysis.rollups import touchpoint_scores
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Overlay
from journeymapper.picture.symbols import Sign
from journeymapper.picture.theme import Tone

Grade = Literal["assumption", "staff", "interview", "few answers", "measured"]
SIGNS: dict[Grade, tuple[Sign, Tone, float]] = {
    "assumption": ("○", "plain", 0.0), "staff": ("□", "plain", 0.25), "interview": ("◐", "accent", 0.5),
    "few answers": ("■", "worse", 0.75), "measured": ("●", "accent", 1.0),
}  # fmt: skip


def evidence_overlay(ground: Ground) -> Overlay:
    """The best evidence for each touchpoint."""
    words = _words(ground)
    return Overlay(
        name="evidence",
        title=ground.language.text("Evidence"),
        explain=ground.language.text("what the map rests on; band: how much"),
        marks={each.id: _mark(ground, each, words) for each in ground.journey.ordered_touchpoints()},
        keys=tuple(Key(SIGNS[grade][0], SIGNS[grade][1], words[grade]) for grade in SIGNS),
    )


def grade_of(ground: Ground, touchpoint: Touchpoint) -> Grade:
    """The best evidence for a touchpoint: customers' answers, then research, then the staff's word."""
    found = touchpoint_scores(ground.project, touchpoint, ground.scores, ground.points)
    shown = [each for each in found if each.shown]
    customers = [each for each in shown if not ground.project.points[each.point].asks_staff]
    if any(not each.indicative for each in customers):
        return "measured"
    if customers:
        return "few answers"
    if ground.supports.get(touchpoint.id):
        return "interview"
    return "staff" if shown else "assumption"


def _mark(ground: Ground, touchpoint: Touchpoint, words: dict[Grade, str]) -> Mark:
    grade = grade_of(ground, touchpoint)
    sign, tone, fill = SIGNS[grade]
    return Mark(head=words[grade], rows=_rows(ground, touchpoint), sign=sign, tone=tone, fill=fill)


def _rows(ground: Ground, touchpoint: Touchpoint) -> tuple[str, ...]:
    score: Score | None = ground.shown(touchpoint)
    language = ground.language
    answers = score.n if score is not None and score.shown and score.n is not None else None
    found = ground.supports.get(touchpoint.id, ())
    return tuple(
        filter(
            None,
            (
                "" if answers is None else language.text("n {n}", n=language.number(answers)),
                language.plural("{n} source", "{n} sources", len(found)) if found else "",
            ),
        )
    )


def _words(ground: Ground) -> dict[Grade, str]:
    text = ground.language.text
    return {
        "assumption": text("assumption"), "staff": text("staff only"), "interview": text("research"),
        "few answers": text("few answers"), "measured": text("measured"),
    }  # fmt: skip
