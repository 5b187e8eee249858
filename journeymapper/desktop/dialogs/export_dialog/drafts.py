"""The report as a PDF and its pages as images. The work of jobs; PDFium takes one caller at a time."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtGui import QImage

from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.report.order import Order

POINTS = 72.0


class Draft(msgspec.Struct, frozen=True):
    """The report's bytes, which are what is saved, the sizes of its pages in points, and signs that no font has."""

    order: Order
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    missing: tuple[str, ...] = ()
    removed: tuple[Message, ...] = ()


class PageImage(msgspec.Struct, frozen=True):
    """One page of a draft as an image of so many pixels a point."""

    draft: Draft
    page: int
    scale: float
    image: QImage


def build(
    project: Project,
    tallies: Mapping[str, Tally],
    attachments: Mapping[str, bytes],
    order: Order,
    tick: Callable[[], object],
) -> Draft:
    """The report of a project; raises Refusal for what cannot be printed."""
    from pypdfium2 import PdfDocument

    from journeymapper.report.missing import lacking
    from journeymapper.report.report import build_report
    from journeymapper.report.sharing import shared

    tick()
    removed: tuple[Message, ...] = ()
    if order.safe:
        copy = shared(project, tallies, attachments)
        project, tallies, attachments, removed = copy.project, copy.tallies, copy.attachments, copy.removed
        tick()
    pdf = build_report(project, tallies, order, attachments)
    tick()
    document = PdfDocument(pdf)
    try:
        sizes = tuple(document.get_page_size(page) for page in range(len(document)))
    finally:
        document.close()
    return Draft(order=order, pdf=pdf, sizes=sizes, missing=lacking(project), removed=removed)


def draw_pages(
    draft: Draft, pages: Sequence[int], scale: float, report: Callable[[float], object]
) -> tuple[PageImage, ...]:
    """Some pages as images; `report` is told the share that is done and may stop the work."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(draft.pdf)
    drawn: list[PageImage] = []
    try:
        for place, page in enumerate(pages):
            report(place / len(pages))
            drawn.append(PageImage(draft, page, scale, _image(document, page, scale)))
    finally:
        document.close()
    return tuple(drawn)


def _image(document: object, page: int, scale: float) -> QImage:
    """A page as 32-bit pixels, whose bytes Qt takes over as they are."""
    drawn = document[page].render(scale=scale, prefer_bgrx=True)  # type: ignore[index]  # untyped library
    if drawn.mode != "BGRX":
        raise Refusal("Page {page} cannot be shown.", page=page + 1)
    made = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    return made.copy()
