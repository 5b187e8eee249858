"""Tables of results show all their columns where they can."""

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from journeymapper.desktop.act.result_table import Cell, ResultTable, narrowed
from journeymapper.desktop.session import Session


@given(st.lists(st.integers(20, 400), min_size=1, max_size=9), st.integers(100, 2000), st.data())
def test_columns_of_words_give_way(wanted: list[int], room: int, data: st.DataObject) -> None:
    least = data.draw(st.dictionaries(st.sampled_from(range(len(wanted))), st.integers(10, 200)))
    found = narrowed(wanted, least, room)
    for place, (new, old) in enumerate(zip(found, wanted, strict=True)):
        assert new == old if place not in least else min(old, least[place]) <= new <= old
    assert sum(found) == sum(wanted) if sum(wanted) <= room else sum(found) >= room
    if sum(found) > room:
        assert all(found[place] <= max(least[place], 0) for place in least)


def test_a_narrow_table_shows_its_last_column(qtbot: QtBot, session: Session) -> None:
    table = ResultTable(session, "table", ["Touchpoint", "Measured", "Before", "After", "Verdict"])
    qtbot.addWidget(table)
    long = "reached by telephone within six weeks, share of all customers"
    rows = [("offer", (Cell("Hand-over inspection"), Cell(long), Cell("4.1", 4.1, right=True),
                       Cell("4.2", 4.2, right=True), Cell("seems better, not certain")))]  # fmt: skip
    table.resize(560, 300)
    table.show()
    table.show_rows(rows)
    assert sum(table.columnWidth(place) for place in range(5)) <= table.viewport().width()
    assert table.rowHeight(0) > 2 * table.fontMetrics().height()
    longest = max(table.fontMetrics().horizontalAdvance(word) for word in long.split())
    wide = table.columnWidth(1)
    assert wide > longest
    table.resize(1000, 300)
    assert table.columnWidth(1) > wide
