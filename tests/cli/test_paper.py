"""`report` in all its ways and `share`, as scripts call them: files, exit codes, one sentence where it is refused."""

import os
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Make, Say

DAY = ("--date", "2026-11-22")


@pytest.fixture
def project(make_project: Make) -> Path:
    return make_project("Buy,Desk,nps,40", "Buy,Checkout,csat,80", "Use,Call,csat,80")


def pages(path: Path) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(path).pages]


@pytest.mark.parametrize(
    ("options", "first"),
    [
        (["--layout", "summary", "--page", "Letter", "--portrait"], (612, 792)),
        (["--layout", "map", "--page", "420x297"], (1191, 842)),
        (["--layout", "wall", "--page", "A0"], (3370, 2384)),
        (["--layout", "plan", "--page", "A5", "--mono"], (595, 420)),
        (["--layout", "map", "--page", "A1", "--tile", "A4", "--overlap", "12"], (842, 595)),
        (["--layout", "map", "--page", "roll914", "--fit"], None),
    ],
)
def test_layouts_and_papers(
    say: Say, project: Path, tmp_path: Path, options: list[str], first: tuple[int, int] | None
) -> None:
    out = tmp_path / "out.pdf"
    assert say("report", project, "-o", out, *options, *DAY).done == f"{out}\n"
    found = pages(out)
    assert first is None or found[0] == first
    assert first is not None or found[0][1] == round(914 * 72 / 25.4)


def test_every_verb_takes_a_report_as_project(say: Say, project: Path, tmp_path: Path) -> None:
    out, bare = tmp_path / "out.pdf", tmp_path / "bare.pdf"
    assert say("report", project, "-o", out, *DAY).code == 0
    for verb in (["scores"], ["check"], ["diff", project]):
        assert say(verb[0], out, *verb[1:]).out == say(verb[0], project, *verb[1:]).out
    again = tmp_path / "again.pdf"
    assert say("report", out, "-o", again, *DAY).code == 0
    assert again.read_bytes() == out.read_bytes()
    assert say("report", project, "-o", bare, "--no-project", *DAY).code == 0
    refused = say("scores", bare)
    assert refused.code == 3
    assert "holds no project" in refused.err


def test_nothing_is_written_into_a_report(say: Say, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert say("report", project, "-o", out, *DAY).code == 0
    before = out.read_bytes()
    answers = tmp_path / "answers.csv"
    answers.write_text("Q1\n9\n10\n3\n")
    refused = say("import", out, answers, "--map", "Q1=P1", "--wave", "2026")
    assert refused.code == 3
    assert refused.err.count("\n") == 1
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--layout", "nothing"], "There is no layout nothing"),
        (["--wave", "1999"], "has no wave 1999"),
        (["--segment", "A=B"], "has no segment A"),
        (["--layout", "map", "--fit", "--page", "100x100"], "would have type under 7 pt"),
    ],
)
def test_refusals_are_one_sentence(say: Say, project: Path, tmp_path: Path, options: list[str], said: str) -> None:
    refused = say("report", project, "-o", tmp_path / "out.pdf", *options)
    assert refused.code == 3
    assert said in refused.err
    assert refused.err.count("\n") == 1
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_folder_is_a_sentence(say: Say, project: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    refused = say("report", project, "-o", locked / "out.pdf")
    assert refused.code == 3
    assert "out.pdf" in refused.err


def test_what_the_font_lacks_is_named(say: Say, make_project: Make, tmp_path: Path) -> None:
    said = say("report", make_project("Buy,Desk 漢字,nps,40"), "-o", tmp_path / "out.pdf", *DAY)
    assert said.code == 0
    assert "漢 字" in said.err


def test_a_shared_copy_opens_and_says_what_is_gone(say: Say, project: Path, tmp_path: Path) -> None:
    for name in ("copy.jmap", "copy.pdf"):
        done = say("share", project, "-o", tmp_path / name)
        assert done.code == 0
        assert done.out.splitlines()[0] == str(tmp_path / name)
        assert say("scores", tmp_path / name).code == 0
    refused = say("share", project, "-o", project)
    assert refused.code == 3
