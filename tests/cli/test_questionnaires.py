"""`questionnaire`: the list, the files, and each file answered by a script and imported back without any mapping."""

import json
import random
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

import msgspec
import pytest

from journeymapper.storage.container import open_project, save_project
from tests.cli import answering
from tests.cli.answering import Answers
from tests.cli.conftest import Make, Say

SAMPLES = Path(__file__).parents[2] / "sample_projects"
TEXTS = {
    "P11": "How, <b>pleased</b>\nare you?",
    "P15": "P16",
    "P16": "All done?",
    "P20": "Grade: 4–10",
    "K3consent": "May we?",
}
RESPONDENTS = 40


@pytest.fixture
def drainage(tmp_path: Path) -> Path:
    """The sample without its results."""
    project = open_project(SAMPLES / "drainage_renovation.jmap").project
    bare = msgspec.structs.replace(project, result_sets={}, result_order=(), waves={}, wave_order=())
    path = tmp_path / "drainage.jmap"
    save_project(path, bare, {})
    return path


class Respondents:
    """People with a seed: they leave one question in eight open."""

    def __init__(self) -> None:
        self.chance = random.Random(20_261_128)

    def choose(self, _: str, offered: Sequence[str]) -> str:
        return "" if self.chance.random() < 0.125 else str(self.chance.choice(offered))

    def answers(self, choices: dict[str, list[str]]) -> Answers:
        return [{code: self.choose(code, offered) for code, offered in choices.items()} for _ in range(RESPONDENTS)]


def expected(answers: Answers) -> dict[str, tuple[int, float]]:
    """n and value of each point by plain arithmetic: numbers begin the labels, of other words yes and no count."""
    found: dict[str, tuple[int, float]] = {}
    for point in ("P11", "P15", "P20"):
        numbers = [int(row[point].split()[0]) for row in answers if row[point]]
        found[point] = (len(numbers), mean(numbers))
    yes_no = [row["P16"] for row in answers if row["P16"] in ("yes", "no", "1", "3")]
    found["P16"] = (len(yes_no), 100 * sum(word in ("yes", "1") for word in yes_no) / len(yes_no))
    return found


def check_round_trip(say: Say, project: Path, file: Path, answers: Answers) -> None:
    """The file comes in without a mapping and its scores are those of plain arithmetic."""
    account = json.loads(say("import", project, file, "--wave", "2026", "--json").done)
    assert account["rows"] == RESPONDENTS
    rows = {row["point"]: row for row in json.loads(say("scores", project, "--json").done)}
    for point, (n, value) in expected(answers).items():
        assert rows[point]["n"] == n, point
        assert rows[point]["value"] == pytest.approx(value), point
    assert {point for point, row in rows.items() if row["n"]} == {"P11", "P15", "P16", "P20"}


def write(say: Say, project: Path, folder: Path, name: str, *options: str) -> Path:
    out = folder / name
    assert say("questionnaire", project, "--name", "K3", "-o", out, *options).code == 0
    return out


def test_xlsform_answered_in_odk(say: Say, drainage: Path, tmp_path: Path) -> None:
    choices = answering.xlsform_choices(write(say, drainage, tmp_path, "k3.xlsx"))
    assert choices["P16"] == ["yes", "no", "dk"]
    answers = Respondents().answers(choices)
    file = tmp_path / "submissions.csv"
    file.write_text(answering.odk_csv(answers), encoding="utf-8")
    check_round_trip(say, drainage, file, answers)


@pytest.mark.parametrize("labels", [False, True])
def test_limesurvey_answered(say: Say, drainage: Path, tmp_path: Path, labels: bool) -> None:
    structure = write(say, drainage, tmp_path, "k3.tsv")
    answers = Respondents().answers(answering.limesurvey_choices(structure, labels=labels))
    file = tmp_path / "results-survey.csv"
    file.write_text(answering.limesurvey_csv(answers, texts=TEXTS if labels else {}), encoding="utf-8")
    check_round_trip(say, drainage, file, answers)


def test_surveyjs_answered(say: Say, drainage: Path, tmp_path: Path) -> None:
    choices = answering.surveyjs_choices(write(say, drainage, tmp_path, "k3.json"))
    answers = Respondents().answers(choices)
    file = tmp_path / "results.json"
    file.write_text(answering.surveyjs_results(answers, choices), encoding="utf-8")
    check_round_trip(say, drainage, file, answers)


@pytest.mark.parametrize("labels", [False, True])
def test_qualtrics_answered(say: Say, drainage: Path, tmp_path: Path, labels: bool) -> None:
    survey = write(say, drainage, tmp_path, "k3.txt", "--format", "qualtrics")
    answers = Respondents().answers(answering.qualtrics_choices(survey, labels=labels))
    file = tmp_path / "qualtrics.csv"
    file.write_bytes(answering.qualtrics_csv(answers, TEXTS).encode())
    check_round_trip(say, drainage, file, answers)


