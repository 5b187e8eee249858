"""Checks of the message plan: one matter told in one way, by channels that people like to be told by."""

from collections.abc import Iterator

from journeymapper.model.find import channel_names
from journeymapper.model.finding import Finding
from journeymapper.model.journey import Journey, PlannedMessage
from journeymapper.model.messages import Message
from journeymapper.model.project import Persona, Project


def told_alike(project: Project) -> Iterator[Finding]:
    """What is told on the same occasion at a touchpoint says the same by every channel."""
    for journey in project.ordered_journeys():
        matters: dict[tuple[str, str], list[PlannedMessage]] = {}
        for message in _messages(journey):
            if message.trigger and message.text:
                matters.setdefault((message.touchpoint, message.trigger.casefold()), []).append(message)
        for (touchpoint, _), told in matters.items():
            texts, channels = {" ".join(one.text.split()) for one in told}, {one.channel for one in told}
            if len(texts) > 1 and len(channels) > 1:
                name = journey.touchpoints[touchpoint].name
                values: dict[str, str | int | float] = {"name": name, "trigger": told[0].trigger}
                said = Message("{name}, {trigger}: told differently by channel.", values)
                yield Finding("told differently", "advice", told[0].id, said)


def told_as_preferred(project: Project) -> Iterator[Finding]:
    """A message goes by a channel that the personas who get it prefer, where they prefer any."""
    for journey in project.ordered_journeys():
        for message in _messages(journey):
            for persona in _personas(project, journey, message) if message.channel in project.channels else ():
                if persona.preferred_channels and message.channel not in persona.preferred_channels:
                    (channel,) = channel_names(project, (message.channel,))
                    name = journey.touchpoints[message.touchpoint].name
                    values: dict[str, str | int | float] = {"name": name, "channel": channel, "persona": persona.name}
                    said = Message(
                        "{name}: a message by a channel that is not preferred: {persona}, {channel}.", values
                    )
                    yield Finding("channel not preferred", "advice", message.id, said)


def _messages(journey: Journey) -> Iterator[PlannedMessage]:
    ordered = (journey.messages[key] for key in journey.message_order)
    return (message for message in ordered if message.touchpoint in journey.touchpoints)


def _personas(project: Project, journey: Journey, message: PlannedMessage) -> list[Persona]:
    """Who gets a message: those that the journey or its touchpoint is for; none where it is for everybody."""
    keys = (journey.persona,) if journey.persona else journey.touchpoints[message.touchpoint].personas
    return [project.personas[key] for key in keys if key in project.personas]
