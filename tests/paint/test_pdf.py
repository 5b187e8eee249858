"""The PDF: same bytes for the same date, only embedded Inter, text that can be searched, title, language, outline."""

import io
from datetime import date

import pypdf
from PIL import Image

from journeymapper.paint.pdf import PdfPage, paint_pdf
from journeymapper.paint.png import paint_png
from journeymapper.picture.primitives import Ellipse, Group, Path, Picture, Rect, Text
from journeymapper.picture.type import text_run


def sample(text: str = "Hyvä 55 % ▲△▽▼○□★ → −") -> Picture:
    items = (
        Rect(x=0, y=0, width=90, height=40, stroke="#175E7A", radius=8, dash=(3.0, 2.0)),
        Path(steps=(("M", 0, 0), ("C", 1, 2, 3, 4, 5, 6), ("L", 9, 9), ("Z",)), fill="#B8402A"),
        Ellipse(x=5, y=5, rx=3, ry=2, stroke="#000000"),
        text_run(text, 5, 30, 12, "bold"),
    )
    group = Group(owner="touchpoint-1", part="card", x=10, y=20, width=90, height=40, items=items)
    return Picture(width=400, height=200, groups=(group,), ground="#F6F7F9")


def painted(**changes: object) -> bytes:
    pages = [PdfPage(picture=sample(), title="Kartta"), PdfPage(picture=sample("Toinen"), title="Osa", level=5)]
    day = changes.get("date", date(2026, 11, 22))
    assert isinstance(day, date)
    return paint_pdf(pages, title="Talo & piha", author="Rinneoja", language="fi", date=day)


def test_bytes_depend_on_content_and_date_alone() -> None:
    assert painted() == painted()
    assert painted() != painted(date=date(2026, 11, 23))


def test_title_language_and_outline() -> None:
    reader = pypdf.PdfReader(io.BytesIO(painted()))
    assert reader.metadata is not None
    assert reader.metadata.title == "Talo & piha"
    assert reader.metadata.author == "Rinneoja"
    assert str(reader.metadata["/CreationDate"]).startswith("D:20261122")
    assert str(reader.root_object["/Lang"]) == "fi"
    first, inner = reader.outline
    assert isinstance(first, pypdf.generic.Destination)
    assert isinstance(inner, list)
    assert [first.title, *(entry.title for entry in inner if isinstance(entry, pypdf.generic.Destination))] == [
        "Kartta",
        "Osa",
    ]
    assert [float(side) for side in reader.pages[0].mediabox[2:]] == [400, 200]


def test_only_embedded_inter() -> None:
    for font in fonts(painted()):
        assert "+Inter-" in str(font["/BaseFont"])
        descriptor = font["/FontDescriptor"].get_object()
        assert isinstance(descriptor, pypdf.generic.DictionaryObject)
        assert "/FontFile2" in descriptor


def fonts(data: bytes) -> list[pypdf.generic.DictionaryObject]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    objects = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    found = [o for o in objects if isinstance(o, pypdf.generic.DictionaryObject) and o.get("/Type") == "/Font"]
    assert found
    return found


def test_text_is_found_again() -> None:
    reader = pypdf.PdfReader(io.BytesIO(painted()))
    assert "Hyvä 55 % ▲△▽▼○□★ → −" in reader.pages[0].extract_text()


def test_what_no_font_has_is_drawn_as_a_box() -> None:
    run = Text(x=5, y=30, text="a漢b", size=12, width=30)
    group = Group(owner="", part="", x=0, y=0, width=90, height=40, items=(run,))
    page = PdfPage(picture=Picture(width=100, height=50, groups=(group,)))
    data = paint_pdf([page], title="t", author="", language="en", date=date(2026, 1, 1))
    assert pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().strip() == "a□b"


def test_the_boxes_stay_within_the_width_that_was_laid_out_and_say_what_they_stand_for() -> None:
    run = text_run("شركة AB", 5, 30, 12)
    group = Group(owner="", part="", x=0, y=0, width=90, height=40, items=(run,))
    page = PdfPage(picture=Picture(width=100, height=50, groups=(group,)))
    data = paint_pdf([page], title="t", author="", language="en", date=date(2026, 1, 1))
    content = pypdf.PdfReader(io.BytesIO(data)).pages[0].get_contents()
    assert content is not None
    assert b"/ActualText <feff" + "شركة AB".encode("utf-16-be").hex().encode() + b">" in content.get_data()
    ink = Image.open(io.BytesIO(paint_png(page.picture, 4))).convert("L").point(lambda level: 255 * (level < 128))
    left, _, right, _ = ink.getbbox() or (0, 0, 0, 0)
    assert 5 * 4 <= left < right <= (5 + run.width) * 4 + 1


def test_no_pages_titles_give_no_outline() -> None:
    data = paint_pdf([PdfPage(picture=sample())], title="t", author="", language="en", date=date(2026, 1, 1))
    assert pypdf.PdfReader(io.BytesIO(data)).outline == []
