"""Edits of many elements: the same as one edit after another, looked at once."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from journeymapper.model import edits
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import Link, Touchpoint
from journeymapper.model.messages import Refusal
from journeymapper.model.orders import inserted, moved, removed, repeated
from journeymapper.model.project import Project

CHOICES = [
    ("offer", "start"), ("start", "offer", "contract"), ("contract",), ("journey-work", "offer"), (),
]  # fmt: skip


def one_by_one(project: Project, ids: tuple[str, ...], edit: Callable[[Project, str], Project]) -> Project:
    for key in ids:
        project = edit(project, key)
    return project


@pytest.mark.parametrize("ids", CHOICES)
def test_several_are_removed_as_one_after_another(project: Project, ids: tuple[str, ...]) -> None:
    after = edits.remove_all(project, ids)
    assert after == one_by_one(project, ids, edits.remove)
    verify(after)
    assert broken_references(after) == []


def test_what_goes_with_another_or_is_not_there_is_passed_over(project: Project) -> None:
    ids = ("journey", "offer", "P1", "nowhere")
    assert edits.remove_all(project, ids) == edits.remove(project, "journey")
    assert edits.remove_all(project, ("nowhere",)) is project


def test_a_metric_goes_with_all_that_is_measured_by_it_and_not_without(project: Project) -> None:
    points = tuple(project.points)
    assert edits.remove_all(project, ("csat-mean", *points)).metrics == {}
    with pytest.raises(Refusal, match="is still used"):
        edits.remove_all(project, ("csat-mean", *points[1:]))
    with pytest.raises(Refusal, match="project itself"):
        edits.remove_all(project, ("offer", project.id))


@pytest.mark.parametrize("ids", [("offer", "start"), ("start", "contract", "offer"), ("contract",)])
def test_several_are_parked_as_one_after_another(project: Project, ids: tuple[str, ...]) -> None:
    parked = edits.park_all(project, ids)
    assert parked == one_by_one(project, ids, edits.park)
    assert edits.park_all(parked, ids) is parked
    front = edits.park_all(edits.park(project, "contract"), ("offer", "start"), 0)
    assert front.journeys["journey"].parked == ("offer", "start", "contract")


def test_those_parked_already_stay_unless_a_place_is_given(project: Project) -> None:
    parked = edits.park_all(project, ("offer", "start"))
    assert edits.park_all(parked, ("offer", "contract")).journeys["journey"].parked == ("offer", "start", "contract")
    assert edits.park_all(parked, ("offer", "contract"), 1).journeys["journey"].parked == ("start", "offer", "contract")


def test_several_move_to_a_stage_in_the_order_given(project: Project) -> None:
    after = edits.move_touchpoints(project, ("start", "offer"), "journey-agree", 1)
    assert after.journeys["journey"].stages["journey-agree"].touchpoints == ("contract", "start", "offer")
    assert after.journeys["journey"].stages["journey-work"].touchpoints == ()
    last = edits.move_touchpoints(edits.park(project, "offer"), ("offer",), "journey-work")
    assert last.journeys["journey"].stages["journey-work"].touchpoints == ("start", "offer")
    assert last.journeys["journey"].parked == ()
    assert edits.move_touchpoints(project, ("offer", "contract"), "journey-agree", 0) is project


@pytest.mark.parametrize(
    "edit",
    [
        edits.park_all,
        lambda project, ids: edits.move_touchpoints(project, ids, "journey-agree", 0),
    ],
)
def test_touchpoints_of_two_journeys_do_not_move_together(
    project: Project, edit: Callable[[Project, tuple[str, ...]], Project]
) -> None:
    with pytest.raises(Refusal, match="within its journey"):
        edit(project, ("offer", "other-touchpoint-agree"))
    with pytest.raises(Refusal, match="nothing with the id"):
        edit(project, ("offer", "nowhere"))


def test_several_new_touchpoints_stand_as_one_after_another(project: Project) -> None:
    new = [Touchpoint(id=f"new-{number}", name=f"  Step {number} ") for number in range(3)]
    after = edits.with_touchpoints(project, "journey-agree", new, 1)
    one = project
    for offset, touchpoint in enumerate(new):
        one = edits.with_touchpoint(one, "journey-agree", touchpoint, 1 + offset)
    assert after == one
    assert edits.with_touchpoints(project, "journey-agree", []) is project


@pytest.mark.parametrize("ids", [("new", "new"), ("new", "offer"), ("P1",)])
def test_of_several_new_ones_none_may_have_a_taken_id(project: Project, ids: tuple[str, ...]) -> None:
    new = [Touchpoint(id=key, name="x") for key in ids]
    with pytest.raises(Refusal, match="is taken"):
        edits.with_touchpoints(project, "journey-agree", new)


def test_orders() -> None:
    assert inserted(("a", "b"), 1, "x", "y") == ("a", "x", "y", "b")
    assert inserted(("a",), None, "x") == ("a", "x") == inserted(("a",), 9, "x")
    assert removed(("a", "b", "a"), {"a"}) == ("b",)
    order = ("a", "b", "c")
    assert moved(order, "c", 0) == ("c", "a", "b")
    assert moved(order, "b", 1) is order
    assert repeated(("a", "b", "a", "b")) == "a"
    assert repeated(order) == ""


@pytest.fixture
def on_a_path(project: Project) -> Project:
    """The first journey with a happy path through eight touchpoints of one stage."""
    keys = [f"way-{number}" for number in range(8)]
    made = edits.with_touchpoints(project, "journey-work", [Touchpoint(id=key, name=key) for key in keys])
    for source, target in pairwise(keys):
        made = edits.add_link(made, "journey", Link(id=f"{source}-on", source=source, target=target))
    return made


@pytest.mark.parametrize("ids", [("way-1", "way-3", "way-4"), ("way-0", "way-7"), ("way-5", "way-2", "way-6")])
def test_the_happy_path_is_led_past_several_as_past_one_after_another(on_a_path: Project, ids: tuple[str, ...]) -> None:
    def ways(project: Project) -> set[tuple[str, str]]:
        return {(link.source, link.target) for link in project.journeys["journey"].links.values()}

    removed_ones, parked = edits.remove_all(on_a_path, ids), edits.park_all(on_a_path, ids)
    assert ways(removed_ones) == ways(one_by_one(on_a_path, ids, edits.remove))
    verify(removed_ones)
    assert broken_references(removed_ones) == []
    assert ways(parked) == ways(one_by_one(on_a_path, ids, edits.park))
    moved_ones = edits.move_touchpoints(on_a_path, ids, "journey-agree", 0)
    assert moved_ones.journeys["journey"].stages["journey-agree"].touchpoints[:3] == (*ids, "offer", "contract")[:3]
    verify(moved_ones)
    assert broken_references(moved_ones) == []
