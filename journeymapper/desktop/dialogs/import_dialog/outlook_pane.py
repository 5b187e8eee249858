"""What would be taken: each point's answers, its score and the wave before, and what has to be known first."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.score import Score
from journeymapper.desktop.dialogs.import_dialog.doubts_box import DoubtsBox
from journeymapper.desktop.dialogs.import_dialog.outlook import Outlook, PointOutlook
from journeymapper.desktop.dialogs.import_dialog.rivals_box import RivalsBox, Way
from journeymapper.desktop.dialogs.import_dialog.words import point_words, unused_words
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.language.language import Language
from journeymapper.language.reason_words import unused_line
from journeymapper.language.units import format_interval, format_value, verdict_words
from journeymapper.model.measurement import Metric
from journeymapper.model.project import Project

POINT, COLUMN, USED, UNUSED, RESULT, VERDICT, BEFORE, WHY = range(8)
NUMBERS = (USED, UNUSED)
STEPS = 1000


class OutlookPane(QWidget):
    """Shows an Outlook, or says why there is none; `said` when something was said that had to be said first.

    `column_wanted` carries the name of a column that somebody wants to look at.
    """

    said = Signal()
    column_wanted = Signal(str)

    def __init__(self, language: Language, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._project = project
        text = language.text
        self._summary = plain_label("", "quiet")
        self._summary.setWordWrap(True)
        self._summary.setObjectName("summary")
        self._news = plain_label("", "quiet")
        self._news.setWordWrap(True)
        self._news.setObjectName("news")
        self._notice = plain_label("", "error")
        self._notice.setWordWrap(True)
        self._notice.setObjectName("notice")
        self._rivals = RivalsBox(language)
        self._rivals.chosen.connect(self._choose_way)
        self._doubts = DoubtsBox(language)
        self._doubts.said.connect(self.said)
        self._doubts.wanted.connect(self.column_wanted)
        self._outlook: Outlook | None = None
        self._progress = QProgressBar()
        self._progress.setObjectName("progress")
        self._progress.setAccessibleName(text("Reading the file"))
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(8)
        self._progress.setMaximumWidth(160)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        self._table = self._new_table()
        self._head("", "")
        self._lay_out()

    def _new_table(self) -> QTableWidget:
        table = QTableWidget(0, 8)
        table.setObjectName("outlook")
        table.setAccessibleName(self._language.text("What would be taken"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(POINT, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(COLUMN, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        width = self.fontMetrics().averageCharWidth()
        table.setColumnWidth(POINT, width * 34)
        table.setColumnWidth(COLUMN, width * 24)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        return table

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.addWidget(plain_label(self._language.text("3  What would be taken"), "heading"))
        title.addWidget(self._summary, 1)
        title.addWidget(self._progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addLayout(title)
        column.addWidget(self._table, 1)
        column.addWidget(self._news)
        column.addWidget(self._notice)
        column.addWidget(self._doubts)
        column.addWidget(self._rivals)

    @property
    def way(self) -> Way:
        """What is to be done with imports of the same answers, "" as long as nobody has said."""
        return self._rivals.way

    @property
    def agreed(self) -> bool:
        """Whether nothing is left that has to be said before the import."""
        rivals = self._outlook is not None and bool(self._outlook.rivals)
        return self._doubts.answered and (not rivals or bool(self.way))

    def forget(self) -> None:
        """Another file is looked at."""
        self._rivals.forget()
        self._doubts.ask(())

    def set_busy(self, busy: bool) -> None:
        """Show that something is being read."""
        self._progress.setVisible(busy)
        self._progress.setRange(0, 0)

    def show_share(self, share: float) -> None:
        """Show how much of a large file has been read, 0 to 1; of a small one that is not known."""
        if share > 0:
            self._progress.setRange(0, STEPS)
            self._progress.setValue(round(share * STEPS))

    def say(self, words: str) -> None:
        """Nothing can be shown, and why; quietly."""
        self._table.setRowCount(0)
        self._outlook = None
        self._rivals.hide()
        self._doubts.hide()
        self._summary.setText(words)
        for label in (self._news, self._notice):
            label.hide()

    def refuse(self, words: str) -> None:
        """Nothing can be taken, and why."""
        self.say("")
        self.notice(words)

    def notice(self, words: str) -> None:
        """Something that has to be known."""
        self._notice.setText(words)
        self._notice.setVisible(bool(words))

    def show_outlook(self, outlook: Outlook, in_doubt: int = 0) -> None:
        """Show what would be taken; so many answers `in_doubt` are counted that look like codes for no answer."""
        self._outlook = outlook
        self._head(outlook.wave, outlook.before)
        self._rivals.ask(outlook)
        self._doubts.ask(outlook.imported.result_set.account.doubts)
        self._show_points(outlook)
        self._summary.setText(self._summary_of(outlook))
        news = "\n".join(self._news_of(outlook))
        self._news.setText(news)
        self._news.setVisible(bool(news))
        nothing = "" if outlook.worth_taking else self._language.text("Not one answer could be used.")
        self.notice("\n".join(filter(None, (self._undecided(in_doubt), nothing))))

    def _choose_way(self) -> None:
        if self._outlook:
            self._show_points(self._outlook)
        self.said.emit()

    def _show_points(self, outlook: Outlook) -> None:
        """The points as they would be, earlier imports given way unless these answers are added to them.

        Those that something is to be asked about come first.
        """
        asked: dict[str, list[str]] = {}
        for doubt in outlook.imported.result_set.account.doubts:
            asked.setdefault(doubt.point, []).append(self._language.message(doubt.message))
        points = sorted(
            outlook.added if self.way == "add" else outlook.points, key=lambda each: each.point not in asked
        )
        self._table.setRowCount(len(points))
        for row, each in enumerate(points):
            self._show_point(row, each, asked.get(each.point, []))
        self._table.setColumnHidden(COLUMN, not any(each.columns for each in points))

    def _head(self, wave: str, before: str) -> None:
        text = self._language.text
        result = text("Result in {wave}", wave=wave) if wave else text("Result")
        headings = [
            text("Measurement point"), text("Column"), text("Used"), text("Not used"), result, text("Against target"),
            text("In {wave}", wave=before), text("Why not used"),
        ]  # fmt: skip
        self._table.setHorizontalHeaderLabels(headings)
        for column in NUMBERS:
            if head := self._table.horizontalHeaderItem(column):
                head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._table.setColumnHidden(BEFORE, not before)

    def _show_point(self, row: int, each: PointOutlook, asked: list[str]) -> None:
        language, point = self._language, self._project.points[each.point]
        metric = self._project.metrics[point.metric]
        cells = {
            POINT: point_words(language, self._project, point),
            COLUMN: ", ".join(each.columns),
            USED: language.number(each.used),
            UNUSED: language.number(sum(unused.count for unused in each.unused)),
            RESULT: score_words(language, metric, each.score),
            VERDICT: verdict_words(language, each.score.verdict, each.score.gap),
            BEFORE: score_words(language, metric, each.before) if each.before else "–",
            WHY: " · ".join([*asked, *(unused_words(language, unused) for unused in each.unused)]),
        }
        tips = {WHY: "\n".join([*asked, *(unused_line(language, unused) for unused in each.unused)])}
        for column, words in cells.items():
            item = QTableWidgetItem(words)
            item.setToolTip(plain_tip(tips.get(column, words)))
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self._table.setItem(row, column, item)

    def _summary_of(self, outlook: Outlook) -> str:
        language, account = self._language, outlook.imported.result_set.account
        waves = outlook.imported.result_set.waves
        if outlook.imported.result_set.log:
            events = language.plural("{n} event", "{n} events", account.events)
            return f"{events} · {language.plural('{n} case', '{n} cases', account.cases)}"
        parts = [
            language.plural("{n} row", "{n} rows", account.rows),
            language.plural("{n} answer used", "{n} answers used", outlook.used),
            language.plural("wave {waves}", "waves {waves}", len(waves), waves=_listed(waves)),
        ]
        if account.respondents:
            parts.append(language.plural("{n} respondent", "{n} respondents", account.respondents))
        if account.columns_left:
            left = language.plural("{n} column not used", "{n} columns not used", len(account.columns_left))
            parts.append(left)
        return " · ".join(parts)

    def _undecided(self, answers: int) -> str:
        if not answers:
            return ""
        return self._language.plural(
            "{n} answer looks like a code for no answer and is still counted.",
            "{n} answers look like codes for no answer and are still counted.",
            answers,
        )

    def _news_of(self, outlook: Outlook) -> Iterator[str]:
        """What is otherwise than in earlier files, and what of a log the map does not know."""
        language, account = self._language, outlook.imported.result_set.account
        yield from map(language.message, outlook.changes)
        if outlook.update:
            yield language.text(
                "Of the rows {added} are new, {corrected} correct earlier ones, {repeated} came again unchanged.",
                added=outlook.update.added,
                corrected=outlook.update.corrected,
                repeated=outlook.update.repeated,
            )
        if account.unmatched:
            yield language.plural(
                "{n} label is no touchpoint of the map and is kept as ad hoc: {names}",
                "{n} labels are no touchpoints of the map and are kept as ad hoc: {names}",
                len(account.unmatched),
                names=_listed(list(account.unmatched), most=8),
            )


def score_words(language: Language, metric: Metric, score: Score) -> str:
    """A score with its interval and number of answers: `4.2 (4.0–4.4), n 212`."""
    if score.hidden:
        return language.text("hidden, too few answers")
    if score.value is None:
        return language.text("not measured")
    words = format_value(language, metric, score.value)
    if interval := format_interval(language, metric, score.low, score.high):
        words += f" ({interval})"
    return f"{words}, n {language.number(score.n)}" if score.n is not None else words


def _listed(names: Sequence[str], most: int = 4) -> str:
    if len(names) <= most:
        return ", ".join(names)
    return ", ".join((*names[: most - 1], "…", names[-1]))
