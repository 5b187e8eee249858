"""The plan as pages of its own: coverage and points of each journey, the questionnaires, the reading calendar."""

from collections.abc import Iterator, Mapping
from datetime import date

from journeymapper.language.language import Language
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Page, Project
from journeymapper.model.tally import Tally
from journeymapper.paint.pdf import PdfPage, paint_pdf
from journeymapper.report.content import Content
from journeymapper.report.pages.calendar_page import calendar_pages
from journeymapper.report.pages.frame import Leaf, framed
from journeymapper.report.pages.plan_page import plan_pages
from journeymapper.report.pages.questionnaires_page import questionnaire_pages
from journeymapper.report.report import report_content
from journeymapper.report.sheet import SHEETS, Sheet


def build_plan(project: Project, tallies: Mapping[str, Tally], *, page: Page, language: Language, date: date) -> bytes:
    """The PDF of a project's measurement plan; equal plan, tallies, language and date give equal bytes.

    Refuses a project without a journey.
    """
    if not project.journey_order:
        raise Refusal("The project {name} has no journey to report on.", name=project.name)
    content = report_content(project, tallies, language, date)
    sheet = SHEETS[page]
    leaves = list(plan_leaves(content, sheet))
    pictures = framed(sheet, leaves, language, content.footer, date)
    pages = [PdfPage(picture=one, title=leaf.outline, level=0) for one, leaf in zip(pictures, leaves, strict=True)]
    title = language.text("Measurement plan: {project}", project=project.name)
    return paint_pdf(pages, title=title, author=project.client, language=language.code, date=date)


def plan_leaves(content: Content, sheet: Sheet) -> Iterator[Leaf]:
    """All pages in their order, without their numbers."""
    for journey in content.project.ordered_journeys():
        yield from plan_pages(content, journey, sheet)
    if content.project.questionnaire_order:
        yield from questionnaire_pages(content, sheet)
    if content.project.points:
        yield from calendar_pages(content, sheet)
