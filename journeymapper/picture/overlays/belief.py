"""What the staff believe beside what customers say: blind spots and hidden strengths on the map."""

from journeymapper.analysis.beliefs.guesses import PointGuesses, guesses_at, locked_at
from journeymapper.analysis.beliefs.report import Belief, belief_of
from journeymapper.language.belief_words import belief_words
from journeymapper.language.units import format_value
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Other, Overlay, nothing
from journeymapper.picture.symbols import Sign
from journeymapper.picture.theme import Tone

LOOKS: dict[str, tuple[Sign, Tone]] = {
    "overestimate": ("▼", "certainly worse"),
    "underestimate": ("▲", "certainly better"),
    "aligned": ("●", "accent"),
    "unclear": ("◐", "plain"),
}


def belief_overlay(ground: Ground) -> Overlay:
    """Guesses against figures; nothing of either while a round of guesses is still open."""
    text = ground.language.text
    return Overlay(
        name="belief",
        title=text("Staff's beliefs"),
        explain=text("what the staff guessed that customers answer; ring: the guess"),
        marks=_marks(ground),
        keys=(
            Key("▼", "certainly worse", text("blind spot: overestimated")),
            Key("▲", "certainly better", text("hidden strength: underestimated")),
            Key("●", "accent", text("as customers see it")),
            Key("◐", "plain", text("not certain")),
        ),
    )


def _marks(ground: Ground) -> dict[str, Mark]:
    text, touchpoints = ground.language.text, ground.journey.ordered_touchpoints()
    found = guesses_at(ground.project, ground.tallies)
    if found and not locked_at(ground.project):
        return {each.id: nothing(text("guesses still open")) for each in touchpoints}
    marks = {}
    for touchpoint in touchpoints:
        here = [point for point in ground.points.get(touchpoint.id, ()) if point.id in found]
        beliefs = [_belief(ground, point.id, found[point.id]) for point in here if point.id in ground.scores]
        told = [each for each in beliefs if each.gap is not None] or beliefs
        marks[touchpoint.id] = _mark(ground, told[0]) if told else nothing(text("nobody has guessed"))
    return marks


def _belief(ground: Ground, point: str, guesses: PointGuesses) -> Belief:
    metric = ground.project.metrics[ground.project.points[point].metric]
    return belief_of(metric, ground.scores[point], guesses)


def _mark(ground: Ground, belief: Belief) -> Mark:
    language = ground.language
    metric = ground.project.metrics[ground.project.points[belief.point].metric]
    if belief.gap is None or belief.staff is None or belief.customers is None:
        return nothing(belief_words(language, belief.gap_class))
    sign, tone = LOOKS[belief.gap_class]
    rows = (
        language.text("guess {value}", value=format_value(language, metric, belief.staff)),
        language.text("customers {value}", value=format_value(language, metric, belief.customers)),
        language.text("staff n {n}", n=language.number(belief.staff_n or 0)),
    )
    gap = language.text("gap {n}", n=language.number(belief.gap, 0, sign=True))
    others = (Other(belief.staff100, language.text("guess")),) if belief.staff100 is not None else ()
    return Mark(head=gap, rows=rows, sign=sign, tone=tone, fill=(belief.customers100 or 0.0) / 100, others=others)
