"""Headers that name a point themselves, and headers that only look like it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journeymapper.language.answer_labels import DOES_NOT_APPLY, DONT_KNOW
from journeymapper.language.language import LANGUAGES, language
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire
from journeymapper.results.own_codes import NO_ANSWERS, own_columns
from tests.results.test_importing import answers, read

pytestmark = pytest.mark.usefixtures("here")


def plan() -> Project:
    project = edits.add_metric(Project(id="project", name="Plan"), parse_metric("nps"))
    for number in (1, 2, 12):
        point = MeasurementPoint(id=f"P{number}", anchor=Anchor("relationship"), metric="nps")
        project = edits.add_point(project, point)
    return edits.add_questionnaire(project, Questionnaire(id="K1", name="One", points=("P1",), dont_know=("P1",)))


@pytest.mark.parametrize(
    ("header", "point"),
    [
        ("P1", "P1"),
        (" p12 ", "P12"),
        ("group/P2", "P2"),
        ("data-k1-P2", "P2"),
        ("k1:P2", "P2"),
        ("P1. How likely …", "P1"),
        ("P1: How likely …", "P1"),
        ("[P12] How likely", "P12"),
        ("P2 – How likely", "P2"),
        ("P1why", ""),
        ("P1_text", ""),
        ("P3", ""),
        ("P123", ""),
        ("XP1", ""),
        ("P1.5", ""),
        ("Q1", ""),
        ("", ""),
    ],
)
def test_headers(header: str, point: str) -> None:
    assert [use.point for use in own_columns(plan(), [header])] == ([point] if point else [])


def test_each_point_has_one_column() -> None:
    uses = list(own_columns(plan(), ["P1", "P2", "k1/P1", "P2. again"]))
    assert [(use.column, use.point) for use in uses] == [("P1", "P1"), ("P2", "P2")]
    assert "99" in uses[0].missing
    assert "99" not in uses[1].missing


def test_the_answers_that_say_nothing_are_the_words_of_the_questionnaires() -> None:
    words = {language(code).message(word) for code in LANGUAGES for word in (DOES_NOT_APPLY, DONT_KNOW)}
    assert words <= set(NO_ANSWERS)


def test_numbers_of_a_share_mean_what_qualtrics_was_told(file: Callable[..., Path]) -> None:
    project = edits.add_metric(plan(), parse_metric("share:no"))
    project = edits.change(project, "P1", metric="share:no")
    (use,) = own_columns(project, ["P1"])
    assert dict(use.recode) == {"1": 0, "2": 0, "3": 1}
    imported = read(file("P1,x\n1,a\n2,b\n3,c\n3,d\n99,e\n"), project, use)
    assert answers(imported.tally, "P1") == {0: 2, 1: 2}
    unasked = edits.change(project, "K1", points=("P2",))
    assert [one.recode for one in own_columns(unasked, ["P1"])] == [()]
