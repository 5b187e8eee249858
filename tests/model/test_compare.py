"""Two versions held together, and chosen differences taken over."""

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from journeymapper.model import edits
from journeymapper.model.compare import Difference, compare, compare_journeys, take_over, turned
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import Journey, OwnLane, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Channel, Goal, Project
from tests.model.counting import counting
from tests.strategies import projects

QUICK = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
"""Without the explaining of failures, which is slow for whole projects."""


def told(differences: list[Difference]) -> list[tuple[str, ...]]:
    """Differences as tuples of what they say, without their ids."""
    return [(one.kind, one.name, one.field, one.before, one.after) for one in differences]


def test_nothing_differs_from_itself(project: Project) -> None:
    assert compare(project, project) == []
    assert take_over(project, project, []) is project


def test_fields_are_told_with_the_names_of_what_they_name(project: Project) -> None:
    new = edits.change(project, "offer", feeling=2, moment_of_truth=True, shown_point="P2", pains=("a", "b"))
    new = edits.add_channel(new, Channel(id="web", name="Verkko"))
    new = edits.change(new, "offer", channels=("web", "kirje"))
    assert told(compare(project, new)) == [
        ("changed", "offer", "channels", "Puhelin, kirje", "Verkko, kirje"),
        ("changed", "offer", "moment_of_truth", "no", "yes"),
        ("changed", "offer", "feeling", "", "2"),
        ("changed", "offer", "shown_point", "P1", "P2"),
        ("changed", "offer", "pains", "", "a, b"),
        ("added", "Verkko", "", "", ""),
    ]


def test_what_moved_is_told_once_and_what_made_way_is_not(project: Project) -> None:
    for key in "abcd":
        project = edits.add_touchpoint(project, "journey-work", Touchpoint(id=key, name=key))
    within = edits.move_touchpoint(project, "d", "journey-work", 0)
    assert told(compare(project, within)) == [("moved", "d", "place", "5", "1")]
    project = edits.remove(project, "link")
    across = edits.move_touchpoint(project, "b", "journey-agree", 0)
    assert told(compare(project, across)) == [("moved", "b", "stage", "work", "agree")]
    assert told(compare(project, edits.park(project, "b"))) == [("moved", "b", "stage", "work", "")]
    assert told(compare(project, edits.move_stage(project, "journey-work", 0))) == [
        ("moved", "work", "place", "2", "1")
    ]


def test_removal_is_told_with_the_old_id_and_addition_with_the_new(project: Project) -> None:
    new = edits.add_stage(edits.remove(project, "start"), "journey", Stage(id="new", name="Later"))
    first, *rest = compare(project, new)
    assert (first.kind, first.element, first.element_kind, first.old_element) == ("added", "new", "stage", "")
    gone = {(one.element, one.element_kind, one.old_element) for one in rest if one.kind == "removed"}
    assert gone == {("start", "touchpoint", "start"), ("hand-off", "hand-off", "hand-off"), ("P3", "point", "P3")}
    assert [one.field for one in rest if one.kind == "changed"] == ["points"]


def other_ids(project: Project) -> Project:
    """The same journeys as another hand would have typed them in: nothing has the id it had."""
    made = Project(id="elsewhere", name=project.name, dated=project.dated)
    for one in (edits.copy_journey(project, key, counting(f"{key}-")) for key in project.journey_order):
        (added,) = [journey for key, journey in one.journeys.items() if key not in project.journeys]
        bare = {
            key: msgspec.structs.replace(t, personas=(), channels=(), shown_point="")
            for key, t in added.touchpoints.items()
        }
        made = edits.add_journey(made, msgspec.structs.replace(added, touchpoints=bare))
    return made


def test_without_common_ids_stage_and_name_tell_what_is_the_same(project: Project) -> None:
    old = other_ids(project)
    new = edits.change(old, old.journeys["journey-journey-1"].stages["journey-stage-1"].touchpoints[0], feeling=1)
    same = told(compare(other_ids(project), old))
    assert same == []
    renamed = msgspec.json.decode(
        msgspec.json.encode(new).replace(b"journey-", b"x-").replace(b"other-", b"y-"), type=Project
    )
    assert told(compare(old, renamed)) == [("changed", "offer", "feeling", "", "1")]


def test_twins_of_one_name_are_told_apart_by_their_order(project: Project) -> None:
    old = edits.add_touchpoint(project, "journey-work", Touchpoint(id="one", name="Call"))
    old = edits.add_touchpoint(old, "journey-work", Touchpoint(id="two", name="Call", feeling=1))
    new = edits.add_touchpoint(project, "journey-work", Touchpoint(id="three", name="Call"))
    new = edits.add_touchpoint(new, "journey-work", Touchpoint(id="four", name="Call", feeling=2))
    (found,) = compare(old, new)
    assert (found.element, found.old_element, found.before, found.after) == ("four", "two", "1", "2")


