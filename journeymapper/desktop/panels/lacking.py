"""What a selected element lacks: the fields that a good map fills, and the findings about it and what hangs on it."""

from collections.abc import Sequence

from journeymapper.model.checks import Finding
from journeymapper.model.find import find, kind_of
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

OWNER = Message("owner")
WANTED: dict[str, tuple[tuple[str, Message], ...]] = {
    "journey": (("customer_goal", Message("customer's goal")), ("owner", OWNER)),
    "stage": (("touchpoints", Message("touchpoints")), ("usual_length", Message("usual length"))),
    "touchpoint": (
        ("channels", Message("channel")),
        ("expectation", Message("expectation")),
        ("feeling", Message("feeling expected")),
        ("owner", OWNER),
    ),
    "persona": (("description", Message("description")), ("preferred_channels", Message("channels preferred"))),
    "action": (("owner", OWNER), ("due", Message("day when it is due"))),
    "message": (
        ("trigger", Message("trigger")),
        ("text", Message("text")),
        ("responsible", Message("who is responsible")),
    ),
    "promise": (("touchpoints", Message("touchpoints that must prove it")),),
}
POINT = Message("measurement point")
NOTHING = (None, "", ())


def missing(project: Project, element_id: str) -> list[Message]:
    """The names of what is still empty, and of a measurement point where there is none and no reason for that."""
    element = find(project, element_id)
    if element is None:
        return []
    wanted = WANTED.get(kind_of(element), ())
    found = [words for field, words in wanted if getattr(element, field) in NOTHING]
    if isinstance(element, Touchpoint) and _should_be_measured(project, element):
        found.append(POINT)
    return found


def lacking(project: Project, element_id: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings about an element, then those about its measurement points and hand-offs."""
    near = [key for key, point in project.points.items() if point.anchor.id == element_id]
    for journey in project.journeys.values():
        ends = ((key, (hand_off.source, hand_off.target)) for key, hand_off in journey.hand_offs.items())
        near += [key for key, both in ends if element_id in both]
    own = [finding for finding in findings if finding.element == element_id]
    return [*own, *(finding for key in near for finding in findings if finding.element == key)]


def _should_be_measured(project: Project, touchpoint: Touchpoint) -> bool:
    if not touchpoint.in_scope or touchpoint.not_measured_because:
        return False
    key = touchpoint.id
    return not any(key == point.anchor.id or key in point.also_covers for point in project.points.values())
