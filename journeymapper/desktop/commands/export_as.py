"""Map and results in another program's format, chosen by the ending of the file."""

import datetime
from pathlib import Path

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message, Refusal

PNG_SCALE = 3.0
PATTERNS = {
    "SVG": ".svg", "PNG": ".png", "PowerPoint": ".pptx", "Excel": ".xlsx", "HTML": ".html", "Markdown": ".md",
    "draw.io": ".drawio", "Mermaid": ".mmd", "CSV": ".csv", "JSON": ".json",
}  # fmt: skip


def export_as(session: Session, jobs: Jobs, asking: Asking, suggested: Path) -> Path | None:
    """Ask for a file and write it in a job; the file asked for, None where the person thought better of it."""
    text = session.view.language.text
    patterns = ";;".join(f"{name} (*{ending})" for name, ending in PATTERNS.items())
    path = asking.save_path(text("Export as"), patterns, suggested)
    if path is None:
        return None
    ending = path.suffix.casefold()
    template: Path | None = None
    if ending == ".pptx":
        choices = [text("Plain slides"), text("Choose a template…"), text("Cancel")]
        answer = asking.choose(text("Slides"), text("In which template are the slides made?"), choices)
        template = asking.open_path(text("Choose a template"), "PowerPoint (*.pptx *.potx)") if answer == 1 else None
        if answer not in (0, 1) or (answer == 1 and template is None):
            return None
    _write(session, jobs, asking, path, template)
    return path


def _write(session: Session, jobs: Jobs, asking: Asking, path: Path, template: Path | None) -> None:
    from journeymapper.storage.container import Opened

    language, project = session.view.language, session.project
    opened = Opened(project, dict(session.tallies), dict(session.attachments), False, None)
    journey = project.journeys[session.view.journey]

    def write(_job: object) -> Message | None:
        from journeymapper.export.formats import FORMATS, Wish, exported, unprinted
        from journeymapper.storage.atomic import write_atomically

        ending = path.suffix.casefold()
        if ending not in FORMATS:
            raise Refusal("{file}: the name must end in {endings}.", file=path.name, endings=" / ".join(FORMATS))
        today = datetime.date.today()  # noqa: DTZ011 - the reader's day
        held = template.read_bytes() if template is not None else None
        wish = Wish(opened=opened, journey=journey, language=language, date=today, scale=PNG_SCALE, template=held)
        write_atomically(path, exported(ending, wish))
        return unprinted(ending, project)

    def tell(missing: Message | None) -> None:
        if missing is not None:
            asking.tell(language.text("Exported"), language.message(missing))

    job = jobs.start(write)
    job.finished.connect(tell)
    job.failed.connect(lambda message: asking.tell(language.text("Not exported"), language.message(message)))
