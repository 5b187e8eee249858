"""The map: a journey with its scores, laid out for a window or for pages."""

import msgspec

from journeymapper.analysis.rollups import JourneyRollup, roll_up, shown_score
from journeymapper.analysis.score import Score
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture import columns
from journeymapper.picture.columns import Part, label_width
from journeymapper.picture.heights import bands, least_height
from journeymapper.picture.lanes.lane import Lane, lane_groups
from journeymapper.picture.lanes.order import ALL_LANES
from journeymapper.picture.layout_cache import LayoutCache
from journeymapper.picture.primitives import Group, Picture, Primitive
from journeymapper.picture.scaling import scaled
from journeymapper.picture.sheet import Sheet
from journeymapper.picture.type import fit, text_lines
from journeymapper.picture.view import DEFAULT_LANES, LANES, Detail, MapView

__all__ = [
    "DEFAULT_LANES", "LANES", "Detail", "LayoutCache", "MapView", "least_width", "map_pages", "map_picture",
    "natural_width",
]  # fmt: skip

EMPTY_HEIGHT = 120.0
PAPER = "#FFFFFF"
SCALES = (1.0, 0.92, 0.84, 0.76, 0.7)


def least_width(view: MapView) -> float:
    """The narrowest map on which all touchpoints stand side by side and type keeps its floor."""
    return columns.least_width(columns.parts_of(view.journey))


def natural_width(view: MapView) -> float:
    """The width at which names and values have their natural size: the window's 100 %."""
    return columns.natural_width(columns.parts_of(view.journey))


def map_picture(view: MapView, *, width: float, height: float | None = None, floor: float = 7.0,
                cache: LayoutCache | None = None) -> Picture:  # fmt: skip
    """The whole map in one picture, never narrower than `least_width`; its lanes grow to fill `height`.

    Where the lanes need more height than given, the picture is higher.
    """
    parts = columns.parts_of(view.journey)
    sheet = _sheet(view, parts, max(width, columns.least_width(parts)), floor, True, cache or LayoutCache())
    lanes = _lanes(sheet)
    wanted = least_height(sheet, lanes)
    return _picture(sheet, lanes, wanted if height is None else max(height, wanted))


def map_pages(view: MapView, *, width: float, height: float, floor: float = 7.0,
              cache: LayoutCache | None = None) -> list[Picture]:  # fmt: skip
    """The map page by page, broken at stage borders, a stage wider than a page between cards.

    Where a page is too low the map is drawn smaller, never type below `floor`; lanes that are too high even so
    follow on a page of their own, below the stages.
    """
    kept = LayoutCache() if cache is None else cache
    pages: list[Picture] = []
    for number, parts in enumerate(columns.pages_of(view.journey, width)):
        for factor in SCALES:
            sheet = _sheet(view, parts, width / factor, floor / factor, number == 0, kept)
            lanes = _lanes(sheet)
            if least_height(sheet, lanes) <= height / factor:
                break
        page_lanes = _by_height(sheet, lanes, height / factor)
        drawn = [scaled(_picture(sheet, each, height / factor), factor) for each in page_lanes]
        pages += [msgspec.structs.replace(each, ground=PAPER) for each in drawn]
    return pages


def _by_height(sheet: Sheet, lanes: list[Lane], height: float) -> list[list[Lane]]:
    """The lanes page by page: as many as fit, the stages again on each page."""
    if least_height(sheet, lanes) <= height:
        return [lanes]
    again = [lane for lane in lanes if lane.id == "stages"]
    pages: list[list[Lane]] = []
    page = list(again)
    for lane in lanes:
        if lane.id == "stages":
            continue
        if len(page) > len(again) and least_height(sheet, [*page, lane]) > height:
            pages.append(page)
            page = list(again)
        page.append(lane)
    return [*pages, page]


def _lanes(sheet: Sheet) -> list[Lane]:
    wanted = [ALL_LANES[key] for key in dict.fromkeys(sheet.view.lanes) if key in ALL_LANES]
    return [lane for lane in wanted if lane.extent(sheet) is not None]


def _sheet(view: MapView, parts: list[Part], width: float, floor: float, first: bool, cache: LayoutCache) -> Sheet:
    left = label_width(width)
    spans, places = columns.place(parts, left, width)
    facts = cache.kept(
        ("facts", view.journey.id), (view.project, view.journey, view.scores), (), lambda: _facts(view)
    )  # fmt: skip
    shown, points, rollup = facts
    return Sheet(
        view=view, spans=tuple(spans), columns=tuple(places), left=left, right=width, floor=floor, first=first,
        cache=cache, shown=shown, points=points, rollup=rollup,
    )  # fmt: skip


Facts = tuple[dict[str, Score], dict[str, tuple[MeasurementPoint, ...]], JourneyRollup]


def _facts(view: MapView) -> Facts:
    """The score shown large and the points of each touchpoint, and the rollup."""
    points: dict[str, tuple[MeasurementPoint, ...]] = {}
    for point in view.project.ordered_points():
        if point.anchor.kind == "touchpoint":
            points[point.anchor.id] = (*points.get(point.anchor.id, ()), point)
    scores = {
        key: shown_score(view.project, view.journey.touchpoints[key], view.scores)
        for key in view.journey.touchpoints
        if key in points
    }
    shown = {key: score for key, score in scores.items() if score is not None}
    return shown, points, roll_up(view.project, view.journey, view.scores)


def _picture(sheet: Sheet, lanes: list[Lane], height: float) -> Picture:
    if not sheet.spans:
        return _empty(sheet, height)
    groups: list[Group] = []
    for lane, band in zip(lanes, bands(sheet, lanes, height), strict=True):
        groups += lane_groups(lane, sheet, band)
    return Picture(width=sheet.right, height=height, groups=tuple(groups), ground=sheet.theme.ground)


def _empty(sheet: Sheet, height: float) -> Picture:
    """A journey without stages says so."""
    tall = max(height, EMPTY_HEIGHT)
    words = fit(
        sheet.view.language.text("No stages yet"), sheet.right - 20, 40, 14, "medium", sheet.reader, sheet.floor
    )
    items: list[Primitive] = list(
        text_lines(words, 10, tall / 2 - 10, "medium", sheet.theme.sub, centred=sheet.right - 20)
    )
    group = Group(
        owner=sheet.view.journey.id, part="empty", x=0, y=0, width=sheet.right, height=tall, items=tuple(items)
    )
    return Picture(width=sheet.right, height=tall, groups=(group,), ground=sheet.theme.ground)
