"""The screen's painter against the printer's: the same picture through Qt and through PDF, letter by letter."""

import io
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path as File

import numpy as np
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter

from journeymapper.desktop.canvas import painter as painter_of
from journeymapper.desktop.canvas.layout import MapLayout
from journeymapper.desktop.canvas.painter import paint_group
from journeymapper.desktop.opening import Documents
from journeymapper.desktop.view import View
from journeymapper.paint.png import paint_png
from journeymapper.picture.primitives import Ellipse, Group, Path, Picture, Primitive, Rect, Text
from journeymapper.picture.primitives import Image as Drawn
from journeymapper.picture.type import text_run, text_width
from tests.desktop.conftest import SAMPLES

SCALE = 4
ROW, WIDTH = 24.0, 320.0
NEAR = 0.5 * SCALE
STRANGE = "\N{RUNIC LETTER FEHU FEOH FE F}"
BLOCKS = "Journey Test Blocks"


def by_qt(picture: Picture, attachments: Mapping[str, bytes] = {}) -> NDArray[np.bool_]:
    """Where there is ink, in pixels of a quarter of a unit."""
    image = QImage(round(picture.width * SCALE), round(picture.height * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor(picture.ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    for group in picture.groups:
        paint_group(painter, group, SCALE, attachments)
    painter.end()
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)
    return np.asarray(pixels[:, :, :3].min(axis=2) < 128)


def by_pdf(picture: Picture, attachments: Mapping[str, bytes] = {}) -> NDArray[np.bool_]:
    """The same on paper."""
    pixels = np.asarray(Image.open(io.BytesIO(paint_png(picture, SCALE, attachments))).convert("RGB"))
    return np.asarray(pixels.min(axis=2) < 128)


def rows_of(items: list[Primitive]) -> Picture:
    """One item a row, each in a group of its own that stands at a fraction of a unit."""
    groups = tuple(
        Group(owner=str(n), part="row", x=3.3, y=n * ROW + 0.4, width=WIDTH - 6, height=ROW - 1, items=(item,))
        for n, item in enumerate(items)
    )
    return Picture(width=WIDTH, height=ROW * len(items), groups=groups, ground="#FFFFFF")


def box(ink: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    down, across = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return int(across[0]), int(down[0]), int(across[-1]), int(down[-1])


def assert_alike(items: list[Primitive]) -> None:
    picture = rows_of(items)
    screen, paper = by_qt(picture), by_pdf(picture)
    assert screen.shape == paper.shape
    edges = [round(n * ROW * SCALE) for n in range(len(items) + 1)]
    for item, (top, bottom) in zip(items, pairwise(edges), strict=True):
        on_screen, on_paper = box(screen[top:bottom]), box(paper[top:bottom])
        assert max(abs(a - b) for a, b in zip(on_screen, on_paper, strict=True)) <= NEAR, (item, on_screen, on_paper)


def run(text: str, size: float, weight: str) -> Text:
    width = text_width(text, size, weight)  # type: ignore[arg-type]  # one of the four weights
    return Text(x=1.7, y=16.2, text=text, size=size, width=width, weight=weight, fill="#000000")  # type: ignore[arg-type]


@pytest.mark.parametrize("weight", ["regular", "medium", "semibold", "bold"])
def test_letters_stand_where_the_printer_puts_them(weight: str) -> None:
    texts = ("Change of dates", "AVATAR To. WAY 11:17", "Äänekoski – Öljy", "4,3 ▲ −35 %", "fi ffi œ ß", "▽ 61–69")
    assert_alike([run(text, size, weight) for text in texts for size in (7.0, 9.5, 11.5, 15.0)])


def test_every_text_of_the_sample_s_map_stands_where_it_is_printed(view: View, documents: Documents) -> None:
    session = documents.sample(SAMPLES / "drainage_renovation.jmap", view)
    items = [item for group in MapLayout(session).picture(session.project).groups for item in group.items]
    texts = {(item.text, item.size, item.weight) for item in items if isinstance(item, Text) and item.text.strip()}
    fitting = [run(*each) for each in sorted(texts) if text_width(*each) < WIDTH - 12]
    assert len(fitting) > 60
    assert_alike(list(fitting[:200]))


def test_the_width_that_the_layout_measured_is_the_width_on_the_screen() -> None:
    short, long = run("mm", 11.5, "semibold"), run("m" * 20, 11.5, "semibold")
    ends = [box(by_qt(rows_of([words])))[2] for words in (short, long)]
    assert (ends[1] - ends[0]) / SCALE == pytest.approx(long.width - short.width, abs=0.5)


def test_shapes_stand_where_they_are_printed() -> None:
    ring = (("M", 4.0, 4.0), ("C", 30.0, 0.0, 60.0, 20.0, 90.0, 8.0), ("L", 60.0, 18.0), ("Z",))
    assert_alike(
        [
            Rect(x=2.2, y=2.6, width=80.3, height=15.1, fill="#000000"),
            Rect(x=2.2, y=2.6, width=80.3, height=15.1, stroke="#000000", stroke_width=1.5, radius=6),
            Rect(x=2.2, y=2.6, width=80.3, height=15.1, stroke="#000000", dash=(4, 3)),
            Ellipse(x=30.0, y=10.0, rx=12.5, ry=7.25, fill="#000000"),
            Path(steps=ring, stroke="#000000", stroke_width=2),
            Path(steps=ring, fill="#000000"),
        ]
    )


def test_tiny_text_is_left_out_when_zoomed_far_away() -> None:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    before = image.copy()
    painter = QPainter(image)
    group = Group(owner="", part="", x=0, y=0, width=50, height=20, items=(run("words", 9.5, "regular"),))
    paint_group(painter, group, 0.1)
    painter.end()
    assert image == before


def test_an_image_is_painted_into_its_box_as_it_is_printed() -> None:
    data = io.BytesIO()
    Image.new("RGB", (40, 20), "#000000").save(data, "PNG")
    item = Drawn(x=4.0, y=2.0, width=30.0, height=18.0, attachment="a.png")
    group = Group(owner="t", part="images", x=3.3, y=1.4, width=60, height=22, items=(item,))
    picture = Picture(width=80, height=ROW, groups=(group,), ground="#FFFFFF")
    attachments = {"a.png": data.getvalue()}
    on_screen, on_paper = box(by_qt(picture, attachments)), box(by_pdf(picture, attachments))
    assert max(abs(a - b) for a, b in zip(on_screen, on_paper, strict=True)) <= NEAR


@pytest.mark.parametrize("attachments", [{}, {"a.png": b"no image"}])
def test_an_image_that_is_missing_or_damaged_leaves_its_box(attachments: dict[str, bytes]) -> None:
    item = Drawn(x=4.0, y=2.0, width=30.0, height=18.0, attachment="a.png")
    group = Group(owner="t", part="images", x=3.3, y=1.4, width=60, height=22, items=(item,))
    assert not by_qt(Picture(width=80, height=ROW, groups=(group,), ground="#FFFFFF"), attachments).any()


@pytest.fixture
def one_letter(tmp_path: File, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The first of the system's fonts after Inter has one letter that Inter lacks, a block three ems wide."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 700), (3000, 700), (3000, 0)):
        pen.lineTo(corner)
    pen.closePath()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "block"])
    made.setupCharacterMap({ord(STRANGE): "block"})
    made.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "block": pen.glyph()})
    made.setupHorizontalMetrics({".notdef": (500, 0), "block": (3000, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": BLOCKS, "styleName": "Regular"})
    made.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    made.setupPost()
    made.save(tmp_path / "blocks.ttf")
    known = QFontDatabase.addApplicationFont(str(tmp_path / "blocks.ttf"))
    assert known >= 0
    font = QFont(painter_of._system_font("regular"))
    font.setFamilies(["Inter", BLOCKS])
    monkeypatch.setattr(painter_of, "_system_font", lambda _: font)
    painter_of._natural_width.cache_clear()
    yield
    painter_of._natural_width.cache_clear()
    QFontDatabase.removeApplicationFont(known)


@pytest.mark.usefixtures("one_letter")
def test_a_letter_that_inter_lacks_comes_from_another_font_and_keeps_within_its_room() -> None:
    words = text_run(STRANGE, 1.7, 16.2, 11.5)
    left, _, right, _ = box(ink := by_qt(rows_of([words])))
    assert ink[round(15 * SCALE), round((3.3 + 1.7 + words.width / 2) * SCALE)]  # the block, where there would be a box
    assert (right - left) / SCALE == pytest.approx(words.width, abs=0.6)


def test_text_of_another_script_is_no_wider_than_was_laid_out() -> None:
    for text in ("زيارة الموقع", "שיחת טלפון", "お客様への見積書", "👩‍👩‍👧 käynti"):
        words = text_run(text, 1.7, 16.2, 11.5)
        if (ink := by_qt(rows_of([words]))).any():
            assert box(ink)[2] <= (3.3 + 1.7 + words.width) * SCALE + 2
