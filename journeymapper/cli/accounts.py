"""What an import did, for people and for scripts."""

import json
from collections.abc import Iterator

from journeymapper.cli.failures import one_line
from journeymapper.cli.text_table import text_table
from journeymapper.language.language import Language
from journeymapper.model.sources import Account, Unused
from journeymapper.results.importing import Imported


def account_json(imported: Imported, *, dry_run: bool) -> str:
    """The account as JSON, every field there even where it is empty."""
    account = imported.result_set.account
    facts = {name: getattr(account, name) for name in account.__struct_fields__}
    facts["read_on"] = account.read_on.isoformat()
    facts["unused"] = [{name: getattr(one, name) for name in one.__struct_fields__} for one in account.unused]
    facts["waves"] = imported.result_set.waves
    facts["result_set"] = "" if dry_run else imported.result_set.id
    facts["dry_run"] = dry_run
    return json.dumps(facts, ensure_ascii=False, indent=2)


def account_text(imported: Imported, language: Language, *, dry_run: bool) -> str:
    """The account as lines to read."""
    lines = [
        *_reading(imported.result_set.account, language),
        *_answers(imported, language),
        *_left_out(imported.result_set.account, language),
    ]
    if dry_run:
        lines.append(language.text("Nothing was changed."))
    return "\n".join(line if line.startswith(" ") else one_line(line) for line in lines)


def _reading(account: Account, language: Language) -> Iterator[str]:
    yield f"{account.file}: {language.plural('{n} row', '{n} rows', account.rows)}"
    delimiter = {"\t": language.text("tab")}.get(account.delimiter, account.delimiter)
    facts = [
        (language.text("encoding"), account.encoding),
        (language.text("delimiter"), delimiter),
        (language.text("decimal sign"), account.decimal),
        (language.text("sheet"), account.sheet),
        (language.text("header row"), str(account.header_row)),
    ]
    yield ", ".join(f"{name} {value}" for name, value in facts if value)


def _answers(imported: Imported, language: Language) -> Iterator[str]:
    account = imported.result_set.account
    columns: dict[str, dict[str, None]] = {}
    for use in imported.result_set.mapping.columns:
        columns.setdefault(use.point, {})[use.column] = None
    left: dict[str, int] = {}
    for unused in account.unused:
        left[unused.point] = left.get(unused.point, 0) + unused.count
    points = list(dict.fromkeys((*columns, *account.used, *left)))
    rows = [
        [
            point,
            ", ".join(columns.get(point, ())),
            language.number(account.used.get(point, 0)),
            language.number(left.get(point, 0)),
        ]
        for point in points
    ]
    headings = [language.text("point"), language.text("column"), language.text("used"), language.text("not used")]
    yield from text_table(headings, rows, right=(2, 3)).splitlines()
    yield f"{language.text('waves')}: {', '.join(imported.result_set.waves)}"


def _left_out(account: Account, language: Language) -> Iterator[str]:
    for unused in account.unused:
        yield f"{unused.point} {unused.column}: {_unused(unused, language)}"
    if account.columns_left:
        yield language.plural("{n} column was not mapped.", "{n} columns were not mapped.", len(account.columns_left))


def _unused(unused: Unused, language: Language) -> str:
    reasons = {
        "blank": language.text("blank"),
        "missing code": language.text("code for no answer"),
        "not a number": language.text("not a number"),
        "off the scale": language.text("off the scale"),
        "no wave": language.text("no wave"),
        "bad weight": language.text("weight missing or not above zero"),
        "total row": language.text("in a row of totals"),
    }
    text = f"{language.number(unused.count)} × {reasons[unused.reason]}"
    if unused.rows:
        rows = ", ".join(map(str, unused.rows)) + (", …" if unused.count > len(unused.rows) else "")
        text += f" ({language.plural('row {rows}', 'rows {rows}', unused.count, rows=rows)})"
    if unused.examples:
        text += ": " + ", ".join(f"“{example}”" for example in unused.examples)
    return text
