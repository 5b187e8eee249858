"""The furniture of a page: client and state, the finding as title, sub-line, key figures, footer with page number."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from journeymapper.language.language import Language
from journeymapper.picture.primitives import Group, Path, Picture, Primitive, Text
from journeymapper.picture.theme import LIGHT, Theme
from journeymapper.picture.type import baseline, fit, line_height, text_run, text_width, wrap
from journeymapper.report.sheet import Sheet

FIGURE_GAP = 2.0
TITLE_LINES = 2.4
FLOOR = 7.0


class KeyFigure(msgspec.Struct, frozen=True):
    """A large figure with up to three short lines that say what it is and how far to trust it."""

    value: str
    notes: tuple[str, ...]
    fill: str = LIGHT.ink


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """What stands above a page's body. `language` is the code of the language of the texts."""

    over: str
    title: str
    sub: str = ""
    figures: tuple[KeyFigure, ...] = ()
    language: str = "en"


class Leaf(msgspec.Struct, frozen=True, kw_only=True):
    """A page without its number: heading, the body's groups in page coordinates, its outline entry if it has one."""

    heading: Heading
    body: tuple[Group, ...]
    outline: str = ""


class _Column(msgspec.Struct, frozen=True):
    """Runs that are set from the top downwards."""

    items: tuple[Text, ...]
    bottom: float


def body_top(sheet: Sheet, heading: Heading) -> float:
    """Where the body begins below a heading."""
    titles = _titles(sheet, heading)
    figures = [_figure_bottom(sheet, figure) for figure in heading.figures]
    lowest = max(titles.bottom, *figures) if figures else titles.bottom
    return lowest + (1.6 if figures else 1.2) * sheet.body


def heading_groups(sheet: Sheet, heading: Heading, theme: Theme = LIGHT) -> Iterator[Group]:
    """The heading in page coordinates; a rule below it where there are key figures."""
    titles = _titles(sheet, heading)
    alt = f"{heading.over}. {heading.title}. {heading.sub}"
    yield _group("heading", titles.items, sheet, titles.bottom, alt)
    right = sheet.width - sheet.margin
    for figure in reversed(heading.figures):
        width = _figure_width(sheet, figure)
        items = _figure_items(sheet, figure, right, theme)
        alt = " ".join((figure.value, *figure.notes))
        yield _group("key figure", items, sheet, _figure_bottom(sheet, figure), alt)
        right -= width + FIGURE_GAP * sheet.body
    if heading.figures:
        yield _rule(sheet, body_top(sheet, heading) - 0.6 * sheet.body, theme)


def footer_groups(sheet: Sheet, left: str, right: str, theme: Theme = LIGHT) -> Iterator[Group]:
    """The line at the foot: whose it is and for whom, and the page's number."""
    y = sheet.height - sheet.margin
    number = text_run(right, 0.0, y, sheet.small, fill=theme.sub)
    number = msgspec.structs.replace(number, x=sheet.width - sheet.margin - number.width)
    room = sheet.inner_width - number.width - 4 * sheet.small
    line = fit(left, room, line_height(sheet.small), sheet.small).lines[0] if left else ""
    items = (text_run(line, sheet.margin, y, sheet.small, fill=theme.sub), number)
    top = y - line_height(sheet.small)
    yield Group(owner="", part="footer", x=0.0, y=top, width=sheet.width, height=sheet.margin,
                items=tuple(msgspec.structs.replace(item, y=item.y - top) for item in items if item.text),
                role="paragraph", alt=f"{left} {right}")  # fmt: skip


def framed(sheet: Sheet, leaves: Sequence[Leaf], language: Language, footer: str, day: date) -> list[Picture]:
    """The leaves as finished pages, dated and numbered."""
    pages = []
    for number, leaf in enumerate(leaves, start=1):
        place = language.text("Page {number} of {count}", number=number, count=len(leaves))
        right = f"{language.date(day)} · {place}"
        groups = (*heading_groups(sheet, leaf.heading), *leaf.body, *footer_groups(sheet, footer, right))
        pages.append(Picture(width=sheet.width, height=sheet.height, groups=groups))
    return pages


