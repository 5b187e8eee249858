"""What to do first and how sure that is: gaps that are certain, weighed, with effort and cause edited in place."""

from collections.abc import Mapping
from typing import get_args

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from journeymapper.analysis.priorities.ranking import Priority, priorities
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.places import measure_words, metric_of, place_words
from journeymapper.desktop.act.repairs import set_repair
from journeymapper.desktop.act.result_table import Cell, ResultTable, Row
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.jobs import Job
from journeymapper.desktop.labels import plain_label
from journeymapper.language.priority_words import assumed_words, cause_words, kind_words
from journeymapper.language.units import format_gap
from journeymapper.model.acting import Cause
from journeymapper.model.messages import Message, Refusal

EFFORT, CAUSE = 5, 6
"""The columns whose cells are edited in place."""
CAUSES: tuple[Cause, ...] = get_args(Cause)
KINDS = ("quick win", "fill-in", "big bet", "no certain gap")


class PrioritiesPage(ActPage):
    """The ranking is worked out in a job, since a thousand draws stand behind its sensitivity."""

    def build(self) -> None:
        """Where importance is taken from, and the ranking."""
        text = self.language.text
        self._job: Job | None = None
        self._found: list[Priority] = []
        self._weights = QComboBox()
        self._weights.setObjectName("importance-from")
        self._weights.setAccessibleName(text("Importance"))
        self._weights.addItem(text("as stated on the map"), "stated")
        self._weights.addItem(text("by what drives the whole"), "derived")
        self._weights.activated.connect(lambda _index: self.fill())
        label = plain_label(text("Importance"), "quiet")
        label.setBuddy(self._weights)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._weights)
        row.addStretch(1)
        self._choice = (label, self._weights)
        self.column.addLayout(row)
        self.table = ResultTable(self.session, "priorities", (
            "#", text("Touchpoint"), text("Certain gap"), text("In the first three"),
            text("Kind"), text("Effort, 1 to 5"), text("Cause of the gap"), text("Goal"), text("Gap"),
            text("Importance"), text("Reach"), text("Remark"),
        ))  # fmt: skip
        self.table.setAccessibleName(text("What to do first"))
        self.column.addWidget(self.table)
        note = plain_label(text(
            "The order is certain gap × importance × reach ÷ effort; the product orders and measures nothing. “In the "
            "first three” says how often an item stays there when each input moves by a level and each figure within "
            "its interval. What must work comes before what delights."
        ), "quiet")  # fmt: skip
        note.setWordWrap(True)
        self.column.addWidget(note)

    def fill(self) -> None:
        """Order what has a figure and a target."""
        project, scores, weights = self.session.project, self.session.scores(), self._importance()
        for widget in self._choice:
            widget.setVisible(self.session.findings.drivers is not None)
        if self._job is not None:
            self._job.cancel()
        if not self.title.text():
            self.say(self.language.text("Working …"))
        self._job = self.jobs.start(lambda _job: priorities(project, scores, importance=weights), owner=self)
        self._job.finished.connect(self._show)
        self._job.failed.connect(lambda message: self.say(self.language.message(message)))

    def _importance(self) -> Mapping[str, float]:
        """The drivers' shares by touchpoint where they are wanted and known; else what the map states."""
        drivers = self.session.findings.drivers
        if drivers is None or self._weights.currentData() != "derived":
            return {}
        points = self.session.project.points
        return {points[each.point].anchor.id: each.share for each in drivers.drivers if each.point in points}

    def _show(self, found: list[Priority]) -> None:
        self._job = None
        points = self.session.project.points
        self._found = [each for each in found if each.gap > 0 and each.point in points]
        chosen, within = self.table.chosen, self._edited_column()
        self.table.show_rows([self._row(rank, each) for rank, each in enumerate(self._found, 1)])
        for row, each in enumerate(self._found):
            self._add_editors(row, each)
        self.table.fit()
        self._tell()
        self._return_to(chosen, within)

    def _tell(self) -> None:
        """What is first, and how sure that is."""
        language, text = self.language, self.language.text
        certain = [each for each in self._found if each.evidence_gap > 0]
        if not self._found:
            self.say(text("Nothing is below its target"), text("Points with a figure and a target are put in order."))
            return
        if not certain:
            self.say(
                text("Nothing is certainly below its target"),
                language.plural("{n} figure only seems to be.", "{n} figures only seem to be.", len(self._found)),
            )
            return
        first = certain[0]
        name = place_words(self.session, self.session.project.points[first.point])
        sure = text("It stays among the first three in {share} of the draws.", share=language.percent(100 * first.top3))
        rest = language.plural(
            "{n} point is certainly below its target.", "{n} points are certainly below their targets.", len(certain)
        )
        self.say(text("To repair first: {touchpoint}", touchpoint=name), f"{sure} {rest}")

    def _row(self, rank: int, each: Priority) -> Row:
        language, point = self.language, self.session.project.points[each.point]
        metric, project = metric_of(self.session, point), self.session.project
        goal = project.goals[each.goals[0]].text if each.goals else language.text("serves no goal")

        def gap(size: float) -> Cell:
            return Cell(format_gap(language, metric, -size) if size > 0 else "—", size, right=True)

        def level(value: float) -> Cell:
            return Cell(language.number(5 * value, 0 if (5 * value).is_integer() else 1), value, right=True)

        kind = kind_words(language, each.kind)
        if each.must_work:
            kind = f"{language.text('must work')} · {kind}"
        place = place_words(self.session, point)
        remarks = "; ".join(assumed_words(language, name) for name in each.assumed)
        return point.id, [
            Cell(language.number(rank), float(rank), right=True),
            Cell(f"{place}\n{measure_words(self.session, point)}"), gap(each.evidence_gap),
            Cell(language.percent(100 * each.top3), each.top3, right=True),
            Cell(kind, float(KINDS.index(each.kind)), self._colour(each)), Cell("", float(each.effort)), Cell(""),
            Cell(goal), gap(each.gap), level(each.importance),
            Cell(language.percent(100 * each.reach), each.reach, right=True), Cell(remarks),
        ]  # fmt: skip

    def _colour(self, each: Priority) -> str:
        theme = THEMES[self.session.view.theme]
        return {"quick win": theme.certainly_better, "big bet": theme.worse}.get(each.kind, "")

    # effort and cause

    def _add_editors(self, row: int, each: Priority) -> None:
        language, project = self.language, self.session.project
        name = place_words(self.session, project.points[each.point])
        effort, cause = QComboBox(), QComboBox()
        effort.setAccessibleName(f"{language.text('Effort, 1 to 5')}: {name}")
        cause.setAccessibleName(f"{language.text('Cause of the gap')}: {name}")
        effort.addItem(language.text("not given"), None)
        for level in range(1, 6):
            effort.addItem(language.number(level), level)
        for value in CAUSES:
            cause.addItem(cause_words(language, value), value)
        effort.setCurrentIndex(0 if "effort" in each.assumed else each.effort)
        known = next((project.actions[key].cause for key in each.actions if project.actions[key].cause), "")
        cause.setCurrentIndex(CAUSES.index(known))
        effort.activated.connect(lambda _index: self._set(each, effort=effort.currentData()))
        cause.activated.connect(lambda _index: self._set(each, cause=cause.currentData()))
        for column, box in ((EFFORT, effort), (CAUSE, cause)):
            box.setMaximumHeight(box.sizeHint().height())
            self.table.setCellWidget(row, column, box)

    def _set(self, each: Priority, **fields: object) -> None:
        title = self.language.text("Repair: {touchpoint}", touchpoint=place_words(
            self.session, self.session.project.points[each.point]
        ))  # fmt: skip
        try:
            self.session.apply(
                Message("Effort and cause"), lambda project: set_repair(project, each, title[:200], fields)
            )
        except Refusal as refusal:
            self.asking.tell(self.language.text("Not changed"), self.language.message(refusal.message))

    def _edited_column(self) -> int | None:
        """The column of the editor that has the focus."""
        row = self.table.currentRow()
        held = (column for column in (EFFORT, CAUSE) for at in range(self.table.rowCount())
                if (box := self.table.cellWidget(at, column)) is not None and box.hasFocus())  # fmt: skip
        column = next(held, None)
        return column if row >= 0 or column is not None else None

    def _return_to(self, chosen: str, column: int | None) -> None:
        """Go on where the reader was, wherever that row is now."""
        places = [row for row, each in enumerate(self._found) if each.point == chosen]
        if not places:
            return
        self.table.selectRow(places[0])
        box = self.table.cellWidget(places[0], column) if column is not None else None
        if box is not None:
            box.setFocus()
