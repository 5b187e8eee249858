"""Columns find their points, say why and how surely, and ask what does not fit."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest

from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.proposing import Match, match_columns

pytestmark = pytest.mark.usefixtures("here")

Files = Callable[..., Path]
Makes = Callable[..., Project]


def asking(project: Project, **questions: str) -> Project:
    """The project with these questions at its points."""
    points = {
        key: msgspec.structs.replace(point, question=questions.get(key, "")) for key, point in project.points.items()
    }
    return msgspec.structs.replace(project, points=points)


def column(name: str, values: Sequence[object]) -> str:
    return name + "\n" + "\n".join(str(value) for value in values) + "\n"


def matches(project: Project, path: Path, *mappings: Mapping) -> dict[str, Match]:
    return {match.point: match for match in match_columns(project, inspect_file(path), mappings)}


def test_by_id_question_likeness_and_earlier_mapping(file: Files, project: Makes) -> None:
    there = asking(
        project("nps", "csat", "csat", "csat", "csat"),
        P2="How satisfied were you with the installation?",
        P3="How satisfied are you with the invoice?",
        P4="How would you rate the delivery of your goods?",
    )
    header = (
        "P1: recommend,How satisfied were you with the installation?,"
        "Overall how satisfied are you with your invoice,Q9,Where do you live"
    )
    rows = "\n".join(f"{n % 11},{n % 5 + 1},{n % 5 + 1},{n % 5 + 1},place {n}" for n in range(40))
    found = matches(there, file(f"{header}\n{rows}\n"), Mapping(columns=(ColumnUse(column="q9", point="P5"),)))
    reasons = {point: match.reason.english() for point, match in found.items()}
    assert reasons["P1"] == "the point's id"
    assert reasons["P2"] == "the same question"
    assert reasons["P3"].startswith("nearly the same question")
    assert reasons["P5"] == "as in an earlier import"
    assert "P4" not in found
    sure = [found[point].confidence for point in ("P5", "P2", "P1", "P3")]
    assert sure == sorted(sure, reverse=True)
    assert all(0.6 <= value <= 1 for value in sure)
    assert not any(match.doubts for match in found.values())


def test_a_point_goes_to_its_likeliest_column(file: Files, project: Makes) -> None:
    there = asking(project("csat"), P1="How satisfied were you with the visit?")
    path = file("How satisfied were you with the visits?,How satisfied were you with the visit?\n" + "5,4\n3,2\n" * 5)
    assert [match.column for match in match_columns(there, inspect_file(path))] == [
        "How satisfied were you with the visit?"
    ]


def test_personal_columns_and_those_of_the_platform_are_never_proposed(file: Files, project: Makes) -> None:
    path = file("P1\n" + "".join(f"person{n}@example.com\n" for n in range(9)))
    assert inspect_file(path).columns[0].role == "personal"
    assert matches(project("nps"), path) == {}


DOUBTS = [
    ("nps", list(range(1, 11)) * 4, "has no 0: a scale from 1 to 10 is not NPS"),
    ("nps", [*range(11), 11, 11] * 4, "has 11 beside the scale from 0 to 10: what do they mean?"),
    ("csat", [1, 2, 3, 4, 5, 99] * 4, "has 99 beside the scale from 1 to 5"),
    ("csat:1..7", [1, 2, 3, 4, 5] * 6, "ends at 5; this metric has 1 to 7"),
    ("csat", list(range(0, 11)) * 4, "looks like a scale from 0 to 10; this metric has 1 to 5"),
    ("ces2", ["1 - Very easy", "4 - Neutral", "7 - Very difficult"] * 8, "runs the other way"),
    ("ces1", ["1 - Very low effort", "3 - Neutral", "5 - Very high effort"] * 8, ""),
    ("ces1", ["1 - Very high effort", "3 - Neutral", "5 - Very low effort"] * 8, "runs the other way"),
    (
        "csat",
        ["Erittäin tyytyväinen", "Melko tyytyväinen", "En tyytyväinen enkä tyytymätön", "Melko tyytymätön"] * 5,
        "",
    ),
    ("csat:1..7", ["Very satisfied", "Satisfied", "Dissatisfied", "Very dissatisfied"] * 5, "in words, in 4 steps"),
    ("share:yes", ["Kyllä", "Ei"] * 10, ""),
    ("share:solved", ["Kyllä", "Ei"] * 10, "no answer is “solved”"),
    ("mean:1..5", [1, 2, 3, 4] * 10, "ends at 4; this metric has 1 to 5"),
    ("mean:1..5", [1, 2, 3, 4, 5, 6, 0] * 4, "has 6, 0 beside the scale from 1 to 5"),
    ("mean:4..10", [4, 6, 7, 8, 9, 10] * 5, ""),
    ("mean:1..5", ["5 - Difficult", "3 - Neither", "1 - Easy"] * 8, "runs the other way"),
    ("nps", ["0 - Not at all likely", *range(1, 10), "10 - Extremely likely"] * 4, ""),
    ("nps", ["0 - Extremely likely", *range(1, 10), "10 - Not at all likely"] * 4, "runs the other way"),
    ("csat", ["0 - Bad", *range(1, 10), "10 - Good"] * 4, "looks like a scale from 0 to 10"),
    ("mean:0..100", [1, 2, 3, 4] * 10, ""),
    ("mean:1..5", ["Yes", "No", "Don't know"] * 10, "does not hold answers on a scale"),
    ("csat", [1, 2] * 15, "does not hold answers on a scale"),
    ("csat", ["Très bien", "Bien", "Mal"] * 10, "in words: which step of the scale is each?"),
    ("csat", ["2026-01-02", "2026-01-03"] * 10, "does not hold answers on a scale"),
    ("median", [f"words {n}" for n in range(20)], "does not hold numbers"),
]


@pytest.mark.parametrize(("metric", "values", "doubt"), DOUBTS)
def test_what_does_not_fit_is_asked(file: Files, project: Makes, metric: str, values: list[object], doubt: str) -> None:
    match = matches(project(metric), file(column("P1", values)))["P1"]
    said = " ".join(message.english() for message in match.doubts)
    assert doubt in said
    assert bool(said) == bool(doubt)
    assert match.confidence == pytest.approx(0.98 * (0.75 if doubt else 1), abs=0.01)


@pytest.mark.parametrize(
    "values", [["Yes", "No"] * 15, [1, 2] * 15, ["2026-01-02", "2026-03-04"] * 9, [f"words {n}" for n in range(30)]]
)
def test_the_same_question_with_answers_of_another_kind_is_not_proposed(
    file: Files, project: Makes, values: list[object]
) -> None:
    there = asking(project("csat", "mean:1..5"), P1="How was the visit to us?", P2="How was the visit to us?")
    assert matches(there, file(column("How was the visit to us?", values))) == {}


def test_worded_answers_are_read_the_metrics_way_round(file: Files, project: Makes) -> None:
    words = ["Very low effort", "Low effort", "Neutral", "High effort", "Very high effort"]
    found = matches(project("ces1"), file(column("P1", words * 5)))["P1"]
    assert dict(found.readings) == {word: number for number, word in enumerate(words, start=1)}
    satisfied = ["Täysin eri mieltä", "Jokseenkin eri mieltä", "Jokseenkin samaa mieltä", "Täysin samaa mieltä"]
    found = matches(project("csat:1..4"), file(column("P1", [*satisfied, "En osaa sanoa"] * 5)))["P1"]
    assert dict(found.readings) == {word: number for number, word in enumerate(satisfied, start=1)}
    assert found.missing == ("En osaa sanoa",)


def test_sfo_codes_are_proposed_by_the_metric(data: Path, project: Makes) -> None:
    mapping = Mapping(columns=(ColumnUse(column="NETPRO", point="P1"), ColumnUse(column="Q7FOOD", point="P2")))
    found = matches(project("nps", "csat"), data / "surveys" / "2017_SFO_Customer_Survey_20250817.csv", mapping)
    assert found["P1"].missing == ("11",)
    assert set(found["P2"].missing) == {"0", "6"}
    assert all(match.doubts for match in found.values())