def _titles(sheet: Sheet, heading: Heading) -> _Column:
    width = sheet.inner_width - _figures_width(sheet, heading.figures)
    top = sheet.margin - 0.3 * sheet.small
    items: list[Text] = []
    over = fit(heading.over, width, line_height(sheet.sub), sheet.sub * 0.9, language=heading.language, floor=FLOOR)
    top = _set(items, over.lines, sheet, (top, over.size), "")
    room = TITLE_LINES * line_height(sheet.title)
    title = fit(heading.title, width, room, sheet.title, "bold", heading.language, floor=sheet.title * 0.6)
    top = _set(items, title.lines, sheet, (top + 0.15 * sheet.title, title.size), "bold")
    if heading.sub:
        sub = wrap(heading.sub, width, sheet.sub, max_lines=2, language=heading.language)
        top = _set(items, sub.lines, sheet, (top + 0.25 * sheet.sub, sub.size), "")
    return _Column(tuple(items), top)


def _set(items: list[Text], lines: tuple[str, ...], sheet: Sheet, place: tuple[float, float], weight: str) -> float:
    """Set lines from a top at a size, at the left margin; returns where they end."""
    top, size = place
    for line in lines:
        bold = weight == "bold"
        fill = LIGHT.ink if bold else LIGHT.sub
        run = text_run(line, sheet.margin, baseline(top, size), size, "bold" if bold else "regular", fill)
        items.append(run)
        top += line_height(size)
    return top


def _figure_width(sheet: Sheet, figure: KeyFigure) -> float:
    notes = (text_width(note, _note_size(sheet)) for note in figure.notes)
    return max(text_width(figure.value, sheet.figure, "bold"), *notes, 0.0)


def _figures_width(sheet: Sheet, figures: tuple[KeyFigure, ...]) -> float:
    return sum(_figure_width(sheet, figure) + FIGURE_GAP * sheet.body for figure in figures)


def _figure_items(sheet: Sheet, figure: KeyFigure, right: float, theme: Theme) -> tuple[Text, ...]:
    """The figure and its notes, set flush right."""
    size = _note_size(sheet)
    top = sheet.margin
    value = text_run(figure.value, 0.0, baseline(top, sheet.figure), sheet.figure, "bold", figure.fill)
    top += line_height(sheet.figure)
    notes = [text_run(note, 0.0, baseline(top + number * line_height(size), size), size, fill=theme.sub)
             for number, note in enumerate(figure.notes)]  # fmt: skip
    return tuple(msgspec.structs.replace(run, x=right - run.width) for run in (value, *notes))


def _figure_bottom(sheet: Sheet, figure: KeyFigure) -> float:
    return sheet.margin + line_height(sheet.figure) + len(figure.notes) * line_height(_note_size(sheet))


def _note_size(sheet: Sheet) -> float:
    return max(FLOOR, sheet.small)


def _group(part: str, items: tuple[Text, ...], sheet: Sheet, bottom: float, alt: str) -> Group:
    """Runs in page coordinates as a group around them."""
    left = min(run.x for run in items)
    right = max(run.x + run.width for run in items)
    top = sheet.margin - 0.3 * sheet.small
    moved: tuple[Primitive, ...] = tuple(msgspec.structs.replace(run, x=run.x - left, y=run.y - top) for run in items)
    return Group(owner="", part=part, x=left, y=top, width=right - left, height=bottom - top, items=moved,
                 role="heading" if part == "heading" else "paragraph", alt=alt)  # fmt: skip


def _rule(sheet: Sheet, y: float, theme: Theme) -> Group:
    line = Path(steps=(("M", 0.0, 0.0), ("L", sheet.inner_width, 0.0)), stroke=theme.line, stroke_width=0.8)
    return Group(owner="", part="rule", x=sheet.margin, y=y, width=sheet.inner_width, height=0.0, items=(line,),
                 role="decoration")  # fmt: skip
