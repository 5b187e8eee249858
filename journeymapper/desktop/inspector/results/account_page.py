"""The page of a result file: what was read, used and left out, and removing it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journeymapper.desktop.inspector.naming import words_of
from journeymapper.desktop.inspector.page import ScrolledColumn
from journeymapper.desktop.inspector.results.headings import caption, wrapped
from journeymapper.desktop.inspector.results.source import unused_words
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet, Unused

EXAMPLES, ROWS = 3, 8


class AccountPage(ScrolledColumn):
    """Nothing of an account can be changed, but the whole import can be taken back."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject = subject
        self._body: QWidget | None = None
        self.show_subject(subject)

    def show_subject(self, subject: Subject) -> None:
        """Another file."""
        self.subject = subject
        old, self._body = self._body, QWidget()
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if isinstance(subject.element, ResultSet):
            self._fill(self._body, subject.element)
        self.column.addWidget(self._body, 1)
        self._body.show()

    def refresh(self, _old: Project, _new: Project) -> None:
        """Points may be called something else now."""
        self.show_subject(self.subject)

    def set_read_only(self, _read_only: bool) -> None:
        """Removing is a change too."""
        self.show_subject(self.subject)

    def _fill(self, body: QWidget, result_set: ResultSet) -> None:
        language = self.subject.language
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(caption(language.text("What was read")))
        column.addLayout(_facts(language, result_set))
        column.addWidget(caption(language.text("What was used")))
        for words in _used(self.subject.project, language, result_set):
            column.addWidget(wrapped(plain_label(words)))
        if doubts := result_set.account.doubts:
            column.addWidget(caption(language.text("What was doubtful")))
            for doubtful in doubts:
                point = words_of(self.subject.project, doubtful.point, language)
                column.addWidget(wrapped(plain_label(f"{point}: {language.message(doubtful.message)}")))
        column.addWidget(caption(language.text("What was left out")))
        for words in _left(language, result_set):
            column.addWidget(wrapped(plain_label(words, "quiet")))
        column.addSpacing(8)
        column.addWidget(self._remove_button())
        column.addStretch(1)

    def _remove_button(self) -> QPushButton:
        button = QPushButton(self.subject.language.text("Remove these results"))
        button.setObjectName("remove-results")
        button.setProperty("look", "small")
        button.setEnabled(not self.subject.session.read_only)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.remove)
        return button

    def remove(self) -> None:
        """Take the import back; undo brings it again."""
        key = self.subject.id
        self.subject.session.remove_results(key)


def _facts(language: Language, result_set: ResultSet) -> QFormLayout:
    account, mapping, text = result_set.account, result_set.mapping, language.text
    read_as = (account.encoding, account.delimiter.replace("\t", "tab"), account.decimal or mapping.decimal)
    facts = (
        (text("File"), account.file),
        (text("Sheet"), account.sheet),
        (text("Imported"), language.date(account.read_on)),
        (text("Rows"), language.number(account.rows)),
        (text("Header row"), language.number(account.header_row)),
        (text("Read as"), "  ".join(part for part in read_as if part)),
        (text("Waves"), ", ".join(result_set.waves)),
        (text("Wave column"), mapping.wave_column),
        (text("Weight"), mapping.weight),
        (text("Segments"), ", ".join(mapping.segments)),
        (text("Figures"), text("as reported") if mapping.aggregates else ""),
        ("SHA-256", account.sha256),
    )
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    for name, value in facts:
        if value:
            label = wrapped(plain_label(_breakable(value) if name == "SHA-256" else value))
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(plain_label(name, "quiet"), label)
    return form


def _breakable(fingerprint: str) -> str:
    """A fingerprint in groups of eight, which a line can be broken between."""
    return " ".join(fingerprint[start : start + 8] for start in range(0, len(fingerprint), 8))


def _used(project: Project, language: Language, result_set: ResultSet) -> list[str]:
    lines = []
    for use in result_set.mapping.columns:
        point = words_of(project, use.point, language)
        parts = [f"{use.column} → {point}"]
        if use.point in result_set.account.used:
            parts.append(language.plural("{n} answer", "{n} answers", result_set.account.used[use.point]))
        if use.answer:
            parts.append(language.text("counts of “{answer}”", answer=use.answer))
        if use.missing:
            parts.append(language.text("missing codes: {codes}", codes=", ".join(use.missing)))
        lines.append(" · ".join(parts))
    return lines or [language.text("No column was used.")]


def _left(language: Language, result_set: ResultSet) -> list[str]:
    account = result_set.account
    lines = [_reason(language, unused) for unused in account.unused]
    if account.columns_left:
        lines.append(language.text("Columns not used: {columns}", columns=", ".join(account.columns_left)))
    return lines or [language.text("Nothing was left out.")]


def _reason(language: Language, unused: Unused) -> str:
    parts = [
        f"{unused.point}, {unused.column}: {language.number(unused.count)} × {unused_words(language)[unused.reason]}"
    ]
    if unused.examples:
        parts.append("“" + "”, “".join(unused.examples[:EXAMPLES]) + "”")
    if unused.rows:
        rows = ", ".join(str(row) for row in unused.rows[:ROWS]) + (" …" if unused.count > ROWS else "")
        parts.append(language.plural("row {rows}", "rows {rows}", unused.count, rows=rows))
    return ", ".join(parts)
