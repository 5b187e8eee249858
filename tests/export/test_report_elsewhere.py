"""The report as slides, sheets, HTML and Markdown: opened by other readers, whole, and nothing in it is run."""

import io
import json
import re
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import openpyxl
import pytest
from pptx import Presentation
from pptx.util import Emu

from journeymapper.export.formats import Wish, exported
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.storage.container import Opened, open_project
from tests.export.test_drawings_elsewhere import canaries

SAMPLES = Path(__file__).parents[2] / "sample_projects"
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module", params=["drainage_renovation.jmap", "salaojaremontti.jmap"])
def wish(request: pytest.FixtureRequest) -> Wish:
    opened = open_project(SAMPLES / request.param)
    journey = opened.project.ordered_journeys()[0]
    return Wish(opened=opened, journey=journey, language=language(opened.project.language), date=DAY)


@pytest.fixture(scope="module")
def hostile() -> Wish:
    project = edits.add_metric(canaries(), parse_metric("csat-mean"))
    point = MeasurementPoint(
        id="P1", anchor=Anchor("touchpoint", "t"), metric="csat-mean", name="=HYPERLINK(0)",
        question="@SUM(A1) <script>alert(1)</script> [x](javascript:alert(1)) http://a.b.c",
    )  # fmt: skip
    project = edits.add_point(project, point)
    opened = Opened(project, {}, {}, False, None)
    return Wish(opened=opened, journey=project.ordered_journeys()[0], language=language("en"), date=DAY)


@pytest.fixture(scope="module")
def made(wish: Wish) -> dict[str, bytes]:
    """Every format of the report, made once."""
    return {ending: exported(ending, wish) for ending in (".html", ".md", ".pptx", ".xlsx")}


