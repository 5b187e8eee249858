"""`diff`: what two projects differ in, for people and for scripts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from journeymapper.model import edits
from journeymapper.model.project import Channel
from journeymapper.storage.container import open_project, save_project
from tests.cli.conftest import Say

Make = Callable[..., Path]


@pytest.fixture
def versions(make_project: Make, tmp_path: Path) -> tuple[Path, Path]:
    """A project, and the same with a touchpoint renamed, one added, one removed and one moved."""
    old = make_project("Buy,Offer,nps,40", "Buy,Contract,,", "Use,Begin,,", "Use,Bill,,", name="old")
    project = open_project(old).project
    (journey,) = project.ordered_journeys()
    offer, _, begin, bill = (touchpoint.id for touchpoint in journey.ordered_touchpoints())
    buy = journey.stage_order[0]
    project = edits.change(project, offer, name="Line by line\noffer", feeling=2)
    project = edits.remove(project, bill)
    project = edits.move_touchpoint(project, begin, buy, 0)
    project = edits.add_channel(project, Channel(id="channel-x", name="Phone"))
    new = tmp_path / "new.jmap"
    save_project(new, project, {})
    return old, new


def test_differences_are_grouped_and_named(say: Say, versions: tuple[Path, Path]) -> None:
    out = say("diff", *versions).done
    headings = [line for line in out.splitlines() if not line.startswith(" ")]
    assert headings[0] == "Added (1)"
    assert [heading.split(" ")[0] for heading in headings] == ["Added", "Removed", "Changed", "Moved"]
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "channel Phone" in lines
    assert "touchpoint Bill" in lines
    assert "touchpoint Line by line offer: name Offer → Line by line offer" in lines
    assert "touchpoint Line by line offer: feeling – → 2" in lines
    assert "touchpoint Begin: stage Use → Buy" in lines


def test_json_has_every_difference_in_full(say: Say, versions: tuple[Path, Path]) -> None:
    rows = json.loads(say("diff", *versions, "--json").done)
    kinds = {(row["kind"], row["element_kind"], row["field"]) for row in rows}
    assert {("added", "channel", ""), ("removed", "touchpoint", ""), ("moved", "touchpoint", "stage")} <= kinds
    back = json.loads(say("diff", *reversed(versions), "--json").done)
    assert ("added", "touchpoint", "") in {(row["kind"], row["element_kind"], row["field"]) for row in back}


def test_the_same_project_twice_does_not_differ(say: Say, versions: tuple[Path, Path]) -> None:
    old, _ = versions
    assert say("diff", old, old).done == "The projects do not differ.\n"
    assert json.loads(say("diff", old, old, "--json").done) == []


def test_the_same_map_drawn_twice_differs_in_no_touchpoint(say: Say, tmp_path: Path) -> None:
    table = tmp_path / "map.txt"
    table.write_text("Buy > Offer\nUse > Begin")
    projects = [tmp_path / folder / "map.jmap" for folder in ("a", "b")]
    for project in projects:
        project.parent.mkdir()
        assert say("new", project, "--from", table).code == 0
    rows = json.loads(say("diff", *projects, "--json").done)
    assert not [row for row in rows if row["element_kind"] in ("stage", "touchpoint")]


def test_a_template_in_another_language_differs_in_its_words_alone(say: Say, tmp_path: Path) -> None:
    for code in ("en", "fi"):
        out = tmp_path / f"{code}.jmap"
        assert say("new", out, "--template", "support_case", "--lang", code).code == 0
    rows = json.loads(say("diff", tmp_path / "en.jmap", tmp_path / "fi.jmap", "--json").done)
    assert {row["kind"] for row in rows} == {"changed"}


def test_what_is_no_project_is_refused(say: Say, versions: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "x.jmap").write_text("x")
    assert "x.jmap" in say("diff", versions[0], tmp_path / "x.jmap").refusal
    assert "gone.jmap" in say("diff", tmp_path / "gone.jmap", versions[0]).refusal
