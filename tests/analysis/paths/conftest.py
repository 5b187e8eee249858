"""The real event logs beside the project."""

from pathlib import Path

import pytest


@pytest.fixture
def event_logs() -> Path:
    """The folder of real logs, skipped where it is absent."""
    folder = Path(__file__).parents[3].parent / "shared" / "data" / "event_logs"
    if not folder.is_dir():
        pytest.skip(f"the real files are not here: {folder}")
    return folder
