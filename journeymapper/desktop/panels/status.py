"""The line below the map: what it holds, what is certain, how large it is shown."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QWidget

from journeymapper.analysis.graph import all_path_findings
from journeymapper.desktop.elided_label import ElidedLabel
from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.desktop.panels.filters import filter_words
from journeymapper.desktop.panels.lacking import lacking, missing
from journeymapper.desktop.panels.path_checks import PathChecks
from journeymapper.desktop.session import Session
from journeymapper.model.checks import Finding, check, unwaived
from journeymapper.model.project import Project

RESTS_MS = 150
EDGE = 10


class StatusLine(QStatusBar):
    """Counts of the journey shown, and what the selected element lacks; results only where they are looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counts = ElidedLabel("quiet")
        self._counts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._counts.setObjectName("status-counts")
        self._lacks = plain_label("", "quiet")
        self._lacks.setObjectName("status-lacks")
        self._lacks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._zoom = plain_label("", "quiet")
        self._counts.setContentsMargins(EDGE, 0, 0, 0)
        self._zoom.setContentsMargins(0, 0, EDGE, 0)
        self.setSizeGripEnabled(False)
        self._paths = PathChecks()
        self._checked: tuple[Project, list[Finding]] | None = None
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(RESTS_MS)
        self._rests.timeout.connect(self._tell_lacks)
        self.addWidget(self._counts)
        self.addWidget(self._lacks, 1)
        self.addPermanentWidget(self._zoom)
        session.changed.connect(self._refresh)
        session.viewed.connect(self._refresh)
        session.changed.connect(self._rests.start)
        session.selected.connect(self._rests.start)
        self._refresh()
        self._rests.start()

    def show_zoom(self, zoom: float) -> None:
        """Say how large the map is shown; 1.0 is its own size."""
        language = self._session.view.language
        self._zoom.setText(language.text("Zoom {percent}", percent=f"{round(zoom * 100)}\N{NO-BREAK SPACE}%"))

    def _tell_lacks(self) -> None:
        """Once the hands rest: the first thing that one selected element lacks, and all when one rests on it."""
        if self._session.selection and not self._paths.ready(self._session.project):
            self._rests.start()
            return
        said = self._lacks_of(self._session.selection[0]) if len(self._session.selection) == 1 else []
        plural = self._session.view.language.plural
        more = plural("{n} more", "{n} more", len(said) - 1) if len(said) > 1 else ""
        self._lacks.setText("   ".join(filter(None, ("▸", said[0], more))) if said else "")
        set_plain_tip(self._lacks, "\n".join(said))

    def _lacks_of(self, element_id: str) -> list[str]:
        project, language = self._session.project, self._session.view.language
        names = [language.message(words) for words in missing(project, element_id)]
        empty = [language.text("Missing: {names}", names=", ".join(names))] if names else []
        return empty + [language.message(one.message) for one in lacking(project, element_id, self._findings())]

    def _findings(self) -> list[Finding]:
        project = self._session.project
        if self._checked is None or self._checked[0] is not project:
            self._checked = (project, unwaived(project, [*check(project), *all_path_findings(project)]))
        return self._checked[1]

    def _refresh(self, *_: object) -> None:
        self._counts.say("     ".join(self._parts()))

    def _parts(self) -> list[str]:
        session, plural = self._session, self._session.view.language.plural
        journey = session.project.journeys.get(session.view.journey)
        if journey is None:
            return []
        measured = {point.anchor.id for point in session.project.points.values() if point.anchor.kind == "touchpoint"}
        with_points = sum(key in measured for key in journey.touchpoints)
        parts = [
            plural("{n} touchpoint", "{n} touchpoints", len(journey.touchpoints)),
            plural("{n} with a measurement point", "{n} with measurement points", with_points),
            plural("{n} result file", "{n} result files", len(session.project.result_sets)),
        ]
        if session.view.mode == "results":
            rollup = session.rollup(journey.id)
            parts.append(plural("{n} certainly worse than target", "{n} certainly worse than target", rollup.worse))
            parts.append(plural("{n} certainly better", "{n} certainly better", rollup.better))
        return [*filter_words(session.project, session.view), *parts]
