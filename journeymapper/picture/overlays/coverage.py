"""How far the measurement of each touchpoint has come: planned, live, with enough answers, or deliberately not."""

from journeymapper.analysis.coverage import Step, coverage, is_planned
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Overlay
from journeymapper.picture.symbols import Sign
from journeymapper.picture.theme import Tone

SIGNS: dict[Step, tuple[Sign, Tone, float]] = {
    "evidenced": ("●", "accent", 1.0), "live": ("◐", "accent", 0.66), "planned": ("■", "worse", 0.33),
    "": ("○", "certainly worse", 0.0),
}  # fmt: skip


def coverage_overlay(ground: Ground) -> Overlay:
    """The step that the best point of each touchpoint has reached."""
    words = _words(ground)
    found = coverage(ground.project, ground.journey, ground.scores).touchpoints
    keys = [Key(SIGNS[step][0], SIGNS[step][1], words[step]) for step in SIGNS]
    text, touchpoints = ground.language.text, ground.journey.ordered_touchpoints()
    return Overlay(
        name="coverage",
        title=text("Coverage"),
        explain=text("how far the measurement has come; covering everything is not the aim"),
        marks={each.id: _mark(ground, each, found.items.get(each.id), words) for each in touchpoints},
        keys=(*keys, Key("□", "plain", text("deliberately not measured, or out of scope"))),
    )  # fmt: skip


def _mark(ground: Ground, touchpoint: Touchpoint, step: Step | None, words: dict[Step, str]) -> Mark:
    language = ground.language
    if step is None:
        why = language.text("out of scope") if not touchpoint.in_scope else language.text("on purpose")
        return Mark(head=why, rows=(touchpoint.not_measured_because,) * bool(touchpoint.not_measured_because), fill=0.0)
    sign, tone, fill = SIGNS[step]
    points = [point for point in ground.points.get(touchpoint.id, ()) if is_planned(point)]
    rows = tuple(f"{point.id} {_answers(ground, point.id, point.needed_n)}".strip() for point in points[:2])
    return Mark(head=words[step], rows=rows, sign=sign, tone=tone, fill=fill)


def _answers(ground: Ground, point: str, needed: int | None) -> str:
    """Answers got, and how many are needed where that is known: `58 / 73`."""
    score, number = ground.scores.get(point), ground.language.number
    if score is None or score.hidden or score.n is None:
        return ""
    return f"{number(score.n)} / {number(needed)}" if needed else f"n {number(score.n)}"


def _words(ground: Ground) -> dict[Step, str]:
    text = ground.language.text
    return {
        "evidenced": text("enough answers"), "live": text("live"), "planned": text("planned"),
        "": text("not measured"),
    }  # fmt: skip