def test_two_states_of_a_journey_differ_in_what_was_done_to_one(project: Project) -> None:
    new = edits.copy_journey(project, "journey", counting(), state="future", name="Goal")
    assert compare_journeys(new, "journey", "journey-1") == []
    journey = new.journeys["journey-1"]
    keys = {one.name: one.id for one in journey.touchpoints.values()}
    new = edits.change(new, keys["offer"], feeling=2)
    new = edits.move_touchpoint(new, keys["contract"], journey.stage_order[1], 0)
    new = edits.add_touchpoint(new, journey.stage_order[0], Touchpoint(id="new", name="Video call"))
    found = compare_journeys(edits.remove(new, keys["start"]), "journey", "journey-1")
    assert told(found) == [
        ("changed", "offer", "feeling", "", "2"),
        ("added", "Video call", "", "", ""),
        ("moved", "contract", "stage", "agree", "work"),
        ("changed", "offer → Video call", "target", "contract", "Video call"),
        ("added", "Video call → contract", "", "", ""),
        ("removed", "start", "", "", ""),
        ("removed", "contract → start", "", "", ""),
    ]
    with pytest.raises(Refusal, match="offer is not a journey"):
        compare_journeys(project, "journey", "offer")


def test_differences_are_told_the_other_way_round(project: Project) -> None:
    new = edits.change(edits.remove(project, "start"), "offer", name="Quote", feeling=2)
    new = edits.add_touchpoint(new, "journey-work", Touchpoint(id="call", name="Video call"))
    new = edits.move_touchpoint(new, "contract", "journey-work", 1)
    there = compare(project, new)
    back = turned(there, project)
    assert len(back) == len(there)
    assert sorted(told(back)) == sorted(told(compare(new, project)))
    assert {(one.kind, one.name) for one in back} >= {
        ("removed", "Video call"),
        ("added", "start"),
        ("moved", "contract"),
    }
    assert ("changed", "offer", "feeling", "2", "") in told(back)
    assert sorted(back, key=str) == sorted(compare(new, project), key=str)
    assert turned(back, new) == there


def test_only_what_was_chosen_is_taken_over(project: Project) -> None:
    new = edits.change(edits.change(project, "offer", feeling=2), "contract", feeling=1)
    first, _ = compare(project, new)
    assert take_over(project, new, [first]) == edits.change(project, "offer", feeling=2)


def test_a_touchpoint_whose_stage_is_not_taken_over_is_parked(project: Project) -> None:
    new = edits.add_stage(project, "journey", Stage(id="new", name="Later"))
    new = edits.add_touchpoint(new, "new", Touchpoint(id="visit", name="Visit"))
    chosen = [one for one in compare(project, new) if one.element == "visit"]
    assert take_over(project, new, chosen).journeys["journey"].parked == ("visit",)
    without = edits.remove(edits.move_touchpoint(project, "start", "journey-agree", 0), "journey-work")
    chosen = [one for one in compare(project, without) if one.kind == "removed"]
    assert take_over(project, without, chosen).journeys["journey"].parked == ("start",)


def test_a_point_brings_its_metric_and_leaves_what_is_not_there(project: Project) -> None:
    new = edits.add_metric(project, parse_metric("nps"))
    new = edits.add_stage(new, "journey", Stage(id="new", name="Later"))
    on = Anchor("touchpoint", "offer")
    new = edits.add_point(new, MeasurementPoint(id="P6", anchor=on, metric="nps", also_covers=("new", "start")))
    new = edits.add_point(new, MeasurementPoint(id="P7", anchor=Anchor("stage", "new"), metric="nps"))
    taken = take_over(project, new, [one for one in compare(project, new) if one.element_kind == "point"])
    assert taken.points["P6"].also_covers == ("start",)
    assert (sorted(taken.metrics), "P7" in taken.points, taken.next_point) == (["csat-mean", "nps"], False, 8)


def test_goals_that_would_serve_in_a_circle_are_not_taken_over(project: Project) -> None:
    mine = edits.add_goal(project, Goal(id="above", text="Above", serves=("goal",)))
    theirs = edits.change(edits.add_goal(project, Goal(id="above", text="Above")), "goal", serves=("above",))
    chosen = [one for one in compare(mine, theirs) if one.element == "goal"]
    with pytest.raises(Refusal, match="would serve itself"):
        take_over(mine, theirs, chosen)


def test_a_stage_that_became_a_touchpoint_is_taken_over(project: Project) -> None:
    new = edits.stage_to_touchpoint(project, "journey-work")
    assert take_over(project, new, compare(project, new)) == new
    assert take_over(new, project, compare(new, project)) == project


def test_own_lanes_are_compared_value_by_value(project: Project) -> None:
    old = edits.add_own_lane(project, "journey", OwnLane(id="own", name="Effort"))
    new = edits.set_own_value(old, "own", "offer", "high")
    (found,) = compare(old, new)
    assert (found.element, found.field, found.after) == ("offer", "own_values/own", "high")
    assert take_over(old, new, [found]) == new
    assert take_over(new, old, compare(new, old)) == old
    assert take_over(project, new, compare(project, new)) == new


