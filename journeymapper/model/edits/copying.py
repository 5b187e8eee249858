"""A whole journey once more: as it is, in another state, or as a persona's variant."""

from collections.abc import Mapping

import msgspec

from journeymapper.model.edits.anew import Fresh, new_names
from journeymapper.model.edits.fragments import anew, placed
from journeymapper.model.edits.placing import put_back
from journeymapper.model.edits.structure import add_journey, the_journey
from journeymapper.model.fragment import Fragment, carried
from journeymapper.model.journey import Journey, State
from journeymapper.model.places import IN_JOURNEY
from journeymapper.model.project import Project


def copy_journey(
    project: Project,
    journey_id: str,
    fresh: Fresh,
    *,
    name: str = "",
    state: State | None = None,
    persona: str = "",
) -> Project:
    """The project with a copy of a journey right after it, all under ids that `fresh` makes of each kind.

    With a state it is the same journey in that state, with a persona that persona's variant: then the map alone is
    copied, and points, actions, notes and evidence stay with the journey that they are about. Without either they are
    copied too. A copy remembers what each of its parts was first copied from, so that they are known again under other
    names.
    """
    old = the_journey(project, journey_id)
    ordered = [*old.ordered_touchpoints(), *old.parked_touchpoints()]
    fragment = carried(project, old.ordered_stages(), ordered, (journey_id,))
    if state or persona:
        fragment = _map_alone(fragment)
    names = {journey_id: fresh("journey"), **{key: fresh("lane") for key in old.own_lanes}}
    names |= new_names(project, fragment, fresh)
    new = _bare_copy(old, names, name=name, state=state, persona=persona)
    project = add_journey(project, new, project.journey_order.index(journey_id) + 1)
    project = placed(project, new.id, anew(fragment, names, ()), ("", None), None)
    journey = msgspec.structs.replace(
        project.journeys[new.id],
        recurs_to=names.get(old.recurs_to, ""),
        purchase=names.get(old.purchase, ""),
        origins=_origins(old, names),
    )
    return put_back(project, journey)


def _origins(old: Journey, names: Mapping[str, str]) -> dict[str, str]:
    """From what is in the copy to what it was first copied from, over however many copies."""
    parts = [key for place in IN_JOURNEY for key in place.elements(old)]
    return {names[key]: old.origins.get(key, key) for key in parts if key in names}


def _map_alone(fragment: Fragment) -> Fragment:
    return msgspec.structs.replace(
        fragment,
        points=(),
        actions=(),
        notes=(),
        evidence=(),
        touchpoints=tuple(msgspec.structs.replace(one, shown_point="", votes=0) for one in fragment.touchpoints),
    )


def _bare_copy(old: Journey, names: dict[str, str], *, name: str, state: State | None, persona: str) -> Journey:
    """The journey without stages and touchpoints, its lanes under their new ids."""
    lanes = tuple(msgspec.structs.replace(lane, id=names.get(lane.id, lane.id)) for lane in old.lanes)
    own = {names[key]: msgspec.structs.replace(lane, id=names[key]) for key, lane in old.own_lanes.items()}
    return msgspec.structs.replace(
        old,
        id=names[old.id],
        name=name or old.name,
        state=state or old.state,
        same_as=old.id if state else old.same_as,
        persona=persona or old.persona,
        variant_of=old.id if persona else old.variant_of,
        lanes=lanes,
        own_lanes=own,
        stages={},
        stage_order=(),
        touchpoints={},
        links={},
        hand_offs={},
        messages={},
        message_order=(),
        parked=(),
        own_values={},
        recurs_to="",
        purchase="",
        origins={},
    )
