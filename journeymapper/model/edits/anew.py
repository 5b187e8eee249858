"""New ids for what is copied, and the same personas, channels and metrics where the project has them."""

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

import msgspec

from journeymapper.model.edits.measurement import add_metric, next_point_id
from journeymapper.model.edits.own_lanes import add_own_lane
from journeymapper.model.edits.placing import with_new
from journeymapper.model.element import Element
from journeymapper.model.find import kind_of
from journeymapper.model.fragment import Fragment
from journeymapper.model.journey import OwnLane
from journeymapper.model.measurement import Metric
from journeymapper.model.project import Channel, Persona, Project
from journeymapper.model.references import renamed

Fresh = Callable[[str], str]
"""From the kind of an element (`touchpoint`, `hand-off`, …) to a new id, as `ids.new_id`."""
N = TypeVar("N", Persona, Channel)


def new_names(project: Project, fragment: Fragment, fresh: Fresh) -> dict[str, str]:
    """Old id → new id of all that a fragment copies; measurement points get the next numbers."""
    copied: tuple[tuple[Element, ...], ...] = (
        fragment.stages, fragment.touchpoints, fragment.links, fragment.hand_offs, fragment.messages,
        fragment.actions, fragment.notes, fragment.evidence,
    )  # fmt: skip
    names = {one.id: fresh(kind_of(one).replace(" ", "-")) for elements in copied for one in elements}
    for point in fragment.points:
        names[point.id] = next_point_id(project)
        project = msgspec.structs.replace(project, next_point=int(names[point.id][1:]) + 1)
    return names


def with_named(project: Project, journey_id: str, fragment: Fragment, fresh: Fresh) -> tuple[Project, dict[str, str]]:
    """The project with the channels, personas, metrics and own lanes that a fragment names, and their ids in it."""
    names: dict[str, str] = {}
    for channel in fragment.channels:
        project, names[channel.id] = _met(project, project.channels, channel, fresh)
    for persona in fragment.personas:
        project, names[persona.id] = _met(project, project.personas, renamed(persona, names), fresh)
    for metric in fragment.metrics:
        project, names[metric.id] = _with_metric(project, metric, fresh)
    for lane in fragment.own_lanes:
        met = [names[other.id] for other in fragment.own_lanes if other.id in names]
        project, names[lane.id] = _with_lane(project, journey_id, lane, fresh, met)
    return project, names


def _met(project: Project, known: Mapping[str, N], one: N, fresh: Fresh) -> tuple[Project, str]:
    """The one of the same name, under the same id if it can be; a new one where there is none."""
    name = one.name.casefold()
    same = sorted((other for other in known.values() if other.name.casefold() == name), key=lambda x: x.id != one.id)
    if same:
        return project, same[0].id
    new = msgspec.structs.replace(one, id=fresh(kind_of(one)))
    return with_new(project, new), new.id


def _with_metric(project: Project, metric: Metric, fresh: Fresh) -> tuple[Project, str]:
    for other in project.metrics.values():
        if msgspec.structs.replace(other, id=metric.id) == metric:
            return project, other.id
    taken = metric.id in project.metrics
    new = msgspec.structs.replace(metric, id=fresh("metric")) if taken else metric
    return add_metric(project, new), new.id


def _with_lane(
    project: Project, journey_id: str, lane: OwnLane, fresh: Fresh, met: Collection[str]
) -> tuple[Project, str]:
    """The lane of the same name and kind, under the same id if it can be, and none that was `met` already."""
    like = (lane.name.casefold(), lane.kind)
    lanes = [one for one in project.journeys[journey_id].own_lanes.values() if one.id not in met]
    same = sorted((one for one in lanes if (one.name.casefold(), one.kind) == like), key=lambda x: x.id != lane.id)
    if same:
        return project, same[0].id
    new = msgspec.structs.replace(lane, id=fresh("lane"))
    return add_own_lane(project, journey_id, new), new.id
