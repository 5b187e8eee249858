"""What all controls of fields have in common: a label, help, and the reason why a value cannot be."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.desktop.inspector.form import Field
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.labels import plain_label
from journeymapper.model.messages import Refusal


class Editor(QWidget):
    """One field of the element shown; subclasses put a control in and read it."""

    def __init__(self, field: Field, subject: Subject, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.subject = subject
        self.control = control
        self.label = plain_label(subject.language.message(field.label), "field")
        self.label.setWordWrap(True)
        self.label.setBuddy(control)
        self.unit = plain_label("", "quiet")
        self.error = plain_label("", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        control.setObjectName(f"field-{field.name}")
        control.setAccessibleName(self.label.text())
        self._help = subject.language.message(field.hint) if field.hint else ""
        control.setAccessibleDescription(self._help)
        self.row = QHBoxLayout()
        self.column = QVBoxLayout(self)
        self._arrange()

    def _arrange(self) -> None:
        column = self.column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.row.setSpacing(6)
        self.row.addWidget(self.control, 1)
        self.row.addWidget(self.unit)
        column.addWidget(self.label)
        column.addLayout(self.row)
        if self._help:
            hint = plain_label(self._help, "quiet")
            hint.setWordWrap(True)
            column.addWidget(hint)
        column.addWidget(self.error)

    # the element shown

    def show_subject(self, subject: Subject) -> None:
        """Another element: what was typed for the last one is given to it first, or is lost where it cannot be."""
        self.commit()
        self.subject = subject
        self.forget()
        self.say("")
        self.refresh()
        self.refresh_unit()

    def refresh(self) -> None:
        """Show the value of the document, unless the reader is just typing another one."""
        raise NotImplementedError

    def refresh_unit(self) -> None:
        """Show the unit, which may hang on other parts of the document."""
        element = self.subject.element
        words = ""
        if self.field.unit and element is not None:
            words = self.field.unit(self.subject.project, element, self.subject.language)
        self.unit.setText(words)
        self.unit.setVisible(bool(words))

    def set_read_only(self, read_only: bool) -> None:
        """Whether the value can only be looked at."""
        self.control.setEnabled(not read_only)

    def commit(self) -> None:
        """Take over what is still being typed."""

    def forget(self) -> None:
        """Let go of what is still being typed."""

    @property
    def wanted(self) -> bool:
        """Whether the field says anything: an empty reason of what is not so is left out."""
        when, name = self.field.when, self.field.name
        return not when or any(self.subject.values(when)) or any(self.subject.values(name))

    @property
    def mixed(self) -> str:
        """What stands in the field of several elements with different values; empty where they have the same."""
        return self.subject.language.text("Different") if self.subject.is_mixed(self.field.name) else ""

    # changing it

    def give(self, value: object) -> bool:
        """Change the document; where a rule is broken say why and leave it."""
        return self.give_each(lambda _before: value)

    def give_each(self, make: Callable[[Any], object]) -> bool:
        """Change the document to what is made of the value that each element has."""
        try:
            self.subject.change_each(self.field, make)
        except Refusal as refusal:
            self.say(self.subject.language.message(refusal.message))
            return False
        self.say("")
        return True

    def say(self, reason: str) -> None:
        """Show why the value cannot be; nothing where it can."""
        if reason == self.error.text() and bool(reason) == self.error.isVisibleTo(self):
            return
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        self.control.setAccessibleDescription(reason or self._help)
        self.control.setProperty("invalid", "true" if reason else "false")
        style = self.control.style()
        style.unpolish(self.control)
        style.polish(self.control)
