"""Each format by its own grammar, with harmless texts and with hostile ones."""

import csv
import html
import io
import json
import re
import warnings
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import segno

from journeymapper.export.questionnaires.entry_table import entry_table
from journeymapper.export.questionnaires.form import Form, form_of
from journeymapper.export.questionnaires.letters import email_text
from journeymapper.export.questionnaires.limesurvey import limesurvey
from journeymapper.export.questionnaires.poster import QUIET, poster, qr_path
from journeymapper.export.questionnaires.print_form import form_pictures, print_form
from journeymapper.export.questionnaires.qualtrics import qualtrics
from journeymapper.export.questionnaires.surveyjs import surveyjs
from journeymapper.export.questionnaires.web_address import checked_address
from journeymapper.export.questionnaires.xlsform import xlsform
from journeymapper.model import edits
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.questionnaire import Wording
from journeymapper.picture.primitives import Text
from tests.export.questionnaires.conftest import CANARIES, POISON, MakeForm, small_plan

DAY = date(2026, 11, 28)
TAGS = {"Question", "ID", "Choice", "Block", "AdvancedChoices", "AdvancedFormat"}


def workbook(data: bytes) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data))


def markup(text: str) -> list[str]:
    """The tags that a browser would find."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            found.append(tag)

    Reader().feed(text)
    return found


def test_answers_by_kind_of_metric(make_form: MakeForm) -> None:
    items = {item.code: item for item in make_form(words="Why?").items}
    codes = {key: [choice.code for choice in item.choices] for key, item in items.items()}
    assert codes["P1"] == [str(n) for n in range(11)]
    assert codes["P2"] == ["1", "2", "3", "4", "5", "na"]
    assert codes["P3"] == [str(n) for n in range(1, 8)]
    assert codes["P4"] == [str(n) for n in range(4, 11)]
    assert codes["P5"] == ["yes", "no", "dk"]
    assert codes["P6"] == ["1", "2", "3", "4"]
    assert codes["P8"] == []
    assert items["P1"].choices[0].label("en") == "0 not at all likely"
    assert items["P2"].choices[4].label("fi") == "5 erittäin tyytyväinen"
    assert items["P3"].choices[6].label("en") == "7 strongly agree"
    assert items["P4"].choices[0].label("fi") == "4 hylätty"
    assert items["P7"].choices[0].label("en") == "1 very low effort"  # less effort is better, and 1 is the least
    assert items["P1why"].shown is not None
    assert items["P1why"].shown.answers == ("0", "1", "2", "3", "4")
    assert items["P5why"].shown is not None
    assert items["P5why"].shown.answers == ("no",)
    assert items["P7why"].shown is not None
    assert items["P7why"].shown.answers == ("4", "5")
    assert [code for code in items if not code.startswith("P")] == ["K1open", "K1consent", "K1contact"]


def test_hostile_texts_are_words_in_an_xlsform(make_form: MakeForm, tmp_path: Path) -> None:
    from pyxform.xls2xform import convert

    path = tmp_path / "form.xlsx"
    path.write_bytes(xlsform(make_form(POISON, POISON)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        done = convert(xlsform=str(path), validate=False)
    assert "<script>" not in done.xform
    assert "&lt;script&gt;" in done.xform
    assert '<output value="' not in done.xform
    book = workbook(path.read_bytes())
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}


def test_hostile_texts_are_words_in_limesurvey(make_form: MakeForm) -> None:
    rows = list(csv.DictReader(io.StringIO(limesurvey(make_form(POISON, POISON)).decode("utf-8-sig")), delimiter="\t"))
    assert {row["class"] for row in rows} == {"S", "SL", "G", "Q", "A"}
    for row in rows:
        text = row["name"] if row["class"] == "G" else row["text"]
        assert set(markup(text)) <= {"br"}
        assert "{" not in text
        assert "\n" not in text
    first = next(row for row in rows if row["class"] == "Q")
    assert html.unescape(first["text"].replace("<br />", "\n")) == POISON.replace("\t", " ")
    assert {row["language"] for row in rows if row["class"] == "Q"} == {"en", "fi"}
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", row["name"]) for row in rows if row["class"] == "Q")
    assert all(len(row["name"]) <= 5 for row in rows if row["class"] == "A")


def test_hostile_texts_are_words_in_qualtrics(make_form: MakeForm) -> None:
    text = qualtrics(make_form(POISON, POISON), "en").decode()
    tags = re.findall(r"\[\[(\w+)", text)
    assert set(tags) <= TAGS
    assert tags.count("ID") == tags.count("Question")
    assert "${" not in text
    assert set(markup(text)) <= {"br"}
    ids = re.findall(r"\[\[ID:([^\]]*)\]\]", text)
    assert len(ids) == len(set(ids))


def test_surveyjs_is_the_shape_that_its_library_reads(make_form: MakeForm) -> None:
    survey = json.loads(surveyjs(make_form(POISON, POISON)))
    assert set(survey) == {"title", "locale", "description", "completedHtml", "pages"}
    (page,) = survey["pages"]
    elements = {one["name"]: one for one in page["elements"]}
    assert {one["type"] for one in elements.values()} == {"radiogroup", "text", "comment"}
    assert elements["P1"]["choices"][0]["value"] == 0
    assert elements["P5"]["choices"][0]["value"] == "yes"
    assert elements["P5why"]["visibleIf"] == "{P5} anyof ['no']"
    assert elements["P1"]["title"]["fi"] == POISON.replace("\t", " ")
    assert set(markup(survey["completedHtml"]["en"])) <= {"br"}
    assert all(set(one["title"]) == {"default", "en", "fi"} for one in elements.values())


def test_the_table_for_typing_holds_no_formula(make_form: MakeForm) -> None:
    book = workbook(entry_table(make_form(POISON, POISON), "fi"))
    answers, codes = book.worksheets
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    assert [cell.value for cell in answers[1]][:3] == ["P1", "P1why", "P2"]
    assert codes.cell(1, 1).value == "P1"


def test_on_paper_every_question_has_its_boxes(make_form: MakeForm) -> None:
    form = make_form("How was it?", "Why?")
    data = print_form(form, "en", DAY)
    assert data == print_form(form, "en", DAY)
    pages = list(pypdfium2.PdfDocument(data))
    assert len(pages) >= 2
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert all(item.code in text for item in form.items)
    assert b"/URI" not in data
    boxes = sum(
        type(item).__name__ == "Rect"
        for page in form_pictures(form, "en")
        for group in page.groups
        for item in group.items
    )
    assert boxes == sum(len(item.choices) for item in form.items)


@pytest.mark.parametrize("question", ["How was it?", POISON, "Erittäinpitkäyhdyssana" * 12, "word " * 300])
def test_nothing_leaves_the_paper(make_form: MakeForm, question: str) -> None:
    for page in form_pictures(make_form(question, question), "fi"):
        for group in page.groups:
            assert group.y + group.height <= page.height or group.part == "footer"
            for item in group.items:
                if isinstance(item, Text):
                    assert group.x + item.x >= 0
                    assert group.x + item.x + item.width <= page.width


def test_a_qr_code_has_the_modules_of_its_standard() -> None:
    address = "https://kysely.example/k3?x=1"
    path = qr_path(address, 100.0)
    matrix = [list(row) for row in segno.make(address, error="q", micro=False, boost_error=False).matrix]
    module = 100.0 / (len(matrix) + 2 * QUIET)
    drawn = 0.0
    corners = [step for step in path.steps if step[0] == "M"]
    for number, step in enumerate(path.steps):
        if step[0] == "M":
            right = path.steps[number + 1]
            left, top, end = float(step[1]), float(step[2]), float(right[1])
            row, first = round(top / module) - QUIET, round(left / module) - QUIET
            count = round((end - left) / module)
            assert all(matrix[row][first : first + count])
            drawn += count
    assert drawn == sum(map(sum, matrix))
    assert corners


def test_a_poster_prints_the_address_and_opens_nothing(make_form: MakeForm) -> None:
    data = poster(make_form(words="Tell us"), "en", "https://kysely.example/k3", DAY)
    assert "https://kysely.example/k3" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert b"/URI" not in data


@pytest.mark.parametrize(
    "address",
    ["http://a.example", "javascript:alert(1)", "https://", "https://u:p@a.example", "https://a.example/ä",
     "https://a.example/x y", "https://a.example/\"><script>", "file:///etc/passwd", "https://[::1", "//a.example", ""],
)  # fmt: skip
def test_only_plain_https_is_an_address(address: str) -> None:
    with pytest.raises(Refusal, match="begins with https"):
        checked_address(address)
    assert checked_address(" https://a.example/k?x=1#y ") == "https://a.example/k?x=1#y"


def test_an_email_is_plain_text_with_every_question_or_a_link(make_form: MakeForm) -> None:
    form: Form = make_form("How was it?", "Tell us")
    asked = email_text(form, "en")
    assert asked.startswith("Subject: Tell us\n\n")
    assert "P1. How was it?" in asked
    assert "[ ] 10 extremely likely" in asked
    linked = email_text(form, "fi", "https://a.example")
    assert "Vastaa tästä: https://a.example" in linked
    assert "P1." not in linked
    assert CANARIES[0] in email_text(make_form(POISON, POISON), "en")


def test_a_scale_that_a_question_tells_is_that_of_its_answers() -> None:
    project = small_plan("Cleanliness (1 dirty … 5 clean)")
    metric = parse_metric("share:no")
    project = edits.add_metric(project, metric)
    project = edits.change(project, "P5", metric=metric.id, question="Any problems? (yes / no)", wordings=())
    items = {item.code: item for item in form_of(project, project.questionnaires["K1"]).items}
    assert items["P2"].texts["en"] == "Cleanliness"
    assert [choice.label("en") for choice in items["P2"].choices[:5]] == ["1 dirty", "2", "3", "4", "5 clean"]
    assert items["P7"].choices[0].label("en") == "1 dirty"  # the lower number, though less is better here
    assert items["P5"].texts["en"] == "Any problems?"
    assert [choice.code for choice in items["P5"].choices] == ["yes", "no", "dk"]
    why = edits.change(project, "P5", wordings=(Wording(language="en", why="Which?"),))
    asked = {item.code: item for item in form_of(why, why.questionnaires["K1"]).items}["P5why"]
    assert asked.shown is not None
    assert asked.shown.answers == ("yes",)
