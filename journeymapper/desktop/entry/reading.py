"""What a text would become in the journey shown, and making it so in one step."""

import msgspec
from PySide6.QtGui import QTextDocument

from journeymapper.desktop.commands.where import here
from journeymapper.desktop.large_edit import Making, Progress
from journeymapper.desktop.session import Session
from journeymapper.mapfiles.quick_entry import apply_sketch, read_entry
from journeymapper.mapfiles.sketch import Reading
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

LARGE_LINES, LARGE_LETTERS = 200, 20_000


class Understood(msgspec.Struct, frozen=True):
    """A text's sketch and account; `refusal` says why there is none."""

    reading: Reading = Reading(())
    refusal: Message | None = None

    @property
    def stages(self) -> int:
        """How many stages it names."""
        return sum(bool(stage.name) for stage in self.reading.sketch.stages)

    @property
    def touchpoints(self) -> int:
        """How many touchpoints it has."""
        return len(self.reading.sketch.touchpoints)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be made of it."""
        return not self.reading.sketch.stages


def understood(text: str, source: str) -> Understood:
    """Read a text; `source` names it in refusals."""
    if not text.strip():
        return Understood()
    try:
        return Understood(read_entry(text, source=source))
    except Refusal as refusal:
        return Understood(refusal=refusal.message)


def is_large(document: QTextDocument) -> bool:
    """Whether a text takes so long to read and draw that it is a job's work."""
    return document.blockCount() > LARGE_LINES or document.characterCount() > LARGE_LETTERS


def drawing(session: Session, found: Understood) -> Making:
    """The edit that draws what was understood after what is selected; raises Refusal where there is no place for it."""
    place = here(session)
    if place is None:
        raise Refusal("There is no journey that this could go into.")
    journey, after = place.journey.id, next(iter((*place.standing[-1:], *place.stages[-1:])), "")
    unnamed = session.view.language.text("New stage")

    def edit(project: Project, progress: Progress) -> Project:
        if journey not in project.journeys:
            raise Refusal("The journey that this was to go into is no longer there.")
        return apply_sketch(
            project, journey, found.reading.sketch, after=after, unnamed=unnamed, progress=progress
        )  # fmt: skip

    return edit


def draw(session: Session, found: Understood, name: Message) -> None:
    """Draw what was understood at once, as one step, and select the last of it; raises Refusal."""
    edit, before = drawing(session, found), session.project
    session.apply(name, lambda project: edit(project, bool))
    select_last(session, before)


def select_last(session: Session, before: Project) -> None:
    """Select the last touchpoint that the journey shown has and had not before, else the last stage."""
    key = session.view.journey
    new, old = session.project.journeys[key], before.journeys[key]
    cards, stages = new.touchpoints.keys() - old.touchpoints.keys(), new.stages.keys() - old.stages.keys()
    last = [*(key for key in new.stages if key in stages), *(key for key in new.touchpoints if key in cards)][-1:]
    if last:
        session.select(tuple(last))
