"""Scripts that answer a questionnaire as its tool shows it, and write the file that the tool exports."""

import csv
import io
import json
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

Answers = list[dict[str, str]]
"""A respondent a row: from the code of a question to the code of the answer."""
Choose = Callable[[str, Sequence[str]], str]
"""From a question and the answers that it offers to the chosen one, empty for none."""


def xlsform_choices(path: Path) -> dict[str, list[str]]:
    """What pyxform finds in the workbook: question → names of its choices."""
    from pyxform.xls2json_backends import xlsx_to_dict
    from pyxform.xls2xform import convert

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        done = convert(xlsform=str(path), validate=False)
        read = xlsx_to_dict(str(path))
    assert "<h:html" in done.xform
    lists: dict[str, list[str]] = {}
    for row in read["choices"]:
        lists.setdefault(row["list_name"], []).append(row["name"])
    asked = [row for row in read["survey"] if row["type"].startswith("select_one")]
    return {row["name"]: lists[row["type"].split()[1]] for row in asked}


def odk_csv(answers: Answers) -> str:
    """ODK Central's export, the questions in a group."""
    codes = list(answers[0])
    head = ["SubmissionDate", "meta-instanceID", *(f"k-{code}" for code in codes), "KEY", "ReviewState"]
    rows = [["2026-09-01T10:00:00Z", f"uuid:{n}", *row.values(), f"uuid:{n}", ""] for n, row in enumerate(answers)]
    return _csv([head, *rows])


def limesurvey_choices(path: Path, *, labels: bool) -> dict[str, list[str]]:
    """Questions of type L with the codes, or the texts, of their answers in the main language."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter="\t"))
    language = next(row["text"] for row in rows if row["class"] == "S" and row["name"] == "language")
    found: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for row in rows:
        if row["language"] != language:
            continue
        if row["class"] == "Q" and row["type/scale"] == "L":
            names[row["id"]] = row["name"]
        if row["class"] == "A":
            found.setdefault(names[row["id"]], []).append(row["text"] if labels else row["name"])
    return found


def limesurvey_csv(answers: Answers, *, texts: Mapping[str, str]) -> str:
    """LimeSurvey's export with its mark; with `texts` the headings hold the codes before the questions."""
    codes = list(answers[0])
    head = ["id", "submitdate", "lastpage", "startlanguage", "seed"]
    head += [f"{code}. {texts[code]}" if texts else code for code in codes]
    rows = [[str(n), "2026-09-01 10:00:00", "1", "en", "7", *row.values()] for n, row in enumerate(answers, 1)]
    return "\ufeff" + _csv([head, *rows], quoting=csv.QUOTE_ALL)


def surveyjs_choices(path: Path) -> dict[str, list[Any]]:
    """Elements with choices and their values."""
    elements = [one for page in json.loads(path.read_text("utf-8"))["pages"] for one in page["elements"]]
    return {one["name"]: [choice["value"] for choice in one["choices"]] for one in elements if "choices" in one}


def surveyjs_results(answers: Answers, choices: Mapping[str, list[Any]]) -> str:
    """The results as SurveyJS saves them: a list of objects, without what was not answered."""
    typed = {code: {str(value): value for value in values} for code, values in choices.items()}
    rows = [{code: typed[code][value] for code, value in row.items() if value} for row in answers]
    return json.dumps([{"HappendAt": "2026-09-01T10:00:00", **row} for row in rows], ensure_ascii=False)


QUALTRICS = re.compile(r"\[\[(Question|ID|Choice|Block|AdvancedChoices|AdvancedFormat)(?::([^\]]*))?\]\]")


def qualtrics_choices(path: Path, *, labels: bool) -> dict[str, list[str]]:
    """The grammar read tag by tag: multiple choice by export tag, with numbers or labels of the choices."""
    found: dict[str, list[str]] = {}
    code, choice = "", ""
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == "[[AdvancedFormat]]"
    for line in lines[1:]:
        tag = QUALTRICS.fullmatch(line)
        if tag is None:
            if choice and line:
                found.setdefault(code, []).append(line if labels else choice)
                choice = ""
            continue
        name, value = tag.groups()
        code = value if name == "ID" else code
        choice = value if name == "Choice" else ""
    return found


def qualtrics_csv(answers: Answers, texts: Mapping[str, str]) -> str:
    """Qualtrics' export: three header rows, line breaks as Windows writes them."""
    codes = list(answers[0])
    own = ["StartDate", "EndDate", "Status", "Finished", "ResponseId"]
    imports = [json.dumps({"ImportId": one}) for one in (*own, *(f"QID{n}" for n in range(len(codes))))]
    rows = [["2026-09-01 10:00", "2026-09-01 10:05", "IP Address", "True", f"R_{n}", *row.values()]
            for n, row in enumerate(answers)]  # fmt: skip
    return "\ufeff" + _csv([[*own, *codes], [*own, *(texts[code] for code in codes)], imports, *rows], "\r\n")


def typed_in(path: Path, choose: Choose, respondents: int, into: Path) -> Answers:
    """Paper forms typed into the table of the project: what may stand in a cell is what its rule lists."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path)
    sheet = book.worksheets[0]
    allowed = {str(rule.sqref).split(":")[0]: rule.formula1.strip('"').split(",")
               for rule in sheet.data_validations.dataValidation}  # fmt: skip
    columns = {cell.column_letter: str(cell.value) for cell in sheet[1]}
    answers: Answers = []
    for row in range(2, respondents + 2):
        said = {
            code: choose(code, allowed[f"{letter}2"]) for letter, code in columns.items() if f"{letter}2" in allowed
        }
        for letter, code in columns.items():
            if said.get(code):
                sheet[f"{letter}{row}"] = int(said[code]) if said[code].isdigit() else said[code]
        answers.append(said)
    book.save(into)
    return answers


def _csv(rows: Sequence[Sequence[str]], end: str = "\n", quoting: Any = csv.QUOTE_MINIMAL) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator=end, quoting=quoting).writerows(rows)
    return written.getvalue()
