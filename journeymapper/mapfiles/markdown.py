"""Indented Markdown: headings are stages, list items touchpoints, what is nested under them says something of these."""

import re
from collections.abc import Sequence

import msgspec

from journeymapper.mapfiles.card_lines import fitted, with_lines
from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.marks import marked_line
from journeymapper.mapfiles.mermaid import mermaid_blocks, read_mermaid
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.outline import Line, tree
from journeymapper.mapfiles.sketch import Reading, Sketch, SketchedStage, SketchedTouchpoint, split_lines
from journeymapper.model.messages import Message, Refusal

HEADING = re.compile(r"(#{1,6})\s+(.*)")
ITEM = re.compile(r"\s*(?:[-*+]|[0-9]{1,3}[.)])\s+\S")
FENCE = re.compile(r"\s*(`{3,}|~{3,})")
LINKED = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}\)")


class Section(msgspec.Struct):
    """What stands under a heading: prose and lines of lists."""

    level: int
    title: str
    prose: list[str] = msgspec.field(default_factory=list)
    lines: list[str] = msgspec.field(default_factory=list)


def read_markdown(text: str, *, source: str) -> Reading:
    """The diagrams in a Markdown text, or the journey that its headings and lists draw; refuses one without either."""
    lines = split_lines(text, source)
    if blocks := mermaid_blocks("\n".join(lines)):
        return read_mermaid(blocks, source=source)
    sections, account = _sections(lines)
    if not any(section.lines for section in sections):
        raise Refusal("{file}: no list of touchpoints under headings, and no Mermaid diagram.", file=source)
    title = next((one.title for one in sections if one.title), "") if not _first_titled(sections).lines else ""
    stages = [section for section in sections if section.lines]
    prose = [" ".join(section.prose) for section in sections if section.prose]
    for section in sections:
        if section.title and not section.lines and not section.prose and section.title != title:
            account.append(Message("“{name}” has no list below it and is left out.", {"name": section.title[:80]}))
    sketch = Sketch(name=shortened(title)[0], description="\n".join(prose), stages=tuple(map(_stage, stages)))
    return Reading((sketch,), tuple(account))


def _first_titled(sections: Sequence[Section]) -> Section:
    return next((section for section in sections if section.title), Section(0, ""))


def _sections(lines: Sequence[str]) -> tuple[list[Section], list[Message]]:
    """The text by its headings; blocks of code and quotations are left out."""
    sections = [Section(0, "")]
    fence, codes = "", 0
    for line in lines:
        found = FENCE.match(line)
        if fence or found:
            opening = not fence and found is not None
            codes += opening
            fence = found[1] if found and opening else "" if found and found[1].startswith(fence) else fence
        elif line.startswith("#") and (heading := HEADING.match(plain(line))):
            sections.append(Section(len(heading[1]), _words(heading[2].rstrip("# "))))
        else:
            _take(sections[-1], line)
    left = Message("{n} block of code is left out.", {"n": codes}, plural="{n} blocks of code are left out.")
    said = [left] if codes else []
    return sections, said


def _take(section: Section, line: str) -> None:
    """An item of a list, a line that goes on with one, or prose."""
    if ITEM.match(line) or (section.lines and line[:1] in " \t" and line.strip()):
        section.lines.append(LINKED.sub(r"\1", line))
    elif line.strip() and not line.lstrip().startswith(("|", ">", "<")) and set(line.strip()) - set("-=*_"):
        section.prose.append(_words(line))


def _words(text: str) -> str:
    """A line without links and emphasis."""
    return plain(re.sub(r"(\*\*|__|`)", "", LINKED.sub(r"\1", text)))


def _stage(section: Section) -> SketchedStage:
    cards = [card for line in tree(section.lines) for card in _cards(line)]
    return SketchedStage(name=shortened(section.title)[0], touchpoints=tuple(cards))


def _cards(line: Line) -> list[SketchedTouchpoint]:
    """A list item with what is nested under it."""
    cards = [fitted(card) for card in marked_line(line.text).touchpoints]
    if cards:
        cards[-1] = with_lines(cards[-1], [one for top in line.under for one in (top, *top.below())])
    return cards
