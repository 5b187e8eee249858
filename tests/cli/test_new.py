"""`new`: fresh projects and projects from tables, and what it never overwrites."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journeymapper.storage.container import open_project
from journeymapper.storage.locks import hold
from tests.cli.conftest import Say


def test_a_fresh_project_has_a_journey_ready_to_fill(say: Say, tmp_path: Path) -> None:
    out = tmp_path / "fresh.jmap"
    assert "fresh.jmap" in say("new", out).done
    project = open_project(out).project
    (journey,) = project.ordered_journeys()
    assert project.name == "fresh"
    assert len(journey.stage_order) == 1
    assert say("check", out).code == 0


def test_the_fresh_project_is_in_the_reader_s_language(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fi_FI.UTF-8")
    assert say("new", tmp_path / "uusi.jmap").code == 0
    assert open_project(tmp_path / "uusi.jmap").project.language == "fi"


def test_nothing_is_overwritten_without_force(say: Say, tmp_path: Path) -> None:
    out = tmp_path / "mine.jmap"
    out.write_text("precious")
    assert "mine.jmap" in say("new", out).refusal
    assert out.read_text() == "precious"
    assert say("new", out, "--force").done
    assert open_project(out).project.name == "mine"


def test_a_project_that_is_open_elsewhere_is_not_replaced(say: Say, tmp_path: Path) -> None:
    out = tmp_path / "open.jmap"
    assert say("new", out).done
    before = out.read_bytes()
    with hold(out):
        assert "open.jmap" in say("new", out, "--force").refusal
    assert out.read_bytes() == before


@pytest.mark.parametrize("name", ["map.pdf", "map", "map.jmap.csv", "no/folder/map.jmap", "."])
def test_places_where_no_project_can_be(say: Say, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert name.rsplit("/", maxsplit=1)[-1] in say("new", tmp_path / name).refusal
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_in_the_place_of_the_project(say: Say, tmp_path: Path) -> None:
    (tmp_path / "map.jmap").mkdir()
    assert "map.jmap" in say("new", tmp_path / "map.jmap", "--force").refusal


def test_a_table_draws_the_map_and_other_columns_are_named(say: Say, tmp_path: Path) -> None:
    table = tmp_path / "map.csv"
    table.write_text(
        "Vaihe;Väri;Kohtaamispiste;Mittari;Tavoitetaso\nOsto;pun.;Tarjous;csat-mean;4,2\nOsto;;Tarjous;nps;\n"
        "Käyttö;;Lasku;share:kyllä;90 %\n",
        encoding="cp1252",
    )
    out = say("new", tmp_path / "map.jmap", "--from", table).done
    assert "2 stages, 2 touchpoints, 3 measurement points" in out
    assert "Columns not used: Väri." in out
    project = open_project(tmp_path / "map.jmap").project
    targets = [point.target.value if point.target else None for point in project.ordered_points()]
    assert targets == [4.2, None, 90]


def test_a_table_in_a_workbook(say: Say, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Our map"], ["stage", "touchpoint", "metric", "target"], ["Buy", "Offer", "nps", 50], ["Buy", 7]):
        sheet.append(row)
    book.save(tmp_path / "map.xlsx")
    assert say("new", tmp_path / "map.jmap", "--from", tmp_path / "map.xlsx").done
    project = open_project(tmp_path / "map.jmap").project
    assert [touchpoint.name for touchpoint in project.ordered_journeys()[0].ordered_touchpoints()] == ["Offer", "7"]
    assert project.points["P1"].target is not None
    assert project.points["P1"].target.value == 50


@pytest.mark.parametrize(
    ("row", "column"),
    [("Buy,Offer,joy,", "metric"), ("Buy,Offer,nps,many", "target"), ("Buy,,nps,", "touchpoint")],
)
def test_a_bad_cell_is_named_and_nothing_is_written(say: Say, tmp_path: Path, row: str, column: str) -> None:
    table = tmp_path / "map.csv"
    table.write_text(f"stage,touchpoint,metric,target\nBuy,Visit,nps,40\n{row}\n")
    refusal = say("new", tmp_path / "map.jmap", "--from", table).refusal
    assert all(part in refusal for part in ("map.csv", "row 3", f"column {column}"))
    assert not (tmp_path / "map.jmap").exists()


def test_names_may_hold_anything(say: Say, make_project: Callable[..., Path]) -> None:
    project = make_project('"=cmd|x!A1","<b>{n} %s \\\\ 日本 🙂",nps,10')
    (touchpoint,) = open_project(project).project.ordered_journeys()[0].ordered_touchpoints()
    assert touchpoint.name == "<b>{n} %s \\\\ 日本 🙂"
    for verb in ("check", "scores"):
        assert say(verb, project).code == 0


MERMAID = "journey\ntitle Day\nsection Go\nTea: 5: Me\nDo work: 1: Me, Cat\nsection Home\nSit: 7"


@pytest.mark.parametrize(
    ("name", "text", "counts"),
    [
        ("day.mmd", MERMAID, "2 stages, 3 touchpoints"),
        ("day.md", f"# A day\n```mermaid\n{MERMAID}\n```\n", "2 stages, 3 touchpoints"),
        ("plan.md", "# Plan\n## Buy\n- Offer\n  - reads it\n- Contract\n", "1 stage, 2 touchpoints"),
        ("plan.txt", "Buy > Offer @phone *\nUse > Begin", "2 stages, 2 touchpoints"),
        ("notes.txt", "Offer\nContract", "1 stage, 2 touchpoints"),
        ("grid.csv", ",Buy,Use\nTouchpoints,Offer,Begin\nFeeling,+1,-1\n", "2 stages, 2 touchpoints"),
        ("lanes.csv", "stage,touchpoint,lane,text\nBuy,Offer,Pains,slow\n,,Feeling,-1\n", "1 stage, 1 touchpoint"),
        ("x.expn", "Event: Buy\n  Step: Offer\n    Action: reads\n", "1 stage, 1 touchpoint"),
    ],
)
def test_maps_of_every_kind_of_text(say: Say, tmp_path: Path, name: str, text: str, counts: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    out = say("new", tmp_path / "map.jmap", "--from", tmp_path / name).done
    assert counts in out
    assert say("check", tmp_path / "map.jmap").code == 0


def test_the_account_is_printed(say: Say, tmp_path: Path) -> None:
    (tmp_path / "day.mmd").write_text(MERMAID, encoding="utf-8")
    out = say("new", tmp_path / "map.jmap", "--from", tmp_path / "day.mmd").done
    assert "Line 7: the score 7 is outside 1 to 5." in out


def test_a_file_that_never_ends_and_a_hostile_one_are_refused(say: Say, tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.mmd")
    assert "pipe.mmd" in say("new", tmp_path / "map.jmap", "--from", tmp_path / "pipe.mmd").refusal
    (tmp_path / "bomb.drawio").write_text('<!DOCTYPE a [<!ENTITY b "c">]><mxfile>&b;</mxfile>')
    assert "bomb.drawio" in say("new", tmp_path / "map.jmap", "--from", tmp_path / "bomb.drawio").refusal
    assert not (tmp_path / "map.jmap").exists()


def test_a_template_in_both_languages(say: Say, tmp_path: Path) -> None:
    assert (
        "5 stages, 16 touchpoints, 9 measurement points"
        in say("new", tmp_path / "a.jmap", "--template", "renovation").done
    )
    assert say("new", tmp_path / "b.jmap", "--template", "renovation", "--lang", "fi").code == 0
    english, finnish = open_project(tmp_path / "a.jmap").project, open_project(tmp_path / "b.jmap").project
    assert (english.name, finnish.name, finnish.language) == ("a", "b", "fi")
    assert list(english.points) == list(finnish.points)
    assert finnish.ordered_journeys()[0].name == "Kotiremontti"


def test_templates_are_listed_and_an_unknown_one_names_them(say: Say, tmp_path: Path) -> None:
    listed = say("new", "--template", "list").done
    assert len(listed.splitlines()) == 10
    assert "health_care_visit" in listed
    assert "support_case" in say("new", tmp_path / "a.jmap", "--template", "moon").refusal
    assert not (tmp_path / "a.jmap").exists()


def test_one_beginning_at_a_time_and_never_without_a_name(say: Say, tmp_path: Path) -> None:
    assert say("new", tmp_path / "a.jmap", "--template", "renovation", "--from", "x.csv").code == 2
    assert say("new").code == 2


def test_odd_files_are_a_map_or_a_refusal(say: Say, tmp_path: Path, shared_data: Path) -> None:
    files = [*(shared_data / "maps").iterdir(), *(shared_data / "odd_files" / "csvkit").iterdir()]
    for path in files:
        said = say("new", tmp_path / "odd.jmap", "--force", "--from", path)
        assert said.code in (0, 3), (path, said)
        if said.code == 3:
            assert path.name in said.refusal
