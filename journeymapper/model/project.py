"""The document: one frozen value that holds everything a project knows, but for its tallies and attachments."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from journeymapper.model.acting import BusinessCase, Cause, Experiment, TagRule
from journeymapper.model.beliefs import BeliefRound
from journeymapper.model.element import Element
from journeymapper.model.inventory import ExistingMeasurement
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import Anchor, Level, MeasurementPoint, Metric
from journeymapper.model.plan import ContactRules, RollOutStep, Waiver
from journeymapper.model.questionnaire import Questionnaire
from journeymapper.model.report import ReportChoices
from journeymapper.model.sources import ResultSet, Wave

ActionStatus = Literal["idea", "decided", "doing", "done", "shown"]
ActionTag = Literal["", "quick win", "big bet"]
EvidenceKind = Literal["interview", "observation", "diary", "measurement"]
Page = Literal["A4", "A3"]


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Choices that change what is shown. Groups under `suppress_under` answers are hidden, staff always under 5."""

    suppress_under: int = 5
    indicative_under: int = 30
    page: Page = "A3"


class Persona(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A kind of customer by need. `share` of customers is 0 to 1, `email_share` that of those who have e-mail."""

    name: str
    share: float | None = None
    target_customer: bool = True
    description: str = ""
    quote: str = ""
    email_share: float | None = None
    preferred_channels: tuple[str, ...] = ()


class Channel(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A way in which customer and company meet. `share` of contacts is 0 to 1."""

    name: str
    share: float | None = None
    role: Literal["main", "secondary", "new"] = "secondary"


class Promise(Element, frozen=True, kw_only=True, omit_defaults=True):
    """What the company promises, and the points and touchpoints that must prove it."""

    text: str
    public: bool = False
    touchpoints: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


class Evidence(Element, frozen=True, kw_only=True, omit_defaults=True):
    """What supports a claim of the map. A claim without evidence is an assumption. `field` names the claim."""

    subject: str
    field: str = ""
    kind: EvidenceKind = "interview"
    source: str = ""
    collected_on: date | None = None
    quotation: str = ""
    n: int | None = None


class Action(Element, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody will do about it, or only could (`opportunity`); without an anchor it concerns the whole company.

    `votes` are those of the workshop, as its facilitator counted them. `effort` runs from 1 to 5, `cause` is that of
    the gap, `expected` the change hoped for at the point in `proof`, in its unit; `delay_days` is how long it takes to
    show once it was `done_on`.
    """

    title: str
    detail: str = ""
    anchor: Anchor | None = None
    owner: str = ""
    due: date | None = None
    status: ActionStatus = "idea"
    tag: ActionTag = ""
    effect: str = ""
    proof: str = ""
    votes: int = 0
    opportunity: bool = False
    effort: int | None = None
    cause: Cause = ""
    expected: float | None = None
    delay_days: int | None = None
    done_on: date | None = None


class Note(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A sticky note on a touchpoint, stage or journey."""

    text: str
    anchor: Anchor
    colour: str = ""
    votes: int = 0


class Goal(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A goal, the goals that it serves, those that it contradicts, and the points that measure it."""

    text: str
    level: Level = "tactical"
    serves: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    function: str = ""
    contradicts: tuple[str, ...] = ()


class Snapshot(Element, frozen=True, kw_only=True, omit_defaults=True):
    """The project as it was on a day: `document` is the name of an attachment, `<sha256>.json`, that holds it."""

    name: str
    taken_on: date
    document: str


class Project(Element, frozen=True, kw_only=True, omit_defaults=True):
    """The whole document. `next_point` numbers the next measurement point, so that no id is ever given twice.

    Votes stay hidden until `votes_shown`. `movable_capacity` is how many movable points can stand at a time.
    """

    name: str
    client: str = ""
    dated: date | None = None
    currency: str = "EUR"
    confidentiality: str = ""
    disclaimer: str = ""
    language: str = "en"
    settings: Settings = Settings()
    personas: dict[str, Persona] = {}
    persona_order: tuple[str, ...] = ()
    channels: dict[str, Channel] = {}
    channel_order: tuple[str, ...] = ()
    journeys: dict[str, Journey] = {}
    journey_order: tuple[str, ...] = ()
    metrics: dict[str, Metric] = {}
    points: dict[str, MeasurementPoint] = {}
    point_order: tuple[str, ...] = ()
    next_point: int = 1
    promises: dict[str, Promise] = {}
    promise_order: tuple[str, ...] = ()
    evidence: dict[str, Evidence] = {}
    actions: dict[str, Action] = {}
    action_order: tuple[str, ...] = ()
    notes: dict[str, Note] = {}
    note_order: tuple[str, ...] = ()
    goals: dict[str, Goal] = {}
    goal_order: tuple[str, ...] = ()
    waves: dict[str, Wave] = {}
    wave_order: tuple[str, ...] = ()
    result_sets: dict[str, ResultSet] = {}
    result_order: tuple[str, ...] = ()
    snapshots: dict[str, Snapshot] = {}
    snapshot_order: tuple[str, ...] = ()
    votes_shown: bool = False
    inventory: dict[str, ExistingMeasurement] = {}
    inventory_order: tuple[str, ...] = ()
    roll_out: dict[str, RollOutStep] = {}
    roll_out_order: tuple[str, ...] = ()
    waivers: dict[str, Waiver] = {}
    waiver_order: tuple[str, ...] = ()
    contact_rules: ContactRules = ContactRules()
    movable_capacity: int | None = None
    questionnaires: dict[str, Questionnaire] = {}
    questionnaire_order: tuple[str, ...] = ()
    # what follows from the results
    business_cases: dict[str, BusinessCase] = {}
    business_case_order: tuple[str, ...] = ()
    experiments: dict[str, Experiment] = {}
    experiment_order: tuple[str, ...] = ()
    tag_rules: dict[str, TagRule] = {}
    tag_rule_order: tuple[str, ...] = ()
    beliefs: dict[str, BeliefRound] = {}
    belief_order: tuple[str, ...] = ()
    # the paper
    report: ReportChoices = ReportChoices()
    salt: str = ""
    """What keys of respondents are made with, so that they mean nothing outside this project; made when needed."""

    def ordered_journeys(self) -> list[Journey]:
        """The journeys in the order of the list."""
        return [self.journeys[key] for key in self.journey_order]

    def ordered_notes(self) -> list[Note]:
        """The notes in the order in which they lie on the map."""
        return [self.notes[key] for key in self.note_order]

    def ordered_points(self) -> list[MeasurementPoint]:
        """The measurement points in the order of the plan."""
        return [self.points[key] for key in self.point_order]

    def ordered_questionnaires(self) -> list[Questionnaire]:
        """The questionnaires in the order of the list."""
        return [self.questionnaires[key] for key in self.questionnaire_order]

    def points_on(self, kind: str, element_id: str) -> Iterator[MeasurementPoint]:
        """The points that hang on an element, in the order of the plan."""
        return (p for p in self.ordered_points() if p.anchor.kind == kind and p.anchor.id == element_id)

    def journey_of(self, element_id: str) -> Journey | None:
        """The journey that is, or holds, the stage, touchpoint or hand-off of that id."""
        for journey in self.journeys.values():
            holders = (journey.stages, journey.touchpoints, journey.hand_offs)
            if element_id == journey.id or any(element_id in holder for holder in holders):
                return journey
        return None
