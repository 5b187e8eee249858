"""The element that a page shows: its values, and changing them one step at a time."""

from typing import Any

import msgspec

from journeymapper.desktop.inspector.form import Field
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.model import edits
from journeymapper.model.element import Element
from journeymapper.model.find import find
from journeymapper.model.measurement import Target
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project


class Subject:
    """One element of a session, by its id; it may be gone."""

    def __init__(self, session: Session, element_id: str) -> None:
        self.session = session
        self.id = element_id

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

    def value(self, name: str) -> Any:
        """The value of a field; None where the element is gone."""
        whole, _, part = name.partition(".")
        value = getattr(self.element, whole, None)
        if not part:
            return value
        return getattr(value or Target(), part, None)

    def refusal(self, field: Field, value: object) -> str:
        """Why the field cannot have this value, in the reader's words; empty where it can."""
        try:
            changed(self.project, self.id, field, value)
        except Refusal as refusal:
            return self.language.message(refusal.message)
        return ""

    def change(self, field: Field, value: object) -> None:
        """Give the field the value as one step of undo; raises Refusal."""
        label = self.language.message(field.label)
        self.session.apply(
            Message("Change {field}", {"field": _in_sentence(label)}),
            lambda project: changed(project, self.id, field, value),
        )


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
