"""Coverage on the screen: stage by channel as a matrix, the other dimensions as lines; moments of truth first."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from journeymapper.analysis.coverage import Coverage, PlanCoverage, plan_coverage
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.labels import plain_tip
from journeymapper.desktop.session import Session
from journeymapper.language.coverage_words import dimension_words
from journeymapper.language.language import Language
from journeymapper.model.find import name_of
from journeymapper.model.journey import Journey
from journeymapper.picture.hyphenation import syllable_points
from journeymapper.picture.theme import Theme

JOIN = " × "
NAMES = 20
ROW = 26
HEADING_SIZE = 11
LONGEST_PART = 11
HEADING = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
ORDER = (
    "moments_of_truth", "touchpoints", "hand_offs", "promises", "stages", "channels", "personas", "kinds",
    "stage_channel", "stage_persona", "metric_types", "metric_classes", "levels", "audiences",
)  # fmt: skip


class CoverageTab(QWidget):
    """The matrix left, the dimensions right; a cell that is chosen selects its stage."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        text = session.view.language.text
        self.matrix, self.lines = QTableWidget(), QTableWidget()
        for table, name, words in (
            (self.matrix, "coverage-matrix", text("Stages by channel")),
            (self.lines, "coverage-lines", text("Coverage")),
        ):
            table.setObjectName(name)
            table.setAccessibleName(words)
            table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            table.setShowGrid(False)
            table.verticalHeader().setDefaultSectionSize(ROW)
            table.verticalHeader().setMinimumSectionSize(ROW)
            table.setWordWrap(False)
        self.matrix.horizontalHeader().setDefaultAlignment(HEADING)
        font = self.matrix.horizontalHeader().font()
        font.setPixelSize(HEADING_SIZE)
        self.matrix.horizontalHeader().setFont(font)
        self.matrix.horizontalHeader().setFixedHeight(2 * ROW)
        self.lines.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.matrix.cellClicked.connect(self._show_stage)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.addWidget(self.matrix, 8)
        row.addWidget(self.lines, 5)
        self._stages: list[str] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the document and its scores as they are."""
        session = self._session
        journey = session.project.journeys.get(session.view.journey)
        found = plan_coverage(session.project, session.scores(), [journey] if journey else None)
        if journey is not None:
            self._fill_matrix(journey, found)
        self._fill_lines(found, session.view.language)

    def _fill_matrix(self, journey: Journey, found: PlanCoverage) -> None:
        project, language = self._session.project, self._session.view.language
        theme = THEMES[self._session.view.theme]
        used = {channel for touchpoint in journey.touchpoints.values() for channel in touchpoint.channels}
        channels = [key for key in project.channel_order if key in used]
        stages = journey.ordered_stages()
        self._stages = [stage.id for stage in stages]
        self.matrix.setRowCount(len(channels))
        self.matrix.setColumnCount(len(stages))
        self.matrix.setHorizontalHeaderLabels([_broken(stage.name, project.language) for stage in stages])
        self.matrix.setVerticalHeaderLabels([project.channels[key].name for key in channels])
        self.matrix.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row, channel in enumerate(channels):
            for column, stage in enumerate(stages):
                step = found.stage_channel.items.get(stage.id + JOIN + channel)
                words = step_words(language, step)
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setToolTip(plain_tip(f"{stage.name}, {project.channels[channel].name}: {words}"))
                fill, ink = step_colours(theme, step)
                item.setBackground(QBrush(QColor(fill)))
                item.setForeground(QBrush(QColor(ink)))
                self.matrix.setItem(row, column, item)

    def _fill_lines(self, found: PlanCoverage, language: Language) -> None:
        text, lines = language.text, self._lines(found, language)
        heads = [text("What is covered"), text("planned"), text("live"), text("enough"), text("Not covered")]
        self.lines.setColumnCount(len(heads))
        self.lines.setHorizontalHeaderLabels(heads)
        self.lines.verticalHeader().hide()
        self.lines.setRowCount(len(lines))
        for row, cells in enumerate(lines):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setToolTip(plain_tip(cell))
                if 0 < column < 4:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.lines.setItem(row, column, item)
        self.lines.resizeColumnsToContents()
        self.lines.horizontalHeader().setStretchLastSection(True)

    def _lines(self, found: PlanCoverage, language: Language) -> list[list[str]]:
        words, lines = dimension_words(language), []
        for name in ORDER:
            dimension: Coverage = getattr(found, name)
            if dimension.in_scope:
                counts = [
                    f"{dimension.count(step)} / {dimension.in_scope}" for step in ("planned", "live", "evidenced")
                ]
                lines.append([words[name], *counts, self._names(dimension.uncovered)])
        shares = [found.by_importance.share(step) for step in ("planned", "live", "evidenced")]
        percents = ["" if share is None else language.percent(share) for share in shares]
        lines.append([language.text("Touchpoints by importance"), *percents, ""])
        return lines

    def _names(self, keys: tuple[str, ...]) -> str:
        project, language = self._session.project, self._session.view.language
        parts = [
            JOIN.join(known_word(language, part) or name_of(project, part) for part in key.split(JOIN)) for key in keys
        ]
        return ", ".join(parts[:NAMES])

    def _show_stage(self, _row: int, column: int) -> None:
        if column < len(self._stages):
            self._session.select((self._stages[column],))


def _broken(name: str, language: str) -> str:
    """A stage's name with its long words parted between syllables, as far as a column is wide."""
    words = []
    for word in name.split():
        places = [place for place in syllable_points(word, language) if 4 <= place <= LONGEST_PART]
        parted = len(word) > LONGEST_PART and places
        words.append(f"{word[: places[-1]]}- {word[places[-1] :]}" if parted else word)
    return " ".join(words)


def step_words(language: Language, step: str | None) -> str:
    """What a cell of the matrix says."""
    words = {
        "": language.text("nothing"),
        "planned": language.text("planned"),
        "live": language.text("live"),
        "evidenced": language.text("enough"),
    }
    return "—" if step is None else words[step]


def step_colours(theme: Theme, step: str | None) -> tuple[str, str]:
    """Fill and ink of a cell: the further a point has come, the fuller."""
    colours = {
        "": (theme.card, theme.sub),
        "planned": (theme.gain, theme.ink),
        "live": (theme.better, theme.on_accent),
        "evidenced": (theme.accent, theme.on_accent),
    }
    return (theme.soft, theme.sub) if step is None else colours[step]


def known_word(language: Language, key: str) -> str:
    """A level, class or audience in words; nothing for an element's id."""
    from journeymapper.language.plan_words import AUDIENCE_WORDS, METRIC_CLASS_WORDS

    found = [*METRIC_CLASS_WORDS.items(), *AUDIENCE_WORDS.items()]
    return next((language.message(words).lower() for known, words in found if known == key), "")
