"""What the staff believe that customers answer, held against what they answered."""

from datetime import date, datetime

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from journeymapper.analysis.beliefs.report import Belief, BeliefReport, belief_report
from journeymapper.desktop.act.guess_sheet import GuessSheet
from journeymapper.desktop.act.guessing import begin_round, lock, open_rounds
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.places import measure_words, metric_of, place_words
from journeymapper.desktop.act.plots import Chart, intervals
from journeymapper.desktop.act.result_table import Cell, ResultTable, Row
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.buttons import push_button
from journeymapper.language.belief_words import belief_words
from journeymapper.language.units import format_value

KNOWS, ROUGHLY = 0.7, 0.3
"""Rank agreements from which the staff know, or roughly know, where it hurts."""


class BeliefsPage(ActPage):
    """A round that is open shows its guesses' sheet and no result; a locked one shows the comparison."""

    def build(self) -> None:
        """Round and buttons; the sheet; table and chart."""
        text = self.language.text
        self._round = QComboBox()
        self._round.setObjectName("belief-round")
        self._round.setAccessibleName(text("Round of guesses"))
        self._round.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._round.activated.connect(lambda _index: self.fill())
        self._begin = push_button("begin-round", text("New round of guesses"), self._begin_round)
        self._lock = push_button("lock-round", text("Lock the guesses"), self._lock_round)
        self._reveal = push_button("reveal", text("Guess, then reveal…"), self._start_reveal, look="primary")
        row = QHBoxLayout()
        for widget in (self._round, self._begin, self._lock, self._reveal):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)
        self.sheet = GuessSheet(self.session)
        self.column.addWidget(self.sheet)
        self.table = ResultTable(self.session, "beliefs", (
            text("Touchpoint"), text("Measured"), text("Staff"), text("n"), text("Spread"), text("Customers"),
            text("n"), text("Gap, 0–100"), text("95 % interval"), text("Verdict"), text("By group"),
        ))  # fmt: skip
        self.column.addWidget(self.table)
        self._caption = self.heading(text("Diamond: staff. Dot with its interval: customers. 0–100, right is better."))
        self._chart = Chart("dumb-bells", 18, THEMES[self.session.view.theme], self.session.view.language)
        self.column.addWidget(self._chart)

    def fill(self) -> None:
        """The chosen round, the open one at first."""
        self._offer()
        chosen = str(self._round.currentData() or "")
        project = self.session.project
        belief_round = project.beliefs.get(chosen)
        is_open = belief_round is not None and not belief_round.locked_at
        self.sheet.setVisible(is_open)
        self._lock.setVisible(is_open)
        for widget in (self.table, self._caption, self._chart):
            widget.setVisible(not is_open)
        if is_open:
            self.sheet.show_round(chosen)
            self._reveal.setEnabled(True)
            self.say(
                self.language.text("What do our customers answer?"),
                self.language.text(
                    "Everybody guesses the customers' figure, before anybody has seen it. Names are not kept. Locking "
                    "closes the round with its moment; only then are results shown."
                ),
            )
            return
        report = belief_report(project, self.session.tallies, wave=self.session.view.wave, round_id=chosen)
        self._reveal.setEnabled(bool(report.beliefs) and (bool(chosen) or not open_rounds(project)))
        self._show(report)

    def _offer(self) -> None:
        """All guesses, then round by round; what was chosen stays chosen, else the open round comes first."""
        project, text = self.session.project, self.language.text
        kept = self._round.currentData()
        offered = [("", text("All guesses"))]
        offered += [(key, project.beliefs[key].name) for key in project.belief_order]
        if [(self._round.itemData(i), self._round.itemText(i)) for i in range(self._round.count())] != offered:
            known = {self._round.itemData(place) for place in range(self._round.count())}
            self._round.clear()
            for key, name in offered:
                self._round.addItem(name, key)
            fresh = next((one.id for one in open_rounds(project) if one.id not in known), None)
            self._round.setCurrentIndex(max(0, self._round.findData(fresh if fresh is not None else kept)))
        self._round.setVisible(len(offered) > 1)

    def _begin_round(self) -> None:
        begin_round(self.session, date.today())  # noqa: DTZ011 - the reader's day

    def _lock_round(self) -> None:
        chosen = str(self._round.currentData() or "")
        if chosen:
            lock(self.session, chosen, datetime.now().astimezone())

    def _start_reveal(self) -> None:
        from journeymapper.desktop.act.reveal import Reveal

        reveal = Reveal(self.session, str(self._round.currentData() or ""), self.window())
        reveal.showFullScreen()
        reveal.setFocus()

    # what was found

    def _show(self, report: BeliefReport) -> None:
        text = self.language.text
        if not report.beliefs:
            self._empty(text("No guesses yet"), text(
                "Open a round and type what the room believes, or import the staff's questionnaire as beliefs."
            ))  # fmt: skip
            return
        if not report.locked_at:
            self._empty(text("A round is still open"), text("Lock it before results are shown, or choose another one."))
            return
        self.say(self._headline(report), self._figures(report))
        ordered = sorted(report.beliefs, key=lambda each: (each.gap is None, -(each.gap or 0.0)))
        self.table.show_rows([self._row(each) for each in ordered])
        self.table.setColumnHidden(self.table.columnCount() - 1, not any(each.groups for each in ordered))
        self._draw([each for each in ordered if each.staff100 is not None and each.customers100 is not None])

    def _empty(self, title: str, sub: str) -> None:
        self.say(title, sub)
        self.table.show_rows([])
        for widget in (self.table, self._caption, self._chart):
            widget.setVisible(False)

    def _headline(self, report: BeliefReport) -> str:
        plural = self.language.plural
        blind = sum(each.gap_class == "overestimate" for each in report.beliefs)
        strong = sum(each.gap_class == "underestimate" for each in report.beliefs)
        words = (
            plural("{n} blind spot", "{n} blind spots", blind),
            plural("{n} hidden strength", "{n} hidden strengths", strong),
        )
        return ", ".join(words)

    def _figures(self, report: BeliefReport) -> str:
        """Bias, spread and rank agreement in sentences; when the guesses were locked."""
        language, text = self.language, self.language.text
        said = []
        if report.bias is not None and report.mae is not None and report.rmse is not None:
            size = language.number(abs(report.bias), 1)
            high = text("On average the staff guess {n} points of 0–100 too high.", n=size)
            low = text("On average the staff guess {n} points of 0–100 too low.", n=size)
            said.append(high if report.bias >= 0 else low)
            said.append(text(
                "A guess is {mae} points off on average, whichever way (root mean square {rmse}).",
                mae=language.number(report.mae, 1), rmse=language.number(report.rmse, 1),
            ))  # fmt: skip
        if report.spearman is not None:
            r, n = language.number(report.spearman, 2), language.number(report.points)
            rank = text("Rank agreement {r} (Spearman) over {n} points.", r=r, n=n)
            said.append(f"{self._agreement(report.spearman)} {rank}")
        said.append(text("Guesses locked {when}.", when=self._moment(report.locked_at)))
        return " ".join(said)

    def _agreement(self, spearman: float) -> str:
        text = self.language.text
        if spearman >= KNOWS:
            return text("They know where it hurts.")
        if spearman >= ROUGHLY:
            return text("They know only roughly where it hurts.")
        return text("They do not know where it hurts.")

    def _moment(self, iso: str) -> str:
        moment = datetime.fromisoformat(iso)
        day = self.language.date(moment.date())
        return f"{day} {moment:%H:%M}" if "T" in iso else day

    def _row(self, each: Belief) -> Row:
        language, point = self.language, self.session.project.points[each.point]
        metric = metric_of(self.session, point)

        def figure(value: float | None) -> Cell:
            return Cell("—" if value is None else format_value(language, metric, value), value, right=True)

        def count(n: int | None) -> Cell:
            return Cell("—" if n is None else language.number(n), n, right=True)

        limits = "—"
        if each.low is not None and each.high is not None:
            limits = " … ".join(language.number(limit, 1, sign=True) for limit in (each.low, each.high))
        gap = "—" if each.gap is None else language.number(each.gap, 1, sign=True)
        spread = "—" if each.spread is None else f"± {language.number(each.spread, 1)}"
        groups = ", ".join(f"{name} {format_value(language, metric, mean)}" for name, mean in each.groups.items())
        return point.id, [
            Cell(place_words(self.session, point)), Cell(measure_words(self.session, point)), figure(each.staff),
            count(each.staff_n), Cell(spread, each.spread, right=True), figure(each.customers),
            count(each.customers_n), Cell(gap, each.gap, right=True), Cell(limits, right=True),
            Cell(belief_words(language, each.gap_class), colour=self._colour(each)), Cell(groups),
        ]  # fmt: skip

    def _colour(self, each: Belief) -> str:
        theme = THEMES[self.session.view.theme]
        return {"overestimate": theme.certainly_worse, "underestimate": theme.certainly_better}.get(each.gap_class, "")

    def _draw(self, beliefs: list[Belief]) -> None:
        """A dumb-bell a point, the widest blind spot on top."""
        theme, scores = THEMES[self.session.view.theme], self.session.scores()
        names = [place_words(self.session, self.session.project.points[each.point]) for each in beliefs]
        plot = self._chart.clear(", ".join(names))
        ticks = []
        lines = []
        for place, (each, name) in enumerate(zip(beliefs, names, strict=True)):
            y = float(len(beliefs) - place)
            ticks.append((y, name[:34]))
            staff, customers = each.staff100 or 0.0, each.customers100 or 0.0
            plot.plot([staff, customers], [y, y], pen=self._colour(each) or theme.hatch)
            plot.plot([staff], [y], pen=None, symbol="d", symbolSize=12, symbolBrush=theme.card, symbolPen=theme.ink)
            plot.plot([customers], [y], pen=None, symbol="o", symbolSize=10, symbolBrush=theme.accent,
                      symbolPen=theme.card)  # fmt: skip
            score = scores.get(each.point)
            if score is not None:
                lines.append((y, customers, score.low100, score.high100))
        intervals(plot, lines, theme, across=True)
        plot.setXRange(0, 100)
        plot.getAxis("left").setTicks([ticks])
