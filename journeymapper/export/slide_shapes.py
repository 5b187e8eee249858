"""A picture as native PowerPoint shapes: rectangles, discs, freeforms and editable text, a group for each element."""

from typing import TYPE_CHECKING, Any

import msgspec

from journeymapper.export.xml_text import clean
from journeymapper.picture.primitives import Ellipse, Group, Path, Picture, Primitive, Rect, Text

if TYPE_CHECKING:
    from pptx.slide import Slide

EMU = 12700
DRAWN = "http://schemas.openxmlformats.org/presentationml/2006/main"
SMOOTH = 6
"""Straight pieces for a curve."""


class Canvas(msgspec.Struct, frozen=True):
    """A slide and the room on it: x, y, width, height in points."""

    slide: "Slide"
    room: tuple[float, float, float, float]


class _Pen(msgspec.Struct, frozen=True):
    """Where a picture's units are on the slide."""

    scale: float
    left: float
    top: float

    def at(self, x: float, y: float) -> tuple[int, int]:
        return round((self.left + x * self.scale) * EMU), round((self.top + y * self.scale) * EMU)

    def long(self, length: float) -> int:
        return max(1, round(length * self.scale * EMU))


def draw(canvas: Canvas, picture: Picture) -> None:
    """Draw a picture as large as the room allows, in its middle.

    The library looks through the whole slide for a free number at each shape; so each group is made on a slide that
    is empty, then moved and numbered.
    """
    from pptx import Presentation

    x, y, width, height = canvas.room
    scale = min(width / picture.width, height / picture.height)
    pen = _Pen(scale, x + (width - picture.width * scale) / 2, y)
    aside = Presentation()
    empty = aside.slides.add_slide(aside.slide_layouts[6])
    tree = canvas.slide.shapes._spTree
    number = max(int(each) for each in tree.xpath("//@id") if str(each).isdigit())
    for group in picture.groups:
        drawn = _group(empty, pen, group)
        for name in drawn.iter(f"{{{DRAWN}}}cNvPr"):
            number += 1
            name.set("id", str(number))
        if len(drawn) > 2:  # more than its own properties
            tree.append(drawn)


def _group(slide: "Slide", pen: _Pen, group: Group) -> Any:
    """A group's element, taken off the slide that it was made on."""
    shapes: Any = slide.shapes.add_group_shape().shapes
    for item in group.items:
        _item(shapes, pen, item, group.x, group.y)
    element = shapes._grpSp
    element.getparent().remove(element)
    name = element.nvGrpSpPr.cNvPr
    name.set("name", clean(group.alt[:80] or group.part or "map"))
    if group.alt:
        name.set("descr", clean(group.alt))
    return element


def _item(shapes: Any, pen: _Pen, item: Primitive, dx: float, dy: float) -> None:
    if isinstance(item, Rect):
        _rect(shapes, pen, item, dx, dy)
    elif isinstance(item, Ellipse):
        _ellipse(shapes, pen, item, dx, dy)
    elif isinstance(item, Path):
        _path(shapes, pen, item, dx, dy)
    elif isinstance(item, Text) and item.text.strip():
        _text(shapes, pen, item, dx, dy)


def _rect(shapes: Any, pen: _Pen, item: Rect, dx: float, dy: float) -> None:
    from pptx.enum.shapes import MSO_SHAPE

    kind = MSO_SHAPE.ROUNDED_RECTANGLE if item.radius else MSO_SHAPE.RECTANGLE
    shape = shapes.add_shape(kind, *pen.at(item.x + dx, item.y + dy), pen.long(item.width), pen.long(item.height))
    if item.radius:
        shape.adjustments[0] = min(0.5, item.radius / max(0.1, min(item.width, item.height)))
    _paint(shape, pen, item.fill, item.stroke, item.stroke_width, bool(item.dash))


def _ellipse(shapes: Any, pen: _Pen, item: Ellipse, dx: float, dy: float) -> None:
    from pptx.enum.shapes import MSO_SHAPE

    place = pen.at(item.x - item.rx + dx, item.y - item.ry + dy)
    shape = shapes.add_shape(MSO_SHAPE.OVAL, *place, pen.long(2 * item.rx), pen.long(2 * item.ry))
    _paint(shape, pen, item.fill, item.stroke, item.stroke_width, dashed=False)


def _path(shapes: Any, pen: _Pen, item: Path, dx: float, dy: float) -> None:
    """Each piece of the path; curves are drawn as short straight lines."""
    pieces = [piece for piece in _pieces(item) if len(piece) > 1]
    if not pieces:
        return
    (x, y), *rest = [pen.at(a + dx, b + dy) for a, b in pieces[0]]
    builder = shapes.build_freeform(x, y)
    builder.add_line_segments(rest, close=bool(item.fill))
    for piece in pieces[1:]:
        (x, y), *rest = [pen.at(a + dx, b + dy) for a, b in piece]
        builder.move_to(x, y)
        builder.add_line_segments(rest, close=bool(item.fill))
    _paint(builder.convert_to_shape(), pen, item.fill, item.stroke, item.stroke_width, bool(item.dash))


def _pieces(item: Path) -> list[list[tuple[float, float]]]:
    pieces: list[list[tuple[float, float]]] = []
    for name, *numbers in item.steps:
        values = [float(number) for number in numbers]
        if name == "M":
            pieces.append([(values[0], values[1])])
        elif name == "L":
            pieces[-1].append((values[0], values[1]))
        elif name == "C":
            pieces[-1] += _curve(pieces[-1][-1], values)
    return pieces


def _curve(start: tuple[float, float], values: list[float]) -> list[tuple[float, float]]:
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, values
    points = []
    for step in range(1, SMOOTH + 1):
        t = step / SMOOTH
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def _text(shapes: Any, pen: _Pen, item: Text, dx: float, dy: float) -> None:
    """One run in a box of its own: where it stood, not wrapped, without margins."""
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Pt

    tall = item.size * 1.3
    place = pen.at(item.x + dx, item.y + dy - item.size * 1.0)
    box = shapes.add_textbox(*place, pen.long(item.width * 1.06 + 1), pen.long(tall))
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.TOP
    run = frame.paragraphs[0].add_run()
    run.text = clean(item.text)
    run.font.size = Pt(max(1, round(item.size * pen.scale, 1)))
    run.font.bold = item.weight in ("semibold", "bold")
    run.font.color.rgb = _colour(item.fill)


def _paint(shape: Any, pen: _Pen, fill: str, stroke: str, width: float, dashed: bool) -> None:
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    style = shape._element.find(f"{{{DRAWN}}}style")
    if style is not None:
        shape._element.remove(style)  # a theme's shadows and gradients mean nothing on a map
    if fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = _colour(fill)
    else:
        shape.fill.background()
    if stroke:
        shape.line.color.rgb = _colour(stroke)
        shape.line.width = Pt(max(0.25, width * pen.scale))
        if dashed:
            shape.line.dash_style = MSO_LINE.DASH
    else:
        shape.line.fill.background()


def _colour(value: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor(*bytes.fromhex(value.removeprefix("#")))  # type: ignore[no-untyped-call]  # the library's own
