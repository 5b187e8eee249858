"""`report`, `export` and no verb: the files that they write, and those that they leave alone."""

import io
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.cli.conftest import Make, Say

NAME = 'Desk <b>&amp; "{n}" %s'


@pytest.fixture
def project(make_project: Make) -> Path:
    quoted = NAME.replace('"', '""')
    return make_project(f'Buy,"{quoted}",nps,40', "Use,Call,csat,80")


def text_of(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


def test_a_report_in_both_languages_and_sizes(say: Say, project: Path, tmp_path: Path) -> None:
    a4, a3 = tmp_path / "a4.pdf", tmp_path / "a3.pdf"
    assert say("report", project, "-o", a4, "--page", "a4", "--lang", "fi", "--date", "2026-11-22").done == f"{a4}\n"
    assert say("report", project, "-o", a3, "--page", "A3", "--lang", "en", "--date", "2026-11-22").code == 0
    widths = [PdfReader(path).pages[0].mediabox.width for path in (a4, a3)]
    assert widths == pytest.approx([841.9, 1190.6], abs=1)
    assert "Sivu 1/" in text_of(a4)
    assert "Page 1 of" in text_of(a3)
    information = PdfReader(a4).metadata
    assert information is not None
    assert str(information["/CreationDate"]).startswith("D:20261122")


def test_the_report_s_language_is_the_project_s_unless_asked_otherwise(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fi_FI.UTF-8")
    assert say("new", tmp_path / "uusi.jmap").code == 0
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    out = tmp_path / "uusi.pdf"
    assert say("report", tmp_path / "uusi.jmap", "-o", out, "--date", "2026-11-22").code == 0
    assert "Sivu 1/" in text_of(out)


def test_the_same_day_gives_the_same_bytes(say: Say, project: Path, tmp_path: Path) -> None:
    for name in ("1.pdf", "2.pdf"):
        assert say("report", project, "-o", tmp_path / name, "--date", "2026-11-22").code == 0
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


def test_an_svg_is_xml_with_searchable_text(say: Say, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.SVG"
    assert say("export", project, "-o", out).done == f"{out}\n"
    root = ElementTree.fromstring(out.read_bytes())
    words = " ".join("".join(element.itertext()) for element in root.iter())
    assert "<b>&amp;" in words


@pytest.mark.parametrize(("options", "factor"), [([], 2), (["--scale", "0.5"], 0.5), (["--scale", "3"], 3)])
def test_a_png_has_the_size_of_its_scale(
    say: Say, project: Path, tmp_path: Path, options: list[str], factor: float
) -> None:
    assert say("export", project, "-o", tmp_path / "map.svg").code == 0
    width = float(ElementTree.fromstring((tmp_path / "map.svg").read_bytes()).attrib["viewBox"].split()[2])
    assert say("export", project, "-o", tmp_path / "map.png", *options).code == 0
    picture = Image.open(io.BytesIO((tmp_path / "map.png").read_bytes()))
    assert picture.size[0] == pytest.approx(width * factor, abs=2)
    assert len(picture.convert("L").getcolors() or []) > 3


def test_a_map_of_three_hundred_touchpoints_is_exported(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project(*(f"Stage {n // 10},Touchpoint {n}," for n in range(300)), name="big")
    assert say("export", project, "-o", tmp_path / "big.svg").code == 0
    said = say("export", project, "-o", tmp_path / "big.png", "--scale", "20")
    assert "big.jmap" in said.refusal
    assert not (tmp_path / "big.png").exists()


def test_journeys_are_chosen_by_name(say: Say, project: Path, tmp_path: Path) -> None:
    assert say("export", project, "-o", tmp_path / "m.svg", "--journey", "demo").code == 0
    assert "demo" in say("export", project, "-o", tmp_path / "m.svg", "--journey", "Other").refusal


@pytest.mark.parametrize("name", ["out.docx", "out", "no/out.pdf", ".", "demo.jmap"])
@pytest.mark.parametrize("verb", ["report", "export"])
def test_places_where_nothing_can_be_written(say: Say, project: Path, tmp_path: Path, verb: str, name: str) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    refusal = say(verb, project, "-o", tmp_path / name).refusal
    assert name.rsplit("/", maxsplit=1)[-1] in refusal
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_project_is_never_written_over_by_its_report(say: Say, project: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(project)
    before = project.read_bytes()
    assert "link.pdf" in say("report", project, "-o", link).refusal
    assert project.read_bytes() == before


def test_without_a_verb_the_sample_s_report_is_written_beside_other_files(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    mine = tmp_path / "drainage_renovation-report.pdf"
    mine.write_text("precious")
    first = Path(say().done.splitlines()[-1])
    again = Path(say().done.splitlines()[-1])
    assert first == again == tmp_path / "drainage_renovation-report-2.pdf"
    assert mine.read_text() == "precious"
    assert "Change of dates" in text_of(first)
    monkeypatch.setenv("LANG", "fi_FI.UTF-8")
    assert Path(say().done.splitlines()[-1]).name == "salaojaremontti-report.pdf"


def test_where_the_folder_cannot_be_written_a_temporary_one_takes_the_report(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    path = Path(say().done.splitlines()[-1])
    assert path.parent != tmp_path
    assert path.read_bytes().startswith(b"%PDF")


def test_reports_need_neither_display_nor_qt(project: Path, tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from journeymapper.cli.run import run\n"
        f"codes = [run(['report', {str(project)!r}, '-o', {str(tmp_path / 'r.pdf')!r}]),"
        f" run(['export', {str(project)!r}, '-o', {str(tmp_path / 'r.png')!r}])]\n"
        "sys.exit(max(codes))"
    )
    surroundings = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    surroundings["PYTHONPATH"] = str(Path(__file__).parents[2])
    done = subprocess.run([sys.executable, "-c", program], check=False, env=surroundings, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_a_format_cannot_print_is_said_and_what_it_can_is_kept(
    say: Say, make_project: Make, tmp_path: Path
) -> None:
    project = make_project("Buy,Tarjous 提案,nps,40", name="other")
    sentence = "The font lacks 提 案; an empty box is printed instead.\n"
    for name, said in (("map.svg", ""), ("map.png", sentence), ("map.html", ""), ("map.mmd", "")):
        assert say("export", project, "-o", tmp_path / name).err == said
    words = ElementTree.fromstring((tmp_path / "map.svg").read_bytes()).itertext()
    assert any("提案" in each for each in words)
    assert say("report", project, "-o", tmp_path / "other.pdf").err == sentence
    assert "lack 2 of the signs that were written (U+63D0, U+6848)" in " ".join(text_of(tmp_path / "other.pdf").split())
