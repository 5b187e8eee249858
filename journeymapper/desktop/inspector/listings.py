"""The lists on the pages: what hangs on an element, and what the project has."""

from collections.abc import Callable, Sequence

import msgspec

from journeymapper.desktop.inspector import adding
from journeymapper.desktop.inspector.form import Listing
from journeymapper.model import edits
from journeymapper.model.element import Element
from journeymapper.model.find import holding_journey, kind_of
from journeymapper.model.journey import Journey, Stage
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

Ids = Callable[[Project, Element], Sequence[str]]


def _order(name: str) -> Ids:
    """The project's elements in their order."""

    def ids(project: Project, _element: Element) -> Sequence[str]:
        order: Sequence[str] = getattr(project, name)
        return tuple(order)

    return ids


def _anchored(name: str) -> Ids:
    """The project's elements that hang on the one shown."""

    def ids(project: Project, element: Element) -> Sequence[str]:
        return [key for key, each in getattr(project, name).items() if each.anchor and each.anchor.id == element.id]

    return ids


def _evidence(project: Project, element: Element) -> Sequence[str]:
    return [key for key, each in project.evidence.items() if each.subject == element.id]


def _promises(project: Project, element: Element) -> Sequence[str]:
    points = {point.id for point in project.points_on("touchpoint", element.id)}
    promises = [project.promises[key] for key in project.promise_order]
    return [each.id for each in promises if element.id in each.touchpoints or points & set(each.points)]


def _of_journey(name: str) -> Ids:
    """The journey's elements, all of them or those that touch the touchpoint shown."""

    def ids(project: Project, element: Element) -> Sequence[str]:
        journey = element if isinstance(element, Journey) else holding_journey(project, element.id)
        if not isinstance(journey, Journey):
            return ()
        found = getattr(journey, name)
        keys = journey.message_order if name == "messages" else tuple(found)
        return [key for key in keys if element is journey or _touches(found[key], element.id)]

    return ids


def _touches(element: Element, touchpoint_id: str) -> bool:
    return touchpoint_id in (getattr(element, name, "") for name in ("source", "target", "touchpoint"))


def _touchpoints(_project: Project, element: Element) -> Sequence[str]:
    return element.touchpoints if isinstance(element, Stage) else ()


def _stages(_project: Project, element: Element) -> Sequence[str]:
    return element.stage_order if isinstance(element, Journey) else ()


def _parked(_project: Project, element: Element) -> Sequence[str]:
    return element.parked if isinstance(element, Journey) else ()


def _own_lanes(_project: Project, element: Element) -> Sequence[str]:
    return tuple(element.own_lanes) if isinstance(element, Journey) else ()


def _points_at(project: Project, element: Element) -> Sequence[str]:
    return [point.id for point in project.points_on(kind_of(element), element.id)]


def _points_of_metric(project: Project, element: Element) -> Sequence[str]:
    return [point.id for point in project.ordered_points() if point.metric == element.id]


def _results_of_wave(project: Project, element: Element) -> Sequence[str]:
    return [key for key in project.result_order if element.id in project.result_sets[key].waves]


def _move_touchpoint(project: Project, touchpoint_id: str, index: int) -> Project:
    journey = holding_journey(project, touchpoint_id)
    return (
        edits.move_touchpoint(project, touchpoint_id, journey.stage_of(touchpoint_id).id, index) if journey else project
    )


