"""Works out in jobs what takes long, when a mode wants it and what it rests on has changed."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from journeymapper.analysis.paths.report import PathReport
from journeymapper.desktop.jobs import Job, Jobs
from journeymapper.desktop.session import Session


class Analyst(QObject):
    """One for a session; results for a document that has changed meanwhile are dropped."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._known: tuple[object, ...] = ()
        self._job: Job | None = None
        session.changed.connect(self._look)
        session.viewed.connect(self._look)
        self._look()

    def _look(self, *_: object) -> None:
        session = self._session
        journey = session.project.journeys.get(session.view.journey)
        if not session.view.shows_figures or journey is None:
            return
        parts = (journey.touchpoints, journey.stages, journey.stage_order, journey.links, session.project.result_sets)
        if len(self._known) == len(parts) and all(a is b for a, b in zip(self._known, parts, strict=True)):
            return
        self._known = parts
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not any(one.log for one in session.project.result_sets.values()):
            if session.findings.paths:
                session.learn(paths={})
            return
        project, attachments = session.project, dict(session.attachments)

        def work(job: Job) -> Mapping[str, PathReport]:
            from journeymapper.analysis.paths.report import actual_paths
            from journeymapper.storage.parts import event_logs

            logs = list(event_logs(project, attachments).values())
            job.report(0.5)
            return {journey.id: actual_paths(journey, logs, seen_only=True)}

        self._job = self._jobs.start(work)
        self._job.finished.connect(lambda paths: self._learn(parts, paths))

    def _learn(self, parts: tuple[object, ...], paths: Mapping[str, PathReport]) -> None:
        self._job = None
        if self._known is parts:
            self._session.learn(paths={**self._session.findings.paths, **paths})
