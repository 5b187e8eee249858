"""What a file looks like, for people and for scripts."""

import json
from collections.abc import Iterator, Sequence

from journeymapper.cli.failures import one_line
from journeymapper.cli.text_table import text_table
from journeymapper.language.language import Language
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.proposing import Match

LONGEST_CELL = 40
MOST_NAMES = 6
OPTIONS = {"aggregates": "--aggregates", "event log": "--log", "staff beliefs": "--beliefs"}
"""How a file of a shape is imported that is not taken for answers by itself."""


def inspection_json(inspection: Inspection, language: Language, matches: Sequence[Match] | None = None) -> str:
    """All facts as JSON, sheets by their names; reasons and suggestions as sentences in the reader's language."""
    facts = {name: getattr(inspection, name) for name in inspection.__struct_fields__}
    facts["sheets"] = [sheet.name for sheet in inspection.sheets]
    facts["hidden_sheets"] = [sheet.name for sheet in inspection.sheets if sheet.hidden]
    facts["columns"] = [_column(column, language) for column in inspection.columns]
    facts["suggestions"] = [language.message(suggestion) for suggestion in inspection.suggestions]
    if matches is not None:
        facts["matches"] = [_match(match, language) for match in matches]
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _column(column: ColumnFacts, language: Language) -> dict[str, object]:
    facts = {name: getattr(column, name) for name in column.__struct_fields__}
    for name in ("reason", "role_reason"):
        facts[name] = language.message(facts[name]) if facts[name] else ""
    facts["labels"], facts["readings"] = dict(column.labels), dict(column.readings)
    facts["missing_codes"] = [
        {"code": code.code, "count": code.count, "reason": language.message(code.reason)}
        for code in column.missing_codes
    ]
    return {**facts, "range": None if column.low is None else [column.low, column.high]}


def _match(match: Match, language: Language) -> dict[str, object]:
    facts = {name: getattr(match, name) for name in match.__struct_fields__}
    facts["reason"], facts["readings"] = language.message(match.reason), dict(match.readings)
    facts["doubts"] = [language.message(doubt) for doubt in match.doubts]
    return facts


def inspection_text(inspection: Inspection, language: Language, matches: Sequence[Match] | None = None) -> str:
    """The facts as lines and a table of the columns."""
    lines = [one_line(line) for line in _file_lines(inspection, language)]
    if inspection.columns:
        lines += ["", _columns(inspection, language)]
    if codes := [one_line(line) for line in _code_lines(inspection, language)]:
        lines += ["", language.text("Probably no answers, to be confirmed:"), *codes]
    if inspection.suggestions:
        lines += ["", *(one_line(language.message(suggestion)) for suggestion in inspection.suggestions)]
    if option := OPTIONS.get(inspection.shape):
        lines.append(language.text("Import it with {option}.", option=option))
    if matches is not None:
        lines += ["", _matches(matches, language)]
    return "\n".join(lines)


def _code_lines(inspection: Inspection, language: Language) -> Iterator[str]:
    """Likely codes for no answer; columns with the same ones together."""
    alike: dict[str, list[str]] = {}
    for column in inspection.columns:
        for code in column.missing_codes:
            alike.setdefault(f"{code.code} ({language.message(code.reason)})", []).append(_short(column.name))
    for words, names in alike.items():
        more = ", …" if len(names) > MOST_NAMES else ""
        yield f"  {words}: {', '.join(names[:MOST_NAMES])}{more}"


def _matches(matches: Sequence[Match], language: Language) -> str:
    if not matches:
        return language.text("No column is like a measurement point of the project.")
    headings = [
        language.text("column"), language.text("point"), language.text("confidence"), language.text("why"),
        language.text("to be asked"),
    ]  # fmt: skip
    rows = [
        [
            _short(match.column),
            match.point,
            language.percent(100 * match.confidence),
            language.message(match.reason),
            " ".join(language.message(doubt) for doubt in match.doubts),
        ]
        for match in matches
    ]
    return text_table(headings, rows, right=(2,))


def _file_lines(inspection: Inspection, language: Language) -> Iterator[str]:
    size = language.plural("{n} row", "{n} rows", inspection.rows)
    platform = f", {inspection.platform}" if inspection.platform else ""
    yield f"{inspection.file}: {inspection.format}{platform}, {size}"
    if inspection.previews:
        yield language.plural("{n} preview was left out", "{n} previews were left out", inspection.previews)
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
    for title in filter(None, inspection.title_rows):
        yield f"{language.text('title row')}: {title}"


def _columns(inspection: Inspection, language: Language) -> str:
    headings = [
        language.text("column"),
        language.text("kind"),
        language.text("why"),
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
    roles = {"metadata": language.text("metadata"), "personal": language.text("personal")}
    rows = [
        [
            _short(f"{column.name} {column.question}".rstrip()),
            kinds[column.kind] + (f", {roles[column.role]}" if column.role != "answer" else ""),
            _short(language.message(column.reason)) if column.reason else "",
            "" if column.low is None else f"{_end(column.low)} … {_end(column.high)}",
            language.number(column.distinct),
            language.number(column.missing),
            _commonest(column),
        ]
        for column in inspection.columns
    ]
    return text_table(headings, rows, right=(4, 5))


def _end(value: float | str | None) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _commonest(column: ColumnFacts) -> str:
    if column.counts:
        return ", ".join(f"{_short(value)} ({count})" for value, count in column.counts[:4])
    return ", ".join(_short(example) for example in column.examples[:3])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
