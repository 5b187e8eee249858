"""Lanes that say nothing yet have a place where they are opened; a window's map is no higher than is of use."""

import pytest

from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.project import Project
from journeymapper.picture.lanes.frames import WRITTEN_INTO
from journeymapper.picture.map_view import LANES, MapView, map_picture
from journeymapper.picture.primitives import Picture, Text
from journeymapper.picture.type import wrap

WIDTH = 860.0


@pytest.fixture
def bare() -> Project:
    """Two stages with three touchpoints of which nothing is said."""
    made = edits.add_journey(Project(id="p", name="P"), Journey(id="j", name="J"))
    for stage, names in (("a", ("One", "Two")), ("b", ("Three",))):
        made = edits.add_stage(made, "j", Stage(id=stage, name=stage))
        for name in names:
            made = edits.add_touchpoint(made, stage, Touchpoint(id=name.lower(), name=name))
    return made


def picture(project: Project, *opened: str, height: float | None = None, fill: bool = True) -> Picture:
    view = MapView(
        project=project, journey=project.journeys["j"], scores={}, language=language("en"), lanes=LANES, results=False,
        opened=frozenset(opened),
    )  # fmt: skip
    return map_picture(view, width=WIDTH, height=height, fill=fill)


def framed(shown: Picture) -> set[str]:
    return {group.part.removeprefix("frame-") for group in shown.groups if group.part.startswith("frame-")}


@pytest.mark.parametrize("lane", sorted(WRITTEN_INTO))
def test_an_opened_lane_has_its_place_and_nothing_else_changes(bare: Project, lane: str) -> None:
    assert lane not in framed(picture(bare))
    shown = picture(bare, lane)
    assert framed(shown) - framed(picture(bare)) == {lane}
    assert [g for g in shown.groups if g.part == "card"] == [g for g in picture(bare).groups if g.part == "card"]


def test_lanes_that_nobody_writes_into_stay_away(bare: Project) -> None:
    assert framed(picture(bare, *LANES)) - framed(picture(bare)) == WRITTEN_INTO


def test_a_map_for_a_window_ends_where_its_lanes_have_enough(bare: Project) -> None:
    tall = picture(bare, height=2000, fill=False)
    assert tall.height < 400
    assert picture(bare, height=2000).height == 2000
    assert picture(bare, height=150, fill=False).height >= picture(bare).height
    assert max(group.y + group.height for group in tall.groups) <= tall.height + 0.5


def test_a_word_is_not_torn_where_smaller_type_saves_it(bare: Project) -> None:
    bare = edits.change(bare, bare.id, language="sv")  # whose words have no rule to part by
    for key in ("one", "two", "three"):
        bare = edits.change(bare, key, owner="Operations guarantee manager", function="Production")
    for number in range(11):
        bare = edits.add_touchpoint(bare, "b", Touchpoint(id=f"t{number}", name=f"T{number}", owner="Guarantee"))
    inner = next(group.width for group in picture(bare, height=900).groups if group.part == "backstage") - 6
    assert wrap("Operations", inner, 9.0, "semibold", language="sv").torn
    groups = (group for group in picture(bare, height=900).groups if group.part == "backstage")
    words = {item.text for group in groups for item in group.items if isinstance(item, Text)}
    assert words <= {"Operations", "guarantee", "manager", "Guarantee", "guarantee manager", "Operations guarantee"}
