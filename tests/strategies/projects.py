"""Whole projects."""

from typing import Any

from hypothesis import strategies as st

from journeymapper.model.journey import Journey
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.project import (
    Action,
    Channel,
    Evidence,
    Note,
    Persona,
    Project,
    Settings,
    Snapshot,
)
from journeymapper.model.sources import ResultSet, Wave
from tests.strategies.maps import anchors, journeys
from tests.strategies.measuring import beside_points, metrics, points
from tests.strategies.results import acting, result_sets, waves
from tests.strategies.words import counts, dates, in_project, names, several, shares, texts

SNAPSHOT = "0" * 64 + ".json"


@st.composite
def projects(draw: st.DrawFn, most_journeys: int = 2) -> Project:
    """A whole valid project, from an empty one to some with every kind of element."""
    maps = [draw(journeys(number)) for number in range(draw(st.integers(0, most_journeys)))]
    people = several(draw, "persona", personas)
    used = {metric.id: metric for metric in draw(st.lists(metrics(), max_size=3))}
    amount = draw(st.integers(0, 5)) if used else 0
    plan = {f"P{n}": draw(points(n, maps, list(used), list(people))) for n in range(1, amount + 1)}
    rounds = {wave.id: wave for wave in draw(waves())}
    imports = several(draw, "result", lambda key: result_sets(key, list(plan), list(rounds)), 2)
    actions = several(draw, "action", lambda key: _actions(key, maps))
    return Project(
        id="project",
        name=draw(names()),
        client=draw(st.just("") | names()),
        dated=draw(st.none() | dates()),
        language=draw(st.sampled_from(("en", "fi"))),
        settings=Settings(suppress_under=draw(st.integers(0, 20))),
        votes_shown=draw(st.booleans()),
        next_point=amount + 1,
        **in_project(Persona, people, draw(st.permutations(list(people)))),
        **in_project(Channel, several(draw, "channel", channels)),
        **in_project(Journey, {journey.id: journey for journey in maps}),
        **in_project(Metric, used),
        **in_project(MeasurementPoint, plan, draw(st.permutations(list(plan)))),
        **in_project(Wave, rounds),
        **in_project(ResultSet, imports),
        **in_project(Snapshot, several(draw, "snapshot", _snapshots, 1)),
        **in_project(Action, actions, draw(st.permutations(list(actions)))),
        **_said(draw, maps, list(plan)),
        **beside_points(draw, maps, list(plan)),
        **acting(draw, list(plan), list(actions), list(imports)),
    )


def _said(draw: st.DrawFn, of: list[Journey], point_ids: list[str]) -> dict[str, Any]:
    """Notes, and evidence of what the map says."""
    notes = several(draw, "note", lambda key: st.builds(Note, id=st.just(key), text=names(), anchor=anchors(of)))
    subjects = [key for journey in of for key in (journey.id, *journey.touchpoints)] + point_ids
    evidence = several(draw, "evidence", lambda key: _evidence(key, subjects)) if subjects else {}
    return {**in_project(Note, notes, draw(st.permutations(list(notes)))), **in_project(Evidence, evidence)}


def personas(element_id: str) -> st.SearchStrategy[Persona]:
    """A persona of that id."""
    return st.builds(
        Persona, id=st.just(element_id), name=names(), share=shares(), target_customer=st.booleans(), quote=texts()
    )


def channels(element_id: str) -> st.SearchStrategy[Channel]:
    """A channel of that id."""
    return st.builds(
        Channel,
        id=st.just(element_id),
        name=names(),
        share=shares(),
        role=st.sampled_from(("main", "secondary", "new")),
    )


def _actions(element_id: str, of: list[Journey]) -> st.SearchStrategy[Action]:
    return st.builds(
        Action, id=st.just(element_id), title=names(), anchor=st.none() | anchors(of), due=st.none() | dates()
    )


def _evidence(element_id: str, subjects: list[str]) -> st.SearchStrategy[Evidence]:
    return st.builds(Evidence, id=st.just(element_id), subject=st.sampled_from(subjects), source=texts(), n=counts())


def _snapshots(element_id: str) -> st.SearchStrategy[Snapshot]:
    return st.builds(Snapshot, id=st.just(element_id), name=names(), taken_on=dates(), document=st.just(SNAPSHOT))
