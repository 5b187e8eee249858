"""Opening and saving projects."""

import json
import os
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from journeymapper.model import edits
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Note, Project
from journeymapper.model.tally import Tally
from journeymapper.storage.archive import pack
from journeymapper.storage.backups import list_backups
from journeymapper.storage.container import open_project, pack_project, save_project
from journeymapper.storage.documents import encode_document
from journeymapper.storage.migrations import FORMAT

if TYPE_CHECKING:
    from tests.storage.conftest import Sample


def test_a_saved_project_opens_as_it_was(tmp_path: Path, sample: "Sample") -> None:
    path = tmp_path / "Työmaa.jmap"
    stamp = save_project(path, sample.project, sample.tallies)
    opened = open_project(path)
    assert opened.project == sample.project
    assert opened.tallies == sample.tallies
    assert opened.stamp == stamp
    assert not opened.read_only
    assert [one.name for one in tmp_path.iterdir()] == ["Työmaa.jmap"]


def test_two_saves_are_the_same_bytes(tmp_path: Path, sample: "Sample") -> None:
    first, second = tmp_path / "a.jmap", tmp_path / "b.jmap"
    save_project(first, sample.project, sample.tallies)
    opened = open_project(first)
    save_project(second, opened.project, opened.tallies)
    assert first.read_bytes() == second.read_bytes()


def test_equal_documents_made_in_another_order_are_the_same_bytes(sample: "Sample") -> None:
    metrics = sample.project.metrics
    more = {"csat": msgspec.structs.replace(metrics["nps"], id="csat", kind="csat", worst=1, best=5)}
    one = msgspec.structs.replace(sample.project, metrics={**metrics, **more})
    floats = {"csat": msgspec.structs.replace(more["csat"], worst=1.0, best=5.0)}
    other = msgspec.structs.replace(sample.project, metrics={**floats, **metrics})
    assert one == other
    assert pack_project(one, sample.tallies, {}) == pack_project(other, sample.tallies, {})


def test_the_zip_is_laid_out_as_promised(tmp_path: Path, sample: "Sample") -> None:
    path = tmp_path / "a.jmap"
    save_project(path, sample.project, sample.tallies)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        assert names[0] == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert set(names) == {"mimetype", "manifest.json", *manifest["parts"]}
        assert manifest["parts"] == {name: sha256(archive.read(name)).hexdigest() for name in manifest["parts"]}
        document = archive.read("document.json").decode()
    assert path.read_bytes()[30:38] == b"mimetype"
    assert manifest["format"] == FORMAT
    assert json.dumps(json.loads(document), indent=2, sort_keys=True, ensure_ascii=False) + "\n" == document


def test_a_plain_document_opens_and_saves(tmp_path: Path, sample: "Sample") -> None:
    path = tmp_path / "document.json"
    path.write_bytes(b"\xef\xbb\xbf" + encode_document(sample.project))
    opened = open_project(path)
    assert (opened.project, opened.tallies) == (sample.project, {})
    save_project(path, opened.project, opened.tallies)
    assert path.read_bytes() == encode_document(sample.project)


def test_a_plain_document_refuses_results(tmp_path: Path, sample: "Sample") -> None:
    with pytest.raises(Refusal, match="no room for results"):
        save_project(tmp_path / "document.json", sample.project, sample.tallies)
    assert not list(tmp_path.iterdir())


def test_results_that_are_not_at_hand_are_not_lost_in_silence(tmp_path: Path, sample: "Sample") -> None:
    with pytest.raises(Refusal, match=r"results of answers\.csv are not at hand"):
        save_project(tmp_path / "a.jmap", sample.project, {})
    name = next(iter(sample.tallies))
    with pytest.raises(Refusal, match="not those that the project names"):
        save_project(tmp_path / "a.jmap", sample.project, {name: Tally()})
    assert not list(tmp_path.iterdir())


def test_only_what_the_document_names_is_written(tmp_path: Path, sample: "Sample") -> None:
    picture, stray = b"picture", b"stray"
    names = [sha256(data).hexdigest() + ".png" for data in (picture, stray)]
    note = Note(id="n1", text=names[0], anchor=Anchor("touchpoint", "t1"))
    project = msgspec.structs.replace(sample.project, notes={"n1": note}, note_order=("n1",))
    path = tmp_path / "a.jmap"
    save_project(path, project, {**sample.tallies, "0" * 64: Tally()}, dict(zip(names, (picture, stray), strict=True)))
    opened = open_project(path)
    assert opened.attachments == {names[0]: picture}
    assert opened.tallies == sample.tallies


