"""Pictures of the touchpoints as thumbnails, scaled into their frames without bending them; more of them counted."""

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.lanes.cells import Cells, lay_out_cells
from journeymapper.picture.lanes.lane import PAD, Extent, Lane, no_text
from journeymapper.picture.primitives import Group, Image, Primitive, Rect
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.type import baseline, line_height, text_run, text_width

LEAST, MOST = 52.0, 104.0
WIDE_TO_TALL = 4 / 3
TWO_FROM = 84.0
GAP = 3.0
COUNT_SIZE = 8.0


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Images")


def _extent(sheet: Sheet) -> Extent | None:
    return Extent(LEAST, MOST, 0.8) if any(touchpoint.images for _, touchpoint in sheet.touchpoints()) else None


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    def make(column: Column, touchpoint: Touchpoint) -> Group | None:
        return _cell(sheet, column, touchpoint, band) if touchpoint.images else None

    return lay_out_cells(sheet, band, Cells(lane="images", make=make))


def _cell(sheet: Sheet, column: Column, touchpoint: Touchpoint, band: Band) -> Group:
    images = touchpoint.images
    shown = images[: 2 if column.width >= TWO_FROM and len(images) > 1 else 1]
    more = len(images) - len(shown)
    size = max(COUNT_SIZE, sheet.floor)
    room = band.height - 2 * PAD - (line_height(size) if more else 0.0)
    width = min((column.width - 4 - GAP * (len(shown) - 1)) / len(shown), room * WIDE_TO_TALL)
    height = min(room, width / WIDE_TO_TALL)
    left = (column.width - len(shown) * width - GAP * (len(shown) - 1)) / 2
    top = PAD + (room - height) / 2
    items: list[Primitive] = []
    for index, image in enumerate(shown):
        x = left + index * (width + GAP)
        items.append(Rect(x=x, y=top, width=width, height=height, fill=sheet.theme.soft, radius=2))
        items.append(Image(x=x, y=top, width=width, height=height, attachment=image))
    if more:
        count = f"+{sheet.view.language.number(more)}"
        x = (column.width - text_width(count, size, "semibold")) / 2
        items.append(text_run(count, x, baseline(top + height, size), size, "semibold", sheet.theme.sub))
    number = sheet.view.language.plural("{n} image", "{n} images", len(images))
    return Group(
        owner=touchpoint.id, part="images", x=0, y=0, width=column.width, height=band.height,
        items=tuple(items), role="figure", alt=f"{touchpoint.name}: {number}",
    )  # fmt: skip


LANE = Lane(id="images", title=_title, explain=no_text, extent=_extent, lay_out=_lay_out)
