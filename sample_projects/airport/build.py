"""The airport sample's project, still without results."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from journeymapper.model.journey import HandOff, Journey, Link, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.plan import Waiver
from journeymapper.model.project import Channel, Note, Persona, Project
from journeymapper.model.sources import Mapping
from sample_projects.airport import structure as s
from sample_projects.airport.counting import counts_file
from sample_projects.airport.points import POINTS, SOURCE, WAVES
from sample_projects.elements import by_id

DATED = date(2026, 11, 22)
JOURNEY = "journey-airport"
DISCLAIMER = (
    f"Answers: {SOURCE}, 2011–2017, counted unweighted. Stages, feelings, owners, personas and targets are "
    "illustrative and not the airport's."
)
PERSONAS = {
    "business": (
        "Business traveller",
        "Flies every other week, carry-on only, counts minutes.",
        "Just let me walk through.",
    ),
    "family": (
        "Family on holiday",
        "Two children, four bags, twice a year. Comes early.",
        "Where is the next restroom?",
    ),
    "first-time": ("First time at SFO", "Changes from an international flight.", "Am I in the right terminal?"),
}
NOTES = {
    "source": f"Source: {SOURCE}. Only counts of answers are kept here. “Never used”, “don't know” and blank "
    "are left out.",
    "targets": "Targets are illustrative: 4.0 for ratings, 4.2 for cleanliness, 4.3 for ease and for feeling safe, "
    "NPS +40.",
    "asked": "Passengers are asked at the gates in May, so that everybody has passed security and nobody has boarded.",
}

ONE_SURVEY = Waiver(
    id="waiver-one-survey",
    check="one type in a stage",
    subject=JOURNEY,
    reason="One public survey is all that there is: it asks passengers, and no register was published.",
    by="Author of this sample",
    given_on=DATED,
)


def airport_project() -> Project:
    """The map and the plan."""
    points, personas, channels = by_id(_points()), by_id(_personas()), by_id(_channels())
    journey = _journey()
    notes = by_id(Note(id=f"note-{key}", text=text, anchor=Anchor("journey", JOURNEY)) for key, text in NOTES.items())
    return Project(
        id="project-airport",
        name="Airport passenger journey",
        client="SFO, public survey figures",
        dated=DATED,
        confidentiality="Sample, free to show",
        disclaimer=DISCLAIMER,
        personas=personas,
        persona_order=tuple(personas),
        channels=channels,
        channel_order=tuple(channels),
        waivers=by_id([ONE_SURVEY]),
        waiver_order=(ONE_SURVEY.id,),
        journeys={JOURNEY: journey},
        journey_order=(JOURNEY,),
        metrics=by_id(parse_metric(row.metric) for row in POINTS),
        points=points,
        point_order=tuple(points),
        next_point=len(points) + 1,
        notes=notes,
        note_order=tuple(notes),
    )


def airport_mappings() -> dict[str, Mapping]:
    """How each survey's counts are read, by file."""
    return {counts_file(wave): Mapping(aggregates=True) for wave in WAVES}


def _journey() -> Journey:
    return Journey(
        id=JOURNEY,
        name="Flying out of SFO",
        state="current",
        scope="From leaving home to the boarding area, on the day of the flight. Surveys of 2011, 2013, 2015 and 2017.",
        customer_goal="In my seat, on time, in a good mood.",
        business_goal="Passengers who recommend the airport.",
        success_event="At the gate in time, without having met a problem.",
        headline="Passengers find their way and feel safe; restaurants, shops and parking lag behind",
        owner="Airport director",
        stage_order=tuple(f"stage-{row.key}" for row in s.STAGES),
        stages=by_id(_stages()),
        touchpoints=by_id(_touchpoints()),
        links=by_id(_links()),
        hand_offs=by_id(_hand_offs()),
    )


def _stages() -> Iterable[Stage]:
    for row in s.STAGES:
        yield Stage(
            id=f"stage-{row.key}",
            name=row.name,
            usual_length=row.usual_length,
            function=row.owner,
            owner=row.owner,
            touchpoints=tuple(f"touchpoint-{key}" for key in row.touchpoints),
        )


def _touchpoints() -> Iterable[Touchpoint]:
    for row in s.TOUCHPOINTS:
        yield Touchpoint(
            id=f"touchpoint-{row.key}",
            name=row.name,
            kinds=row.kinds,
            channels=tuple(f"channel-{key}" for key in row.channels),
            moment_of_truth=bool(row.moment),
            moment_reason=row.moment,
            conditional=bool(row.base),
            base=row.base,
            feeling=row.feeling,
            expectation=row.expectation,
            function=row.owner,
            owner=row.owner,
            not_measured_because=row.not_measured_because,
        )


def _links() -> Iterable[Link]:
    for source, target in pairwise(("", *s.HAPPY_PATH, "")):
        yield Link(id=f"link-{source or 'in'}-{target or 'out'}", source=_end(source), target=_end(target))
    for source, target in s.ALTERNATIVES:
        yield Link(id=f"link-{source}-{target}", source=_end(source), target=_end(target), kind="alternative")


def _end(key: str) -> str:
    return f"touchpoint-{key}" if key else ""


def _hand_offs() -> Iterable[HandOff]:
    for source, target, giver, taker in s.HAND_OFFS:
        yield HandOff(
            id=f"hand-off-{source}-{target}",
            source=_end(source),
            target=_end(target),
            from_function=giver,
            to_function=taker,
        )


def _points() -> Iterable[MeasurementPoint]:
    owners = {row.key: row.owner for row in s.TOUCHPOINTS}
    for row in POINTS:
        yield MeasurementPoint(
            id=row.key,
            anchor=_anchor(row.anchor),
            metric=parse_metric(row.metric).id,
            name=row.name,
            question=row.question,
            target=Target(value=row.target, source="Illustrative, set for this sample"),
            levels=("operational",) if row.scope == "encounter" else ("strategic",),
            scope=row.scope,
            population="Passengers at the gates, a stratified sample of flights",
            asked="at the gate, in May",
            read="every survey",
            method="questionnaire",
            instrument="SFO customer survey",
            system="DataSF",
            owner=owners.get(row.anchor, "Airport director"),
            decision="Which part of the terminal is improved first",
            status="live",
            also_covers=tuple(f"hand-off-{key}" for key in row.also_covers),
        )


def _anchor(key: str) -> Anchor:
    if not key:
        return Anchor("relationship")
    return Anchor("journey", JOURNEY) if key == "journey" else Anchor("touchpoint", f"touchpoint-{key}")


def _personas() -> Iterable[Persona]:
    for key, (name, description, quote) in PERSONAS.items():
        yield Persona(id=f"persona-{key}", name=name, description=description, quote=quote)


def _channels() -> Iterable[Channel]:
    for key, name in s.CHANNELS.items():
        yield Channel(id=f"channel-{key}", name=name)
