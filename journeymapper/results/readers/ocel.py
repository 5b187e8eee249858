"""Object-centric event logs in JSON (OCEL 1.0 and 2.0): a row an event, a column of ids a type of object."""

import json
from collections.abc import Iterator

import msgspec

from journeymapper.results.readers.cells import Cell
from journeymapper.results.readers.grid import Field, Grid
from journeymapper.results.readers.limits import ATTRIBUTES

FIRST = ("ocel:eid", "ocel:activity", "ocel:timestamp")
TYPE = "ocel:type:"


class _Event(msgspec.Struct):
    """An event: its id, activity and time, its objects' ids by type, and its attributes."""

    id: str
    activity: str
    time: str
    objects: dict[str, list[str]] = {}
    attributes: dict[str, str] = {}


def holds_ocel(document: object) -> bool:
    """Whether a JSON document is such a log, of the first or the second version."""
    if not isinstance(document, dict):
        return False
    second = isinstance(document.get("events"), list) and isinstance(document.get("objects"), list)
    return isinstance(document.get("ocel:events"), dict) or (second and "eventTypes" in document)


def ocel_grid(document: object) -> Grid:
    """The document's events; parts of it that make no sense are left out."""
    log = dict(_pairs(document))
    events = list(_first(log) if "ocel:events" in log else _second(log))
    types = list(dict.fromkeys(kind for event in events for kind in event.objects))[:ATTRIBUTES]
    keys = list(dict.fromkeys(key for event in events for key in event.attributes))[:ATTRIBUTES]
    names = [*FIRST, *(TYPE + kind for kind in types), *keys]
    return Grid(
        format="JSON",
        rows=(_row(event, types, keys) for event in events),
        encoding="utf-8",
        fields=tuple(Field(name=name) for name in names),
        platform="OCEL",
    )


def _row(event: _Event, types: list[str], keys: list[str]) -> list[Cell]:
    lists = [json.dumps(event.objects[kind], ensure_ascii=False) if kind in event.objects else "" for kind in types]
    return [event.id, event.activity, event.time, *lists, *(event.attributes.get(key, "") for key in keys)]


def _first(document: dict[str, object]) -> Iterator[_Event]:
    """OCEL 1.0: events and objects by id."""
    kinds = {key: _text(facts.get("ocel:type")) for key, facts in _entries(document.get("ocel:objects"))}
    for key, facts in _entries(document.get("ocel:events")):
        related = facts.get("ocel:omap")
        yield _Event(
            id=key,
            activity=_text(facts.get("ocel:activity")),
            time=_text(facts.get("ocel:timestamp")),
            objects=_by_type(related if isinstance(related, list) else [], kinds),
            attributes={name: _text(value) for name, value in _pairs(facts.get("ocel:vmap"))},
        )


def _second(document: dict[str, object]) -> Iterator[_Event]:
    """OCEL 2.0: lists of events and objects."""
    kinds = {_text(item.get("id")): _text(item.get("type")) for item in _items(document.get("objects"))}
    for item in _items(document.get("events")):
        yield _Event(
            id=_text(item.get("id")),
            activity=_text(item.get("type")),
            time=_text(item.get("time")),
            objects=_by_type([link.get("objectId") for link in _items(item.get("relationships"))], kinds),
            attributes={_text(pair.get("name")): _text(pair.get("value")) for pair in _items(item.get("attributes"))},
        )


def _by_type(ids: list[object], kinds: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in map(_text, ids):
        if kind := kinds.get(key):
            found.setdefault(kind, []).append(key)
    return found


def _items(value: object) -> list[dict[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _pairs(value: object) -> list[tuple[str, object]]:
    return list(value.items()) if isinstance(value, dict) else []


def _entries(value: object) -> list[tuple[str, dict[str, object]]]:
    return [(key, facts) for key, facts in _pairs(value) if isinstance(facts, dict)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
