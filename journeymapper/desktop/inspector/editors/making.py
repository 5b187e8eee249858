"""The control of a field by its kind."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.inspector.editors.chosen import ChoiceEditor, LooseEditor, ManyEditor, SwitchEditor
from journeymapper.desktop.inspector.editors.dates import DateEditor
from journeymapper.desktop.inspector.editors.editor import Editor
from journeymapper.desktop.inspector.editors.further import FurtherEditor
from journeymapper.desktop.inspector.editors.images import ImagesEditor
from journeymapper.desktop.inspector.editors.typed import LongText, TypedEditor
from journeymapper.desktop.inspector.form import Field, Kind
from journeymapper.desktop.inspector.subject import Subject


def make_editor(field: Field, subject: Subject) -> Editor:
    """The control for a field of the element shown."""
    return MAKERS[field.kind](field, subject)


def _line(field: Field, subject: Subject) -> Editor:
    return TypedEditor(field, subject, QLineEdit())


def _text(field: Field, subject: Subject) -> Editor:
    control, session = LongText(), subject.session
    if field.kind == "text":
        session.spelling.follow(control, session.project.language, THEMES[session.view.theme].certainly_worse)
    return TypedEditor(field, subject, control)


def _many(field: Field, subject: Subject) -> Editor:
    return FurtherEditor(field, subject, field.new) if field.new else ManyEditor(field, subject)


MAKERS: dict[Kind, Callable[[Field, Subject], Editor]] = {
    "line": _line,
    "number": _line,
    "whole": _line,
    "share": _line,
    "text": _text,
    "lines": _text,
    "staff": _text,
    "targets": _text,
    "benchmarks": _text,
    "date": DateEditor,
    "choice": ChoiceEditor,
    "loose": LooseEditor,
    "many": _many,
    "switch": SwitchEditor,
    "images": ImagesEditor,
}
