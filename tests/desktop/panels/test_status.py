"""The status line says what the selected element lacks, once the hands rest."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeymapper.analysis.graph import path_findings
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.journey import Link
from journeymapper.model.messages import Message
from journeymapper.model.plan import Waiver


@pytest.fixture
def label(window: Window) -> QLabel:
    """Where it is said."""
    found = window.statusBar().findChild(QLabel, "status-lacks")
    assert found is not None
    return found


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def test_what_is_missing_is_said_of_the_selected_element_only(window: Window, label: QLabel, qtbot: QtBot) -> None:
    session_of(window).select(("change",))
    words = "Missing: channel, expectation, feeling expected, owner, measurement point"
    qtbot.waitUntil(lambda: words in label.text())
    session_of(window).select(("agree",))
    qtbot.waitUntil(lambda: "Missing: usual length" in label.text())
    session_of(window).select(())
    qtbot.waitUntil(lambda: label.text() == "")


def test_what_its_measurement_points_lack_is_said_too(window: Window, label: QLabel, qtbot: QtBot) -> None:
    session_of(window).select(("digging",))
    qtbot.waitUntil(lambda: "P2" in label.toolTip())


def test_mending_it_takes_the_words_away(window: Window, label: QLabel, qtbot: QtBot) -> None:
    session = session_of(window)
    session.select(("offer",))
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", moment_of_truth=True))
    qtbot.waitUntil(lambda: "without its reason" in label.toolTip())
    session.apply(
        Message("Rename"), lambda project: edits.change(project, "offer", moment_reason="Half are lost here.")
    )
    qtbot.waitUntil(lambda: "without its reason" not in label.toolTip())


def test_ways_that_lead_nowhere_are_said(window: Window, label: QLabel, qtbot: QtBot) -> None:
    session = session_of(window)
    way = Link(id="way", source="offer", target="contract")
    session.apply(Message("Add link"), lambda project: edits.add_link(project, "journey", way))
    session.select(("digging",))
    found = path_findings(session.project, session.project.journeys["journey"])
    said = [finding.message.english() for finding in found if finding.element == "digging"]
    assert said
    qtbot.waitUntil(lambda: all(words in label.toolTip() for words in said), timeout=20_000)
    for number, finding in enumerate(one for one in found if one.element == "digging"):
        waiver = Waiver(id=f"w{number}", check=finding.kind, subject="digging", reason="drawn tomorrow")
        session.apply(Message("Waive a finding"), lambda project, one=waiver: edits.waive(project, one))  # type: ignore[misc]
    qtbot.waitUntil(lambda: not any(words in label.toolTip() for words in said))
