"""Project files: opening and saving a `.jmap`, or a plain `document.json` without results."""

import hashlib
import os
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet
from journeymapper.model.tally import Tally
from journeymapper.storage.archive import DOCUMENT, MOST_BYTES, pack, unpack
from journeymapper.storage.atomic import refusal_of_reading, refusal_of_writing, write_atomically
from journeymapper.storage.backups import keep_backup
from journeymapper.storage.documents import decode_document, encode_document
from journeymapper.storage.migrations import FORMAT
from journeymapper.storage.refusals import damaged, damaged_part, missing_part, not_a_project, not_read_back, too_large
from journeymapper.storage.stamp import Stamp, changed_since, stamp_of
from journeymapper.storage.tallies import decode_tally, encode_tally

LARGEST_PLAIN = 64 * 2**20
"""Bytes of a document without a zip around it."""


class Opened(msgspec.Struct, frozen=True):
    """A project file's content; without a stamp, a project that is in no file yet.

    Tallies by SHA-256, attachments by `<sha256>.<ext>`; read-only if of a newer format.
    """

    project: Project
    tallies: dict[str, Tally]
    attachments: dict[str, bytes]
    read_only: bool
    stamp: Stamp | None


def open_project(path: Path) -> Opened:
    """Read a `.jmap` file, a plain `document.json`, or a report with its project inside, which has no stamp.

    Raises Refusal; nothing is ever written by it.
    """
    data, stamp = _read(path)
    if data.startswith(b"%PDF-"):
        from journeymapper.storage.reports import project_inside

        return _open_archive(project_inside(data, str(path)), None, str(path))
    if data.startswith(b"PK"):
        return _open_archive(data, stamp, str(path))
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        raise not_a_project(str(path))
    if len(data) > LARGEST_PLAIN:
        raise too_large(str(path))
    document = decode_document(data, str(path))
    return Opened(document.project, {}, {}, document.format > FORMAT, stamp)


def _read(path: Path) -> tuple[bytes, Stamp]:
    try:
        if path.is_dir():
            raise Refusal("{file} cannot be opened: it is a folder.", file=str(path))
        if path.exists() and not path.is_file():
            raise not_a_project(str(path))  # a pipe or a device may never end
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refusal_of_reading(path, error) from error
    except ValueError as error:  # a name with a zero byte
        raise not_a_project(str(path)) from error
    if len(data) > MOST_BYTES:
        raise too_large(str(path))
    if not data:
        raise Refusal("{file} cannot be opened: the file is empty.", file=str(path))
    return data, stamp_of(data, status)


def _open_archive(data: bytes, stamp: Stamp | None, file: str) -> Opened:
    unpacked = unpack(data, file)
    document = decode_document(unpacked.parts[DOCUMENT], file)
    if document.format != unpacked.format:
        raise damaged(file)
    tallies = {name: _tally(part, name, file) for name, part in _within(unpacked.parts, "tallies/").items()}
    for name in (name for one in document.project.result_sets.values() for name in _tallies_of(one)):
        if name not in tallies:
            raise missing_part(file, f"tallies/{name[:80]}")
    return Opened(document.project, tallies, _within(unpacked.parts, "attachments/"), document.format > FORMAT, stamp)


def _tally(data: bytes, name: str, file: str) -> Tally:
    try:
        return decode_tally(data)
    except Refusal as error:
        raise damaged_part(file, f"tallies/{name}") from error


