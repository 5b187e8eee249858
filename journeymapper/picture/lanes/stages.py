"""The stages as chevrons: name, and how many of its measured touchpoints are certainly worse than target."""

import msgspec

from journeymapper.picture.columns import Span
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.lanes.changes import change_words
from journeymapper.picture.lanes.lane import Extent, Lane, no_text
from journeymapper.picture.primitives import Group, Path, Primitive
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import polygon, sign
from journeymapper.picture.type import Wrapped, fit, text_lines

NOTCH = 6.0
NAME_SIZE, FINDING_SIZE = 11.5, 9.0
NAME_ROOM, FINDING_ROOM = 30.0, 24.0
SIGN_ROOM = 10.0


def _inner(span: Span) -> float:
    return span.width - 2 * NOTCH - 5


def _finding(sheet: Sheet, span: Span) -> tuple[str, bool]:
    """What differs in a stage, then the verdict on it; and whether that is bad news."""
    verdict, bad = _verdict(sheet, span) if sheet.view.results and not sheet.view.blank else ("", False)
    differs = change_words(sheet, sheet.look(span.part.stage.id))
    return " · ".join(part for part in (differs, verdict) if part), bad


def _verdict(sheet: Sheet, span: Span) -> tuple[str, bool]:
    """The verdict on a stage in words, and whether it is bad news."""
    rollup = sheet.rollup.stages.get(span.part.stage.id)
    if rollup is None or not rollup.measured:
        return sheet.view.language.text("not measured"), False
    if not rollup.worse:
        return sheet.view.language.text("no certain gap"), False
    language = sheet.view.language
    counts = {"worse": language.number(rollup.worse), "measured": language.number(rollup.measured)}
    return language.text("{worse} of {measured} worse", **counts), True


class ChevronStyle(msgspec.Struct, frozen=True):
    """One size for all names and one for all findings, and the heights that they need."""

    name_size: float
    finding_size: float
    name_height: float
    finding_height: float


def _title(sheet: Sheet, span: Span) -> str:
    """The stage's name; on the pages after its first it says so."""
    name = span.part.stage.name
    return sheet.view.language.text("{stage} (continued)", stage=name) if span.part.piece else name


def _name(sheet: Sheet, span: Span, size: float, room: float) -> Wrapped:
    return fit(_title(sheet, span), _inner(span), room, size, "semibold", sheet.content, sheet.floor)


def _words(sheet: Sheet, span: Span, size: float, room: float) -> Wrapped:
    text, bad = _finding(sheet, span)
    return fit(text, _inner(span) - (SIGN_ROOM if bad else 0), room, size, "semibold", sheet.reader, sheet.floor)


def _style(sheet: Sheet) -> ChevronStyle:
    spans = sheet.spans
    name_size = min(_name(sheet, span, NAME_SIZE, NAME_ROOM).size for span in spans)
    name_height = max(_name(sheet, span, name_size, NAME_ROOM).height for span in spans)
    if not any(_finding(sheet, span)[0] for span in spans):
        return ChevronStyle(name_size, 0.0, name_height, 0.0)
    size = min(_words(sheet, span, FINDING_SIZE, FINDING_ROOM).size for span in spans)
    height = max(_words(sheet, span, size, FINDING_ROOM).height for span in spans)
    return ChevronStyle(name_size, size, name_height, height)


def _extent(sheet: Sheet) -> Extent | None:
    if not sheet.spans:
        return None
    style = _style(sheet)
    least = style.name_height + style.finding_height + (14 if style.finding_height else 10)
    return Extent(least, least + 10, 0.3)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    style = _style(sheet)
    return [_chevron(sheet, span, band, style) for span in sheet.spans]


def _chevron(sheet: Sheet, span: Span, band: Band, style: ChevronStyle) -> Group:
    stage, theme = span.part.stage, sheet.theme
    finding, bad = _finding(sheet, span)
    key = ("stages", f"{stage.id}/{span.part.piece}")
    selected = stage.id in sheet.selected

    def make() -> Group:
        items: list[Primitive] = [_outline(sheet, span, band.height, selected)]
        slack = (band.height - style.name_height - style.finding_height) / (3 if finding else 2)
        x = NOTCH + 5
        name = _name(sheet, span, style.name_size, style.name_height)
        items += text_lines(name, x, slack, "semibold", theme.ink)
        if finding:
            top = slack * 2 + style.name_height - 1
            words = _words(sheet, span, style.finding_size, style.finding_height)
            colour = theme.certainly_worse if bad else theme.sub
            items += text_lines(words, x + (SIGN_ROOM if bad else 0), top, "semibold", colour)
            if bad:
                items.append(sign("▼", x + 3.5, top + style.finding_size * 0.62, 7.5, colour, theme.card))
        alt = plain_words(f"{stage.name}: {finding}" if finding else stage.name)
        return Group(
            owner=stage.id, part="stage", x=0, y=0, width=span.width, height=band.height,
            items=tuple(items), role="heading", alt=alt, tip=alt if name.cut else "",
        )  # fmt: skip

    shape = (span.width, band.height, style, finding, bad, selected)
    return sheet.kept_within(key, (stage,), shape, make).moved(span.x, band.top)


def _outline(sheet: Sheet, span: Span, height: float, selected: bool) -> Path:
    width, middle = span.width, height / 2
    corners = [
        (0.5, 0.5),
        (width - NOTCH, 0.5),
        (width - 0.5, middle),
        (width - NOTCH, height - 0.5),
        (0.5, height - 0.5),
        (NOTCH, middle),
    ]
    return Path(
        steps=polygon(corners), fill=sheet.theme.card, stroke=sheet.theme.accent if selected else sheet.theme.line,
        stroke_width=1.8 if selected else 1.0,
    )  # fmt: skip


LANE = Lane(id="stages", title=no_text, explain=no_text, extent=_extent, lay_out=_lay_out, framed=False)