class Seen(HTMLParser):
    """Tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.rows = 0
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src") or name.startswith("on")]
        self.rows += tag == "tr"

    def handle_data(self, data: str) -> None:
        self.words += data


def names(wish: Wish) -> list[str]:
    return [each.name for each in wish.journey.ordered_touchpoints()]


def test_the_html_is_one_file_without_script_or_outside_link(wish: Wish, made: dict[str, bytes]) -> None:
    page = made[".html"].decode()
    seen = Seen(page)
    assert f'<html lang="{wish.language.code}">' in page
    assert {"script", "link", "iframe", "img"}.isdisjoint(seen.tags)
    assert all(link.startswith(("#part-", "data:image/")) for link in seen.links)
    assert all(f"part-{number}" in page for number in range(1, 1 + len([x for x in seen.links if x[0] == "#"])))
    assert all(name in seen.words for name in names(wish))
    assert seen.tags.count("h1") == 1
    # every point has its row in the gap table and in the plan
    assert seen.rows > 2 * len(wish.opened.project.points)


def test_what_is_hostile_stands_in_the_html_as_text(hostile: Wish) -> None:
    seen = Seen(exported(".html", hostile).decode())
    assert "script" not in seen.tags
    assert "b" not in seen.tags
    assert all(link.startswith("#part-") for link in seen.links)
    assert "<script>alert(1)</script>" in seen.words


def test_the_markdown_has_a_line_a_touchpoint_and_no_live_markup(
    wish: Wish, hostile: Wish, made: dict[str, bytes]
) -> None:
    text = made[".md"].decode()
    lines = [line for line in text.splitlines() if line.startswith("- ") and not line.startswith("- **")]
    assert [line[2 : 2 + len(name)] for line, name in zip(lines, names(wish), strict=True)] == names(wish)
    columns = {line.count("|") for line in text.splitlines() if line.startswith("|")}
    assert columns
    bare = exported(".md", hostile).decode()
    assert not re.search(r"(?<!\\)<\w", bare)
    assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", bare)
    assert "http://" not in bare
    assert "javascript:" not in bare


def test_tables_of_the_markdown_keep_their_columns(hostile: Wish) -> None:
    """A | in a name does not open a column."""
    project = edits.change(hostile.opened.project, "t", name="a | b")
    opened = Opened(project, {}, {}, False, None)
    text = exported(".md", msgspec.structs.replace(hostile, opened=opened, journey=project.journeys["j"])).decode()
    table = [line for line in text.splitlines() if line.startswith("|")]
    groups = {len(re.findall(r"(?<!\\)\|", line)) for line in table if "a \\| b" in line}
    assert groups <= {len(re.findall(r"(?<!\\)\|", line)) for line in table if line.startswith("| ---")} | groups
    assert all("a | b" not in line for line in table)


def words_of(slide: object) -> str:
    found = []
    todo = list(slide.shapes)  # type: ignore[attr-defined]
    while todo:
        shape = todo.pop(0)
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            todo += list(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame.text)
        elif getattr(shape, "has_table", False):
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return " ".join(found)


def test_the_slides_hold_finding_map_and_tables_as_editable_text(wish: Wish, made: dict[str, bytes]) -> None:
    show = Presentation(io.BytesIO(made[".pptx"]))
    texts = [words_of(slide) for slide in show.slides]
    assert wish.opened.project.name in texts[0]
    assert wish.journey.headline in texts[0]
    flat = re.sub(r"[\s\u00ad-]", "", texts[1])
    assert all(re.sub(r"[\s-]", "", name) in flat for name in names(wish))
    assert any(shape.has_table for slide in list(show.slides)[2:] for shape in slide.shapes)
    inside = show.slide_width or 0, show.slide_height or 0
    for slide in show.slides:
        for shape in slide.shapes:
            assert (shape.left or 0) >= -2 * 12700
            assert (shape.left or 0) + (shape.width or 0) <= inside[0] + 2 * 12700


def test_a_clients_template_keeps_its_masters_and_loses_its_slides(wish: Wish, tmp_path: Path) -> None:
    client = Presentation()
    client.slide_width = Emu(10 * 914400)
    client.slide_layouts[0].name = "Asiakkaan kansi"
    client.slides.add_slide(client.slide_layouts[0]).shapes.title.text = "Old secret slide"
    held = io.BytesIO()
    client.save(held)
    made = exported(".pptx", msgspec.structs.replace(wish, template=held.getvalue()))
    show = Presentation(io.BytesIO(made))
    assert show.slide_width == 10 * 914400
    assert show.slides[0].slide_layout.name == "Asiakkaan kansi"
    assert all("Old secret slide" not in words_of(slide) for slide in show.slides)
    assert b"Old secret slide" not in b"".join(part.blob for part in show.part.package.iter_parts())


def test_what_is_no_template_is_refused(wish: Wish) -> None:
    with pytest.raises(Refusal, match="not a PowerPoint file"):
        exported(".pptx", msgspec.structs.replace(wish, template=b"PK\x03\x04 nonsense"))


def test_the_workbook_has_tables_numbers_and_a_chart_and_no_formula(
    wish: Wish, hostile: Wish, made: dict[str, bytes]
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made[".xlsx"]))
    tables = {name: list(sheet.tables.values()) for name, sheet in ((s.title, s) for s in book)}
    assert all(tables.values())
    results = book["Results" if wish.language.code == "en" else "Tulokset"]
    assert len(results._charts) == 1
    row = next(row for row in results.iter_rows(min_row=4) if row[0].value == "P12")
    assert (row[5].value, row[9].value) == (47, 90)
    assert row[6].value == pytest.approx(100 * 26 / 47)
    for each in (book, openpyxl.load_workbook(io.BytesIO(exported(".xlsx", hostile)))):
        cells = [cell for sheet in each for line in sheet.iter_rows() for cell in line if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert all(cell.hyperlink is None for cell in cells)


def test_json_has_what_the_scores_say(wish: Wish) -> None:
    rows = json.loads(exported(".json", wish))
    assert [row["point"] for row in rows] == list(wish.opened.project.point_order)
    told = next(row for row in rows if row["point"] == "P12")
    assert (told["n"], told["verdict"]) == (47, "worse")
    assert exported(".csv", wish).decode().count("\n") == len(rows) + 1


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".pptx", ".xlsx", ".html"])
def test_libre_office_opens_it(made: dict[str, bytes], ending: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: the file is not opened by it")
    file = tmp_path / f"x{ending}"
    file.write_bytes(made[ending])
    subprocess.run([office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf",
                    "--outdir", str(tmp_path), str(file)], check=True, capture_output=True, timeout=120)  # fmt: skip
    assert (tmp_path / "x.pdf").stat().st_size > 10_000


def test_slides_of_a_stage_name_each_touchpoint_beside_its_figures(wish: Wish, made: dict[str, bytes]) -> None:
    """One table a stage, a row a figure; what customers said stands in the notes."""
    show = Presentation(io.BytesIO(made[".pptx"]))
    for stage in wish.journey.ordered_stages():
        slides = [s for s in show.slides if s.shapes.title and s.shapes.title.text.startswith(f"{stage.name}:")]
        assert len(slides) == 1
        (rows,) = [list(shape.table.rows)[1:] for shape in slides[0].shapes if shape.has_table]
        firsts = [row.cells[0].text.removesuffix("\u00a0★") for row in rows]
        assert list(dict.fromkeys(firsts)) == [wish.journey.touchpoints[key].name for key in stage.touchpoints]
        notes = slides[0].notes_slide.notes_text_frame
        said = [each.quotation for each in wish.opened.project.evidence.values() if each.subject in stage.touchpoints]
        assert notes is not None
        assert all(quotation in notes.text for quotation in said)
    whole = " ".join(words_of(slide) for slide in show.slides)
    assert all(action.title in whole for action in wish.opened.project.actions.values())


def test_no_slide_is_empty_and_no_table_leaves_it(made: dict[str, bytes]) -> None:
    show = Presentation(io.BytesIO(made[".pptx"]))
    for slide in list(show.slides)[1:]:
        assert len(slide.shapes) > 1
        for shape in slide.shapes:
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= (show.slide_height or 0)


def test_a_figure_in_words_is_one_sentence(made: dict[str, bytes], wish: Wish) -> None:
    whole = {"en": "touchpoints certainly worse than target", "fi": "kosketuspisteistä varmasti tavoitetta heikompia"}
    for ending in (".html", ".md"):
        assert whole[wish.language.code] in made[ending].decode()


def test_the_workbook_prints_on_wide_pages_with_colours_of_the_verdicts(wish: Wish, made: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made[".xlsx"]))
    assert all(sheet.page_setup.orientation == "landscape" for sheet in book)
    results = book["Results" if wish.language.code == "en" else "Tulokset"]
    assert results["G4"].number_format == "0.00"
    fills = [point.spPr.solidFill.srgbClr for point in results._charts[0].series[0].dPt]
    rows = [row for row in results.iter_rows(min_row=4) if row[11].value is not None]
    worse = [row[0].row - 4 for row in rows if row[11].value < 0]
    better = [row[0].row - 4 for row in rows if row[11].value > 0]
    assert {fills[i] for i in worse}.isdisjoint({fills[i] for i in better})
