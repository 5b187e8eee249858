"""Unsaved work, kept in the application's folder while it is being done: a crash costs seconds.

A recovery is a folder: `about.json`, `document.json`, and tallies and attachments by their hash, each written once.
The document is written last and whole, so a recovery is what it was before or what it is now.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.storage.archive import DOCUMENT
from journeymapper.storage.atomic import refusal_of_reading, refusal_of_writing, write_atomically
from journeymapper.storage.container import Opened, attachments_of, of_snapshots, tally_parts
from journeymapper.storage.documents import decode_document, encode_document
from journeymapper.storage.migrations import FORMAT
from journeymapper.storage.places import private_folder, recovery_folder
from journeymapper.storage.processes import birth, is_running, machine
from journeymapper.storage.refusals import missing_part
from journeymapper.storage.stamp import stamp_of
from journeymapper.storage.tallies import decode_tally

ABOUT = "about.json"


class Recovery(msgspec.Struct, frozen=True, kw_only=True):
    """Unsaved work: its folder, the project's name, the file it belongs to (None if never saved) and its time (UTC).

    `in_use` says that the window that writes it is still open, so it is nothing to recover.
    """

    folder: Path
    name: str
    path: Path | None
    saved_at: datetime
    in_use: bool


class _About(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    path: str
    pid: int
    host: str
    born: str


def write_recovery(
    key: str,
    project: Project,
    tallies: Mapping[str, Tally],
    attachments: Mapping[str, bytes] = {},
    *,
    path: Path | None = None,
    folder: Path | None = None,
) -> None:
    """Keep the present state of one window's work. `key` is the window's own, from `new_id`. Raises Refusal."""
    place = (folder or recovery_folder()) / key
    try:
        private_folder(place)
    except OSError as error:
        raise refusal_of_writing(place, error) from error
    document = encode_document(project)
    known = set(tallies) - {one.name for one in _files(place / "tallies")}
    fresh = {one: tallies[one] for one in known}
    for name, data in tally_parts(project, fresh, attachments, all_needed=False).items():
        _write_once(place / "tallies" / name, data)
    for name, data in attachments_of(document, attachments).items():
        _write_once(place / "attachments" / name, data)
    _write_if_new(place / ABOUT, _about(project, path))
    write_atomically(place / DOCUMENT, document)


def _about(project: Project, path: Path | None) -> bytes:
    pid = os.getpid()
    whole = "" if path is None else str(path.absolute())
    about = _About(name=project.name, path=whole, pid=pid, host=machine(), born=birth(pid))
    # json, since a path may hold bytes that are no text, which msgspec refuses
    return json.dumps(msgspec.to_builtins(about)).encode()


def _write_once(path: Path, data: bytes) -> None:
    if path.exists():
        return
    try:
        private_folder(path.parent)
    except OSError as error:
        raise refusal_of_writing(path, error) from error
    write_atomically(path, data)


def _write_if_new(path: Path, data: bytes) -> None:
    with contextlib.suppress(OSError):
        if path.read_bytes() == data:
            return
    write_atomically(path, data)


def list_recoveries(folder: Path | None = None) -> list[Recovery]:
    """All unsaved work, newest first; what cannot be understood is left out."""
    place = folder or recovery_folder()
    found = [one for one in map(_recovery, _files(place)) if one is not None]
    return sorted(found, key=lambda one: one.saved_at, reverse=True)


def _recovery(place: Path) -> Recovery | None:
    try:
        about = msgspec.convert(json.loads((place / ABOUT).read_bytes()), _About)
        at = datetime.fromtimestamp((place / DOCUMENT).stat().st_mtime, UTC)
    except (OSError, ValueError, RecursionError):
        return None
    in_use = about.host == machine() and is_running(about.pid, about.born)
    path = Path(about.path) if about.path else None
    return Recovery(folder=place, name=about.name, path=path, saved_at=at, in_use=in_use)


def read_recovery(recovery: Recovery) -> Opened:
    """The unsaved work itself. Raises Refusal where it is damaged."""
    place = recovery.folder / DOCUMENT
    try:
        data = place.read_bytes()
        document = decode_document(data, str(place))
        attachments = {one.name: one.read_bytes() for one in _files(recovery.folder / "attachments")}
        needed = {name for one in document.project.result_sets.values() for name in (one.tally, one.whole) if name}
        there = {one.name for one in _files(recovery.folder / "tallies")}
        needed |= of_snapshots(document.project, attachments, there)
        tallies = {name: _tally(recovery.folder, name) for name in sorted(needed)}
        stamp = stamp_of(data, place.stat())
    except OSError as error:
        raise refusal_of_reading(place, error) from error
    return Opened(document.project, tallies, attachments_of(data, attachments), document.format > FORMAT, stamp)


def _tally(place: Path, name: str) -> Tally:
    if name not in {one.name for one in _files(place / "tallies")}:
        raise missing_part(str(place), f"tallies/{name[:80]}")
    return decode_tally((place / "tallies" / name).read_bytes())


def discard(recovery: Recovery) -> None:
    """Throw unsaved work away: it was saved, or the user does not want it."""
    # without its description it is no longer listed, even if the rest cannot be removed
    with contextlib.suppress(OSError):
        (recovery.folder / ABOUT).unlink(missing_ok=True)
    shutil.rmtree(recovery.folder, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    try:
        return [one for one in folder.iterdir() if not one.name.endswith(".tmp")]
    except OSError:
        return []
