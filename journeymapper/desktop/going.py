"""Going to an element wherever it is: the journey that holds it is shown, and it is selected."""

from journeymapper.desktop.session import Session
from journeymapper.model.element import Element
from journeymapper.model.find import find, holding_journey
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import Anchor
from journeymapper.model.project import Evidence, Project


def go_to(session: Session, element_id: str) -> None:
    """Show and select an element; one that is not there any more is no reason to stir."""
    element = find(session.project, element_id)
    if element is None:
        return
    journey = journey_of(session.project, element)
    if journey is not None and journey.id != session.view.journey:
        session.look(journey=journey.id)
    session.select((element_id,))


def journey_of(project: Project, element: Element) -> Journey | None:
    """The journey on whose map an element stands: its own, or that of what it hangs on; None for none."""
    if isinstance(element, Journey):
        return element
    anchor = getattr(element, "anchor", None)
    if isinstance(element, Evidence):
        below = find(project, element.subject)
        return journey_of(project, below) if below is not None and not isinstance(below, Evidence) else None
    if isinstance(anchor, Anchor):
        return project.journeys.get(anchor.id) or project.journey_of(anchor.id)
    return holding_journey(project, element.id)
