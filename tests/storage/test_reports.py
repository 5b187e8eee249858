"""Projects inside reports: taken out as they went in; strange, damaged and hostile PDFs end in a sentence."""

import contextlib
import io
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.storage.container import open_project, pack_project, save_project
from journeymapper.storage.reports import INSIDE

PROJECT = Project(id="project", name="Inside")


def report(data: bytes, name: str = INSIDE, **stream: Any) -> bytes:
    """A PDF of one page with one attachment."""
    with pikepdf.new() as document:
        document.add_blank_page()
        held = pikepdf.Stream(document, data, **stream)
        spec = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, UF=name, EF=pikepdf.Dictionary(F=held))
        names = pikepdf.Array([pikepdf.String(name), document.make_indirect(spec)])
        document.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=names))
        written = io.BytesIO()
        document.save(written, compress_streams=False)
        return written.getvalue()


def test_a_report_opens_as_its_project_without_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(report(pack_project(PROJECT, {}, {})))
    opened = open_project(path)
    assert opened.project == PROJECT
    assert opened.stamp is None
    assert not opened.read_only


def test_a_report_that_another_program_wrote_again_opens_too(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(report(pack_project(PROJECT, {}, {}))))
    for thing in writer._objects:
        if isinstance(thing, pypdf.generic.StreamObject) and thing.get("/Filter") is None:
            packed = thing.flate_encode()
            thing._data = packed._data
            thing.update(packed)
    again = io.BytesIO()
    writer.write(again)
    path = tmp_path / "report.pdf"
    path.write_bytes(again.getvalue())
    assert open_project(path).project == PROJECT


def test_a_report_is_never_saved_over(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(report(pack_project(PROJECT, {}, {})))
    before = path.read_bytes()
    for name in ("report.pdf", "other.pdf"):
        with pytest.raises(Refusal, match="is a report and is not saved over"):
            save_project(tmp_path / name, PROJECT, {})
    misnamed = tmp_path / "report.jmap"
    misnamed.write_bytes(before)
    with pytest.raises(Refusal, match="is a report and is not saved over"):
        save_project(misnamed, PROJECT, {})
    assert path.read_bytes() == misnamed.read_bytes() == before


def test_a_pdf_without_a_project_says_so(tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    for data in (report(b"x", "other.txt"), pypdf_page()):
        path.write_bytes(data)
        with pytest.raises(Refusal, match="holds no project"):
            open_project(path)


def pypdf_page() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_bomb_in_a_report_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import zlib

    monkeypatch.setattr("journeymapper.storage.reports.MOST_BYTES", 1_000_000)
    path = tmp_path / "bomb.pdf"
    path.write_bytes(report(zlib.compress(bytes(50_000_000), 9), Filter=pikepdf.Name.FlateDecode))
    with pytest.raises(Refusal, match="too large"):
        open_project(path)


def test_a_locked_report_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(io.BytesIO(report(pack_project(PROJECT, {}, {})))) as document:
        document.save(path, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(Refusal, match="damaged or locked"):
        open_project(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1), what=st.binary(max_size=40), cut=st.booleans())
def test_a_damaged_report_opens_or_is_refused(tmp_path: Path, place: float, what: bytes, cut: bool) -> None:
    data = report(pack_project(PROJECT, {}, {}))
    at = 5 + int(place * (len(data) - 5))
    path = tmp_path / "damaged.pdf"
    path.write_bytes(data[:at] + what + (b"" if cut else data[at + len(what) :]))
    with contextlib.suppress(Refusal):
        assert open_project(path).project == PROJECT