def test_paper_forms_typed_in(say: Say, drainage: Path, tmp_path: Path) -> None:
    table = write(say, drainage, tmp_path, "k3-entry.xlsx", "--format", "entry")
    file = tmp_path / "typed.xlsx"
    answers = answering.typed_in(table, Respondents().choose, RESPONDENTS, file)
    check_round_trip(say, drainage, file, answers)


def test_a_file_of_other_columns_needs_a_mapping(say: Say, drainage: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text("P99,XP7,P7x,P7 \n1,2,3,4\n", encoding="utf-8")
    json.loads(say("import", drainage, file, "--wave", "2026", "--json").done)
    file.write_text("P99,XP7,P7x\n1,2,3\n", encoding="utf-8")
    assert "no column has the id of a measurement point" in say("import", drainage, file).refusal


def test_the_list_tells_length_and_columns(say: Say) -> None:
    rows = json.loads(say("questionnaire", SAMPLES / "drainage_renovation.jmap", "--json").done)
    assert [row["id"] for row in rows] == ["K1", "K2", "K2b", "K3", "K4"]
    third = rows[3]
    assert third["columns"] == ["P11", "P15", "P16", "P16why", "P20", "K3consent", "K3contact"]
    assert (third["questions"], third["languages"]) == (5, ["en", "fi"])
    words = 5 + 11 + 22 + 6 + 5 + 11 + 13 + 7 + 9
    assert third["minutes"] == pytest.approx(words / 200 + 25 / 60, abs=0.03)
    assert all(row["findings"] == [] for row in rows)
    assert "Valmistumiskysely" in say("questionnaire", SAMPLES / "salaojaremontti.jmap").done


def test_a_plan_without_questionnaires_gets_them_and_its_answers_come_back(
    say: Say, make_project: Make, tmp_path: Path
) -> None:
    project = make_project("Buy,Offer,csat-mean,4", "Buy,Contract,ces2,5", "Use,Help desk,fcr,80")
    assert "--propose" in say("questionnaire", project, "-o", tmp_path / "x.xlsx").refusal
    rows = json.loads(say("questionnaire", project, "--propose", "--json").done)
    assert [(row["id"], row["points"]) for row in rows] == [("K1", ["P1", "P2"])]
    out = tmp_path / "k1.json"
    assert say("questionnaire", project, "-o", out).code == 0
    choices = answering.surveyjs_choices(out)
    file = tmp_path / "results.json"
    file.write_text(answering.surveyjs_results([{"P1": "4", "P2": "7"}] * 9, choices), encoding="utf-8")
    assert say("import", project, file, "--wave", "2026").code == 0
    scores = {row["point"]: row for row in json.loads(say("scores", project, "--json").done)}
    assert (scores["P1"]["n"], scores["P1"]["value"], scores["P2"]["value"]) == (9, 4, 7)


def test_text_messages_say_what_they_cost(say: Say, drainage: Path, tmp_path: Path) -> None:
    out = tmp_path / "k2.sms"
    said = say("questionnaire", drainage, "--name", "K2", "-o", out).done.splitlines()
    text = out.read_text("utf-8").removesuffix("\n")
    assert said[1] == f"2 segments, {len(text)} characters of GSM-7"
    assert text.endswith("1 = strongly disagree, 5 = strongly agree.")
    refusal = say("questionnaire", drainage, "--name", "K3", "-o", tmp_path / "k3.sms").refusal
    assert "needs a link" in refusal


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["-o", "x.xlsx"], "name one with --name"),
        (["--name", "K9", "-o", "x.xlsx"], "no questionnaire K9"),
        (["--name", "K3", "-o", "x.docx"], "must end in .xlsx"),
        (["--name", "K3", "-o", "x.pdf", "--format", "sms"], "must end in .sms"),
        (["--name", "K3", "-o", "x.xlsx", "--lang", "sv"], "not in the language sv"),
        (["--name", "K3", "-o", "x.pdf", "--format", "poster"], "needs the address"),
        (["--name", "K3", "-o", "x.pdf", "--format", "poster", "--url", "http://a.example"], "https://"),
        (["--name", "K3", "-o", "x.pdf", "--format", "poster", "--url", "javascript:alert(1)"], "https://"),
        (["--name", "K3", "-o", "x.pdf", "--format", "poster", "--url", "https://me:pw@a.example"], "https://"),
    ],
)
def test_refusals_are_one_sentence(
    say: Say, drainage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reason in say("questionnaire", drainage, *options).refusal
