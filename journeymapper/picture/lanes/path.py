"""The path: the happy path as base line, other ways and skips as arcs above it, ways back below, entries and exits."""

from collections.abc import Callable
from itertools import pairwise

from journeymapper.model.journey import Link, LinkKind
from journeymapper.picture.columns import Column
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.lanes.changes import change_words
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.lanes.path_lines import DOT, arrow_head, base_line, dots, way_steps
from journeymapper.picture.primitives import Group, Path, Primitive
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.type import fit, line_height, text_lines, text_width, with_halo
from journeymapper.picture.ways import Wanted, Way, Ways, arrange

LEVEL, MOST_LEVEL = 15.0, 22.0
BASE = 14.0
LABEL_SIZE, WIDEST_LABEL = 8.5, 190.0
DASHES: dict[LinkKind, tuple[float, ...]] = {"skip": (2.0, 2.5), "loop": (6.0, 3.0)}


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Path")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("above: other ways, dotted: skips; below: ways back")


def _extent(sheet: Sheet) -> Extent | None:
    if not sheet.touchpoints() or not (sheet.view.journey.links or sheet.view.journey.recurs_to):
        return None
    ways = _ways(sheet)
    levels = ways.levels_above + ways.levels_below
    return Extent(2 * PAD + BASE + levels * LEVEL, 2 * PAD + BASE + levels * MOST_LEVEL, 0.4)


def _links(sheet: Sheet) -> list[Link]:
    """The links of the journey, and the way back of a journey that recurs."""
    journey = sheet.view.journey
    links = list(journey.links.values())
    again, touchpoints = journey.stages.get(journey.recurs_to), journey.ordered_touchpoints()
    if again is not None and again.touchpoints and touchpoints:
        label = sheet.view.language.text("again from: {stage}", stage=again.name)
        links.append(
            Link(id=journey.id, source=touchpoints[-1].id, target=again.touchpoints[0], kind="loop", label=label)
        )
    return links


def _ways(sheet: Sheet) -> Ways:
    return sheet.once("ways", lambda: _kept_ways(sheet))


def _kept_ways(sheet: Sheet) -> Ways:
    journey = sheet.view.journey
    names = tuple((t.id, t.name) for t in journey.ordered_touchpoints()) if _is_page(sheet) else ()
    place = (tuple((column.touchpoint, column.x) for column in sheet.columns), sheet.columns[0].width, names)
    changes = tuple((key, sheet.look(key)) for key in journey.links) if sheet.looks else ()
    recurs = journey.stages.get(journey.recurs_to)
    return sheet.kept(("path", "ways"), (journey.links, recurs), (place, changes), lambda: _arranged(sheet))


def _is_page(sheet: Sheet) -> bool:
    return len(sheet.touchpoints()) < len(sheet.view.journey.ordered_touchpoints())


def _arranged(sheet: Sheet) -> Ways:
    order = {t.id: index for index, t in enumerate(sheet.view.journey.ordered_touchpoints())}
    centres = {column.touchpoint: column.centre for column in sheet.columns if column.touchpoint}
    found = (_wanted(sheet, link, order, centres) for link in _links(sheet))
    wanted = [each for each in found if each is not None and not _in_base(sheet, each)]
    return arrange(wanted, sheet.left, sheet.right - PAD, sheet.columns[0].width)


def _in_base(sheet: Sheet, wanted: Wanted) -> bool:
    """Whether a link of the happy path is a piece of the base line."""
    neighbours = {(a.centre, b.centre) for a, b in pairwise(c for c in sheet.columns if c.touchpoint)}
    return wanted.kind == "happy" and (wanted.source, wanted.target) in neighbours


def _wanted(sheet: Sheet, link: Link, order: dict[str, int], centres: dict[str, float]) -> Wanted | None:
    """A link with the places of its ends, at the page's edge where it leaves it; None where it is on other pages."""
    ends = [end for end in (link.source, link.target) if end]
    if not any(end in centres for end in ends) or any(end not in order for end in ends):
        return None
    first = min(order[key] for key in centres)
    edges = {end: sheet.left if order[end] < first else sheet.right - PAD for end in ends if end not in centres}
    places = {**centres, **edges}
    label = _label(sheet, link, [end for end in ends if end in edges])
    size = max(LABEL_SIZE, sheet.floor)
    words = fit(
        label, min(WIDEST_LABEL, sheet.right - PAD - sheet.left - 8), line_height(size), size, "medium", sheet.content,
        sheet.floor, 1,
    )  # fmt: skip
    line = words.lines[0] if words.lines else ""
    return Wanted(
        id=link.id, kind=link.kind, source=places.get(link.source), target=places.get(link.target), label=line,
        label_width=text_width(line, size, "medium") + 6 if line else 0.0,
        from_away=link.source in edges, to_away=link.target in edges,
    )  # fmt: skip


