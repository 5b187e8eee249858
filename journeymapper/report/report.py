"""The report: sections in the order of a layout, framed, dated and numbered, with the project itself inside."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from journeymapper.analysis.marginals import score_book
from journeymapper.analysis.scoring import newest_wave, score_points
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.paint.pdf import PdfPage, paint_pdf
from journeymapper.paint.structure import Embedded
from journeymapper.picture.primitives import Picture
from journeymapper.picture.recolouring import black_and_white
from journeymapper.report.actual import path_reports
from journeymapper.report.content import Content
from journeymapper.report.order import Order
from journeymapper.report.pages.cover_page import COVER, Entry, filled_cover
from journeymapper.report.pages.frame import Leaf, framed
from journeymapper.report.paper import paper
from journeymapper.report.paper_choice import paper_of
from journeymapper.report.reading import by_columns
from journeymapper.report.sections import chosen_sections, section_leaves, with_remarks
from journeymapper.report.sheet import Sheet, sheet_of
from journeymapper.storage.archive import PROJECT_MIME
from journeymapper.storage.container import pack_project
from journeymapper.storage.parts import kept_comments
from journeymapper.storage.reports import INSIDE

MOST_WAVES = 12
LEAST_COMMENTS = 8


def build_report(
    project: Project, tallies: Mapping[str, Tally], order: Order, attachments: Mapping[str, bytes] = {}
) -> bytes:
    """The PDF of an order; equal project, results and order give equal bytes.

    Refuses a project without a journey, an unknown layout or paper, a map that would be unreadable.
    """
    content = report_content(project, tallies, order, attachments)
    pages = report_pages(content, order)
    embedded = None
    if order.embed:
        embedded = Embedded(INSIDE, pack_project(project, tallies, attachments), PROJECT_MIME)
    return paint_pdf(pages, title=_title(content), author=project.client, language=order.language.code,
                     date=order.date, attachments=attachments, embedded=embedded)  # fmt: skip


def report_content(
    project: Project, tallies: Mapping[str, Tally], order: Order, attachments: Mapping[str, bytes] = {}
) -> Content:
    """What is reported: the scores of the order's wave and segment, and of the wave that they are compared with."""
    if not project.journey_order:
        raise Refusal("The project {name} has no journey to report on.", name=project.name)
    wave = order.wave or newest_wave(project, tallies)
    book = score_book(project, tallies, (order.segment[0],) if order.segment else ())
    earlier = order.compare or _wave_before(project, wave)
    waves = dict.fromkeys((*_waves_until(project, wave), earlier, wave))
    history = {each: score_points(project, tallies, wave=each, segment=order.segment, book=book)
               for each in waves if each or each == wave}  # fmt: skip
    return Content(project=project, scores=history[wave], wave=wave, language=order.language, date=order.date,
                   tallies=tallies, attachments=attachments, earlier=earlier, before=history.get(earlier, {}),
                   segment=order.segment, comments=_comments(project, attachments, wave, order),
                   paths=path_reports(project, attachments),
                   history={each: history[each] for each in project.wave_order if each in history})  # fmt: skip


def _comments(
    project: Project, attachments: Mapping[str, bytes], wave: str, order: Order
) -> dict[str, tuple[str, ...]]:
    """The comments of the wave by point, where there are enough of them that none is known by its writer."""
    try:
        kept = kept_comments(project, attachments)
    except Refusal:
        return {}
    found: dict[str, list[str]] = {}
    for each in kept:
        if each.wave in ("", wave) and (not order.segment or each.segments.get(order.segment[0]) == order.segment[1]):
            found.setdefault(each.point, []).append(each.text)
    return {point: tuple(texts) for point, texts in found.items() if len(texts) >= LEAST_COMMENTS}


def _waves_until(project: Project, wave: str) -> tuple[str, ...]:
    """The newest waves up to one, the oldest first."""
    order = project.wave_order
    return order[: order.index(wave) + 1][-MOST_WAVES:] if wave in order else ()


def _wave_before(project: Project, wave: str) -> str:
    """The wave before one in the project's order, empty where it is the first."""
    order = project.wave_order
    place = order.index(wave) if wave in order else 0
    return order[place - 1] if place else ""


def report_sheet(content: Content, order: Order) -> Sheet:
    """The sheet of all pages but posters: with tiles, the office printer's."""
    remarks = with_remarks(content.project, order)
    if order.map == "tile":
        return sheet_of(paper(order.tile, order.landscape), remarks=remarks)
    return sheet_of(paper_of(order, content, content.project.ordered_journeys()[0]), remarks=remarks)


def report_leaves(content: Content, order: Order, sheet: Sheet | None = None) -> Iterator[Leaf]:
    """All pages in their order, without their numbers."""
    names = chosen_sections(content.project, order)
    chosen = msgspec.structs.replace(order, sections=names)
    for _, leaf in section_leaves(content, names, sheet or report_sheet(content, order), chosen):
        yield leaf


def report_pages(content: Content, order: Order) -> list[PdfPage]:
    """The finished pages. Raises Refusal where nothing is left to print."""
    sheet = report_sheet(content, order)
    leaves = list(report_leaves(content, order, sheet))
    if not leaves:
        raise Refusal("The layout {name} has no pages for this project.", name=order.layout)
    leaves = [filled_cover(content, sheet, leaf, _entries(leaves)) if leaf.anchor == COVER else leaf for leaf in leaves]
    return report_pictures(content, order, sheet, leaves)


def _entries(leaves: Sequence[Leaf]) -> list[Entry]:
    """The lines of the contents: every page of the outline but the cover."""
    return [
        Entry(leaf.outline, number, leaf.anchor or f"page {number}", leaf.level)
        for number, leaf in enumerate(leaves, start=1)
        if leaf.outline and leaf.anchor != COVER
    ]


def report_pictures(content: Content, order: Order, sheet: Sheet, leaves: Sequence[Leaf]) -> list[PdfPage]:
    """The pages of some leaves."""
    pictures = framed(sheet, leaves, content.language, content.footer, content.date)
    return [
        _page(picture, leaf, order, number)
        for number, (picture, leaf) in enumerate(zip(pictures, leaves, strict=True), start=1)
    ]


def _page(picture: Picture, leaf: Leaf, order: Order, number: int) -> PdfPage:
    page = PdfPage(
        picture=picture, title=leaf.outline, level=leaf.level, inset=leaf.inset,
        anchor=leaf.anchor or f"page {number}",
        anchors=leaf.anchors, links=leaf.links,
    )  # fmt: skip
    if any(group.part == "card" for group in page.groups):
        page = msgspec.structs.replace(page, reading=by_columns(page.groups))
    return black_and_white_page(page) if order.mono else page


def black_and_white_page(page: PdfPage) -> PdfPage:
    """The page for a black-and-white printer."""
    inset = page.inset and msgspec.structs.replace(page.inset, groups=black_and_white(page.inset.groups))
    picture = msgspec.structs.replace(page.picture, groups=black_and_white(page.picture.groups), ground="#FFFFFF")
    return msgspec.structs.replace(page, picture=picture, inset=inset)


def _title(content: Content) -> str:
    return content.language.text("{project}: journey map and results", project=content.project.name)
