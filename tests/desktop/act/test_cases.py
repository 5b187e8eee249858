"""A business case is typed from the company's own figures, and its sums are those of the formula."""

import pytest

from journeymapper.desktop.act.act_view import ActView
from journeymapper.desktop.act.case_form import KINDS
from journeymapper.desktop.act.pages.cases import CasesPage
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.acting import RiskLine
from journeymapper.model.messages import Message
from tests.desktop.act.test_pages import texts


@pytest.fixture
def page(pages: ActView) -> CasesPage:
    pages.show_page("cases")
    assert isinstance(pages.page, CasesPage)
    pages.page._new.click()
    return pages.page


def type_line(page: CasesPage, kind: str, **values: str) -> None:
    page.form.kind.setCurrentIndex(KINDS.index(kind))
    for key, value in values.items():
        page.form.fields[key].setText(value)


def test_lines_add_up_with_their_ranges_and_the_cost_is_paid_back(page: CasesPage, drainage: Session) -> None:
    case = page.chosen
    assert case is not None
    assert drainage.selection == (case.id,)
    drainage.select(())
    page._costs.click()
    assert drainage.selection == (case.id,)
    type_line(page, "lost offers", name="Offers", count="5", count_low="3", count_high="8", worth="4500")
    page._add.click()
    type_line(page, "revisits", name="Revisits", count="31", count_low="", count_high="", worth="640")
    page._add.click()
    # 5 × 4 500 + 31 × 640; low 3 × 4 500 + 19 840; high 8 × 4 500 + 19 840
    assert page.title.text().startswith("42,340")
    assert "33,340–55,840" in page.title.text()
    drainage.apply(Message("Cost"), lambda project: edits.change(project, case.id, cost=21_170.0))
    page.fill()
    assert "paid back in 6.0 months" in page.sub.text()
    assert "not a forecast" in page.sub.text()
    page.table.selectRow(0)
    assert page.form.fields["count_high"].text() == "8"
    page.form.fields["count"].setText("6")
    page._change.click()
    assert page.title.text().startswith("46,840")
    page.table.selectRow(1)
    page._remove.click()
    assert texts(page.table, 0) == ["Offers"]


def test_what_is_lacking_or_contradicts_itself_is_said_and_nothing_changes(page: CasesPage, drainage: Session) -> None:
    before = drainage.project
    type_line(page, "other", name="Else", count="", worth="3")
    page._add.click()
    assert page._problem.text() == "“How many a year” is needed."
    type_line(page, "other", count="5", count_low="6", worth="3")
    page._add.click()
    assert page._problem.text().startswith("The likely figure lies between")
    type_line(page, "other", count="five", count_low="")
    page._add.click()
    assert "is not a number" in page._problem.text()
    assert drainage.project is before


def test_revenue_at_risk_is_computed_only_with_own_churn(page: CasesPage, drainage: Session) -> None:
    assert page.form.point.count() > 0
    type_line(page, "revenue at risk", name="Leaving", customers="10000", revenue="500")
    page._add.click()
    assert texts(page.table, 2) == ["—"]
    assert "churn observed in your own data is lacking" in texts(page.table, 3)[0]
    page.table.selectRow(0)
    page.form.fields["churn"].setText("25 %")
    page.form.fields["reference_churn"].setText("15")
    page._change.click()
    (risk,) = page.chosen.risks if page.chosen else ()
    assert isinstance(risk, RiskLine)
    assert (risk.churn, risk.reference_churn) == (0.25, 0.15)
    share = next(each.share for each in drainage.scores()[risk.point].shares if each.label == "detractors") / 100
    expected = 10_000 * share * 500 * 0.10
    item = page.table.item(0, 2)
    assert item is not None
    assert item.data(0x0101) == pytest.approx(expected)
    assert "–" in texts(page.table, 3)[0]
    assert "not shown" in page._doubts.text()
