"""The places of the map by their names, as a cell of the plan says and reads them."""

from journeymapper.language.language import Language
from journeymapper.model.find import name_of
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

WHOLE_RELATIONSHIP, WHOLE_JOURNEY, STAGE = (
    Message("Whole relationship"), Message("Whole journey: {journey}"), Message("Stage: {stage}"),
)  # fmt: skip


def place_words(project: Project, anchor: Anchor, language: Language) -> str:
    """What a place is called in the plan: a touchpoint by its name alone, others with what they are."""
    if anchor.kind == "relationship":
        return language.message(WHOLE_RELATIONSHIP)
    name = name_of(project, anchor.id)
    if anchor.kind == "journey":
        return language.message(Message(WHOLE_JOURNEY.text, {"journey": name}))
    if anchor.kind == "stage":
        return language.message(Message(STAGE.text, {"stage": name}))
    return name


def every_place(project: Project) -> list[Anchor]:
    """All places where a point can hang."""
    places = [Anchor("relationship")]
    for journey in project.ordered_journeys():
        places.append(Anchor("journey", journey.id))
        places += [Anchor("stage", key) for key in journey.stage_order]
        places += [Anchor("touchpoint", key) for key in journey.touchpoints]
        places += [Anchor("hand-off", key) for key in journey.hand_offs]
    return places
