"""The report as its reader gets it: texts, figures, outline, and the same bytes for the same day."""

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pypdf
import pypdfium2
import pytest

from journeymapper.analysis.scoring import score_points
from journeymapper.language.language import language
from journeymapper.language.units import format_interval, format_value
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Page, Project
from journeymapper.model.sources import Band, Rule
from journeymapper.model.tally import Tally
from journeymapper.report.report import build_report
from journeymapper.storage.container import open_project
from tests.report.orders import order

DAY = date(2026, 11, 22)
Build = Callable[..., bytes]


@pytest.fixture(scope="module")
def reports(project: Project, tallies: dict[str, Tally]) -> dict[tuple[str, Page], bytes]:
    pages: tuple[Page, ...] = ("A3", "A4")
    return {(code, page): build_report(project, tallies, order(code, page)) for code in ("en", "fi") for page in pages}


def page_texts(data: bytes) -> list[str]:
    document: Any = pypdfium2.PdfDocument(data)
    try:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def page_of(texts: list[str], title: str) -> str:
    return next(text for text in texts if title in text)


def test_equal_days_give_equal_bytes(
    project: Project, tallies: dict[str, Tally], reports: dict[tuple[str, Page], bytes]
) -> None:
    again = build_report(project, tallies, order())
    assert again == reports["en", "A3"]
    other = build_report(project, tallies, order(date=date(2026, 11, 23)))
    assert other != again


@pytest.mark.parametrize(("page", "size"), [("A3", (1191, 842)), ("A4", (842, 595))])
def test_pages_are_landscape_numbered_and_carry_the_disclaimer(
    reports: dict[tuple[str, Page], bytes], page: Page, size: tuple[int, int]
) -> None:
    reader = pypdf.PdfReader(io.BytesIO(reports["en", page]))
    texts = page_texts(reports["en", page])
    for number, (sheet, text) in enumerate(zip(reader.pages, texts, strict=True), start=1):
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == size
        assert f"Page {number} of {len(texts)}" in text
        assert "illustrative figures" in text


def test_the_outline_names_each_kind_of_page_once(reports: dict[tuple[str, Page], bytes]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(reports["en", "A4"]))
    titles = [str(entry["/Title"]) for entry in reader.outline if not isinstance(entry, list)]
    assert titles == [
        "Cover", "Summary: Drainage renovation", "Map: Drainage renovation", "Gaps to target", "Measurement plan",
        "Priorities", "Where the figures come from", "Method notes", "Glossary",
    ]  # fmt: skip
    assert reader.metadata is not None
    assert reader.metadata.title == "Drainage renovation: journey map and results"
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "en"


def test_the_map_page_has_finding_and_key_figures(reports: dict[tuple[str, Page], bytes]) -> None:
    text = page_texts(reports["en", "A3"])[2]
    for said in (
        "Customers praise the crew", "current state, results of 2026", "5 of 14", "4 of 4", "measured, 4 worse",
        "NPS +48", "+25 … +65, n 48", "target +50, not certain", "18 touchpoints",
    ):  # fmt: skip
        assert said in text.replace("\xa0", " ")


@pytest.mark.parametrize("code", ["en", "fi"])
def test_the_figures_on_the_pages_are_the_scores(
    project: Project, tallies: dict[str, Tally], reports: dict[tuple[str, Page], bytes], code: str
) -> None:
    spoken = language(code)
    printed = "".join(page_texts(reports[code, "A3"])).replace("\xa0", " ")
    for score in score_points(project, tallies).values():
        metric = project.metrics[project.points[score.point].metric]
        if score.shown and score.value is not None:
            value = format_value(spoken, metric, score.value)
            interval = format_interval(spoken, metric, score.low, score.high) or "—"
            n = spoken.number(score.n or 0)
            assert f"{value} {interval} {n}".replace("\xa0", " ") in printed, score.point


def test_a_hidden_figure_is_nowhere(reports: dict[tuple[str, Page], bytes]) -> None:
    texts = page_texts(reports["en", "A3"])
    gaps = page_of(texts, "figures are certainly worse than their targets")
    assert "Guarantee contact first-contact resolution (FCR) — — — 80" in gaps.replace("\xa0", " ")
    assert "hidden, too few answers" in gaps
    assert "67 %" not in "".join(texts).replace("\xa0", " ")


