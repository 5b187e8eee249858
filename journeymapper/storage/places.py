"""Where the application keeps what is not the user's file: backups and recoveries, out of the user's own folders."""

import os
import sys
from pathlib import Path

OVERRIDE = "JOURNEYMAPPER_DATA"
"""Environment variable that moves the folder; tests and portable installations set it."""


def data_folder() -> Path:
    """The application's own folder of this user; not made by asking."""
    if chosen := os.environ.get(OVERRIDE):
        return Path(chosen)
    if sys.platform.startswith("linux"):
        return _xdg("XDG_DATA_HOME", "share") / "journeymapper"
    from platformdirs import user_data_path

    return user_data_path("journeymapper", appauthor=False)


def _xdg(name: str, default: str) -> Path:
    """As platformdirs finds it, which would be the largest import before the first paint."""
    chosen = os.environ.get(name, "").strip()
    return Path(chosen) if chosen else Path.home() / ".local" / default


def backup_folder() -> Path:
    """Where earlier versions of saved files are kept."""
    return data_folder() / "backups"


def recovery_folder() -> Path:
    """Where unsaved work is kept."""
    return data_folder() / "recovery"


def log_folder() -> Path:
    """Where the log is written: the platform's folder for logs, or in the folder that was chosen."""
    if os.environ.get(OVERRIDE):
        return data_folder() / "logs"
    if sys.platform.startswith("linux"):
        return _xdg("XDG_STATE_HOME", "state") / "journeymapper" / "log"
    from platformdirs import user_log_path

    return user_log_path("journeymapper", appauthor=False)


def private_folder(folder: Path) -> Path:
    """Make a folder that only this user can look into; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def real_path(path: Path) -> Path:
    """What a path leads to through its links; never raises for links that lead round in a circle."""
    return Path(os.path.realpath(path))
