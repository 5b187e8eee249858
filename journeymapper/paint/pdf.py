"""Pictures to PDF: embedded subsets of Inter, searchable text, title, language and outline."""

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import msgspec

from journeymapper.paint.marking import Mark, Place, marks_of
from journeymapper.paint.page_painter import Encoded, PagePainter
from journeymapper.paint.structure import Embedded, PageMarks, structured
from journeymapper.picture.faces import FONT_NAMES, font_path
from journeymapper.picture.primitives import Group, Picture

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

CREATOR = "Journey Mapper"


class Inset(msgspec.Struct, frozen=True, kw_only=True):
    """Groups that are seen through a window of the page, painted before all others: a part of a poster."""

    groups: tuple[Group, ...]
    x: float
    y: float
    width: float
    height: float


class PdfPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the size of its picture; with a `title` it is an entry of the outline, indented by `level`.

    `anchor` names it for links, `anchors` name places on it and `links` say where its groups lead, both by a group's
    (owner, part). `reading` are the numbers of its groups in reading order, empty where they are painted in it.
    """

    picture: Picture
    title: str = ""
    level: int = 0
    inset: Inset | None = None
    anchor: str = ""
    anchors: Mapping[Place, str] = {}
    links: Mapping[Place, str] = {}
    reading: tuple[int, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups in painting order."""
        return (*self.inset.groups, *self.picture.groups) if self.inset else self.picture.groups


def paint_pdf(pages: Sequence[PdfPage], *, title: str, author: str, language: str, date: datetime.date,
              attachments: Mapping[str, bytes] | None = None, embedded: Embedded | None = None,
              tagged: bool = True) -> bytes:  # fmt: skip
    """The bytes of a PDF; equal pages and date give equal bytes. `language` is a code such as `fi`.

    It is tagged unless it is only going to be looked at by this program; `embedded` is a file to put into it.
    """
    buffer = io.BytesIO()
    canvas = _canvas(buffer, language, date)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(title)
    canvas.setCreator(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    level = -1
    marked: list[PageMarks] = []
    encoded: Encoded = {}
    for number, page in enumerate(pages):
        canvas.setPageSize((page.picture.width, page.picture.height))
        if page.title:
            level = min(page.level, level + 1)
            canvas.bookmarkPage(f"page-{number}")
            canvas.addOutlineEntry(page.title, f"page-{number}", level)
        marks = marks_of(page.groups, page.links) if tagged else []
        PagePainter(canvas, page.picture.height, attachments or {}, encoded).page(page, marks)
        marked.append(_page_marks(page, marks))
        canvas.showPage()
    if level >= 0:
        canvas.showOutline()
    canvas.save()
    if not tagged:
        return buffer.getvalue()
    return structured(buffer.getvalue(), marked, _spots(pages), title=title, language=language, date=date,
                      embedded=embedded)  # fmt: skip


def _page_marks(page: PdfPage, marks: Sequence[Mark | None]) -> PageMarks:
    """What is tagged on a page in reading order."""
    ordered = [marks[number] for number in page.reading] if page.reading and marks else marks
    kept = tuple(mark for mark in ordered if mark is not None)
    return PageMarks(marks=kept, height=page.picture.height, title=page.title)


def _spots(pages: Sequence[PdfPage]) -> dict[str, tuple[int, float]]:
    """Where links lead: each name's first page and the height on it."""
    spots: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(pages):
        if page.anchor:
            spots.setdefault(page.anchor, (number, 0.0))
        for group in page.groups if page.anchors else ():
            name = page.anchors.get((group.owner, group.part))
            if name:
                spots.setdefault(name, (number, max(0.0, group.y - 8.0)))
    return spots


def _canvas(buffer: io.BytesIO, language: str, date: datetime.date) -> "Canvas":
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # bytes as they are: smaller, and nobody reads a PDF over a seven-bit line
    _register_fonts()
    # Without an initial font reportlab adds Helvetica, not embedded, to every page. (Its stub calls a name a float.)
    canvas: Any = Canvas(
        buffer, pageCompression=1, invariant=1, initialFontName=cast(Any, FONT_NAMES["regular"]), lang=language
    )
    canvas._doc._timeStamp.YMDhms = (date.year, date.month, date.day, 0, 0, 0)
    return cast("Canvas", canvas)


def _register_fonts() -> None:
    """Registers Inter with reportlab, which keeps its fonts for the life of the process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    known = pdfmetrics.getRegisteredFontNames()
    for weight, name in FONT_NAMES.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(font_path(weight))))
