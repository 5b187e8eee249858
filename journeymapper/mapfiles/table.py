"""A map from a table in long form: a row per touchpoint, or per measurement point where a touchpoint has several."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from journeymapper.mapfiles.applying import apply_sketch
from journeymapper.mapfiles.entries import Entry
from journeymapper.mapfiles.long_table import long_table, notices, sketch_of
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Link
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.messages import Message
from journeymapper.model.project import Project


class MapTable(msgspec.Struct, frozen=True):
    """The project that a table draws, and what its reader should know about what was not used."""

    project: Project
    notices: tuple[Message, ...] = ()


def project_from_rows(rows: Sequence[Sequence[str]], *, source: str) -> Project:
    """The project of a table's cells; raises Refusal naming file, row and column."""
    return map_table(rows, source=source).project


def map_table(
    rows: Sequence[Sequence[str]], *, source: str, name: str = "", journey: str = "", language: str = "en"
) -> MapTable:
    """The project of a table's cells, its one journey in row order; raises Refusal naming file, row and column."""
    table = long_table(rows, source)
    project = Project(id=new_id("project"), name=name or source, language=language)
    drawn = Journey(id=new_id("journey"), name=journey or name or source)
    project = edits.add_journey(project, drawn)
    project = apply_sketch(project, drawn.id, sketch_of(table, points=False))
    cards = project.journeys[drawn.id].ordered_touchpoints()
    by_place = {place: card.id for place, card in zip(table.places, cards, strict=True)}
    by_row = {entry.place: by_place[entry.place] for entry in table.entries}
    project = _with_happy_path(project, drawn.id, list(by_row.values()))
    return MapTable(_with_points(project, by_place, table.entries), notices(table))


def _with_happy_path(project: Project, journey: str, touchpoints: Sequence[str]) -> Project:
    for source, target in pairwise(touchpoints):
        project = edits.add_link(project, journey, Link(id=new_id("link"), source=source, target=target))
    return project


def _with_points(project: Project, places: Mapping[tuple[str, str], str], read: Iterable[Entry]) -> Project:
    for entry in read:
        if entry.metric is None:
            continue
        if entry.metric.id not in project.metrics:
            project = edits.add_metric(project, entry.metric)
        point = MeasurementPoint(
            id=edits.next_point_id(project),
            anchor=Anchor("touchpoint", places[entry.place]),
            metric=entry.metric.id,
            question=entry.question,
            owner=entry.owner,
            target=None if entry.target is None else Target(value=entry.target),
            status="planned",
        )
        project = edits.add_point(project, point)
    return project
