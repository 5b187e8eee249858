"""The map: a journey with its scores, laid out for a window or for pages."""

from collections.abc import Iterator
from itertools import islice

import msgspec

from journeymapper.picture import columns
from journeymapper.picture.background import background_of, style_of
from journeymapper.picture.columns import Column, Part, Span, label_width
from journeymapper.picture.evidence import Supports
from journeymapper.picture.facts import facts_of
from journeymapper.picture.heights import bands, lanes_by_page, least_height, most_height
from journeymapper.picture.lanes.lane import Row, lane_groups, rows_of
from journeymapper.picture.lanes.order import lanes_of
from journeymapper.picture.layout_cache import LayoutCache
from journeymapper.picture.looks import Look, looks_of
from journeymapper.picture.primitives import Group, Picture, Primitive
from journeymapper.picture.scaling import scaled
from journeymapper.picture.sheet import Sheet, Stretch
from journeymapper.picture.type import fit, text_lines
from journeymapper.picture.view import DEFAULT_LANES, LANES, Detail, MapView

__all__ = [
    "DEFAULT_LANES", "LANES", "Detail", "LayoutCache", "MapView", "fitted_map", "least_width", "map_pages",
    "map_picture", "natural_width",
]  # fmt: skip

EMPTY_HEIGHT = 120.0
PAPER = "#FFFFFF"
SCALES = (1.0, 0.92, 0.84, 0.76, 0.7)
SMALLEST = (0.65, 0.6)
LARGER = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44, 0.36)


def least_width(view: MapView) -> float:
    """The narrowest map on which all touchpoints stand side by side and type keeps its floor."""
    return columns.least_width(columns.parts_of(view.journey))


def natural_width(view: MapView) -> float:
    """The width at which names and values have their natural size: the window's 100 %."""
    return columns.natural_width(columns.parts_of(view.journey))


def map_picture(view: MapView, *, width: float, height: float | None = None, floor: float = 7.0,
                fill: bool = True, cache: LayoutCache | None = None) -> Picture:  # fmt: skip
    """The whole map in one picture, never narrower than `least_width`; its lanes grow to fill `height`.

    Where the lanes need more height than given, the picture is higher; unless it is to `fill` the height it is lower
    where they have no use for all of it.
    """
    parts = columns.parts_of(view.journey)
    kept = LayoutCache() if cache is None else cache
    sheet = _sheet(view, parts, max(width, columns.least_width(parts)), floor, True, kept)
    rows = rows_of(lanes_of(view), sheet)
    wanted = least_height(rows)
    given = wanted if height is None else height if fill else min(height, most_height(rows))
    picture = _picture(sheet, rows, max(given, wanted))
    kept.end_turn()
    return picture


def fitted_map(view: MapView, *, width: float, height: float, floor: float = 7.0, largest: float = 1.0,
               cache: LayoutCache | None = None) -> Picture | None:  # fmt: skip
    """The whole map in one picture of that size, as large as it can be; None where type would fall below `floor`.

    `largest` is how much larger than in the window it may be drawn.
    """
    kept = LayoutCache() if cache is None else cache
    parts = columns.parts_of(view.journey)
    for factor in (*_larger(parts, width, largest), *SCALES, *SMALLEST):
        if columns.least_width(parts) > width / factor:
            continue
        sheet = _sheet(view, parts, width / factor, floor / factor, True, kept)
        rows = rows_of(lanes_of(view), sheet)
        if least_height(rows) <= height / factor:
            drawn = scaled(_picture(sheet, rows, height / factor), factor)
            return msgspec.structs.replace(drawn, ground=PAPER)
    return None


def _larger(parts: list[Part], width: float, largest: float) -> list[float]:
    """Factors above 1 by which a map of natural width fills a larger paper, the largest first."""
    most = min(largest, width / columns.natural_width(parts))
    return [most * step for step in LARGER if most * step > 1.02]


def map_pages(view: MapView, *, width: float, height: float, floor: float = 7.0, largest: float = 1.0,
              cache: LayoutCache | None = None) -> list[Picture]:  # fmt: skip
    """The map page by page, broken at stage borders, a stage wider than a page between cards.

    Where a page is too low the map is drawn smaller, never type below `floor`; lanes that are too high even so
    follow on a page of their own, below the stages. On a large paper it is drawn up to `largest` times as large.
    """
    kept = LayoutCache() if cache is None else cache
    whole = columns.parts_of(view.journey)
    if _larger(whole, width, largest):
        picture = fitted_map(view, width=width, height=height, floor=floor, largest=largest, cache=kept)
        if picture is not None:
            kept.end_turn()
            return [picture]
    pages: list[Picture] = []
    for number, parts in enumerate(columns.pages_of(view.journey, width)):
        factor, sheet, lanes = _least_pages(view, parts, (width, height), floor, number == 0, kept)
        drawn = [scaled(_picture(sheet, rows, height / factor), factor) for rows in lanes]
        pages += [msgspec.structs.replace(each, ground=PAPER) for each in drawn]
    kept.end_turn()
    return pages


