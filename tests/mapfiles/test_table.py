"""Maps drawn from tables in long form."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.cli.run import run
from journeymapper.mapfiles.map_file import project_from_reading, read_table
from journeymapper.mapfiles.sketch import Reading
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.storage.container import open_project

ENGLISH = ["Stage", "Touchpoint", "Channel", "Metric", "Target", "Question", "Owner", "Moment of truth"]
FINNISH = ["Vaihe", "Kosketuspiste", "Kanava", "Mittari", "Tavoitetaso", "Kysymys", "Vastuuhenkilö", "Totuuden hetki"]
ROW = ["Buy", "Offer", "web; phone", "csat:1..7", "85 %", "How was it?", "Ann", "yes"]


def read(*rows: Sequence[str]) -> Reading:
    return read_table(rows, source="map.csv")


def drawn(*rows: Sequence[str]) -> Project:
    return project_from_reading(read(*rows), name="Demo")


def journey_of(project: Project) -> Journey:
    (journey,) = project.ordered_journeys()
    return journey


def refused(*rows: Sequence[str]) -> str:
    with pytest.raises(Refusal) as refusal:
        read(*rows)
    return str(refusal.value)


def test_finnish_and_english_names_in_any_order_and_case_draw_the_same_map() -> None:
    english = drawn(ENGLISH, ROW)
    finnish = drawn([name.upper() for name in reversed(FINNISH)], ROW[::-1])
    for project in (english, finnish):
        (touchpoint,) = journey_of(project).ordered_touchpoints()
        (point,) = project.ordered_points()
        assert [stage.name for stage in journey_of(project).ordered_stages()] == ["Buy"]
        assert touchpoint.name == "Offer"
        assert touchpoint.moment_of_truth
        assert [project.channels[key].name for key in touchpoint.channels] == ["web", "phone"]
        assert (point.id, point.metric, point.question, point.owner) == ("P1", "csat:1..7", "How was it?", "Ann")
        assert point.target is not None
        assert point.target.value == 85
        assert point.status == "planned"


def test_kohtaamispiste_is_a_touchpoint_too() -> None:
    (touchpoint,) = journey_of(drawn(["vaihe", "Kohtaamispiste"], ["A", "B"])).ordered_touchpoints()
    assert touchpoint.name == "B"


def test_the_same_place_twice_is_one_touchpoint_with_several_points() -> None:
    project = drawn(
        ["stage", "touchpoint", "channel", "metric"],
        ["Buy", "Offer", "web", "nps"],
        ["Buy", "Pay", "", ""],
        ["buy", "OFFER", "phone", "ces2"],
    )
    offer, pay = journey_of(project).ordered_touchpoints()
    assert [point.metric for point in project.points_on("touchpoint", offer.id)] == ["nps", "ces2"]
    assert [project.channels[key].name for key in offer.channels] == ["web", "phone"]
    assert list(project.points_on("touchpoint", pay.id)) == []


def test_the_same_name_in_two_stages_is_two_touchpoints() -> None:
    journey = journey_of(drawn(["stage", "touchpoint"], ["A", "Call"], ["B", "Call"]))
    assert [stage.name for stage in journey.ordered_stages()] == ["A", "B"]
    assert len(journey.touchpoints) == 2


def test_row_order_is_the_happy_path_even_back_through_a_stage() -> None:
    journey = journey_of(drawn(["stage", "touchpoint"], ["A", "1"], ["B", "2"], ["A", "3"]))
    names = {touchpoint.id: touchpoint.name for touchpoint in journey.touchpoints.values()}
    path = [(names[link.source], names[link.target], link.kind) for link in journey.links.values()]
    assert path == [("1", "2", "happy"), ("2", "3", "happy")]
    assert [names[key] for key in journey.ordered_stages()[0].touchpoints] == ["1", "3"]


def test_points_are_numbered_in_row_order() -> None:
    rows = [[str(n // 3), str(n), "nps" if n % 2 else ""] for n in range(12)]
    project = drawn(["stage", "touchpoint", "metric"], *rows)
    assert list(project.point_order) == ["P1", "P2", "P3", "P4", "P5", "P6"]
    anchors = [journey_of(project).touchpoints[point.anchor.id].name for point in project.ordered_points()]
    assert anchors == ["1", "3", "5", "7", "9", "11"]


def test_a_reason_in_the_moment_of_truth_column_is_kept() -> None:
    project = drawn(["stage", "touchpoint", "moment of truth"], ["A", "1", "The first bill"], ["A", "2", "ei"])
    first, second = journey_of(project).ordered_touchpoints()
    assert (first.moment_of_truth, first.moment_reason) == (True, "The first bill")
    assert not second.moment_of_truth


def test_an_owner_without_a_metric_owns_the_touchpoint() -> None:
    (touchpoint,) = journey_of(drawn(["stage", "touchpoint", "owner"], ["A", "1", "Sales"])).ordered_touchpoints()
    assert touchpoint.owner == "Sales"


def test_title_rows_empty_rows_and_merged_stage_cells() -> None:
    journey = journey_of(
        drawn(["Our map 2026"], [], ["stage", "touchpoint"], ["A", "1"], ["", ""], ["", "2"], ["B", "3"])
    )
    assert [len(stage.touchpoints) for stage in journey.ordered_stages()] == [2, 1]


def test_what_is_measured_of_the_whole_journey_is_left_out_and_said() -> None:
    reading = read(
        ["stage", "touchpoint", "metric", "point"],
        ["A", "1", "nps"],
        ["", "", "nps"],
        ["A", "", "ces1"],
        ["B", "2", ""],
    )
    assert [(card.name, len(card.points)) for card in reading.sketch.touchpoints] == [("1", 1), ("2", 0)]
    assert [notice.english() for notice in reading.account] == [
        "Columns not used: point.",
        "Row 3 measures no touchpoint and is left out.",
        "Row 4 measures no touchpoint and is left out.",
    ]


def test_our_own_table_of_scores_is_read_back_as_a_map(tmp_path: Path) -> None:
    sample, out = Path(__file__).parents[2] / "sample_projects" / "drainage_renovation.jmap", tmp_path / "scores.csv"
    assert run(["export", str(sample), "-o", str(out)]) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        reading = read_table(list(csv.reader(file)), source=out.name)
    cards = open_project(sample).project.ordered_journeys()[0].ordered_touchpoints()
    assert {card.name for card in reading.sketch.touchpoints} <= {card.name for card in cards}
    assert sum(len(card.points) for card in reading.sketch.touchpoints) >= 19


def test_other_columns_and_a_target_without_a_metric_are_said_not_to_be_used() -> None:
    reading = read(["stage", "colour", "touchpoint", "metric", "target"], ["A", "red", "1", "", "80"])
    assert [notice.english() for notice in reading.account] == [
        "Columns not used: colour.",
        "Row 2: the target is not used, for the row has no metric.",
    ]


def test_a_share_of_less_than_one_percent_is_pointed_out() -> None:
    (notice,) = read(["stage", "touchpoint", "metric", "target"], ["A", "1", "fcr", "0.85"]).account
    assert "0.85 % of 100" in notice.english()


@pytest.mark.parametrize(
    ("metric", "cell", "value"),
    [
        ("stars", "4,3", 4.3),
        ("stars", "4.300", 4.3),
        ("share:yes", "85 %", 85.0),
        ("nps", "−40", -40.0),
        ("nps", "+50", 50.0),
        ("p90:2000..0", "1 000", 1000.0),
    ],
)
def test_targets_as_people_write_them(metric: str, cell: str, value: float) -> None:
    (point,) = drawn(["stage", "touchpoint", "metric", "target"], ["A", "1", metric, cell]).ordered_points()
    assert point.target is not None
    assert point.target.value == value


@pytest.mark.parametrize("cell", ["good", "1,000", "nan", "inf", "1e999", "4.3.1", "3 days", "٣"])
def test_what_is_no_target_is_refused_with_its_place(cell: str) -> None:
    said = refused(["Vaihe", "kosketuspiste", "mittari", "Tavoitetaso"], [], ["A", "1", "median:30..0", cell])
    assert said.startswith("map.csv, row 3, column Tavoitetaso: ")
    assert cell in said


@pytest.mark.parametrize(("metric", "cell"), [("nps", "101"), ("csat", "-1"), ("stars", "6"), ("ces1", "0.5")])
def test_a_target_off_the_scale_is_refused(metric: str, cell: str) -> None:
    assert f"“{cell}”" in refused(["stage", "touchpoint", "metric", "target"], ["A", "1", metric, cell])


@pytest.mark.parametrize("metric", ["happiness", "csat:1..1", "nps:1..7", "csat:a..b"])
def test_what_is_no_metric_is_refused_with_its_place(metric: str) -> None:
    said = refused(["title"], ["stage", "touchpoint", "Metric"], ["A", "1", "nps"], ["A", "2", metric])
    assert said.startswith(f"map.csv, row 4, column Metric: “{metric}”")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [["a", "b"], ["1", "2"]],
        [["stage", "metric"], ["A", "nps"]],
        [["stage", "touchpoint"]],
        [["stage", "touchpoint"], ["", ""]],
        [["stage", "touchpoint"], ["", "1"]],
        [["stage", "touchpoint"], ["A", ""]],
        [["stage", "touchpoint", "vaihe"], ["A", "1", "B"]],
        [["stage", "touchpoint"], ["A", "x" * 201]],
    ],
)
def test_tables_that_are_no_map_are_refused(rows: list[list[str]]) -> None:
    assert refused(*rows).startswith("map.csv")


def test_a_table_of_three_hundred_touchpoints_in_thirty_stages() -> None:
    rows = [[f"Stage {n // 10}", f"Touchpoint {n}", "nps"] for n in range(300)]
    project = drawn(["stage", "touchpoint", "metric"], *rows)
    assert len(journey_of(project).ordered_touchpoints()) == 300
    assert len(project.points) == 300


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=6))
def test_any_cells_are_a_map_or_a_refusal(rows: list[list[str]]) -> None:
    try:
        project = drawn(ENGLISH, *rows)
    except Refusal:
        return
    assert all(name.strip() for name in (t.name for t in journey_of(project).touchpoints.values()))
