"""Questionnaires: ids, what the plan proposes, how long they are, and what their checks say."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from journeymapper.model import edits
from journeymapper.model.checks import check
from journeymapper.model.checks.questionnaires import (
    data_protected,
    questionnaires_short,
    questionnaires_worded,
    questions_asked_once,
)
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire, QuestionnaireWords, Wording
from journeymapper.model.questionnaire_length import minutes, question_count
from tests.strategies import projects


def plan(**points: dict[str, object]) -> Project:
    """A plan with one stage and these points, csat-mean on its touchpoint unless told otherwise."""
    project = edits.add_journey(Project(id="project", name="Plan"), Journey(id="journey", name="Buying"))
    project = edits.add_stage(project, "journey", Stage(id="stage", name="Choose"))
    project = edits.add_touchpoint(project, "stage", Touchpoint(id="offer", name="Offer"))
    for key, fields in points.items():
        metric = parse_metric(str(fields.get("metric", "csat-mean")))
        project = edits.add_metric(project, metric)
        given_fields = {"anchor": Anchor("touchpoint", "offer"), **fields, "metric": metric.id}
        project = edits.add_point(project, MeasurementPoint(id=key, **given_fields))  # type: ignore[arg-type]
    return project


def asking(project: Project, *points: str, key: str = "K1", **fields: object) -> Project:
    one = Questionnaire(id=key, name="Survey", points=points, **fields)  # type: ignore[arg-type]
    return edits.add_questionnaire(project, one)


@pytest.mark.parametrize("key", ["", "Q1", "K", "K0", "K1bb", "=K1", "K1 "])
def test_an_id_begins_the_codes_of_columns(key: str) -> None:
    with pytest.raises(Refusal):
        edits.add_questionnaire(plan(), Questionnaire(id=key, name="Survey"))


def test_ids_are_given_in_turn_beside_what_there_is() -> None:
    project = asking(asking(plan(), key="K1"), key="K2b")
    assert edits.next_questionnaire_id(project) == "K3"
    assert Questionnaire(id="K2b", name="x").code("open") == "K2bopen"


def test_a_removed_point_leaves_its_questionnaires() -> None:
    project = asking(plan(P1={}, P2={}), "P2", "P1", dont_know=("P1",))
    after = edits.remove(project, "P1").questionnaires["K1"]
    assert (after.points, after.dont_know) == (("P2",), ())


@pytest.mark.parametrize("code", ["", "EN", "english", "=1+1", "e n"])
def test_languages_are_codes(code: str) -> None:
    with pytest.raises(Refusal):
        edits.change(plan(P1={}), "P1", wordings=(Wording(language=code, question="?"),))
    with pytest.raises(Refusal):
        asking(plan(), words=(QuestionnaireWords(language=code),))


def test_the_plan_proposes_by_instrument_then_occasion_then_stage() -> None:
    project = plan(
        P1={"metric": "nps", "anchor": Anchor("relationship"), "scope": "relationship", "instrument": "Yearly survey"},
        P2={"instrument": "Yearly survey"},
        P3={"asked": "after delivery"},
        P4={},
        P5={"metric": "fcr"},
        P6={"everybody": True},
        P7={"scope": "operational"},
        P8={"status": "idea"},
        P9={"asks_staff": True},
        P10={"metric": "share:yes"},
        P11={"metric": "share:yes", "question": "Was it in time?"},
        P12={"metric": "median"},
    )
    after = edits.propose_questionnaires(project)
    found = [(one.id, one.name, one.points) for one in after.ordered_questionnaires()]
    assert found == [
        ("K1", "Yearly survey", ("P2", "P1")),
        ("K2", "after delivery", ("P3",)),
        ("K3", "Choose", ("P4", "P11")),
        ("K4", "Choose", ("P9",)),
    ]
    assert edits.propose_questionnaires(after) is after


@given(projects())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_plan_can_be_proposed_from_and_asks_no_point_twice(project: Project) -> None:
    before = {key for one in project.questionnaires.values() for key in one.points}
    after = edits.propose_questionnaires(project)
    verify(after)
    assert broken_references(after) == broken_references(project)
    new = [key for one in after.ordered_questionnaires() if one.id not in project.questionnaires for key in one.points]
    assert len(new) == len(set(new))
    assert not before & set(new)
    assert edits.propose_questionnaires(after) is after


def test_minutes_are_words_and_seconds() -> None:
    words = QuestionnaireWords(language="en", intro="one two three four", open_question="five six", consent="seven")
    project = asking(plan(P1={"question": "eight nine ten"}, P2={}), "P1", "P2", words=(words,))
    one = project.questionnaires["K1"]
    assert question_count(project, one) == 4
    assert minutes(project, one) == pytest.approx(10 / 200 + (3 * 5 + 25) / 60)


def test_what_is_too_long_unworded_or_asked_twice_is_said() -> None:
    points: dict[str, dict[str, object]] = {f"P{n}": {"question": "Was it good?"} for n in range(1, 14)}
    project = asking(plan(**points), *points)
    assert [one.kind for one in questionnaires_short(project)] == ["too long"]
    assert [one.kind for one in questions_asked_once(project)] == []
    twice = asking(project, "P1", key="K2")
    assert [(one.kind, one.element) for one in questions_asked_once(twice)] == [("asked twice", "P1")]
    apart = edits.change(twice, "K2", never_with=("K1",))
    assert list(questions_asked_once(apart)) == []
    finnish = edits.change(twice, "K2", words=(QuestionnaireWords(language="en"), QuestionnaireWords(language="fi")))
    assert [one.element for one in questionnaires_worded(finnish)] == ["K2"]
    worded = edits.change(finnish, "P1", wordings=(Wording(language="fi", question="Oliko hyvä?"),))
    assert list(questionnaires_worded(worded)) == []
    message = edits.change(twice, "K1", points=("P1", "P2"), sent_by=("text message",))
    assert "too much for a text message" in {one.kind for one in check(message)}


def test_personal_data_need_a_ground_and_an_end() -> None:
    project = asking(plan(P1={}), "P1")
    assert [one.kind for one in data_protected(project)] == ["personal data unprotected"]
    assert list(data_protected(edits.change(project, "K1", anonymous=True))) == []
    assert list(data_protected(edits.change(project, "K1", data_basis="consent", retention="a year"))) == []
    half = edits.change(project, "P1", data_basis="consent")
    assert len(list(data_protected(half))) == 1
    assert list(data_protected(edits.change(half, "P1", retention="a year"))) == []


def test_an_empty_questionnaire_is_advice_alone() -> None:
    project = asking(plan())
    assert [(one.kind, one.severity) for one in check(project) if one.element == "K1"] == [("asks nothing", "advice")]
    assert msgspec.to_builtins(project)["questionnaires"]["K1"] == {"id": "K1", "name": "Survey"}
