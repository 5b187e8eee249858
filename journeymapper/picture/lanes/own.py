"""The lanes that the team made: a text, a number or a rating (● ● ○ ○ ○) at each touchpoint."""

from collections.abc import Callable

import msgspec

from journeymapper.model.journey import Journey, OwnLane, Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.lanes.cells import Cells, Values, lay_out_cells
from journeymapper.picture.lanes.lane import PAD, Extent, Lane, no_text
from journeymapper.picture.lanes.paragraphs import Paragraph
from journeymapper.picture.lanes.written import Written, written_lane
from journeymapper.picture.primitives import Ellipse, Group, Primitive
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.type import fit, text_lines

NUMBER_SIZE = 11.0
BEST = 5
DISC, STEP = 3.4, 9.5


def lanes_of(journey: Journey) -> dict[str, Lane]:
    """The lane of each own lane, by its id."""
    return {key: _lane(own) for key, own in journey.own_lanes.items()}


def own_value(sheet: Sheet, lane: str, touchpoint: str) -> str:
    """What the team wrote; empty for nothing."""
    return sheet.view.journey.own_values.get(lane, {}).get(touchpoint, "")


def _lane(own: OwnLane) -> Lane:
    if own.kind == "text":
        lane = written_lane(
            Written(
                id=own.id, title=lambda _: own.name, explain=no_text,
                write=lambda sheet, touchpoint: _paragraphs(own_value(sheet, own.id, touchpoint.id)),
                also=lambda sheet, touchpoint: (own_value(sheet, own.id, touchpoint.id),),
                fields=_fields(own),
            )
        )  # fmt: skip
        written = lane.extent
        return msgspec.structs.replace(lane, extent=lambda sheet: written(sheet) or _extent(sheet))
    draw = _number if own.kind == "number" else _rating
    return Lane(
        id=own.id, title=lambda _: own.name, explain=no_text, extent=_extent,
        lay_out=lambda sheet, band: _lay_out(sheet, band, own, draw),
    )  # fmt: skip


def _fields(own: OwnLane) -> tuple[str, ...]:
    """The name by which a comparison calls what the lane says."""
    return (f"own_values/{own.id}",)


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph(text),) if text.strip() else ()


def _extent(sheet: Sheet) -> Extent | None:
    """A lane that the team added is shown before it says anything: it has to be written into."""
    return Extent(26, 34, 0.2) if sheet.touchpoints() else None


Draw = Callable[[Sheet, str, float, float], list[Primitive]]


def _lay_out(sheet: Sheet, band: Band, own: OwnLane, draw: Draw) -> list[Group]:
    def also(touchpoint: Touchpoint) -> Values:
        return (own_value(sheet, own.id, touchpoint.id),)

    def make(column: Column, touchpoint: Touchpoint) -> Group:
        value = own_value(sheet, own.id, touchpoint.id)
        items = draw(sheet, value, column.width, band.height) if value else []
        alt = f"{touchpoint.name}: {own.name} {value}" if value else ""
        return Group(
            owner=touchpoint.id, part=own.id, x=0, y=0, width=column.width, height=band.height,
            items=tuple(items), role="cell" if value else "", alt=alt,
        )  # fmt: skip

    shape = (own.name, own.kind)
    return lay_out_cells(sheet, band, Cells(lane=own.id, also=also, make=make, fields=_fields(own), shape=shape))


def _number(sheet: Sheet, value: str, width: float, height: float) -> list[Primitive]:
    words = fit(_written(sheet, value), width - 4, height - PAD, NUMBER_SIZE, "semibold", sheet.reader, sheet.floor, 1)
    return [*text_lines(words, 2, (height - words.height) / 2, "semibold", sheet.theme.ink, centred=width - 4)]


def _written(sheet: Sheet, value: str) -> str:
    """A number as the reader's language writes it; as it stands where it is none."""
    try:
        digits = len(value.partition(".")[2]) if "e" not in value.lower() else 2
        return sheet.view.language.number(float(value), min(digits, 6))
    except ValueError:
        return value


def _rating(sheet: Sheet, value: str, width: float, height: float) -> list[Primitive]:
    theme = sheet.theme
    filled = int(value) if value.isdecimal() else 0
    step = min(STEP, (width - 2 * DISC - 4) / (BEST - 1))
    first = width / 2 - step * (BEST - 1) / 2
    return [
        Ellipse(
            x=first + step * index, y=height / 2, rx=DISC, ry=DISC, fill=theme.accent if index < filled else theme.card,
            stroke=theme.accent, stroke_width=1.1,
        )
        for index in range(BEST)
    ]  # fmt: skip
