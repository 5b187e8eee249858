"""The report: annotated maps, gap tables, measurement plans, where the figures come from, and how they are made."""

from collections.abc import Iterator, Mapping
from datetime import date

from journeymapper.analysis.scoring import newest_wave, score_points
from journeymapper.language.language import Language
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Page, Project
from journeymapper.model.tally import Tally
from journeymapper.paint.pdf import PdfPage, paint_pdf
from journeymapper.report.content import Content
from journeymapper.report.pages.frame import Leaf, framed
from journeymapper.report.pages.gaps_page import gap_pages
from journeymapper.report.pages.map_page import map_leaves
from journeymapper.report.pages.method_page import method_pages
from journeymapper.report.pages.plan_page import plan_pages
from journeymapper.report.pages.trace_page import trace_pages
from journeymapper.report.sheet import SHEETS, Sheet


def build_report(
    project: Project, tallies: Mapping[str, Tally], *, page: Page, language: Language, date: date
) -> bytes:
    """The PDF of a project's newest wave; equal project, tallies, language and date give equal bytes.

    Refuses a project without a journey.
    """
    if not project.journey_order:
        raise Refusal("The project {name} has no journey to report on.", name=project.name)
    content = report_content(project, tallies, language, date)
    leaves = list(report_leaves(content, SHEETS[page]))
    pictures = framed(SHEETS[page], leaves, language, content.footer, date)
    pages = [
        PdfPage(picture=picture, title=leaf.outline, level=0) for picture, leaf in zip(pictures, leaves, strict=True)
    ]
    return paint_pdf(pages, title=_title(content), author=project.client, language=language.code, date=date)


def report_content(project: Project, tallies: Mapping[str, Tally], language: Language, day: date) -> Content:
    """What is reported: the scores of the newest wave."""
    wave = newest_wave(project, tallies)
    scores = score_points(project, tallies, wave=wave)
    return Content(project=project, scores=scores, wave=wave, language=language, date=day)


def report_leaves(content: Content, sheet: Sheet) -> Iterator[Leaf]:
    """All pages in their order, without their numbers."""
    for journey in content.project.ordered_journeys():
        yield from map_leaves(content, journey, sheet)
        if content.project.points:
            yield from gap_pages(content, journey, sheet)
            yield from plan_pages(content, journey, sheet)
    yield from trace_pages(content, sheet)
    if content.project.points:
        yield from method_pages(content, sheet)


def _title(content: Content) -> str:
    return content.language.text("{project}: journey map and results", project=content.project.name)
