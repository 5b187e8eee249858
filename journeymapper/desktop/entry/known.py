"""The names that the project has already: a text that says one goes on there, and makes nothing new of that name."""

import msgspec

from journeymapper.desktop.session import Session


class Known(msgspec.Struct, frozen=True):
    """Names without regard to case: the stages of the journey shown, and the project's channels."""

    stages: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()


def known_names(session: Session) -> Known:
    """What a text may go on with."""
    project = session.project
    journey = project.journeys.get(session.view.journey)
    return Known(
        frozenset(stage.name.casefold() for stage in journey.stages.values()) if journey else frozenset(),
        frozenset(channel.name.casefold() for channel in project.channels.values()),
    )
