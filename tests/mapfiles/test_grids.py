"""Grids: stages across, lanes down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.mapfiles.grid import read_grid
from journeymapper.mapfiles.map_file import project_from_reading, read_table
from journeymapper.mapfiles.pasted_cells import read_cells
from journeymapper.mapfiles.sketch import LaneText, Reading
from journeymapper.model.integrity import verify
from journeymapper.model.messages import Refusal


def shape(reading: Reading) -> list[tuple[str, list[str]]]:
    return [(stage.name, [card.name for card in stage.touchpoints]) for stage in reading.sketch.stages]


def said(reading: Reading) -> list[str]:
    return [message.english() for message in reading.account]


def test_a_column_per_touchpoint_with_merged_stages() -> None:
    reading = read_grid(
        [
            ["Our journey", "", "", ""],
            ["Vaiheet", "Osto", "", "Käyttö"],
            ["Kosketuspisteet", "Haku", "Tarjous *", "Aloitus"],
            ["Kanavat", "verkko", "puhelin, kirje", ""],
            ["Odotukset", "", "hinta näkyy", "joku opastaa"],
            ["Kipupisteet", "", "kallis\nhidas", ""],
            ["Tunne", "0", "+1", "−2"],
            ["Persoona", "Ritva", "", ""],
            ["Sää", "", "sade", ""],
            ["", "", "ja tuuli", ""],
        ],
        source="x",
    )
    assert reading.sketch.name == "Our journey"
    assert shape(reading) == [("Osto", ["Haku", "Tarjous"]), ("Käyttö", ["Aloitus"])]
    haku, tarjous, aloitus = reading.sketch.touchpoints
    assert (haku.channels, haku.feeling, haku.personas) == (("verkko",), 0, ("Ritva",))
    assert (tarjous.moment_of_truth, tarjous.channels, tarjous.feeling) == (True, ("puhelin", "kirje"), 1)
    assert tarjous.texts == (
        LaneText("expectation", "hinta näkyy"),
        LaneText("pains", "kallis\nhidas"),
        LaneText("note", "Sää: sade\nSää: ja tuuli"),
    )
    assert aloitus.feeling == -2
    assert said(reading) == ["Rows of unknown names, kept as notes: Sää."]


def test_a_column_per_stage_with_several_touchpoints_in_a_cell() -> None:
    reading = read_grid(
        [
            ["", "Buy", "Use"],
            ["Touchpoints", "• Search\n• Offer", "Begin"],
            ["Emotions", "4", "2"],
            ["Duration", "2 weeks", "years"],
            ["Pain points", "dear", "slow"],
            ["Moments of truth", "the offer", "yes"],
        ],
        source="x",
    )
    buy, use = reading.sketch.stages
    assert [card.feeling for card in (*buy.touchpoints, *use.touchpoints)] == [1, 1, -1]
    assert buy.texts == (
        LaneText("length", "2 weeks"),
        LaneText("note", "Pain points: dear\nMoments of truth: the offer"),
    )
    assert use.touchpoints[0].moment_of_truth
    assert use.touchpoints[0].texts == (LaneText("length", "years"), LaneText("pains", "slow"))
    assert said(reading) == ["Emotions: 1 to 5 are read as −2 to 2."]


def test_without_touchpoints_the_actions_are_taken_for_them() -> None:
    reading = read_grid([["", "Buy", "Use"], ["Actions", "search", "learn"], ["Thoughts", "", "hm"]], source="x")
    assert shape(reading) == [("Buy", ["search"]), ("Use", ["learn"])]
    assert said(reading) == ["No row names touchpoints: the row “Actions” is taken for them."]


def test_a_file_that_is_no_grid_and_no_long_table_is_refused() -> None:
    for rows in ([["a", "b"], ["c", "d"]], [], [["", ""]], [["Touchpoints"]]):
        with pytest.raises(Refusal, match=r"^f\.csv"):
            read_table(rows, source="f.csv")
        with pytest.raises(Refusal, match=r"^f\.csv"):
            read_grid(rows, source="f.csv")


def test_a_grid_from_a_file_is_a_project() -> None:
    reading = read_table([["", "Buy", "Use"], ["Touchpoints", "Offer", "Begin"]], source="f.csv")
    (journey,) = project_from_reading(reading, name="Demo").ordered_journeys()
    assert journey.name == "Demo"
    assert [stage.name for stage in journey.ordered_stages()] == ["Buy", "Use"]


def test_long_form_with_a_row_per_lane_or_a_column_per_lane() -> None:
    by_row = read_cells(
        [
            ["stage", "touchpoint", "lane", "text"],
            ["Buy", "Offer", "Expectation", "clear"],
            ["", "", "Feeling", "-1"],
            ["", "", "Weather", "rain"],
            ["", "Contract", "Pain points", "slow"],
            ["Use", "Begin", "", ""],
        ],
        source="x",
    )
    assert shape(by_row) == [("Buy", ["Offer", "Contract"]), ("Use", ["Begin"])]
    offer, contract, _ = by_row.sketch.touchpoints
    assert offer.texts == (LaneText("expectation", "clear"), LaneText("note", "Weather: rain"))
    assert (offer.feeling, contract.texts) == (-1, (LaneText("pains", "slow"),))
    by_column = read_cells(
        [["Stage", "Touchpoint", "Feeling", "Pains", "Colour"], ["Buy", "Offer", "2", "slow", "red"]], source="x"
    )
    assert by_column.sketch.touchpoints[0].feeling == 2
    assert by_column.sketch.touchpoints[0].texts == (LaneText("pains", "slow"),)
    assert said(by_column) == ["Columns not used: Colour."]


cell = st.one_of(
    st.sampled_from(
        ["", "Stage", "Touchpoints", "Feeling", "Channels", "Pains", "lane", "text", "Moment of truth", "3"]
    ),
    st.text(max_size=8),
)


@given(st.lists(st.lists(cell, max_size=5), max_size=6))
def test_any_cells_are_a_map_or_a_refusal(rows: list[list[str]]) -> None:
    try:
        project = project_from_reading(read_cells(rows, source="x"), name="x")
    except Refusal:
        return
    verify(project)
