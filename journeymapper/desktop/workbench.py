"""Everything that stands around one session: canvas, panels, menus. Imported once there is a document to work on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenuBar, QSplitter, QVBoxLayout, QWidget

from journeymapper.desktop.act.stage import Stage
from journeymapper.desktop.actions import Menus
from journeymapper.desktop.analyst import Analyst
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.commands.edit import EditCommands
from journeymapper.desktop.commands.file import FileCommands
from journeymapper.desktop.commands.go import GoCommands
from journeymapper.desktop.commands.handlers import Handlers
from journeymapper.desktop.commands.journeys import JourneyCommands
from journeymapper.desktop.commands.plan_documents import PlanDocuments
from journeymapper.desktop.commands.versions import VersionCommands
from journeymapper.desktop.inspector.inspector import Inspector
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.map_host import MapHost
from journeymapper.desktop.menus import document_menus
from journeymapper.desktop.panel_splitter import PanelSplitter
from journeymapper.desktop.panels.choices import ChoiceRow
from journeymapper.desktop.panels.journeys import JourneyList
from journeymapper.desktop.panels.outline import Outline
from journeymapper.desktop.panels.status import StatusLine
from journeymapper.desktop.plan.dock import PlanDock
from journeymapper.desktop.plan.taking import MetricDrops
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.renaming import Renaming
from journeymapper.desktop.session import Session

if TYPE_CHECKING:
    from journeymapper.desktop.window import Window

MAP_AND_PLAN = (560, 400)


class Workbench:
    """The parts of one build, joined; the window puts them in place."""

    def __init__(
        self, session: Session, jobs: Jobs, asking: Asking, preferences: PreferencesFile, menus: Menus, window: "Window"
    ) -> None:
        self._session, self._jobs, self._asking = session, jobs, asking
        self._preferences = preferences
        self.canvas = canvas = MapCanvas(session)
        self.choices, self.status, self.inspector = ChoiceRow(session), StatusLine(session), Inspector(session)
        Analyst(session, jobs, canvas)  # lives as long as what it works for
        self.file = FileCommands(session, jobs, asking, preferences, window)
        self._outline = Outline(session)
        renaming = Renaming(canvas, self._outline.tree, self.inspector)
        self._edit = EditCommands(session, asking, renaming.begin)
        self.choices.import_requested.connect(self.file.import_results)
        self.choices.export_requested.connect(self.file.export_report)
        canvas.zoomed.connect(self.status.show_zoom)
        self.status.show_zoom(canvas.viewport_now.zoom)
        self._go = GoCommands(session, window)
        self._go.find_bar.closed.connect(canvas.setFocus)
        self._host = MapHost(session, jobs, asking, canvas, menus, window)
        self._versions = VersionCommands(session, asking, window)
        self._journeys = JourneyCommands(session, asking)
        self._documents = PlanDocuments(session, jobs, asking, preferences, window)
        self.plan = PlanDock(session, asking, jobs)
        MetricDrops(canvas, asking)
        self.centre = self._placed()

    def fill_menus(self, menus: Menus, bar: QMenuBar, window: "Window") -> None:
        """Put the commands on a bar."""
        handlers = Handlers(
            file=self.file, edit=self._edit, host=self._host, go=self._go, versions=self._versions,
            journeys=self._journeys, documents=self._documents, plan=self.plan,
        )  # fmt: skip
        menus.clear(bar)
        recent = self._preferences.value.recent
        menus.fill(bar, document_menus(self._session, window, self.canvas, handlers, recent))

    def finish_editing(self) -> None:
        """Take over what is being typed anywhere."""
        for view in (self.canvas, self._outline.tree, self.inspector):
            view.finish_editing()

    def _placed(self) -> QWidget:
        side = QWidget()
        side.setProperty("look", "side")
        side.setObjectName("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(JourneyList(self._session))
        column.addWidget(self._outline, 1)
        column.addWidget(self._go.history)
        upright = QSplitter(Qt.Orientation.Vertical)
        upright.addWidget(Stage(self._session, self.canvas, self._jobs, self._asking))
        upright.addWidget(self.plan)
        upright.setHandleWidth(1)
        upright.setStretchFactor(0, 3)
        upright.setStretchFactor(1, 2)
        upright.setSizes(list(MAP_AND_PLAN))
        upright.setChildrenCollapsible(False)
        splitter = PanelSplitter((side, upright, self.inspector), self._preferences)
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.choices)
        rows.addWidget(self._go.find_bar)
        rows.addWidget(splitter, 1)
        rows.addWidget(self._host.quick_entry)
        return centre
