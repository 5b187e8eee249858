"""The feeling that the team expects beside what customers' scores say, both on −2…+2."""

from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Overlay, nothing
from journeymapper.picture.overlays.written import written
from journeymapper.picture.symbols import Sign
from journeymapper.picture.theme import Tone


def feeling_overlay(ground: Ground) -> Overlay:
    """A score's place on its own goalposts, 0–100, is laid on −2…+2: a comparison of level, not of feelings felt."""
    text = ground.language.text
    return Overlay(
        name="feeling",
        title=text("Expected against measured"),
        explain=text("expected feeling → the score’s place on its own scale, both as −2…+2"),
        marks={each.id: _mark(ground, each) for each in ground.journey.ordered_touchpoints()},
        keys=(
            Key("▲", "certainly better", text("certainly better than expected")),
            Key("△", "better", text("better, not certain")),
            Key("▽", "worse", text("worse, not certain")),
            Key("▼", "certainly worse", text("certainly worse than expected")),
            Key("■", "plain", text("measured, in the feeling lane")),
        ),
    )


def felt(value100: float) -> float:
    """A place on 0–100 as a place on −2…+2."""
    return value100 / 25 - 2


def _mark(ground: Ground, touchpoint: Touchpoint) -> Mark:
    language, score = ground.language, ground.shown(touchpoint)
    if score is None or not score.shown or score.score100 is None:
        return nothing(language.text("not measured"))
    measured = felt(score.score100)
    if touchpoint.feeling is None:
        return Mark(head=language.number(measured, 1, sign=True), rows=written(ground, score), felt=measured)
    difference = measured - touchpoint.feeling
    ends = (language.number(touchpoint.feeling, sign=True), language.number(measured, 1, sign=True))
    sign, tone = _side(difference, _certain(score, touchpoint.feeling))
    return Mark(
        head=language.number(difference, 1, sign=True), rows=(" → ".join(ends), *written(ground, score)), sign=sign,
        tone=tone, fill=min(1.0, abs(difference) / 4), felt=measured,
    )  # fmt: skip


def _side(difference: float, certain: bool) -> tuple[Sign, Tone]:
    if difference >= 0:
        return ("▲", "certainly better") if certain else ("△", "better")
    return ("▼", "certainly worse") if certain else ("▽", "worse")


def _certain(score: Score, expected: int) -> bool:
    """Whether the whole interval lies on one side of what was expected."""
    if score.low100 is None or score.high100 is None or score.indicative:
        return False
    return felt(score.low100) > expected or felt(score.high100) < expected
