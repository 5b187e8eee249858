"""A sketch drawn into a journey, as one edit."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from journeymapper.mapfiles.drawn_texts import card_fields, with_things
from journeymapper.mapfiles.naming import name_or, shortened
from journeymapper.mapfiles.sketch import Sketch, SketchedStage, SketchedTouchpoint
from journeymapper.model import edits
from journeymapper.model.find import find
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Link, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Channel, Persona, Project

Fresh = Callable[[str], str]
TOLD_EVERY = 50
"""Touchpoints from one report of progress to the next."""


class Cursor(msgspec.Struct):
    """Where the next touchpoint goes: the stage, empty before there is one, and the place in it (None: its end)."""

    stage: str
    index: int | None = None


def apply_sketch(
    project: Project,
    journey_id: str,
    sketch: Sketch,
    *,
    after: str = "",
    fresh: Fresh = new_id,
    unnamed: str = "1",
    progress: Callable[[float], object] = bool,
) -> Project:
    """The project with a sketch drawn into one of its journeys; the same object where the sketch is empty.

    A stage of a known name goes on there, another becomes a new stage behind the one in which one is; touchpoints of
    no stage come behind `after` (a touchpoint or stage; without it the journey's end), in a stage called `unnamed`
    where there is none yet. `fresh` gives an id for a prefix. `progress` is told every now and then how much is drawn,
    0 to 1, and may raise. Refuses what the document cannot hold.
    """
    journey = find(project, journey_id)
    if not isinstance(journey, Journey):
        raise Refusal("{id} is not a journey.", id=journey_id)
    project, names = _with_names(project, sketch, fresh)
    drawing = _Drawing(project, journey, names, fresh, unnamed)
    drawing.begin(after)
    count = max(len(sketch.touchpoints), 1)
    for stage in sketch.stages:
        drawing.take(stage, lambda drawn: progress(drawn / count))
    drawing.link(sketch)
    return edits.followed(project, drawing.project, journey_id, drawing.drawn)


class Names(msgspec.Struct, frozen=True):
    """Ids of channels and personas by their names without regard to case."""

    channels: dict[str, str]
    personas: dict[str, str]


def _with_names(project: Project, sketch: Sketch, fresh: Fresh) -> tuple[Project, Names]:
    """The project with the channels and personas that the sketch names."""
    channels = {channel.name.casefold(): channel.id for channel in project.channels.values()}
    personas = {persona.name.casefold(): persona.id for persona in project.personas.values()}
    for name in _each(one for touchpoint in sketch.touchpoints for one in touchpoint.channels):
        if name.casefold() not in channels:
            channel = Channel(id=fresh("channel"), name=name)
            project, channels[name.casefold()] = edits.add_channel(project, channel), channel.id
    said = {persona.name.casefold(): persona.description for persona in sketch.personas}
    every = [persona.name for persona in sketch.personas]
    for name in _each([*every, *(one for touchpoint in sketch.touchpoints for one in touchpoint.personas)]):
        if name.casefold() not in personas:
            persona = Persona(id=fresh("persona"), name=name, description=said.get(name.casefold(), ""))
            project, personas[name.casefold()] = edits.add_persona(project, persona), persona.id
    return project, Names(channels, personas)


def _each(names: Iterable[str]) -> list[str]:
    """Names short enough for an element, each once."""
    return list(dict.fromkeys(shortened(name)[0] for name in names if name_or(name, "")))


def _ids(names: Sequence[str], known: dict[str, str]) -> tuple[str, ...]:
    found = (known.get(shortened(name)[0].casefold(), "") for name in names)
    return tuple(dict.fromkeys(key for key in found if key))


class _Drawing:
    """Draws stage by stage; `project` is what is drawn so far."""

    def __init__(self, project: Project, journey: Journey, names: Names, fresh: Fresh, unnamed: str) -> None:
        self.project = project
        self._journey_id = journey.id
        self._known = {stage.name.casefold(): stage.id for stage in reversed(journey.ordered_stages())}
        self._names, self._fresh, self._unnamed = names, fresh, unnamed
        self._cursor = Cursor("")
        self.drawn: list[str] = []

    @property
    def _journey(self) -> Journey:
        return self.project.journeys[self._journey_id]

    def begin(self, after: str) -> None:
        """Stand behind a touchpoint or stage, at the journey's end where that is none of its."""
        journey = self._journey
        if after in journey.stages:
            self._cursor = Cursor(after)
        elif after in journey.touchpoints and after not in journey.parked:
            stage = journey.stage_of(after)
            self._cursor = Cursor(stage.id, stage.touchpoints.index(after) + 1)
        elif journey.stage_order:
            self._cursor = Cursor(journey.stage_order[-1])

    def take(self, sketched: SketchedStage, tell: Callable[[int], object]) -> None:
        """Draw one stage of the sketch; now and then `tell` how many touchpoints are drawn."""
        self._go_to(sketched)
        if sketched.texts:
            self._say_of_stage(sketched)
        for touchpoint in sketched.touchpoints:
            if len(self.drawn) % TOLD_EVERY == 0:
                tell(len(self.drawn))
            self._draw(touchpoint)

    def _go_to(self, sketched: SketchedStage) -> None:
        known = self._known.get(sketched.name.casefold()) if sketched.name else self._cursor.stage
        if known and known != self._cursor.stage:
            self._cursor = Cursor(known)
        elif not known:
            order = self._journey.stage_order
            index = order.index(self._cursor.stage) + 1 if self._cursor.stage else len(order)
            stage = Stage(id=self._fresh("stage"), name=name_or(sketched.name, self._unnamed))
            self.project = edits.add_stage(self.project, self._journey_id, stage, index)
            self._cursor = Cursor(stage.id)

    def _say_of_stage(self, sketched: SketchedStage) -> None:
        fields = card_fields(sketched.texts)
        renamed = {"length": "usual_length", "function": "function", "owner": "owner"}
        kept = {renamed[name]: value for name, value in fields.items() if name in renamed}
        self.project = edits.change(self.project, self._cursor.stage, **kept)
        anchor = Anchor("stage", self._cursor.stage)
        self.project = with_things(self.project, self._journey_id, anchor, sketched.texts, self._fresh)

    def _draw(self, sketched: SketchedTouchpoint) -> None:
        touchpoint = Touchpoint(
            id=self._fresh("touchpoint"),
            name=name_or(sketched.name, "…"),
            channels=_ids(sketched.channels, self._names.channels),
            personas=_ids(sketched.personas, self._names.personas),
            moment_of_truth=sketched.moment_of_truth,
            moment_reason=sketched.moment_reason,
            conditional=sketched.conditional,
            base=sketched.base,
            feeling=sketched.feeling,
            **card_fields(sketched.texts),
        )
        cursor = self._cursor
        self.project = edits.with_touchpoint(self.project, cursor.stage, touchpoint, cursor.index)
        if cursor.index is not None:
            cursor.index += 1
        self.drawn.append(touchpoint.id)
        anchor = Anchor("touchpoint", touchpoint.id)
        self.project = with_things(self.project, self._journey_id, anchor, sketched.texts, self._fresh)
        self._measure(sketched, anchor)

    def _measure(self, sketched: SketchedTouchpoint, anchor: Anchor) -> None:
        for one in sketched.points:
            if one.metric.id not in self.project.metrics:
                self.project = edits.add_metric(self.project, one.metric)
            point = MeasurementPoint(
                id=edits.next_point_id(self.project),
                anchor=anchor,
                metric=one.metric.id,
                question=one.question,
                owner=one.owner,
                target=None if one.target is None else Target(value=one.target),
            )
            self.project = edits.add_point(self.project, point)

    def link(self, sketch: Sketch) -> None:
        """Draw the ways between the touchpoints that were drawn."""
        for one in sketch.links:
            link = Link(
                id=self._fresh("link"),
                source=self.drawn[one.source],
                target=self.drawn[one.target],
                kind=one.kind,
                label=shortened(one.label)[0],
            )
            self.project = edits.add_link(self.project, self._journey_id, link)
