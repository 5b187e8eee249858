"""All columns of the file, one row each, with a search and the suggestions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journeymapper.desktop.dialogs.import_dialog.choices import Choices
from journeymapper.desktop.dialogs.import_dialog.column_row import ColumnRow
from journeymapper.desktop.dialogs.import_dialog.log_box import LogBox
from journeymapper.desktop.dialogs.import_dialog.sight import Sight
from journeymapper.desktop.dialogs.import_dialog.surroundings import Surroundings
from journeymapper.desktop.dialogs.import_dialog.targets import target_model
from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.language.language import Language
from journeymapper.model.project import Project
from journeymapper.results.inspection import ColumnFacts

WIDE = 25


class ColumnsPane(QWidget):
    """The rows of the columns; `chosen` carries a column's name and Choice, `suggestions_taken` the taken rows."""

    chosen = Signal(str, object)
    suggestions_taken = Signal()
    codes_taken = Signal()
    aggregates_changed = Signal(bool)
    log_changed = Signal(object)
    dragged = Signal(bool)

    def __init__(self, language: Language, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._project = project
        self._targets = target_model(language, project, "all", self)
        self._points = target_model(language, project, "points", self)
        self.rows: dict[str, ColumnRow] = {}
        self._search = QLineEdit()
        self._search.setObjectName("find-column")
        self._search.setPlaceholderText(language.text("Find a column"))
        self._search.setAccessibleName(language.text("Find a column"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._only = QCheckBox(language.text("Only used or suggested"))
        self._only.setObjectName("only-used")
        self._only.toggled.connect(self._filter)
        self._take = QPushButton()
        self._take.setObjectName("take-suggestions")
        self._take.clicked.connect(self.suggestions_taken)
        self._codes = QPushButton()
        self._codes.setObjectName("take-codes")
        self._codes.hide()
        self._codes.clicked.connect(self.codes_taken)
        set_plain_tip(self._codes, language.text("Answers that the points' scales do not have; they are not used"))
        self._aggregates = QCheckBox(language.text("Figures already computed: point, wave, n, value or answer, count"))
        self._aggregates.setObjectName("aggregates")
        self._aggregates.toggled.connect(self.aggregates_changed)
        self._aggregates.hide()
        self._log = LogBox(language)
        self._log.changed.connect(self.log_changed)
        words = language.text(
            "Each row names its measurement point by its id or name; the columns need no further explanation."
        )
        self._explanation = plain_label(words, "quiet")
        self._explanation.setWordWrap(True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setProperty("look", "side")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def recognise(self, said: Sequence[str]) -> None:
        """Say what has been recognised of the file, each on a line of its own."""
        self._known.setText("\n".join(said))
        self._known.setVisible(bool(said))

    def _lay_out(self) -> None:
        self._known = plain_label("", "quiet")
        self._known.setObjectName("recognised")
        self._known.setWordWrap(True)
        self._known.hide()
        top = QHBoxLayout()
        self._search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        top.addWidget(self._search, 1)
        top.addWidget(self._only)
        top.addWidget(self._codes)
        top.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain_label(self._language.text("2  What the columns are for"), "heading"))
        column.addWidget(self._known)
        column.addWidget(self._aggregates)
        column.addWidget(self._log)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        column.addWidget(self._explanation)
        column.addStretch(0)

    def start(self) -> None:
        """Put the keyboard where the work begins."""
        for widget in (self._take, self._search, self._aggregates):
            if widget.isVisible():
                widget.setFocus()
                return

    @property
    def counted_in_doubt(self) -> int:
        """How many answers are counted that look like codes for no answer."""
        return sum(row.counted_in_doubt for row in self.rows.values())

    def show_column(self, name: str) -> None:
        """Bring a column into sight, with the keyboard where it can be said what it is for."""
        if row := self.rows.get(name):
            self._search.clear()
            row.show()
            row.box.setFocus()
            self._area.ensureWidgetVisible(row)

    def look_at_likely(self) -> None:
        """Of a wide file show the columns that are used or suggested; the others are a click away."""
        self._only.setChecked(len(self.rows) > WIDE and self.suggesting)

    @property
    def suggesting(self) -> bool:
        """Whether there are suggestions that have not been taken."""
        return any(row.proposed for row in self.rows.values())

    def show_sight(self, sight: Sight) -> None:
        """Build the rows of another reading of the file."""
        around = Surroundings(
            language=self._language,
            project=self._project,
            targets=self._targets,
            points=self._points,
            rows=sight.inspection.rows,
            decimal=sight.inspection.decimal,
        )
        self._aggregates.setVisible(sight.aggregates)
        self._log.show_sight(sight)
        holder = QWidget()
        holder.setProperty("look", "side")
        column = QVBoxLayout(holder)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(0)
        self.rows = {}
        ordered = sorted(sight.inspection.columns, key=lambda facts: facts.role != "answer")
        for facts in ordered:
            self.rows[facts.name] = row = self._row(facts, around, sight)
            column.addWidget(row)
        column.addStretch(1)
        self._area.setWidget(holder)
        self._filter()

    def _row(self, facts: ColumnFacts, around: Surroundings, sight: Sight) -> ColumnRow:
        row = ColumnRow(facts, around, sight.proposals.get(facts.name))
        row.chosen.connect(self.chosen)
        row.dragged.connect(self.dragged)
        return row

    def show_choices(self, choices: Choices) -> None:
        """Show what each column is for."""
        self._aggregates.blockSignals(True)
        self._aggregates.setChecked(choices.aggregates)
        self._aggregates.blockSignals(False)
        self._log.show_choice(choices.log)
        self._area.setVisible(choices.by_columns)
        self._explanation.setVisible(choices.aggregates)
        for widget in (self._search, self._only):
            widget.setVisible(choices.by_columns)
        feeding: dict[str, int] = {}
        for name in self.rows:
            for use in choices.of(name).uses:
                feeding[use.point] = feeding.get(use.point, 0) + 1
        for name, row in self.rows.items():
            choice = choices.of(name)
            single = choice.uses[0] if len(choice.uses) == 1 else None
            row.show_choice(
                choice,
                counted=single is not None
                and (
                    feeding[single.point] > 1 or bool(single.answer) or single.total or self._beyond(row, single.point)
                ),
                judged=not choices.extras.beliefs,
            )
        waiting = sum(row.proposed for row in self.rows.values())
        self._take.setText(self._language.plural("Take {n} suggestion", "Take {n} suggestions", waiting))
        self._take.setVisible(waiting > 0 and choices.by_columns)
        codes = sum(len(row.waiting_codes) for row in self.rows.values())
        self._codes.setText(self._language.plural("Take {n} code for no answer", "Take {n} codes for no answer", codes))
        self._codes.setVisible(codes > 1 and choices.by_columns)
        if self._only.isChecked():
            self._filter()

    def _beyond(self, row: ColumnRow, point: str) -> bool:
        """Whether most of a column's cells are numbers that the point's scale does not have."""
        metric = self._project.metrics[self._project.points[point].metric]
        high = row.facts.high
        return (
            metric.kind in ("smiley", "stars")
            and isinstance(high, float | int)
            and high > max(metric.worst, metric.best) + 2
        )

    def _filter(self) -> None:
        wanted = self._search.text().strip().casefold()
        for name, row in self.rows.items():
            kept = not self._only.isChecked() or row.proposal is not None or bool(row.box.currentData())
            row.setVisible(kept and wanted in f"{name} {row.facts.question}".casefold())
