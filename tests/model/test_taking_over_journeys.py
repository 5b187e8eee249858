"""Differences between two journeys of one project taken over: from a future state, from a persona's variant."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from journeymapper.model import edits
from journeymapper.model.compare import Difference, compare_journeys, take_over_journey
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Persona, Project
from tests.model.counting import counting
from tests.strategies import projects

QUICK = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
FUTURE = "journey-1"


@pytest.fixture
def two_states(project: Project) -> Project:
    """The project with a future in which one touchpoint feels better, one is new and one has gone."""
    made = edits.copy_journey(project, "journey", counting(), state="future", name="Goal")
    journey = made.journeys[FUTURE]
    keys = {one.name: one.id for one in journey.touchpoints.values()}
    made = edits.change(made, keys["offer"], feeling=2)
    made = edits.add_touchpoint(made, journey.stage_order[0], Touchpoint(id="new", name="Video call", pains=("lag",)))
    return edits.remove(made, keys["start"])


def test_all_of_them_make_the_journeys_alike(two_states: Project) -> None:
    found = compare_journeys(two_states, "journey", FUTURE)
    taken = take_over_journey(two_states, "journey", FUTURE, found, counting("taken"))
    assert compare_journeys(taken, "journey", FUTURE) == []
    assert (
        taken.journeys[FUTURE] is two_states.journeys[FUTURE] or taken.journeys[FUTURE] == two_states.journeys[FUTURE]
    )
    new = next(one for one in taken.journeys["journey"].touchpoints.values() if one.name == "Video call")
    assert new.id not in two_states.journeys[FUTURE].touchpoints
    assert new.pains == ("lag",)
    assert (taken.journeys["journey"].state, taken.journeys["journey"].name) == ("current", project_name(two_states))


def project_name(project: Project) -> str:
    return project.journeys["journey"].name


def test_one_of_them_is_one_edit(two_states: Project) -> None:
    feeling = [one for one in compare_journeys(two_states, "journey", FUTURE) if one.field == "feeling"]
    taken = take_over_journey(two_states, "journey", FUTURE, feeling, counting("taken"))
    assert taken == edits.change(two_states, "offer", feeling=2)


def test_it_goes_both_ways(two_states: Project) -> None:
    back = compare_journeys(two_states, FUTURE, "journey")
    taken = take_over_journey(two_states, FUTURE, "journey", back, counting("taken"))
    assert compare_journeys(taken, FUTURE, "journey") == []
    assert taken.points == two_states.points


def test_points_stay_with_the_journey_that_they_measure(project: Project) -> None:
    made = edits.add_persona(project, Persona(id="anna", name="Anna"))
    made = edits.copy_journey(made, "journey", counting(), persona="anna", name="Anna's")
    made = edits.remove(made, next(key for key, t in made.journeys[FUTURE].touchpoints.items() if t.name == "offer"))
    found = compare_journeys(made, FUTURE, "journey")
    taken = take_over_journey(made, FUTURE, "journey", found, counting("taken"))
    assert [one.name for one in taken.journeys[FUTURE].ordered_touchpoints()] == [
        one.name for one in made.journeys["journey"].ordered_touchpoints()
    ]
    assert {key: point.anchor for key, point in taken.points.items()} == {
        key: point.anchor for key, point in made.points.items()
    }


def test_nothing_chosen_is_nothing_done_and_a_stranger_is_refused(two_states: Project) -> None:
    assert take_over_journey(two_states, "journey", FUTURE, [], counting("taken")) is two_states
    with pytest.raises(Refusal, match="offer is not a journey"):
        take_over_journey(two_states, "journey", "offer", [], counting("taken"))


def taken_or_refused(project: Project, here: str, there: str, chosen: list[Difference]) -> Project | None:
    """What is taken over; None where a journey would then open itself, which is said."""
    try:
        return take_over_journey(project, here, there, chosen, counting("taken"))
    except Refusal as refusal:
        if "would" in str(refusal):
            return None
        raise


@settings(deadline=None, max_examples=25, phases=QUICK)
@given(st.data(), projects(2))
def test_any_choice_between_any_journeys_leaves_a_sound_project(data: st.DataObject, project: Project) -> None:
    if len(project.journey_order) < 2:
        return
    here, there = project.journey_order[:2]
    found = compare_journeys(project, here, there)
    places = data.draw(st.sets(st.integers(0, max(0, len(found) - 1)), max_size=20))
    chosen = [one for place, one in enumerate(found) if place in places]
    taken = taken_or_refused(project, here, there, chosen)
    if taken is None:
        return
    verify(taken)
    assert broken_references(taken) == []
    others = [key for key in project.journey_order if key != here]
    assert [taken.journeys[key] for key in others] == [project.journeys[key] for key in others]


def test_what_was_taken_over_is_known_again_under_another_name(two_states: Project) -> None:
    found = compare_journeys(two_states, "journey", FUTURE)
    added = [one for one in found if one.kind == "added"]
    taken = take_over_journey(two_states, "journey", FUTURE, added, counting("taken"))
    taken = edits.change(taken, "new", name="Chat")
    found = [one for one in compare_journeys(taken, "journey", FUTURE) if one.field == "name"]
    assert [(one.kind, one.name, one.before) for one in found] == [("changed", "Chat", "Video call")]
