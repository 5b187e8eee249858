"""The report as PowerPoint slides of native shapes, in the client's own template where one is given."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from journeymapper.export.blocks import Block, Drawing, Grid, Part, Words
from journeymapper.export.slide_shapes import Canvas, draw
from journeymapper.export.xml_text import clean
from journeymapper.model.messages import Refusal
from journeymapper.report.content import Content

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

EMU = 12700
"""English metric units in a point."""
ROWS, TEXT, LEAST_TEXT = 11, 11.0, 7.0
PLAIN = "Journey Mapper"
WIDE = (13.333 * 72, 7.5 * 72)


def slides(content: Content, parts: Sequence[Part], template: bytes | None = None) -> bytes:
    """The bytes of a PPTX: the finding, each map, then a slide or more for each table. Raises Refusal."""
    show = _presentation(template)
    _opening(show, content, parts)
    for part in parts:
        for blocks in _slides_of(part):
            _slide(show, part, blocks)
    written = io.BytesIO()
    show.save(written)
    return written.getvalue()


def _presentation(template: bytes | None) -> "Presentation":
    """The template without its slides, or a plain wide one."""
    from pptx import Presentation
    from pptx.util import Emu

    if template is None:
        show = Presentation()
        show.slide_width, show.slide_height = Emu(round(WIDE[0] * EMU)), Emu(round(WIDE[1] * EMU))
        show.core_properties.keywords = PLAIN
        return show
    try:
        show = Presentation(io.BytesIO(template))
        ids = show.slides._sldIdLst
        for entry in list(ids):
            show.part.drop_rel(entry.rId)
            ids.remove(entry)
        return show
    except Exception as error:
        raise Refusal("The template is not a PowerPoint file that can be read.") from error


def _opening(show: "Presentation", content: Content, parts: Sequence[Part]) -> None:
    """The project's name and what was found."""
    slide = show.slides.add_slide(_layout(show, "title"))
    own = _is_plain(show)
    finding = parts[0].heading.title if parts else ""
    texts = [content.project.name, "\n".join(filter(None, (finding, content.project.client,
                                                         content.language.date(content.date))))]  # fmt: skip
    for number, (holder, text) in enumerate(zip(_holders(slide), texts, strict=False)):
        holder.text_frame.text = clean(text)
        if own:
            _place(holder, (0.06, 0.28 + 0.22 * number, 0.88, 0.2), 36 if number == 0 else 18)
    for holder in _holders(slide)[2:]:
        holder._element.getparent().remove(holder._element)


def _layout(show: "Presentation", kind: str) -> Any:
    """The template's layout for a title slide, or for a title above free space."""
    layouts = list(show.slide_layouts)
    if kind == "title":
        return layouts[0]
    titled = [each for each in layouts if [holder.placeholder_format.idx for holder in _own_holders(each)] == [0]]
    return titled[0] if titled else layouts[-1]


def _own_holders(slide: Any) -> list[Any]:
    """The placeholders but for date, footer and number."""
    return [holder for holder in slide.placeholders if holder.placeholder_format.idx < 10]


def _holders(slide: Any) -> list[Any]:
    return sorted(_own_holders(slide), key=lambda holder: holder.placeholder_format.idx)


def _slides_of(part: Part) -> Iterator[list[Block]]:
    """What stands on each slide of a part: a drawing, or as many rows and words as fit."""
    for block in part.blocks:
        if isinstance(block, Grid):
            for start in range(0, max(1, len(block.rows)), ROWS):
                yield [Grid(block.titles, block.rows[start : start + ROWS])]
        elif isinstance(block, Drawing) and part.section == "map":
            yield [block]
    words: list[Block] = [block for block in part.blocks if isinstance(block, Words) and not block.heading]
    if words and part.section != "map":
        for start in range(0, len(words), ROWS):
            yield words[start : start + ROWS]


def _slide(show: "Presentation", part: Part, blocks: list[Block]) -> None:
    slide = show.slides.add_slide(_layout(show, "free"))
    holders = _holders(slide)
    width, height = (show.slide_width or 1) / EMU, (show.slide_height or 1) / EMU
    top = 0.16 * height
    if holders:
        holders[0].text_frame.text = clean(part.heading.title)
        holders[0].text_frame.word_wrap = True
        size = 24 if len(part.heading.title) < 70 else 18
        if _is_plain(show):
            _place(holders[0], (0.04, 0.03, 0.92, 0.11), size)
        _resize(holders[0], size)
        top = max(0.1 * height, ((holders[0].top or 0) + (holders[0].height or 0)) / EMU + 4)
        if top > 0.35 * height:  # a template whose title stands in the middle
            top = 0.2 * height
    for holder in holders[1:]:
        holder._element.getparent().remove(holder._element)
    room = (0.04 * width, top, 0.92 * width, height - top - 0.06 * height)
    first = blocks[0]
    if isinstance(first, Drawing):
        draw(Canvas(slide, room), first.picture)
    elif isinstance(first, Grid):
        _table(slide, first, room)
    else:
        _words(slide, [block for block in blocks if isinstance(block, Words)], room)


def _is_plain(show: "Presentation") -> bool:
    """Whether no template was given: the library's own is made for narrow slides."""
    return bool(show.core_properties.keywords == PLAIN)


def _place(holder: Any, place: tuple[float, float, float, float], size: float) -> None:
    """Put a placeholder on a part of a wide slide, flush left."""
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Emu

    x, y, width, height = place
    holder.left, holder.top = Emu(round(x * WIDE[0] * EMU)), Emu(round(y * WIDE[1] * EMU))
    holder.width, holder.height = Emu(round(width * WIDE[0] * EMU)), Emu(round(height * WIDE[1] * EMU))
    for paragraph in holder.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    _resize(holder, size)


def _resize(holder: Any, size: float) -> None:
    from pptx.util import Pt

    for paragraph in holder.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)


def _table(slide: "Slide", grid: Grid, room: tuple[float, float, float, float]) -> None:
    """A native table, its columns as wide as their texts are long, its type as large as fits."""
    from pptx.util import Emu, Pt

    x, y, width, height = (Emu(round(value * EMU)) for value in room)
    shape = slide.shapes.add_table(len(grid.rows) + 1, max(1, len(grid.titles)), x, y, width, Emu(round(height * 0.5)))
    table: Any = shape.table
    longest = [max(len(row[place]) for row in (grid.titles, *grid.rows)) for place in range(len(grid.titles))]
    lengths = [max(7, min(40, length)) for length in longest]
    for place, length in enumerate(lengths):
        table.columns[place].width = Emu(round(width * length / sum(lengths)))
    size = max(LEAST_TEXT, min(TEXT, 1.9 * room[2] / sum(lengths)))
    for number, row in enumerate((grid.titles, *grid.rows)):
        for place, text in enumerate(row):
            cell = table.cell(number, place)
            cell.text_frame.text = clean(text)
            cell.margin_left = cell.margin_right = Pt(3)
            cell.margin_top = cell.margin_bottom = Pt(2)
            for paragraph in cell.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(size)
                    run.font.bold = number == 0 or place == 0


def _words(slide: "Slide", words: Sequence[Words], room: tuple[float, float, float, float]) -> None:
    from pptx.util import Emu, Pt

    box = slide.shapes.add_textbox(*(Emu(round(value * EMU)) for value in room))
    frame = box.text_frame
    frame.word_wrap = True
    for number, each in enumerate(words):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = clean(each.text)
        paragraph.font.size = Pt(14)
