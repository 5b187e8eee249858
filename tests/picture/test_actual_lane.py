"""The lane of the actual path: as wide as the flow, who left and went back said at their touchpoint, few never."""

import pytest

from journeymapper.analysis.paths.report import PathReport, actual_paths
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.event_log import EventLog, LogColumns
from journeymapper.model.project import Project
from journeymapper.picture.layout_cache import LayoutCache
from journeymapper.picture.map_view import LANES, MapView, map_picture
from journeymapper.picture.primitives import Group, Path, Picture, Text
from tests.picture.conftest import drainage
from tests.picture.soundness import assert_sound

# 40 go down the path, 30 end at the offer, 20 go from the offer back to the survey visit, 3 end at the yard walk
PATHS = ((("t5", "t6", "t8", "t9"), 40), (("t5", "t6"), 30), (("t5", "t6", "t5", "t6", "t8", "t9"), 20),
         (("t5", "t6", "t8"), 3))  # fmt: skip


def report() -> PathReport:
    _, journey, _ = drainage("en")
    cases, activities, times = [], [], []
    for kind, (path, count) in enumerate(PATHS):
        for number in range(count):
            for step, key in enumerate(path):
                cases.append(f"{kind}-{number}")
                activities.append(journey.touchpoints[key].name)
                times.append(86_400.0 * 3 * step)
    log = EventLog(
        cases=cases, activities=activities, times=list(times), columns=LogColumns(case="c", activity="a", time="t")
    )
    return actual_paths(journey, [log], seen_only=True)


def drawn(code: str = "en", **choices: object) -> Picture:
    project, journey, scores = drainage(code)
    view = MapView(
        project=project, journey=journey, scores=scores, language=language(code), paths=report(),
        **{"lanes": LANES, **choices},  # type: ignore[arg-type]  # choices of the view
    )  # fmt: skip
    return map_picture(view, width=1400, height=1000)


def cell(picture: Picture, key: str) -> Group:
    return next(group for group in picture.groups if group.part == "actual" and group.owner == key)


def words(group: Group) -> list[str]:
    return [item.text for item in group.items if isinstance(item, Text)]


def test_each_touchpoint_tells_its_cases_and_who_left_or_went_back() -> None:
    picture = drawn()
    assert words(cell(picture, "t5")) == ["93"]
    assert words(cell(picture, "t6")) == ["93", "30 left", "20 back"]
    assert "back to: Survey visit" in cell(picture, "t6").alt
    assert "half within 3.0\N{NO-BREAK SPACE}d" in cell(picture, "t5").alt


def test_so_few_that_left_are_not_told() -> None:
    assert words(cell(drawn(), "t8")) == ["63"]


def test_the_ribbon_is_as_wide_as_the_flow() -> None:
    ribbon = next(group for group in drawn().groups if group.part == "curve-actual")
    pieces = [item for item in ribbon.items if isinstance(item, Path) and item.fill]
    heights = [
        tuple(float(piece.steps[low][2]) - float(piece.steps[high][2]) for high, low in ((0, 5), (1, 2)))
        for piece in pieces
    ]
    assert heights[0][1] == pytest.approx(heights[0][0])
    assert heights[1][1] == pytest.approx(heights[1][0] * 63 / 93)
    assert sum(isinstance(item, Path) and bool(item.stroke) for item in ribbon.items) == 1


@pytest.mark.parametrize("code", ["en", "fi"])
def test_the_map_with_the_lane_is_sound(code: str) -> None:
    assert_sound(drawn(code), 7.0)


def test_without_results_or_logs_there_is_no_lane() -> None:
    assert all(group.part != "actual" for group in drawn(results=False).groups)
    assert all(group.part != "actual" for group in drawn(lanes=("stages", "touchpoints")).groups)


def test_a_cell_that_names_another_touchpoint_follows_it() -> None:
    """A touchpoint that was gone for one picture is named again when it is back."""
    project, journey, scores = drainage("en")
    paths, cache = report(), LayoutCache()

    def alt(now: Project) -> str:
        view = MapView(
            project=now, journey=now.journeys[journey.id], scores=scores, language=language("en"), paths=paths,
            lanes=LANES,
        )  # fmt: skip
        return cell(map_picture(view, width=1400, height=1000, cache=cache), "t6").alt

    before = alt(project)
    assert "back to: Survey visit" in before
    assert "Survey visit" not in alt(edits.remove(project, "t5"))
    assert "back to: The visit" in alt(edits.change(project, "t5", name="The visit"))
    assert alt(project) == before
