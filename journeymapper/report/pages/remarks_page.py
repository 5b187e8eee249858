"""The remarks of those who read an earlier report: what they wrote, where, and whether it is settled."""

from journeymapper.model.find import name_of
from journeymapper.model.report import Remark
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table

NOTHING = "—"


def remarks_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of the remarks, those that are open first; none where there are none."""
    remarks = content.project.report.remarks
    if not remarks:
        return []
    language = content.language
    open_ones = sum(not remark.done for remark in remarks)
    heading = Heading(
        over=language.text("Remarks"),
        title=language.plural("{n} remark is open", "{n} remarks are open", open_ones),
        sub=language.text("Numbers are those in the margin of the report that was read"),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Remarks"))
    text = language.text
    titles = (text("No."), text("Remark"), text("About"), text("Who"), text("Report of"), text("State"))
    columns = tuple(Column(title) for title in titles)
    ordered = sorted(remarks, key=lambda remark: (remark.done, remark.made_on is None, remark.number))
    rows = tuple(_row(content, remark) for remark in ordered)
    flow.table(Table(columns=columns, rows=rows, size=sheet.body, language=language.code))
    return flow.leaves()


def _row(content: Content, remark: Remark) -> Row:
    language, own = content.language, content.project.language
    state = language.text("settled") if remark.done else language.text("open")
    about = name_of(content.project, remark.place) if remark.place else ""
    return Row(
        (
            Cell(str(remark.number), "semibold"),
            Cell(remark.text, language=own),
            Cell(about or NOTHING, language=own),
            Cell(remark.author or NOTHING, language=own),
            Cell(language.date(remark.made_on) if remark.made_on else NOTHING),
            Cell(state, pill=LIGHT.soft if remark.done else "#FDF0C8", language=language.code),
        )
    )
