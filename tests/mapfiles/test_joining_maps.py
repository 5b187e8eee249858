"""The journeys of a map file behind those that a project has: nothing of it is touched, nothing doubled."""

from collections import Counter

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.mapfiles.map_file import project_from_reading, read_map, read_table, with_journeys
from journeymapper.mapfiles.naming import free_name
from journeymapper.mapfiles.sketch import (
    LaneText,
    Reading,
    Sketch,
    SketchedLink,
    SketchedPoint,
    SketchedStage,
    SketchedTouchpoint,
)
from journeymapper.model import edits
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import Journey
from journeymapper.model.limits import LINE_LENGTH
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Channel, Persona, Project
from tests.model.counting import counting
from tests.strategies import METRICS, names, projects


def shape(project: Project, journey: Journey) -> list[tuple[str, list[tuple[object, ...]]]]:
    """The journey in names alone: stages, touchpoints, channels, personas, metrics with targets."""
    points: dict[str, list[tuple[str, float | None]]] = {}
    for point in project.ordered_points():
        target = point.target.value if point.target else None
        points.setdefault(point.anchor.id, []).append((point.metric, target))
    return [
        (
            stage.name,
            [
                (
                    one.name,
                    [project.channels[key].name.casefold() for key in one.channels],
                    [project.personas[key].name.casefold() for key in one.personas],
                    points.get(one.id, []),
                )
                for one in (journey.touchpoints[key] for key in stage.touchpoints)
            ],
        )
        for stage in journey.ordered_stages()
    ]


@st.composite
def readings(draw: st.DrawFn, known: Project) -> Reading:
    """Journeys whose channels and personas are, in part, those of a project, written in any case."""
    own = [one.name for one in known.channels.values()] + [one.name for one in known.personas.values()]
    own += [one.name for one in known.journeys.values()]
    called = st.sampled_from([*own, *map(str.upper, own), "Phone", "PHONE"]) | names(12)
    short = called.map(lambda name: name[:LINE_LENGTH])
    points = st.builds(
        SketchedPoint, metric=st.sampled_from(METRICS).map(parse_metric), target=st.none() | st.just(50.0)
    )
    card = st.builds(
        SketchedTouchpoint,
        name=names(12),
        channels=st.lists(short, max_size=2).map(tuple),
        personas=st.lists(short, max_size=2).map(tuple),
        feeling=st.none() | st.integers(-2, 2),
        texts=st.sampled_from([(), (LaneText("note", "n"),), (LaneText("pains", "a\nb"), LaneText("action", "do"))]),
        points=st.lists(points, max_size=2).map(tuple),
    )
    stage = st.builds(SketchedStage, name=names(12), touchpoints=st.lists(card, min_size=1, max_size=3).map(tuple))
    sketches = draw(st.lists(st.tuples(short, st.lists(stage, min_size=1, max_size=3)), min_size=1, max_size=3))
    link = (SketchedLink(source=0, target=0, kind="loop"),)
    return Reading(tuple(Sketch(name=name, stages=tuple(stages), links=link) for name, stages in sketches))


@settings(deadline=None, max_examples=60)
@given(st.data(), projects(2))
def test_any_map_joins_any_project(data: st.DataObject, project: Project) -> None:
    reading = data.draw(readings(project))
    joined = with_journeys(project, reading, name="File", fresh=counting("joined"))
    verify(joined)
    assert broken_references(joined) == []
    assert joined.journey_order[: len(project.journey_order)] == project.journey_order
    assert all(joined.journeys[key] is journey for key, journey in project.journeys.items())
    assert all(joined.points[key] is point for key, point in project.points.items())
    new = joined.ordered_journeys()[len(project.journeys) :]
    alone = project_from_reading(reading, name="File").ordered_journeys()
    assert [len(journey.touchpoints) for journey in new] == [len(sketch.touchpoints) for sketch in reading.sketches]
    assert [len(journey.stages) for journey in new] == [len(journey.stages) for journey in alone]
    wanted = sum(len(card.points) for sketch in reading.sketches for card in sketch.touchpoints)
    assert len(joined.points) == len(project.points) + wanted


