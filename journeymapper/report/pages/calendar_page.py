"""Who reads which results how often, and the days on which something of the plan comes to its end."""

from journeymapper.analysis.reading_calendar import due_days, readings, without_rhythm
from journeymapper.language.rhythm_words import rhythm_words
from journeymapper.report.content import Content, measure_name, place_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table

NOTHING = "—"


def calendar_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of the reading calendar; none where nobody reads anything."""
    language, project = content.language, content.project
    rhythm, due, loose = readings(project, content.date), due_days(project, content.date), without_rhythm(project)
    if not (rhythm or due or loose):
        return []
    owners = len({one.owner for one in rhythm if one.owner})
    heading = Heading(
        over=" · ".join((language.text("Reading calendar"), project.name)),
        title=language.plural("{n} owner reads results in a rhythm", "{n} owners read results in a rhythm", owners),
        sub=_loose(content, loose),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Reading calendar"))
    flow.table(_rhythm(content, sheet))
    if due:
        flow.space(2 * sheet.body)
        flow.table(_due(content, sheet))
    return flow.leaves()


def _loose(content: Content, loose: list[str]) -> str:
    if not loose:
        return ""
    return content.language.text("Without a regular rhythm of reading: {points}", points=", ".join(loose))


def _rhythm(content: Content, sheet: Sheet) -> Table:
    language, project = content.language, content.project
    text = language.text
    titles = (text("Owner"), text("How often it is read"), text("First after this plan"), text("Points"))
    rows = []
    before = None
    for one in readings(project, content.date):
        points = [project.points[key] for key in one.points]
        named = "; ".join(f"{p.id} {place_name(content, p)}, {measure_name(content, p)}" for p in points)
        owner = one.owner or NOTHING
        rows.append(
            Row(
                (
                    Cell(owner if owner != before else "", "semibold", language=project.language),
                    Cell(rhythm_words(language, one.rhythm), language=language.code),
                    Cell(language.date(one.first)),
                    Cell(named, language=project.language),
                )
            )
        )
        before = owner
    return Table(columns=tuple(map(Column, titles)), rows=tuple(rows), size=sheet.body, language=language.code)


def _due(content: Content, sheet: Sheet) -> Table:
    language = content.language
    titles = (language.text("Day"), language.text("What comes to its end"), language.text("Owner"))
    rows = tuple(
        Row(
            (
                Cell(language.date(one.day)),
                Cell(language.message(one.message), language=content.project.language),
                Cell(one.owner or NOTHING, language=content.project.language),
            ),
            one.element,
        )
        for one in due_days(content.project, content.date)
    )
    return Table(columns=tuple(map(Column, titles)), rows=rows, size=sheet.body, language=language.code)
