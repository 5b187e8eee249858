"""Papers, posters and black-and-white pages: sizes as asked for, type never under 7 pt, tiles that fit together."""

import io
from itertools import pairwise
from typing import Any

import msgspec
import numpy as np
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.paint.pdf import PdfPage, paint_pdf
from journeymapper.picture.primitives import Group, Picture, Rect, Text
from journeymapper.report.pages.frame import framed
from journeymapper.report.pages.map_page import map_leaves
from journeymapper.report.pages.poster import EDGE_MM
from journeymapper.report.paper import MM, paper
from journeymapper.report.report import build_report, report_content, report_pages
from journeymapper.report.sheet import sheet_of
from journeymapper.report.tiling import cuts, tiles
from tests.report.orders import DAY, order

PAPERS = ("A5", "A4", "A2", "A0", "Letter", "Legal", "Tabloid", "420x297", "roll914")


@pytest.mark.parametrize(
    ("name", "landscape", "millimetres"),
    [
        ("A3", None, (420, 297)), ("a3", False, (297, 420)), ("Letter", True, (279.4, 215.9)),
        ("420x297", None, (420, 297)), ("297x420", None, (297, 420)), ("297x420", True, (420, 297)),
    ],
)  # fmt: skip
def test_papers_have_their_size(name: str, landscape: bool | None, millimetres: tuple[float, float]) -> None:
    found = paper(name, landscape)
    assert (found.width / MM, found.height / MM) == pytest.approx(millimetres, abs=0.01)


@pytest.mark.parametrize("name", ["A6", "", "12x12", "9000x200", "roll50", "420x", "A3; rm"])
def test_what_is_no_paper_is_refused(name: str) -> None:
    with pytest.raises(Refusal):
        paper(name)


@pytest.mark.parametrize("page", PAPERS)
@pytest.mark.parametrize("landscape", [True, False])
def test_no_type_is_under_seven_points_on_any_paper(
    project: Project, tallies: dict[str, Tally], page: str, landscape: bool
) -> None:
    wanted = order(page=page, landscape=landscape)
    for found in report_pages(report_content(project, tallies, wanted), wanted):
        sizes = [item.size for group in found.groups for item in group.items if isinstance(item, Text)]
        assert min(sizes) >= 7.0


def test_a_map_that_would_be_too_small_names_a_paper_that_does(project: Project, tallies: dict[str, Tally]) -> None:
    small = order(page="A5", layout="map", map="fit")
    with pytest.raises(Refusal, match="it fits on A4") as refused:
        build_report(project, tallies, small)
    larger = str(refused.value.message.values["larger"])
    fitting = msgspec.structs.replace(small, page=larger)
    assert len(report_pages(report_content(project, tallies, fitting), fitting)) == 1


def test_three_hundred_touchpoints_on_one_page_name_tiles() -> None:
    touchpoints = {f"t{n}": Touchpoint(id=f"t{n}", name=f"Touchpoint {n}") for n in range(300)}
    stages = {
        f"s{n}": Stage(id=f"s{n}", name=f"Stage {n}", touchpoints=tuple(f"t{10 * n + k}" for k in range(10)))
        for n in range(30)
    }
    journey = Journey(id="j", name="Long", stage_order=tuple(stages), stages=stages, touchpoints=touchpoints)
    project = Project(id="p", name="Long", journeys={"j": journey}, journey_order=("j",))
    with pytest.raises(Refusal, match="--tile divides it"):
        build_report(project, {}, order(page="A0", layout="map", map="fit"))


@settings(max_examples=200, deadline=None)
@given(
    length=st.floats(100, 5000), most=st.floats(200, 900), overlap=st.floats(0, 60),
    starts=st.lists(st.floats(0, 5000), max_size=30), wide=st.floats(5, 150),
)  # fmt: skip
def test_cuts_cover_the_length_with_as_few_tiles_as_can_be(
    length: float, most: float, overlap: float, starts: list[float], wide: float
) -> None:
    found = cuts(length, most, overlap, [(start, start + wide) for start in starts])
    assert found[0][0] == 0
    assert found[-1][1] == pytest.approx(length)
    assert all(end - start <= most + 1e-6 for start, end in found)
    for (_, end), (start, _) in pairwise(found):
        assert end - start == pytest.approx(min(overlap, length - start), abs=1e-6)
    assert len(found) == 1 or (len(found) - 1) * (most - overlap) + overlap < length + 1e-6


def test_cuts_go_between_cards_where_that_is_possible() -> None:
    cards = [(100.0 * n, 100.0 * n + 90) for n in range(20)]
    for start, _ in cuts(1990, 560, 20, cards)[1:]:
        assert 90 <= start % 100 <= 100


