"""All that people wrote into a project: finding it, and changing it wherever it stands.

Ids, references, codes and the accounts of imports are no texts.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec

from journeymapper.model.journey import Journey
from journeymapper.model.limits import structure_fields
from journeymapper.model.places import every_element
from journeymapper.model.project import Project
from journeymapper.model.references import REFERENCES
from journeymapper.model.sources import ResultSet, Wave

Change = Callable[[str, str], str]
NO_TEXTS = frozenset(
    {"check", "wave", "segment", "id", "images", "document", "counted", "currency", "language", "colour"}
)
S = TypeVar("S", bound=msgspec.Struct)


class Hit(msgspec.Struct, frozen=True):
    """A text in which something was found: the element and its field, `own_values/<lane>` for one in an own lane."""

    element: str
    field: str
    text: str


def pattern(text: str, *, case: bool, whole: bool) -> re.Pattern[str]:
    """What finds a text, in any case or in this one, anywhere or as whole words only."""
    exact = re.escape(unicodedata.normalize("NFC", text))
    return re.compile(rf"(?<!\w){exact}(?!\w)" if whole else exact, 0 if case else re.IGNORECASE)


def find_text(
    project: Project, text: str, *, case: bool = False, whole: bool = False, ids: Collection[str] | None = None
) -> list[Hit]:
    """Where a text stands, in the project or in some elements of it; nowhere where it is empty."""
    wanted = pattern(text, case=case, whole=whole)
    among = (hit for hit in every_text(project) if ids is None or hit.element in ids) if text else ()
    return [hit for hit in among if wanted.search(hit.text)]


def every_text(project: Project) -> Iterator[Hit]:
    """All texts, the project's own first."""
    known = all_ids(project)
    for element in (project, *every_element(project)):
        said: list[Hit] = []

        def listen(field: str, text: str, element_id: str = element.id, said: list[Hit] = said) -> str:
            said.append(Hit(element_id, field, text))
            return text

        with_texts(element, listen, known)
        yield from said
        if isinstance(element, Journey):
            for lane, row in element.own_values.items():
                yield from (Hit(key, f"own_values/{lane}", value) for key, value in row.items())


def all_ids(project: Project) -> frozenset[str]:
    """The ids of all elements: what stands in a field for a name or an id may be one of them."""
    return frozenset({project.id, *(element.id for element in every_element(project))})


def with_texts(value: S, change: Change, known: Collection[str]) -> S:
    """A value with its texts as `change` makes them of field and text; the same object where it changes none."""
    changed: dict[str, Any] = {}
    for name, kind, loose in _text_fields(type(value)):
        old = getattr(value, name)
        new = _changed(name, kind, old, change, known if loose else ()) if old else old
        if new is not old and new != old:
            changed[name] = new
    return msgspec.structs.replace(value, **changed) if changed else value


@cache
def _text_fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any, bool], ...]:
    """The fields of a kind of value that may hold texts: name, type, whether ids may stand there too."""
    if kind in (ResultSet, Wave):
        return ()
    loose = {reference.field: reference.loose for reference in REFERENCES.get(kind, ())}
    no_texts = NO_TEXTS | structure_fields(kind) | {name for name, may in loose.items() if not may}
    fields = [field for field in msgspec.structs.fields(kind) if field.name not in no_texts]
    return tuple((field.name, field.type, field.name in loose) for field in fields if _may_hold_texts(field.type))


def _may_hold_texts(kind: Any) -> bool:
    """Whether a type is str, tuples of it, or has a struct in it."""
    inner = get_args(kind) if get_origin(kind) is not Literal else ()
    return (
        kind is str or (isinstance(kind, type) and issubclass(kind, msgspec.Struct)) or any(map(_may_hold_texts, inner))
    )


def _changed(name: str, kind: Any, value: Any, change: Change, known: Collection[str]) -> Any:
    if kind is str:
        return change(name, value) if value and value not in known else value
    if kind == tuple[str, ...]:
        return tuple(_changed(name, str, item, change, known) for item in value)
    if isinstance(value, msgspec.Struct):
        return with_texts(value, change, known)
    if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
        return tuple(with_texts(item, change, known) for item in value)
    return value
