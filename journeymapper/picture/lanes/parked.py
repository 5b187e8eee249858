"""The parking lot: a tray of touchpoints that are in no stage yet."""

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.fading import faded
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.icon_choice import touchpoint_icon
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.primitives import Group, Primitive, Rect
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import icon, star
from journeymapper.picture.theme import NAME
from journeymapper.picture.type import fit, line_height, text_lines

NARROWEST, WIDEST, GAP = 104.0, 150.0, 6.0
ICON, INSET = 12.0, 6.0
NAME_LINES = 3
TALLEST = 64.0


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Parking lot")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("no place yet")


def _parked(sheet: Sheet) -> list[Touchpoint]:
    journey = sheet.view.journey
    return [journey.touchpoints[key] for key in journey.parked if key in journey.touchpoints] if sheet.first else []


def _grid(sheet: Sheet, count: int) -> tuple[int, float]:
    """Cards in a row, and the width of each."""
    room = sheet.right - sheet.left - PAD
    across = max(1, min(count, int((room + GAP) / (NARROWEST + GAP))))
    return across, max(1.0, min(WIDEST, (room - GAP * (across - 1)) / across))


def _card_height(sheet: Sheet) -> float:
    return NAME_LINES * line_height(max(NAME.size - 1.5, sheet.floor)) + 2 * INSET


def _extent(sheet: Sheet) -> Extent | None:
    count = len(_parked(sheet))
    if not count:
        return None
    across, _ = _grid(sheet, count)
    rows = -(-count // across)
    least = rows * _card_height(sheet) + (rows - 1) * GAP + 2 * PAD
    return Extent(least, least + rows * 12, 0.3)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    parked = _parked(sheet)
    across, width = _grid(sheet, len(parked))
    rows = -(-len(parked) // across)
    height = min(TALLEST, (band.height - 2 * PAD - GAP * (rows - 1)) / rows)
    groups = []
    for index, touchpoint in enumerate(parked):
        x, y = sheet.left + index % across * (width + GAP), band.top + PAD + index // across * (height + GAP)
        groups.append(_card(sheet, touchpoint, (x, y), (width, height)))
    return groups


def _card(sheet: Sheet, touchpoint: Touchpoint, at: tuple[float, float], size: tuple[float, float]) -> Group:
    project = sheet.view.project
    channels = tuple(project.channels.get(key) for key in touchpoint.channels[:1])
    selected, look = touchpoint.id in sheet.selected, sheet.look(touchpoint.id)

    def make() -> Group:
        group = _made(sheet, touchpoint, size)
        return faded(group, sheet.theme) if look.faint else group

    kept = sheet.kept_within(("parked", touchpoint.id), (touchpoint, *channels), (*size, selected, look), make)
    return kept.moved(*at)


def _made(sheet: Sheet, touchpoint: Touchpoint, size: tuple[float, float]) -> Group:
    theme, (width, height) = sheet.theme, size
    selected = touchpoint.id in sheet.selected
    box = Rect(
        x=0.5, y=0.5, width=width - 1, height=height - 1, fill=theme.ground, radius=6,
        stroke=theme.accent if selected else theme.line, stroke_width=1.8 if selected else 1.0,
    )  # fmt: skip
    items: list[Primitive] = [box, icon(touchpoint_icon(sheet.view.project, touchpoint), INSET, INSET, ICON, theme.sub)]
    starred = 14.0 if touchpoint.moment_of_truth else 0.0
    if starred:
        items.append(star(width - INSET - 5, INSET + 6, 11, theme.star))
    left = INSET + ICON + 4
    inner = max(1.0, width - left - INSET - starred)
    name = fit(
        touchpoint.name, inner, height - 2 * INSET, NAME.size - 1.5, "semibold", sheet.content, sheet.floor, NAME_LINES
    )
    items += text_lines(name, left, INSET, "semibold", theme.ink)
    alt = plain_words(touchpoint.name)
    return Group(
        owner=touchpoint.id, part="parked", x=0, y=0, width=width, height=height, items=tuple(items),
        role="figure", alt=alt, tip=alt if name.cut else "",
    )  # fmt: skip


LANE = Lane(id="parked", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out)
