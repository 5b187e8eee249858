"""Where every figure comes from: files with their fingerprints, then columns, filters, n and what was left out."""

from journeymapper.analysis.trace import Trace, traces
from journeymapper.language.account_words import setting_facts
from journeymapper.language.language import Language
from journeymapper.language.reason_words import reason_words, row_words
from journeymapper.language.units import format_value
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet, Unused
from journeymapper.report.content import Content, measure_name, place_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table

NOTHING = "—"
FINGERPRINT = 12
FILES_WIDE = 84.0
ROWS_NAMED = 8
EXAMPLES_NAMED = 3


def trace_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages that trace the figures; none where nothing has been imported."""
    language = content.language
    found = [trace for trace in traces(content.project, content.scores) if trace.file]
    if not found:
        return []
    used = [result_set for result_set in _ordered(content.project) if any(t.result_set == result_set.id for t in found)]
    heading = Heading(
        over=language.text("Where the figures come from"),
        title=_title(language, found, used),
        sub=language.text("Rows are numbered as in a spreadsheet; SHA-256 is the fingerprint of the file as imported"),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Where the figures come from"))
    flow.table(_files(language, used, sheet), min(sheet.inner_width, FILES_WIDE * sheet.body))
    flow.space(1.5 * sheet.body)
    if settings := _settings(content, used):
        flow.table(_settings_table(language, settings, sheet), min(sheet.inner_width, FILES_WIDE * sheet.body))
        flow.space(1.5 * sheet.body)
    flow.table(_figures(content, found, sheet))
    return flow.leaves()


def _ordered(project: Project) -> list[ResultSet]:
    return [project.result_sets[key] for key in project.result_order]


def _title(language: Language, found: list[Trace], used: list[ResultSet]) -> str:
    figures = len({trace.point for trace in found})
    left = sum(unused.count for trace in found for unused in trace.unused if unused.reason != "blank")
    rest = language.plural("{n} answer was left out", "{n} answers were left out, each with its reason", left)
    if not left:
        rest = language.text("no answer was left out")
    files = language.plural("{n} file", "{n} files", len(used))
    return language.text("{figures} figures from {files}; {rest}", figures=figures, files=files, rest=rest)


def _files(language: Language, used: list[ResultSet], sheet: Sheet) -> Table:
    text = language.text
    titles = (text("File"), text("Sheet"), text("Imported"), text("Rows"), text("Wave"), text("Read as"), "SHA-256")
    columns = tuple(Column(title, "right" if number == 3 else "left") for number, title in enumerate(titles))
    rows = tuple(_file_row(language, result_set) for result_set in used)
    return Table(columns=columns, rows=rows, size=sheet.body, language=language.code)


def _file_row(language: Language, result_set: ResultSet) -> Row:
    account = result_set.account
    cells = (
        account.file,
        account.sheet or NOTHING,
        language.date(account.read_on),
        language.number(account.rows),
        ", ".join(result_set.waves) or NOTHING,
        _read_as(language, result_set) or NOTHING,
        account.sha256[:FINGERPRINT],
    )
    return Row(
        tuple(Cell(cell, "regular" if number else "semibold") for number, cell in enumerate(cells)), result_set.id
    )


def _read_as(language: Language, result_set: ResultSet) -> str:
    account = result_set.account
    delimiter = {"\t": language.text("tab")}.get(account.delimiter, account.delimiter)
    parts = [account.encoding.upper().removesuffix("-SIG"), f"“{delimiter}”" if delimiter else ""]
    if result_set.mapping.aggregates:
        parts.append(language.text("aggregated figures"))
    return ", ".join(part for part in parts if part)


def _settings(content: Content, used: list[ResultSet]) -> list[Row]:
    """How each file was counted, the file named once; recoding and codes stand beside each figure."""

    def point(key: str) -> str:
        found = content.project.points.get(key)
        return place_name(content, found) if found else key

    text = content.language.text
    by_figure = (text("Recoding"), text("Codes for no answer"))
    rows: list[Row] = []
    for result_set in used:
        file = result_set.account.file
        facts = setting_facts(result_set, content.language, point)
        for name, value in (fact for fact in facts if fact[0] not in by_figure):
            cells = (Cell(file, "semibold"), Cell(name, language=content.language.code), Cell(value))
            rows.append(Row(cells, result_set.id))
            file = ""
    return rows


def _settings_table(language: Language, rows: list[Row], sheet: Sheet) -> Table:
    titles = (language.text("File"), language.text("Setting"), language.text("Value"))
    columns = tuple(Column(title) for title in titles)
    return Table(columns=columns, rows=tuple(rows), size=sheet.body, language=language.code)


def _figures(content: Content, found: list[Trace], sheet: Sheet) -> Table:
    text = content.language.text
    titles = (
        text("Touchpoint"), text("Metric"), text("Value"), text("n"), text("File"), text("Column"), text("Filter"),
        text("Answers used"), text("Left out"), text("Recoding"),
    )  # fmt: skip
    columns = tuple(Column(title, "right" if number in (2, 3, 7) else "left") for number, title in enumerate(titles))
    rows = tuple(_figure_row(content, trace) for trace in found)
    return Table(columns=columns, rows=rows, size=sheet.body, language=content.language.code)


def _figure_row(content: Content, trace: Trace) -> Row:
    language, point = content.language, content.project.points[trace.point]
    own = content.project.language
    hidden = language.text("hidden")
    value = NOTHING if trace.value is None else format_value(language, content.metric(point), trace.value)
    return Row(
        (
            Cell(place_name(content, point), "semibold", language=own),
            Cell(measure_name(content, point), language=own),
            Cell(hidden if trace.hidden else value, "semibold"),
            Cell(_count(language, trace.n)),
            Cell(trace.file),
            Cell(trace.column or NOTHING, language=own),
            Cell(trace.filter or language.text("whole file"), language=language.code),
            Cell(_count(language, trace.used)),
            Cell(hidden if trace.hidden else _left_out(language, trace.unused), language=language.code),
            Cell(_recoding(language, trace), language=language.code),
        ),
        trace.point,
    )


def _count(language: Language, n: int | None) -> str:
    return NOTHING if n is None else language.number(n)


def _left_out(language: Language, unused: tuple[Unused, ...]) -> str:
    """A line for each reason: how many, why, what they said and where they stand."""
    return "\n".join(_reason(language, each) for each in unused) or NOTHING


def _reason(language: Language, unused: Unused) -> str:
    parts = [f"{language.number(unused.count)} × {reason_words(language, unused.reason)}"]
    if unused.examples:
        parts += [language.text("“{answer}”", answer=answer) for answer in unused.examples[:EXAMPLES_NAMED]]
    return ", ".join(filter(None, (*parts, row_words(language, unused, ROWS_NAMED))))


def _recoding(language: Language, trace: Trace) -> str:
    parts = []
    if trace.missing:
        parts.append(language.text("missing codes: {codes}", codes=", ".join(trace.missing)))
    if trace.recode:
        pairs = ", ".join(f"{word} = {language.number(value, 0)}" for word, value in trace.recode)
        parts.append(language.text("recoded: {pairs}", pairs=pairs))
    if trace.reversed:
        parts.append(language.text("scale turned round"))
    if trace.weight:
        parts.append(language.text("weighted by {column}", column=trace.weight))
    if trace.reported:
        parts.append(language.text("from aggregated figures"))
    return "; ".join(parts) or NOTHING
