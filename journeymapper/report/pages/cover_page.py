"""The cover: whose report it is, of what and when, for whom, and its contents."""

from collections.abc import Sequence

import msgspec

from journeymapper.picture.primitives import Group, Image, Primitive, Rect
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import baseline, line_height, text_run, text_width, wrap
from journeymapper.report.content import Content
from journeymapper.report.image_size import image_size
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.pages.map_page import finding_words
from journeymapper.report.sheet import Sheet
from journeymapper.report.stack import Stack, Style

LOGO_HIGH, LOGO_WIDE = 0.09, 0.3
TOP = 0.17
COVER = "cover"
"""The name by which links find it."""


class Entry(msgspec.Struct, frozen=True):
    """A line of the contents: a title, its page's number and the name by which links find it."""

    title: str
    page: int
    anchor: str
    level: int = 0


def cover_leaf(content: Content) -> Leaf:
    """The cover without its contents, which are known once all pages are made."""
    language, project = content.language, content.project
    heading = Heading(over=project.client, title=project.name, language=project.language)
    return Leaf(heading=heading, outline=language.text("Cover"), anchor=COVER, bare=True)


def filled_cover(content: Content, sheet: Sheet, leaf: Leaf, entries: Sequence[Entry]) -> Leaf:
    """The cover with the contents."""
    logo = _logo(content, sheet)
    groups = [_bar(content, sheet), *logo]
    y = max(TOP * sheet.height, *(group.y + group.height + 2 * sheet.body for group in logo), 0.0)
    words = _words(content, sheet)
    groups += words.moved(sheet.margin, y)
    top = y + words.height + 3.0 * sheet.body
    contents, links = _contents(content, sheet, entries, top)
    return msgspec.structs.replace(leaf, body=(*groups, *contents), links=links)


def _words(content: Content, sheet: Sheet) -> Stack:
    """Client, name, what it covers, the day and for whom it is."""
    language, project = content.language, content.project
    stack = Stack(0.8 * sheet.inner_width, project.language)
    stack.words(project.client, Style(1.1 * sheet.sub, "regular", LIGHT.sub), part="over")
    stack.gap(0.4 * sheet.sub)
    stack.words(project.name, Style(1.9 * sheet.title, "bold"), lines=3, role="heading", part="heading")
    stack.gap(0.4 * sheet.sub)
    names = [journey.name for journey in project.ordered_journeys() if journey.name != project.name]
    wave = language.text("results of {wave}", wave=content.wave) if content.wave else ""
    whom = content.whom if content.segment else ""
    parts = [*names[:6], wave, whom, language.date(content.date)]
    stack.words(" · ".join(part for part in parts if part), Style(1.1 * sheet.sub), lines=3, part="sub")
    stack.gap(1.4 * sheet.sub)
    stack.words(finding_words(content), Style(1.15 * sheet.title, "medium", content.accent), lines=4, part="finding")
    for words in (project.disclaimer, project.confidentiality):
        if words:
            stack.gap(0.4 * sheet.sub)
            stack.words(words, Style(sheet.sub, "regular", LIGHT.sub), lines=3)
    return stack


def _bar(content: Content, sheet: Sheet) -> Group:
    """A band of the client's colour along the edge of the page."""
    bar = Rect(x=0.0, y=0.0, width=0.4 * sheet.margin, height=sheet.height, fill=content.accent)
    return Group(owner="", part="bar", x=0.0, y=0.0, width=bar.width, height=bar.height, items=(bar,),
                 role="decoration")  # fmt: skip


def _logo(content: Content, sheet: Sheet) -> list[Group]:
    name = content.project.report.logo
    size = image_size(content.attachments.get(name, b""))
    if size is None:
        return []
    factor = min(LOGO_WIDE * sheet.inner_width / size[0], LOGO_HIGH * sheet.height / size[1])
    image = Image(x=0.0, y=0.0, width=size[0] * factor, height=size[1] * factor, attachment=name)
    alt = content.language.text("Logo of {client}", client=content.project.client)
    return [Group(owner="", part="logo", x=sheet.margin, y=sheet.margin, width=image.width, height=image.height,
                  items=(image,), role="figure", alt=alt)]  # fmt: skip


def _contents(
    content: Content, sheet: Sheet, entries: Sequence[Entry], top: float
) -> tuple[list[Group], dict[tuple[str, str], str]]:
    """The lines of the contents in as many columns as they need, and where they lead."""
    size = 1.05 * sheet.body
    step = 1.9 * size
    rows = max(1, int((sheet.foot - top) / step))
    chosen = list(entries)
    if len(chosen) > 2 * rows:
        chosen = [entry for entry in entries if not entry.level]
    chosen = chosen[: 2 * rows]
    columns = 1 if len(chosen) <= rows else 2
    width = min(sheet.inner_width / columns - 2.0 * size, 46.0 * size)
    each = -(-len(chosen) // columns) if chosen else 1
    groups: list[Group] = []
    links: dict[tuple[str, str], str] = {}
    for number, entry in enumerate(chosen):
        x = sheet.margin + (number // each) * (width + 2.0 * size)
        y = top + (number % each) * step
        group = _line(content, entry, (size, width), f"contents {number}")
        groups.append(group.moved(x, y))
        links[(group.owner, group.part)] = entry.anchor
    return groups, links


def _line(content: Content, entry: Entry, of: tuple[float, float], owner: str) -> Group:
    size, width = of
    number = str(entry.page)
    indent = 1.4 * size * entry.level
    room = width - indent - text_width(number, size) - 2.0 * size
    words = wrap(entry.title, room, size, "regular" if entry.level else "medium", 1, content.project.language).lines[0]
    runs: list[Primitive] = [
        text_run(words, indent, baseline(0.0, size), size, "regular" if entry.level else "medium"),
        text_run(number, width - text_width(number, size), baseline(0.0, size), size, fill=LIGHT.sub),
    ]
    return Group(owner=owner, part="contents", x=0.0, y=0.0, width=width, height=line_height(size), items=tuple(runs),
                 role="paragraph", alt=f"{entry.title}, {number}")  # fmt: skip
