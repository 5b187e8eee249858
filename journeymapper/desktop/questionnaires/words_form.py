"""The words of a questionnaire in one of its languages: what stands around the questions, and the questions."""

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from journeymapper.desktop.labels import plain_label
from journeymapper.export.plan.wordings import changed_words, wording_of
from journeymapper.language.language import Language
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire

FIELDS: tuple[tuple[str, Message], ...] = (
    ("title", Message("Title")),
    ("intro", Message("Introduction")),
    ("privacy", Message("Privacy notice")),
    ("open_question", Message("Open question")),
    ("consent", Message("Question of consent")),
    ("contact", Message("Question for contact details")),
    ("thanks", Message("Thanks")),
)
LINES = 3.6


class TextField(QPlainTextEdit):
    """A few lines of text that signal what they say when they are left."""

    written = Signal(str)

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * LINES))
        self._shown = ""

    def show_text(self, text: str) -> None:
        """Show a text that somebody else wrote."""
        self._shown = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def commit(self) -> None:
        """Signal what was written since it was shown."""
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.written.emit(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field is the end of writing."""
        super().focusOutEvent(event)
        self.commit()


class WordsForm(QScrollArea):
    """Fields that signal what was written: `around` a field and text, `asked` a point's id, its field and text."""

    around = Signal(str, str)
    asked = Signal(str, str, str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._points: tuple[str, ...] | None = None
        self._fields: dict[tuple[str, str], TextField] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_words(self, project: Project, one: Questionnaire | None, code: str, *, read_only: bool) -> None:
        """Show the words in a language; the fields are built anew where other points are asked."""
        points = one.points if one else None
        if points != self._points:
            self._points = points
            self._build(points)
        for (key, name), field in self._fields.items():
            field.setReadOnly(read_only)
            field.show_text(_text(project, one, key, name, code) if one else "")

    def commit(self) -> None:
        """Take what is still being written."""
        for field in self._fields.values():
            field.commit()

    def _build(self, points: tuple[str, ...] | None) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._fields = {}
        for (key, name), label in self._labels(points) if points is not None else ():
            field = TextField(f"words-{key or 'around'}-{name}", label)
            if key:
                field.written.connect(lambda text, key=key, name=name: self.asked.emit(key, name, text))
            else:
                field.written.connect(lambda text, name=name: self.around.emit(name, text))
            self._fields[key, name] = field
            heading = plain_label(label, "label")
            heading.setWordWrap(True)
            form.addRow(heading, field)
        column.addLayout(form)
        column.addStretch(1)
        self.setWidget(content)

    def _labels(self, points: tuple[str, ...]) -> Iterator[tuple[tuple[str, str], str]]:
        message, text = self._language.message, self._language.text
        around = {name: message(label) for name, label in FIELDS}
        for name in ("title", "intro"):
            yield ("", name), around.pop(name)
        for key in points:
            yield (key, "question"), text("{point}: question", point=key)
            yield (key, "why"), text("{point}: question after a bad answer", point=key)
        for name, label in around.items():
            yield ("", name), label


def _text(project: Project, one: Questionnaire, key: str, name: str, code: str) -> str:
    if not key:
        return str(getattr(one.words_in(code), name))
    return str(getattr(wording_of(project, project.points[key], code), name))


def with_words(project: Project, key: str, code: str, name: str, text: str) -> Project:
    """The project with one of the texts around a questionnaire's questions in a language."""
    one = project.questionnaires[key]
    known = {words.language: words for words in one.words}
    known[code] = msgspec.structs.replace(one.words_in(code), **{name: text})
    return edits.change(project, key, words=tuple(known.values()))


def with_question(project: Project, point: str, code: str, name: str, text: str) -> Project:
    """The project with a point's question, or the question after a bad answer, in a language."""
    fields = changed_words(project, project.points[point], code, {name: text})
    return edits.change(project, point, **fields)
