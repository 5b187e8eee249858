"""The sections of a report and the layouts made of them; a new section is a file in `pages/` and a line here."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import msgspec

from journeymapper.language.language import Language
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.report.content import Content
from journeymapper.report.order import Order
from journeymapper.report.pages.actions_page import actions_pages
from journeymapper.report.pages.beliefs_page import beliefs_pages
from journeymapper.report.pages.calendar_page import calendar_pages
from journeymapper.report.pages.case_page import case_pages
from journeymapper.report.pages.changes_page import changes_pages
from journeymapper.report.pages.cover_page import cover_leaf
from journeymapper.report.pages.drivers_page import drivers_pages
from journeymapper.report.pages.frame import Leaf
from journeymapper.report.pages.gaps_page import gap_pages
from journeymapper.report.pages.glossary_page import glossary_pages
from journeymapper.report.pages.map_page import map_leaves
from journeymapper.report.pages.method_page import method_pages
from journeymapper.report.pages.paths_page import paths_pages
from journeymapper.report.pages.plan_page import plan_pages
from journeymapper.report.pages.poster import poster_leaves
from journeymapper.report.pages.priorities_page import priorities_pages
from journeymapper.report.pages.questionnaires_page import questionnaire_pages
from journeymapper.report.pages.remarks_page import remarks_pages
from journeymapper.report.pages.stage_page import stage_leaves
from journeymapper.report.pages.summary_page import summary_leaves
from journeymapper.report.pages.trace_page import trace_pages
from journeymapper.report.pages.wall_page import wall_leaves
from journeymapper.report.sheet import Sheet

OfJourney = Callable[[Content, Journey, Sheet, Order], list[Leaf]]


class Section(msgspec.Struct, frozen=True):
    """Pages of one kind, made for each journey or, where it is of the `whole`, once for the project."""

    name: str
    title: Message
    leaves: OfJourney
    whole: bool = False


def _of_journey(pages: Callable[[Content, Journey, Sheet], list[Leaf]]) -> OfJourney:
    """Pages of a journey that are the same whatever else is ordered."""
    return lambda content, journey, sheet, _: pages(content, journey, sheet)


def _of_project(pages: Callable[[Content, Sheet], list[Leaf]]) -> OfJourney:
    """Pages that no journey matters to."""
    return lambda content, _, sheet, __: pages(content, sheet)


def _cover(content: Content, _: Journey, __: Sheet, ___: Order) -> list[Leaf]:
    return [cover_leaf(content)]


def _tiled(leaves: OfJourney) -> OfJourney:
    """One sheet, or a poster of several where that is ordered."""

    def made(content: Content, journey: Journey, sheet: Sheet, order: Order) -> list[Leaf]:
        if order.map == "tile":
            return poster_leaves(content, journey, order, leaves)
        return leaves(content, journey, sheet, order)

    return made


def _gaps(content: Content, journey: Journey, sheet: Sheet, _: Order) -> list[Leaf]:
    return gap_pages(content, journey, sheet) if content.project.points else []


def _plan(content: Content, journey: Journey, sheet: Sheet, _: Order) -> list[Leaf]:
    return plan_pages(content, journey, sheet) if content.project.points else []


def _questionnaires(content: Content, _: Journey, sheet: Sheet, __: Order) -> list[Leaf]:
    return questionnaire_pages(content, sheet) if content.project.questionnaires else []


def _method(content: Content, _: Journey, sheet: Sheet, __: Order) -> list[Leaf]:
    return method_pages(content, sheet) if content.project.points else []


SECTIONS: dict[str, Section] = {
    section.name: section
    for section in (
        Section("cover", Message("Cover"), _cover, whole=True),
        Section("summary", Message("Summary"), summary_leaves),
        Section("map", Message("Annotated map"), _tiled(map_leaves)),
        Section("stages", Message("Stages"), _of_journey(stage_leaves)),
        Section("gaps", Message("Gaps to target"), _gaps),
        Section("plan", Message("Measurement plan"), _plan),
        Section("drivers", Message("Drivers"), _of_project(drivers_pages), whole=True),
        Section("priorities", Message("Priorities"), _of_project(priorities_pages), whole=True),
        Section("paths", Message("Actual paths"), _of_journey(paths_pages)),
        Section("actions", Message("Actions"), _of_project(actions_pages), whole=True),
        Section("case", Message("Business case"), _of_project(case_pages), whole=True),
        Section("beliefs", Message("Belief against reality"), _of_project(beliefs_pages), whole=True),
        Section("changes", Message("Changes since the wave before"), _of_project(changes_pages), whole=True),
        Section("sources", Message("Where the figures come from"), _of_project(trace_pages), whole=True),
        Section("method", Message("Method notes"), _method, whole=True),
        Section("glossary", Message("Glossary"), _of_project(glossary_pages), whole=True),
        Section("remarks", Message("Remarks"), _of_project(remarks_pages), whole=True),
        Section("wall", Message("Wall sheet"), _tiled(wall_leaves)),
        Section("questionnaires", Message("Questionnaires"), _questionnaires, whole=True),
        Section("calendar", Message("Reading calendar"), _of_project(calendar_pages), whole=True),
    )
}
LAYOUTS: dict[str, tuple[str, ...]] = {
    "full": tuple(name for name in SECTIONS if name not in ("wall", "questionnaires", "calendar")),
    "summary": ("summary",),
    "plan": ("plan", "questionnaires", "calendar"),
    "map": ("map",),
    "wall": ("wall",),
    "wall-empty": ("wall",),
}
"""The layouts that every project has; a project may have more of its own."""
LAYOUT_NAMES = {
    "full": Message("Full report"),
    "summary": Message("Summary on one page"),
    "plan": Message("Measurement plan"),
    "map": Message("Map alone"),
    "wall": Message("Wall sheet for a workshop"),
    "wall-empty": Message("Wall sheet with empty lanes"),
}


def chosen_sections(project: Project, order: Order) -> tuple[str, ...]:
    """The sections of an order: those it names, or its layout's. Raises Refusal for a layout that nobody knows."""
    if order.sections:
        return tuple(name for name in order.sections if name in SECTIONS)
    own = {layout.name.casefold(): layout.sections for layout in project.report.layouts}
    found = own.get(order.layout.casefold(), LAYOUTS.get(order.layout.casefold()))
    if found is None:
        known = ", ".join([*LAYOUTS, *(layout.name for layout in project.report.layouts)])
        raise Refusal("There is no layout {name}; there are {known}.", name=order.layout[:80], known=known)
    return tuple(name for name in found if name in SECTIONS)


def with_remarks(project: Project, order: Order) -> bool:
    """Whether the pages have a margin for remarks: asked for, or a habit of the layout."""
    own = {layout.name.casefold(): layout.remarks for layout in project.report.layouts}
    return order.remarks or own.get(order.layout.casefold(), False)


def section_leaves(content: Content, names: Sequence[str], sheet: Sheet, order: Order) -> Iterator[tuple[str, Leaf]]:
    """All pages in order, each with its section; sections of journeys that follow each other go journey by journey."""
    journeys = content.project.ordered_journeys()
    for whole, run in groupby((SECTIONS[name] for name in names), key=lambda section: section.whole):
        sections = list(run)
        for journey in journeys[:1] if whole else journeys:
            for section in sections:
                yield from ((section.name, leaf) for leaf in section.leaves(content, journey, sheet, order))


def layout_title(language: Language, name: str) -> str:
    """A layout's name as people read it; one of the project's own as it is."""
    return language.message(LAYOUT_NAMES[name]) if name in LAYOUT_NAMES else name
