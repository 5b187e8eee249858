"""The rows of the legend that several overlays share."""

from journeymapper.language.language import Language
from journeymapper.picture.overlays.overlay import Key


def verdict_keys(language: Language) -> tuple[Key, ...]:
    """The signs of verdicts against target."""
    text = language.text
    return (
        Key("▲", "certainly better", text("certainly better than target")),
        Key("△", "better", text("better, not certain")),
        Key("▽", "worse", text("worse, not certain")),
        Key("▼", "certainly worse", text("certainly worse")),
        Key("□", "plain", text("certainty cannot be computed")),
    )
