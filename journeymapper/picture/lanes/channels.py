"""The channels as rows of dots: which channel serves which touchpoint, the first of each filled."""

from journeymapper.model.journey import Touchpoint
from journeymapper.model.project import Channel
from journeymapper.picture.columns import Column
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.lanes.cells import Cells, lay_out_cells
from journeymapper.picture.lanes.lane import PAD, Extent, Lane, no_text
from journeymapper.picture.primitives import Ellipse, Group, Primitive
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import line
from journeymapper.picture.type import fit, line_height, text_lines

LEAST_ROW, MOST_ROW = 13.0, 20.0
TEXT_SIZE = 9.0


def _channels(sheet: Sheet) -> list[Channel]:
    """The channels that the journey uses, in the project's order."""
    used = {key for _, touchpoint in sheet.touchpoints() for key in touchpoint.channels}
    project = sheet.view.project
    return [project.channels[key] for key in project.channel_order if key in used and key in project.channels]


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Channels")


def _extent(sheet: Sheet) -> Extent | None:
    count = len(_channels(sheet))
    if not count or not sheet.columns:
        return None
    return Extent(20 + count * LEAST_ROW + PAD, 20 + count * MOST_ROW + PAD, 0.6)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    channels = _channels(sheet)
    row = (band.height - 20 - PAD) / len(channels)
    names = [_row(sheet, channel, 20 + index * row, row, band) for index, channel in enumerate(channels)]
    places = {channel.id: 20 + index * row + row / 2 for index, channel in enumerate(channels)}
    cells = Cells(
        lane="channels", shape=tuple(places.items()),
        also=lambda touchpoint: tuple(sheet.view.project.channels.get(key) for key in touchpoint.channels),
        make=lambda column, touchpoint: _dots(sheet, column, touchpoint, places, band),
    )  # fmt: skip
    return names + lay_out_cells(sheet, band, cells)


def _row(sheet: Sheet, channel: Channel, top: float, row: float, band: Band) -> Group:
    theme = sheet.theme
    name = fit(
        channel.name,
        sheet.left - 2 * PAD,
        max(row, line_height(sheet.floor)),
        TEXT_SIZE,
        "regular",
        sheet.content,
        sheet.floor,
        1,
    )
    alt = plain_words(channel.name)
    items: list[Primitive] = [line(sheet.left, row / 2, sheet.right - PAD, row / 2, theme.soft)]
    items += text_lines(name, PAD, (row - name.height) / 2, "regular", theme.sub)
    return Group(
        owner=channel.id, part="channel", x=0, y=band.top + top, width=sheet.right, height=row, items=tuple(items),
        role="heading", alt=alt, tip=alt if name.cut else "",
    )  # fmt: skip


def _dots(sheet: Sheet, column: Column, touchpoint: Touchpoint, places: dict[str, float], band: Band) -> Group:
    theme, middle = sheet.theme, column.width / 2
    found = [places[key] for key in touchpoint.channels if key in places]
    items: list[Primitive] = []
    if len(found) > 1:
        items.append(line(middle, min(found), middle, max(found), theme.path, 2.0))
    for index, y in enumerate(found):
        fill = theme.card if index else theme.accent
        items.append(Ellipse(x=middle, y=y, rx=3.6, ry=3.6, fill=fill, stroke=theme.accent, stroke_width=1.4))
    names = ", ".join(sheet.view.project.channels[key].name for key in touchpoint.channels if key in places)
    return Group(
        owner=touchpoint.id, part="channels", x=0, y=0, width=column.width, height=band.height,
        items=tuple(items), alt=f"{touchpoint.name}: {names}" if names else "",
    )  # fmt: skip


LANE = Lane(id="channels", title=_title, explain=no_text, extent=_extent, lay_out=_lay_out)
