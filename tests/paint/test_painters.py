"""What is laid out is what is painted: the painters held against the picture, to half a unit."""

import ctypes
import datetime
import io
from xml.etree import ElementTree

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageChops

from journeymapper.model.messages import Refusal
from journeymapper.paint import png
from journeymapper.paint.pdf import PdfPage, paint_pdf
from journeymapper.paint.png import paint_png
from journeymapper.paint.svg import paint_svg
from journeymapper.picture.primitives import Group, Picture, Rect, Text
from journeymapper.picture.type import text_run

SVG = "{http://www.w3.org/2000/svg}"
Run = tuple[str, float, float, float]


def runs_of(picture: Picture) -> list[Run]:
    """Text, x, y and width of every run, in the picture's coordinates."""
    return [
        (item.text, group.x + item.x, group.y + item.y, item.width)
        for group in picture.groups
        for item in group.items
        if isinstance(item, Text)
    ]


def pdf_of(picture: Picture) -> bytes:
    day = datetime.date(2026, 11, 22)
    return paint_pdf([PdfPage(picture=picture)], title="t", author="", language="en", date=day)


def pdf_origins(data: bytes, height: float) -> list[tuple[str, float, float]]:
    """Every character of the page with its origin on the baseline, as pdfium finds it."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(text.count_chars()):
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        found.append((chr(pdfium.FPDFText_GetUnicode(text, index)), x.value, height - y.value))
    text.close()
    page.close()
    document.close()
    return found


def test_pdf_text_stands_where_the_picture_says(picture: Picture) -> None:
    origins = pdf_origins(pdf_of(picture), picture.height)
    for text, x, y, width in runs_of(picture):
        first = [o for o in origins if o[0] == text[0] and abs(o[1] - x) < 0.5 and abs(o[2] - y) < 0.5]
        assert first, text
        ends = [o for o in origins if o[0] == text[-1] and abs(o[2] - y) < 0.5 and x < o[1] < x + width]
        assert any(abs(o[1] - end_origin(picture, text, x, y)) < 0.5 for o in ends), text


def end_origin(picture: Picture, text: str, x: float, y: float) -> float:
    """Where the last letter of a run begins, by the layout's own advances."""
    for group in picture.groups:
        for item in group.items:
            if isinstance(item, Text) and (group.x + item.x, group.y + item.y, item.text) == (x, y, text):
                return x + text_run(text[:-1], 0, 0, item.size, item.weight).width
    raise AssertionError(text)


def svg_runs(root: ElementTree.Element) -> list[Run]:
    found = []
    for group in root.iter(f"{SVG}g"):
        dx, dy = (float(part) for part in group.attrib["transform"][len("translate(") : -1].split())
        for node in group.iter(f"{SVG}text"):
            length = float(node.attrib.get("textLength", "0"))
            found.append((node.text or "", dx + float(node.attrib["x"]), dy + float(node.attrib["y"]), length))
    return found


def test_svg_text_stands_where_the_picture_says(picture: Picture) -> None:
    root = ElementTree.fromstring(paint_svg(picture, "Kartta & <muut>"))
    ours, theirs = svg_runs(root), runs_of(picture)
    assert [run[0] for run in ours] == [run[0] for run in theirs]
    for one, other in zip(ours, theirs, strict=True):
        assert one[1:] == pytest.approx(other[1:], abs=0.01)


def test_svg_is_whole_and_says_what_it_shows(picture: Picture) -> None:
    root = ElementTree.fromstring(paint_svg(picture, "Kartta & \x00<muut>\ud800"))
    assert root.attrib["viewBox"] == "0 0 600 400"
    assert "Inter" in root.attrib["font-family"]
    titles = [node.text for node in root.iter(f"{SVG}title")]
    assert titles == ["Kartta & <muut>", *["A & B"] * 4]
    assert {node.attrib.get("data-owner") for node in root.iter(f"{SVG}g")} == {None, "h", "t0", "t1", "t2", "t3"}


def test_pdf_and_svg_hold_an_attached_picture_and_survive_its_absence() -> None:
    from journeymapper.picture.primitives import Image as Attached

    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), (0, 128, 0)).save(buffer, "PNG")
    item = Attached(x=10, y=10, width=40, height=40, attachment="abc")
    page = Picture(
        width=60, height=60, groups=(Group(owner="", part="", x=0, y=0, width=60, height=60, items=(item,)),)
    )
    drawn = Image.open(io.BytesIO(paint_png(page, 1, {"abc": buffer.getvalue()}))).convert("RGB")
    assert drawn.getpixel((30, 30)) == (0, 128, 0)
    bare = Image.open(io.BytesIO(paint_png(page, 1))).convert("RGB")
    assert bare.getpixel((30, 30)) == (255, 255, 255)
    assert "data:image/png;base64," in paint_svg(page, "", {"abc": buffer.getvalue()})
    assert "<image" not in paint_svg(page, "")


def test_png_has_the_colours_in_their_places(picture: Picture) -> None:
    image = Image.open(io.BytesIO(paint_png(picture, 2)))
    image.load()
    assert image.size == (1200, 800)
    assert image.getpixel((2 * 30, 2 * 40)) == (255, 0, 0)
    assert image.getpixel((2 * 110, 2 * 40)) == (0, 0, 255)
    assert image.getpixel((2 * 180, 2 * 40)) == (0, 255, 0)
    assert image.getpixel((2 * 590, 2 * 390)) == (0xF6, 0xF7, 0xF9)
    assert image.getpixel((2 * 304, 2 * 48)) == (255, 255, 0)


def test_bands_join_without_a_seam(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Image.open(io.BytesIO(paint_png(picture, 1)))
    monkeypatch.setattr(png, "BAND_PIXELS", 600 * 7)
    banded = Image.open(io.BytesIO(paint_png(picture, 1)))
    darkest = ImageChops.difference(whole, banded).convert("L").getextrema()[1]
    assert isinstance(darkest, int)
    assert darkest <= 3


@pytest.mark.parametrize("scale", [0.0001, 1000.0])
def test_an_impossible_scale_is_refused(picture: Picture, scale: float) -> None:
    with pytest.raises(Refusal, match="pixels"):
        paint_png(picture, scale)


def test_a_very_wide_picture_is_drawn_whole() -> None:
    wide = Rect(x=20900, y=10, width=80, height=20, fill="#FF0000")
    group = Group(owner="", part="", x=0, y=0, width=21000, height=40, items=(wide,))
    image = Image.open(io.BytesIO(paint_png(Picture(width=21000, height=40, groups=(group,)), 1)))
    assert image.size == (21000, 40)
    assert image.getpixel((20950, 20)) == (255, 0, 0)
