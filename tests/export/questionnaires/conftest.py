"""A small plan with questions of every kind, some of them hostile."""

from collections.abc import Callable

import pytest

from journeymapper.export.questionnaires.form import Form, form_of
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire, QuestionnaireWords, Wording

CANARIES = (
    "=1+1", "<b>bold</b>", "<script>alert(1)</script>", "javascript:alert(1)", "${P1}", "{P1}", "[[Question:MC]]",
    "${e://Field/x}", "tab\there", '"quoted", and; more', "@SUM(A1)", "+358", "line\nbreak", "%s %(x)s {0}",
)  # fmt: skip
POISON = " ".join(CANARIES)
METRICS = ("nps", "csat-mean", "ces2", "mean:4..10", "share:yes", "smiley", "ces1", "median")


def small_plan(question: str = "How was it?", words: str = "") -> Project:
    """Eight points, P1 to P8, one for each kind of answer, asked together by K1 in English and Finnish."""
    project = Project(id="project", name="Plan")
    for number, short in enumerate(METRICS, start=1):
        metric = parse_metric(short)
        project = edits.add_metric(project, metric)
        point = MeasurementPoint(
            id=f"P{number}", anchor=Anchor("relationship"), metric=metric.id, question=question or "?",
            wordings=(Wording(language="fi", question=question, why=words or "Miksi?"),),
        )  # fmt: skip
        project = edits.add_point(project, point)
    title = words.split("\n", maxsplit=1)[0][:200]
    around = [
        QuestionnaireWords(language=code, title=title, intro=words, privacy=words, open_question=words,
                           consent=words, contact=words, thanks=words)
        for code in ("en", "fi")
    ]  # fmt: skip
    one = Questionnaire(id="K1", name="First", points=project.point_order, words=tuple(around),
                        does_not_apply=("P2",), dont_know=("P5",))  # fmt: skip
    return edits.add_questionnaire(project, one)


MakeForm = Callable[..., Form]


@pytest.fixture
def make_form() -> MakeForm:
    """The form of the small plan's questionnaire."""

    def made(question: str = "How was it?", words: str = "") -> Form:
        project = small_plan(question, words)
        return form_of(project, project.questionnaires["K1"])

    return made
