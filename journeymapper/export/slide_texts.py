"""Tables and words of slides: native, editable, in type that a room can read."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from journeymapper.export.blocks import STRIP, Block, Drawing, Grid, Words
from journeymapper.export.xml_text import clean
from journeymapper.language.units import format_gap, format_target, format_value
from journeymapper.model.journey import Journey, Stage
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content, measure_name, starred
from journeymapper.report.verdict_words import verdict_text

if TYPE_CHECKING:
    from pptx.slide import Slide

EMU = 12700
TEXT, LEAST_TEXT, LARGEST_WORDS = 11.0, 7.0, 14.0
LETTER = 0.5
"""About how wide a letter is, in its size."""
ROW = 2.1
"""How high a row of one line is, in its size."""
COLUMNS = 3
Room = tuple[float, float, float, float]


def told(blocks: Sequence[Block]) -> Iterator[Words]:
    """What the words of a part say, also those beside a drawn mark; charts are left out, tables stand by themselves."""
    for block in blocks:
        if isinstance(block, Words):
            yield block
        elif isinstance(block, Drawing):
            group = block.picture.groups[0]
            if group.role in ("heading", "paragraph") and group.part not in STRIP:
                yield Words(block.alt, heading=group.role == "heading")


def stage_grid(content: Content, journey: Journey, stage: Stage) -> Grid:
    """A row for each figure of a stage, and for each touchpoint that has none."""
    text = content.language.text
    rows: list[tuple[str, ...]] = []
    for key in stage.touchpoints:
        touchpoint = journey.touchpoints[key]
        points = list(content.project.points_on("touchpoint", key))
        rows += [(starred(touchpoint), *_figure(content, point), touchpoint.owner) for point in points]
        if not points:
            reason = touchpoint.not_measured_because
            said = text("○ deliberately not measured: {reason}", reason=reason) if reason else text("○ not measured")
            rows.append((starred(touchpoint), "", "", "", "", "", said, touchpoint.owner))
    titles = (text("Touchpoint"), text("Metric"), text("Value"), text("Target"), text("Gap"), text("n"),
              text("Verdict"), text("Owner"))  # fmt: skip
    return Grid(titles, tuple(rows))


def _figure(content: Content, point: MeasurementPoint) -> tuple[str, ...]:
    """Metric, value, target, gap, n and verdict of a point."""
    language, metric, score = content.language, content.metric(point), content.score(point)
    shown = score.shown and score.value is not None
    return (
        measure_name(content, point),
        format_value(language, metric, score.value or 0.0) if shown else "",
        "" if score.target is None else format_target(language, metric, score.target),
        format_gap(language, metric, score.gap) if shown and score.gap is not None else "",
        language.number(score.n) if shown and score.n is not None else "",
        verdict_text(language, score),
    )


def table(slide: "Slide", grid: Grid, room: Room, *, plain: bool) -> float:
    """A native table, its columns as wide as their texts are long, its type as large as fits; returns its height.

    Without a client's template it is `plain`: the product's one accent instead of the library's blue bands.
    """
    from pptx.util import Emu

    longest = [max(len(row[place]) for row in (grid.titles, *grid.rows)) for place in range(len(grid.titles))]
    lengths = [max(7, min(40, length)) for length in longest]
    size = max(LEAST_TEXT, min(TEXT, 1.9 * room[2] / sum(lengths)))
    widths = [room[2] * length / sum(lengths) for length in lengths]
    heights = [ROW * size + 1.2 * size * (_lines(row, widths, size) - 1) for row in (grid.titles, *grid.rows)]
    place = (Emu(round(value * EMU)) for value in (*room[:3], sum(heights)))
    made: Any = slide.shapes.add_table(len(grid.rows) + 1, max(1, len(grid.titles)), *place).table
    for number, width in enumerate(widths):
        made.columns[number].width = Emu(round(width * EMU))
    for number, (row, height) in enumerate(zip((grid.titles, *grid.rows), heights, strict=True)):
        made.rows[number].height = Emu(round(height * EMU))
        for column, text in enumerate(row):
            _cell(made.cell(number, column), text, size, bold=number == 0 or column == 0)
            if plain:
                _colour(made.cell(number, column), head=number == 0, odd=number % 2 == 1)
    return float(sum(heights)) + 12


def _lines(row: Sequence[str], widths: Sequence[float], size: float) -> int:
    """About how many lines the fullest cell of a row takes."""
    pairs = zip(row, widths, strict=True)
    return max(1, *(ceil(len(text) * LETTER * size / max(1.0, width - 8)) for text, width in pairs))


def _cell(cell: Any, text: str, size: float, *, bold: bool) -> None:
    from pptx.util import Pt

    cell.text_frame.text = clean(text)
    cell.margin_left = cell.margin_right = Pt(3)
    cell.margin_top = cell.margin_bottom = Pt(2)
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold


def _colour(cell: Any, *, head: bool, odd: bool) -> None:
    from pptx.dml.color import RGBColor

    def rgb(value: str) -> Any:
        return RGBColor(*bytes.fromhex(value.removeprefix("#")))  # type: ignore[no-untyped-call]  # the library's own

    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(LIGHT.accent if head else LIGHT.card if odd else LIGHT.ground)
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.color.rgb = rgb(LIGHT.on_accent if head else LIGHT.ink)


def columns(slide: "Slide", words: Sequence[Words], room: Room) -> None:
    """Words below their headings, side by side where there are several lists, in type that lets all of them in."""
    lists: list[list[Words]] = []
    for each in words:
        if not lists or (each.heading and len(lists) < COLUMNS):
            lists.append([])
        lists[-1].append(each)
    x, y, width, height = room
    each_wide = (width - 18 * (len(lists) - 1)) / len(lists)
    size = LARGEST_WORDS
    while size > LEAST_TEXT and max(_height(some, each_wide, size) for some in lists) > height:
        size -= 0.5
    for number, some in enumerate(lists):
        _box(slide, some, (x + number * (each_wide + 18), y, each_wide, height), size)


def _height(words: Sequence[Words], width: float, size: float) -> float:
    """About how high the words stand."""
    per_line = max(1.0, (width - 16) / (LETTER * size))
    return 8 + sum(1.2 * size * ceil(max(1, len(each.text)) / per_line) + 0.35 * size for each in words)


def _box(slide: "Slide", words: Sequence[Words], room: Room, size: float) -> None:
    from pptx.util import Emu, Pt

    frame = slide.shapes.add_textbox(*(Emu(round(value * EMU)) for value in room)).text_frame
    frame.word_wrap = True
    for number, each in enumerate(words):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = clean(each.text)
        paragraph.font.size, paragraph.font.bold = Pt(size), each.heading
        paragraph.space_after = Pt(0.35 * size)
