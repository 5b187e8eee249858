"""The touchpoints as cards: name, icon, star, and the figure in its own unit with gap, n and what it rests on."""

from journeymapper.model.claims import CLAIMS
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.lanes.card_rows import CardRows
from journeymapper.picture.lanes.card_shape import BOTTOM, BREATH, ICON_FOOT, CardStyle, CardText
from journeymapper.picture.lanes.card_signs import evidence_words, footer, signs
from journeymapper.picture.lanes.card_style import card_style, card_text, card_values, name_lines
from journeymapper.picture.lanes.cells import CARD, Cells, lay_out_cells
from journeymapper.picture.lanes.lane import Extent, Lane
from journeymapper.picture.lanes.mark_rows import mark_band, mark_rows, spoken
from journeymapper.picture.primitives import Group, Primitive, Rect
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import hatching
from journeymapper.picture.theme import CARD_RADIUS
from journeymapper.picture.type import fit, text_lines


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Touchpoints")


def _explain(sheet: Sheet) -> str:
    overlay = sheet.view.overlay
    if overlay is not None and sheet.view.results:
        return f"{overlay.title}: {overlay.explain}"
    return sheet.view.language.text("the happy path, as assumed; ★ moment of truth; dashed: only for some")


def _extent(sheet: Sheet) -> Extent | None:
    if not sheet.columns:
        return None
    least = card_style(sheet).least
    return Extent(least, least * 1.3 + 8, 2.0)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    style = card_style(sheet)
    cells = Cells(
        lane=CARD, also=lambda touchpoint: card_values(sheet, touchpoint), claims=CLAIMS, fields=("name", *CLAIMS),
        shape=(style,),
        make=lambda column, touchpoint: _card(sheet, column, touchpoint, band, style),
    )  # fmt: skip
    return lay_out_cells(sheet, band, cells) + [_empty(sheet, c, band) for c in sheet.columns if not c.touchpoint]


def _empty(sheet: Sheet, column: Column, band: Band) -> Group:
    """The place of a stage that has no touchpoints yet."""
    theme, inner = sheet.theme, column.width - 8
    box = Rect(
        x=0.5, y=0.5, width=column.width - 1, height=band.height - 1, stroke=theme.line, radius=CARD_RADIUS,
        dash=(4.0, 3.0),
    )  # fmt: skip
    words = fit(
        sheet.view.language.text("no touchpoints yet"), inner, band.height - 8, 9, "regular", sheet.reader, sheet.floor
    )
    lines = text_lines(words, 4, (band.height - words.height) / 2, "regular", theme.sub, centred=inner)
    return Group(
        owner="", part="empty-stage", x=column.x, y=band.top, width=column.width, height=band.height,
        items=(box, *lines), role="decoration",
    )  # fmt: skip


def _card(sheet: Sheet, column: Column, touchpoint: Touchpoint, band: Band, style: CardStyle) -> Group:
    text = card_text(sheet, touchpoint)
    items = _frame(sheet, touchpoint, column.width, band.height, text)
    items += signs(sheet, touchpoint, column.width, style)
    lines, cut = _words(sheet, touchpoint, style, band.height, text)
    foot, marks = footer(sheet, touchpoint, style, band.height)
    alt = ". ".join(part for part in (_alt(sheet, touchpoint, text), *marks) if part)
    evidence = evidence_words(sheet, touchpoint)
    return Group(
        owner=touchpoint.id, part="card", x=0, y=0, width=column.width, height=band.height,
        items=(*items, *lines, *foot), role="figure", alt=alt,
        tip="\n".join((alt, *evidence)) if cut or evidence else "",
    )  # fmt: skip


def _alt(sheet: Sheet, touchpoint: Touchpoint, text: CardText) -> str:
    language = sheet.view.language
    parts = [touchpoint.name]
    if touchpoint.moment_of_truth:
        parts.append(language.text("moment of truth"))
    if touchpoint.conditional:
        parts.append(language.text("only for some"))
    if text.mark is not None:
        parts.append(spoken(text.mark))
    parts += [each for each in (text.figure.spoken, text.why, *(other.spoken for other in text.more)) if each]
    return ". ".join(parts)


def _frame(sheet: Sheet, touchpoint: Touchpoint, width: float, height: float, text: CardText) -> list[Primitive]:
    theme = sheet.theme
    selected = touchpoint.id in sheet.selected
    card = Rect(
        x=0.5, y=1.5, width=width - 1, height=height - 2, fill=theme.card,
        stroke=theme.accent if selected else theme.line, stroke_width=1.8 if selected else 1.0, radius=CARD_RADIUS - 2,
        dash=(4.0, 3.0) if touchpoint.conditional and not selected else (),
    )  # fmt: skip
    if not sheet.view.results:
        return [card, Rect(x=0, y=0, width=width, height=4, fill=theme.path, radius=2)]
    if text.mark is not None:
        return [card, *mark_band(sheet, text.mark, width)]
    if text.score is None or not text.score.shown:
        return [
            card,
            Rect(x=0, y=0, width=width, height=4, fill=theme.soft, radius=2),
            hatching(0, 0, width, 4, theme.faint, 3.0),
        ]
    return [card, Rect(x=0, y=0, width=width, height=4, fill=theme.verdict_colour(text.score), radius=2)]


def _words(sheet: Sheet, touchpoint: Touchpoint, style: CardStyle, height: float,
           text: CardText) -> tuple[list[Primitive], bool]:  # fmt: skip
    theme = sheet.theme
    body_top = height - BOTTOM - style.footer - style.body
    name_room = body_top - ICON_FOOT - BREATH
    name = name_lines(sheet, touchpoint.name, style.inner, name_room, style.name_size)
    items: list[Primitive] = list(text_lines(name, style.pad, ICON_FOOT, "semibold", theme.ink))
    cut = name.cut
    if text.mark is not None:
        rows, cut_below = mark_rows(sheet, style, text.mark, body_top)
        return [*items, *rows], cut or cut_below
    if text.why:
        why = fit(text.why, style.inner, style.body, style.why_size, "regular", sheet.reader, sheet.floor)
        items += text_lines(why, style.pad, body_top, "regular", theme.sub)
        cut = cut or why.cut
    elif text.score is not None:
        figures = CardRows(sheet, style, body_top)
        figures.write(text)
        items += figures.items
        cut = cut or figures.cut
    return items, cut


LANE = Lane(id="touchpoints", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out, framed=False)
