"""A session on the drainage sample, and the pages over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.desktop.act.act_view import ActView
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.language.language import language
from journeymapper.storage.container import open_project
from tests.desktop.conftest import clear_away
from tests.desktop.scripted import ScriptedAsking

SAMPLE = Path(__file__).parents[3] / "sample_projects" / "drainage_renovation.jmap"


@pytest.fixture
def drainage(qtbot: QtBot) -> Iterator[Session]:
    """The sample in English, in Act mode."""
    made = Session(open_project(SAMPLE), View(language=language("en"), mode="act"))
    yield made
    made.deleteLater()
    clear_away()


@pytest.fixture
def told() -> ScriptedAsking:
    """Who answers the pages' questions."""
    return ScriptedAsking()


@pytest.fixture
def pages(qtbot: QtBot, drainage: Session, told: ScriptedAsking) -> Iterator[ActView]:
    """The pages, in sight."""
    jobs = Jobs()
    made = ActView(drainage, jobs, told)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    yield made
    jobs.join()
