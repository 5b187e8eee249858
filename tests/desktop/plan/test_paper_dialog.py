"""Paper forms are typed with a key an answer, and become a result file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.desktop.plan.paper_dialog import PaperDialog, answers_of, typed
from journeymapper.desktop.window import Window
from journeymapper.model.metric_specs import parse_metric


@pytest.mark.parametrize(
    ("form", "keys", "text", "whole"),
    [
        ("csat", "4", "4", True),
        ("csat", "9", "", False),
        ("nps", "1", "1", False),
        ("nps", "10", "10", True),
        ("nps", "7", "7", True),
        ("mean:4..10", "10", "10", True),
        ("share:yes", "y", "yes", True),
        ("share:kyllä", "e", "no", True),
        ("share:yes", "x", "", False),
    ],
)
def test_keys_become_answers(form: str, keys: str, text: str, whole: bool) -> None:
    answers, found, done = answers_of(parse_metric(form)), "", False
    for key in keys:
        found, done = typed(answers, found, key)
    assert (found, done) == (text, whole)


def test_what_is_measured_is_not_typed() -> None:
    assert answers_of(parse_metric("p90:30..0")) == ()


def test_forms_are_typed_and_handed_on_as_a_file(window: Window) -> None:
    session = window.session
    assert session is not None
    taken: list[Path] = []
    dialog = PaperDialog(session, taken.append, window)
    dialog.show()
    table = dialog.table
    points = [table.horizontalHeaderItem(place) for place in range(table.columnCount())]
    assert [item.text() for item in points if item] == ["P1"]
    QTest.keyClicks(table, "45")
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClicks(table, "3")
    QTest.keyClick(table, Qt.Key.Key_Backspace)
    QTest.keyClick(table, Qt.Key.Key_Backspace)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.forms() == [["4"], ["5"], ["3"]]
    dialog.take()
    assert taken[0].read_text() == "P1\n4\n5\n3\n"
