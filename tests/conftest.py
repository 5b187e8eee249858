"""What holds for all tests."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The application's own folder for this test: backups and recoveries never go to the user's."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("JOURNEYMAPPER_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests at a screen is not shown windows."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
