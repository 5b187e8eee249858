"""The promises: what was promised, and a bar over the touchpoints that must prove it, each with its verdict."""

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.model.claims import PROMISE_CLAIMS
from journeymapper.model.project import Promise
from journeymapper.picture.columns import Column
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.lanes.asked import asked
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.primitives import Ellipse, Group, Primitive
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import icon, line, sign, verdict_sign
from journeymapper.picture.type import fit, line_height, text_lines, text_width

TEXT_SIZE, VERDICT_SIZE = 9.5, 9.0
TEXT_ROW, BAR_ROW, BETWEEN = 14.0, 13.0, 5.0
ICON, MARK = 11.0, 8.5
NARROW = 160.0


class Row(msgspec.Struct, frozen=True):
    """One promise, the columns that prove it, and the scores that count there; a column without any is unmeasured."""

    promise: Promise
    columns: tuple[Column, ...]
    scores: dict[str, tuple[Score, ...]]


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Promises")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("where each must come true; dashed: not public")


def _rows(sheet: Sheet) -> list[Row]:
    project = sheet.view.project
    here = {column.touchpoint: column for column in sheet.columns if column.touchpoint}
    found = []
    for key in project.promise_order:
        promise = project.promises[key]
        on = {each: project.points[each].anchor for each in promise.points if each in project.points}
        wanted = {*promise.touchpoints, *(anchor.id for anchor in on.values() if anchor.kind == "touchpoint")}
        columns = tuple(column for key, column in here.items() if key in wanted)
        if columns or (sheet.first and not wanted):
            found.append(Row(promise, columns, _scores(sheet, promise, columns)))
    return found


def _scores(sheet: Sheet, promise: Promise, columns: tuple[Column, ...]) -> dict[str, tuple[Score, ...]]:
    """Touchpoint id to the scores of the promise's points on it."""
    of_points = {key: sheet.view.scores[key] for key in promise.points if key in sheet.view.scores}
    return {
        column.touchpoint: tuple(
            of_points[point.id] for point in sheet.points.get(column.touchpoint, ()) if point.id in of_points
        )
        for column in columns
    }


def _extent(sheet: Sheet) -> Extent | None:
    rows = _rows(sheet) if sheet.columns else []
    if not rows:
        return None
    least = 2 * PAD + sum(_row_height(row) for row in rows) + BETWEEN * (len(rows) - 1)
    return Extent(least, least + 8 * len(rows), 0.4)


def _row_height(row: Row) -> float:
    return TEXT_ROW + (BAR_ROW if row.columns else 0.0)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    rows = _rows(sheet)
    least = 2 * PAD + sum(_row_height(row) for row in rows) + BETWEEN * (len(rows) - 1)
    slack = max(0.0, band.height - least) / len(rows)
    groups, top = [], band.top + PAD + slack / 2
    for row in rows:
        groups.append(_group(sheet, row, top))
        top += _row_height(row) + BETWEEN + slack
    return groups


def _group(sheet: Sheet, row: Row, top: float) -> Group:
    promise = row.promise
    scores = tuple(score for each in row.scores.values() for score in each)
    at = tuple(
        (column.touchpoint, column.x, column.width, len(row.scores[column.touchpoint])) for column in row.columns
    )

    def make() -> Group:
        words, bar = _words(sheet, row), _bar(sheet, row)
        parts = [promise.text, _public(sheet, promise), _verdict(sheet, row)[0]]
        alt = plain_words(", ".join(part for part in parts if part))
        return Group(
            owner=promise.id, part="promise", x=sheet.left, y=top, width=sheet.right - PAD - sheet.left,
            height=_row_height(row), items=(*bar, *words[0]), role="figure", alt=alt, tip=alt if words[1] else "",
        )  # fmt: skip

    evidence = sheet.supports.get(promise.id, ())
    return sheet.kept(
        ("promise", promise.id), (promise, evidence, *scores), (at, top),
        lambda: asked(sheet, make(), evidence, PROMISE_CLAIMS),
    )  # fmt: skip


def _public(sheet: Sheet, promise: Promise) -> str:
    text = sheet.view.language.text
    return text("public") if promise.public else text("not public")


