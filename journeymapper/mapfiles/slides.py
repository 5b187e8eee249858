"""PowerPoint: the text boxes of each slide as a journey, by their places."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from journeymapper.mapfiles.boxes import MOST_BOXES, Box, read_page
from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.file_bytes import package_names
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.pasted_cells import read_cells
from journeymapper.mapfiles.sketch import Reading, Sketch
from journeymapper.model.messages import Message, Refusal

if TYPE_CHECKING:
    from pptx.slide import Slide

MOST_SLIDES = 300
MOST_SHAPES = 20_000
DEEPEST_GROUP = 20


def read_slides(data: bytes, *, source: str) -> Reading:
    """A journey per slide that has boxes enough; refuses a damaged or hostile file and one without such a slide."""
    if "ppt/presentation.xml" not in package_names(data, source):
        raise Refusal("{file} is no PowerPoint presentation.", file=source)
    try:
        pages = list(_pages(data, source))
    except Refusal:
        raise
    except Exception as error:  # a damaged file fails in any way inside the library
        raise Refusal("{file} is damaged.", file=source) from error
    sketches = tuple(sketch for reading in pages for sketch in reading.sketches)
    if not sketches:
        raise Refusal("{file}: no slide has two text boxes or more.", file=source)
    return Reading(sketches, tuple(message for reading in pages for message in reading.account))


def _pages(data: bytes, source: str) -> Iterator[Reading]:
    from pptx import Presentation

    slides = Presentation(io.BytesIO(data)).slides
    if len(slides) > MOST_SLIDES:
        raise Refusal("{file} has more than {limit} slides.", file=source, limit=MOST_SLIDES)
    for number, slide in enumerate(slides, start=1):
        yield _page(_Shapes(slide, source), number)


class _Shapes:
    """What stands on a slide: its title, boxes, tables, and how much that cannot be read."""

    def __init__(self, slide: "Slide", source: str) -> None:
        self.boxes: list[Box] = []
        self.tables: list[list[list[str]]] = []
        self.left_out = 0
        self._count, self.source = 0, source
        title = slide.shapes.title
        self.title = plain(title.text_frame.text) if title is not None else ""
        self._title_id = title.shape_id if title is not None else -1
        self._take(slide.shapes, (1.0, 1.0, 0.0, 0.0), 0)

    def _take(self, shapes: Iterable[Any], place: tuple[float, float, float, float], depth: int) -> None:
        """Shapes of the slide or of a group, whose own measures `place` turns into the slide's."""
        for shape in shapes:
            self._count += 1
            if self._count > MOST_SHAPES or len(self.boxes) > MOST_BOXES or depth > DEEPEST_GROUP:
                raise Refusal("{file} has too many parts to be a map.", file=self.source)
            if hasattr(shape, "shapes"):
                self._take(shape.shapes, _inside(shape, place), depth + 1)
            elif getattr(shape, "has_table", False):
                self.tables.append([[cell.text for cell in row.cells] for row in shape.table.rows])
            elif shape.has_text_frame and plain(shape.text_frame.text):
                if shape.shape_id != self._title_id:
                    self.boxes.append(_box(shape, place))
            elif not shape.has_text_frame:
                self.left_out += 1


def _inside(group: Any, place: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """How measures inside a group become the slide's: factors and offsets across and down."""
    wide, high, left, top = place
    frame = group._element.xfrm
    if frame is None or frame.chOff is None or frame.chExt is None or not (frame.chExt.cx and frame.chExt.cy):
        return place
    across, down = frame.cx / frame.chExt.cx, frame.cy / frame.chExt.cy
    return (
        wide * across,
        high * down,
        left + wide * (frame.x - frame.chOff.x * across),
        top + high * (frame.y - frame.chOff.y * down),
    )


def _box(shape: Any, place: tuple[float, float, float, float]) -> Box:
    wide, high, left, top = place
    return Box(
        shape.text_frame.text,
        left + wide * (shape.left or 0),
        top + high * (shape.top or 0),
        wide * (shape.width or 0),
        high * (shape.height or 0),
    )


def _page(shapes: _Shapes, number: int) -> Reading:
    """The journeys of one slide: its boxes and each of its tables."""
    found: list[Message] = []
    sketches: list[Sketch] = []
    title = shapes.title
    if len(shapes.boxes) > 1:
        page = read_page(shapes.boxes)
        title = title or page.title
        sketches.append(Sketch(stages=page.stages))
        found += page.account
    for table in shapes.tables:
        reading = read_cells(table, source=shapes.source)
        sketches += reading.sketches
        found += reading.account
    named = (msgspec.structs.replace(one, name=one.name or shortened(title)[0]) for one in sketches)
    return Reading(tuple(named), tuple(_account(number, found, shapes.left_out, empty=not sketches)))


def _account(number: int, found: Sequence[Message], left_out: int, *, empty: bool) -> Iterator[Message]:
    """What was found on a slide under its number, and what was not read."""
    if empty:
        yield Message("Slide {slide} has no boxes of a map and is left out.", {"slide": number})
    elif left_out:
        yield Message(
            "Slide {slide}: {n} picture, arrow or line is not used.",
            {"slide": number, "n": left_out},
            plural="Slide {slide}: {n} pictures, arrows and lines are not used.",
        )
    if found:
        yield Message("On slide {slide}:", {"slide": number})
        yield from found
