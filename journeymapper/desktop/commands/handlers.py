"""All handlers of one session's menus, as they are given to whoever builds these."""

import msgspec

from journeymapper.desktop.commands.edit import EditCommands
from journeymapper.desktop.commands.file import FileCommands
from journeymapper.desktop.commands.go import GoCommands
from journeymapper.desktop.commands.journeys import JourneyCommands
from journeymapper.desktop.commands.plan_documents import PlanDocuments
from journeymapper.desktop.commands.versions import VersionCommands
from journeymapper.desktop.map_host import MapHost
from journeymapper.desktop.plan.dock import PlanDock


class Handlers(msgspec.Struct, frozen=True, kw_only=True):
    """By the menu or the noun that they stand under."""

    file: FileCommands
    edit: EditCommands
    host: MapHost
    go: GoCommands
    versions: VersionCommands
    documents: PlanDocuments
    journeys: JourneyCommands
    plan: PlanDock