def _within(parts: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    return {name.removeprefix(folder): data for name, data in parts.items() if name.startswith(folder)}


def save_project(
    path: Path,
    project: Project,
    tallies: Mapping[str, Tally],
    attachments: Mapping[str, bytes] = {},
    *,
    since: Stamp | None = None,
    backups: Path | None = None,
) -> Stamp:
    """Write the project whole or not at all, and keep the file it replaces among five backups.

    `since` is the stamp of the file as it was opened or last saved: one that was changed outside is refused, as is a
    file of a newer format and a report. A name ending in `.json` gets the plain document. Raises Refusal and leaves
    the old file.
    """
    old = _old(path, since)
    plain = path.suffix.lower() == ".json"
    data = _plain(project, tallies) if plain else pack_project(project, tallies, attachments)

    def check(written: bytes) -> None:
        _verify(written, project, path)
        if old and old != data:
            keep_backup(path, old, backups)

    return write_atomically(path, data, verify=check)


def _old(path: Path, since: Stamp | None) -> bytes:
    """The file that is going to be replaced; empty where there is none."""
    try:
        if since is not None and changed_since(path, since):
            raise Refusal("{file} was not saved: it was changed outside meanwhile.", file=str(path))
        old = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise refusal_of_writing(path, error) from error
    if path.suffix.lower() == ".pdf" or old.startswith(b"%PDF-"):
        raise Refusal("{file} is a report and is not saved over; save the project as a .jmap file.", file=str(path))
    if old and _is_newer(old):
        raise Refusal("{file} was not saved: it was made by a newer version of Journey Mapper.", file=str(path))
    return old


def _is_newer(old: bytes) -> bool:
    try:
        return (unpack(old, "").format if old.startswith(b"PK") else decode_document(old, "").format) > FORMAT
    except Refusal:
        return False  # damaged, or something else: the backup keeps it


def _plain(project: Project, tallies: Mapping[str, Tally]) -> bytes:
    if any(one.tally in tallies for one in project.result_sets.values()):
        raise Refusal("A plain document has no room for results; save it as a .jmap file.")
    return encode_document(project)


def pack_project(project: Project, tallies: Mapping[str, Tally], attachments: Mapping[str, bytes]) -> bytes:
    """The bytes of a `.jmap`: the same for the same project. Raises Refusal where results are missing."""
    return pack(project_parts(project, tallies, attachments))


def project_parts(project: Project, tallies: Mapping[str, Tally], attachments: Mapping[str, bytes]) -> dict[str, bytes]:
    """Name → bytes of the document and of the tallies and attachments that it refers to. Raises Refusal."""
    document = encode_document(project)
    kept = {f"tallies/{name}": data for name, data in tally_parts(project, tallies, attachments).items()}
    attached = {f"attachments/{name}": data for name, data in attachments_of(document, attachments).items()}
    return {DOCUMENT: document, **kept, **attached}


def tally_parts(
    project: Project, tallies: Mapping[str, Tally], attachments: Mapping[str, bytes] = {}, *, all_needed: bool = True
) -> dict[str, bytes]:
    """SHA-256 → bytes of the tallies that the project or one of its snapshots refers to.

    Raises Refusal for one that the project needs and that is missing or another.
    """
    parts: dict[str, bytes] = {}
    for one in project.result_sets.values():
        for name in _tallies_of(one):
            if name not in tallies and all_needed:
                file = one.account.file
                raise Refusal("The results of {file} are not at hand; import them again or remove them.", file=file)
            if name in tallies and name not in parts:
                parts[name] = _checked(tallies[name], name, one)
    past = of_snapshots(project, attachments, tallies.keys() - parts.keys())
    return parts | {name: encode_tally(tallies[name]) for name in sorted(past)}


def _tallies_of(result_set: ResultSet) -> list[str]:
    """The hashes of the tallies of an import: that which counts, and the whole one where a part of it counts."""
    return [name for name in (result_set.tally, result_set.whole) if name or name == result_set.tally]


def _checked(tally: Tally, name: str, result_set: ResultSet) -> bytes:
    data = encode_tally(tally)
    if hashlib.sha256(data).hexdigest() != name:
        file = result_set.account.file
        raise Refusal("The results of {file} are not those that the project names.", file=file)
    return data


def of_snapshots(project: Project, attachments: Mapping[str, bytes], names: Collection[str]) -> set[str]:
    """Those of some hashes that a snapshot of the project refers to."""
    documents = [attachments[one.document] for one in project.snapshots.values() if one.document in attachments]
    return {name for name in names if any(_refers(document, name) for document in documents)}


def attachments_of(document: bytes, attachments: Mapping[str, bytes]) -> dict[str, bytes]:
    """The attachments that a document or one of its snapshots names, as `<sha256>.<ext>` or by the hash alone."""
    own = {name: data for name, data in attachments.items() if _refers(document, name)}
    snapshots = [data for name, data in own.items() if name.endswith(".json")]
    theirs = (name for name in attachments.keys() - own.keys() if any(_refers(one, name) for one in snapshots))
    return own | {name: attachments[name] for name in theirs}


def _refers(document: bytes, name: str) -> bool:
    return any(f'"{text}"'.encode() in document for text in (name, name.partition(".")[0]))


def _verify(written: bytes, project: Project, path: Path) -> None:
    """Raise Refusal unless the bytes open again as the same project."""
    file = str(path)
    try:
        plain = unpack(written, file).parts[DOCUMENT] if written.startswith(b"PK") else written
        same = decode_document(plain, file).project == project
    except Refusal as error:
        reason = str(error.message.values.get("reason", error))
        raise Refusal("{file} was not saved: {reason}.", file=file, reason=reason.rstrip(".")) from error
    if not same:
        raise not_read_back(file)
