"""Pages as pictures: nothing outside the sheet, no two texts on each other, no type under 7 pt, odd projects too."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymapper.analysis.coverage import coverage
from journeymapper.model import edits
from journeymapper.model.journey import Journey, Link, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric
from journeymapper.model.project import Channel, Page, Project
from journeymapper.model.tally import Tally
from journeymapper.picture.primitives import Group, Picture, Text
from journeymapper.report.content import Content
from journeymapper.report.coverage_matrix import cell_level
from journeymapper.report.pages.gaps_page import gap100, ranked_points
from journeymapper.report.plan_needs import Need, plan_needs
from journeymapper.report.report import report_content, report_leaves, report_pages
from journeymapper.report.sheet import SHEETS
from tests.report.orders import order

Box = tuple[float, float, float, float]
NAMES = st.text(alphabet=st.sampled_from("aeiouäölmnkt -ÅW€→😀1"), min_size=1, max_size=200).filter(str.strip)


def pictures(content: Content, page: Page) -> list[Picture]:
    wanted = order(content.language.code, page)
    return [each.picture for each in report_pages(content, wanted)]


def runs(picture: Picture) -> list[tuple[Group, Text]]:
    return [(group, item) for group in picture.groups for item in group.items if isinstance(item, Text)]


def text_boxes(picture: Picture) -> list[tuple[Box, str]]:
    """Boxes of the letters alone: from the height of capitals to the baseline."""
    boxes = []
    for group, run in runs(picture):
        x, y = group.x + run.x, group.y + run.y
        boxes.append(((x, y - 0.7 * run.size, x + run.width, y), run.text))
    return boxes


def assert_sound(picture: Picture) -> None:
    boxes = text_boxes(picture)
    for (left, top, right, bottom), text in boxes:
        assert left >= 0, text
        assert right <= picture.width, text
        assert top >= 0, text
        assert bottom <= picture.height, text
    boxes.sort()
    for number, (one, text) in enumerate(boxes):
        for other, beside in boxes[number + 1 :]:
            if other[0] >= one[2] - 0.05:
                break
            assert other[1] >= one[3] - 0.05 or other[3] <= one[1] + 0.05, (text, beside)
    assert all(run.size >= 7.0 for _, run in runs(picture))


@pytest.mark.parametrize("page", ["A3", "A4"])
@pytest.mark.parametrize("code", ["en", "fi"])
def test_nothing_overlaps_or_leaves_the_page(
    project: Project, tallies: dict[str, Tally], page: Page, code: str
) -> None:
    for picture in pictures(report_content(project, tallies, order(code)), page):
        assert_sound(picture)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, headline=NAMES, page=st.sampled_from(["A3", "A4"]), code=st.sampled_from(["en", "fi"]))
def test_long_and_odd_names_stay_on_the_page(
    project: Project, tallies: dict[str, Tally], name: str, headline: str, page: Page, code: str
) -> None:
    journey = project.journeys["j1"]
    touchpoints = {
        key: msgspec.structs.replace(each, name=name, owner=name) for key, each in journey.touchpoints.items()
    }
    points = {key: msgspec.structs.replace(each, name=name, question=name * 3) for key, each in project.points.items()}
    named = msgspec.structs.replace(journey, name=name, headline=headline, touchpoints=touchpoints)
    odd = msgspec.structs.replace(
        project, name=name, client=name, disclaimer=name, confidentiality=name, journeys={"j1": named}, points=points
    )
    for picture in pictures(report_content(odd, tallies, order(code)), page):
        assert_sound(picture)


def test_gaps_are_sorted_by_certainty_then_gap(project: Project, tallies: dict[str, Tally]) -> None:
    content = report_content(project, tallies, order())
    scores = [content.score(point) for point in ranked_points(content, project.journeys["j1"])]
    worse = [score for score in scores if score.verdict == "worse"]
    assert scores[: len(worse)] == worse
    assert [score.point for score in worse] == ["P12", "P16", "P15", "P18", "P7"]
    assert [gap100(score) for score in worse] == sorted(gap100(score) for score in worse)
    assert [score.verdict for score in scores[-2:]] == ["too few", "not measured"]


def test_the_matrix_agrees_with_the_coverage_of_cells(project: Project, tallies: dict[str, Tally]) -> None:
    content, journey = report_content(project, tallies, order()), project.journeys["j1"]
    cells = coverage(project, journey, content.scores).cells
    levels = [cell_level(content, journey, s, c) for s in journey.ordered_stages() for c in project.channel_order]
    assert levels.count("evidenced") == cells.evidenced > 5
    assert levels.count("evidenced") + levels.count("live") == cells.live
    assert len(levels) - levels.count("nothing") - levels.count("waived") == cells.in_scope
    assert levels.count("unmeasured") == len(cells.uncovered) > 0


def test_every_point_stands_once_in_gap_table_and_plan(project: Project, tallies: dict[str, Tally]) -> None:
    content = report_content(project, tallies, order())
    for page in ("A3", "A4"):
        cells = [
            (leaf.heading.over, group.owner)
            for leaf in report_leaves(content, order(page=page))
            for group in leaf.body
            if group.part == "cell" and group.x < SHEETS[page].margin + 1
        ]
        for table in ("Gaps to target · Drainage renovation", "Measurement plan · Drainage renovation"):
            owners = [owner for over, owner in cells if over == table and owner in project.points]
            assert sorted(owners) == sorted(project.point_order)


@pytest.mark.parametrize("page", ["A3", "A4"])
def test_thirty_stages_and_twenty_channels_are_printed(page: Page) -> None:
    channels = {f"c{n}": Channel(id=f"c{n}", name=f"Channel number {n}") for n in range(20)}
    touchpoints = {
        f"t{n}": Touchpoint(id=f"t{n}", name=f"Touchpoint number {n}", channels=(f"c{n % 20}",), moment_of_truth=n == 7)
        for n in range(120)
    }
    stages = {
        f"s{n}": Stage(id=f"s{n}", name=f"Stage {n} of the way", touchpoints=tuple(f"t{4 * n + k}" for k in range(4)))
        for n in range(30)
    }
    journey = Journey(id="j", name="Long", stage_order=tuple(stages), stages=stages, touchpoints=touchpoints)
    points = {
        f"P{n}": MeasurementPoint(id=f"P{n}", anchor=Anchor("touchpoint", f"t{n}"), metric="nps", status="live")
        for n in range(1, 60)
    }
    project = Project(
        id="p", name="Long", channels=channels, channel_order=tuple(channels), journeys={"j": journey},
        journey_order=("j",), metrics={"nps": Metric(id="nps", kind="nps", worst=0, best=10)}, points=points,
        point_order=tuple(points), next_point=60,
    )  # fmt: skip
    shown = pictures(report_content(project, {}, order()), page)
    for picture in shown:
        assert_sound(picture)
    words = " ".join(group.alt for picture in shown for group in picture.groups if group.part == "coverage")
    assert all(f"Stage {n} of the way, Channel number {n}" in words for n in range(20))


def test_the_plan_page_says_where_the_paths_are_cut(project: Project, tallies: dict[str, Tally]) -> None:
    (journey,) = project.ordered_journeys()
    drawn = edits.add_link(project, journey.id, Link(id="way", source="t1", target="t2"))
    needs = plan_needs(report_content(drawn, tallies, order()), drawn.journeys[journey.id])
    assert Need("▽", "Fair stand: no path leads here.") in needs
