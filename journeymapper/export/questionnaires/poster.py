"""A poster with a code to point a telephone at: title, invitation, QR code in vectors, and the address in words."""

import datetime
from typing import TYPE_CHECKING

from journeymapper.export.questionnaires.form import Form
from journeymapper.export.questionnaires.web_address import checked_address
from journeymapper.paint.pdf import PdfPage, paint_pdf
from journeymapper.picture.primitives import Group, Path, Picture, Text, Weight
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import Wrapped, fit, line_height, text_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH, HEIGHT, MARGIN = 595.28, 841.89, 56.0
QUIET = 4
"""Modules of white that a reader needs around the code (ISO/IEC 18004)."""
SIDE = 330.0


def poster(form: Form, language: str, url: str, day: datetime.date) -> bytes:
    """A page of A4 as PDF."""
    address = checked_address(url)
    picture = Picture(width=WIDTH, height=HEIGHT, groups=tuple(_groups(form, language, address)))
    title = form.title(language)
    return paint_pdf([PdfPage(picture=picture, title=title)], title=title, author="", language=language, date=day)


def qr_path(address: str, side: float) -> Path:
    """The code's dark modules as one path in a square of a side, error correction Q; runs of modules are joined."""
    import segno

    rows = list(segno.make(address, error="q", micro=False, boost_error=False).matrix)
    module = side / (len(rows) + 2 * QUIET)
    steps: list[tuple[str | float, ...]] = []
    for row, cells in enumerate(rows):
        for start, end in _runs(cells):
            left, right = (QUIET + start) * module, (QUIET + end) * module
            top = (QUIET + row) * module
            steps += [
                ("M", left, top),
                ("L", right, top),
                ("L", right, top + module),
                ("L", left, top + module),
                ("Z",),
            ]
    return Path(steps=tuple(steps), fill="#000000")


def _runs(cells: "bytes | bytearray | tuple[int, ...]") -> "Iterator[tuple[int, int]]":
    start = -1
    for place, dark in enumerate((*cells, 0)):
        if dark and start < 0:
            start = place
        elif not dark and start >= 0:
            yield start, place
            start = -1


def _groups(form: Form, language: str, address: str) -> "Iterator[Group]":
    words = form.words[language]
    y = MARGIN + 20
    above: tuple[tuple[str, float, Weight, float], ...] = (
        (form.title(language), 34.0, "bold", 130.0),
        (words.intro, 17.0, "regular", 170.0),
    )
    for text, size, weight, room in above:
        if text:
            part, height = _centred(" ".join(text.split()), y, size, weight, room, language)
            yield part
            y += height + 0.7 * size
    top = max(y, (HEIGHT - SIDE) / 2)
    yield Group(owner=form.id, part="qr", x=(WIDTH - SIDE) / 2, y=top, width=SIDE, height=SIDE,
                items=(qr_path(address, SIDE),), role="figure", alt=address)  # fmt: skip
    part, height = _centred(address, top + SIDE + 6, 13.0, "semibold", 48.0, language)
    yield part
    if words.privacy:
        foot = fit(" ".join(words.privacy.split()), WIDTH - 2 * MARGIN, 80.0, 10.0, "regular", language)
        yield _block(foot.lines, foot.size, HEIGHT - MARGIN - foot.height, "regular", LIGHT.sub)


def _centred(text: str, y: float, size: float, weight: Weight, room: float, language: str) -> tuple[Group, float]:
    set_text = fit(text, WIDTH - 2 * MARGIN, room, size, weight, language, floor=9.0)
    return _block(set_text.lines, set_text.size, y, weight, LIGHT.ink), set_text.height


def _block(lines: tuple[str, ...], size: float, y: float, weight: Weight, fill: str) -> Group:
    inner = WIDTH - 2 * MARGIN
    runs: list[Text] = text_lines(Wrapped(lines, False, size), 0.0, 0.0, weight, fill, centred=inner)
    return Group(owner="", part="text", x=MARGIN, y=y, width=inner, height=line_height(size) * len(lines),
                 items=tuple(runs), role="paragraph", alt=" ".join(lines))  # fmt: skip
