"""Every test keeps its backups and recoveries in a folder of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The application's folder for this test."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("JOURNEYMAPPER_DATA", str(folder))
    return folder