@settings(deadline=None, max_examples=60)
@given(st.data(), projects(2))
def test_names_that_are_there_are_not_doubled(data: st.DataObject, project: Project) -> None:
    reading = data.draw(readings(project))
    joined = with_journeys(project, reading, name="File", fresh=counting("joined"))
    for before, after in ((project.channels, joined.channels), (project.personas, joined.personas)):
        held = Counter(one.name.casefold() for one in before.values())
        counted = Counter(one.name.casefold() for one in after.values())
        assert {name: count for name, count in counted.items() if count > max(held[name], 1)} == {}
    assert {key: joined.metrics[key] for key in project.metrics} == dict(project.metrics)
    old = {journey.name.casefold() for journey in project.journeys.values()}
    new = [journey.name.casefold() for journey in joined.ordered_journeys()[len(project.journeys) :]]
    assert len(set(new) | old) == len(new) + len(old)


@settings(deadline=None, max_examples=40)
@given(st.data(), projects(1))
def test_what_joins_a_project_says_what_it_says_alone(data: st.DataObject, project: Project) -> None:
    reading = data.draw(readings(project))
    alone = project_from_reading(reading, name="File")
    joined = with_journeys(project, reading, name="File", fresh=counting("joined"))
    new = joined.ordered_journeys()[len(project.journeys) :]
    assert [shape(joined, one) for one in new] == [shape(alone, one) for one in alone.ordered_journeys()]


def test_channels_personas_and_metrics_are_the_project_s_own() -> None:
    project = edits.add_journey(Project(id="p", name="Ours"), Journey(id="j", name="Renovation"))
    project = edits.add_channel(project, Channel(id="phone", name="Phone", share=0.4))
    project = edits.add_persona(project, Persona(id="ritva", name="Ritva", description="careful"))
    project = edits.add_metric(project, msgspec.structs.replace(parse_metric("nps"), name="Our own NPS"))
    rows = [["Stage", "Touchpoint", "Channel", "Metric", "Persona"], ["Buy", "Offer", "phone; web", "nps", "RITVA"]]
    joined = with_journeys(project, read_table(rows, source="x.csv"), name="Renovation")
    (journey,) = joined.ordered_journeys()[1:]
    (card,) = journey.touchpoints.values()
    assert journey.name == "Renovation 2"
    assert card.channels[0] == "phone"
    assert card.personas == ("ritva",)
    assert [channel.name for channel in joined.channels.values()] == ["Phone", "web"]
    assert joined.metrics == project.metrics


def test_journeys_of_one_name_in_a_file_are_told_apart() -> None:
    text = "```mermaid\njourney\ntitle Day\nsection A\nx: 1\n```\n```mermaid\njourney\ntitle day\nsection B\ny: 1\n```"
    project = project_from_reading(read_map(text.encode(), "page.md"), name="page")
    assert [journey.name for journey in project.ordered_journeys()] == ["Day", "day 2"]


def test_a_number_has_room_in_the_longest_name() -> None:
    longest = "x" * LINE_LENGTH
    second = free_name(longest, [longest])
    assert second == f"{'x' * (LINE_LENGTH - 2)} 2"
    assert free_name(longest, [longest, second.upper()]).endswith(" 3")
    assert free_name("  New\u2028one ", ["Old"]) == "New one"


def test_a_table_of_too_many_rows_is_refused() -> None:
    rows = [["stage", "touchpoint"], *[["A", "1"]] * 10_000]
    with pytest.raises(Refusal, match=r"^big\.csv has more than 10000 rows"):
        read_table(rows, source="big.csv")
    assert read_table(rows[:-1], source="big.csv").sketch.touchpoints
