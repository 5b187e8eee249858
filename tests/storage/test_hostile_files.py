"""Files that are damaged or made to do harm: each is refused in one sentence, and nothing is written."""

import io
import json
import os
import stat
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from journeymapper.model.messages import Refusal
from journeymapper.storage import archive as archive_module
from journeymapper.storage.archive import MIMETYPE
from journeymapper.storage.container import open_project, pack_project
from journeymapper.storage.documents import encode_document

if TYPE_CHECKING:
    from tests.storage.conftest import Sample
DOCUMENT = b'{"id": "p", "name": "x"}'


def entry(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    """A zip entry with a name that is taken as it is."""
    made = zipfile.ZipInfo("x")
    made.filename, made.external_attr, made.compress_type = name, mode << 16, zipfile.ZIP_DEFLATED
    return made


def built(
    document: bytes = DOCUMENT,
    more: tuple[tuple[zipfile.ZipInfo, bytes], ...] = (),
    manifest: dict[str, Any] | bytes | None = None,
    mimetype: bytes = MIMETYPE,
) -> bytes:
    """A zip as of ours, with whatever is wanted wrong."""
    parts = {"document.json": sha256(document).hexdigest()}
    parts |= {one.filename: sha256(data).hexdigest() for one, data in more}
    listed: Any = {"format": 1, "parts": parts} if manifest is None else manifest
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("mimetype", mimetype)
        target.writestr("manifest.json", listed if isinstance(listed, bytes) else json.dumps(listed))
        target.writestr("document.json", document)
        for one, data in more:
            target.writestr(one, data)
    return out.getvalue()


def plus(name: str, mode: int = stat.S_IFREG | 0o644, data: bytes = b"evil") -> bytes:
    return built(more=((entry(name, mode), data),))


def twice() -> bytes:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return plus("document.json", data=DOCUMENT)


def encrypted() -> bytes:
    """The flag that says so, set on the document in both of its headers."""
    data = bytearray(built())
    for sign, flags, name in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            if data[at + name : at + name + 8] == b"document":
                data[at + flags] |= 1
    return bytes(data)


def packed_unknown() -> bytes:
    made = entry("tallies/" + "0" * 64)
    made.compress_type = zipfile.ZIP_BZIP2
    return built(more=((made, b"x"),))


def ordinary_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("[Content_Types].xml", "<xml/>")
    return out.getvalue()


def number(text: str) -> bytes:
    return b'{"id": "p", "name": "x", "personas": {"a": {"id": "a", "name": "A", "share": ' + text.encode() + b"}}}"


WRONG = "0" * 64
TALLY = "tallies/" + sha256(b"evil").hexdigest()
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "the file is empty"),
    "not ours": (lambda: b"\x89PNG\r\n", "not a Journey Mapper project"),
    "a half of a sign": (lambda: b"PK", "damaged or cut short"),
    "another zip": (ordinary_zip, "not a Journey Mapper project"),
    "wrong mimetype": (lambda: built(mimetype=b"application/zip"), "not a Journey Mapper project"),
    "cut short": (lambda: built()[:-40], "damaged or cut short"),
    "slip": (lambda: plus("../evil"), r"\.\./evil would lie outside"),
    "slip deep": (lambda: plus("tallies/../../evil"), "would lie outside"),
    "absolute": (lambda: plus("/tmp/evil"), "/tmp/evil would lie outside"),
    "drive": (lambda: plus("C:evil"), "C:evil would lie outside"),
    "backslash": (lambda: plus("..\\evil"), "would lie outside"),
    "stranger": (lambda: plus("evil.sh"), r"does not belong there \(evil\.sh\)"),
    "symlink": (lambda: plus(TALLY, stat.S_IFLNK | 0o777), "not an ordinary part"),
    "folder": (lambda: plus("tallies/", stat.S_IFDIR | 0o755, b""), "not an ordinary part"),
    "twice": (twice, r"holds document\.json twice"),
    "encrypted": (encrypted, r"document\.json is encrypted"),
    "bzip2": (packed_unknown, "packed in an unknown way"),
    "bomb": (lambda: plus(TALLY, data=b"\0" * 5_000_000), "too large"),
    "no manifest entry": (lambda: built(manifest={"format": 1, "parts": {}}), "does not belong there"),
    "no document": (lambda: built(manifest={"format": 1, "parts": {TALLY: WRONG}}), "is missing"),
    "bad checksum": (
        lambda: built(manifest={"format": 1, "parts": {"document.json": WRONG}}),
        r"document\.json is not what it should be",
    ),
    "tally of another name": (lambda: plus("tallies/" + WRONG), "is not what it should be"),
    "tally of nonsense": (lambda: plus(TALLY), "is not what it should be"),
    "manifest not json": (lambda: built(manifest=b"{"), "manifest is damaged"),
    "manifest deep": (lambda: built(manifest=b"[" * 100_000), "manifest is damaged"),
    "manifest without format": (lambda: built(manifest={"parts": {}}), "manifest is damaged"),
    "format zero": (lambda: built(manifest={"format": 0, "parts": {}}), "manifest is damaged"),
    "formats differ": (lambda: built(document=b'{"id":"p","name":"x","format":7}'), "damaged"),
    "document not json": (lambda: built(document=b"{]"), "document is damaged"),
    "document not utf-8": (lambda: built(document=b'{"id": "\xff"}'), "document is damaged"),
    "document a list": (lambda: built(document=b"[]"), "document is damaged .not an object"),
    "wrong type": (lambda: built(document=b'{"id": "p", "name": 5}'), r"document is damaged .*\$\.name"),
    "field missing": (lambda: built(document=b'{"id": "p"}'), "document is damaged .*name"),
    "NaN": (lambda: built(document=number("NaN")), "document is damaged"),
    "Infinity": (lambda: built(document=number("-Infinity")), "document is damaged"),
    "beyond floats": (lambda: built(document=number("1e999")), "document is damaged"),
    "huge number": (lambda: built(document=number("9" * 5000)), "document is damaged"),
    "large number": (lambda: built(document=number("9" * 18)), "too large"),
    "deep": (lambda: built(document=b'{"id":"p","name":"x","a":' + b"[" * 100_000), "document is damaged"),
    "rather deep": (lambda: built(document=number("[" * 60 + "]" * 60)), "nested too deeply"),
    "ids that differ": (
        lambda: built(document=b'{"id":"p","name":"x","personas":{"a":{"id":"b","name":"B"}}}'),
        "document is damaged .a is kept under another id",
    ),
    "order of what is not there": (
        lambda: built(document=b'{"id":"p","name":"x","journey_order":["j"]}'),
        "document is damaged .*names j, which is not there",
    ),
    "results missing": (
        lambda: built(
            document=json.dumps(
                {
                    "id": "p",
                    "name": "x",
                    "result_order": ["r"],
                    "result_sets": {
                        "r": {
                            "id": "r",
                            "account": {"file": "a", "sha256": "", "read_on": "2026-01-01", "rows": 1},
                            "mapping": {},
                            "tally": WRONG,
                        }
                    },
                }
            ).encode()
        ),
        f"tallies/{WRONG} is missing",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(tmp_path: Path, case: str) -> None:
    make, words = HOSTILE[case]
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    path = inner / "file.jmap"
    path.write_bytes(make())
    with pytest.raises(Refusal, match=words) as caught:
        open_project(path)
    sentence = str(caught.value)
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "a", inner, path]


