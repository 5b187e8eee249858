"""What a page offers, as data: its fields, the folded sections, and the lists of what belongs to the element."""

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from journeymapper.language.language import Language
from journeymapper.model.element import Element
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

Kind = Literal[
    "line",
    "text",
    "lines",
    "staff",
    "targets",
    "benchmarks",
    "number",
    "share",
    "whole",
    "date",
    "choice",
    "loose",
    "many",
    "switch",
    "images",
]
Offered = list[tuple[object, str]]


class Choices(msgspec.Struct, frozen=True):
    """The values that a field may have, each in the reader's words; anew whenever `parts` of the project change."""

    offer: Callable[[Project, Element, Language], Offered]
    parts: tuple[str, ...] = ()


class NewValue(msgspec.Struct, frozen=True, kw_only=True):
    """A further value of a field, made by its name: `add` gives the project with it, and its id."""

    step: Message
    words: Message
    add: Callable[[Project, str], tuple[Project, str]]


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field of an element: `name` is the Struct's, dotted where it lies in a part (`target.value`).

    `when` names the switch without which the field is not shown while empty; a `required` number cannot be left out;
    `edit` replaces the plain change; `new` lets further values be made.
    """

    name: str
    label: Message
    kind: Kind = "line"
    choices: Choices | None = None
    unit: Callable[[Project, Element, Language], str] | None = None
    hint: Message | None = None
    when: str = ""
    required: bool = False
    edit: Callable[[Project, str, object], Project] | None = None
    new: NewValue | None = None


class Fold(msgspec.Struct, frozen=True):
    """Fields under a heading, folded until somebody wants them."""

    title: Message
    fields: tuple[Field, ...]


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """Elements that belong to the one shown: opened, added, moved and removed from here.

    `add` gives the project with a new element and its id; what is not `removable` is only shown.
    """

    name: str
    title: Message
    ids: Callable[[Project, Element], Sequence[str]]
    empty: Message
    add: Callable[[Project, Element, Language], tuple[Project, str]] | None = None
    add_words: Message = Message("Add")
    move: Callable[[Project, str, int], Project] | None = None
    removable: bool = True


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """A button that makes one edit and goes to an element, or only goes there."""

    name: str
    words: Message
    run: Callable[[Project, Element, Language], tuple[Project, str]]


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """The page of one kind of element."""

    fields: tuple[Field, ...] = ()
    folds: tuple[Fold, ...] = ()
    listings: tuple[Listing, ...] = ()
    commands: tuple[Command, ...] = ()

    def all_fields(self) -> tuple[Field, ...]:
        """Those shown up front, then the folded ones."""
        return self.fields + tuple(field for fold in self.folds for field in fold.fields)
