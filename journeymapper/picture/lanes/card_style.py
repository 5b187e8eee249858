"""The sizes that all cards of a map share, so that names and figures stand in line from card to card."""

from itertools import chain
from typing import Any

import msgspec

from journeymapper.analysis.rollups import touchpoint_scores
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.figures import Figure, figure, why_no_figure
from journeymapper.picture.lanes.card_shape import SIGN_ROOM, CardStyle, CardText
from journeymapper.picture.lanes.cells import per_stage
from journeymapper.picture.lanes.mark_rows import with_marks
from journeymapper.picture.primitives import Weight
from journeymapper.picture.sheet import Cell, Sheet
from journeymapper.picture.theme import NAME, SMALL, VALUE
from journeymapper.picture.type import (
    MUCH_SMALLER,
    Wrapped,
    common_size,
    fit,
    line_height,
    most_common,
    shared_size,
    text_width,
    wrap,
)

NAME_LINES = 4
WHY_LINES = 4
WHY_ROOM = 60.0
MORE_POINTS = 3
FOOT_ROW = 13.0


def card_values(sheet: Sheet, touchpoint: Touchpoint) -> tuple[Any, ...]:
    """All that a card is made from, to be compared by identity."""
    project, points = sheet.view.project, sheet.points.get(touchpoint.id, ())
    channels = tuple(project.channels.get(key) for key in touchpoint.channels[:1])
    measured: tuple[Any, ...] = ()
    for point in points:
        measured = (*measured, point, project.metrics.get(point.metric), sheet.view.scores.get(point.id))
    return (touchpoint, sheet.shown.get(touchpoint.id), sheet.mark(touchpoint.id), *channels, *measured)


def card_text(sheet: Sheet, touchpoint: Touchpoint) -> CardText:
    """The texts of a touchpoint's card."""
    return sheet.kept_within(
        ("card-text", touchpoint.id), card_values(sheet, touchpoint), (), lambda: _card_text(sheet, touchpoint)
    )  # fmt: skip


def _card_text(sheet: Sheet, touchpoint: Touchpoint) -> CardText:
    view = sheet.view
    score = sheet.score(touchpoint.id)
    if not view.results:
        return CardText(None, Figure(), "", ())
    if (mark := sheet.mark(touchpoint.id)) is not None:
        return CardText(score, Figure(), "", (), mark)
    if score is None or not score.shown:
        planned = bool(sheet.points.get(touchpoint.id))
        return CardText(score, Figure(), why_no_figure(view.language, touchpoint, score, planned), ())
    others: list[Score] = []
    if view.detail == "full":
        others = [
            s
            for s in touchpoint_scores(view.project, touchpoint, view.scores, sheet.points)
            if s is not score and s.shown
        ]
    more = tuple(figure(view.project, view.language, other) for other in others[:MORE_POINTS])
    return CardText(score, figure(view.project, view.language, score), "", more)


def card_style(sheet: Sheet) -> CardStyle:
    """The style in which the texts of all cards fit best."""
    return sheet.once("card style", lambda: _card_style(sheet))


def _card_style(sheet: Sheet) -> CardStyle:
    width = sheet.columns[0].width if sheet.columns else 60.0  # all have the same
    pad = 4.0 if width < 72 else 8.0
    inner = width - 2 * pad
    plain = CardStyle(
        pad=pad, inner=inner, name_size=NAME.size, name_height=0, joined=True,
        aside=True, word_size=0, word_height=0, value_size=VALUE.size, small=max(sheet.floor, 8.5), why_size=0, body=0,
        footer=_footer(sheet),
    )  # fmt: skip
    style = _with_figures(sheet, plain) if sheet.view.results else plain
    name_size, name_height = _name_style(sheet, inner)
    return msgspec.structs.replace(style, name_size=name_size, name_height=name_height)


def _with_figures(sheet: Sheet, plain: CardStyle) -> CardStyle:
    """The style with room for what all cards say below their names."""
    of_stages = per_stage(
        sheet, "card/texts", lambda touchpoint: card_values(sheet, touchpoint), (),
        lambda cells: [card_text(sheet, touchpoint) for _, touchpoint in cells],
    )  # fmt: skip
    texts = tuple(chain.from_iterable(of_stages))

    def make() -> CardStyle:
        return with_marks(sheet, _measured(sheet, plain, [text for text in texts if text.mark is None]), texts)

    return sheet.kept_within(("card/figures", ""), texts, (plain,), make)


def _name_style(sheet: Sheet, inner: float) -> tuple[float, float]:
    """The size that most names share, and the height of the tallest of them."""

    def sizes(cells: tuple[Cell, ...]) -> list[float]:
        room = NAME_LINES * line_height(NAME.size)
        return [fit(t.name, inner, room, NAME.size, NAME.weight, sheet.content, sheet.floor).size for _, t in cells]

    def height(cells: tuple[Cell, ...]) -> float:
        return max(name_lines(sheet, t.name, inner, NAME_LINES * line_height(size), size).height for _, t in cells)

    size = _name_size(list(chain.from_iterable(per_stage(sheet, "name/size", None, (inner,), sizes))))
    heights = per_stage(sheet, "name/height", None, (inner, size), height)
    return size, max([*heights, line_height(size)])


