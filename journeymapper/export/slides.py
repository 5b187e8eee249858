"""The report as PowerPoint slides of native shapes, in the client's own template where one is given."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from journeymapper.export.blocks import Block, Drawing, Grid, Part, Words
from journeymapper.export.slide_shapes import Canvas, draw
from journeymapper.export.slide_texts import columns, stage_grid, table, told
from journeymapper.export.xml_text import clean
from journeymapper.model.messages import Refusal
from journeymapper.report.content import Content

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

EMU = 12700
"""English metric units in a point."""
ROWS = 11
PLAIN = "Journey Mapper"
WIDE = (13.333 * 72, 7.5 * 72)


def slides(content: Content, parts: Sequence[Part], template: bytes | None = None) -> bytes:
    """The bytes of a PPTX: the finding, each map, then a slide or more for each table. Raises Refusal."""
    show = _presentation(template)
    _opening(show, content, parts)
    stages = iter([(journey, stage) for journey in content.project.ordered_journeys()
                   for stage in journey.ordered_stages() if stage.touchpoints])  # fmt: skip
    for part in parts:
        if part.section == "stages":
            _stage_slides(show, part, stage_grid(content, *next(stages)))
            continue
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


def _stage_slides(show: "Presentation", part: Part, grid: Grid) -> None:
    """A stage's figures as tables; the words of its page are the notes of its first slide."""
    for start in range(0, max(1, len(grid.rows)), ROWS):
        slide = _slide(show, part, [Grid(grid.titles, grid.rows[start : start + ROWS])])
        if not start and (frame := slide.notes_slide.notes_text_frame) is not None:
            frame.text = clean("\n".join(each.text for each in told(part.blocks)))


def _slides_of(part: Part) -> Iterator[list[Block]]:
    """What stands on each slide of a part: a drawing, or as many rows as fit, with few words below the last."""
    words: list[Block] = list(told(part.blocks)) if part.section != "map" else []
    grids = [block for block in part.blocks if isinstance(block, Grid)]
    for block in part.blocks:
        if isinstance(block, Drawing) and part.section == "map":
            yield [block]
    for grid in grids:
        for start in range(0, max(1, len(grid.rows)), ROWS):
            rows = grid.rows[start : start + ROWS]
            last = grid is grids[-1] and start + ROWS >= len(grid.rows)
            below = words if last and len(rows) + len(words) < ROWS else []
            words = [] if below else words
            yield [Grid(grid.titles, rows), *below]
    if words:
        yield words


def _slide(show: "Presentation", part: Part, blocks: list[Block]) -> "Slide":
    slide: Slide = show.slides.add_slide(_layout(show, "free"))
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
    words = [block for block in blocks if isinstance(block, Words)]
    if isinstance(first, Grid):
        used = table(slide, first, room, plain=_is_plain(show))
        room = (room[0], room[1] + used, room[2], room[3] - used)
    if words:
        columns(slide, words, room)
    return slide


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
