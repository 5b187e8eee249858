"""Exit codes, languages, and the promise that no traceback is ever shown."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper import __version__
from journeymapper.cli import check, new
from tests.cli.conftest import Say

ROOT = Path(__file__).parents[2]
HEAVY = ("PySide6", "pandas", "numpy", "reportlab", "scipy", "babel", "networkx", "pypdfium2", "python_calamine")


def module(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "journeymapper", *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False, env=surroundings,
    )  # fmt: skip


def test_version_and_help(say: Say) -> None:
    assert say("--version").done == f"journeymapper {__version__}\n"
    text = say("--help").done
    assert all(verb in text for verb in ("new", "inspect", "import", "scores", "check", "report", "export"))


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["new", "--help"], ["check", "absent.jmap"]])
def test_what_needs_nothing_heavy_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from journeymapper.cli.run import run\n"
        f"run({arguments!r})\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ["draw"],
        ["new"],
        ["--verison"],
        ["new", "a.jmap", "--fo"],
        ["scores", "p.jmap", "--json", "--csv"],
        ["scores", "p.jmap", "--segment", "GATE"],
        ["report", "p.jmap"],
        ["report", "p.jmap", "-o", "x.pdf", "--page", "A9"],
        ["report", "p.jmap", "-o", "x.pdf", "--date", "2026-02-30"],
        ["report", "p.jmap", "-o", "x.pdf", "--lang", "sv"],
        ["export", "p.jmap", "-o", "x.png", "--scale", "0"],
        ["export", "p.jmap", "-o", "x.png", "--scale", "nan"],
        ["import", "p.jmap"],
        ["import", "p.jmap", "f.csv", "--map", "A"],
        ["import", "p.jmap", "f.csv", "--map", "A="],
        ["import", "p.jmap", "f.csv", "--map", "A=P1", "--missing", "A"],
        ["import", "p.jmap", "f.csv", "--count", "A=P1"],
        ["import", "p.jmap", "f.csv", "--map", "A=P1", "--wave", "1", "--wave-column", "B"],
        ["import", "p.jmap", "f.csv", "--map", "A=P1", "--aggregates"],
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_how(say: Say, arguments: list[str]) -> None:
    said = say(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: journeymapper")


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({"LANG": "fi_FI.UTF-8"}, "Mikään"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fi"}, "Mikään"),
        ({"LANG": "fi_FI.UTF-8", "LC_ALL": "C"}, "Nothing"),
        ({"LANG": "sv_SE"}, "Nothing"),
    ],
)
def test_the_reader_s_language_is_that_of_the_environment(
    variables: dict[str, str], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journeymapper.cli.surroundings import reader_language

    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert reader_language().code == ("fi" if word == "Mikään" else "en")


@pytest.mark.parametrize("verb", ["check", "scores"])
def test_project_paths_that_are_no_project(say: Say, verb: str, tmp_path: Path) -> None:
    (tmp_path / "text.jmap").write_text("hello")
    (tmp_path / "empty.jmap").touch()
    (tmp_path / "broken.jmap").write_bytes(b"PK\x03\x04 nothing more")
    (tmp_path / "list.json").write_text("[1, 2]")
    (tmp_path / "deep.json").write_text("{" + '"a":[' * 100_000)
    for name in ("text.jmap", "empty.jmap", "broken.jmap", "list.json", "deep.json", "absent.jmap", "no/way.jmap"):
        assert name in say(verb, tmp_path / name).refusal
    assert str(tmp_path) in say(verb, tmp_path).refusal
    assert say(verb, "").refusal
    assert say(verb, tmp_path / "two\nlines.jmap").refusal.count("two lines.jmap") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_project_that_may_not_be_read(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "mine.jmap"
    path.touch(mode=0)
    assert "mine.jmap" in say("check", path).refusal


def test_an_error_of_our_own_is_one_sentence_and_a_log(
    say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("surprise {in} braces")

    monkeypatch.setattr(check, "run", broken)
    said = say("check", "any.jmap").refusal
    log = Path(said[said.index(str(tmp_path)) :].rstrip("."))
    assert "ZeroDivisionError: surprise {in} braces" in log.read_text()


def test_the_log_does_not_grow_for_ever(say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object) -> int:
        raise ValueError("x" * 600_000)

    monkeypatch.setattr(check, "run", broken)
    sizes = []
    for _ in range(4):
        said = say("check", "any.jmap").refusal
        sizes.append(Path(said[said.index(str(tmp_path)) :].rstrip(".")).stat().st_size)
    assert max(sizes) < 2_000_000


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")])
def test_interruption_and_a_full_disk_are_one_line(
    say: Say, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def broken(*_: object) -> int:
        raise error

    monkeypatch.setattr(new, "run", broken)
    said = say("new", "any.jmap")
    assert said.code == (130 if isinstance(error, KeyboardInterrupt) else 3)
    assert said.err.count("\n") == 1


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"'{sys.executable}' -m journeymapper --help | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("u", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_one_line(say: Say, tmp_path: Path) -> None:
    assert say("new", tmp_path / "demo.jmap").done
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "journeymapper", "check", str(tmp_path / "demo.jmap")],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT,
        )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_names_that_the_terminal_cannot_encode_are_written_in_utf8(tmp_path: Path) -> None:
    done = module("check", str(tmp_path / "työ→.jmap"), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 3
    assert "työ→.jmap" in done.stderr


def test_the_module_refuses_like_the_function(tmp_path: Path) -> None:
    done = module("check", str(tmp_path / "absent.jmap"))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)


def test_a_file_is_read_by_the_reader_process_of_the_module(tmp_path: Path) -> None:
    table, answers, project = tmp_path / "map.csv", tmp_path / "a.csv", str(tmp_path / "demo.jmap")
    table.write_text("stage,touchpoint,metric\nA,Desk,nps\n")
    answers.write_text("id,grade\n" + "1,10\n" * 6)
    assert module("new", project, "--from", str(table)).returncode == 0
    imported = module("import", project, str(answers), "--map", "grade=Desk", "--wave", "2026")
    assert (imported.returncode, imported.stderr) == (0, "")
    assert "P1,nps,2026,,6,100.0" in module("scores", project, "--csv").stdout


@pytest.mark.parametrize("name", [".", "folder", "absent.csv", "two\nlines.csv"])
def test_files_that_cannot_be_read_are_named(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert say("new", "demo.jmap").done
    for line in (["inspect", name], ["new", "x.jmap", "--from", name], ["import", "demo.jmap", name, "--aggregates"]):
        assert say(*line).refusal.startswith(name.replace("\n", " "))


def test_a_project_of_a_newer_version_is_read_but_not_written(say: Say, tmp_path: Path) -> None:
    import json
    import zipfile

    assert say("new", tmp_path / "demo.jmap").done
    document = json.loads(zipfile.ZipFile(tmp_path / "demo.jmap").read("document.json"))
    document["format"] += 1
    newer = tmp_path / "newer.json"
    newer.write_text(json.dumps(document), encoding="utf-8")
    assert say("check", newer).code == 0
    assert "newer.json" in say("import", newer, newer, "--aggregates").refusal
