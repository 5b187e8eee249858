"""`compare`: waves, segments, panels and actions through import and the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Make, Say


def import_answers(
    say: Say, project: Path, folder: Path, wave: str, rows: list[str], header: str = "grade", **extra: str
) -> None:
    file = folder / f"{wave}.csv"
    file.write_text("\n".join([header, *rows]) + "\n")
    options = [f"--map={name}=P{k}" for k, name in enumerate(header.split(",")[: 1 + header.count(",g")], 1)]
    given = [f"--{key}={value}" for key, value in extra.items()]
    assert say("import", project, file, *options, "--wave", wave, *given).code == 0


def nps_rows(detractors: int, passives: int, promoters: int) -> list[str]:
    return ["3"] * detractors + ["7"] * passives + ["10"] * promoters


def test_a_fall_of_twenty_points_with_a_hundred_answers_each_only_seems_so(
    say: Say, make_project: Make, tmp_path: Path
) -> None:
    project = make_project("Stage,Desk,nps,40")
    import_answers(say, project, tmp_path, "2025", nps_rows(20, 30, 50))
    import_answers(say, project, tmp_path, "2026", nps_rows(30, 30, 40))
    found = json.loads(say("compare", project, "--waves", "2025,2026", "--json").done)
    (change,) = found["changes"]
    assert (change["point"], change["test"], change["verdict"]) == ("P1", "adjusted Wald", "seems worse")
    assert change["difference"] == pytest.approx(-20)
    assert (change["low"], change["high"], change["p"]) == pytest.approx((-41.3865, 2.5516, 0.083216), abs=1e-4)
    assert change["detectable"] == pytest.approx(31.4, abs=0.1)
    assert "seems worse, not certain" in say("compare", project, "--waves", "2025,2026").done


def test_segments_are_compared_in_pairs(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("Stage,Desk,mean:1..10,")
    rows = [f"{grade},north" for grade in (8, 9, 9, 8, 9, 8, 9, 9)] + [
        f"{grade},south" for grade in (3, 4, 3, 5, 4, 3, 2, 4)
    ]
    import_answers(say, project, tmp_path, "2026", rows, "grade,area", segment="area")
    (change,) = json.loads(say("compare", project, "--between", "area", "--json").done)["changes"]
    assert (change["first"], change["second"], change["verdict"], change["test"]) == (
        "north",
        "south",
        "worse",
        "Welch",
    )


def test_the_story_of_the_sample_is_late_is_forgiven_silent_is_not(say: Say) -> None:
    sample = Path(__file__).parents[2] / "sample_projects" / "drainage_renovation.jmap"
    command = ("compare", sample, "--between", "dates", "--points", "P20", "--json")
    changes = json.loads(say(*command).done)["changes"]
    by_sizes = {tuple(sorted((c["before"]["n"], c["after"]["n"]))): c for c in changes}
    told, late = by_sizes[26, 74], by_sizes[19, 26]
    assert told["verdict"].startswith("seems")
    assert abs(told["difference"]) == pytest.approx(0.24, abs=0.005)
    assert sorted((abs(told["low"]), abs(told["high"]))) == pytest.approx([0.22, 0.69], abs=0.005)
    assert late["verdict"] in ("better", "worse")
    assert abs(late["difference"]) == pytest.approx(1.86, abs=0.01)
    assert sorted((abs(late["low"]), abs(late["high"]))) == pytest.approx([1.11, 2.62], abs=0.01)
    assert {side["indicative"] for side in (late["before"], late["after"])} == {True}


def test_the_grade_of_two_seasons_has_no_certain_change(say: Say) -> None:
    sample = Path(__file__).parents[2] / "sample_projects" / "salaojaremontti.jmap"
    changes = json.loads(say("compare", sample, "--waves", "2025,2026", "--json").done)["changes"]
    by_point = {change["point"]: change for change in changes}
    assert (by_point["P20"]["before"]["n"], by_point["P20"]["after"]["n"]) == (59, 60)
    assert by_point["P20"]["verdict"] == "seems better"
    assert by_point["P7"]["verdict"] == "one side only"


def test_refusals(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("Stage,Desk,nps,40")
    import_answers(say, project, tmp_path, "2025", nps_rows(20, 30, 50))
    assert "no wave 2031; there are 2025" in say("compare", project, "--waves", "2025,2031").refusal
    assert say("compare", project).code == 2
    assert "no segment area" in say("compare", project, "--between", "area").refusal


@pytest.mark.parametrize(
    "options",
    [
        ("compare", "--waves", "2025,2026", "--segment", "north"),
        ("compare", "--since", "2026-01-01", "--against", "north"),
        ("compare", "--since", "2026-13-01"),
        ("report", "-o", "x.pdf", "--segment", "north"),
    ],
)
def test_an_option_of_the_wrong_form_is_wrong_usage(say: Say, make_project: Make, options: tuple[str, ...]) -> None:
    project = make_project("Stage,Desk,nps,40")
    verb, *rest = options
    said = say(verb, project, *rest)
    assert said.code == 2
    assert "is not" in said.err
    assert "Traceback" not in said.err
