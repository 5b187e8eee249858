"""What it is worth: the business cases, each line with its range and its assumptions beside it."""

from journeymapper.analysis.priorities.business_case import CaseResult, CaseRow, Money, business_case
from journeymapper.report.content import Content
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, KeyFigure, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table

NOTHING = "—"


def case_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of the business cases, one after the other."""
    project = content.project
    leaves: list[Leaf] = []
    for key in project.business_case_order:
        leaves += _case(content, sheet, business_case(project.business_cases[key], content.scores))
    return leaves


def _case(content: Content, sheet: Sheet, case: CaseResult) -> list[Leaf]:
    language = content.language
    text = language.text
    heading = Heading(
        over=text("Business case"),
        title=case.name,
        sub=case.assumptions or text("A scenario, not a forecast: its assumptions stand beside each line"),
        figures=tuple(_figures(content, case)),
        language=content.project.language,
    )
    flow = Flow(sheet, heading, language, text("Business case: {name}", name=case.name))
    columns = (
        Column(text("Line")), Column(text("Likely, a year"), "right"), Column(text("From"), "right"),
        Column(text("To"), "right"), Column(text("Assumptions")),
    )  # fmt: skip
    rows = tuple(_row(content, row) for row in case.rows)
    flow.table(Table(columns=columns, rows=rows, size=sheet.body, language=language.code))
    return flow.leaves()


def _figures(content: Content, case: CaseResult) -> list[KeyFigure]:
    text = content.language.text
    figures = [KeyFigure(money(content, case.net.likely), (text("a year, net"), _range(content, case.net)))]
    if case.cost is not None:
        figures.append(KeyFigure(money(content, case.cost), (text("to begin with"),)))
    if case.payback_months is not None:
        months = content.language.number(case.payback_months)
        figures.append(KeyFigure(months, (text("months until it is paid back"),)))
    return figures


def _range(content: Content, amount: Money) -> str:
    return f"{content.language.number(amount.low)} … {money(content, amount.high)}"


def money(content: Content, amount: float) -> str:
    """An amount in the project's currency, without decimals."""
    currency = {"EUR": "€"}.get(content.project.currency, content.project.currency)
    return f"{content.language.number(amount)}\N{NO-BREAK SPACE}{currency}"


def _row(content: Content, row: CaseRow) -> Row:
    language, own = content.language, content.project.language
    told = [language.message(each) for each in (*row.assumptions, row.note) if each.text]
    amounts = [NOTHING] * 3
    if row.amount is not None:
        amounts = [money(content, value) for value in (row.amount.likely, row.amount.low, row.amount.high)]
    return Row(
        (
            Cell(row.name, "semibold", language=own),
            Cell(amounts[0], "semibold"),
            Cell(amounts[1]),
            Cell(amounts[2]),
            Cell("\n".join(told) or NOTHING, language=language.code),
        )
    )
