"""A copy is shared from the window: written whole, and the person is told what is not in it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from journeymapper.desktop.commands.share_copy import share_copy
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.storage.container import open_project
from tests.desktop.scripted import ScriptedAsking


def test_a_copy_is_written_and_told(
    qtbot: QtBot, session: Session, jobs: Jobs, asking: ScriptedAsking, tmp_path: Path
) -> None:
    before, path = session.project, tmp_path / "copy.jmap"
    asking.answers.append(path)
    assert share_copy(session, jobs, asking, tmp_path / "suggested.jmap") == path
    qtbot.waitUntil(lambda: bool(asking.told), timeout=20_000)
    copy = open_project(path).project
    assert copy.name == before.name
    assert not copy.notes
    assert session.project is before
    assert session.path is None or session.path != path


def test_nobody_chose_a_file(session: Session, jobs: Jobs, asking: ScriptedAsking, tmp_path: Path) -> None:
    asking.answers.append(None)
    assert share_copy(session, jobs, asking, tmp_path / "suggested.jmap") is None
    assert list(tmp_path.iterdir()) == []
