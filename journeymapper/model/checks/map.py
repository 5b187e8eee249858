"""Checks of the map itself."""

from collections.abc import Iterator

from journeymapper.model.finding import Finding
from journeymapper.model.messages import Message
from journeymapper.model.project import Project


def journeys_owned(project: Project) -> Iterator[Finding]:
    """A journey has somebody who answers for all of it."""
    for journey in project.ordered_journeys():
        if not journey.owner and journey.touchpoints:
            message = Message("{name}: the journey has no owner.", {"name": journey.name})
            yield Finding("journey without owner", "advice", journey.id, message)


def stages_filled(project: Project) -> Iterator[Finding]:
    """A stage has touchpoints, once the journey has any."""
    for journey in project.ordered_journeys():
        for stage in journey.ordered_stages() if journey.touchpoints else ():
            if not stage.touchpoints:
                message = Message("{name}: the stage has no touchpoints.", {"name": stage.name})
                yield Finding("empty stage", "advice", stage.id, message)


def reasons_given(project: Project) -> Iterator[Finding]:
    """A moment of truth says why it is one."""
    for journey in project.ordered_journeys():
        for touchpoint in journey.ordered_touchpoints():
            if touchpoint.moment_of_truth and not touchpoint.moment_reason:
                message = Message("{name}: a moment of truth without its reason.", {"name": touchpoint.name})
                yield Finding("moment of truth without reason", "warning", touchpoint.id, message)


def bases_given(project: Project) -> Iterator[Finding]:
    """A touchpoint that only some meet says who they are."""
    for journey in project.ordered_journeys():
        for touchpoint in journey.ordered_touchpoints():
            if touchpoint.conditional and not touchpoint.base:
                message = Message("{name}: only for some, but not said for whom.", {"name": touchpoint.name})
                yield Finding("conditional without base", "warning", touchpoint.id, message)
