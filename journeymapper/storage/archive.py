"""The zip around the parts of a project: written the same every time, read with suspicion and only into memory."""

import hashlib
import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping

import msgspec

from journeymapper import __version__
from journeymapper.model.messages import Refusal
from journeymapper.storage.migrations import FORMAT
from journeymapper.storage.refusals import (
    damaged,
    damaged_manifest,
    damaged_part,
    missing_part,
    not_a_project,
    strange_part,
    too_large,
)

PROJECT_MIME = "application/vnd.journeymapper.project+zip"
MIMETYPE = PROJECT_MIME.encode()
MOST_PARTS = 10_000
MOST_BYTES = 512 * 2**20
"""Of all parts together, unpacked."""
MOST_MANIFEST = 4 * 2**20
STEEPEST = 200
"""Unpacked size over packed size, for parts beyond `SMALL`; what we pack steeper than half of it is stored instead."""
SMALL = 2**20
EPOCH = (1980, 1, 1, 0, 0, 0)

DOCUMENT, MANIFEST = "document.json", "manifest.json"
KNOWN = re.compile(
    r"mimetype|manifest\.json|document\.json|tallies/[0-9a-f]{64}|attachments/[0-9a-f]{64}\.[a-z0-9]{1,8}"
)
UNSAFE = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|\0")
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError,
    OverflowError, LookupError,
)  # fmt: skip


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What the zip holds: SHA-256 of each part by its name, the format and the version that wrote it."""

    application: str = ""
    format: int
    parts: dict[str, str]


class Unpacked(msgspec.Struct, frozen=True):
    """The parts of a zip whose checksums are right, and its format number."""

    format: int
    parts: dict[str, bytes]


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts, `mimetype` and the manifest first; the same bytes for the same parts."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    manifest = Manifest(application=__version__, format=FORMAT, parts=sums)
    listed = msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=2) + b"\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        _add(archive, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        _add(archive, MANIFEST, listed, zipfile.ZIP_DEFLATED)
        for name in sorted(parts):
            _add(archive, name, parts[name], _way(parts[name]))
    return packed.getvalue()


def _way(data: bytes) -> int:
    """Deflated, but stored where it would look like a bomb."""
    if len(data) <= SMALL or len(zlib.compress(data, 1)) * STEEPEST // 2 > len(data):
        return zipfile.ZIP_DEFLATED
    return zipfile.ZIP_STORED


def _add(archive: zipfile.ZipFile, name: str, data: bytes, way: int) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.create_system, entry.external_attr, entry.compress_type = 3, (stat.S_IFREG | 0o644) << 16, way
    archive.writestr(entry, data, compresslevel=6)


def unpack(data: bytes, file: str) -> Unpacked:
    """The parts of a project's zip, in memory. Raises Refusal for what is damaged, hostile or something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_kind(archive, entries, file)
            _check_entries(entries, file)
            manifest = _read_manifest(archive, file)
            return Unpacked(manifest.format, _read_parts(archive, manifest, file))
    except UNREADABLE as error:
        raise damaged(file) from error


def _check_kind(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], file: str) -> None:
    first = entries[0] if entries else None
    if first is None or first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED:
        raise not_a_project(file)
    if first.file_size != len(MIMETYPE) or first.flag_bits & 1 or archive.read(first) != MIMETYPE:
        raise not_a_project(file)


def _check_entries(entries: list[zipfile.ZipInfo], file: str) -> None:
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise too_large(file)
    seen: set[str] = set()
    for entry in entries:
        _check_entry(entry, file)
        if entry.filename in seen:
            raise Refusal("{file} cannot be opened: it holds {part} twice.", file=file, part=_shown(entry.filename))
        seen.add(entry.filename)


def _check_entry(entry: zipfile.ZipInfo, file: str) -> None:
    part = _shown(entry.orig_filename)
    if UNSAFE.search(entry.orig_filename):
        raise Refusal("{file} cannot be opened: {part} would lie outside it.", file=file, part=part)
    if stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG} or entry.is_dir():
        raise Refusal("{file} cannot be opened: {part} is not an ordinary part.", file=file, part=part)
    if entry.flag_bits & 1:
        raise Refusal("{file} cannot be opened: {part} is encrypted.", file=file, part=part)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Refusal("{file} cannot be opened: {part} is packed in an unknown way.", file=file, part=part)
    if entry.file_size > SMALL and entry.file_size > STEEPEST * entry.compress_size:
        raise too_large(file)


def _shown(name: str) -> str:
    """A name as far as a sentence can hold it, on one line."""
    return "".join(sign if sign.isprintable() else "□" for sign in name[:80])


def _read_manifest(archive: zipfile.ZipFile, file: str) -> Manifest:
    if MANIFEST not in archive.namelist():
        raise missing_part(file, MANIFEST)
    if archive.getinfo(MANIFEST).file_size > MOST_MANIFEST:
        raise too_large(file)
    try:
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    except (msgspec.DecodeError, RecursionError) as error:
        raise damaged_manifest(file) from error
    if manifest.format < 1:
        raise damaged_manifest(file)
    return manifest


def _read_parts(archive: zipfile.ZipFile, manifest: Manifest, file: str) -> dict[str, bytes]:
    names = set(archive.namelist()) - {"mimetype", MANIFEST}
    for part in sorted({DOCUMENT, *manifest.parts} - names):
        raise missing_part(file, _shown(part))
    for part in sorted(names):
        if part not in manifest.parts or (manifest.format <= FORMAT and not KNOWN.fullmatch(part)):
            raise strange_part(file, _shown(part))
    # a newer format may hold parts that this version knows nothing of
    return {part: _read_part(archive, part, manifest, file) for part in sorted(names) if KNOWN.fullmatch(part)}


def _read_part(archive: zipfile.ZipFile, part: str, manifest: Manifest, file: str) -> bytes:
    try:
        data = archive.read(part)
    except UNREADABLE as error:
        raise damaged_part(file, part) from error
    named = part.partition("/")[2].partition(".")[0]
    found = hashlib.sha256(data).hexdigest()
    if found != manifest.parts[part] or named not in {"", found}:
        raise damaged_part(file, part)
    return data
