"""What is tried: hypothesis, variants, answers needed, when it ends, and what came of it with its interval."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton

from journeymapper.analysis.change.judging import Moved
from journeymapper.analysis.change.waves import Change
from journeymapper.analysis.experiments import ExperimentResult, experiment_result
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.places import measure_words, metric_of, place_words
from journeymapper.desktop.act.result_table import Cell, ResultTable, Row
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.jobs import Job
from journeymapper.desktop.labels import plain_label
from journeymapper.language.change_words import change_words
from journeymapper.language.units import format_gap, format_value
from journeymapper.model import edits
from journeymapper.model.acting import Arm, Experiment
from journeymapper.model.ids import new_id
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message, Refusal

TURNED: dict[Moved, Moved] = {
    "better": "worse", "worse": "better", "seems better": "seems worse", "seems worse": "seems better",
}  # fmt: skip


class ExperimentsPage(ActPage):
    """The table shows all experiments, the lines below it the chosen one's variants; the inspector has its words."""

    def build(self) -> None:
        """Experiments, variants, results."""
        text = self.language.text
        self._job: Job | None = None
        self._results: dict[str, ExperimentResult] = {}
        self._new = QPushButton(text("New experiment"))
        self._new.setObjectName("new-experiment")
        self._new.clicked.connect(lambda _checked=False: self._add())
        top = QHBoxLayout()
        top.addWidget(self._new)
        top.addStretch(1)
        self.column.addLayout(top)
        self.table = ResultTable(self.session, "experiments", (
            text("Experiment"), text("Status"), text("Measured by"), text("Needed in each variant"), text("Result"),
            text("Remark"),
        ))  # fmt: skip
        self.table.currentCellChanged.connect(lambda *_: self._choose())
        self.column.addWidget(self.table)
        self._about = plain_label("")
        self._about.setWordWrap(True)
        self.column.addWidget(self._about)
        self._segment = self._choice("experiment-segment", text("Segment that tells the variants apart"))
        self._before = self._choice("experiment-before", text("As it was"))
        self._tried = self._choice("experiment-tried", text("What is tried"))
        row = QHBoxLayout()
        self._labels = []
        for words, box in (
            (text("Told apart by"), self._segment), (text("As it was"), self._before),
            (text("What is tried"), self._tried),
        ):  # fmt: skip
            label = plain_label(words, "quiet")
            label.setBuddy(box)
            self._labels.append(label)
            row.addWidget(label)
            row.addWidget(box)
        row.addStretch(1)
        self.column.addLayout(row)
        self.arms = ResultTable(self.session, "arms", (
            text("Variant"), text("As it was"), text("n"), text("Tried"), text("n"), text("Effect"),
            text("95 % interval"), text("Verdict"),
        ))  # fmt: skip
        self.column.addWidget(self.arms)

    def _choice(self, name: str, words: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(lambda _index: self._set_arms())
        return box

    def fill(self) -> None:
        """The results in a job; until then what is known."""
        project, tallies, scores = self.session.project, self.session.tallies, self.session.scores()
        tried = [project.experiments[key] for key in project.experiment_order]
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if tried:
            self._job = self.jobs.start(
                lambda _job: {one.id: experiment_result(project, tallies, one, scores) for one in tried}
            )
            self._job.finished.connect(self._learn)
        self._show()

    def _learn(self, results: Mapping[str, ExperimentResult]) -> None:
        self._job, self._results = None, dict(results)
        self._show()

    def _show(self) -> None:
        project, text = self.session.project, self.language.text
        chosen = self.table.chosen
        order = project.experiment_order
        self.table.show_rows([self._row(project.experiments[key]) for key in order])
        self.table.setVisible(bool(order))
        if order:
            self.table.selectRow(order.index(chosen) if chosen in order else 0)
            running = sum(project.experiments[key].status == "running" for key in order)
            sub = self.language.plural("{n} is running.", "{n} are running.", running) if running else ""
            self.say(self.language.plural("{n} experiment", "{n} experiments", len(order)), sub)
        else:
            self.say(text("No experiments yet"), text(
                "Before it begins, say what is believed, what is tried on whom, where it shows and when it ends."
            ))  # fmt: skip
        self._choose(quietly=True)

    def _row(self, one: Experiment) -> Row:
        language, text = self.language, self.language.text
        words = {"idea": text("Idea"), "running": text("Running"), "done": text("Done"), "stopped": text("Stopped")}
        point, result = self.session.project.points.get(one.point), self._results.get(one.id)
        measured = f"{place_words(self.session, point)} · {measure_words(self.session, point)}" if point else "—"
        needed = "—" if result is None or result.needed is None else language.number(result.needed)
        found, colour = "—", ""
        if result is not None and result.changes:
            change = turned(result.changes[0], one)
            found, colour = change_words(language, change.verdict), self._colour(change)
        note = language.message(result.note) if result is not None and result.note.text else ""
        return one.id, [
            Cell(one.name), Cell(words[one.status]), Cell(measured),
            Cell(needed, result.needed if result else None, right=True), Cell(found, colour=colour), Cell(note),
        ]  # fmt: skip

    # the chosen one

    @property
    def chosen(self) -> Experiment | None:
        """The experiment whose row is selected."""
        return self.session.project.experiments.get(self.table.chosen)

    def _choose(self, *, quietly: bool = False) -> None:
        one = self.chosen
        for widget in (self._about, *self._labels, self._segment, self._before, self._tried, self.arms):
            widget.setVisible(one is not None)
        if one is None:
            return
        if not quietly and self.table.hasFocus():
            self.session.select((one.id,))
        text = self.language.text
        lines = [one.hypothesis]
        if one.stop_rule:
            lines.append(text("Ends: {rule}", rule=one.stop_rule))
        if one.learned:
            lines.append(text("Learned: {learned}", learned=one.learned))
        self._about.setText("\n".join(filter(None, lines)) or text("The inspector takes hypothesis and stop rule."))
        self._offer(one)
        result = self._results.get(one.id)
        self.arms.show_rows([self._arm_row(change, one) for change in result.changes] if result else [])

    def _offer(self, one: Experiment) -> None:
        """The segments of the imported files, and the chosen one's values."""
        text = self.language.text
        _fill(self._segment, [text("None"), *self.session.segment_names()], one.segment or text("None"))
        values = [value for name, value in self.session.segments() if name == one.segment]
        named = [arm.value for arm in one.arms]
        _fill(self._before, values, named[0] if named else "")
        _fill(self._tried, values, named[1] if len(named) > 1 else "")

    def _set_arms(self) -> None:
        """Segment and variants as they are chosen; another segment begins with its first two values."""
        one = self.chosen
        if one is None:
            return
        segment = self._segment.currentText() if self._segment.currentIndex() > 0 else ""
        values = [self._before.currentText(), self._tried.currentText()]
        if segment != one.segment:
            values = [value for name, value in self.session.segments() if name == segment][:2]
        arms = tuple(Arm(name=value, value=value) for value in dict.fromkeys(filter(None, values)))
        try:
            self.session.apply(
                Message("Variants of an experiment"),
                lambda project: edits.change(project, one.id, segment=segment, arms=arms),
            )
        except Refusal as refusal:
            self.asking.tell(self.language.text("Not changed"), self.language.message(refusal.message))
        self._show()

    def _arm_row(self, found: Change, one: Experiment) -> Row:
        change, language = turned(found, one), self.language
        metric = metric_of(self.session, self.session.project.points[change.point])
        limits = "—"
        if change.low is not None and change.high is not None:
            limits = " … ".join(format_gap(language, metric, limit) for limit in (change.low, change.high))
        effect = "—" if change.difference is None else format_gap(language, metric, change.difference)
        sides = [cell for side in (change.before, change.after) for cell in self._side(metric, side.value, side.n)]
        return "", [
            Cell(change.second), *sides, Cell(effect, change.difference, right=True), Cell(limits, right=True),
            Cell(change_words(language, change.verdict), colour=self._colour(change)),
        ]  # fmt: skip

    def _side(self, metric: Metric, value: float | None, n: int | None) -> Sequence[Cell]:
        shown = "—" if value is None else format_value(self.language, metric, value)
        return Cell(shown, value, right=True), Cell("—" if n is None else self.language.number(n), n, right=True)

    def _colour(self, change: Change) -> str:
        theme = THEMES[self.session.view.theme]
        return {"better": theme.certainly_better, "worse": theme.certainly_worse}.get(change.verdict, "")

    def _add(self) -> None:
        made = Experiment(id=new_id("experiment"), name=self.language.text("New experiment"))
        self.session.apply(Message("New experiment"), lambda project: edits.add_experiment(project, made))
        self._show()
        self.table.selectRow(self.session.project.experiment_order.index(made.id))
        self.session.select((made.id,))


def turned(change: Change, one: Experiment) -> Change:
    """The change from what there was before to what is tried, whichever of the two was named first."""
    if not one.arms or change.first == one.arms[0].value:
        return change

    def minus(value: float | None) -> float | None:
        return None if value is None else -value

    return msgspec.structs.replace(
        change, first=change.second, second=change.first, before=change.after, after=change.before,
        difference=minus(change.difference), low=minus(change.high), high=minus(change.low),
        verdict=TURNED.get(change.verdict, change.verdict),
    )  # fmt: skip


def _fill(box: QComboBox, values: Sequence[str], chosen: str) -> None:
    if [box.itemText(place) for place in range(box.count())] != list(values):
        box.clear()
        box.addItems(list(values))
    box.setCurrentIndex(list(values).index(chosen) if chosen in values else -1)
