"""Who has a project open: a small file beside it, so that other machines of a synchronised folder see it too."""

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.storage.places import real_path
from journeymapper.storage.processes import birth, is_running, machine

FORGOTTEN_AFTER = timedelta(days=2)
"""Age of another machine's lock that no longer counts: whether its process runs cannot be seen from here."""
BEING_WRITTEN = 10.0
"""Seconds for which a lock file that makes no sense may still be on its way to the disk."""
SETTLING = 0.05
"""Seconds between taking over a stale lock and looking whether somebody else did so too."""


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a file open, and since when (UTC)."""

    pid: int
    host: str
    since: datetime
    born: str = ""
    token: str = ""


def lock_path(path: Path) -> Path:
    """The lock file of a project: hidden, in the same folder, so that it is seen wherever the project is."""
    target = real_path(path)
    return target.with_name(f".{target.name[:200]}.lock")


def holder(path: Path) -> Holder | None:
    """Who has the file open now; None where nobody has, or where the one who had is gone."""
    found = _read(lock_path(path))
    return found if found is not None and _counts(found) else None


@contextmanager
def hold(path: Path, *, take_over: bool = False) -> Iterator[Holder | None]:
    """Have the file open. Raises Refusal where somebody else has it, unless `take_over`: the user knows better.

    Gives None where the folder takes no lock file; saving will say what is wrong there.
    """
    mine = Holder(
        pid=os.getpid(),
        host=machine(),
        since=datetime.now(UTC).replace(microsecond=0),
        born=birth(os.getpid()),
        token=secrets.token_hex(8),
    )
    held = _take(path, mine, take_over=take_over)
    try:
        yield mine if held else None
    finally:
        if held:
            _release(lock_path(path), mine)


def _take(path: Path, mine: Holder, *, take_over: bool) -> bool:
    lock = lock_path(path)
    try:
        if _create(lock, mine):
            return True
        _refuse_if_held(path, lock, take_over=take_over)
        _overwrite(lock, mine)
    except OSError:
        return False
    time.sleep(SETTLING)
    if _read(lock) != mine:
        _refuse_if_held(path, lock, take_over=False)
    return True


def _refuse_if_held(path: Path, lock: Path, *, take_over: bool) -> None:
    found = _read(lock)
    if take_over:
        return
    if found is None and _is_young(lock):
        raise Refusal("{file} is being opened elsewhere.", file=str(path))
    if found is not None and _counts(found):
        raise Refusal(
            "{file} is open elsewhere: on {host}, process {pid}, since {since} UTC.",
            file=str(path),
            host=found.host.partition("/")[0],
            pid=found.pid,
            since=f"{found.since.astimezone(UTC):%Y-%m-%d %H:%M}",
        )


def _counts(found: Holder) -> bool:
    if found.host == machine():
        return is_running(found.pid, found.born)
    return abs(datetime.now(UTC) - found.since) < FORGOTTEN_AFTER


def _is_young(lock: Path) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return abs(time.time() - lock.stat().st_mtime) < BEING_WRITTEN
    return False


def _read(lock: Path) -> Holder | None:
    """What the lock file says; None where there is none or it makes no sense."""
    try:
        found = msgspec.json.decode(lock.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return found if found.since.tzinfo is not None else None


def _create(lock: Path, mine: Holder) -> bool:
    """Make the lock file unless there is one; it appears with its content, so nobody reads half of it."""
    draft = _draft(lock, mine)
    try:
        os.link(draft, lock)  # in one step, unless the lock exists
    except FileExistsError:
        return False
    except OSError:
        return _create_plainly(lock, mine)  # memory sticks and some shared folders know no hard links
    finally:
        draft.unlink(missing_ok=True)
    return True


def _create_plainly(lock: Path, mine: Holder) -> bool:
    try:
        with lock.open("xb") as file:
            file.write(msgspec.json.encode(mine))
    except FileExistsError:
        return False
    return True


def _overwrite(lock: Path, mine: Holder) -> None:
    _draft(lock, mine).replace(lock)


def _draft(lock: Path, mine: Holder) -> Path:
    draft = lock.with_name(f"{lock.name[:200]}-{mine.token}")
    draft.write_bytes(msgspec.json.encode(mine))
    return draft


def _release(lock: Path, mine: Holder) -> None:
    with contextlib.suppress(OSError):
        if _read(lock) == mine:
            lock.unlink()
