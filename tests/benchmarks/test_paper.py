"""How long paper takes, against reportlab's bare canvas drawing the same primitives; how large the files are."""

import io
from datetime import date
from statistics import median
from time import perf_counter
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

from journeymapper.language.language import language
from journeymapper.paint.pdf import PdfPage, _register_fonts
from journeymapper.picture.faces import FONT_NAMES
from journeymapper.picture.letters import printable
from journeymapper.picture.primitives import Ellipse, Path, Rect, Text
from journeymapper.report.order import Order
from journeymapper.report.report import build_report, report_content, report_pages
from tests.benchmarks.conftest import large

ROUNDS = 5
DAY = date(2026, 11, 22)
SECTIONS = ("map", "stages", "gaps", "plan", "sources", "method", "glossary")


def bare(pages: list[PdfPage]) -> bytes:
    """The same marks by reportlab's own calls: no tags, no links, no project inside."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    name: Any = FONT_NAMES["regular"]
    canvas: Any = Canvas(buffer, pageCompression=1, invariant=1, initialFontName=name)
    for page in pages:
        canvas.setPageSize((page.picture.width, page.picture.height))
        for group in page.groups:
            for item in group.items:
                draw(canvas, item, group.x, page.picture.height - group.y)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def draw(canvas: Any, item: Any, x: float, y: float) -> None:
    if isinstance(item, Text):
        canvas.setFillColor(item.fill)
        canvas.setFont(FONT_NAMES[item.weight], item.size)
        canvas.drawString(x + item.x, y - item.y, printable(item.text))
        return
    fill, stroke = getattr(item, "fill", ""), getattr(item, "stroke", "")
    if fill:
        canvas.setFillColor(fill)
    if stroke:
        canvas.setStrokeColor(stroke)
        canvas.setLineWidth(item.stroke_width)
    how = {"fill": bool(fill), "stroke": bool(stroke)}
    if isinstance(item, Rect):
        canvas.roundRect(x + item.x, y - item.y - item.height, item.width, item.height, item.radius, **how)
    elif isinstance(item, Ellipse):
        left, foot = x + item.x - item.rx, y - item.y - item.ry
        canvas.ellipse(left, foot, left + 2 * item.rx, foot + 2 * item.ry, **how)
    elif isinstance(item, Path):
        path = canvas.beginPath()
        calls = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
        for name, *numbers in item.steps:
            calls[str(name)](*(n + x if i % 2 == 0 else y - n for i, n in enumerate(float(n) for n in numbers)))
        canvas.drawPath(path, **how)


def timed(act: Any) -> float:
    """The median of some rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        act()
        times.append((perf_counter() - begun) * 1000)
    return median(times)


def test_a_report_takes_little_more_than_its_marks(benchmark: BenchmarkFixture) -> None:
    project, tallies = large(200)
    order = Order(language=language("en"), date=DAY, sections=SECTIONS)
    pages = report_pages(report_content(project, tallies, order), order)
    _register_fonts()
    raw = timed(lambda: bare(pages))
    benchmark.pedantic(lambda: build_report(project, tallies, order), rounds=1)  # type: ignore[no-untyped-call]
    taken = timed(lambda: build_report(project, tallies, order))
    size = len(build_report(project, tallies, order)) / 1024
    print(f"\n{len(pages)} pages in {taken:.0f} ms, {taken / raw:.2f} × bare, {size:.0f} kB", end="")
    assert taken / raw < 1.5
    assert size / len(pages) < 12


def test_a_poster_of_three_hundred_touchpoints(benchmark: BenchmarkFixture) -> None:
    project, tallies = large(300)
    order = Order(language=language("en"), date=DAY, page="A0", layout="map")
    benchmark.pedantic(lambda: build_report(project, tallies, order), rounds=1)  # type: ignore[no-untyped-call]
    taken = timed(lambda: build_report(project, tallies, order))
    print(f"\na poster of 300 touchpoints: {taken:.0f} ms", end="")
    assert taken < 2000
