"""Putting copies into a map: pasting a fragment, duplicating in place."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar, cast

import msgspec

from journeymapper.model.edits.addition import add_evidence
from journeymapper.model.edits.anew import Fresh, new_names, with_named
from journeymapper.model.edits.change import change
from journeymapper.model.edits.happy_path import followed
from journeymapper.model.edits.measurement import add_points
from journeymapper.model.edits.parking import add_all_parked
from journeymapper.model.edits.placing import put_back, with_all_new
from journeymapper.model.edits.stickies import hung_anew
from journeymapper.model.edits.structure import add_stage, the_journey, the_stage, with_touchpoints
from journeymapper.model.element import Element
from journeymapper.model.find import holding_journey
from journeymapper.model.fragment import Fragment, fragment_of
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Refusal
from journeymapper.model.own_values import clean_own_value, with_own_value
from journeymapper.model.project import Project
from journeymapper.model.references import let_go, renamed
from journeymapper.model.texts import all_ids

E = TypeVar("E", bound=Element)


def insert_fragment(
    project: Project,
    journey_id: str,
    stage_id: str,
    index: int | None,
    fragment: Fragment,
    fresh: Fresh,
    anchor: Anchor | None = None,
) -> Project:
    """The project with a copy of a fragment in a journey, everything in it under ids that `fresh` makes of its kind.

    Loose touchpoints go into the stage before the index (None: at its end), into the parking lot where no stage is
    given. Stages go after that stage; where none is given, before the index of the journey's stages. Personas and
    channels are those of the same name, metrics and own lanes the same ones, or come along. What the fragment names
    outside of itself is named by the copy too, if it is there in the same project; but notes and actions that came
    without what they hang on hang on the `anchor`, else on the journey.
    """
    journey = the_journey(project, journey_id)
    if stage_id and stage_id not in journey.stages:
        the_stage(project, stage_id)
        raise Refusal("“{name}” belongs to another journey.", name=journey.name)
    after = journey.stage_order.index(stage_id) + 1 if stage_id else index
    names = new_names(project, fragment, fresh)
    project, met = with_named(project, journey_id, fragment, fresh)
    gone = fragment.outside if project.id != fragment.project else {*fragment.outside} - all_ids(project)
    copied = hung_anew(anew(fragment, names | met, gone), names.values(), anchor or Anchor("journey", journey_id))
    return placed(project, journey_id, copied, (stage_id, index), after)


def duplicate(project: Project, ids: Iterable[str], fresh: Fresh) -> Project:
    """The project with copies of stages and touchpoints of one journey: stages after the last of them, loose
    touchpoints after the last of these in its stage or in the parking lot.
    """
    fragment = fragment_of(project, ids)
    homes = {
        home.id: home for one in (*fragment.stages, *fragment.touchpoints) if (home := holding_journey(project, one.id))
    }
    if len(homes) > 1:
        raise Refusal("Only stages and touchpoints of one journey can be doubled at once.")
    (journey,) = homes.values()
    after = max((journey.stage_order.index(stage.id) + 1 for stage in fragment.stages), default=None)
    names = new_names(project, fragment, fresh)
    project, met = with_named(project, journey.id, fragment, fresh)
    return placed(project, journey.id, anew(fragment, names | met, ()), _after_last(journey, fragment), after)


def _after_last(journey: Journey, fragment: Fragment) -> tuple[str, int | None]:
    """The stage and index right after the last of the loose touchpoints; no stage for the parking lot."""
    loose = fragment.loose()
    if not loose:
        return "", None
    last = loose[-1].id
    stage = journey.holder_of(last)
    return (stage.id, stage.touchpoints.index(last) + 1) if stage else ("", journey.parked.index(last) + 1)


def anew(fragment: Fragment, names: Mapping[str, str], gone: Collection[str]) -> Fragment:
    """The fragment under new ids, without references to what is gone."""
    kept = {one.id for one in fragment.touchpoints}
    stages = [
        msgspec.structs.replace(stage, touchpoints=tuple(names[key] for key in stage.touchpoints if key in kept))
        for stage in fragment.stages
    ]
    return msgspec.structs.replace(
        fragment,
        stages=tuple(_under(one, names, gone) for one in stages),
        touchpoints=tuple(_under(one, names, gone) for one in fragment.touchpoints),
        links=tuple(_under(one, names, gone) for one in fragment.links),
        hand_offs=tuple(_under(one, names, gone) for one in fragment.hand_offs),
        messages=tuple(_under(one, names, gone) for one in fragment.messages),
        points=tuple(_under(one, names, gone) for one in fragment.points),
        actions=tuple(_under(one, names, gone) for one in fragment.actions),
        notes=tuple(_under(one, names, gone) for one in fragment.notes),
        evidence=tuple(_under(one, names, gone) for one in fragment.evidence),
        own_values={
            names.get(lane, lane): {names[key]: text for key, text in row.items() if key in kept}
            for lane, row in fragment.own_values.items()
        },
    )


def _under(element: E, names: Mapping[str, str], gone: Collection[str]) -> E:
    freed = cast(E, let_go(element, gone))
    return msgspec.structs.replace(renamed(freed, names), id=names[element.id])


def placed(
    project: Project, journey_id: str, fragment: Fragment, at: tuple[str, int | None], stages_at: int | None
) -> Project:
    """The project with all of a fragment, whose ids are free, its loose touchpoints and its stages at these places."""
    before = project
    by_id = {one.id: msgspec.structs.replace(one, shown_point="") for one in fragment.touchpoints}
    for offset, stage in enumerate(fragment.stages):
        place = None if stages_at is None else stages_at + offset
        project = add_stage(project, journey_id, msgspec.structs.replace(stage, touchpoints=()), place)
        project = with_touchpoints(project, stage.id, [by_id[key] for key in stage.touchpoints])
    loose = [by_id[one.id] for one in fragment.loose()]
    if at[0]:
        project = with_touchpoints(project, at[0], loose, at[1])
    elif loose:
        project = add_all_parked(project, journey_id, loose, at[1])
    return followed(before, _with_hanging(project, journey_id, fragment), journey_id, by_id.keys())


def _with_hanging(project: Project, journey_id: str, fragment: Fragment) -> Project:
    for parts in (fragment.links, fragment.hand_offs, fragment.messages):
        project = with_all_new(project, parts, journey_id=journey_id)
    project = _with_claims(project, fragment)
    for touchpoint in fragment.touchpoints:
        if touchpoint.shown_point:
            project = change(project, touchpoint.id, shown_point=touchpoint.shown_point)
    return _with_own_values(project, journey_id, fragment)


def _with_claims(project: Project, fragment: Fragment) -> Project:
    project = add_points(project, fragment.points)
    for claims in (fragment.actions, fragment.notes):
        project = with_all_new(project, claims)
    for evidence in fragment.evidence:
        project = add_evidence(project, evidence)
    return project


def _with_own_values(project: Project, journey_id: str, fragment: Fragment) -> Project:
    journey = project.journeys[journey_id]
    values = journey.own_values
    for lane, row in fragment.own_values.items():
        for key, text in row.items() if lane in journey.own_lanes else ():
            values = with_own_value(values, lane, key, clean_own_value("text", text))
    if values is journey.own_values:
        return project
    return put_back(project, msgspec.structs.replace(journey, own_values=values))