def test_notes_keep_their_order(tmp_path: Path, sample: "Sample") -> None:
    project = sample.project
    for key in ("z", "a", "m"):
        project = edits.add_note(project, Note(id=key, text=key, anchor=Anchor("touchpoint", "t1")))
    moved = edits.move(project, "m", 0)
    save_project(tmp_path / "a.jmap", moved, sample.tallies)
    assert open_project(tmp_path / "a.jmap").project.note_order == ("m", *project.note_order[:-1])


def test_a_file_changed_outside_is_noticed(tmp_path: Path, sample: "Sample") -> None:
    path = tmp_path / "a.jmap"
    stamp = save_project(path, sample.project, sample.tallies)
    os.utime(path, ns=(1, 1))  # a synchronising program touches the time alone
    stamp = save_project(path, sample.project, sample.tallies, since=stamp)
    other = msgspec.structs.replace(sample.project, name="Changed elsewhere")
    save_project(path, other, sample.tallies)
    with pytest.raises(Refusal, match="changed outside"):
        save_project(path, sample.project, sample.tallies, since=stamp)
    assert open_project(path).project == other


def test_a_file_deleted_outside_is_saved_anew(tmp_path: Path, sample: "Sample") -> None:
    path = tmp_path / "a.jmap"
    stamp = save_project(path, sample.project, sample.tallies)
    path.unlink()
    save_project(path, sample.project, sample.tallies, since=stamp)
    assert open_project(path).project == sample.project


def newer(document: dict[str, Any], *, plain: bool) -> bytes:
    """A file of the format after the present one, with a field and a part that are not known yet."""
    data = json.dumps({**document, "format": FORMAT + 1, "moods": {"m1": {"id": "m1"}}}).encode()
    if plain:
        return data
    packed = pack({"document.json": data, "moods/m1": b"?"})
    return rewritten(packed, format=FORMAT + 1)


def rewritten(packed: bytes, **fields: object) -> bytes:
    """The zip with other fields in its manifest."""
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "manifest.json":
                data = json.dumps({**json.loads(data), **fields}).encode()
            target.writestr(entry, data)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.jmap", "document.json"])
def test_a_newer_format_opens_read_only_and_is_never_saved_over(tmp_path: Path, name: str) -> None:
    project = Project(id="p", name="From the future")
    path = tmp_path / name
    data = newer(msgspec.to_builtins(project), plain=name.endswith("json"))
    path.write_bytes(data)
    opened = open_project(path)
    assert opened.read_only
    assert opened.project == project
    with pytest.raises(Refusal, match="newer version"):
        save_project(path, opened.project, {}, since=opened.stamp)
    assert path.read_bytes() == data


def test_a_newer_format_that_cannot_be_understood_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.jmap"
    path.write_bytes(newer({"id": "p", "name": ["no", "longer", "a", "text"]}, plain=False))
    with pytest.raises(Refusal, match=rf"newer version of Journey Mapper \(format {FORMAT + 1}\)"):
        open_project(path)


def test_a_large_dull_tally_is_not_taken_for_a_bomb(tmp_path: Path, sample: "Sample") -> None:
    from journeymapper.storage.tallies import tally_hash

    rows = 600_000
    dull = Tally(waves=["2026"] * rows, days=[""] * rows, counts=[1] * rows, weights=[1.0] * rows, squares=[1.0] * rows)
    name = tally_hash(dull)
    one = msgspec.structs.replace(sample.project.result_sets["r1"], tally=name)
    project = msgspec.structs.replace(sample.project, result_sets={"r1": one})
    save_project(tmp_path / "a.jmap", project, {name: dull})
    assert open_project(tmp_path / "a.jmap").tallies == {name: dull}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_is_not_finite_is_never_saved(tmp_path: Path, value: float) -> None:
    from journeymapper.model.project import Persona

    project = Project(id="p", name="x", personas={"a": Persona(id="a", name="A", share=value)}, persona_order=("a",))
    with pytest.raises(Refusal, match="not finite"):
        save_project(tmp_path / "a.jmap", project, {})
    assert not list(tmp_path.iterdir())


def test_what_would_not_open_again_is_not_saved(tmp_path: Path, sample: "Sample") -> None:
    path = tmp_path / "a.jmap"
    save_project(path, sample.project, sample.tallies)
    before = path.read_bytes()
    broken = msgspec.structs.replace(sample.project, point_order=("P1", "P2"))
    with pytest.raises(Refusal, match=r"a\.jmap was not saved: An order of project names P2, which is not there\.$"):
        save_project(path, broken, sample.tallies)
    assert path.read_bytes() == before
    assert list_backups(path) == []
