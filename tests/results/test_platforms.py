"""Exports of survey platforms that are not in the folder of real files, made by hand from what vendors document."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest
import xlsxwriter

from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.results.importing import read_results
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.inspection import Inspection

pytestmark = pytest.mark.usefixtures("here")

Files = Callable[..., Path]
Makes = Callable[..., Project]

QUALTRICS = (
    "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,"
    "RecipientEmail,LocationLatitude,DistributionChannel,UserLanguage,Q1_NPS_GROUP,Q1,Q5_1,Q5_2\r\n"
    "Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,"
    'Recipient Email,Location Latitude,Distribution Channel,User Language,Group,"How likely are you\nto recommend us?",'
    "Please rate: - The visit,Please rate: - The invoice\r\n"
    + ",".join(f'"{{""ImportId"":""{key}"",""timeZone"":""Z""}}"' for key in range(17)) + "\r\n"
    + "".join(
        f"2026-05-0{n} 10:00:00,2026-05-0{n} 10:05:00,{status},1.2.3.{n},100,300,True,2026-05-0{n} 10:05:01,R_{n}abc,,"
        f"60.1,anonymous,FI,Promoter,{score},Somewhat agree,Strongly agree\r\n"
        for n, status, score in ((1, "Survey Preview", 10), (2, "IP Address", 9), (3, "IP Address", 3), (4, "1", 10))
    )
)  # fmt: skip


def seen(path: Path) -> Inspection:
    return inspect_file(path)


def roles(found: Inspection, role: str) -> set[str]:
    return {facts.name for facts in found.columns if facts.role == role}


def test_todays_qualtrics(file: Files, project: Makes) -> None:
    path = file(QUALTRICS, encoding="utf-8-sig")
    found = seen(path)
    assert (found.platform, found.header_row, found.label_rows, found.rows, found.previews) == ("Qualtrics", 1, 2, 2, 2)
    questions = {facts.name: facts.question for facts in found.columns}
    assert questions["Q1"] == "How likely are you to recommend us?"
    assert questions["Q5_2"] == "Please rate: - The invoice"
    assert roles(found, "personal") == {"IPAddress", "RecipientEmail", "LocationLatitude"}
    assert {"StartDate", "Status", "ResponseId", "UserLanguage", "Finished"} <= roles(found, "metadata")
    mapping = Mapping(columns=(ColumnUse(column="Q1", point="P1"),), wave="2026")
    account = read_results(path, mapping, project("nps"), today=date(2026, 5, 9)).result_set.account
    assert (account.rows, account.used) == (4, {"P1": 2})
    [previews] = account.unused
    assert (previews.reason, previews.count, previews.rows) == ("preview row", 2, (4, 7))


def test_qualtrics_whose_json_row_was_deleted(file: Files) -> None:
    lines = QUALTRICS.replace("likely are you\nto", "likely are you to").split("\r\n")
    found = seen(file("\r\n".join(lines[:2] + lines[3:])))
    assert (found.platform, found.label_rows, found.rows) == ("Qualtrics", 1, 2)


def test_qualtrics_as_a_workbook(tmp_path: Path) -> None:
    import csv

    path = tmp_path / "q.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        for number, row in enumerate(csv.reader(io.StringIO(QUALTRICS, newline=""))):
            page.write_row(number, 0, row)
    found = seen(path)
    assert (found.platform, found.label_rows, found.rows, found.previews) == ("Qualtrics", 2, 2, 2)


SURVEYMONKEY = (
    "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,"
    '"How likely is it that you would recommend us?","How satisfied were you with:",,"Which did you use?",,,'
    '"Anything else?"\n'
    ",,,,,,,,,,The visit,The invoice,Phone,Web,Other (please specify),Open-Ended Response\n"
    "118,1,05/01/2026 10:00:00 AM,05/01/2026 10:05:00 AM,1.2.3.4,,,,,9,Very satisfied,Satisfied,Phone,,,good\n"
    "119,1,05/02/2026 10:00:00 AM,05/02/2026 10:05:00 AM,1.2.3.5,,,,,7,Dissatisfied,Satisfied,,Web,,\n"
    "120,1,05/13/2026 10:00:00 AM,05/13/2026 10:05:00 AM,1.2.3.6,,,,,3,Very dissatisfied,Dissatisfied,,Web,fax,bad\n"
)


def test_expanded_surveymonkey(file: Files) -> None:
    found = seen(file(SURVEYMONKEY))
    assert (found.platform, found.label_rows, found.rows) == ("SurveyMonkey", 1, 3)
    names = [facts.name for facts in found.columns[9:]]
    assert names == [
        "How likely is it that you would recommend us?", "How satisfied were you with:: The visit",
        "How satisfied were you with:: The invoice", "Which did you use?: Phone", "Which did you use?: Web",
        "Which did you use?: Other (please specify)", "Anything else?",
    ]  # fmt: skip
    assert roles(found, "personal") == {"IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1"}
    assert dict(found.columns[10].readings) == {"Very dissatisfied": 1, "Dissatisfied": 2, "Very satisfied": 4}
    assert found.columns[2].kind == "date"


def test_condensed_surveymonkey(file: Files) -> None:
    text = "Respondent ID,Collector ID,Start Date,How likely?,Which did you use?\n,,,Response,Response\n"
    found = seen(file(text + '1,2,05/01/2026,9,"Phone, Web"\n2,2,05/02/2026,8,Web\n'))
    assert (found.platform, found.label_rows) == ("SurveyMonkey", 1)
    assert [facts.name for facts in found.columns[3:]] == ["How likely?", "Which did you use?"]


LIME = [
    ("id,submitdate,lastpage,startlanguage,seed,token,G1Q1,G1Q2[SQ1]\r\n", ("G1Q1", "")),
    ('"id. Response ID","submitdate. Date submitted","lastpage. Last page","startlanguage. Start language",'
     '"seed. Seed","token. Token","G1Q1. How satisfied were you?","G1Q2[SQ1]. The visit"\r\n',
     ("G1Q1", "How satisfied were you?")),
    ("Antwort ID,Datum Abgeschickt,Letzte Seite,Start-Sprache,Seed,Zugangsschlüssel,G1Q1. Wie zufrieden?,x\r\n",
     ("G1Q1", "Wie zufrieden?")),
]  # fmt: skip


@pytest.mark.parametrize(("header", "first"), LIME)
def test_limesurvey_with_codes_texts_or_both(file: Files, header: str, first: tuple[str, str]) -> None:
    rows = "".join(f'"{n}","2026-05-01 10:00:00","3","fi","12{n}","abc","A{n % 5 + 1}","{n % 7}"\r\n' for n in range(9))
    found = seen(file(header + rows, encoding="utf-8-sig"))
    assert (found.platform, found.rows, found.header_row) == ("LimeSurvey", 9, 1)
    assert (found.columns[6].name, found.columns[6].question) == first


@pytest.mark.parametrize(
    ("header", "stamp"),
    [
        ("Aikaleima,Kuinka todennäköisesti suosittelisit meitä?,Sähköpostiosoite", "2026/05/01 1:02:03 ip. EEST"),
        ("Timestamp,How likely are you to recommend us?,Email Address", "5/13/2026 13:02:03"),
        ("Tidstämpel,Hur sannolikt är det att du rekommenderar oss?,E-postadress", "2026-05-01 13:02:03"),
        ("Zeitstempel,Wie wahrscheinlich ist es?,E-Mail-Adresse", "01.05.2026 13:02:03"),
        ("Ajatempel,Kui tõenäoline on see?,Nimi ja sugu", "01.05.2026 13:02:03"),
        ("タイムスタンプ,お勧めしますか? (0 から 10),x", "2026/05/01 13:02:03"),
    ],
)
def test_google_forms_of_any_language(file: Files, header: str, stamp: str) -> None:
    found = seen(file(header + "\n" + f"{stamp},9,a@b.fi\n{stamp},3,c@d.fi\n" * 4))
    assert (found.platform, found.columns[0].kind, found.columns[1].kind) == ("Google Forms", "date", "scale")
    assert found.columns[2].role == "personal"
    assert str(found.columns[0].low) in ("2026-05-01", "2026-05-13")


@pytest.mark.parametrize(
    "header",
    [
        ("ID", "Start time", "Completion time", "Email", "Name", "How likely are you to recommend us?"),
        ("Tunnus", "Aloitusaika", "Valmistumisaika", "Sähköposti", "Nimi", "Kuinka todennäköisesti suosittelisit?"),
        ("ID", "Starttid", "Slutförandetid", "E-post", "Namn", "Hur sannolikt?"),
        ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Wie wahrscheinlich?"),
    ],
)
def test_microsoft_forms(tmp_path: Path, header: tuple[str, ...]) -> None:
    path = tmp_path / "forms.xlsx"
    with xlsxwriter.Workbook(str(path), {"default_date_format": "m/d/yy h:mm:ss"}) as book:
        page = book.add_worksheet("Sheet1")
        page.write_row(0, 0, header)
        for n in range(1, 15):
            page.write(n, 0, n)
            page.write(n, 1, pd.Timestamp(2026, 5, n, 10).to_pydatetime())
            page.write(n, 2, pd.Timestamp(2026, 5, n, 11).to_pydatetime())
            page.write_row(n, 3, ["anonymous", "", n % 11])
    found = seen(path)
    assert (found.platform, found.rows) == ("Microsoft Forms", 14)
    assert roles(found, "personal") == {header[3], header[4]}
    assert found.columns[5].kind == "scale"


def test_typeform_of_today(file: Files) -> None:
    text = (
        "#,How likely are you to recommend us?,Other,Other,Response Type,Start Date (UTC),Stage Date (UTC),"
        "Submit Date (UTC),Network ID,Tags\n"
    )
    rows = "".join(f"k{n}x,{n % 11},,x,completed,2026-05-01 10:0{n},,2026-05-01 10:1{n},ab{n}c,\n" for n in range(9))
    found = seen(file(text + rows))
    assert (found.platform, found.rows) == ("Typeform", 9)
    assert [facts.name for facts in found.columns[2:4]] == ["Other", "Other (2)"]
    assert roles(found, "personal") == {"Network ID"}


def test_surveyjs_results(file: Files) -> None:
    answers = [
        {
            "nps": n % 11,
            "matrix": {"visit": "good", "invoice": "bad"},
            "used": ["phone", "web"],
            "HappendAt": "2026-05-01",
        }
        for n in range(9)
    ]
    found = seen(file(json.dumps(answers), "results.json"))
    assert (found.format, found.platform, found.rows) == ("JSON", "SurveyJS", 9)
    assert [facts.name for facts in found.columns] == ["nps", "matrix.visit", "matrix.invoice", "used", "HappendAt"]
    assert found.columns[3].examples == ("phone, web",)


@pytest.mark.parametrize(
    "text",
    [
        '{"nps": 9, "why": "good"}\n{"nps": 3, "why": "bad"}\n',
        '[{"nps": 9, "why": "good"}, {"nps": 3, "why": "bad"}]',
        '{"page": 1, "results": {"items": [{"nps": 9, "why": "good"}, {"nps": 3, "why": "bad"}]}}',
        '{"nps": [9, 3], "why": ["good", "bad"]}',
        '{"columns": ["nps", "why"], "index": [0, 1], "data": [[9, "good"], [3, "bad"]]}',
        '[["nps", "why"], [9, "good"], [3, "bad"]]',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_records_in_json_of_any_shape(file: Files, text: str, encoding: str) -> None:
    found = seen(file(text, "a.json", encoding))
    assert [facts.name for facts in found.columns] == ["nps", "why"]
    assert (found.rows, found.columns[0].low, found.columns[0].high) == (2, 3, 9)


def test_codes_of_a_segment_go_by_their_labels(tmp_path: Path, project: Makes) -> None:
    frame = pd.DataFrame({"q": [5.0, 3.0, 4.0, 1.0], "sex": [1.0, 2.0, 2.0, 9.0]})
    path = tmp_path / "a.sav"
    pyreadstat.write_sav(frame, str(path), variable_value_labels={"sex": {1.0: "Nainen", 2.0: "Mies"}})
    mapping = Mapping(columns=(ColumnUse(column="q", point="P1"),), segments=("sex",), wave="2026")
    tally = read_results(path, mapping, project("csat"), today=date(2026, 5, 9)).tally
    assert sorted(tally.segments["sex"]) == ["9", "Mies", "Mies", "Nainen"]
