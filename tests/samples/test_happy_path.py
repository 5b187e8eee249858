"""The sample's happy path under a team's hands: nothing is cut off by moving, adding or removing a card."""

from collections.abc import Callable

import pytest

from journeymapper.analysis.graph import path_findings
from journeymapper.model import edits
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.project import Project
from journeymapper.storage.container import Opened


def told(project: Project) -> list[tuple[str, str]]:
    (journey,) = project.ordered_journeys()
    return [(finding.kind, finding.element) for finding in path_findings(project, journey)]


def line(project: Project) -> list[str]:
    """The names along the happy path, from its entry on."""
    (journey,) = project.ordered_journeys()
    ahead = {link.source: link.target for link in journey.links.values() if link.kind == "happy"}
    names, key = list[str](), ahead[""]
    while key:
        names.append(journey.touchpoints[key].name)
        key = ahead[key]
    return names


def key_of(journey: Journey, name: str) -> str:
    return next(one.id for one in journey.touchpoints.values() if one.name == name)


def test_a_removed_card_is_passed(english: Opened) -> None:
    (journey,) = english.project.ordered_journeys()
    before = line(english.project)
    after = edits.remove(english.project, key_of(journey, "Survey visit"))
    assert line(after) == [name for name in before if name != "Survey visit"]
    assert told(after) == []


def test_every_card_of_the_path_can_go_one_place_on(english: Opened) -> None:
    (journey,) = english.project.ordered_journeys()
    order = journey.ordered_touchpoints()
    on_path = set(line(english.project))
    for key in (one.id for one in order if one.name in on_path):
        stage = journey.stage_of(key)
        moved = edits.move_touchpoint(english.project, key, stage.id, stage.touchpoints.index(key) + 1)
        (then,) = moved.ordered_journeys()
        assert line(moved) == [one.name for one in then.ordered_touchpoints() if one.name in on_path]
        assert not {journey.id, *(one.id for one in order if one.name in on_path)} & {about for _, about in told(moved)}


EDITS: list[Callable[[Project, Journey], Project]] = [
    lambda p, j: edits.move_stage(p, j.stage_order[2], 1),
    lambda p, j: edits.add_touchpoint(p, j.stage_order[2], Touchpoint(id="new", name="Inserted"), 1),
    lambda p, j: edits.split_touchpoint(p, key_of(j, "Digging and daily news"), ("Digging", "Daily news"), "new"),
    lambda p, j: edits.touchpoint_to_stage(p, key_of(j, "Start notice"), "new"),
    lambda p, j: edits.stage_to_touchpoint(p, j.stage_order[2]),
]


@pytest.mark.parametrize("edit", EDITS, ids=range(len(EDITS)))
def test_no_card_of_the_path_is_cut_off(english: Opened, edit: Callable[[Project, Journey], Project]) -> None:
    (journey,) = english.project.ordered_journeys()
    assert told(edit(english.project, journey)) == []
