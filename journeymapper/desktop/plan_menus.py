"""The menu of the measurement plan."""

from journeymapper.desktop.actions import SEPARATOR, Command
from journeymapper.desktop.commands.plan_documents import PlanDocuments
from journeymapper.language.language import Language


def plan_menu(language: Language, documents: PlanDocuments) -> Command:
    """What is asked together, and the plan as files."""
    text = language.text
    return Command(
        text=text("&Plan"),
        children=(
            Command(name="questionnaires", text=text("&Questionnaires…"), handler=documents.questionnaires),
            SEPARATOR,
            Command(name="export-plan", text=text("&Export measurement plan…"), handler=documents.export_plan),
            Command(name="update-plan", text=text("&Update plan from workbook…"), handler=documents.update_plan),
            Command(name="export-calendar", text=text("Export reading &calendar…"), handler=documents.export_calendar),
        ),
    )
