"""Opening the window where there is none to be had: a sentence, never an abort."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Make, Say

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays have names on Linux only")


@pytest.fixture
def project(make_project: Make) -> Path:
    return make_project("Buy,Call,nps,40")


@ON_LINUX
@pytest.mark.parametrize("words", [("open",), ()])
def test_without_a_display_a_project_is_refused_in_a_sentence(say: Say, project: Path, words: tuple[str, ...]) -> None:
    assert "DISPLAY" in say(*words, project).refusal


@ON_LINUX
def test_a_display_that_nobody_serves_is_named(say: Say, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    refusal = say("open", project).refusal
    assert ":4711" in refusal or "apt install" in refusal


@ON_LINUX
def test_missing_libraries_are_named_with_the_line_that_installs_them(
    say: Say, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr("journeymapper.desktop.probe.X11", ("libxcb-not-there.so.0",))
    refusal = say("open", project).refusal
    assert "libxcb-not-there.so.0" in refusal
    assert "apt install" in refusal
