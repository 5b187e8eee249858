"""The document as JSON: indented, keys sorted, the same bytes for the same document."""

import math
from typing import Any

import msgspec

from journeymapper.model.integrity import verify
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.storage.collecting import collecting_paused
from journeymapper.storage.migrations import FORMAT, migrate
from journeymapper.storage.refusals import damaged_document, too_new

LARGEST_WHOLE = 2**53
"""Beyond it JSON readers disagree about integers, and nothing in a project is counted so high."""
DEEPEST = 32


class Document(msgspec.Struct, frozen=True):
    """A decoded document and the format number that it had."""

    project: Project
    format: int


def encode_document(project: Project) -> bytes:
    """The document as JSON. Raises Refusal where a value cannot be stored; whether it opens again is not looked at."""
    try:
        # through the types once, so that 1 and 1.0 in a place for decimals give the same bytes
        same = msgspec.convert(msgspec.to_builtins(project), Project)
        values = {**msgspec.to_builtins(same), "format": FORMAT}
        _check(values)
        return msgspec.json.format(msgspec.json.encode(values, order="sorted"), indent=2) + b"\n"
    except (msgspec.ValidationError, _Unsound, OverflowError, UnicodeEncodeError) as error:
        raise Refusal("The document cannot be saved: {reason}.", reason=_short(error)) from error


def decode_document(data: bytes, file: str) -> Document:
    """The document in these bytes; `file` is for the sentence. Raises Refusal."""
    with collecting_paused():
        try:
            values = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
            _check(values)
            found = _format(values)
        except (msgspec.DecodeError, _Unsound, RecursionError, UnicodeDecodeError) as error:
            raise damaged_document(file, _short(error)) from error
        return Document(_decode(values, found, file), found)


def _decode(values: dict[str, Any], found: int, file: str) -> Project:
    try:
        project = msgspec.convert(migrate(values, found), Project)
        verify(project)
    except (msgspec.ValidationError, KeyError, TypeError, Refusal) as error:
        if found > FORMAT:
            raise too_new(file, found) from error
        raise damaged_document(file, _short(error)) from error
    return project


def _format(values: Any) -> int:
    if not isinstance(values, dict):
        raise _Unsound("not an object")
    number = values.get("format", 1)  # a document written by hand may leave it out
    if type(number) is not int or number < 1:
        raise _Unsound("no format number")
    return number


def _short(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:200].rstrip(".")


class _Unsound(Exception):
    """A value that no document of ours holds."""


def _check(value: Any, depth: int = 0) -> None:
    """Raise _Unsound for numbers that are not finite or huge, and for nesting without end."""
    if depth > DEEPEST:
        raise _Unsound("nested too deeply")
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            _check(item, depth + 1)
    elif isinstance(value, float) and not math.isfinite(value):
        raise _Unsound("a number that is not finite")
    elif isinstance(value, int) and abs(value) > LARGEST_WHOLE:
        raise _Unsound("a number that is too large")
