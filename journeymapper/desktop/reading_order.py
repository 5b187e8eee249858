"""The order in which people read a project: its journeys from left to right, then what belongs to all of it."""

from collections import defaultdict
from collections.abc import Iterator

from journeymapper.model.measurement import Anchor
from journeymapper.model.places import IN_JOURNEY, IN_PROJECT
from journeymapper.model.project import Project


def reading_order(project: Project) -> list[str]:
    """The ids of all elements, each once, the project's own first and what hangs on an element after it."""
    hanging = _hanging(project)
    return list(dict.fromkeys((project.id, *_on_maps(project, hanging), *_of_project(project))))


def _on_maps(project: Project, hanging: dict[str, list[str]]) -> Iterator[str]:
    for journey in project.ordered_journeys():
        yield from (journey.id, *hanging[journey.id])
        for stage in journey.ordered_stages():
            yield from (stage.id, *hanging[stage.id])
            for key in stage.touchpoints:
                yield from (key, *hanging[key])
        for key in journey.parked:
            yield from (key, *hanging[key])
        for place in IN_JOURNEY:
            yield from place.ordered(journey)


def _of_project(project: Project) -> Iterator[str]:
    for place in IN_PROJECT:
        yield from place.ordered(project)


def _hanging(project: Project) -> dict[str, list[str]]:
    """Points, actions and notes by what they hang on, planned messages by their touchpoint."""
    found: dict[str, list[str]] = defaultdict(list)
    actions = [project.actions[key] for key in project.action_order]
    hung: list[tuple[str, Anchor | None]] = [(point.id, point.anchor) for point in project.ordered_points()]
    hung += [(action.id, action.anchor) for action in actions]
    hung += [(note.id, note.anchor) for note in project.ordered_notes()]
    for key, anchor in hung:
        if anchor is not None and anchor.id:
            found[anchor.id].append(key)
    for journey in project.journeys.values():
        for key in journey.message_order:
            found[journey.messages[key].touchpoint].append(key)
    return found
