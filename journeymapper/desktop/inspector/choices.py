"""What fields can be set to: fixed words, and the elements of the document."""

from collections.abc import Callable, Iterable
from typing import cast

from msgspec import structs

from journeymapper.desktop.inspector.form import Choices, Offered
from journeymapper.desktop.inspector.naming import words_of
from journeymapper.language.language import Language
from journeymapper.model.element import Element
from journeymapper.model.find import find, holding_journey
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import Anchor, AnchorKind
from journeymapper.model.messages import Message
from journeymapper.model.places import IN_PROJECT
from journeymapper.model.project import Project

INDENT = "\N{EM SPACE}"
NOTHING = Message("None")
CLAIMS = {
    "name": Message("Name"),
    "text": Message("Text"),
    "expectation": Message("What the customer expects"),
    "situation": Message("Situation"),
    "feeling": Message("Feeling expected"),
    "moment_of_truth": Message("Moment of truth"),
    "importance": Message("Importance, as stated"),
    "volume": Message("Volume"),
    "channels": Message("Channels"),
    "doing": Message("What the customer does"),
    "thoughts": Message("What the customer thinks"),
    "pains": Message("Pains"),
    "delights": Message("Delights"),
    "length": Message("Usual length"),
    "staff": Message("What is expected of staff"),
    "backstage": Message("Backstage"),
    "usual_length": Message("Usual length"),
    "customer_goal": Message("Customer's goal"),
    "success_event": Message("Event that shows success"),
    "description": Message("Description"),
    "share": Message("Share"),
    "quote": Message("In their own words"),
    "target": Message("Target"),
}
SUBJECTS = ("persona", "channel", "promise", "goal", "point")


def fixed(*pairs: tuple[object, Message]) -> Choices:
    """Values with their words."""

    def offer(_project: Project, _element: Element, language: Language) -> Offered:
        return [(value, language.message(words)) for value, words in pairs]

    return Choices(offer)


def of_kind(kind: str, nothing: Message | None = None) -> Choices:
    """The project's elements of a kind in their order, but for the one shown; perhaps none of them."""
    place = next(place for place in IN_PROJECT if place.kind == kind)

    def offer(project: Project, element: Element, language: Language) -> Offered:
        offered: Offered = [("", language.message(nothing))] if nothing else []
        ids = (key for key in place.ordered(project) if key != element.id)
        return offered + [(key, words_of(project, key, language)) for key in ids]

    return Choices(offer, (place.map, place.order))


def touchpoints_here(nothing: Message | None = None) -> Choices:
    """The touchpoints of the journey that holds the element, from left to right; perhaps none of them."""

    def offer(project: Project, element: Element, language: Language) -> Offered:
        offered: Offered = [("", language.message(nothing))] if nothing else []
        journey = holding_journey(project, element.id)
        found = journey.ordered_touchpoints() if journey else []
        return offered + [(touchpoint.id, touchpoint.name) for touchpoint in found]

    return Choices(offer, ("journeys",))


def other_journeys() -> Choices:
    """The journeys but the one shown or that the element is in; or none."""

    def offer(project: Project, element: Element, language: Language) -> Offered:
        own = holding_journey(project, element.id)
        left = {element.id, own.id if own else ""}
        found = [(each.id, each.name) for each in project.ordered_journeys() if each.id not in left]
        return [("", language.message(NOTHING)), *found]

    return Choices(offer, ("journeys", "journey_order"))


def stages_here(nothing: Message) -> Choices:
    """The stages of the journey shown, or none of them."""

    def offer(_project: Project, element: Element, language: Language) -> Offered:
        stages = element.ordered_stages() if isinstance(element, Journey) else []
        return [("", language.message(nothing)), *((stage.id, stage.name) for stage in stages)]

    return Choices(offer, ("journeys",))


def touchpoints() -> Choices:
    """All touchpoints of all journeys."""

    def offer(project: Project, _element: Element, _language: Language) -> Offered:
        journeys = project.ordered_journeys()
        return [(each.id, each.name) for journey in journeys for each in journey.ordered_touchpoints()]

    return Choices(offer, ("journeys", "journey_order"))


def touchpoints_of(nothing: Message) -> Choices:
    """The touchpoints of the journey shown, or none of them."""

    def offer(_project: Project, element: Element, language: Language) -> Offered:
        found = element.ordered_touchpoints() if isinstance(element, Journey) else []
        return [("", language.message(nothing)), *((touchpoint.id, touchpoint.name) for touchpoint in found)]

    return Choices(offer, ("journeys",))


def points_at(find_points: Callable[[Project, Element], Iterable[str]], nothing: Message) -> Choices:
    """Some measurement points, or none."""

    def offer(project: Project, element: Element, language: Language) -> Offered:
        offered: Offered = [("", language.message(nothing))]
        return offered + [(key, words_of(project, key, language)) for key in find_points(project, element)]

    return Choices(offer, ("points", "point_order", "metrics"))


def anchors(nothing: Message | None = None) -> Choices:
    """What a point, action or note can hang on, each below what holds it; perhaps nothing."""

    def offer(project: Project, _element: Element, language: Language) -> Offered:
        offered: Offered = [(None, language.message(nothing))] if nothing else []
        offered.append((Anchor("relationship"), language.text("Whole relationship")))
        for kind, key, words in _places(project, language):
            offered.append((Anchor(cast(AnchorKind, kind), key), words))
        return offered

    return Choices(offer, ("journeys", "journey_order"))


def places() -> Choices:
    """The ids of journeys, stages, touchpoints and hand-offs."""

    def offer(project: Project, _element: Element, language: Language) -> Offered:
        return [(key, words) for _, key, words in _places(project, language)]

    return Choices(offer, ("journeys", "journey_order"))


def subjects() -> Choices:
    """What evidence can be about."""

    def offer(project: Project, _element: Element, language: Language) -> Offered:
        offered: Offered = [(project.id, project.name)]
        offered += [(key, words) for _, key, words in _places(project, language)]
        for place in IN_PROJECT:
            if place.kind in SUBJECTS:
                offered += [(key, words_of(project, key, language)) for key in place.ordered(project)]
        return offered

    return Choices(offer, ("journeys", "personas", "channels", "promises", "goals", "points"))


def claims() -> Choices:
    """The fields of what a piece of evidence is about, in words."""

    def offer(project: Project, element: Element, language: Language) -> Offered:
        subject = find(project, getattr(element, "subject", ""))
        names = structs.fields(subject) if subject else ()
        known = [(field.name, CLAIMS[field.name]) for field in names if field.name in CLAIMS]
        return [("", language.text("All of it")), *((name, language.message(words)) for name, words in known)]

    return Choices(offer, ("evidence",))


def _places(project: Project, language: Language) -> Iterable[tuple[str, str, str]]:
    for journey in project.ordered_journeys():
        yield "journey", journey.id, journey.name
        yield from _parts(project, journey, language)


def _parts(project: Project, journey: Journey, language: Language) -> Iterable[tuple[str, str, str]]:
    for stage in journey.ordered_stages():
        yield "stage", stage.id, INDENT + stage.name
        for key in stage.touchpoints:
            yield "touchpoint", key, 2 * INDENT + journey.touchpoints[key].name
    for key in journey.hand_offs:
        yield "hand-off", key, INDENT + words_of(project, key, language)
