"""What moved since an earlier wave: really, after judging all changes together, or only seemingly."""

from journeymapper.analysis.change.judging import Moved
from journeymapper.analysis.change.waves import Change, compare_waves
from journeymapper.analysis.normalise import score100
from journeymapper.analysis.score import Score
from journeymapper.language.units import format_gap, format_value
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Other, Overlay, nothing
from journeymapper.picture.symbols import Sign
from journeymapper.picture.theme import Tone

SIGNS: dict[Moved, tuple[Sign, Tone]] = {
    "better": ("▲", "certainly better"), "seems better": ("△", "better"), "seems worse": ("▽", "worse"),
    "worse": ("▼", "certainly worse"), "no difference": ("□", "plain"), "no test": ("□", "plain"),
}  # fmt: skip


def change_overlay(ground: Ground) -> Overlay:
    """Changes in the metrics' own units; the band is as long as the change is wide on the 0–100 scale."""
    text = ground.language.text
    found: dict[str, Change] = {}
    if ground.against and ground.wave and ground.against != ground.wave:
        changes = compare_waves(ground.project, ground.tallies, ground.against, ground.wave)
        found = {change.point: change for change in changes}
    return Overlay(
        name="change",
        title=text("Change since {wave}", wave=ground.against or "–"),
        explain=text("ring: the earlier wave; certain ones hold for all shown together"),
        marks={each.id: _mark(ground, ground.shown(each), found) for each in ground.journey.ordered_touchpoints()},
        keys=(
            Key("▲", "certainly better", text("certainly better than before")),
            Key("△", "better", text("seems better, not certain")),
            Key("▽", "worse", text("seems worse, not certain")),
            Key("▼", "certainly worse", text("certainly worse than before")),
            Key("□", "plain", text("no difference, or certainty cannot be computed")),
            Key("○", "plain", text("the earlier wave")),
        ),
    )


def _mark(ground: Ground, score: Score | None, found: dict[str, Change]) -> Mark:
    text = ground.language.text
    if score is None or not score.shown:
        return nothing(text("not measured"))
    change = found.get(score.point)
    if change is None or change.verdict == "one side only" or change.before.value is None:
        return nothing(text("not measured before"))
    if change.difference is None or change.verdict == "hidden":
        return nothing(text("too few answers"))
    metric = ground.project.metrics[ground.project.points[score.point].metric]
    sign, tone = SIGNS[change.verdict]
    before100, _ = score100(metric, change.before.value)
    ends = [format_value(ground.language, metric, value) for value in (change.before.value, score.value or 0.0)]
    return Mark(
        head=format_gap(ground.language, metric, change.difference),
        rows=(" → ".join(ends),),
        sign=sign,
        tone=tone,
        fill=abs((score.score100 or 0.0) - before100) / 100,
        others=(Other(before100, text("before")),),
    )