def _least_pages(view: MapView, parts: list[Part], room: tuple[float, float], floor: float, first: bool,
                 cache: LayoutCache) -> tuple[float, Sheet, list[list[Row]]]:  # fmt: skip
    """The largest scale at which the lanes fill the fewest pages, and the lanes of each page."""
    found: list[tuple[float, Sheet, list[list[Row]]]] = []
    for factor in (*SCALES, *SMALLEST):
        sheet = _sheet(view, parts, room[0] / factor, floor / factor, first, cache)
        pages = lanes_by_page(rows_of(lanes_of(view), sheet), room[1] / factor)
        found.append((factor, sheet, pages))
        if len(pages) == 1:
            break
    return min(found, key=lambda each: len(each[2]))


def _sheet(view: MapView, parts: list[Part], width: float, floor: float, first: bool, cache: LayoutCache) -> Sheet:
    left = label_width(width)
    spans, places = columns.place(parts, left, width)
    facts, looks = facts_of(view, cache), looks_of(view)
    return Sheet(
        view=view, spans=tuple(spans), columns=tuple(places), left=left, right=width, floor=floor, first=first,
        cache=cache, shown=facts.shown, points=facts.points, supports=facts.supports,
        looks=looks, memory={}, selected=frozenset(view.selected),
        stretches=tuple(_stretches(view, (spans, places), facts.supports, looks, cache)),
        style=style_of(view, floor, cache), background=background_of(view, cache), counts=facts.counts,
    )  # fmt: skip


def _stretches(view: MapView, found: tuple[list[Span], list[Column]], supports: Supports,
               looks: dict[str, Look], cache: LayoutCache) -> Iterator[Stretch]:  # fmt: skip
    """The stages that have touchpoints, each with all that its cells have in common to look at; unchanged ones are the
    same as in the picture before."""
    spans, places = found
    left, selected = iter(places), frozenset(view.selected)
    for span in spans:
        columns = [each for each in islice(left, span.part.columns) if each.touchpoint]
        cells = tuple((each, view.journey.touchpoints[each.touchpoint]) for each in columns)
        if cells:
            values = (*(touchpoint for _, touchpoint in cells), *(supports.get(each.touchpoint) for each in columns))
            apart = tuple((t.id, looks[t.id]) for _, t in cells if t.id in looks) if looks else ()
            chosen = tuple(t.id for _, t in cells if t.id in selected) if selected else ()
            yield _kept_stretch(Stretch(span, cells, values, (apart, chosen)), cache)


def _kept_stretch(made: Stretch, cache: LayoutCache) -> Stretch:
    part, span = made.span.part, made.span
    place = (span.x, span.width, len(made.cells), made.looks)
    return cache.kept(("stretch", f"{part.stage.id}/{part.piece}"), (part.stage, *made.values), place, lambda: made)


def _picture(sheet: Sheet, rows: list[Row], height: float) -> Picture:
    if not sheet.spans:
        return _empty(sheet, rows, height)
    groups: list[Group] = []
    for row, band in zip(rows, bands(rows, height), strict=True):
        groups += lane_groups(row.lane, sheet, band)
    return Picture(width=sheet.right, height=height, groups=tuple(groups), ground=sheet.theme.ground)


def _empty(sheet: Sheet, rows: list[Row], height: float) -> Picture:
    """A journey without stages says so, above what else there is: parked cards, actions for the whole journey."""
    below = least_height(rows)
    tall = max(height, EMPTY_HEIGHT + below)
    words = fit(
        sheet.view.language.text("No stages yet"), sheet.right - 20, 40, 14, "medium", sheet.reader, sheet.floor
    )
    top = (tall - below) / 2 - 10
    items: list[Primitive] = list(text_lines(words, 10, top, "medium", sheet.theme.sub, centred=sheet.right - 20))
    groups = [
        Group(
            owner=sheet.view.journey.id, part="empty", x=0, y=0, width=sheet.right, height=tall - below,
            items=tuple(items),
        )
    ]  # fmt: skip
    for row, band in zip(rows, bands(rows, below), strict=True):
        groups += lane_groups(row.lane, sheet, msgspec.structs.replace(band, top=band.top + tall - below))
    return Picture(width=sheet.right, height=tall, groups=tuple(groups), ground=sheet.theme.ground)
