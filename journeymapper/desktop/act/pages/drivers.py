"""What matters most for the whole: drivers of an outcome, and importance against performance."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QPushButton

from journeymapper.analysis.drivers.report import Driver, DriverReport
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.places import measure_words, place_words
from journeymapper.desktop.act.plots import Chart, intervals, level
from journeymapper.desktop.act.result_table import Cell, ResultTable, Row
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.jobs import Job
from journeymapper.desktop.labels import plain_label
from journeymapper.model.messages import Message

WHOLE = ("journey", "relationship")


class DriversPage(ActPage):
    """Found in a job with progress, which can be cancelled; the result stays until its grounds change."""

    def build(self) -> None:
        """Outcome, progress, table, two charts."""
        text = self.language.text
        self._job: Job | None = None
        self._report: DriverReport | None = None
        self._grounds: tuple[object, ...] = ()
        self._outcome = QComboBox()
        self._outcome.setObjectName("outcome")
        self._outcome.setAccessibleName(text("Outcome"))
        self._outcome.activated.connect(lambda _index: self._start())
        self._bar = QProgressBar()
        self._cancel = QPushButton(text("Cancel"))
        self._cancel.clicked.connect(lambda _checked=False: self._stop())
        label = plain_label(text("What drives"), "quiet")
        label.setBuddy(self._outcome)
        row = QHBoxLayout()
        for widget in (label, self._outcome, self._bar, self._cancel):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)
        self._warnings = plain_label("", "quiet")
        self._warnings.setWordWrap(True)
        self.column.addWidget(self._warnings)
        titles = (
            text("Touchpoint"), text("Measured"), text("Share of what is explained"), text("95 % interval"), "LMG",
            "Johnson", "r", "β", "VIF", text("Remark"),
        )  # fmt: skip
        self.table = ResultTable(self.session, "drivers", titles)
        self.column.addWidget(self.table)
        theme = THEMES[self.session.view.theme]
        self.heading(text("How strongly each matters"))
        self._bars = Chart("driver-bars", 16, theme, self.session.view.language)
        self.column.addWidget(self._bars)
        self.heading(
            text("Importance and performance: right of the line is better than target, above it matters more than most")
        )
        self._map = Chart("importance-performance", 18, theme, self.session.view.language)
        self.column.addWidget(self._map)
        self._running(on=False)

    def fill(self) -> None:
        """The outcomes on offer; the first one's drivers."""
        project = self.session.project
        points = sorted(project.ordered_points(), key=lambda point: point.anchor.kind not in WHOLE)
        answered = {key for tally in self._tallies() for key in tally.answers}
        offered = [point for point in points if point.id in answered]
        kept = self._outcome.currentData()
        self._outcome.clear()
        for point in offered:
            self._outcome.addItem(
                f"{point.id} · {place_words(self.session, point)} · {measure_words(self.session, point)}", point.id
            )
        if kept is not None and (place := self._outcome.findData(kept)) >= 0:
            self._outcome.setCurrentIndex(place)
        if not offered:
            self.say(self.language.text("No answers yet to find drivers in"))
            self.table.show_rows([])
        elif self._grounds != self._wanted():
            self._start()

    def _tallies(self) -> list:  # type: ignore[type-arg]  # of tallies
        used = (self.session.tallies.get(one.tally) for one in self.session.project.result_sets.values())
        return [tally for tally in used if tally is not None]

    def _wanted(self) -> tuple[object, ...]:
        project = self.session.project
        return (self._outcome.currentData(), project.result_sets, project.metrics, self.session.view.wave)

    def _start(self) -> None:
        self._stop()
        self._grounds = self._wanted()
        outcome, wave = str(self._outcome.currentData()), self.session.view.wave or ""
        project, tallies = self.session.project, dict(self.session.tallies)

        def work(job: Job) -> DriverReport:
            from journeymapper.analysis.drivers.report import find_drivers

            return find_drivers(project, tallies, outcome, wave=wave, progress=job.report)

        self._running(on=True)
        self.say(self.language.text("Looking for what matters most …"))
        self._job = job = self.jobs.start(work)
        job.progressed.connect(lambda share, _what: self._bar.setValue(round(100 * share)))
        job.finished.connect(self._show)
        job.failed.connect(self._refused)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._running(on=False)

    def _running(self, *, on: bool) -> None:
        self._bar.setValue(0)
        self._bar.setVisible(on)
        self._cancel.setVisible(on)

    def _refused(self, message: Message) -> None:
        self._job = None
        self._running(on=False)
        self.say(self.language.text("No drivers can be told"), self.language.message(message))
        self._warnings.setText("")
        self.table.show_rows([])
        for chart in (self._bars, self._map):
            chart.clear("")

    def _show(self, report: DriverReport) -> None:
        self._job, self._report = None, report
        self._running(on=False)
        language = self.language
        explained = language.percent(100 * report.r2)
        names = [self._name(driver) for driver in report.drivers]
        head = language.text("{touchpoint} matters most", touchpoint=names[0]) if names else language.text("No drivers")
        self.say(
            head,
            language.text(
                "All together explain {share} of the differences (R²), n {n}, {lost} did not answer everything. "
                "Association, not proof of cause.",
                share=explained, n=language.number(report.n), lost=language.number(report.lost),
            ),
        )  # fmt: skip
        self._warnings.setText("\n".join(language.message(warning) for warning in report.warnings))
        self._warnings.setVisible(bool(report.warnings))
        self.table.show_rows([self._row(driver) for driver in report.drivers])
        self._draw_bars(report, names)
        self._draw_map(report, names)

    def _name(self, driver: Driver) -> str:
        return place_words(self.session, self.session.project.points[driver.point])

    def _row(self, driver: Driver) -> Row:
        language, point = self.language, self.session.project.points[driver.point]

        def number(value: float | None, digits: int = 2) -> Cell:
            return Cell("—" if value is None else language.number(value, digits), value, right=True)

        limits = "—"
        if driver.low is not None and driver.high is not None:
            limits = f"{language.number(driver.low, 2)}–{language.number(driver.high, 2)}"
        remarks = []
        if driver.suppressor:
            remarks.append(language.text("suppressor: not to be read as a negative driver"))
        if driver.beats_chance is False:
            remarks.append(language.text("no stronger than chance"))
        return point.id, [
            Cell(place_words(self.session, point)), Cell(measure_words(self.session, point)),
            Cell(language.percent(100 * driver.share), driver.share, right=True), Cell(limits, right=True),
            number(driver.lmg), number(driver.johnson), number(driver.r), number(driver.beta), number(driver.vif, 1),
            Cell("; ".join(remarks)),
        ]  # fmt: skip

    def _draw_bars(self, report: DriverReport, names: list[str]) -> None:
        """Bars from the strongest down, with their intervals."""
        from pyqtgraph import BarGraphItem

        theme = THEMES[self.session.view.theme]
        plot = self._bars.clear(", ".join(names))
        count = len(report.drivers)
        lines = [
            (float(count - place), driver.lmg if driver.lmg is not None else driver.johnson, driver.low, driver.high)
            for place, driver in enumerate(report.drivers)
        ]
        plot.addItem(
            BarGraphItem(x0=0, y=[line[0] for line in lines], width=[line[1] for line in lines], height=0.55,
                         brush=theme.accent, pen=theme.card)
        )  # fmt: skip
        intervals(plot, lines, theme, across=True)
        plot.getAxis("left").setTicks([[(line[0], name[:34]) for line, name in zip(lines, names, strict=True)]])

    def _draw_map(self, report: DriverReport, names: list[str]) -> None:
        """Performance as the distance to target on 0–100, with its interval; importance as the share explained."""
        from pyqtgraph import TextItem

        theme, scores = THEMES[self.session.view.theme], self.session.scores()
        plot = self._map.clear(", ".join(names))
        placed = []
        for driver, name in zip(report.drivers, names, strict=True):
            score = scores.get(driver.point)
            if score is None or not score.shown or score.score100 is None or score.target100 is None:
                continue
            low, high = (None if limit is None else limit - score.target100 for limit in (score.low100, score.high100))
            placed.append((name, score, (driver.share, score.score100 - score.target100, low, high)))
        intervals(plot, [line for _, _, line in placed], theme, across=True, cap=0.02)
        for name, score, line in placed:
            plot.plot([line[1]], [line[0]], pen=None, symbol="o", symbolSize=10,
                      symbolBrush=theme.verdict_colour(score), symbolPen=theme.card)  # fmt: skip
            label = TextItem(name[:34], color=theme.ink, anchor=(0.5, 1.3))
            label.setPos(line[1], line[0])
            plot.addItem(label)
        level(plot, 0.0, theme.ink, upright=True)
        if report.drivers:
            level(plot, 1 / len(report.drivers), theme.faint)
        text = self.language.text
        plot.getAxis("bottom").setLabel(text("distance to target on 0–100"))
        plot.getAxis("left").setLabel(text("share of what is explained"))
