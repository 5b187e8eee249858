"""What long analyses find reaches the map of a real window without anything being asked for."""

from pytestqt.qtbot import QtBot

from journeymapper.analysis.beliefs.report import belief_report
from journeymapper.desktop.window import Window
from tests.desktop.act.conftest import SAMPLE


def test_paths_and_beliefs_of_the_sample_are_found_once_its_map_is_painted(qtbot: QtBot, empty_window: Window) -> None:
    assert empty_window.open(SAMPLE)
    session = empty_window.session
    assert session is not None
    session.look(mode="results")
    qtbot.waitUntil(lambda: bool(session.findings.beliefs and session.findings.paths), timeout=20_000)
    expected = belief_report(session.project, dict(session.tallies), wave=session.view.wave)
    assert session.findings.beliefs == expected.beliefs
    assert expected.locked_at
