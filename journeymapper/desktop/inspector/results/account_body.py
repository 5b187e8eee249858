"""The whole account of an import, to be read: beside the map and in the list of result files."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from journeymapper.desktop.inspector.naming import words_of
from journeymapper.desktop.inspector.results.headings import caption, wrapped
from journeymapper.desktop.labels import plain_label
from journeymapper.language.account_words import Fact, left_lines, reading_facts, setting_facts
from journeymapper.language.language import Language
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet


class AccountBody(QWidget):
    """What was read, used, how it was counted, what was doubtful and what was left out."""

    def __init__(self, project: Project, language: Language, result_set: ResultSet) -> None:
        super().__init__()
        self._project, self._language, self._result_set = project, language, result_set
        self.setObjectName("account")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        text = language.text
        self._add_form(text("What was read"), reading_facts(result_set, language))
        self._add_lines(text("What was used"), self._used())
        self._add_form(text("How it was counted"), setting_facts(result_set, language, self._point))
        self._add_lines(text("What was doubtful"), self._doubts())
        left = list(left_lines(result_set, language, self._point))
        self._add_lines(text("What was left out"), left or [text("Nothing was left out.")], "quiet")

    def _point(self, key: str) -> str:
        return words_of(self._project, key, self._language) or key

    def _used(self) -> Iterator[str]:
        account, language = self._result_set.account, self._language
        columns: dict[str, dict[str, None]] = {point: {} for point in account.used}
        for use in self._result_set.mapping.columns:
            columns.setdefault(use.point, {})[use.column] = None
        for point, names in columns.items():
            answers = language.plural("{n} answer", "{n} answers", account.used.get(point, 0))
            yield f"{' → '.join(filter(None, (', '.join(names), self._point(point))))} · {answers}"
        if self._result_set.log:
            events = language.plural("{n} event", "{n} events", account.events)
            yield f"{events} · {language.plural('{n} case', '{n} cases', account.cases)}"
        elif not columns:
            yield language.text("No column was used.")

    def _doubts(self) -> Iterator[str]:
        for doubtful in self._result_set.account.doubts:
            yield f"{self._point(doubtful.point)}: {self._language.message(doubtful.message)}"

    def _add_lines(self, title: str, lines: Iterable[str], look: str = "") -> None:
        found = list(lines)
        if found:
            self.column.addWidget(caption(title))
        for words in found:
            self.column.addWidget(_selectable(words, look))

    def _add_form(self, title: str, facts: Iterable[Fact]) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        for name, value in facts:
            form.addRow(plain_label(name, "quiet"), _selectable(_breakable(value) if name == "SHA-256" else value))
        if form.rowCount():
            self.column.addWidget(caption(title))
            self.column.addLayout(form)


def _selectable(words: str, look: str = "") -> QWidget:
    label = wrapped(plain_label(words, look))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _breakable(fingerprint: str) -> str:
    """A fingerprint in groups of eight, which a line can be broken between."""
    return " ".join(fingerprint[start : start + 8] for start in range(0, len(fingerprint), 8))
