"""What those get who cannot see the page: structure, reading order, alternatives, links, searchable names."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.paint.marking import Mark
from journeymapper.paint.structure import runs
from journeymapper.report.report import build_report
from tests.report.orders import order

POPPLER = shutil.which("pdfinfo") and shutil.which("pdftotext") and shutil.which("pdffonts")


@pytest.fixture(scope="module")
def pdf(project: Project, tallies: dict[str, Tally]) -> bytes:
    return build_report(project, tallies, order())


@pytest.fixture
def document(pdf: bytes) -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield opened


def elements(node: Any) -> Iterator[Any]:
    """The structure elements below a node in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_every_marked_content_belongs_to_one_element(document: Any) -> None:
    tree = document.Root.StructTreeRoot
    numbers = tree.ParentTree.Nums
    parents = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    assert document.Root.MarkInfo.Marked
    for number, page in enumerate(document.pages):
        assert page.obj.StructParents == number
        drawn = page.Contents.read_bytes() if hasattr(page.Contents, "read_bytes") else b""
        mcids = [int(part.split(b">>")[0]) for part in drawn.split(b"/MCID ")[1:]]
        assert mcids == list(range(len(mcids)))
        assert len(parents[number]) == len(mcids) > 0
        assert drawn.count(b" BDC") + drawn.count(b" BMC") == drawn.count(b"EMC")
        for mcid, parent in enumerate(parents[number]):
            kids = parent.K if isinstance(parent.K, pikepdf.Array) else [parent.K]
            assert mcid in [kid for kid in kids if isinstance(kid, int)]


def test_headings_tables_and_figures_are_what_they_should_be(document: Any) -> None:
    found = list(elements(document.Root.StructTreeRoot))
    kinds = [str(each.S) for each in found]
    assert kinds[0] == "/Document"
    assert kinds.count("/H1") == len(document.pages)
    for each in found:
        if str(each.S) == "/Figure":
            assert str(each.Alt).strip()
        if str(each.S) == "/Table":
            rows = list(each.K)
            assert all(str(row.S) == "/TR" for row in rows)
            assert len({len(row.K) for row in rows}) == 1
            assert {str(cell.S) for cell in rows[0].K} == {"/TH"}
        if str(each.S) in ("/TD", "/TH"):
            assert str(each.P.S) == "/TR"


def test_links_lead_from_the_map_to_the_stages_and_back(document: Any, project: Project) -> None:
    targets: dict[int, set[int]] = {}
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    for number, page in enumerate(document.pages):
        for note in page.obj.get("/Annots", []):
            assert note.Subtype == pikepdf.Name.Link
            assert "/A" not in note
            targets.setdefault(number, set()).add(numbers[note.Dest[0].objgen])
    titles = [str(entry) for entry in outline(document.Root.Outlines)]
    stages = [titles.index(stage.name) for stage in project.journeys["j1"].ordered_stages()]
    map_page = titles.index("Map: Drainage renovation")
    assert {document_page(document, name) for name in ("Need and search", "Aftercare")} <= targets[
        document_page(document, "Map: Drainage renovation")
    ]
    assert all(stage > map_page for stage in stages)
    for name in ("Need and search", "Aftercare"):
        assert document_page(document, "Map: Drainage renovation") in targets[document_page(document, name)]


def outline(node: Any) -> Iterator[str]:
    entry = node.get("/First")
    while entry is not None:
        yield str(entry.Title)
        yield from outline(entry)
        entry = entry.get("/Next")


def document_page(document: Any, title: str) -> int:
    with document.open_outline() as found:
        entries = [entry for top in found.root for entry in (top, *top.children)]
    entry = next(each for each in entries if each.title == title)
    destination = entry.destination
    if not isinstance(destination, pikepdf.Array):
        destination = document.Root.Dests[pikepdf.Name("/" + str(destination).removeprefix("/"))]
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    return numbers[destination[0].objgen]


@pytest.mark.skipif(not POPPLER, reason="poppler's tools are not installed")
def test_poppler_reads_structure_fonts_and_names(pdf: bytes, project: Project, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf)

    def said(*command: str) -> str:
        return subprocess.run([*command], capture_output=True, check=True, text=True).stdout

    info = said("pdfinfo", str(path))
    assert "Tagged:          yes" in info
    assert "Title:           Drainage renovation: journey map and results" in info
    fonts = said("pdffonts", str(path)).splitlines()[2:]
    assert fonts
    assert all("+Inter-" in line and line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    text = " ".join(said("pdftotext", "-enc", "UTF-8", str(path), "-").split())
    for touchpoint in project.journeys["j1"].touchpoints.values():
        assert touchpoint.name in text
    read = said("pdfinfo", "-struct-text", str(path))
    order_of_stages = [read.index(f'"{stage.name}') for stage in project.journeys["j1"].ordered_stages()]
    assert order_of_stages == sorted(order_of_stages)
    on_map = read[read.index("Reading the map") - 60_000 : read.index("Reading the map")]
    cards = [on_map.rfind(name) for name in ("Search and reviews", "Offer", "Change of dates", "Guarantee contact")]
    assert cards == sorted(cards)


def cell(tag: Any, x: float, y: float) -> Mark:
    return Mark(tag=tag, mcid=0, alt="", bounds=(x, y, x + 10, y + 10))


def test_rows_and_tables_are_told_apart() -> None:
    title = Mark(tag="H1", mcid=0, alt="", bounds=(0, 0, 10, 10))
    first = [cell("TH", 0, 10), cell("TH", 20, 10), cell("TD", 0, 30), cell("TD", 20, 30)]
    second = [cell("TH", 0, 50), cell("TD", 0, 70)]
    found = list(runs([title, *first, *second]))
    assert found == [title, [first[:2], first[2:]], [[second[0]], [second[1]]]]
