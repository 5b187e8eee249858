"""Running verbs in this process, and projects to run them on."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from journeymapper.cli.run import run
from journeymapper.model.messages import Refusal
from journeymapper.results.reading import perform
from journeymapper.results.tasks import Reply, Task


class Said(msgspec.Struct, frozen=True):
    """What a verb answered."""

    code: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one sentence of a refusal; fails the test where there is another answer."""
        assert (self.code, self.out) == (3, ""), self
        assert self.err.endswith("\n"), self
        assert self.err.count("\n") == 1, self
        assert "Traceback" not in self.err, self
        return self.err.rstrip("\n")

    @property
    def done(self) -> str:
        """The output of a verb that did its work without a word on stderr."""
        assert (self.code, self.err) == (0, ""), self
        return self.out


Say = Callable[..., Said]


Make = Callable[..., Path]


@pytest.fixture(autouse=True)
def english_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """English messages, and log files that stay in the test's folder."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("JOURNEYMAPPER_DATA", str(tmp_path / "data"))
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def reader_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read here and now: a process for each would make the suite slow, and the results' tests have them."""

    def here(task: Task, *_: object, **__: object) -> Reply:
        with pytest.MonkeyPatch.context() as patch:  # a process that refuses ends, and its open files with it
            patch.setattr(sys, "unraisablehook", lambda _: None)
            try:
                return perform(task)
            except Refusal as refusal:
                refused = refusal.message
            gc.collect()
        raise Refusal(refused.text, **refused.values)

    for module in ("aggregates", "event_logs", "counted", "inspecting", "tables"):
        monkeypatch.setattr(f"journeymapper.results.{module}.run_reader", here, raising=False)


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs one command line and gives its answer."""

    def said(*arguments: object) -> Said:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return said


@pytest.fixture
def shared_data() -> Path:
    """The folder of real files beside the project, skipped where it is absent."""
    folder = Path(__file__).parents[2].parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the real files are not here: {folder}")
    return folder


@pytest.fixture
def make_project(say: Say, tmp_path: Path) -> Make:
    """Draws a project from rows of stage, touchpoint, metric and target."""

    def made(*rows: str, name: str = "demo") -> Path:
        table = tmp_path / f"{name}-map.csv"
        table.write_text("\n".join(["stage,touchpoint,metric,target", *rows]), encoding="utf-8")
        project = tmp_path / f"{name}.jmap"
        assert say("new", project, "--from", table, "--force").done
        return project

    return made