@settings(deadline=None, max_examples=15, phases=QUICK)
@given(projects())
def test_no_project_differs_from_itself(project: Project) -> None:
    assert compare(project, project) == []


@settings(deadline=None, max_examples=15, phases=QUICK)
@given(projects(1), projects(1))
def test_all_differences_taken_over_leave_none(target: Project, source: Project) -> None:
    taken = take_over(target, source, compare(target, source))
    verify(taken)
    assert broken_references(taken) == []
    assert compare(taken, source) == []


def taken_or_refused(target: Project, source: Project, chosen: list[Difference]) -> Project | None:
    """What is taken over; None where goals or journeys would then be in a circle, which is said."""
    try:
        return take_over(target, source, chosen)
    except Refusal as error:
        if "would" in str(error):
            return None
        raise


@settings(deadline=None, max_examples=15, phases=QUICK)
@given(st.data(), projects(1), projects(1))
def test_any_choice_of_differences_leaves_a_sound_project(
    data: st.DataObject, target: Project, source: Project
) -> None:
    differences = compare(target, source)
    places = data.draw(st.sets(st.integers(0, max(0, len(differences) - 1)), max_size=12))
    taken = taken_or_refused(target, source, [one for place, one in enumerate(differences) if place in places])
    if taken is not None:
        verify(taken)
        assert broken_references(taken) == []


def test_a_journey_not_in_the_other_version_is_added_whole(project: Project) -> None:
    old = edits.remove(project, "other")
    assert take_over(old, project, compare(old, project)) == project
    bare = Journey(id="j", name="Not mapped", mapped=False, volume=3)
    listed = edits.add_journey(project, bare, 0)
    assert take_over(project, listed, compare(project, listed)) == listed


def by_name(project: Project, journey: str) -> dict[str, str]:
    """Ids of the touchpoints of a journey by their names."""
    return {one.name: key for key, one in project.journeys[journey].touchpoints.items()}


def with_future(project: Project) -> Project:
    """The project with a future of its journey in which the offer and its stage are called otherwise."""
    new = edits.copy_journey(project, "journey", counting(), state="future", name="Goal")
    new = edits.change(new, by_name(new, "journey-1")["offer"], name="Chat first")
    return edits.change(new, new.journeys["journey-1"].stage_order[0], name="Begin")


def test_what_is_called_otherwise_in_a_copy_has_changed_with_all_that_hangs_on_it(project: Project) -> None:
    new = with_future(project)
    renamed = [("changed", "Begin", "name", "agree", "Begin"), ("changed", "Chat first", "name", "offer", "Chat first")]
    assert told(compare_journeys(new, "journey", "journey-1")) == renamed
    message = next(iter(new.journeys["journey-1"].messages))
    new = edits.change(new, message, text="We write to you.")
    (link,) = new.journeys["journey-1"].links
    new = edits.change(new, link, label="by chat")
    assert told(compare_journeys(new, "journey", "journey-1")) == [
        *renamed,
        ("changed", "Chat first → contract", "label", "", "by chat"),
        ("changed", "We write to you.", "text", "Soitamme.", "We write to you."),
    ]


def test_copies_of_one_journey_and_copies_of_copies_know_each_other(project: Project) -> None:
    new = with_future(project)
    new = edits.copy_journey(new, "journey-1", counting("again-"), persona="ritva")
    variant = "again-journey-1"
    new = edits.change(new, by_name(new, variant)["Chat first"], name="Visit first")
    assert told(compare_journeys(new, "journey-1", variant)) == [
        ("changed", "Visit first", "name", "Chat first", "Visit first")
    ]
    assert ("changed", "Visit first", "name", "offer", "Visit first") in told(compare_journeys(new, "journey", variant))
    without = edits.remove(new, "journey-1")
    assert ("changed", "offer", "name", "Visit first", "offer") in told(compare_journeys(without, variant, "journey"))


def test_one_that_is_copied_within_the_copy_is_new(project: Project) -> None:
    new = with_future(project)
    new = edits.duplicate(new, [by_name(new, "journey-1")["Chat first"]], counting("twin-"))
    assert ("added", "Chat first", "", "", "") in told(compare_journeys(new, "journey", "journey-1"))


def test_what_is_gone_is_remembered_by_nobody(project: Project) -> None:
    new = with_future(project)
    key = by_name(new, "journey-1")["Chat first"]
    assert new.journeys["journey-1"].origins[key] == "offer"
    assert key not in edits.remove(new, key).journeys["journey-1"].origins


def test_two_files_are_compared_by_their_ids_whatever_was_copied(project: Project) -> None:
    new = with_future(project)
    assert compare(new, new) == []
    added = compare(project, new)
    assert {one.kind for one in added} == {"added"}
    assert take_over(project, new, added).journeys == new.journeys
    moved = edits.remove(new, "offer")
    assert [one.kind for one in compare(new, moved) if one.element_kind == "touchpoint"] == ["removed"]
