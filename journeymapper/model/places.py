"""Where each kind of element is kept: the map from id to element, and the tuple that orders it."""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import cast

import msgspec

from journeymapper.model.acting import BusinessCase, Experiment, TagRule
from journeymapper.model.beliefs import BeliefRound
from journeymapper.model.element import Element
from journeymapper.model.inventory import ExistingMeasurement
from journeymapper.model.journey import HandOff, Journey, Link, OwnLane, PlannedMessage, Stage, Touchpoint
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.plan import RollOutStep, Waiver
from journeymapper.model.project import Action, Channel, Evidence, Goal, Note, Persona, Project, Promise, Snapshot
from journeymapper.model.questionnaire import Questionnaire
from journeymapper.model.sources import ResultSet, Wave


class Place(msgspec.Struct, frozen=True):
    """The field that holds a kind of element and the field with their order, empty where they have none."""

    kind: str
    type: type[Element]
    map: str
    order: str = ""

    def elements(self, holder: Element) -> Mapping[str, Element]:
        """The elements of this kind that a project or journey holds, by id."""
        return cast(Mapping[str, Element], getattr(holder, self.map))

    def ordered(self, holder: Element) -> tuple[str, ...]:
        """The ids of this kind in their order; as kept where they have none."""
        return cast(tuple[str, ...], getattr(holder, self.order)) if self.order else tuple(self.elements(holder))


IN_PROJECT = (
    Place("journey", Journey, "journeys", "journey_order"),
    Place("point", MeasurementPoint, "points", "point_order"),
    Place("metric", Metric, "metrics"),
    Place("persona", Persona, "personas", "persona_order"),
    Place("channel", Channel, "channels", "channel_order"),
    Place("promise", Promise, "promises", "promise_order"),
    Place("evidence", Evidence, "evidence"),
    Place("action", Action, "actions", "action_order"),
    Place("note", Note, "notes", "note_order"),
    Place("goal", Goal, "goals", "goal_order"),
    Place("wave", Wave, "waves", "wave_order"),
    Place("result set", ResultSet, "result_sets", "result_order"),
    Place("snapshot", Snapshot, "snapshots", "snapshot_order"),
    Place("existing measurement", ExistingMeasurement, "inventory", "inventory_order"),
    Place("roll-out step", RollOutStep, "roll_out", "roll_out_order"),
    Place("waiver", Waiver, "waivers", "waiver_order"),
    Place("business case", BusinessCase, "business_cases", "business_case_order"),
    Place("experiment", Experiment, "experiments", "experiment_order"),
    Place("tag rule", TagRule, "tag_rules", "tag_rule_order"),
    Place("belief round", BeliefRound, "beliefs", "belief_order"),
    Place("questionnaire", Questionnaire, "questionnaires", "questionnaire_order"),
)
IN_JOURNEY = (
    Place("stage", Stage, "stages", "stage_order"),
    Place("touchpoint", Touchpoint, "touchpoints"),
    Place("link", Link, "links"),
    Place("hand-off", HandOff, "hand_offs"),
    Place("message", PlannedMessage, "messages", "message_order"),
    Place("own lane", OwnLane, "own_lanes"),
)
PLACES = {place.type: place for place in IN_PROJECT + IN_JOURNEY}

Maps = Callable[[Element], tuple[Mapping[str, Element], ...]]
_MAPS_OF_PROJECT: Maps = attrgetter(*(place.map for place in IN_PROJECT))  # at once: ids are looked up at every turn
_MAPS_OF_JOURNEY: Maps = attrgetter(*(place.map for place in IN_JOURNEY))


def holders(project: Project) -> Iterator[tuple[Element, tuple[Place, ...]]]:
    """The project and each of its journeys, with the places that they have."""
    yield project, IN_PROJECT
    for journey in project.journeys.values():
        yield journey, IN_JOURNEY


def every_map(project: Project) -> Iterator[Mapping[str, Element]]:
    """The maps that hold the elements of the project, by their ids."""
    yield from _MAPS_OF_PROJECT(project)
    for journey in project.journeys.values():
        yield from maps_of(journey)


def maps_of(journey: Journey) -> tuple[Mapping[str, Element], ...]:
    """The maps that hold the elements of a journey, by their ids."""
    return _MAPS_OF_JOURNEY(journey)


def every_element(project: Project) -> Iterator[Element]:
    """All elements of the project, each once; the project itself is not among them."""
    for elements in every_map(project):
        yield from elements.values()
