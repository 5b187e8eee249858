"""Tallies as bytes: msgpack, the same bytes for the same tally, named by their SHA-256."""

import hashlib
import math
from collections.abc import Sequence
from typing import Any

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.model.tally import Tally
from journeymapper.storage.collecting import collecting_paused
from journeymapper.storage.refusals import damaged_tally

SUMS = ("weight", "sum_x", "sum_y", "sum_xx", "sum_yy", "sum_xy")


def encode_tally(tally: Tally) -> bytes:
    """The tally as bytes. Raises Refusal where a figure is not finite or the columns differ in length."""
    sound = msgspec.structs.replace(
        tally,
        answers={point: _compact(column) for point, column in tally.answers.items()},
        counts=_compact(tally.counts),
        weights=_compact(tally.weights),
        squares=_compact(tally.squares),
    )
    problem = _problem(sound)
    if problem:
        raise Refusal("The tally cannot be saved: {problem}.", problem=problem)
    try:
        return msgspec.msgpack.encode(_fields(sound), order="sorted")
    except (OverflowError, UnicodeEncodeError) as error:
        raise Refusal("The tally cannot be saved: {problem}.", problem=str(error)) from error


def _fields(tally: Tally) -> dict[str, Any]:
    """The tally's fields; those that came later only where they hold something, so that old hashes stay."""
    fields = msgspec.structs.asdict(tally)
    later = {"respondents": [], "joint": True, "moments": []}
    return {name: value for name, value in fields.items() if name not in later or value != later[name]}


def _compact(column: Sequence[float | None]) -> list[Any]:
    """Whole numbers as integers: a byte instead of nine, and 1 and 1.0 give the same bytes."""
    short = {value: _short(value) for value in set(column)}
    return [short[value] for value in column]


def _short(value: float | None) -> float | None:
    whole = value is not None and math.isfinite(value) and value == int(value) and abs(value) < 2**53
    return int(value) if whole and value is not None else value


def decode_tally(data: bytes) -> Tally:
    """The tally of these bytes. Raises Refusal for what is none."""
    name = hashlib.sha256(data).hexdigest()[:12]
    try:
        with collecting_paused():
            tally = msgspec.msgpack.decode(data, type=Tally)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise damaged_tally(name) from error
    if _problem(tally):
        raise damaged_tally(name)
    return tally


def tally_hash(tally: Tally) -> str:
    """SHA-256 of the tally's bytes, by which the document refers to it."""
    return hashlib.sha256(encode_tally(tally)).hexdigest()


def _problem(tally: Tally) -> str:
    """What is wrong with the tally, empty where nothing is."""
    rows = len(tally.counts)
    figures: list[Sequence[float | None]] = [*tally.answers.values(), tally.weights, tally.squares]
    texts = [*tally.segments.values(), tally.waves, tally.days or tally.waves, tally.respondents or tally.waves]
    if any(len(column) != rows for column in (*figures, *texts)):
        return "columns of different lengths"
    if not all(_finite(value) for column in figures for value in set(column)):
        return "a figure that is not finite"
    if any(count < 0 for count in tally.counts):
        return "a negative count"
    reported = [value for one in tally.reported for value in (one.value, one.low, one.high)]
    sums = [getattr(one, name) for one in tally.moments for name in SUMS]
    return "" if all(map(_finite, [*reported, *sums])) else "a figure that is not finite"


def _finite(value: float | None) -> bool:
    return value is None or math.isfinite(value)
