"""The plan as a document in the window: questionnaires, the plan's files, an edited workbook taken back."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.file_names import file_name
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message, Refusal

MOST_LINES = 12
ENDINGS = {"Excel": ".xlsx", "PDF": ".pdf", "CSV": ".csv", "iCalendar": ".ics"}


class PlanDocuments:
    """The handlers of the plan's files for one session."""

    def __init__(
        self, session: Session, jobs: Jobs, asking: Asking, preferences: PreferencesFile, window: QWidget
    ) -> None:
        self._session, self._jobs, self._asking = session, jobs, asking
        self._preferences, self._window = preferences, window

    def questionnaires(self) -> None:
        """Open the dialog of questionnaires."""
        from journeymapper.desktop.questionnaires.dialog import QuestionnairesDialog

        QuestionnairesDialog(self._session, self._jobs, self._asking, self._preferences, self._window).open()

    def export_plan(self) -> None:
        """Write the plan as a workbook, pages or a table."""
        self._export(("Excel", "PDF", "CSV"))

    def export_calendar(self) -> None:
        """Write the reading calendar."""
        self._export(("iCalendar",))

    def update_plan(self) -> None:
        """Take the changes of a workbook that was edited elsewhere, as one edit that can be undone."""
        from journeymapper.export.plan.updating import Updated, update_plan

        text, session = self._session.view.language.text, self._session
        folder = self._preferences.value.export_folder
        path = self._asking.open_path(text("Update plan from workbook"), "Excel (*.xlsx)", folder)
        if path is None:
            return
        project, language = session.project, session.view.language

        def read(job: object) -> Updated:
            report = getattr(job, "report", None)
            return update_plan(project, path, language, tick=(lambda: report(0.5)) if report else bool)

        job = self._jobs.start(read, owner=session)
        job.finished.connect(lambda updated: self._take(project, updated))
        job.failed.connect(lambda message: self._asking.tell(text("Not updated"), language.message(message)))

    def _take(self, read_for: object, updated: object) -> None:
        """Make the edit, unless the document became another one meanwhile."""
        from journeymapper.export.plan.updating import Updated

        language = self._session.view.language
        if not isinstance(updated, Updated):
            return
        if self._session.project is not read_for:
            told = language.text("The project was changed meanwhile; update once more.")
            self._asking.tell(language.text("Not updated"), told)
            return
        if updated.changes:
            self._session.apply(Message("Update plan from workbook"), lambda _: updated.project)
        lines = [language.plural("{n} change", "{n} changes", len(updated.changes))]
        lines += [f"{one.element} · {one.column}: {one.before} → {one.after}" for one in updated.changes[:MOST_LINES]]
        if len(updated.changes) > MOST_LINES:
            lines.append("…")
        if updated.absent:
            lines.append(language.text("Without a row, left as they are: {points}", points=", ".join(updated.absent)))
        self._asking.tell(language.text("Plan updated"), "\n".join(lines))

    def _export(self, kinds: tuple[str, ...]) -> None:
        text, session = self._session.view.language.text, self._session
        patterns = ";;".join(f"{kind} (*{ENDINGS[kind]})" for kind in kinds)
        name = f"{file_name(session.project.name)}_{file_name(text('plan'))}{ENDINGS[kinds[0]]}"
        folder = Path(self._preferences.value.export_folder)
        path = self._asking.save_path(text("Export measurement plan"), patterns, folder / name)
        if path is None:
            return
        self._preferences.change(export_folder=str(path.parent))
        self._write(path, tuple(ENDINGS[kind] for kind in kinds))

    def _write(self, path: Path, endings: tuple[str, ...]) -> None:
        session, language = self._session, self._session.view.language
        project, tallies, attachments = session.project, dict(session.tallies), dict(session.attachments)
        ending = path.suffix.casefold()

        def write(_job: object) -> None:
            from journeymapper.storage.atomic import write_atomically

            if ending not in endings:
                raise Refusal("{file}: the name must end in {endings}.", file=path.name, endings=" / ".join(endings))
            today = date.today()  # noqa: DTZ011 - the reader's day
            if ending == ".pdf":
                from journeymapper.report.order import Order
                from journeymapper.report.report import build_report

                order = Order(language=language, date=today, page=project.settings.page, layout="plan", embed=False)
                data = build_report(project, tallies, order, attachments)
            else:
                from journeymapper.export.plan.documents import written

                data = written(project, tallies, ending, language=language, day=today).data
            write_atomically(path, data)

        job = self._jobs.start(write)
        job.failed.connect(lambda message: self._asking.tell(language.text("Not exported"), language.message(message)))
