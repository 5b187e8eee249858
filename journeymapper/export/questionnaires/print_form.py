"""A questionnaire on paper: boxes to tick, lines to write on, and the code of each question for who types it in."""

import datetime
from collections.abc import Iterator

import msgspec

from journeymapper.export.questionnaires.boxes import Block, answer_block
from journeymapper.export.questionnaires.form import Form, Item
from journeymapper.language.language import language as language_of
from journeymapper.paint.pdf import PdfPage, paint_pdf
from journeymapper.picture.primitives import Group, Picture, Primitive, Text, Weight
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import baseline, line_height, text_lines, text_run, wrap

WIDTH, HEIGHT, MARGIN = 595.28, 841.89, 48.0
INNER = WIDTH - 2 * MARGIN
FOOT = HEIGHT - MARGIN - 14.0
TITLE, BODY, ASKED, SMALL = 20.0, 10.5, 11.5, 8.0
CODE_ROOM = 48.0
BETWEEN = 20.0


def print_form(form: Form, language: str, day: datetime.date) -> bytes:
    """The pages of A4 as PDF; a question is never parted from its answers."""
    title = form.title(language)
    pages = [
        PdfPage(picture=picture, title="" if number else title)
        for number, picture in enumerate(form_pictures(form, language))
    ]
    return paint_pdf(pages, title=title, author="", language=language, date=day)


def form_pictures(form: Form, language: str) -> list[Picture]:
    """The pages as pictures, numbered."""
    pages, spoken = list(_filled(_blocks(form, language))), language_of(language)
    pictures = []
    for number, blocks in enumerate(pages, start=1):
        place = spoken.text("Page {number} of {count}", number=number, count=len(pages))
        footer = _footer(f"{form.id} · {form.title(language)}", place)
        pictures.append(Picture(width=WIDTH, height=HEIGHT, groups=(*blocks, footer)))
    return pictures


def _blocks(form: Form, language: str) -> Iterator[Block]:
    words = form.words[language]
    yield _text(form.title(language), TITLE, "bold", LIGHT.ink, language)
    if words.intro:
        yield _text(words.intro, BODY, "regular", LIGHT.ink, language)
    for number, item in enumerate(form.items, start=1):
        yield _question(form, item, number, language)
    if words.thanks:
        yield _text(words.thanks, BODY, "semibold", LIGHT.ink, language)
    if words.privacy:
        yield _text(words.privacy, SMALL, "regular", LIGHT.sub, language)


def _text(text: str, size: float, weight: Weight, fill: str, language: str) -> Block:
    items, height = _lines(text, 0.0, 0.0, INNER, (size, weight, fill), language)
    return Block(tuple(items), height, text)


def _lines(
    text: str, x: float, top: float, width: float, style: tuple[float, Weight, str], language: str
) -> tuple[list[Primitive], float]:
    """The lines of a text's paragraphs, and where they end."""
    size, weight, fill = style
    items: list[Primitive] = []
    for paragraph in text.split("\n"):
        broken = wrap(paragraph, width, size, weight, language=language)
        items += text_lines(broken, x, top, weight, fill)
        top += max(1, len(broken.lines)) * line_height(size)
    return items, top


def _question(form: Form, item: Item, number: int, language: str) -> Block:
    text = _condition(form, item, language) + item.texts[language]
    indent = 20.0
    items: list[Primitive] = [text_run(f"{number}.", 0.0, baseline(0.0, ASKED), ASKED, "semibold", LIGHT.ink)]
    lines, top = _lines(text, indent, 0.0, INNER - indent - CODE_ROOM, (ASKED, "semibold", LIGHT.ink), language)
    code = text_run(item.code, 0.0, baseline(0.0, ASKED), SMALL, "regular", LIGHT.sub)
    items += [*lines, msgspec.structs.replace(code, x=INNER - code.width)]
    answers = answer_block(item, INNER - indent, language)
    items += [_shifted(one, indent, top + 8.0) for one in answers.items]
    alt = " ".join((f"{number}. {text}", *(choice.label(language) for choice in item.choices)))
    return Block(tuple(items), top + 8.0 + answers.height, alt)


def _condition(form: Form, item: Item, language: str) -> str:
    if item.shown is None:
        return ""
    asked = next(one for one in form.items if one.code == item.shown.code)
    labels = [one.label(language) for one in asked.choices if one.code in item.shown.answers]
    return language_of(language).text("If {answers}: ", answers=" / ".join(labels))


def _filled(blocks: Iterator[Block]) -> Iterator[list[Group]]:
    """The blocks on pages; one that does not fit begins the next page."""
    page: list[Group] = []
    y = MARGIN
    for block in blocks:
        if page and y + block.height > FOOT:
            yield page
            page, y = [], MARGIN
        page.append(Group(owner="", part="block", x=MARGIN, y=y, width=INNER, height=block.height,
                          items=block.items, role="paragraph", alt=block.alt))  # fmt: skip
        y += block.height + BETWEEN
    if page:
        yield page


def _footer(left: str, right: str) -> Group:
    name = wrap(left, INNER - 90.0, SMALL, max_lines=1).lines[0]
    number = text_run(right, 0.0, SMALL, SMALL, fill=LIGHT.sub)
    items: tuple[Text, ...] = (
        text_run(name, 0.0, SMALL, SMALL, fill=LIGHT.sub), msgspec.structs.replace(number, x=INNER - number.width),
    )  # fmt: skip
    return Group(owner="", part="footer", x=MARGIN, y=HEIGHT - MARGIN, width=INNER, height=SMALL, items=items,
                 role="paragraph", alt=f"{left} {right}")  # fmt: skip


def _shifted(item: Primitive, dx: float, dy: float) -> Primitive:
    from journeymapper.picture.primitives import Path

    if isinstance(item, Path):
        steps = tuple((step[0], *_moved(step[1:], dx, dy)) for step in item.steps)
        return msgspec.structs.replace(item, steps=steps)
    return msgspec.structs.replace(item, x=item.x + dx, y=item.y + dy)


def _moved(numbers: tuple[str | float, ...], dx: float, dy: float) -> tuple[float, ...]:
    return tuple(float(number) + (dy if place % 2 else dx) for place, number in enumerate(numbers))
