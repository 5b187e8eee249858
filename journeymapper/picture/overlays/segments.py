"""The values of one segment side by side: everybody's figure, and each group's that is large enough to be shown."""

from collections.abc import Mapping

from journeymapper.analysis.score import Score
from journeymapper.analysis.scoring import score_segments
from journeymapper.language.units import format_value
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.overlays.overlay import Ground, Key, Mark, Other, Overlay, nothing
from journeymapper.picture.overlays.verdict_keys import verdict_keys
from journeymapper.picture.symbols import verdict_sign
from journeymapper.picture.theme import tone_of

MOST = 4
"""More groups than this are not told apart on a card; the inspector lists them all."""


def segments_overlay(ground: Ground) -> Overlay:
    """Rings in the score lane are the groups; the intervals and tests of a difference are in the inspector."""
    text = ground.language.text
    by_value = score_segments(
        ground.project, ground.tallies, wave=ground.wave, segment_name=ground.segment_name, book=ground.book
    )
    return Overlay(
        name="segments",
        title=text("Segments: {segment}", segment=ground.segment_name),
        explain=text("each group’s figure; ring: a group, filled sign: everybody"),
        marks={each.id: _mark(ground, each, by_value) for each in ground.journey.ordered_touchpoints()},
        keys=(*verdict_keys(ground.language), Key("○", "plain", text("a group’s figure"))),
    )


def _mark(ground: Ground, touchpoint: Touchpoint, by_value: Mapping[str, Mapping[str, Score]]) -> Mark:
    language, score = ground.language, ground.shown(touchpoint)
    if score is None or not score.shown or score.value is None:
        return nothing(language.text("not measured"))
    metric = ground.project.metrics[ground.project.points[score.point].metric]
    groups = [(value, found[score.point]) for value, found in by_value.items() if score.point in found]
    shown = [(value, each) for value, each in groups if each.shown and each.value is not None][:MOST]
    if not shown:
        value = format_value(language, metric, score.value)
        return Mark(
            head=value, rows=(language.text("no groups to show"),), sign=verdict_sign(score), tone="plain", fill=0.0
        )
    rows = tuple(f"{value}: {format_value(language, metric, each.value or 0.0)}" for value, each in shown)
    others = tuple(
        Other(each.score100, row) for (_, each), row in zip(shown, rows, strict=True) if each.score100 is not None
    )
    places = [each.value100 for each in others]
    return Mark(
        head=format_value(language, metric, score.value), rows=rows, sign=verdict_sign(score), tone=tone_of(score),
        fill=(max(places) - min(places)) / 100 if len(places) > 1 else 0.0, others=others,
    )  # fmt: skip
