"""What it is worth: business cases from the company's own figures, with ranges, pay-back and assumptions shown."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from journeymapper.analysis.priorities.business_case import CaseResult, CaseRow, business_case
from journeymapper.desktop.act.case_form import CaseForm
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.result_table import Cell, ResultTable, Row
from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.labels import plain_label
from journeymapper.language.case_words import case_kind_words, money, money_range
from journeymapper.model import edits
from journeymapper.model.acting import BusinessCase, CaseLine, RiskLine
from journeymapper.model.ids import new_id
from journeymapper.model.messages import Message, Refusal


class CasesPage(ActPage):
    """The table shows the lines of the chosen case; the form below changes the chosen line or adds one."""

    def build(self) -> None:
        """Cases, lines, the form."""
        text = self.language.text
        self._case = QComboBox()
        self._case.setObjectName("business-case")
        self._case.setAccessibleName(text("Business case"))
        self._case.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._case.activated.connect(lambda _index: self._choose())
        self._new = push_button("new-case", text("New business case"), self._add_case)
        row = QHBoxLayout()
        row.addWidget(self._case)
        row.addWidget(self._new)
        self._costs = push_button("case-costs", text("Cost and assumptions"), self._inspect)
        row.addWidget(self._costs)
        row.addStretch(1)
        self.column.addLayout(row)
        self.table = ResultTable(self.session, "case-lines", (
            text("Line"), text("Kind"), text("A year"), text("Range"), text("Assumptions"),
        ))  # fmt: skip
        self.table.currentCellChanged.connect(lambda *_: self._show_line())
        self.column.addWidget(self.table)
        self._doubts = plain_label("", "quiet")
        self._doubts.setWordWrap(True)
        self.column.addWidget(self._doubts)
        self._caption = self.heading(text("A line, from your own figures"))
        self.form = CaseForm(self.session)
        self.form.setMaximumWidth(640)
        self.column.addWidget(self.form)
        self._problem = plain_label("", "error")
        self._problem.setWordWrap(True)
        self.column.addWidget(self._problem)
        self._add = push_button("add-line", text("Add line"), lambda: self._keep(None))
        self._change = push_button("change-line", text("Change the chosen line"), lambda: self._keep(self._place))
        self._remove = push_button("remove-line", text("Remove the chosen line"), self._drop)
        buttons = QHBoxLayout()
        for button in (self._add, self._change, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)

    def fill(self) -> None:
        """The chosen case in figures."""
        project, kept = self.session.project, self._case.currentData()
        offered = [(key, project.business_cases[key].name) for key in project.business_case_order]
        if [(self._case.itemData(i), self._case.itemText(i)) for i in range(self._case.count())] != offered:
            self._case.clear()
            for key, name in offered:
                self._case.addItem(name, key)
            self._case.setCurrentIndex(max(0, self._case.findData(kept)))
        self.form.offer_points()
        case = self.chosen
        shown = case is not None
        for widget in (self.table, self._doubts, self._caption, self.form, self._add, self._change, self._remove):
            widget.setVisible(shown)
        self._case.setVisible(shown)
        self._costs.setVisible(shown)
        if case is None:
            self.say(self.language.text("No business case yet"), self.language.text(
                "Lines of your own figures: offers won back, revisits saved, referrals, extra sales, revenue at risk."
            ))  # fmt: skip
            return
        self._show(case, business_case(case, self.session.scores()))

    @property
    def chosen(self) -> BusinessCase | None:
        """The case that is shown."""
        return self.session.project.business_cases.get(str(self._case.currentData() or ""))

    @property
    def _place(self) -> int | None:
        """The number of the chosen line."""
        chosen = self.table.chosen
        return int(chosen) if chosen else None

    def _show(self, case: BusinessCase, result: CaseResult) -> None:
        language, currency = self.language, self.session.project.currency
        span = money_range(language, result.yearly, currency)
        likely = money(language, result.yearly.likely, currency)
        head = language.text("{amount} a year", amount=likely)
        self.say(f"{head} ({span})" if span else head, " ".join(self._figures(result)))
        place = self._place
        self.table.show_rows([self._row(number, row) for number, row in enumerate(result.rows)])
        if place is not None and place < len(result.rows):
            self.table.selectRow(place)
        risky = [row for row in result.rows if row.kind == "revenue at risk"]  # the others say all in the table
        doubts = {language.message(said): None for row in risky for said in row.assumptions}
        lines = [*doubts, *filter(None, (case.assumptions,))]
        self._doubts.setText("\n".join(lines))
        self._change.setEnabled(self._place is not None)
        self._remove.setEnabled(self._place is not None)

    def _figures(self, result: CaseResult) -> list[str]:
        """Cost, pay-back, and what the figures are not."""
        language, text, currency = self.language, self.language.text, self.session.project.currency
        said = []
        if result.cost is None:
            said.append(text("No cost is given: set it in the inspector to see the pay-back."))
        elif result.payback_months is None:
            said.append(text("The cost of {cost} is not paid back.", cost=money(language, result.cost, currency)))
        else:
            ends = (result.payback_low, result.payback_high)
            low, high = ("—" if end is None else language.number(end, 1) for end in ends)
            said.append(text(
                "The cost of {cost} is paid back in {months} months (from {low} to {high}; —: never).",
                cost=money(language, result.cost, currency), months=language.number(result.payback_months, 1),
                low=low, high=high,
            ))  # fmt: skip
        said.append(text("A scenario from your own figures, not a forecast; low ends and high ends are added up."))
        return said

    def _row(self, number: int, row: CaseRow) -> Row:
        language, currency = self.language, self.session.project.currency
        if row.amount is None:
            amount, span = "—", language.message(row.note)
        else:
            amount, span = money(language, row.amount.likely, currency), money_range(language, row.amount, currency)
        assumptions = " ".join(language.message(said) for said in row.assumptions)
        return str(number), [
            Cell(row.name), Cell(case_kind_words(language, row.kind)),
            Cell(amount, row.amount.likely if row.amount else None, right=True), Cell(span or "—", right=True),
            Cell(assumptions),
        ]  # fmt: skip

    # edits

    def _choose(self) -> None:
        self.fill()
        self._inspect()

    def _inspect(self) -> None:
        """The inspector shows the case, with its name, cost and actions."""
        if self.chosen is not None:
            self.session.select((self.chosen.id,))

    def _add_case(self) -> None:
        made = BusinessCase(id=new_id("case"), name=self.language.text("New business case"))
        self.session.apply(Message("New business case"), lambda project: edits.add_business_case(project, made))
        self.fill()
        self._case.setCurrentIndex(self._case.findData(made.id))
        self._choose()

    def _show_line(self) -> None:
        case, place = self.chosen, self._place
        self._problem.setText("")
        self._change.setEnabled(place is not None)
        self._remove.setEnabled(place is not None)
        if case is not None and place is not None:
            lines: list[CaseLine | RiskLine] = [*case.lines, *case.risks]
            self.form.show_line(lines[place])

    def _keep(self, place: int | None) -> None:
        """Take what is typed into the case: in place of a line, or as a new one."""
        case = self.chosen
        if case is None:
            return
        try:
            line = self.form.line
            lines: list[CaseLine | RiskLine] = [*case.lines, *case.risks]
            if place is None:
                lines.append(line)
            else:
                lines[place] = line
            self._write(case, lines)
        except Refusal as refusal:
            self._problem.setText(self.language.message(refusal.message))
            return
        self._problem.setText("")

    def _drop(self) -> None:
        case, place = self.chosen, self._place
        if case is not None and place is not None:
            lines: list[CaseLine | RiskLine] = [*case.lines, *case.risks]
            del lines[place]
            self._write(case, lines)

    def _write(self, case: BusinessCase, lines: list[CaseLine | RiskLine]) -> None:
        usual = tuple(line for line in lines if isinstance(line, CaseLine))
        risks = tuple(line for line in lines if isinstance(line, RiskLine))
        self.session.apply(
            Message("Change a business case"), lambda project: edits.change(project, case.id, lines=usual, risks=risks)
        )
        self.fill()