POINTS_AT = Listing(
    name="points", title=Message("Measurement points"), ids=_points_at, add=adding.add_point,
    add_words=Message("Add measurement point"), empty=Message("Nothing is measured here yet: add a measurement point."),
)  # fmt: skip
NOTES = Listing(
    name="notes", title=Message("Notes"), ids=_anchored("notes"), add=adding.add_note, add_words=Message("Add note"),
    empty=Message("No notes yet: what was heard, asked or doubted here."),
)  # fmt: skip
ACTIONS = Listing(
    name="actions", title=Message("Actions"), ids=_anchored("actions"), add=adding.add_action,
    add_words=Message("Add action"), empty=Message("No actions yet: who does what about it, until when."),
)  # fmt: skip
EVIDENCE = Listing(
    name="evidence", title=Message("Evidence"), ids=_evidence, add=adding.add_evidence,
    add_words=Message("Add evidence"), empty=Message("No evidence yet: without it this is an assumption."),
)  # fmt: skip
PROMISES_AT = Listing(
    name="promises", title=Message("Promises kept here"), ids=_promises, add=adding.add_promise,
    add_words=Message("Add promise"), empty=Message("No promise is to be kept here."),
)  # fmt: skip
MESSAGES_AT = Listing(
    name="messages", title=Message("Planned messages"), ids=_of_journey("messages"), add=adding.add_message,
    add_words=Message("Add message"),
    empty=Message("No planned messages yet: what the customer is told, when and by whom."),
)  # fmt: skip
MESSAGES = msgspec.structs.replace(MESSAGES_AT, move=edits.move)
LINKS = Listing(
    name="links", title=Message("Links"), ids=_of_journey("links"), add=adding.add_link,
    add_words=Message("Add link"),
    empty=Message("No links yet: the ways that customers take besides the order on the map."),
)  # fmt: skip
HAND_OFFS = Listing(
    name="hand_offs", title=Message("Hand-offs"), ids=_of_journey("hand_offs"), add=adding.add_hand_off,
    add_words=Message("Add hand-off"),
    empty=Message("No hand-offs yet: where one function passes the customer on to another."),
)  # fmt: skip
TOUCHPOINTS = Listing(
    name="touchpoints", title=Message("Touchpoints"), ids=_touchpoints, add=adding.add_touchpoint,
    add_words=Message("Add touchpoint"), empty=Message("No touchpoints yet: add the first one."),
    move=_move_touchpoint,
)  # fmt: skip
STAGES = Listing(
    name="stages", title=Message("Stages"), ids=_stages, add=adding.add_stage, add_words=Message("Add stage"),
    empty=Message("No stages yet: add the first one."), move=edits.move_stage,
)  # fmt: skip
PARKED = Listing(
    name="parked", title=Message("Parking lot"), ids=_parked,
    empty=Message("No touchpoint is parked beside the stages."),
)  # fmt: skip
OWN_LANES = Listing(
    name="own_lanes", title=Message("Own lanes"), ids=_own_lanes, empty=Message("No lanes of your own yet."),
)  # fmt: skip
JOURNEYS = Listing(
    name="journeys", title=Message("Journeys"), ids=_order("journey_order"), add=adding.add_journey,
    add_words=Message("Add journey"), empty=Message("No journeys yet: add the first one."), move=edits.move_journey,
)  # fmt: skip
PERSONAS = Listing(
    name="personas", title=Message("Personas"), ids=_order("persona_order"), add=adding.add_persona,
    add_words=Message("Add persona"), empty=Message("No personas yet: kinds of customers by what they need."),
    move=edits.move,
)  # fmt: skip
CHANNELS = Listing(
    name="channels", title=Message("Channels"), ids=_order("channel_order"), add=adding.add_channel,
    add_words=Message("Add channel"), empty=Message("No channels yet: the ways in which you meet."), move=edits.move,
)  # fmt: skip
PROMISES = Listing(
    name="promises", title=Message("Promises"), ids=_order("promise_order"), add=adding.add_promise,
    add_words=Message("Add promise"), empty=Message("No promises yet: what customers are told to count on."),
    move=edits.move,
)  # fmt: skip
GOALS = Listing(
    name="goals", title=Message("Goals"), ids=_order("goal_order"), add=adding.add_goal, add_words=Message("Add goal"),
    empty=Message("No goals yet: what measuring is to serve."), move=edits.move,
)  # fmt: skip
QUESTIONNAIRES = Listing(
    name="questionnaires", title=Message("Questionnaires"), ids=_order("questionnaire_order"),
    add=adding.add_questionnaire, add_words=Message("Add questionnaire"), move=edits.move,
    empty=Message("No questionnaires yet: points that are asked together."),
)  # fmt: skip
ALL_POINTS = Listing(
    name="points", title=Message("Measurement plan"), ids=_order("point_order"), add=adding.add_point,
    add_words=Message("Add point on the whole relationship"),
    empty=Message("No measurement points yet: add them at touchpoints, under Measure."), move=edits.move,
)  # fmt: skip
METRICS = Listing(
    name="metrics", title=Message("Metrics"), ids=lambda project, _element: tuple(project.metrics),
    empty=Message("No metrics yet: they come with measurement points."),
)  # fmt: skip
WAVES = Listing(
    name="waves", title=Message("Waves"), ids=_order("wave_order"), move=edits.move,
    empty=Message("No waves yet: they come with result files."),
)  # fmt: skip
RESULTS = Listing(
    name="results", title=Message("Result files"), ids=_order("result_order"),
    empty=Message("No results yet: import a file with “Import results…”."),
)  # fmt: skip
ALL_ACTIONS = msgspec.structs.replace(ACTIONS, ids=_order("action_order"), move=edits.move)
ALL_NOTES = Listing(
    name="notes", title=Message("Notes"), ids=_order("note_order"), move=edits.move,
    empty=Message("No notes yet: add them at touchpoints and stages."),
)  # fmt: skip
ALL_EVIDENCE = Listing(
    name="evidence", title=Message("Evidence"), ids=lambda project, _element: tuple(project.evidence),
    empty=Message("No evidence yet: add it to what it supports."),
)  # fmt: skip
POINTS_OF_METRIC = Listing(
    name="points", title=Message("Points with this metric"), ids=_points_of_metric,
    removable=False,
    empty=Message("No measurement point has this metric."),
)  # fmt: skip
RESULTS_OF_WAVE = Listing(
    name="results", title=Message("Result files"), ids=_results_of_wave, removable=False,
    empty=Message("No file has this wave."),
)  # fmt: skip
SNAPSHOTS = Listing(
    name="snapshots",
    title=Message("Snapshots"),
    ids=_order("snapshot_order"),
    empty=Message("No snapshots yet."),
)
INVENTORY = Listing(
    name="inventory", title=Message("Measured already"), ids=_order("inventory_order"), add=adding.add_existing,
    add_words=Message("Add existing measurement"), move=edits.move,
    empty=Message("Nothing listed yet: what was measured before this plan."),
)  # fmt: skip
ROLL_OUT = Listing(
    name="roll-out", title=Message("Roll-out"), ids=_order("roll_out_order"), add=adding.add_roll_out_step,
    add_words=Message("Add step"), move=edits.move, empty=Message("No steps yet: what is taken into use when."),
)  # fmt: skip
WAIVERS = Listing(
    name="waivers", title=Message("Waived findings"), ids=_order("waiver_order"),
    empty=Message("No finding of the check is waived."),
)  # fmt: skip
BUSINESS_CASES = Listing(
    name="business-cases", title=Message("Business cases"), ids=_order("business_case_order"),
    add=adding.add_business_case, add_words=Message("Add business case"), move=edits.move,
    empty=Message("No business cases yet: what it is worth, from your own figures."),
)  # fmt: skip
EXPERIMENTS = Listing(
    name="experiments", title=Message("Experiments"), ids=_order("experiment_order"), add=adding.add_experiment,
    add_words=Message("Add experiment"), move=edits.move, empty=Message("No experiments yet: what is tried, on whom."),
)  # fmt: skip
TAG_RULES = Listing(
    name="tag-rules", title=Message("Tags of comments"), ids=_order("tag_rule_order"), add=adding.add_tag_rule,
    add_words=Message("Add tag"), move=edits.move, empty=Message("No tags yet: words by which comments are sorted."),
)  # fmt: skip
BELIEF_ROUNDS = Listing(
    name="beliefs", title=Message("Staff beliefs"), ids=_order("belief_order"), add=adding.add_belief_round,
    add_words=Message("Add round"), move=edits.move,
    empty=Message("No rounds yet: what the staff believe that customers answer."),
)  # fmt: skip