def _verdict(sheet: Sheet, row: Row) -> tuple[str, str, str]:
    """Kept or broken in words, with sign and colour; nothing in a map without results."""
    theme, text = sheet.theme, sheet.view.language.text
    if not row.columns:
        return text("nothing proves it yet"), "○", theme.sub
    if not sheet.view.results:
        return "", "", ""
    scores = [score for each in row.scores.values() for score in each if score.shown]
    if any(score.verdict == "worse" for score in scores):
        return text("certainly not kept"), "▼", theme.certainly_worse
    if not scores:
        return text("not measured"), "○", theme.sub
    proved = all(score.verdict == "better" for score in scores) and all(row.scores.values())
    return (text("certainly kept"), "▲", theme.certainly_better) if proved else (text("not certain"), "□", theme.sub)


def _words(sheet: Sheet, row: Row) -> tuple[list[Primitive], bool]:
    """The promise and the verdict in one line, beginning at its first touchpoint where there is room."""
    theme, width = sheet.theme, sheet.right - PAD - sheet.left
    verdict, mark, colour = _verdict(sheet, row)
    size = max(VERDICT_SIZE, sheet.floor)
    said = fit(
        verdict if width > NARROW else "",
        width * 0.4,
        line_height(size),
        size,
        "semibold",
        sheet.reader,
        sheet.floor,
        1,
    )
    said_width = max((text_width(each, said.size, "semibold") for each in said.lines), default=0.0)
    room = said_width + (MARK + 12 if mark else 0.0) + (ICON + 4 if row.promise.public else 0.0)
    full = min(text_width(row.promise.text, TEXT_SIZE, "medium"), width - room)
    start = row.columns[0].x - sheet.left if row.columns else 0.0
    x = max(0.0, min(start, width - full - room))
    items: list[Primitive] = []
    if row.promise.public:
        items.append(icon("megaphone", x, (TEXT_ROW - ICON) / 2, ICON, theme.accent))
        x += ICON + 4
    text = fit(row.promise.text, max(1.0, full + 0.01), TEXT_ROW, TEXT_SIZE, "medium", sheet.content, sheet.floor, 1)
    items += text_lines(text, x, (TEXT_ROW - text.height) / 2, "medium", theme.ink)
    x += max((text_width(each, text.size, "medium") for each in text.lines), default=0.0) + 8
    if mark:
        items.append(sign(mark, x + MARK / 2, TEXT_ROW / 2, MARK, colour, theme.card))  # type: ignore[arg-type]  # a sign
        items += text_lines(said, x + MARK + 4, (TEXT_ROW - said.height) / 2, "semibold", colour)
    return items, text.cut or said.cut or bool(verdict and not said.lines)


def _bar(sheet: Sheet, row: Row) -> list[Primitive]:
    """From the first to the last touchpoint that must prove it, a mark at each."""
    if not row.columns:
        return []
    theme, y = sheet.theme, TEXT_ROW + BAR_ROW / 2
    centres = [column.centre - sheet.left for column in row.columns]
    colour = _verdict(sheet, row)[2] or theme.accent
    public = row.promise.public
    reach = row.columns[0].width / 2 - 2
    ends = (centres[0] - reach, centres[-1] + reach)
    items: list[Primitive] = [line(*_flat(ends, y), colour, 2.4 if public else 1.2, () if public else (4.0, 3.0))]
    for column, x in zip(row.columns, centres, strict=True):
        items += _mark(sheet, row, column, (x, y), colour)
    return items


def _flat(ends: tuple[float, float], y: float) -> tuple[float, float, float, float]:
    return ends[0], y, ends[1], y


def _mark(sheet: Sheet, row: Row, column: Column, at: tuple[float, float], colour: str) -> list[Primitive]:
    """The worst verdict at a touchpoint, or a dot in a map without results, on a patch of the ground."""
    theme, (x, y) = sheet.theme, at
    patch = Ellipse(x=x, y=y, rx=MARK * 0.72, ry=MARK * 0.72, fill=theme.card)
    if not sheet.view.results:
        return [patch, Ellipse(x=x, y=y, rx=3.2, ry=3.2, fill=colour if row.promise.public else theme.card,
                               stroke=colour, stroke_width=1.3)]  # fmt: skip
    order = ("worse", "uncertain", "no interval", "no target", "better")
    shown = [score for score in row.scores[column.touchpoint] if score.shown]
    worst = min(
        shown, key=lambda score: order.index(score.verdict) if score.verdict in order else len(order), default=None
    )  # fmt: skip
    return [patch, sign(verdict_sign(worst), x, y, MARK, theme.verdict_colour(worst), theme.card)]


LANE = Lane(id="promises", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out)
