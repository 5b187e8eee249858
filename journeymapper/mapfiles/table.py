"""A map from a table in long form: a row per touchpoint, or per measurement point where a touchpoint has several."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from journeymapper.mapfiles.entries import Entry, entries
from journeymapper.mapfiles.headers import Header, find_header
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Link, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Channel, Project


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
    header = find_header(rows, source)
    read = list(entries(rows, header, source))
    if not read:
        raise Refusal("{file}: there is no row below the column names.", file=source)
    project = Project(id=new_id("project"), name=name or source, language=language)
    drawn = Journey(id=new_id("journey"), name=journey or name or source)
    project = edits.add_journey(project, drawn)
    project = _with_channels(project, read)
    project, places = _with_touchpoints(project, drawn.id, read)
    project = _with_happy_path(project, drawn.id, list(places.values()))
    return MapTable(_with_points(project, places, read), _notices(header, read))


def _with_channels(project: Project, read: Iterable[Entry]) -> Project:
    names: dict[str, str] = {}
    for name in (name for entry in read for name in entry.channels):
        names.setdefault(name.casefold(), name)
    for name in names.values():
        project = edits.add_channel(project, Channel(id=new_id("channel"), name=name))
    return project


def _with_touchpoints(
    project: Project, journey: str, read: Sequence[Entry]
) -> tuple[Project, dict[tuple[str, str], str]]:
    """The project with stages and touchpoints in the order of their first rows, and each place's touchpoint."""
    channels = {channel.name.casefold(): channel.id for channel in project.channels.values()}
    stages: dict[str, str] = {}
    places: dict[tuple[str, str], str] = {}
    for place, rows in _by_place(read).items():
        if place[0] not in stages:
            stage = Stage(id=new_id("stage"), name=rows[0].stage)
            project = edits.add_stage(project, journey, stage)
            stages[place[0]] = stage.id
        touchpoint = _touchpoint(rows, channels)
        project = edits.add_touchpoint(project, stages[place[0]], touchpoint)
        places[place] = touchpoint.id
    return project, places


def _by_place(read: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in read:
        found.setdefault(entry.place, []).append(entry)
    return found


def _touchpoint(rows: Sequence[Entry], channels: dict[str, str]) -> Touchpoint:
    """One touchpoint from all of its rows; an owner in a row without a metric owns the touchpoint."""
    used = dict.fromkeys(channels[name.casefold()] for row in rows for name in row.channels)
    return Touchpoint(
        id=new_id("touchpoint"),
        name=rows[0].touchpoint,
        channels=tuple(used),
        moment_of_truth=any(row.moment for row in rows),
        moment_reason=next((row.moment_reason for row in rows if row.moment_reason), ""),
        owner=next((row.owner for row in rows if row.owner and row.metric is None), ""),
    )


def _with_happy_path(project: Project, journey: str, touchpoints: Sequence[str]) -> Project:
    for source, target in pairwise(touchpoints):
        project = edits.add_link(project, journey, Link(id=new_id("link"), source=source, target=target))
    return project


def _with_points(project: Project, places: dict[tuple[str, str], str], read: Iterable[Entry]) -> Project:
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


def _notices(header: Header, read: Iterable[Entry]) -> tuple[Message, ...]:
    said = tuple(notice for entry in read for notice in entry.notices)
    if not header.unused:
        return said
    return (Message("Columns not used: {columns}.", {"columns": ", ".join(header.unused)}), *said)
