"""Values in the lanes that a team adds to a map: own lane → touchpoint → value, and no empty ones."""

import math
from collections.abc import Collection, Iterator

from journeymapper.model.journey import Journey, OwnLaneKind
from journeymapper.model.limits import LARGEST, TEXT_LENGTH, clean_text, is_blank
from journeymapper.model.messages import Refusal

OwnValues = dict[str, dict[str, str]]
RATINGS = ("1", "2", "3", "4", "5")


def clean_own_value(kind: OwnLaneKind, value: str) -> str:
    """A value as the document keeps it, empty where it says nothing; a number with a point.

    Refuses what is no number, no rating from 1 to 5, or too long.
    """
    text = clean_text(value)
    if is_blank(text):
        return ""
    if len(text) > TEXT_LENGTH:
        raise Refusal("“{start}…” is too long: at most {n} characters.", start=text[:40], n=TEXT_LENGTH)
    if kind == "rating" and text.strip() not in RATINGS:
        raise Refusal("A rating is a whole number from 1 to 5.")
    return _number(text) if kind == "number" else text if kind == "text" else text.strip()


def own_texts(values: OwnValues) -> Iterator[str]:
    """All values."""
    for by_touchpoint in values.values():
        yield from by_touchpoint.values()


def with_own_value(values: OwnValues, lane: str, touchpoint: str, value: str) -> OwnValues:
    """The values with one more, or with one less where it is empty."""
    row = {key: kept for key, kept in values.get(lane, {}).items() if key != touchpoint}
    if value:
        row[touchpoint] = value
    rest = {key: kept for key, kept in values.items() if key != lane}
    return {**rest, lane: row} if row else rest


def without_own_values(values: OwnValues, gone: Collection[str]) -> OwnValues:
    """The values but those of lanes and touchpoints that are gone; the same object where none was."""
    if not any(lane in gone or any(key in gone for key in row) for lane, row in values.items()):
        return values
    rows = {lane: {k: v for k, v in row.items() if k not in gone} for lane, row in values.items() if lane not in gone}
    return {lane: row for lane, row in rows.items() if row}


def strangers(journey: Journey) -> list[str]:
    """Ids of lanes and touchpoints that have values and are not there."""
    lanes = [key for key in journey.own_values if key not in journey.own_lanes]
    touchpoints = {key for row in journey.own_values.values() for key in row} - journey.touchpoints.keys()
    return sorted({*lanes, *touchpoints})


def _number(text: str) -> str:
    plain = "".join(text.split()).replace("−", "-")
    plain = plain if "." in plain else plain.replace(",", ".", 1)
    try:
        number = float(plain)
    except ValueError:
        raise Refusal("“{value}” is not a number.", value=text[:40]) from None
    if not math.isfinite(number) or abs(number) > LARGEST:
        raise Refusal("A number must be finite and not too large.")
    return plain
