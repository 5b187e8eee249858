"""The coverage of a whole plan in every dimension that there is."""

import msgspec

from journeymapper.analysis.coverage.dimension import Coverage, Weighted


class PlanCoverage(msgspec.Struct, frozen=True, kw_only=True):
    """Coverage by dimension; show moments of truth first. Coverage is not quality, and covering everything no aim.

    `by_volume` has a figure for each unit in which volumes are counted; `blind_stages` are those where nothing is
    live, those before the purchase in `blind_before_purchase`; `new_channels` those of the project's new channels that
    are in scope; `never_asked` the groups that no point asks, where points say whom they ask.
    """

    moments_of_truth: Coverage
    touchpoints: Coverage
    stages: Coverage
    kinds: Coverage
    channels: Coverage
    personas: Coverage
    stage_channel: Coverage
    stage_persona: Coverage
    hand_offs: Coverage
    promises: Coverage
    metric_types: Coverage
    metric_classes: Coverage
    levels: Coverage
    audiences: Coverage
    by_volume: dict[str, Weighted]
    by_importance: Weighted
    by_channel_share: Weighted
    by_persona_share: Weighted
    blind_stages: tuple[str, ...] = ()
    blind_before_purchase: tuple[str, ...] = ()
    new_channels: tuple[str, ...] = ()
    never_asked: tuple[str, ...] = ()
