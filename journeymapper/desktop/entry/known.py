"""The stages that the journey shown has already: a text that names one goes on there."""

from journeymapper.desktop.session import Session


def known_stages(session: Session) -> frozenset[str]:
    """Their names without regard to case."""
    journey = session.project.journeys.get(session.view.journey)
    return frozenset(stage.name.casefold() for stage in journey.stages.values()) if journey else frozenset()
