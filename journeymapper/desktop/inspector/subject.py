"""What a page shows: an element, or several at once, its values, and changing them one step at a time."""

from collections.abc import Callable
from typing import Any

import msgspec

from journeymapper.desktop.inspector.form import Field, NewValue
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.model import edits
from journeymapper.model.element import Element
from journeymapper.model.find import find
from journeymapper.model.measurement import Target
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project


class Subject:
    """One element of a session by its id, or the first of several that are changed together; they may be gone."""

    def __init__(self, session: Session, element_id: str, *others: str) -> None:
        self.session = session
        self.id = element_id
        self.ids = (element_id, *others)
        self._elements: tuple[Project, list[Element]] | None = None

    @property
    def project(self) -> Project:
        """The document as it stands."""
        return self.session.project

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.session.view.language

    @property
    def element(self) -> Element | None:
        """The element as it stands."""
        return find(self.session.project, self.id)

    @property
    def elements(self) -> list[Element]:
        """All of them as they stand."""
        if self._elements is None or self._elements[0] is not self.project:
            found = (find(self.project, key) for key in self.ids)
            self._elements = (self.project, [one for one in found if one is not None])
        return self._elements[1]

    def value(self, name: str) -> Any:
        """The value of a field, of the first of several; None where the element is gone."""
        return next(iter(self.values(name)), None)

    def values(self, name: str) -> list[Any]:
        """The value of a field in each of the elements."""
        return [value_of(element, name) for element in self.elements]

    def is_mixed(self, name: str) -> bool:
        """Whether several elements have different values in a field."""
        first, *others = self.values(name) or [None]
        return any(value != first for value in others)

    def refusal(self, field: Field, value: object) -> str:
        """Why the field cannot have this value, in the reader's words; empty where it can."""
        try:
            self._all_changed(self.project, field, lambda _before: value)
        except Refusal as refusal:
            return self.language.message(refusal.message)
        return ""

    def change(self, field: Field, value: object) -> None:
        """Give the field the value as one step of undo, in all elements; raises Refusal."""
        self.change_each(field, lambda _before: value)

    def change_each(self, field: Field, make: Callable[[Any], object]) -> None:
        """Make the field's new value of the one before, in each of the elements, as one step of undo."""
        label = self.language.message(field.label)
        self.session.apply(
            Message("Change {field}", {"field": _in_sentence(label)}),
            lambda project: self._all_changed(project, field, make),
        )

    def add_value(self, field: Field, new: NewValue, name: str) -> None:
        """Make a value of that name and give it to all elements, as one step of undo; raises Refusal."""

        def edit(project: Project) -> Project:
            made, value = new.add(project, name)
            return self._all_changed(made, field, lambda before: (*(one for one in before if one != value), value))

        self.session.apply(new.step, edit)

    def _all_changed(self, project: Project, field: Field, make: Callable[[Any], object]) -> Project:
        for key in self.ids:
            element = find(project, key)
            if element is not None:
                project = changed(project, key, field, make(value_of(element, field.name)))
        return project


def value_of(element: Element, name: str) -> Any:
    """The value of a field, one in a part of the element included."""
    whole, _, part = name.partition(".")
    value = getattr(element, whole, None)
    return getattr(value or Target(), part, None) if part else value


def changed(project: Project, element_id: str, field: Field, value: object) -> Project:
    """The project with one field of an element changed, one in a part of it included; raises Refusal."""
    if field.edit:
        return field.edit(project, element_id, value)
    whole, _, part = field.name.partition(".")
    if not part:
        return edits.change(project, element_id, **{whole: value})
    return edits.change(project, element_id, **{whole: _with_part(project, element_id, whole, part, value)})


def _with_part(project: Project, element_id: str, whole: str, part: str, value: object) -> object:
    """A target or settings with a field changed; a target of which nothing is left is none."""
    old = getattr(find(project, element_id), whole) or Target()
    new = msgspec.structs.replace(old, **{part: value})
    return None if new == Target() else new


def _in_sentence(label: str) -> str:
    """A label within a sentence: its first letter small, unless it begins with an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
