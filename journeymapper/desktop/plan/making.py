"""The pages of the plan's tabs, each imported when it is first wanted."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project


def make_page(name: str, session: Session, asking: Asking, jobs: Jobs) -> QWidget:
    """The page of a tab."""
    makers = {
        "table": _table, "coverage": _coverage, "checks": _checks, "selection": _selection, "inventory": _inventory,
        "library": _library, "goals": _goals, "load": _load, "roll-out": _roll_out,
    }  # fmt: skip
    return makers[name](session, asking, jobs)


def _table(session: Session, asking: Asking, _jobs: Jobs) -> QWidget:
    from journeymapper.desktop.inspector.adding import add_point
    from journeymapper.desktop.plan.point_columns import point_columns
    from journeymapper.desktop.plan.table_tab import TableTab
    from journeymapper.model.find import find

    language = session.view.language

    def add() -> None:
        place = find(session.project, session.selection[0]) if session.selection else None
        element = place or session.project
        applied(session, asking, Message("Add a measurement point"), lambda p: add_point(p, element, language)[0])

    def remove() -> None:
        from journeymapper.model import edits

        keys = [key for key in session.selection if key in session.project.points]
        for key in keys:
            applied(session, asking, Message("Delete"), partial(edits.remove, element_id=key))

    buttons = (
        ("plan-add", language.text("Add measurement point"), add),
        ("plan-remove", language.text("Remove point"), remove),
    )
    return TableTab(session, asking, "plan-table", point_columns(), lambda p: p.point_order, buttons=buttons)


def _coverage(session: Session, _asking: Asking, _jobs: Jobs) -> QWidget:
    from journeymapper.desktop.plan.coverage_tab import CoverageTab

    return CoverageTab(session)


def _checks(session: Session, asking: Asking, _jobs: Jobs) -> QWidget:
    from journeymapper.desktop.plan.checks_tab import ChecksTab

    return ChecksTab(session, asking)


def _selection(session: Session, asking: Asking, _jobs: Jobs) -> QWidget:
    from journeymapper.analysis.selection import selection
    from journeymapper.desktop.plan.other_columns import selection_columns
    from journeymapper.desktop.plan.table_tab import TableTab

    def keys(project: Project) -> list[str]:
        journey = project.journeys.get(session.view.journey)
        return [row.touchpoint for row in selection(project, journey)] if journey else []

    return TableTab(session, asking, "selection", selection_columns(), keys)


def _inventory(session: Session, asking: Asking, _jobs: Jobs) -> QWidget:
    from journeymapper.desktop.inspector.adding import add_existing
    from journeymapper.desktop.plan.other_columns import inventory_columns
    from journeymapper.desktop.plan.table_tab import TableTab

    language = session.view.language

    def add() -> None:
        applied(session, asking, Message("Add existing measurement"), lambda p: add_existing(p, p, language)[0])

    def paste() -> None:
        from PySide6.QtGui import QGuiApplication

        text = QGuiApplication.clipboard().text()
        take_inventory(session, asking, [line.split("\t") for line in text.splitlines()], language.text("clipboard"))

    def open_table() -> None:
        path = asking.open_path(
            language.text("Table of existing measurements"), "CSV, Excel (*.csv *.tsv *.xlsx *.ods)"
        )
        if path is not None:
            take_file(session, asking, path)

    buttons = (
        ("inventory-add", language.text("Add existing measurement"), add),
        ("inventory-paste", language.text("Paste table"), paste),
        ("inventory-open", language.text("From table…"), open_table),
    )
    return TableTab(
        session, asking, "inventory", inventory_columns(), lambda p: p.inventory_order, buttons=buttons,
        say=lambda project: inventory_words(session, project),
    )  # fmt: skip


def take_file(session: Session, asking: Asking, path: Path) -> None:
    """Take the inventory of a table's file in."""
    from journeymapper.results.tables import read_rows

    try:
        rows = read_rows(path)
    except Refusal as refusal:
        asking.tell(session.view.language.text("Not taken"), session.view.language.message(refusal.message))
        return
    take_inventory(session, asking, rows, path.name)


def take_inventory(session: Session, asking: Asking, rows: list[list[str]], source: str) -> None:
    """Take the rows of a table in, as one step; what was not understood is told."""
    from journeymapper.mapfiles.inventory import with_inventory
    from journeymapper.model.messages import Message as Told

    notices: list[Told] = []

    def edit(project: Project) -> Project:
        found = with_inventory(project, rows, source=source)
        notices.extend(found.notices)
        return found.project

    if applied(session, asking, Message("Take an inventory"), edit) and notices:
        said = "\n".join(session.view.language.message(notice) for notice in notices)
        asking.tell(session.view.language.text("Measured already"), said)


def inventory_words(session: Session, project: Project) -> str:
    """Overlaps and gaps in a line."""
    from journeymapper.analysis.inventory import review_inventory
    from journeymapper.model.find import name_of

    text, review = session.view.language.text, review_inventory(project)
    said = []
    for one in review.overlaps:
        first, second = name_of(project, one.first), name_of(project, one.second)
        said.append(text("Measured twice: {first}, {second}.", first=first, second=second))
    if review.gaps:
        said.append(text("Measured nowhere: {names}.", names=", ".join(name_of(project, key) for key in review.gaps)))
    for function, points in review.departures.items():
        who = function or text("no function")
        said.append(
            text("{function} departs from the common metric: {points}.", function=who, points=", ".join(points))
        )
    return " ".join(said)


def _library(session: Session, asking: Asking, _jobs: Jobs) -> QWidget:
    from journeymapper.desktop.plan.library_tab import LibraryTab

    return LibraryTab(session, asking)


def _goals(session: Session, _asking: Asking, _jobs: Jobs) -> QWidget:
    from journeymapper.desktop.plan.goals_tab import GoalsTab

    return GoalsTab(session)


def _load(session: Session, _asking: Asking, jobs: Jobs) -> QWidget:
    from journeymapper.desktop.plan.load_tab import LoadTab

    return LoadTab(session, jobs)


def _roll_out(session: Session, asking: Asking, _jobs: Jobs) -> QWidget:
    from journeymapper.desktop.plan.roll_out_tab import RollOutTab

    return RollOutTab(session, asking)
