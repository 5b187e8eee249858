"""The sample projects as they are committed."""

from pathlib import Path

import pytest

from journeymapper.storage.container import Opened, open_project

SAMPLES = Path(__file__).parents[2] / "sample_projects"


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture(scope="session")
def english(samples: Path) -> Opened:
    return open_project(samples / "drainage_renovation.jmap")


@pytest.fixture(scope="session")
def finnish(samples: Path) -> Opened:
    return open_project(samples / "salaojaremontti.jmap")


@pytest.fixture(scope="session")
def airport(samples: Path) -> Opened:
    return open_project(samples / "airport_passengers.jmap")
