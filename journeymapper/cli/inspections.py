"""What a file looks like, for people and for scripts."""

import json
from collections.abc import Iterator

from journeymapper.cli.failures import one_line
from journeymapper.cli.text_table import text_table
from journeymapper.language.language import Language
from journeymapper.results.inspection import ColumnFacts, Inspection

LONGEST_CELL = 40


def inspection_json(inspection: Inspection, language: Language) -> str:
    """All facts as JSON, sheets by their names; the suggestions as sentences in the reader's language."""
    facts = {name: getattr(inspection, name) for name in inspection.__struct_fields__}
    facts["sheets"] = [sheet.name for sheet in inspection.sheets]
    facts["hidden_sheets"] = [sheet.name for sheet in inspection.sheets if sheet.hidden]
    facts["columns"] = [_column(column) for column in inspection.columns]
    facts["suggestions"] = [language.message(suggestion) for suggestion in inspection.suggestions]
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _column(column: ColumnFacts) -> dict[str, object]:
    facts = {name: getattr(column, name) for name in column.__struct_fields__}
    return {**facts, "range": None if column.low is None else [column.low, column.high]}


def inspection_text(inspection: Inspection, language: Language) -> str:
    """The facts as lines and a table of the columns."""
    lines = [one_line(line) for line in _file_lines(inspection, language)]
    if inspection.columns:
        lines += ["", _columns(inspection, language)]
    if inspection.suggestions:
        lines += ["", *(one_line(language.message(suggestion)) for suggestion in inspection.suggestions)]
    return "\n".join(lines)


def _file_lines(inspection: Inspection, language: Language) -> Iterator[str]:
    size = language.plural("{n} row", "{n} rows", inspection.rows)
    yield f"{inspection.file}: {inspection.format}, {size}"
    delimiter = language.text("tab") if inspection.delimiter == "\t" else inspection.delimiter
    facts = [
        (language.text("encoding"), inspection.encoding),
        (language.text("delimiter"), delimiter),
        (language.text("decimal sign"), inspection.decimal),
        (language.text("sheet"), inspection.sheet),
        (language.text("header row"), str(inspection.header_row or "")),
    ]
    found = ", ".join(f"{name} {value}" for name, value in facts if value)
    if found:
        yield found
    if len(inspection.sheets) > 1:
        yield f"{language.text('sheets')}: {', '.join(sheet.name for sheet in inspection.sheets)}"
    for title in inspection.title_rows:
        yield f"{language.text('title row')}: {title}"


def _columns(inspection: Inspection, language: Language) -> str:
    headings = [
        language.text("column"),
        language.text("kind"),
        language.text("range"),
        language.text("distinct"),
        language.text("blank"),
        language.text("commonest"),
    ]
    kinds = {
        "scale": language.text("scale"),
        "number": language.text("number"),
        "choice": language.text("choice"),
        "date": language.text("date"),
        "text": language.text("text"),
        "id": language.text("identifier"),
        "empty": language.text("empty"),
    }
    rows = [
        [
            _short(column.name),
            kinds[column.kind],
            "" if column.low is None else f"{_end(column.low)} … {_end(column.high)}",
            language.number(column.distinct),
            language.number(column.missing),
            _commonest(column),
        ]
        for column in inspection.columns
    ]
    return text_table(headings, rows, right=(3, 4))


def _end(value: float | str | None) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _commonest(column: ColumnFacts) -> str:
    if column.counts:
        return ", ".join(f"{_short(value)} ({count})" for value, count in column.counts[:4])
    return ", ".join(_short(example) for example in column.examples[:3])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
