"""What the dimensions of coverage are called, the most telling first."""

from journeymapper.language.language import Language


def dimension_words(language: Language) -> dict[str, str]:
    """Field of the coverage of a plan to its words."""
    text = language.text
    return {
        "moments_of_truth": text("Moments of truth"),
        "touchpoints": text("Touchpoints"),
        "stages": text("Stages"),
        "channels": text("Channels"),
        "kinds": text("Kinds of touchpoints"),
        "personas": text("Personas"),
        "stage_channel": text("Stages by channel"),
        "stage_persona": text("Stages by persona"),
        "hand_offs": text("Hand-offs"),
        "promises": text("Promises"),
        "metric_types": text("Types of metrics"),
        "metric_classes": text("Classes of metrics"),
        "levels": text("Levels of use"),
        "audiences": text("Who is asked"),
    }
