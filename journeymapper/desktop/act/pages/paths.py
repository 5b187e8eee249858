"""What event logs say people did: funnel, deviations, ways aside and back, variants; and a journey made of one."""

from collections.abc import Mapping
from itertools import islice, pairwise

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from journeymapper.analysis.paths.flow import Turn
from journeymapper.analysis.paths.report import PathReport
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.result_table import Cell, ResultTable, Row
from journeymapper.language.units import format_time
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.messages import Message, Refusal

MOST = 50


class PathsPage(ActPage):
    """The report is worked out beside the session; the page only shows it."""

    def build(self) -> None:
        """Four tables below each other."""
        text = self.language.text
        self._headings: list[tuple[QLabel, ResultTable]] = []
        self.funnel = self._table(text("Funnel along the happy path"), "funnel", (
            text("Touchpoint"), text("Came here"), text("After all before"), text("Of those before"),
            text("95 % interval"), text("Ended here"), text("To the next: half within"), text("90 % within"),
        ))  # fmt: skip
        self.deviations = self._table(text("Deviations from the plan"), "deviations", (
            text("Kind"), text("Events"), text("Most often"),
        ))  # fmt: skip
        self.turns = self._table(text("Ways aside and back"), "turns", (
            text("Kind"), text("From"), text("To"), text("By way of"), text("Cases"),
        ))  # fmt: skip
        self.variants = self._table(text("Paths taken, the most frequent first"), "variants", (
            text("Cases"), text("Share"), text("Fitness"), text("Path"),
        ))  # fmt: skip
        self._make = QPushButton(text("Make a journey of this path"))
        self._make.setObjectName("make-journey")
        self._make.clicked.connect(lambda _checked=False: self._make_journey())
        row = QHBoxLayout()
        row.addWidget(self._make)
        row.addStretch(1)
        self.column.addLayout(row)

    def _make_journey(self) -> None:
        """The chosen path, the most frequent where none is chosen, as a journey beside the planned one."""
        report = self.session.findings.paths_of(self.session.view.journey)
        if report is None or not report.variants:
            return
        chosen = int(self.variants.chosen or 0)
        base = self.session.project.journeys[self.session.view.journey]
        name = self.language.text("{journey}: path taken", journey=base.name)
        key = new_id("journey")
        path = report.variants[chosen].path
        try:
            self.session.apply(
                Message("Make a journey of a path"),
                lambda project: edits.journey_from_path(project, base.id, path, name, key),
            )
        except Refusal as refusal:
            self.asking.tell(self.language.text("No journey made"), self.language.message(refusal.message))
            return
        self.session.look(journey=key, mode="map")

    def _table(self, heading: str, name: str, titles: tuple[str, ...]) -> ResultTable:
        label = self.heading(heading)
        table = ResultTable(self.session, name, titles)
        label.setBuddy(table)
        self.column.addWidget(table)
        self._headings.append((label, table))
        return table

    def fill(self) -> None:
        """The report on the journey in view, or what has to be done to have one."""
        report = self.session.findings.paths_of(self.session.view.journey)
        for label, table in self._headings:
            label.setVisible(report is not None)
            table.setVisible(report is not None)
        text, language = self.language.text, self.language
        self._make.setVisible(report is not None)
        if report is None:
            logs = any(one.log for one in self.session.project.result_sets.values())
            words = text("Working …") if logs else text("Import an event log: who, what and when in three columns.")
            self.say(text("No actual paths yet"), words)
            return
        straight = language.plural(
            "{n} case went straight down the happy path", "{n} cases went straight down the happy path", report.straight
        )
        fit = report.fit
        self.say(
            straight,
            text(
                "{cases} cases, {events} events, {variants} different paths; fitness of the log {fitness}. A deviation "
                "is not bad in itself: look at what became of it.",
                cases=language.number(report.cases), events=language.number(report.events),
                variants=language.number(len(report.variants)), fitness=language.number(fit.log_fitness, 2),
            ),
        )  # fmt: skip
        self.funnel.show_rows(list(self._funnel(report)))
        self.deviations.show_rows(self._deviations(report))
        self.turns.show_rows(self._turns(report))
        self.variants.show_rows([self._variant(report, place) for place in range(min(MOST, len(report.variants)))])

    def _name(self, step: str) -> str:
        journey = self.session.project.journeys[self.session.view.journey]
        return journey.touchpoints[step].name if step in journey.touchpoints else step

    def _funnel(self, report: PathReport) -> list[Row]:
        language = self.language
        rows: list[Row] = []
        happy = report.plan.happy
        following = dict(pairwise(happy))
        gaps = {(edge.source, edge.target): edge.gap for edge in report.flow.edges}
        for step in report.funnel.steps:
            gap = gaps.get((step.step, following.get(step.step, "")))
            limits = "—"
            if step.low is not None and step.high is not None:
                limits = f"{language.number(100 * step.low)}–{language.percent(100 * step.high)}"
            times = [
                Cell("—" if value is None else format_time(language, value), value, right=True)
                for value in ((gap.median, gap.p90) if gap else (None, None))
            ]
            rows.append((step.step, [
                Cell(self._name(step.step)), self._count(step.any_order), self._count(step.reached),
                Cell("—" if step.conversion is None else language.percent(100 * step.conversion), step.conversion,
                     right=True),
                Cell(limits, right=True), self._count(step.dropped), *times,
            ]))  # fmt: skip
        return rows

    def _count(self, value: int) -> Cell:
        return Cell(self.language.number(value), float(value), right=True)

    def _deviations(self, report: PathReport) -> list[Row]:
        text, fit = self.language.text, report.fit
        kinds: tuple[tuple[str, float, Mapping[str, int]], ...] = (
            (text("left out"), fit.deviations.missing, fit.missing_at),
            (text("repeated"), fit.deviations.repeat, fit.repeated_at),
            (text("not planned (ad hoc)"), fit.deviations.ad_hoc, fit.ad_hoc_at),
            (text("out of order"), fit.deviations.out_of_order, {}),
        )
        return [
            ("", [Cell(kind), self._count(round(count)), Cell(self._most(where))]) for kind, count, where in kinds
        ]  # fmt: skip

    def _most(self, where: Mapping[str, int]) -> str:
        """The steps at which something happened most often."""
        return ", ".join(f"{self._name(step)} {self.language.number(n)}" for step, n in islice(where.items(), 5))

    def _turns(self, report: PathReport) -> list[Row]:
        text, flow = self.language.text, report.flow
        least = max(1, self.session.project.settings.suppress_under)
        kinds: tuple[tuple[str, tuple[Turn, ...]], ...] = (
            (text("back"), flow.loops), (text("again at once"), flow.self_loops), (text("skipped"), flow.skips),
            (text("aside"), flow.detours),
        )  # fmt: skip
        turns = [(kind, turn) for kind, each in kinds for turn in each if turn.cases >= least]
        turns.sort(key=lambda pair: -pair[1].cases)
        return [
            (turn.source, [
                Cell(kind), Cell(self._name(turn.source) or text("begin")),
                Cell(self._name(turn.target) or text("end")),
                Cell(" → ".join(map(self._name, turn.via))), self._count(turn.cases),
            ])
            for kind, turn in turns[:MOST]
        ]  # fmt: skip

    def _variant(self, report: PathReport, place: int) -> Row:
        variant, language = report.variants[place], self.language
        return str(place), [
            self._count(variant.cases), Cell(language.percent(100 * variant.share, 1), variant.share, right=True),
            Cell(language.number(variant.fit.fitness, 2), variant.fit.fitness, right=True),
            Cell(" → ".join(map(self._name, variant.path))),
        ]  # fmt: skip
