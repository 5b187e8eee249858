"""A template drawn as a project in one language; both languages get the same ids."""

from collections.abc import Mapping

from journeymapper.mapfiles.template_file import (
    Both,
    ExperiencePart,
    PointPart,
    StagePart,
    TemplateFile,
    TouchpointPart,
)
from journeymapper.mapfiles.template_ways import ways
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import HandOff, Journey, PlannedMessage, StaffBehaviour, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Scope
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Channel, Persona, Project

JOURNEY = "journey-1"


def draw_template(template: TemplateFile, channels: Mapping[str, Both], language: str) -> Project:
    """The project of a template: an assumed journey with its personas, channels, plan and messages."""
    drawing = _Drawing(template, channels, 1 if language == "fi" else 0)
    project = Project(id=new_id("project"), name=template.name[drawing.side], language="fi" if drawing.side else "en")
    project = drawing.people(project)
    project = drawing.map(project)
    return drawing.plan(project)


class _Drawing:
    """Draws the parts of one template in one language."""

    def __init__(self, template: TemplateFile, channels: Mapping[str, Both], side: int) -> None:
        self._template, self._channels, self.side = template, channels, side

    def people(self, project: Project) -> Project:
        """The channels in the order of their first use, and the personas."""
        named = [key for stage in self._template.stages for card in stage.touchpoints for key in card.channels]
        preferred = [key for persona in self._template.personas.values() for key in persona.channels]
        for key in dict.fromkeys([*named, *preferred, *(message.channel for message in self._template.messages)]):
            project = edits.add_channel(project, Channel(id=f"channel-{key}", name=self._channels[key][self.side]))
        for key, part in self._template.personas.items():
            persona = Persona(
                id=f"persona-{key}",
                name=part.name[self.side],
                description=part.description[self.side],
                quote=part.quote[self.side],
                preferred_channels=_ids("channel", part.channels),
            )
            project = edits.add_persona(project, persona)
        return project

    def map(self, project: Project) -> Project:
        """The journey with its stages, touchpoints, ways and hand-offs."""
        template, side = self._template, self.side
        journey = Journey(
            id=JOURNEY,
            name=template.name[side],
            state="assumed",
            scope=template.description[side],
            customer_goal=template.customer_goal[side],
            business_goal=template.business_goal[side],
            success_event=template.success[side],
        )
        project = edits.add_journey(project, journey)
        for stage in template.stages:
            project = self._stage(project, stage)
        for link in ways([card for stage in template.stages for card in stage.touchpoints]):
            project = edits.add_link(project, JOURNEY, link)
        for part in template.hand_offs:
            functions = part.functions[side]
            hand_off = HandOff(
                id=_hand_off_id(f"{part.source}>{part.target}"),
                source=f"touchpoint-{part.source}",
                target=f"touchpoint-{part.target}",
                from_function=functions[0],
                to_function=functions[1],
            )
            project = edits.add_hand_off(project, JOURNEY, hand_off)
        if template.recurs_to:
            project = edits.change(project, JOURNEY, recurs_to=f"stage-{template.recurs_to}")
        return project

    def _stage(self, project: Project, part: StagePart) -> Project:
        stage = Stage(
            id=f"stage-{part.id}",
            name=part.name[self.side],
            usual_length=part.length[self.side],
            function=part.function[self.side],
        )
        project = edits.add_stage(project, JOURNEY, stage)
        for touchpoint in part.touchpoints:
            project = edits.add_touchpoint(project, stage.id, self._touchpoint(touchpoint))
        return project

    def _touchpoint(self, part: TouchpointPart) -> Touchpoint:
        told, side = self._template.experiences.get(part.id, ExperiencePart()), self.side
        return Touchpoint(
            id=f"touchpoint-{part.id}",
            name=part.name[side],
            channels=_ids("channel", part.channels),
            kinds=part.kinds,
            feeling=part.feeling,
            expectation=part.expect[side],
            moment_of_truth=bool(part.moment[0]),
            moment_reason=part.moment[side],
            conditional=bool(part.only[0]),
            base=part.only[side],
            doing=told.doing[side],
            thoughts=told.thoughts[side],
            pains=_some(told.pain[side]),
            delights=_some(told.delight[side]),
            staff=(StaffBehaviour(told.role[side], told.behaviour[side]),) if told.behaviour[side] else (),
            backstage=told.backstage[side],
        )

    def plan(self, project: Project) -> Project:
        """The suggested measurement points, without targets, and the message plan."""
        for part in self._template.points:
            metric = parse_metric(part.metric)
            project = edits.add_metric(project, metric)
            project = edits.add_point(project, self._point(part, edits.next_point_id(project), metric.id))
        for row in self._template.messages:
            message = PlannedMessage(
                id=f"message-{row.at}",
                touchpoint=f"touchpoint-{row.at}",
                trigger=row.trigger[self.side],
                channel=f"channel-{row.channel}",
                text=row.text[self.side],
            )
            project = edits.add_message(project, JOURNEY, message)
        return project

    def _point(self, part: PointPart, point_id: str, metric: str) -> MeasurementPoint:
        return MeasurementPoint(
            id=point_id,
            anchor=_anchor(part.at),
            metric=metric,
            name=part.name[self.side],
            question=part.question[self.side],
            asked=part.asked[self.side],
            population=part.population[self.side],
            levels=(part.level,),
            scope=part.scope or _scope(part.at),
            status=part.status,
            everybody=part.everybody,
            also_covers=tuple(_hand_off_id(key) for key in part.covers),
        )


def _ids(prefix: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{prefix}-{key}" for key in keys)


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _hand_off_id(ends: str) -> str:
    return f"hand-off-{ends.replace('>', '-')}"


def _anchor(at: str) -> Anchor:
    if at == "*":
        return Anchor("journey", JOURNEY)
    return Anchor("touchpoint", f"touchpoint-{at}") if at else Anchor("relationship")


def _scope(at: str) -> Scope:
    if at == "*":
        return "journey"
    return "encounter" if at else "relationship"
