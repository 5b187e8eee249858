"""The drainage sample's deliberate flaws: all of them found, and nothing else."""

from pathlib import Path

import pytest

from journeymapper.model.checks import check
from journeymapper.model.find import name_of
from journeymapper.storage.container import open_project

SAMPLES = Path(__file__).parents[2] / "sample_projects"


@pytest.mark.parametrize("name", ["drainage_renovation", "salaojaremontti"])
def test_the_deliberate_flaws_are_found_and_nothing_else(name: str) -> None:
    project = open_project(SAMPLES / f"{name}.jmap").project
    touchpoints = project.ordered_journeys()[0].ordered_touchpoints()
    contract = touchpoints[6]
    hand_offs = project.ordered_journeys()[0].hand_offs.values()
    office_to_guarantee = next(hand_off.id for hand_off in hand_offs if hand_off.target == touchpoints[17].id)
    assert [(finding.kind, finding.element) for finding in check(project)] == [
        ("hand-off not measured", office_to_guarantee),
        ("too few answers planned", "P19"),
        ("deliberately not measured", contract.id),
        ("baseline being collected", "P13"),
        ("no goal", "P4"),
        ("no goal", "P10"),
    ]
    assert "→" in name_of(project, office_to_guarantee)
