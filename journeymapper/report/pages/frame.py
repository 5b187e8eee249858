"""The furniture of a page: client and state, the finding as title, sub-line, key figures, footer with page number."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from journeymapper.language.language import Language
from journeymapper.paint.pdf import Inset
from journeymapper.picture.primitives import Group, Path, Picture, Primitive, Text
from journeymapper.picture.theme import LIGHT, Theme
from journeymapper.picture.type import Wrapped, baseline, fit, line_height, text_lines, text_run, text_width, wrap
from journeymapper.report.pages.margin import margin_groups
from journeymapper.report.sheet import FLOOR, Sheet

FIGURE_GAP = 2.0
TITLE_LINES = 2.4
BESIDE = 0.55
Place = tuple[str, str]
"""A group's owner and part."""


class KeyFigure(msgspec.Struct, frozen=True):
    """A large figure with up to three short lines that say what it is and how far to trust it.

    The lines of a `sentence` are one, broken to stand below the figure.
    """

    value: str
    notes: tuple[str, ...]
    fill: str = LIGHT.ink
    sentence: bool = False

    def words(self, between: str) -> str:
        """The notes on one line."""
        return (" " if self.sentence else between).join(self.notes)


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """What stands above a page's body. `language` is the code of the texts' language, `owner` what it is about."""

    over: str
    title: str
    sub: str = ""
    figures: tuple[KeyFigure, ...] = ()
    language: str = "en"
    owner: str = ""


class Leaf(msgspec.Struct, frozen=True, kw_only=True):
    """A page without its number: heading, the body's groups in page coordinates, its outline entry if it has one.

    `anchor` names the page for links; `anchors` name places on it, `links` say where its groups lead, both by the
    groups' (owner, part). A `bare` page draws its heading itself. A `picture` is a page that has no frame, such as a
    poster's tile with the poster as `inset`.
    """

    heading: Heading
    body: tuple[Group, ...] = ()
    outline: str = ""
    level: int = 0
    anchor: str = ""
    anchors: Mapping[Place, str] = {}
    links: Mapping[Place, str] = {}
    bare: bool = False
    picture: Picture | None = None
    inset: Inset | None = None


class _Block(msgspec.Struct, frozen=True):
    """Lines of one kind, set from the top downwards."""

    part: str
    items: tuple[Text, ...]
    top: float
    bottom: float


def body_top(sheet: Sheet, heading: Heading) -> float:
    """Where the body begins below a heading."""
    lowest = _titles(sheet, heading)[-1].bottom
    figures, top = _figures(sheet, heading)
    lowest = max(lowest, *(_figure_bottom(sheet, figure, top) for figure in figures)) if figures else lowest
    return lowest + (1.6 if figures else 1.2) * sheet.body


def heading_groups(sheet: Sheet, heading: Heading, theme: Theme = LIGHT) -> Iterator[Group]:
    """The heading in page coordinates; a rule below it where there are key figures."""
    texts = {"over": heading.over, "heading": heading.title, "sub": heading.sub}
    for block in _titles(sheet, heading):
        if block.items:
            yield _group(block, texts[block.part], heading.owner if block.part == "over" else "")
    figures, top = _figures(sheet, heading)
    right = sheet.right
    drawn = []
    for figure in reversed(figures):
        items = _figure_items(sheet, figure, (right, top), theme)
        block = _Block("key figure", items, top - 0.3 * sheet.small, _figure_bottom(sheet, figure, top))
        drawn.append(_group(block, " ".join((figure.value, *figure.notes))))
        right -= _figure_width(sheet, figure) + FIGURE_GAP * sheet.body
    yield from reversed(drawn)
    if figures:
        yield _rule(sheet, body_top(sheet, heading) - 0.6 * sheet.body, theme)


def _figures(sheet: Sheet, heading: Heading) -> tuple[tuple[KeyFigure, ...], float]:
    """The key figures that fit, and where they begin: beside the title, on a narrow page below it."""
    figures = heading.figures
    if _beside(sheet, figures):
        return figures, sheet.margin
    while _figures_width(sheet, figures) > sheet.inner_width + FIGURE_GAP * sheet.body:
        figures = figures[:-1]
    return figures, _titles(sheet, heading)[-1].bottom + 0.8 * sheet.body


def _beside(sheet: Sheet, figures: tuple[KeyFigure, ...]) -> bool:
    return _figures_width(sheet, figures) <= BESIDE * sheet.inner_width


def footer_groups(sheet: Sheet, left: str, right: str, theme: Theme = LIGHT) -> Iterator[Group]:
    """The line at the foot: whose it is and for whom, and the page's number."""
    y = sheet.height - sheet.margin
    number = text_run(right, 0.0, y, sheet.small, fill=theme.sub)
    number = msgspec.structs.replace(number, x=sheet.right - number.width)
    room = sheet.inner_width - number.width - 4 * sheet.small
    whose = fit(left, room, line_height(sheet.small), sheet.small)
    line = whose.lines[0] if left.strip() else ""
    items = (text_run(line, sheet.margin, y, whose.size, fill=theme.sub), number)
    top = y - line_height(sheet.small)
    yield Group(owner="", part="footer", x=0.0, y=top, width=sheet.width, height=sheet.margin,
                items=tuple(msgspec.structs.replace(item, y=item.y - top) for item in items if item.text),
                role="decoration", alt=f"{left} {right}")  # fmt: skip


