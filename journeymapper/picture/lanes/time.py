"""How long it usually takes: a measure over each stage, and the length at each touchpoint below it."""

from journeymapper.model.claims import STAGE_CLAIMS
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Span
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.lanes.asked import asked
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.lanes.paragraphs import Paragraph
from journeymapper.picture.lanes.written import Written, written_cells, written_extent
from journeymapper.picture.primitives import Group, Primitive
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import line
from journeymapper.picture.type import Wrapped, fit, line_height, shared_size, text_lines, text_width

MEASURE = 20.0
TEXT_SIZE = 9.0
TICK = 4.0
LONG = 0.6
"""The share of measures that must have room for their words; the others are cut."""


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Time")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("usual length")


def _write(_: Sheet, touchpoint: Touchpoint) -> tuple[Paragraph, ...]:
    return (Paragraph(touchpoint.length),) if touchpoint.length.strip() else ()


def _written(sheet: Sheet) -> Written:
    measured = "time" in sheet.view.opened or any(span.part.stage.usual_length.strip() for span in sheet.spans)
    return Written(
        id="time", title=_title, explain=_explain, write=_write, claims=("length",), head=MEASURE if measured else 0.0
    )


def _extent(sheet: Sheet) -> Extent | None:
    return written_extent(sheet, _written(sheet))


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    written = _written(sheet)
    measures = [_measure(sheet, span, band) for span in sheet.spans] if written.head else []
    return measures + written_cells(sheet, band, written)


def _measure(sheet: Sheet, span: Span, band: Band) -> Group:
    stage, size = span.part.stage, _measure_size(sheet)

    def make() -> Group:
        if not stage.usual_length.strip():
            return Group(
                owner=stage.id, part="length", x=0, y=0, width=span.width, height=MEASURE + PAD, items=()
            )  # fmt: skip
        theme, middle = sheet.theme, PAD / 2 + MEASURE / 2
        words = _fitted(sheet, span, size, size)
        written = max((text_width(each, words.size, "semibold") for each in words.lines), default=0.0)
        free = (span.width - written) / 2 - 3
        items: list[Primitive] = []
        for start, end in ((1.0, free), (span.width - 1, span.width - free)):
            items.append(line(start, middle - TICK, start, middle + TICK, theme.accent, 1.2))
            if abs(end - start) > TICK:
                items.append(line(start, middle, end, middle, theme.accent, 1.2))
        items += text_lines(words, 0, middle - words.height / 2, "semibold", theme.ink, centred=span.width)
        alt = plain_words(f"{stage.name}: {stage.usual_length}")
        return Group(
            owner=stage.id, part="length", x=0, y=0, width=span.width, height=MEASURE + PAD,
            items=tuple(items), role="cell", alt=alt, tip=alt if words.cut else "",
        )  # fmt: skip

    evidence = sheet.supports.get(stage.id, ())
    key = ("length", f"{stage.id}/{span.part.piece}")
    kept = sheet.kept_within(
        key, (stage, evidence), (span.width, size), lambda: asked(sheet, make(), evidence, STAGE_CLAIMS)
    )  # fmt: skip
    return kept.moved(span.x, band.top)


def _measure_size(sheet: Sheet) -> float:
    """One size for what is written on all measures."""
    written = [span for span in sheet.spans if span.part.stage.usual_length.strip()]
    sizes = (_fitted(sheet, span, TEXT_SIZE, sheet.floor).size for span in written)
    return sheet.once("measures", lambda: shared_size(sizes, max(TEXT_SIZE, sheet.floor), LONG))


def _fitted(sheet: Sheet, span: Span, size: float, floor: float) -> Wrapped:
    room = line_height(max(size, floor))
    return fit(span.part.stage.usual_length, span.width - 4 * TICK, room, size, "semibold", sheet.content, floor, 1)


LANE = Lane(id="time", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out)
