"""The last five versions of each saved file, kept in the application's folder and not beside the user's file."""

import contextlib
import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.storage.atomic import write_atomically
from journeymapper.storage.places import backup_folder, private_folder, real_path

KEPT = 5


class Backup(msgspec.Struct, frozen=True):
    """An earlier version of a file and the time (UTC) when it was replaced."""

    path: Path
    replaced_at: datetime


def keep_backup(path: Path, data: bytes, folder: Path | None = None) -> None:
    """Keep the bytes of a file that is about to be replaced, and drop the oldest beyond five.

    A backup that cannot be written must not keep the user from saving, so it is left out in silence.
    """
    with contextlib.suppress(OSError, Refusal):
        place = private_folder(folder_of(path, folder))
        kept = list_backups(path, folder)
        if kept and kept[0].path.read_bytes() == data:
            return
        write_atomically(place / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}{path.suffix}", data)
        for one in list_backups(path, folder)[KEPT:]:
            one.path.unlink()


def list_backups(path: Path, folder: Path | None = None) -> list[Backup]:
    """The kept versions of a file, newest first."""
    place = folder_of(path, folder)
    names = sorted(os.listdir(place), reverse=True) if place.is_dir() else []  # noqa: PTH208 — names only
    found = ((name, _time_of(name)) for name in names)
    return [Backup(place / name, at) for name, at in found if at is not None]


def _time_of(name: str) -> datetime | None:
    try:
        return datetime.strptime(name[:22], "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
    except ValueError:
        return None


def folder_of(path: Path, folder: Path | None = None) -> Path:
    """The folder of one file's backups: its name, so that people find it, and a hash of its whole path."""
    whole = str(real_path(path))
    key = hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return (folder or backup_folder()) / f"{path.stem[:40]}-{key}"
