"""What really moved between two waves and what only seems to, and how a point ran over time."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from journeymapper.analysis.change.chart import ControlChart, Period, control_chart
from journeymapper.analysis.change.waves import Change, compare_waves
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.places import measure_words, metric_of, place_words
from journeymapper.desktop.act.plots import Chart, level
from journeymapper.desktop.act.result_table import Cell, ResultTable, Row
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.labels import plain_label
from journeymapper.language.change_words import change_words
from journeymapper.language.units import format_gap, format_value

PERIODS: tuple[Period, ...] = ("wave", "quarter", "month", "week")
REALLY = ("better", "worse")
ORDER = ("worse", "better", "seems worse", "seems better", "no difference", "no test", "one side only", "hidden")


class ChangesPage(ActPage):
    """Two waves of the toolbar are compared; the table leads, the chart shows the row that is chosen."""

    def build(self) -> None:
        """Waves, table, chart."""
        text = self.language.text
        self._before, self._after = self._choice("before", text("Before")), self._choice("after", text("After"))
        row = QHBoxLayout()
        for label, box in ((text("From"), self._before), (text("to"), self._after)):
            named = plain_label(label, "quiet")
            named.setBuddy(box)
            row.addWidget(named)
            row.addWidget(box)
        row.addStretch(1)
        self.column.addLayout(row)
        titles = (
            text("Touchpoint"), text("Measured"), text("Before"), text("After"), text("Change"), text("95 % interval"),
            text("Verdict"), text("Would be found from"),
        )  # fmt: skip
        self.table = ResultTable(self.session, "changes", titles)
        self.table.currentCellChanged.connect(lambda *_: self._draw())
        self.column.addWidget(self.table)
        self._period = self._choice("period", text("By"))
        for period, words in zip(
            PERIODS, (text("wave"), text("quarter"), text("month"), text("week")), strict=True
        ):  # fmt: skip
            self._period.addItem(words, period)
        self._period.activated.connect(lambda _index: self._draw())
        below = QHBoxLayout()
        below.addWidget(self.heading(text("Over time")), 1)
        below.addWidget(self._period)
        self.column.addLayout(below)
        self._note = plain_label("", "quiet")
        self._note.setWordWrap(True)
        self.column.addWidget(self._note)
        self._chart = Chart("control-chart", 14, THEMES[self.session.view.theme], self.session.view.language)
        self.column.addWidget(self._chart)
        for box in (self._before, self._after):
            box.activated.connect(lambda _index: self.fill())

    def fill(self) -> None:
        """The waves, and what lies between them."""
        text, order = self.language.text, self.session.project.wave_order
        _offer(self._before, order, self.session.view.against or self.session.wave_before())
        _offer(self._after, order, self.session.shown_wave())
        before, after = self._before.currentText(), self._after.currentText()
        if len(order) < 2 or before == after:
            self.table.show_rows([])
            self.say(text("Nothing to compare yet"), text("A second wave or period of the same points makes a change."))
            return
        found = compare_waves(
            self.session.project, self.session.tallies, before, after, segment=self.session.view.segment
        )  # fmt: skip
        both = [change for change in found if change.verdict != "one side only"]
        both.sort(key=lambda change: ORDER.index(change.verdict))
        self.table.show_rows([self._row(change) for change in both])
        self._tell(both, len(found) - len(both))
        if both and self.table.currentRow() < 0:
            self.table.selectRow(0)

    def _tell(self, both: list[Change], alone: int) -> None:
        """How much has changed for sure, how much only seems to, and what cannot be compared."""
        text, plural = self.language.text, self.language.plural
        moved = sum(change.verdict in REALLY for change in both)
        seems = sum(change.verdict.startswith("seems") for change in both)
        head = text("Nothing has certainly changed")
        if moved:
            head = plural("{n} figure has certainly changed", "{n} figures have certainly changed", moved)
        rest = plural("{n} only seems to have", "{n} only seem to have", seems)
        level = self.language.percent(5)
        notes = [
            text("Certain means: after Benjamini and Hochberg over all rows of this table, at {level}.", level=level)
        ]
        if alone:
            notes.append(plural("{n} figure was measured only once.", "{n} figures were measured only once.", alone))
        self.say(f"{head}; {rest}" if seems else head, " ".join(notes))

    def _choice(self, name: str, words: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"change-{name}")
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _row(self, change: Change) -> Row:
        point = self.session.project.points[change.point]
        metric, language = metric_of(self.session, point), self.language
        sides = [
            Cell(format_value(language, metric, side.value) if side.value is not None and not side.hidden else "—",
                 side.value, right=True)
            for side in (change.before, change.after)
        ]  # fmt: skip
        difference = "—" if change.difference is None else format_gap(language, metric, change.difference)
        limits = "—"
        if change.low is not None and change.high is not None:
            limits = " … ".join(format_gap(language, metric, limit) for limit in (change.low, change.high))
        least = "—" if change.detectable is None else f"± {format_gap(language, metric, change.detectable).lstrip('+')}"
        verdict = change_words(language, change.verdict)
        return point.id, [
            Cell(place_words(self.session, point)), Cell(measure_words(self.session, point)), *sides,
            Cell(difference, change.difference, right=True), Cell(limits, right=True),
            Cell(verdict, float(ORDER.index(change.verdict)), self._colour(change)),
            Cell(least, change.detectable, right=True),
        ]  # fmt: skip

    def _colour(self, change: Change) -> str:
        theme = THEMES[self.session.view.theme]
        colours = {"better": theme.certainly_better, "worse": theme.certainly_worse, "seems better": theme.better,
                   "seems worse": theme.worse}  # fmt: skip
        return colours.get(change.verdict, "")

    def _draw(self) -> None:
        """The control chart of the chosen row."""
        point = self.session.project.points.get(self.table.chosen)
        if point is None or not self.isVisible():
            return
        period: Period = self._period.currentData() or "wave"
        chart = control_chart(self.session.project, self.session.tallies, point, period)
        text = self.language.text
        outside = sum(reading.outside for reading in chart.readings)
        said = text("All periods are within what chance alone does")
        if outside:
            said = self.language.plural(
                "{n} period is outside of what chance alone does", "{n} periods are outside of what chance alone does",
                outside,
            )  # fmt: skip
        self._note.setText(f"{place_words(self.session, point)} · {measure_words(self.session, point)}: {said}")
        self._paint(chart, said)

    def _paint(self, chart: ControlChart, said: str) -> None:
        theme = THEMES[self.session.view.theme]
        plot = self._chart.clear(said)
        shown = [(float(place), reading) for place, reading in enumerate(chart.readings) if reading.value is not None]
        if not shown:
            return
        plot.getAxis("bottom").setTicks([[(place, reading.period) for place, reading in shown]])
        for name in ("low", "high"):
            ends = [(place, getattr(reading, name)) for place, reading in shown if getattr(reading, name) is not None]
            if ends:
                plot.plot([x for x, _ in ends], [y for _, y in ends], pen=theme.hatch, stepMode=None)
        if chart.mean is not None:
            level(plot, chart.mean, theme.faint, dashed=False)
        if chart.target is not None:
            level(plot, chart.target, theme.ink)
        plot.plot(
            [place for place, _ in shown], [reading.value for _, reading in shown], pen=theme.accent, symbol="o",
            symbolSize=8, symbolPen=theme.card, antialias=True,
            symbolBrush=[theme.certainly_worse if reading.outside else theme.accent for _, reading in shown],
        )  # fmt: skip


def _offer(box: QComboBox, order: tuple[str, ...], usual: str) -> None:
    """The waves, newest first; what was chosen stays chosen."""
    kept = box.currentText()
    if [box.itemText(place) for place in range(box.count())] != list(reversed(order)):
        box.clear()
        box.addItems(list(reversed(order)))
        kept = kept if kept in order else usual
    box.setCurrentText(kept or usual)