def framed(sheet: Sheet, leaves: Sequence[Leaf], language: Language, footer: str, day: date) -> list[Picture]:
    """The leaves as finished pages, dated and numbered."""
    pages = []
    for number, leaf in enumerate(leaves, start=1):
        if leaf.picture is not None:
            pages.append(leaf.picture)
            continue
        place = language.text("Page {number} of {count}", number=number, count=len(leaves))
        right = f"{language.date(day)} · {place}"
        head = () if leaf.bare else tuple(heading_groups(sheet, leaf.heading))
        foot = footer_groups(sheet, footer, right)
        groups = (*head, *leaf.body, *foot, *margin_groups(sheet, language, number - 1))
        pages.append(Picture(width=sheet.width, height=sheet.height, groups=groups))
    return pages


def _titles(sheet: Sheet, heading: Heading) -> list[_Block]:
    """What stands over the title, the title and the line under it, from the top."""
    beside = _beside(sheet, heading.figures)
    width = sheet.inner_width - (_figures_width(sheet, heading.figures) if beside else 0.0)
    top = sheet.margin - 0.3 * sheet.small
    over = fit(heading.over, width, line_height(sheet.sub), max(FLOOR, sheet.sub * 0.9), language=heading.language)
    blocks = [_block("over", over, sheet, top)]
    room = TITLE_LINES * line_height(sheet.title)
    floor = max(FLOOR, sheet.title * 0.6)
    title = fit(heading.title, width, room, sheet.title, "bold", heading.language, floor=floor)
    blocks.append(_block("heading", title, sheet, blocks[-1].bottom + 0.15 * sheet.title))
    if heading.sub:
        sub = wrap(heading.sub, width, sheet.sub, max_lines=2, language=heading.language)
        blocks.append(_block("sub", sub, sheet, blocks[-1].bottom + 0.25 * sheet.sub))
    return blocks


def _block(part: str, words: Wrapped, sheet: Sheet, top: float) -> _Block:
    bold = part == "heading"
    fill = LIGHT.ink if bold else LIGHT.sub
    runs = text_lines(words, sheet.margin, top, "bold" if bold else "regular", fill)
    return _Block(part, tuple(run for run in runs if run.text), top, top + words.height)


def _figure_width(sheet: Sheet, figure: KeyFigure) -> float:
    notes = (text_width(note, _note_size(sheet)) for note in figure.notes)
    return max(text_width(figure.value, sheet.figure, "bold"), *notes, 0.0)


def _figures_width(sheet: Sheet, figures: tuple[KeyFigure, ...]) -> float:
    return sum(_figure_width(sheet, figure) + FIGURE_GAP * sheet.body for figure in figures)


def _figure_items(sheet: Sheet, figure: KeyFigure, corner: tuple[float, float], theme: Theme) -> tuple[Text, ...]:
    """The figure and its notes, set flush right below a corner."""
    size = _note_size(sheet)
    right, top = corner
    value = text_run(figure.value, 0.0, baseline(top, sheet.figure), sheet.figure, "bold", figure.fill)
    top += line_height(sheet.figure)
    notes = [text_run(note, 0.0, baseline(top + number * line_height(size), size), size, fill=theme.sub)
             for number, note in enumerate(figure.notes)]  # fmt: skip
    return tuple(msgspec.structs.replace(run, x=right - run.width) for run in (value, *notes))


def _figure_bottom(sheet: Sheet, figure: KeyFigure, top: float) -> float:
    return top + line_height(sheet.figure) + len(figure.notes) * line_height(_note_size(sheet))


def _note_size(sheet: Sheet) -> float:
    return max(FLOOR, sheet.small)


def _group(block: _Block, alt: str, owner: str = "") -> Group:
    """Runs in page coordinates as a group around them."""
    left = min(run.x for run in block.items)
    right = max(run.x + run.width for run in block.items)
    moved: tuple[Primitive, ...] = tuple(
        msgspec.structs.replace(run, x=run.x - left, y=run.y - block.top) for run in block.items
    )
    return Group(owner=owner, part=block.part, x=left, y=block.top, width=right - left,
                 height=block.bottom - block.top, items=moved,
                 role="heading" if block.part == "heading" else "paragraph", alt=alt)  # fmt: skip


def _rule(sheet: Sheet, y: float, theme: Theme) -> Group:
    line = Path(steps=(("M", 0.0, 0.0), ("L", sheet.inner_width, 0.0)), stroke=theme.line, stroke_width=0.8)
    return Group(owner="", part="rule", x=sheet.margin, y=y, width=sheet.inner_width, height=0.0, items=(line,),
                 role="decoration")  # fmt: skip