def _label(sheet: Sheet, link: Link, away: list[str]) -> str:
    """What is written on a link: its label, where it goes beyond the page, and how it differs."""
    text = sheet.view.language.text
    bare = link.label or ("" if link.source and link.target else text("exit") if link.source else text("entry"))
    names = {end: sheet.view.journey.touchpoints[end].name for end in away}
    before, after = names.get(link.source, ""), names.get(link.target, "")
    label = " ".join(part for part in (f"{before} →" if before else "", bare, f"→ {after}" if after else "") if part)
    changes = change_words(sheet, sheet.look(link.id))
    return ": ".join(part for part in (changes, label) if part)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    ways = _ways(sheet)
    levels = ways.levels_above + ways.levels_below
    level = (band.height - 2 * PAD - BASE) / levels if levels else LEVEL
    base = band.top + PAD + ways.levels_above * level + BASE / 2
    placed = [(way, base - _depth(way, level)) for way in ways.above]
    placed += [(way, base + _depth(way, level)) for way in ways.below]
    links = {link.id: link for link in _links(sheet)}
    lines = [_kept(sheet, _line, links[way.wanted.id], way, base, y) for way, y in placed]
    labels = [
        _kept(sheet, _written, links[way.wanted.id], way, base, y) for way, y in placed if way.label_x is not None
    ]
    return [_base(sheet, base), *lines, *labels]


Draw = Callable[[Sheet, Link, Way, float, float], Group]


def _kept(sheet: Sheet, draw: Draw, link: Link, way: Way, base: float, y: float) -> Group:
    """A line or label through the cache; its words name the touchpoints at its ends."""
    ends = (sheet.view.journey.touchpoints.get(end) for end in (link.source, link.target))
    key = (draw.__name__, way.wanted.id)
    return sheet.kept(key, tuple(ends), (link, way, base, y), lambda: draw(sheet, link, way, base, y))


def _depth(way: Way, level: float) -> float:
    return BASE / 2 + (way.level + 0.5) * level


def _base(sheet: Sheet, y: float) -> Group:
    """The happy path: as drawn, or in the map's order where nobody has drawn it."""
    journey = sheet.view.journey
    happy = {(link.source, link.target) for link in journey.links.values() if link.kind == "happy"}
    happy = {ends for ends in happy if all(ends)}
    columns: list[Column] = [column for column in sheet.columns if column.touchpoint]
    joined = tuple(not happy or (a.touchpoint, b.touchpoint) in happy for a, b in pairwise(columns))
    hollow = tuple(touchpoint.conditional for _, touchpoint in sheet.touchpoints())
    xs = tuple(column.centre for column in columns)

    def make() -> Group:
        items: list[Primitive] = [*base_line(xs, joined, sheet.theme), *dots(xs, hollow, sheet.theme)]
        return Group(
            owner="", part="base-path", x=0, y=y - BASE / 2, width=sheet.right, height=BASE, items=tuple(items),
            role="decoration",
        )  # fmt: skip

    return sheet.kept(("path", "base"), (), (xs, joined, hollow, y), make)


def _line(sheet: Sheet, link: Link, way: Way, base: float, y: float) -> Group:
    """A way from dock to dock, in a group that holds its bounds."""
    wanted, theme = way.wanted, sheet.theme
    colour = theme.sub if wanted.kind == "loop" else theme.accent
    happy = wanted.kind == "happy" and wanted.source is not None and wanted.target is not None
    side = -1 if y < base else 1
    near = base + side * (DOT + 1.5)
    steps, tip = way_steps(way, near, y, side)
    points = [(float(s[i]), float(s[i + 1])) for s in steps for i in range(1, len(s), 2)]
    left, top = min(x for x, _ in points) - 4, min(v for _, v in points) - 4
    width, height = max(x for x, _ in points) + 4 - left, max(v for _, v in points) + 4 - top
    moved = tuple(
        (name, *(float(n) - (top if i % 2 else left) for i, n in enumerate(numbers))) for name, *numbers in steps
    )
    head = arrow_head(tip[0] - left, tip[1] - top, tip[2], colour)
    line = Path(
        steps=moved,
        stroke=theme.path if happy else colour,
        stroke_width=2.6 if happy else 1.3,
        dash=DASHES.get(wanted.kind, ()),
    )
    return Group(
        owner=wanted.id, part="link", x=left, y=top, width=width, height=height, items=(line, head), role="figure",
        alt=_said(sheet, link),
    )  # fmt: skip


def _written(sheet: Sheet, link: Link, way: Way, _: float, y: float) -> Group:
    """A label in the middle of its way, on a patch of the lane's ground."""
    size = max(LABEL_SIZE, sheet.floor)
    width, height = way.wanted.label_width, line_height(size)
    assert way.label_x is not None
    words = fit(way.wanted.label, width, height, size, "medium", sheet.content, size, 1)
    runs = text_lines(words, 3, 0, "medium", sheet.theme.ink)
    said = _said(sheet, link)
    return Group(
        owner=way.wanted.id, part="link-label", x=way.label_x - width / 2, y=y - height / 2, width=width, height=height,
        items=tuple(with_halo(run, sheet.theme.card) for run in runs), role="cell", alt=said,
        tip=said if way.wanted.label.endswith("…") else "",
    )  # fmt: skip


def _said(sheet: Sheet, link: Link) -> str:
    text, touchpoints = sheet.view.language.text, sheet.view.journey.touchpoints
    names = {
        "happy": text("happy path"), "alternative": text("alternative"), "loop": text("back"), "skip": text("skip"),
    }  # fmt: skip
    ends = [touchpoints[end].name if end in touchpoints else "" for end in (link.source, link.target)]
    way = " → ".join((ends[0] or text("entry"), ends[1] or text("exit")))
    return plain_words(": ".join(part for part in (names[link.kind], link.label, way) if part))


LANE = Lane(id="path", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out)
