"""How to read the map: each sign with its words, in as many rows as they take."""

from collections.abc import Callable

from journeymapper.picture.lanes.grades import ASSUMED, ICONS, kind_names
from journeymapper.picture.lanes.lane import Extent, Lane, no_text
from journeymapper.picture.primitives import Group, Primitive
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import Sign, hatching, icon, line, sign, star
from journeymapper.picture.type import Wrapped, baseline, text_run, wrap

SIZE, ROW, MARK, BETWEEN = 9.5, 17.0, 16.0, 20.0
GRADE = 11.0
Draw = Callable[[float, float], list[Primitive]]
Entry = tuple[float, int, Draw | None, Wrapped]


def _entries(sheet: Sheet) -> list[tuple[Draw, str]]:
    theme, text = sheet.theme, sheet.view.language.text

    def signed(kind: Sign, colour: str) -> Draw:
        return lambda x, y: [sign(kind, x + 5, y, 9, colour, theme.card)]

    def whisker(x: float, y: float) -> list[Primitive]:
        return [
            line(x + 5, y - 6, x + 5, y + 6, theme.sub),
            line(x + 2, y - 6, x + 8, y - 6, theme.sub),
            line(x + 2, y + 6, x + 8, y + 6, theme.sub),
        ]

    overlay = sheet.view.overlay
    if overlay is not None and sheet.view.results and overlay.keys:
        keys = [(signed(key.sign, theme.tone_colour(key.tone)), key.words) for key in overlay.keys]
        return [*keys, (lambda x, y: [star(x + 5, y, 11, theme.star)], text("moment of truth"))]
    verdicts: list[tuple[Draw, str]] = [
        (signed("▲", theme.certainly_better), text("certainly better than target")),
        (signed("△", theme.better), text("better, not certain")),
        (signed("▽", theme.worse), text("worse, not certain")),
        (signed("▼", theme.certainly_worse), text("certainly worse")),
        (signed("□", theme.sub), text("certainty cannot be computed")),
        (lambda x, y: [line(x, y, x + 11, y, theme.ink, 1.3, (3.2, 1.8))], text("target")),
        (whisker, text("95 % confidence interval")),
        (lambda x, y: [hatching(x, y - 5, 11, 10, theme.sub, 3.0)], text("not measured, or too few answers")),
        (lambda x, y: [star(x + 5, y, 11, theme.star)], text("moment of truth")),
    ]
    return [*(verdicts if sheet.view.results else ()), *(_grades(sheet) if sheet.graded else ())]


def _grades(sheet: Sheet) -> list[tuple[Draw, str]]:
    """The signs of evidence, and that of its absence."""

    def drawn(name: str, colour: str) -> Draw:
        return lambda x, y: [icon(name, x, y - GRADE / 2, GRADE, colour)]

    names = kind_names(sheet)
    found = [(drawn(name, sheet.theme.accent), names[kind]) for kind, name in ICONS.items()]
    return [*found, (drawn(ASSUMED, sheet.theme.sub), sheet.view.language.text("assumed"))]


def _note(sheet: Sheet) -> str:
    count = sheet.view.language.number(sheet.view.project.settings.suppress_under)
    return sheet.view.language.text("Groups under n {n} are not shown", n=count)


def _head(sheet: Sheet) -> str:
    """What the legend is of: the overlay, or the map as such."""
    overlay = sheet.view.overlay
    return overlay.title if overlay is not None and sheet.view.results else sheet.view.language.text("Reading the map")


def _flow(sheet: Sheet) -> list[Entry]:
    suppressed = sheet.view.project.settings.suppress_under
    overlay = sheet.view.overlay
    shown = (overlay.title, overlay.keys) if overlay is not None else ()
    return sheet.kept(("legend", "flow"), (), (suppressed, shown), lambda: _flowing(sheet))


def _flowing(sheet: Sheet) -> list[Entry]:
    """x, row, mark and words of each entry from left to right, in rows."""
    entries: list[tuple[Draw | None, str]] = [
        (None, _head(sheet)),
        *_entries(sheet),
        *([(None, _note(sheet))] if sheet.view.results else []),
    ]
    placed: list[Entry] = []
    size = max(SIZE, sheet.floor)
    x, row = 0.0, 0
    for draw, words in entries:
        mark = MARK if draw else 0.0
        line_box = wrap(words, max(20.0, sheet.right - mark), size, "medium", 1, sheet.reader)
        width = mark + max((text_run(each, 0, 0, size, "medium").width for each in line_box.lines), default=0.0)
        if x and x + width > sheet.right:
            x, row = 0.0, row + 1
        placed.append((x, row, draw, line_box))
        x += width + BETWEEN
    return placed


def _extent(sheet: Sheet) -> Extent | None:
    if not (sheet.view.results or sheet.graded) or not sheet.touchpoints():
        return None
    rows = _flow(sheet)[-1][1] + 1
    return Extent(rows * ROW + 2, rows * ROW + 8, 0.1)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    flow = _flow(sheet)
    return [sheet.kept(("legend", ""), (flow,), (band,), lambda: _legend(sheet, band, flow))]


def _legend(sheet: Sheet, band: Band, flow: list[Entry]) -> Group:
    items: list[Primitive] = []
    for index, (x, row, draw, words) in enumerate(flow):
        middle = 2 + row * ROW + ROW / 2
        if draw:
            items += draw(x, middle)
        colour = sheet.theme.sub if index else sheet.theme.ink
        y = baseline(middle - words.size * 0.61, words.size)
        for each in words.lines:
            items.append(text_run(each, x + (MARK if draw else 0), y, words.size, "medium", colour))
    return Group(owner="", part="legend", x=0, y=band.top, width=sheet.right, height=band.height, items=tuple(items))


LANE = Lane(id="legend", title=no_text, explain=no_text, extent=_extent, lay_out=_lay_out, framed=False, across=True)
