"""What a text would become in the journey shown, and making it so in one step."""

import msgspec

from journeymapper.desktop.commands.where import here
from journeymapper.desktop.session import Session
from journeymapper.mapfiles.quick_entry import apply_sketch, read_entry
from journeymapper.mapfiles.sketch import Reading, SketchedTouchpoint
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project


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


def draw(session: Session, found: Understood, name: Message) -> None:
    """Draw what was understood after what is selected, as one step, and select the last of it; raises Refusal."""
    place = here(session)
    if place is None or found.empty:
        return
    after = next(iter((*place.standing[-1:], *place.stages[-1:])), "")
    unnamed = session.view.language.text("New stage")

    def edit(project: Project) -> Project:
        return apply_sketch(project, place.journey.id, found.reading.sketch, after=after, unnamed=unnamed)

    session.apply(name, edit)
    last = _last_new(session.project, place.journey.id, set(place.journey.touchpoints) | set(place.journey.stages))
    if last:
        session.select((last,))


def _last_new(project: Project, journey_id: str, before: set[str]) -> str:
    """The touchpoint that was drawn last, else the stage."""
    journey = project.journeys[journey_id]
    cards = [key for key in journey.touchpoints if key not in before]
    stages = [key for key in journey.stages if key not in before]
    return (cards or stages or [""])[-1]


def said_of(touchpoint: SketchedTouchpoint) -> str:
    """A touchpoint in a line: its name, star and channels."""
    star = " ★" if touchpoint.moment_of_truth else ""
    some = " ◇" if touchpoint.conditional else ""
    channels = "".join(f"  @{name}" for name in touchpoint.channels)
    return f"{touchpoint.name}{star}{some}{channels}"
