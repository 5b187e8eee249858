"""What is said of rows: segments by rule, bands, a filter, the base of a conditional touchpoint, windows, beliefs."""

from collections.abc import Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.dialogs.import_dialog.choices import Choices, Extras
from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.desktop.dialogs.import_dialog.words import point_words
from journeymapper.language.language import Language
from journeymapper.model.project import Project
from journeymapper.model.sources import Band, Rule

Kind = Literal["rule", "bands", "where", "base"]
LONGEST_WINDOW = 36


class RowRule(QWidget):
    """One line: what kind of thing it says, about what, and how."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, language: Language, number: int) -> None:
        super().__init__()
        self._language = language
        text = language.text
        self.kind = CalmBox()
        self.kind.setObjectName(f"rule-kind {number}")
        self.kind.setAccessibleName(text("What is said of the rows"))
        for key, words in (
            ("rule", text("Segment by rule")),
            ("bands", text("Segment by bands")),
            ("where", text("Only rows where")),
            ("base", text("Counts for the point only where")),
        ):
            self.kind.addItem(words, key)
        self.subject = CalmBox()
        self.subject.setObjectName(f"rule-subject {number}")
        self.subject.setAccessibleName(text("Column or measurement point"))
        self.name = QLineEdit()
        self.name.setObjectName(f"rule-name {number}")
        self.name.setAccessibleName(text("Name of the segment"))
        self.name.setPlaceholderText(text("name of the segment"))
        self.words = QLineEdit()
        self.words.setObjectName(f"rule-words {number}")
        self.words.setAccessibleName(text("Expression"))
        away = QPushButton("×")
        away.setObjectName(f"rule-remove {number}")
        away.setAccessibleName(text("Remove this rule"))
        away.setFixedWidth(self.fontMetrics().height() * 2)
        away.clicked.connect(lambda: self.removed.emit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.kind, 2), (self.name, 2), (self.subject, 2), (self.words, 4), (away, 0)):
            row.addWidget(widget, stretch)
        self.kind.currentIndexChanged.connect(self._turn)
        self.subject.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.name.textEdited.connect(lambda _: self.changed.emit())
        self.words.textEdited.connect(lambda _: self.changed.emit())

    def set_kind(self, kind: Kind) -> None:
        """Be of a kind, telling nobody."""
        self.kind.choose(kind)
        self._show_kind()

    def _turn(self, _index: int) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        text, kind = self._language.text, str(self.kind.currentData())
        self.name.setVisible(kind == "rule")
        self.subject.setVisible(kind in ("bands", "base"))
        examples = {"bands": "0, 18, 35, 55", "rule": text("“on time” if moved = “no” else “moved”")}
        self.words.setPlaceholderText(examples.get(kind, text("such as age >= 18 and town in (“Oulu”, “Espoo”)")))

    def offer(self, columns: Sequence[str], points: Sequence[tuple[str, str]]) -> None:
        """The columns, or the points by id and words, that the line can be about."""
        kept = self.subject.currentData()
        pairs = list(points) if self.kind.currentData() == "base" else [(name, name) for name in columns]
        blocked = self.subject.blockSignals(True)
        self.subject.clear()
        for key, words in pairs:
            self.subject.addItem(words, key)
        self.subject.choose(str(kept))
        self.subject.blockSignals(blocked)


class ExtrasPane(QWidget):
    """`changed` carries the Extras whenever somebody has changed them."""

    changed = Signal(object)

    def __init__(self, language: Language, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._project = language, project
        self._extras = Extras()
        self._columns: tuple[str, ...] = ()
        self._points: tuple[tuple[str, str], ...] = ()
        self._lines: list[RowRule] = []
        self._made = 0
        text = language.text
        self._add = QPushButton(text("Add a rule or a filter"))
        self._add.setObjectName("add-rule")
        self._add.clicked.connect(self._append)
        self._beliefs = QCheckBox(text("What staff believe that customers answer"))
        self._beliefs.setObjectName("beliefs")
        self._beliefs.toggled.connect(self._tell)
        self._rolling = QSpinBox()
        self._rolling.setObjectName("rolling")
        self._rolling.setAccessibleName(text("Rolling windows of months"))
        self._rolling.setRange(1, LONGEST_WINDOW)
        self._rolling.setSpecialValueText(text("no rolling windows"))
        self._rolling.setPrefix(text("windows of months: "))
        self._rolling.valueChanged.connect(self._tell)
        below = QHBoxLayout()
        below.addWidget(self._add)
        below.addWidget(self._rolling)
        below.addStretch(1)
        below.addWidget(self._beliefs)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 4, 0, 0)
        self._box.setSpacing(4)
        self._box.addLayout(below)

    def show_choices(self, choices: Choices, columns: tuple[str, ...]) -> None:
        """Show what is chosen, for a file of these columns."""
        self._columns = columns
        fed = dict.fromkeys(use.point for choice in choices.columns.values() for use in choice.uses)
        self._points = tuple(
            (key, point_words(self._language, self._project, self._project.points[key])) for key in fed
        )
        self._rolling.setVisible(choices.period == "month" and choices.by_columns)
        self.setVisible(choices.by_columns)
        if choices.extras != self._extras:
            self._extras = choices.extras
            self._build(choices.extras)
        for line in self._lines:
            line.offer(self._columns, self._points)

    def _build(self, extras: Extras) -> None:
        for line in list(self._lines):
            self._drop(line)
        for rule in extras.rules:
            line = self._line("rule")
            line.name.setText(rule.name)
            line.words.setText(rule.expression)
        for band in extras.bands:
            self._about("bands", band.column, ", ".join(band.edges))
        if extras.where:
            self._line("where").words.setText(extras.where)
        for point, expression in extras.bases:
            self._about("base", point, expression)
        for widget, value in ((self._beliefs, extras.beliefs), (self._rolling, max(extras.rolling, 1))):
            blocked = widget.blockSignals(True)
            if isinstance(widget, QCheckBox):
                widget.setChecked(bool(value))
            else:
                widget.setValue(int(value))
            widget.blockSignals(blocked)

    def _about(self, kind: Kind, subject: str, words: str) -> None:
        line = self._line(kind)
        line.offer(self._columns, self._points)
        line.subject.choose(subject)
        line.words.setText(words)

    def _line(self, kind: Kind) -> RowRule:
        self._made += 1
        line = RowRule(self._language, self._made)
        line.set_kind(kind)
        line.changed.connect(self._tell)
        line.removed.connect(self._remove)
        self._lines.append(line)
        self._box.insertWidget(len(self._lines) - 1, line)
        return line

    def _append(self) -> None:
        line = self._line("rule")
        line.offer(self._columns, self._points)
        line.name.setFocus()

    def _remove(self, line: RowRule) -> None:
        self._drop(line)
        self._tell()

    def _drop(self, line: RowRule) -> None:
        self._lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _tell(self) -> None:
        for line in self._lines:
            line.offer(self._columns, self._points)
        self._extras = self._said()
        self.changed.emit(self._extras)

    def _said(self) -> Extras:
        """What the lines say; a line that is not finished says nothing yet."""
        extras = Extras(
            beliefs=self._beliefs.isChecked(), rolling=self._rolling.value() if self._rolling.value() > 1 else 0
        )
        for line in self._lines:
            extras = _with_line(extras, line)
        return extras


def _with_line(extras: Extras, line: RowRule) -> Extras:
    kind, words = str(line.kind.currentData()), _straight(line.words.text())
    name, subject = " ".join(line.name.text().split()), str(line.subject.currentData() or "")
    if not words:
        return extras
    if kind == "where":
        both = f"({extras.where}) and ({words})" if extras.where else words
        return msgspec.structs.replace(extras, where=both)
    if kind == "rule" and name:
        return msgspec.structs.replace(extras, rules=(*extras.rules, Rule(name=name, expression=words)))
    if kind == "bands" and subject:
        edges = tuple(edge.strip() for edge in words.split(",") if edge.strip())
        return msgspec.structs.replace(extras, bands=(*extras.bands, Band(column=subject, edges=edges)))
    if kind == "base" and subject:
        return msgspec.structs.replace(extras, bases=(*extras.bases, (subject, words)))
    return extras


def _straight(words: str) -> str:
    """With straight quotation marks, whatever the keyboard made of them."""
    for curly, straight in (("“", '"'), ("”", '"'), ("„", '"'), ("’", "'"), ("‘", "'")):
        words = words.replace(curly, straight)
    return words.strip()
