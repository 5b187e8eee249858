"""A piece of a map that can be carried elsewhere: what the clipboard holds."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

import msgspec

from journeymapper.model.element import Element
from journeymapper.model.journey import HandOff, Link, OwnLane, PlannedMessage, Stage, Touchpoint
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.messages import Refusal
from journeymapper.model.own_values import OwnValues
from journeymapper.model.project import Action, Channel, Evidence, Note, Persona, Project
from journeymapper.model.references import named, references_of
from journeymapper.model.texts import all_ids

E = TypeVar("E", bound=Element)


class Fragment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Stages and touchpoints in the order of their map, with what hangs on them and what they name; notes and actions.

    Touchpoints that no stage holds are loose. `outside` are the ids of elements of the `project` that are named and not
    carried. Images are named, not carried: their bytes are attachments of the project.
    """

    project: str
    stages: tuple[Stage, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    links: tuple[Link, ...] = ()
    hand_offs: tuple[HandOff, ...] = ()
    messages: tuple[PlannedMessage, ...] = ()
    points: tuple[MeasurementPoint, ...] = ()
    actions: tuple[Action, ...] = ()
    notes: tuple[Note, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    metrics: tuple[Metric, ...] = ()
    personas: tuple[Persona, ...] = ()
    channels: tuple[Channel, ...] = ()
    own_lanes: tuple[OwnLane, ...] = ()
    own_values: OwnValues = {}
    outside: tuple[str, ...] = ()

    def loose(self) -> tuple[Touchpoint, ...]:
        """The touchpoints that none of its stages holds."""
        held = {key for stage in self.stages for key in stage.touchpoints}
        return tuple(one for one in self.touchpoints if one.id not in held)

    def images(self) -> frozenset[str]:
        """The names of the attachments that its touchpoints show."""
        return frozenset(name for one in self.touchpoints for name in one.images)


def fragment_of(project: Project, ids: Iterable[str]) -> Fragment:
    """Stages with their touchpoints, touchpoints, notes and actions as a fragment; other ids are left out.

    Refuses where nothing is left.
    """
    chosen = set(ids)
    stages, touchpoints = list[Stage](), list[Touchpoint]()
    for journey in project.ordered_journeys():
        stages += [stage for stage in journey.ordered_stages() if stage.id in chosen]
        wanted = chosen | {key for stage in stages for key in stage.touchpoints}
        ordered = [*journey.ordered_touchpoints(), *journey.parked_touchpoints()]
        touchpoints += [one for one in ordered if one.id in wanted]
    fragment = carried(project, stages, touchpoints, chosen & {*project.notes, *project.actions})
    if not (stages or touchpoints or fragment.notes or fragment.actions):
        raise Refusal("Only stages, touchpoints, notes and actions can be copied.")
    return fragment


def carried(
    project: Project, stages: Iterable[Stage], touchpoints: Iterable[Touchpoint], also: Collection[str] = ()
) -> Fragment:
    """A fragment of these with all that hangs on them, or on what is carried `also`: a journey, notes, actions."""
    kept = Fragment(project=project.id, stages=tuple(stages), touchpoints=tuple(touchpoints))
    base = {one.id for one in (*kept.stages, *kept.touchpoints)} | {*also}
    hanging = _hanging(project, base)
    people = _named(project.personas, [*kept.touchpoints, *hanging])
    ways = _named(project.channels, [*kept.touchpoints, *hanging, *people])
    metrics = _named(project.metrics, hanging)
    lanes, values = _own(project, {one.id for one in kept.touchpoints})
    held = base | {one.id for one in (*hanging, *people, *ways, *metrics)}
    outside = _named_ids([*kept.touchpoints, *hanging, *people]) & all_ids(project) - held
    return msgspec.structs.replace(
        kept,
        links=_only(hanging, Link),
        hand_offs=_only(hanging, HandOff),
        messages=_only(hanging, PlannedMessage),
        points=_only(hanging, MeasurementPoint),
        actions=_only(hanging, Action),
        notes=_only(hanging, Note),
        evidence=_only(hanging, Evidence),
        metrics=metrics,
        personas=people,
        channels=ways,
        own_lanes=lanes,
        own_values=values,
        outside=tuple(sorted(outside)),
    )


def encode_fragment(fragment: Fragment) -> bytes:
    """The fragment as JSON."""
    return msgspec.json.encode(fragment)


def decode_fragment(data: bytes) -> Fragment:
    """The fragment in these bytes; refuses what is none."""
    try:
        return msgspec.json.decode(data, type=Fragment)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Refusal("What was copied is no piece of a journey map.") from error


def _hanging(project: Project, base: Collection[str]) -> list[Element]:
    """All of the base that can hang, what hangs on it and on nothing else, and on that; after what it hangs on."""
    left, found, held = _candidates(project), list[Element](), {*base}
    while more := {one.id: one for one in left if one.id in held or ((keys := _hooks(one)) and keys <= held)}:
        found += more.values()
        held |= more.keys()
        left = [one for one in left if one.id not in more]
    return found


def _candidates(project: Project) -> list[Element]:
    parts: list[Element] = []
    for journey in project.ordered_journeys():
        parts += [*journey.links.values(), *journey.hand_offs.values()]
        parts += [journey.messages[key] for key in journey.message_order]
    parts += [*project.ordered_points(), *(project.actions[key] for key in project.action_order)]
    return [*parts, *project.ordered_notes(), *project.evidence.values()]


def _hooks(element: Element) -> set[str]:
    """The ids that an element hangs on, an action's anchor among them."""
    references = [one for one in references_of(element) if one.when == "hangs" or one.field == "anchor"]
    return {key for one in references for key, _ in named(element, one)}


def _named_ids(elements: Iterable[Element]) -> set[str]:
    return {key for one in elements for reference in references_of(one) for key, _ in named(one, reference)}


def _named(among: Mapping[str, E], elements: Iterable[Element]) -> tuple[E, ...]:
    """Those of some elements that others name."""
    keys = _named_ids(elements)
    return tuple(one for key, one in among.items() if key in keys)


def _only(elements: Iterable[Element], kind: type[E]) -> tuple[E, ...]:
    return tuple(one for one in elements if isinstance(one, kind))


def _own(project: Project, keys: Collection[str]) -> tuple[tuple[OwnLane, ...], OwnValues]:
    """The own lanes that say something at these touchpoints, and what."""
    lanes, values = list[OwnLane](), OwnValues()
    for journey in project.journeys.values():
        for lane, row in journey.own_values.items():
            kept = {key: value for key, value in row.items() if key in keys}
            if kept and lane in journey.own_lanes:
                lanes.append(journey.own_lanes[lane])
                values[lane] = kept
    return tuple(lanes), values