def _name_size(sizes: list[float]) -> float:
    """One size for all names: the smallest that one needs, unless some need much smaller type than others."""
    least = min(sizes, default=NAME.size)
    return least if least >= MUCH_SMALLER * NAME.size else most_common(sizes, NAME.size)


def name_lines(sheet: Sheet, name: str, width: float, height: float, size: float) -> Wrapped:
    """A name in the size of all, parted at more of its syllables where it must be; a smaller one where it has none."""
    lines = max(1, int((height + 1e-6) / line_height(size)))
    named = wrap(name, width, size, NAME.weight, lines, sheet.content)
    if named.cut or named.torn:
        return fit(name, width, height, size, NAME.weight, sheet.content, sheet.floor)
    return named


def _footer(sheet: Sheet) -> float:
    """Rows at the foot of all cards: votes where they are shown, what differs where versions are compared, and
    how much is assumed where that is the question."""
    journey = sheet.view.journey
    voted = sheet.view.project.votes_shown and any(each.votes for each in journey.touchpoints.values())
    return FOOT_ROW * (voted + bool(sheet.view.differences) + bool(sheet.view.emphasise))


def _fits(text: str, width: float, size: float, weight: Weight) -> bool:
    return text_width(text, size, weight) <= width


def _measured(sheet: Sheet, style: CardStyle, texts: list[CardText]) -> CardStyle:
    """The style with the rows for figures."""
    inner, floor = style.inner, sheet.floor
    figures = [text.figure for text in texts if text.figure.value]
    brief = sheet.view.detail == "brief"
    values = [f.value for f in figures]
    room = inner - SIGN_ROOM if brief else inner
    value_size = common_size(values, room, 20, (VALUE.size, VALUE.weight), sheet.reader, floor)
    word_size = _word_size(sheet, figures, inner, max(floor, min(SMALL.size, value_size - 2)))
    joined = brief or _all_joined(figures, inner, value_size, word_size)
    word_height = 0.0 if joined else _word_height(sheet, figures, inner, word_size)
    small = common_size([f.gap + f.interval for f in figures], inner, 30, (SMALL.size, "regular"), sheet.reader, floor)
    aside = all(_fits(f"{f.gap}  {f.target}", inner - 2 * SIGN_ROOM - 2, small, "semibold") for f in figures)
    body = word_height + line_height(value_size) if figures else 0.0
    if not brief and figures:
        rows = _rows(sheet, aside) + max(len(text.more) for text in texts)
        body += rows * line_height(small) + 2 + max(indicative_words(sheet, t, inner, small).height for t in texts)
    whys = [t.why for t in texts if t.why]
    why_size = common_size(whys, inner, WHY_ROOM, (small, "regular"), sheet.reader, floor, 1.0)
    why_heights = [
        fit(why, inner, WHY_ROOM, why_size, "regular", sheet.reader, floor, WHY_LINES).height for why in whys
    ]
    return msgspec.structs.replace(
        style, joined=joined, aside=aside, word_size=word_size, word_height=word_height, value_size=value_size,
        small=small, why_size=why_size, body=max([body, *why_heights]),
    )  # fmt: skip


def _rows(sheet: Sheet, aside: bool) -> int:
    """Rows of small type below the value: gap, target, interval, n."""
    return (1 if aside else 2) + 1 + (sheet.view.detail == "full")


def indicative_words(sheet: Sheet, text: CardText, inner: float, size: float) -> Wrapped:
    """What a card says of a figure that rests on few answers; nothing for the others."""
    words = sheet.view.language.text("indicative") if text.score is not None and text.score.indicative else ""
    return fit(words, inner, 2 * line_height(size), size, "regular", sheet.reader, sheet.floor, 2)


def _all_joined(figures: list[Figure], inner: float, value: float, word: float) -> bool:
    gap = text_width("  ", value, "bold")
    return all(
        text_width(f.word, word, "semibold") + gap + text_width(f.value, value, "bold") <= inner for f in figures
    )


def _word_size(sheet: Sheet, figures: list[Figure], inner: float, largest: float) -> float:
    """One size for the metrics' short names, where each has two lines."""
    two = 2 * line_height(largest)
    fitted = (fit(f.word, inner, two, largest, "semibold", sheet.content, sheet.floor, 2) for f in figures if f.word)
    return shared_size((each.size for each in fitted), largest, 0.8)


def _word_height(sheet: Sheet, figures: list[Figure], inner: float, size: float) -> float:
    two = 2 * line_height(size)
    return max(fit(f.word, inner, two, size, "semibold", sheet.content, sheet.floor, 2).height for f in figures)