def rendered(pdf: bytes, page: int, scale: float) -> NDArray[Any]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return np.asarray(document[page].render(scale=scale).to_numpy()).astype(int)
    finally:
        document.close()


def poster_of(project: Project, tallies: dict[str, Tally], page: str) -> Picture:
    fitted = order(page=page, layout="map", map="fit")
    content = report_content(project, tallies, fitted)
    leaves = map_leaves(content, project.journeys["j1"], sheet_of(paper(page)), fitted)
    return framed(sheet_of(paper(page)), leaves, content.language, content.footer, DAY)[0]


def test_tiles_put_together_are_the_poster(project: Project, tallies: dict[str, Tally]) -> None:
    poster = poster_of(project, tallies, "A2")
    whole = rendered(paint_pdf([PdfPage(picture=poster)], title="t", author="", language="en", date=DAY), 0, 1.0)
    pdf = build_report(project, tallies, order(page="A2", layout="map", map="tile", tile="A4"))
    edge, small = EDGE_MM * MM, paper("A4")
    found = tiles(poster, small.width - 2 * edge, small.height - 2 * edge, 10 * MM)
    assembled = np.full_like(whole, 255)
    for tile in found:
        if tile.blank:
            continue
        # each window is drawn where it lies on the poster, so that pixels fall on pixels
        shown = rendered(pdf, tile.number, 1.0)
        x, y, across, down = round(tile.x), round(tile.y), int(tile.width) - 1, int(tile.height) - 1
        left, top = round(edge), round(edge)
        part = shown[top : top + down, left : left + across]
        assembled[y : y + part.shape[0], x : x + part.shape[1]] = part[: whole.shape[0] - y, : whole.shape[1] - x]
    blurred, expected = (_blurred(each) for each in (assembled, whole))
    assert float(np.abs(blurred - expected).mean()) < 1.0
    assert float((np.abs(blurred - expected).max(axis=2) > 96).mean()) < 0.002


def _blurred(image: NDArray[Any]) -> NDArray[Any]:
    """Means over blocks of four pixels: a hairline may fall half a pixel beside itself."""
    high, wide = (side - side % 4 for side in image.shape[:2])
    blocks: NDArray[Any] = image[:high, :wide].reshape(high // 4, 4, wide // 4, 4, -1).mean(axis=(1, 3))
    return blocks


def test_blank_sheets_are_left_out() -> None:
    items = tuple(Rect(x=x, y=10, width=50, height=50, fill="#000000") for x in (10, 1500))
    group = Group(owner="", part="", x=0, y=0, width=1600, height=100, items=items)
    found = tiles(Picture(width=1600, height=500, groups=(group,)), 500, 600, 20)
    assert [tile.number for tile in found] == [1, 0, 0, 2]


def test_a_wall_sheet_has_the_frame_and_no_figures(project: Project, tallies: dict[str, Tally]) -> None:
    for layout, named in (("wall", True), ("wall-empty", False)):
        wanted = order(page="A0", layout=layout)
        page = report_pages(report_content(project, tallies, wanted), wanted)[0]
        words = [item.text for group in page.groups for item in group.items if isinstance(item, Text)]
        assert "Work on site" in words
        assert ("Fair stand" in words) == named
        assert not any(word.endswith("%") for word in words)


def test_mono_is_black_on_white(project: Project, tallies: dict[str, Tally]) -> None:
    wanted = order(mono=True)
    for page in report_pages(report_content(project, tallies, wanted), wanted):
        for group in page.groups:
            for item in group.items:
                colours = [getattr(item, name, "") for name in ("fill", "stroke", "halo")]
                assert {colour for colour in colours if colour} <= {"#000000", "#FFFFFF"}, group.part


def test_the_pages_fit_the_sheet_with_a_margin_for_remarks(project: Project, tallies: dict[str, Tally]) -> None:
    wanted = order(remarks=True)
    pages = report_pages(report_content(project, tallies, wanted), wanted)
    numbers = [
        item.text for page in pages for group in page.groups if group.part == "margin" for item in group.items
        if isinstance(item, Text) and item.text.isdigit()
    ]  # fmt: skip
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    for page in pages:
        margin = next(group.x for group in page.groups if group.part == "margin")
        others = (group for group in page.groups if group.role != "decoration")
        assert max(group.x + group.width for group in others) <= margin


def test_a_report_of_a_segment_or_of_another_wave_says_so(project: Project, tallies: dict[str, Tally]) -> None:
    wanted = order(wave="2025")
    content = report_content(project, tallies, wanted)
    assert all(not score.shown for score in content.scores.values())
    assert io.BytesIO(build_report(project, tallies, wanted)).read(5) == b"%PDF-"
