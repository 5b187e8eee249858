"""A journey made of a path that people took: its touchpoints in the stages that they had, its ways as links."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from journeymapper.model.edits.structure import add_journey
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Link, LinkKind, Stage, Touchpoint
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project


def journey_from_path(project: Project, journey_id: str, path: Sequence[str], name: str, journey: str) -> Project:
    """Add the journey `journey` (its id) of a path of touchpoint ids of another journey, and labels that are none.

    A label goes into the stage of what came before it. Steps that come again are one touchpoint, with ways back.
    """
    source = project.journeys[journey_id]
    if not path:
        raise Refusal("A path without a step makes no journey.")
    made: dict[str, Touchpoint] = {}
    inside: dict[str, list[str]] = {}
    stage = source.stage_order[0] if source.stage_order else ""
    for step in dict.fromkeys(path):
        holder = source.holder_of(step) if step in source.touchpoints else None
        stage = holder.id if holder is not None else stage
        made[step] = _touchpoint(source, step)
        inside.setdefault(stage, []).append(made[step].id)
    stages = [
        Stage(id=new_id("stage"), name=source.stages[key].name if key else name, touchpoints=tuple(inside[key]))
        for key in sorted(inside, key=lambda each: _place(source, each))
    ]
    return add_journey(
        project,
        Journey(
            id=journey, name=name, state="current", stages={each.id: each for each in stages},
            stage_order=tuple(each.id for each in stages),
            touchpoints={each.id: each for each in made.values()}, links=_links(made, path),
        ),
    )  # fmt: skip


def _touchpoint(source: Journey, step: str) -> Touchpoint:
    """The touchpoint anew, without what would make two of one thing."""
    known = source.touchpoints.get(step)
    if known is None:
        return Touchpoint(id=new_id("touchpoint"), name=step)
    return msgspec.structs.replace(
        known, id=new_id("touchpoint"), shown_point="", sub_journey="", not_measured_because="", votes=0
    )


def _place(source: Journey, stage: str) -> int:
    return source.stage_order.index(stage) if stage in source.stage_order else -1


def _links(made: dict[str, Touchpoint], path: Sequence[str]) -> dict[str, Link]:
    """The first way from each step on is the happy path; a way to an earlier step is a way back."""
    order = {step: place for place, step in enumerate(made)}
    links: dict[tuple[str, str], Link] = {}
    for before, after in pairwise(path):
        if before != after and (before, after) not in links:
            kind = _kind(order[before], order[after])
            links[before, after] = Link(id=new_id("link"), source=made[before].id, target=made[after].id, kind=kind)
    return {link.id: link for link in links.values()}


def _kind(before: int, after: int) -> LinkKind:
    if after < before:
        return "loop"
    return "happy" if after == before + 1 else "skip"
