"""Where the application keeps its own files."""

import sys
from pathlib import Path

import platformdirs
import pytest

from journeymapper.storage import places

VARIABLES = ("XDG_DATA_HOME", "XDG_STATE_HOME", places.OVERRIDE)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("chosen", [None, "", "  ", "/elsewhere"])
def test_the_folders_are_those_that_platformdirs_names(chosen: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    if chosen is not None:
        monkeypatch.setenv("XDG_DATA_HOME", chosen)
        monkeypatch.setenv("XDG_STATE_HOME", chosen)
    assert places.data_folder() == platformdirs.user_data_path("journeymapper", appauthor=False)
    assert places.log_folder() == platformdirs.user_log_path("journeymapper", appauthor=False)


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.OVERRIDE, str(tmp_path))
    folders = (places.data_folder(), places.backup_folder(), places.recovery_folder(), places.log_folder())
    assert all(folder.is_relative_to(tmp_path) for folder in folders)
    assert len(set(folders)) == 4
