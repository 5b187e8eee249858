"""Pictures to PDF: embedded subsets of Inter, searchable text, title, language and outline."""

import datetime
import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

import msgspec

from journeymapper.paint.marking import Mark, Place, marks_of
from journeymapper.paint.structure import Embedded, PageMarks, structured
from journeymapper.picture.faces import FONT_NAMES, font_path
from journeymapper.picture.primitives import Ellipse, Group, Image, Path, Picture, Rect, Text
from journeymapper.picture.type import halo_box, printable

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
    for number, page in enumerate(pages):
        canvas.setPageSize((page.picture.width, page.picture.height))
        if page.title:
            level = min(page.level, level + 1)
            canvas.bookmarkPage(f"page-{number}")
            canvas.addOutlineEntry(page.title, f"page-{number}", level)
        marks = marks_of(page.groups, page.links) if tagged else []
        PagePainter(canvas, page.picture.height, attachments or {}).page(page, marks)
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
    from reportlab.pdfgen.canvas import Canvas

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


class PagePainter:
    """Paints one picture on a page, turning coordinates over: PDF counts from the foot of the page."""

    def __init__(self, canvas: "Canvas", height: float, attachments: Mapping[str, bytes]) -> None:
        self.canvas, self.height, self.attachments = canvas, height, attachments
        self.code: list[str] = canvas._code  # type: ignore[attr-defined]  # where marked content begins and ends
        self.goes_on = False
        self.painters: dict[type, Any] = {
            Rect: self.rect, Path: self.path, Ellipse: self.ellipse, Text: self.text, Image: self.image,
        }  # fmt: skip

    def page(self, page: PdfPage, marks: Sequence[Mark | None]) -> None:
        """The ground, the inset and all groups; without marks none of it is tagged."""
        picture, groups = page.picture, page.groups
        if picture.ground and picture.ground.upper() != "#FFFFFF":
            self._begin(None, bool(marks))
            self.rect(Rect(x=0, y=0, width=picture.width, height=picture.height, fill=picture.ground), 0, 0)
            self._end(bool(marks))
        inset = page.inset
        if inset is not None:
            self.canvas.saveState()
            window = self.canvas.beginPath()
            window.rect(inset.x, self.height - inset.y - inset.height, inset.width, inset.height)
            self.canvas.clipPath(window, stroke=0, fill=0)
        last = len(inset.groups) if inset else 0
        for number, group in enumerate(groups):
            if inset is not None and number == last:
                self.canvas.restoreState()
            self._group(group, marks[number] if marks else None, bool(marks))
        if inset is not None and last == len(groups):
            self.canvas.restoreState()

    def _group(self, group: Group, mark: Mark | None, tagged: bool) -> None:
        if group.items:
            self._begin(mark, tagged)
            for item, after in zip(group.items, (*group.items[1:], None), strict=True):
                self.goes_on = isinstance(after, Text)
                self.painters[type(item)](item, group.x, group.y)
            self._end(tagged)

    def _begin(self, mark: Mark | None, tagged: bool) -> None:
        if tagged:
            self.code.append(f"/{mark.tag} <</MCID {mark.mcid}>> BDC" if mark else "/Artifact BMC")

    def _end(self, tagged: bool) -> None:
        if tagged:
            self.code.append("EMC")

    def rect(self, item: Rect, dx: float, dy: float) -> None:
        """A rectangle, rounded where it has a radius."""
        if not self._pen(item.fill, item.stroke, item.stroke_width, item.dash):
            return
        radius = min(item.radius, item.width / 2, item.height / 2)
        place = (item.x + dx, self.height - item.y - dy - item.height, item.width, item.height)
        if radius > 0:
            self.canvas.roundRect(*place, radius, stroke=bool(item.stroke), fill=bool(item.fill))
        else:
            self.canvas.rect(*place, stroke=bool(item.stroke), fill=bool(item.fill))

    def ellipse(self, item: Ellipse, dx: float, dy: float) -> None:
        """An ellipse by its bounds."""
        if self._pen(item.fill, item.stroke, item.stroke_width, ()):
            x, y = item.x + dx, self.height - item.y - dy
            self.canvas.ellipse(
                x - item.rx, y - item.ry, x + item.rx, y + item.ry, stroke=bool(item.stroke), fill=bool(item.fill)
            )

    def path(self, item: Path, dx: float, dy: float) -> None:
        """A path step by step; holes by the non-zero winding rule."""
        if not self._pen(item.fill, item.stroke, item.stroke_width, item.dash):
            return
        drawn = self.canvas.beginPath()
        draw: dict[str, Any] = {"M": drawn.moveTo, "L": drawn.lineTo, "C": drawn.curveTo, "Z": drawn.close}
        for name, *numbers in item.steps:
            places = [float(n) for n in numbers]
            turned = [n + dx if i % 2 == 0 else self.height - n - dy for i, n in enumerate(places)]
            draw[str(name)](*turned)
        self.canvas.drawPath(drawn, stroke=bool(item.stroke), fill=bool(item.fill), fillMode=1)

    def text(self, item: Text, dx: float, dy: float) -> None:
        """A run of text on its baseline, its halo behind it."""
        # reportlab drops what the font lacks without a word: `printable` puts a box there.
        if item.halo:
            x, y, width, height = halo_box(item)
            self.rect(Rect(x=x, y=y, width=width, height=height, fill=item.halo, radius=2), dx, dy)
        self.canvas.setFillColor(_colour(item.fill))
        self.canvas.setFont(FONT_NAMES[item.weight], item.size)
        # A space after a line that goes on in another, for those who search, copy or listen.
        drawn = printable(item.text)
        drawn += " " if self.goes_on and not drawn.endswith("-") else ""
        self.canvas.drawString(item.x + dx, self.height - item.y - dy, drawn)

    def image(self, item: Image, dx: float, dy: float) -> None:
        """An embedded picture, scaled into its box without bending it; an empty frame where it is missing."""
        from reportlab.lib.utils import ImageReader

        place = (item.x + dx, self.height - item.y - dy - item.height, item.width, item.height)
        data = self.attachments.get(item.attachment)
        if data is not None:
            with suppress(Exception):  # a broken image costs its place, never the report
                image = ImageReader(io.BytesIO(data))
                image.getRGBData()  # type: ignore[no-untyped-call]
                self.canvas.drawImage(image, *place, mask="auto", preserveAspectRatio=True)

    def _pen(self, fill: str, stroke: str, width: float, dash: tuple[float, ...]) -> bool:
        """Sets colours and line; false where there is nothing to paint."""
        if fill:
            self.canvas.setFillColor(_colour(fill))
        if stroke:
            self.canvas.setStrokeColor(_colour(stroke))
            self.canvas.setLineWidth(width)
            self.canvas.setDash(list(dash))
            self.canvas.setLineCap(0)
            self.canvas.setLineJoin(1)
        return bool(fill or stroke)


def _colour(value: str) -> tuple[float, float, float]:
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255
