"""What points, kinds of columns and reasons are called in the import dialog."""

from journeymapper.language.language import Language
from journeymapper.language.reason_words import reason_words
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.sources import Unused
from journeymapper.results.inspection import ColumnFacts

LONGEST = 70


def point_words(language: Language, project: Project, point: MeasurementPoint) -> str:
    """A point in a list: `P17 · Final invoice · questions`."""
    return " · ".join(filter(None, (point.id, place_words(language, project, point), point.name)))


def place_words(language: Language, project: Project, point: MeasurementPoint) -> str:
    """Where a point is taken."""
    journey = project.journey_of(point.anchor.id)
    if journey is None:
        return language.text("Whole relationship")
    if point.anchor.kind == "hand-off":
        return language.text("Hand-off")
    place = journey.touchpoints.get(point.anchor.id) or journey.stages.get(point.anchor.id)
    return place.name if place else journey.name


def kind_words(language: Language, facts: ColumnFacts, rows: int) -> str:
    """What a column holds, in a few words: `scale 1–5 · 3 % blank`."""
    text = language.text
    words = {
        "scale": lambda: text("scale {low}–{high}", low=_end(language, facts.low), high=_end(language, facts.high)),
        "number": lambda: text("numbers {low}–{high}", low=_end(language, facts.low), high=_end(language, facts.high)),
        "choice": lambda: language.plural("{n} choice", "{n} choices", facts.distinct),
        "date": lambda: text("dates {low}–{high}", low=_end(language, facts.low), high=_end(language, facts.high)),
        "text": lambda: text("texts"),
        "id": lambda: text("different in each row"),
        "empty": lambda: text("empty"),
    }[facts.kind]()
    words = " · ".join(filter(None, (role_words(language, facts), words)))
    if not facts.missing or not rows or facts.kind == "empty":
        return words
    share = 100 * facts.missing / rows
    few = language.plural("{n} blank", "{n} blank", facts.missing)
    blank = few if share < 1 else text("{share} blank", share=language.percent(share))
    return f"{words} · {blank}"


def role_words(language: Language, facts: ColumnFacts) -> str:
    """Whose a column is that holds no answers: `tells who somebody is (its name)`, `the platform's own column`."""
    if facts.role == "answer":
        return ""
    reason = language.message(facts.role_reason) if facts.role_reason else ""
    if facts.role == "metadata":
        return reason
    return language.text("tells who somebody is ({reason})", reason=reason)


def _end(language: Language, value: float | str | None) -> str:
    if isinstance(value, float | int):
        return language.number(value, 0 if value == round(value) else 1)
    if value is None:
        return ""
    from datetime import date

    return language.date(date.fromisoformat(value))


def unused_words(language: Language, unused: Unused) -> str:
    """Why some answers are not used: `12 × off the scale: “6”`."""
    words = f"{language.number(unused.count)} × {reason_words(language, unused.reason)}"
    examples = ", ".join(f"“{example}”" for example in unused.examples)
    return f"{words}: {examples}" if examples and unused.reason != "blank" else words


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text cut to a length, with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
