"""The menu of the measurement plan."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from journeymapper.desktop.actions import SEPARATOR, Command
from journeymapper.desktop.commands.plan_documents import PlanDocuments
from journeymapper.desktop.plan.dock import TABS, PlanDock
from journeymapper.language.language import Language


def plan_menu(language: Language, documents: PlanDocuments, plan: PlanDock, take: Callable[[Path], object]) -> Command:
    """What is asked together, and the plan as files."""
    text = language.text
    tabs = tuple(
        Command(
            name=f"plan-{name}",
            text=language.message(words),
            keys=f"Ctrl+Alt+{number}",
            handler=partial(plan.open, name),
        )
        for number, (name, words) in enumerate(TABS, 1)
    )
    return Command(
        text=text("&Plan"),
        children=(
            Command(name="questionnaires", text=text("&Questionnaires…"), handler=documents.questionnaires),
            SEPARATOR,
            *tabs,
            Command(name="paper-answers", text=text("&Answers on paper…"), handler=partial(plan.type_answers, take)),
            Command(name="plan-below", text=text("Plan &below the map"), keys="Ctrl+Shift+M", handler=plan.toggle),
            SEPARATOR,
            Command(name="export-plan", text=text("&Export measurement plan…"), handler=documents.export_plan),
            Command(name="update-plan", text=text("&Update plan from workbook…"), handler=documents.update_plan),
            Command(name="export-calendar", text=text("Export reading &calendar…"), handler=documents.export_calendar),
        ),
    )
