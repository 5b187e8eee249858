"""Suggestions come from ids, questions, names and earlier files, each with its reason."""

import msgspec
import pytest

from journeymapper.desktop.dialogs.import_dialog.missing_codes import codes_as_text, codes_from, likely_codes
from journeymapper.desktop.dialogs.import_dialog.proposals import proposals
from journeymapper.model import edits
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.results.inspection import ColumnFacts, ColumnKind
from tests.desktop.dialogs.conftest import seen


def facts(name: str, kind: ColumnKind = "scale", *counts: tuple[str, int]) -> ColumnFacts:
    return ColumnFacts(
        name=name,
        kind=kind,
        low="2027-01-01" if kind == "date" else None,
        high=None,
        distinct=len(counts),
        missing=0,
        examples=(),
        counts=counts,
    )


@pytest.fixture
def asked(plan: Project) -> Project:
    """The plan, with the question of P2."""
    return edits.change(plan, "P2", question="How well did the digging go? (1 badly … 5 well)")


@pytest.mark.parametrize(
    ("column", "point", "reason"),
    [
        ("P1", "P1", "the point's id"),
        ("p3_final", "P3", "the point's id"),
        ("How well did the  digging go?", "P2", "the same question"),
        ("Q7. How well did the digging go?", "P2", "its question is in the column's"),
        ("How well did that digging go", "P2", "nearly the same question"),
        ("offer", "P1", "the same name"),
        ("P12", None, ""),
        ("Would you do it again?", None, ""),
    ],
)
def test_a_column_by_its_name(asked: Project, column: str, point: str | None, reason: str) -> None:
    found = proposals(asked, seen(facts(column))).get(column)
    assert (found is None) == (point is None)
    if found:
        assert [use.point for use in found.choice.uses] == [point]
        assert found.reason.english().startswith(reason)


def test_two_points_with_the_same_question_both_take_the_column(asked: Project) -> None:
    again = msgspec.structs.replace(asked.points["P2"], id="P4")
    both = edits.add_point(asked, again)
    found = proposals(both, seen(facts("How well did the digging go?")))
    assert [use.point for use in found["How well did the digging go?"].choice.uses] == ["P2", "P4"]


def test_an_earlier_file_goes_first(project: Project) -> None:
    found = proposals(project, seen(facts("Q1"), facts("Q2"), facts("Year"), facts("Region", "choice"), facts("P1")))
    assert {name: each.choice.role for name, each in found.items()} == {
        "Q1": "point", "Q2": "point", "Year": "wave", "Region": "segment",
    }  # fmt: skip
    assert found["Q1"].reason.english() == "as in answers.csv"


def test_dates_and_weights_by_what_they_are(plan: Project) -> None:
    found = proposals(plan, seen(facts("x", "date"), facts("y", "date"), facts("Paino", "number")))
    assert {name: each.choice.role for name, each in found.items()} == {"x": "date", "Paino": "weight"}


def test_times_of_day_are_no_dates_of_answers(plan: Project) -> None:
    found = proposals(plan, seen(msgspec.structs.replace(facts("time", "date"), low="1899-12-31")))
    assert found == {}


def test_a_column_of_quite_other_numbers_has_no_codes() -> None:
    column = facts("visits", "number", *((str(value), 3) for value in range(20, 31)))
    assert likely_codes(column, [parse_metric("csat-mean")], ".") == ()


def test_codes_are_answers_that_the_scale_lacks() -> None:
    column = facts("Q1", "scale", ("5", 40), ("6", 3), ("0", 2), ("en osaa sanoa", 1), ("3", 9))
    assert likely_codes(column, [parse_metric("csat-mean")], ".") == ("6", "0", "en osaa sanoa")
    assert likely_codes(column, [parse_metric("share:5")], ".") == ("en osaa sanoa",)


def test_words_that_are_steps_are_no_codes() -> None:
    steps = ("Very bad", "Bad", "So so", "Good", "Very good")
    column = facts("Q1", "scale", *((step, 9) for step in steps), ("Does not apply", 3))
    known = msgspec.structs.replace(column, readings=tuple((step, float(n)) for n, step in enumerate(steps, start=1)))
    assert likely_codes(known, [parse_metric("csat-mean")], ".") == ("Does not apply",)


@pytest.mark.parametrize("codes", [(), ("9",), ("0", "6"), ("don't know", "no, thanks"), ('"quoted"', "x,y")])
def test_codes_are_typed_as_they_are_shown(codes: tuple[str, ...]) -> None:
    assert codes_from(codes_as_text(codes)) == codes