def test_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MOST_PARTS", 3)
    path = tmp_path / "file.jmap"
    path.write_bytes(plus(TALLY))
    with pytest.raises(Refusal, match="too large"):
        open_project(path)


def test_many_middling_parts_are_refused_by_their_sum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MOST_BYTES", 1000)
    path = tmp_path / "file.jmap"
    path.write_bytes(plus(TALLY, data=b"x" * 900))
    with pytest.raises(Refusal, match="too large"):
        open_project(path)


def test_a_part_longer_than_it_says_is_refused(tmp_path: Path) -> None:
    data = bytearray(built(document=DOCUMENT + b" " * 500))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = len(DOCUMENT).to_bytes(4, "little")
    path = tmp_path / "file.jmap"
    path.write_bytes(data)
    with pytest.raises(Refusal, match="not what it should be"):
        open_project(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jmap"
    os.mkfifo(pipe)
    loop = tmp_path / "loop.jmap"
    loop.symlink_to(loop)
    for path, words in (
        (tmp_path, "it is a folder"),
        (tmp_path / "none.jmap", "no such file"),
        (pipe, "not a Journey Mapper project"),
        (loop, "cannot be opened"),
        (tmp_path / ("n" * 300), "cannot be opened"),
    ):
        with pytest.raises(Refusal, match=words):
            open_project(path)


def test_names_made_of_control_signs_cannot_break_the_sentence(tmp_path: Path) -> None:
    path = tmp_path / "file.jmap"
    path.write_bytes(plus("../\n\x1b[31mevil\u202e"))
    with pytest.raises(Refusal) as caught:
        open_project(path)
    assert str(caught.value).isprintable()


def test_a_document_of_ours_is_not_taken_for_hostile(tmp_path: Path, sample: "Sample") -> None:
    path = tmp_path / "file.jmap"
    path.write_bytes(pack_project(sample.project, sample.tallies, {}))
    assert open_project(path).project == sample.project
    path.write_bytes(encode_document(sample.project))
    assert open_project(path).project == sample.project
