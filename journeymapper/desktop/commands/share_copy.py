"""A copy of the project for people outside the team, and what was taken out of it."""

from pathlib import Path

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session


def share_copy(session: Session, jobs: Jobs, asking: Asking, suggested: Path) -> Path | None:
    """Ask for a file and write the copy in a job; the file asked for, None where the person thought better of it."""
    language = session.view.language
    path = asking.save_path(language.text("Share a copy"), "Journey Mapper (*.jmap)", suggested)
    if path is None:
        return None
    project, tallies, attachments = session.project, dict(session.tallies), dict(session.attachments)

    def write(_job: object) -> str:
        from journeymapper.report.sharing import shared
        from journeymapper.storage.container import save_project

        copy = shared(project, tallies, attachments)
        save_project(path, copy.project, copy.tallies, copy.attachments)
        return "\n".join(language.message(each) for each in copy.removed)

    def tell(taken: str) -> None:
        if taken:
            asking.tell(language.text("Taken out of the copy"), taken)

    job = jobs.start(write)
    job.finished.connect(tell)
    job.failed.connect(lambda message: asking.tell(language.text("Not saved"), language.message(message)))
    return path
