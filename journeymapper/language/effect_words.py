"""What came of an action, in one sentence that does not claim more than is known."""

from journeymapper.analysis.change.action_effect import ActionEffect
from journeymapper.language.change_words import change_words
from journeymapper.language.language import Language
from journeymapper.language.units import format_gap, format_value
from journeymapper.model.measurement import Metric


def effect_words(language: Language, metric: Metric, effect: ActionEffect) -> str:
    """Before and after with the change and its interval; or why nothing can be said."""
    if effect.before is None or effect.after is None or effect.difference is None:
        return language.message(effect.note)
    limits = ""
    if effect.low is not None and effect.high is not None:
        limits = " … ".join(format_gap(language, metric, limit) for limit in (effect.low, effect.high))
    said = language.text(
        "{before} → {after}, change {change} ({limits}): {verdict}",
        before=format_value(language, metric, effect.before), after=format_value(language, metric, effect.after),
        change=format_gap(language, metric, effect.difference), limits=limits,
        verdict=change_words(language, effect.verdict),
    )  # fmt: skip
    return f"{said}. {language.message(effect.note)}" if effect.note.text else said
