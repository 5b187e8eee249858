"""Works out in jobs what takes long, when a mode wants it and what it rests on has changed."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from journeymapper.analysis.drivers.report import DriverReport
from journeymapper.analysis.paths.report import PathReport
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.jobs import Job, Jobs
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Refusal

if TYPE_CHECKING:
    from journeymapper.analysis.beliefs.report import Belief


class Analyst(QObject):
    """One for a session; results for a document that has changed meanwhile are dropped.

    It begins once the map it works for is painted whole: what it imports and works out would keep the picture waiting.
    """

    def __init__(self, session: Session, jobs: Jobs, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._session = session
        self._paths = Errand(session, jobs, self._learn_paths)
        self._drivers = Errand(session, jobs, self._learn_drivers)
        self._beliefs = Errand(session, jobs, self._learn_beliefs)
        self._due = False
        canvas.painted.connect(self._look)
        session.changed.connect(self._put_off)
        session.viewed.connect(self._put_off)
        self._put_off()

    def _put_off(self, *_: object) -> None:
        self._due = True
        if self._session.view.mode == "act":  # its pages stand where the map would be painted
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        view, due = self._session.view, self._due
        self._due = False
        if not due or not view.shows_figures or view.journey not in self._session.project.journeys:
            return
        self._look_at_paths()
        self._look_at_beliefs()
        if view.overlay == "drivers":
            self._look_at_drivers()

    def _look_at_paths(self) -> None:
        session = self._session
        project, attachments = session.project, dict(session.attachments)
        journey = project.journeys[session.view.journey]
        grounds = (journey.touchpoints, journey.stages, journey.stage_order, journey.links, project.result_sets)

        def work(job: Job) -> Mapping[str, PathReport]:
            from journeymapper.analysis.paths.report import actual_paths
            from journeymapper.storage.parts import event_logs

            logs = list(event_logs(project, attachments).values())
            job.report(0.5)
            return {journey.id: actual_paths(journey, logs, seen_only=True)} if logs else {}

        self._paths.send(grounds, work)

    def _learn_paths(self, paths: Mapping[str, PathReport]) -> None:
        if paths or self._session.findings.paths:
            self._session.learn(paths={**self._session.findings.paths, **paths} if paths else {})

    def _look_at_drivers(self) -> None:
        session = self._session
        project, tallies, wave = session.project, dict(session.tallies), session.view.wave or ""
        journey = project.journeys[session.view.journey]
        outcome = next((p.id for p in project.ordered_points() if p.anchor.id == journey.id), "")
        grounds = (project.points, project.metrics, project.result_sets, session.view.wave, outcome)

        def work(job: Job) -> DriverReport | None:
            from journeymapper.analysis.drivers.report import find_drivers

            try:
                return find_drivers(project, tallies, outcome, wave=wave, progress=job.report) if outcome else None
            except Refusal:
                return None  # the page about drivers says why

        self._drivers.send(grounds, work)

    def _learn_drivers(self, report: DriverReport | None) -> None:
        self._session.learn(drivers=report)

    def _look_at_beliefs(self) -> None:
        session = self._session
        project, tallies, wave = session.project, dict(session.tallies), session.view.wave
        grounds = (project.beliefs, project.result_sets, project.points, project.metrics, wave)
        asked = bool(project.beliefs) or any(one.mapping.beliefs for one in project.result_sets.values())

        def work(_job: Job) -> "tuple[Belief, ...]":
            from journeymapper.analysis.beliefs.report import belief_report

            try:
                report = belief_report(project, tallies, wave=wave) if asked else None
            except Refusal:
                return ()  # the page about beliefs says why
            return report.beliefs if report is not None and report.locked_at else ()

        self._beliefs.send(grounds, work)

    def _learn_beliefs(self, beliefs: "tuple[Belief, ...]") -> None:
        if beliefs != self._session.findings.beliefs:
            self._session.learn(beliefs=beliefs)


class Errand:
    """One kind of work, done again when its grounds have changed; what comes back late is dropped."""

    def __init__(self, session: Session, jobs: Jobs, learn: Callable[[Any], None]) -> None:
        self._session, self._jobs, self._learn = session, jobs, learn
        self._grounds: tuple[object, ...] = ()
        self._job: Job | None = None

    def send(self, grounds: tuple[object, ...], work: Callable[[Job], object]) -> None:
        """Start the work unless it was done, or is being done, on the very same grounds."""
        if len(grounds) == len(self._grounds) and all(a is b for a, b in zip(grounds, self._grounds, strict=True)):
            return
        self._grounds = grounds
        if self._job is not None:
            self._job.cancel()
        self._job = job = self._jobs.start(work, owner=self._session)
        job.finished.connect(lambda found: self._take(grounds, found))

    def _take(self, grounds: tuple[object, ...], found: object) -> None:
        if grounds is self._grounds:
            self._job = None
            self._learn(found)