def test_waived_and_unmeasured_touchpoints_are_said_in_words(reports: dict[tuple[str, Page], bytes]) -> None:
    texts = page_texts(reports["en", "A3"])
    gaps = page_of(texts, "figures are certainly worse than their targets")
    assert "deliberately not measured: the start notice asks about it" in gaps
    plan = page_of(texts, "moments of truth are measured")
    assert plan.index("Offer ★") < plan.index("Contract and dates") < plan.index("Start notice")
    assert "waived" in plan


def test_the_plan_counts_answers_against_need(reports: dict[tuple[str, Page], bytes]) -> None:
    plan = page_of(page_texts(reports["en", "A3"]), "moments of truth are measured").replace("\xa0", " ")
    for said in ("37 / 30 ✓", "690 · all", "58 / 73", "from 30 Sep 2026", "baseline", "Public promise certainly not"):
        assert said in plan


def test_every_figure_is_traced_to_file_column_and_left_out_rows(reports: dict[tuple[str, Page], bytes]) -> None:
    text = " ".join(page_texts(reports["en", "A3"]))
    for said in (
        "crm.csv",
        "131313131313",
        "Q P12",
        "3 × code for no answer, “en osaa sanoa”, rows 4, 18, 77",
        "20 Nov 2026",
    ):
        assert said in text


def test_what_the_mapping_did_is_printed(project: Project, tallies: dict[str, Tally]) -> None:
    key = project.result_order[0]
    one = project.result_sets[key]
    mapping = msgspec.structs.replace(
        one.mapping,
        bands=(Band(column="age", edges=("0", "30")),),
        rules=(Rule(name="late", expression="days > 3"),),
        where="status = 1",
        respondent="ResponseId",
    )
    account = msgspec.structs.replace(one.account, respondents=120, filtered=7)
    sets = {**project.result_sets, key: msgspec.structs.replace(one, mapping=mapping, account=account)}
    told = msgspec.structs.replace(project, result_sets=sets)
    text = " ".join(page_texts(build_report(told, tallies, order(page="A3", embed=False))))
    for said in ("age: 0, 30", "late = days > 3", "status = 1 (7 rows left out)", "ResponseId: 120 respondents"):
        assert said in text


def test_the_method_notes_name_the_intervals_and_the_threshold(reports: dict[tuple[str, Page], bytes]) -> None:
    text = page_of(page_texts(reports["en", "A4"]), "How the figures are made")
    for said in ("adjusted Wald", "Wilson", "Student's t", "Groups under 5 answers are hidden"):
        assert said in text


def test_finnish_pages_speak_finnish(reports: dict[tuple[str, Page], bytes]) -> None:
    text = " ".join(page_texts(reports["fi", "A4"]))
    for said in ("Mittaussuunnitelma", "varmasti heikompi", "kosketuspiste", "Sivu 1", "luottamusväli"):
        assert said in text
    for english in ("certainly", "Measurement plan", "touchpoint", "not measured"):
        assert english not in text


def test_a_project_without_results_still_has_a_report(project: Project) -> None:
    texts = page_texts(build_report(project, {}, order(page="A4", embed=False)))
    assert any("Nothing has been measured yet" in text for text in texts)
    assert not any("Where the figures come from" in text for text in texts)


def test_a_project_without_a_journey_is_refused() -> None:
    with pytest.raises(Refusal, match="has no journey"):
        build_report(Project(id="p", name="Empty"), {}, order())


def test_the_project_inside_equals_the_document(
    project: Project, tallies: dict[str, Tally], reports: dict[tuple[str, Page], bytes], tmp_path: Path
) -> None:
    (tmp_path / "report.pdf").write_bytes(reports["fi", "A4"])
    opened = open_project(tmp_path / "report.pdf")
    assert (opened.project, opened.tallies, opened.stamp) == (project, tallies, None)
    assert build_report(opened.project, opened.tallies, order("fi", "A4")) == reports["fi", "A4"]
    (tmp_path / "bare.pdf").write_bytes(build_report(project, tallies, order(embed=False)))
    with pytest.raises(Refusal, match="holds no project"):
        open_project(tmp_path / "bare.pdf")
