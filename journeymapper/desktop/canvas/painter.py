"""Paints a picture's primitives with Qt: a few lines a primitive, no layout, no wrapping."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from journeymapper.picture.faces import font_path
from journeymapper.picture.letters import foreign
from journeymapper.picture.primitives import Ellipse, Group, Image, Path, Primitive, Rect, Text, Weight
from journeymapper.picture.type import halo_box

SMALLEST_TEXT = 2.5
SYSTEM_SIZE = 32  # pixels; Qt has no fractions of them, so the painter is scaled
WEIGHTS: dict[Weight, QFont.Weight] = {
    "regular": QFont.Weight.Normal, "medium": QFont.Weight.Medium,
    "semibold": QFont.Weight.DemiBold, "bold": QFont.Weight.Bold,
}  # fmt: skip
LARGEST_IMAGE = 1024  # pixels kept of an image that is never shown larger than a card


def paint_group(painter: QPainter, group: Group, scale: float, attachments: Mapping[str, bytes] = {}) -> None:
    """Paint one group where it stands; `scale` is the zoom, below which tiny text is left out."""
    painter.save()
    painter.translate(group.x, group.y)
    for item in group.items:
        if isinstance(item, Image):
            _paint_image(painter, item, attachments.get(item.attachment, b""))
        elif not (isinstance(item, Text) and item.size * scale < SMALLEST_TEXT):
            PAINTERS[type(item)](painter, item)
    painter.restore()


def _paint_rect(painter: QPainter, item: Rect) -> None:
    painter.setPen(_pen(item.stroke, item.stroke_width, item.dash))
    painter.setBrush(_brush(item.fill))
    box = QRectF(item.x, item.y, item.width, item.height)
    if item.radius:
        painter.drawRoundedRect(box, item.radius, item.radius)
    else:
        painter.drawRect(box)


def _paint_path(painter: QPainter, item: Path) -> None:
    painter.setPen(_pen(item.stroke, item.stroke_width, item.dash))
    painter.setBrush(_brush(item.fill))
    painter.drawPath(outline(item.steps))


def _paint_ellipse(painter: QPainter, item: Ellipse) -> None:
    painter.setPen(_pen(item.stroke, item.stroke_width, ()))
    painter.setBrush(_brush(item.fill))
    painter.drawEllipse(QPointF(item.x, item.y), item.rx, item.ry)


def _paint_text(painter: QPainter, item: Text) -> None:
    if item.halo:
        _paint_halo(painter, item)
    painter.setPen(_pen(item.fill, 1.0, ()))
    if foreign(item.text):
        _paint_foreign(painter, item)
        return
    painter.drawGlyphRun(QPointF(item.x, item.y), _glyphs(item.text, item.size, item.weight))


def _paint_foreign(painter: QPainter, item: Text) -> None:
    """Letters that Inter lacks, from the system's fonts: shaped, in their direction, no wider than was laid out."""
    scale = item.size / SYSTEM_SIZE
    squeeze = min(1.0, item.width / (scale * _natural_width(item.text, item.weight) or 1.0))
    painter.save()
    painter.translate(item.x, item.y)
    painter.scale(scale * squeeze, scale)
    painter.setFont(_system_font(item.weight))
    painter.drawText(QPointF(0, 0), item.text)
    painter.restore()


def _paint_image(painter: QPainter, item: Image, data: bytes) -> None:
    """Scaled into its box without bending it; what is missing or no image leaves the box as it is."""
    image = _decoded(data)
    if image.isNull():
        return
    size = image.size().scaled(round(item.width * 8), round(item.height * 8), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF(0, 0, size.width() / 8, size.height() / 8)
    box.moveCenter(QPointF(item.x + item.width / 2, item.y + item.height / 2))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, image)


@lru_cache(maxsize=64)
def _decoded(data: bytes) -> QImage:
    image = QImage.fromData(data)
    longest = max(image.width(), image.height())
    if longest <= LARGEST_IMAGE:
        return image
    return image.scaledToWidth(image.width() * LARGEST_IMAGE // longest, Qt.TransformationMode.SmoothTransformation)


def _paint_halo(painter: QPainter, item: Text) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_brush(item.halo))
    painter.drawRect(QRectF(*halo_box(item)))


PAINTERS: dict[type[Primitive], Callable[[QPainter, object], None]] = {
    Rect: _paint_rect,  # type: ignore[dict-item]  # each painter is called with its own primitive
    Path: _paint_path,  # type: ignore[dict-item]
    Ellipse: _paint_ellipse,  # type: ignore[dict-item]
    Text: _paint_text,  # type: ignore[dict-item]
}


@cache
def _colour(code: str) -> QColor:
    return QColor(code)


@cache
def _brush(fill: str) -> QBrush:
    return QBrush(_colour(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush)


@lru_cache(maxsize=512)
def _pen(stroke: str, width: float, dash: tuple[float, ...]) -> QPen:
    if not stroke or width <= 0:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(_colour(stroke), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern([length / width for length in dash])
    return pen


@lru_cache(maxsize=4096)
def outline(steps: tuple[tuple[str | float, ...], ...]) -> QPainterPath:
    """A path's steps as Qt draws them, in the coordinates of its group."""
    path = QPainterPath()
    for kind, *places in steps:
        numbers = [float(place) for place in places]
        if kind == "M":
            path.moveTo(*numbers)
        elif kind == "L":
            path.lineTo(*numbers)
        elif kind == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path


@lru_cache(maxsize=256)
def _raw_font(weight: Weight, size: float) -> QRawFont:
    """Inter at a size in units of the picture, without hinting: the advances are those of the layout."""
    return QRawFont(str(font_path(weight)), size, QFont.HintingPreference.PreferNoHinting)


@cache
def _system_font(weight: Weight) -> QFont:
    """Inter by its family's name, so that Qt goes on to other fonts for what it lacks."""
    font = QFont("Inter")
    font.setPixelSize(SYSTEM_SIZE)
    font.setWeight(WEIGHTS[weight])
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=4096)
def _natural_width(text: str, weight: Weight) -> float:
    return QFontMetricsF(_system_font(weight)).horizontalAdvance(text)


@lru_cache(maxsize=8192)
def _glyphs(text: str, size: float, weight: Weight) -> QGlyphRun:
    glyphs, places = _placed(text, size, weight)
    run = QGlyphRun()
    run.setRawFont(_raw_font(weight, size))
    run.setGlyphIndexes(glyphs)
    run.setPositions(places)
    return run


def _placed(text: str, size: float, weight: Weight) -> tuple[list[int], list[QPointF]]:
    """Glyphs one after the other by their advances, kerning off as everywhere."""
    font = _raw_font(weight, size)
    glyphs = list(font.glyphIndexesForString(text))
    places, x = [], 0.0
    for advance in font.advancesForGlyphIndexes(glyphs):
        places.append(QPointF(x, 0.0))
        x += advance.x()
    return glyphs, places
