"""What an import did, for people and for scripts."""

from collections.abc import Iterable, Iterator

import msgspec

from journeymapper.cli.failures import one_line
from journeymapper.cli.text_table import text_table
from journeymapper.language.account_words import setting_facts
from journeymapper.language.language import Language
from journeymapper.language.reason_words import unused_line
from journeymapper.model.sources import Account, ResultSet
from journeymapper.results.automatic import Left
from journeymapper.results.recurring import Recurring
from journeymapper.results.rivals import Rival
from journeymapper.results.taking import Taken

MOST_LABELS = 12


def account_facts(taken: Taken, language: Language, *, dry_run: bool) -> dict[str, object]:
    """The account for JSON, every field there even where it is empty."""
    return {
        **set_facts(taken.result_set, language),
        "result_set": "" if dry_run else taken.result_set.id,
        "dry_run": dry_run,
        "beside": [rival.result_set.account.file for rival in taken.rivals],
        "changes": [language.message(message) for message in taken.changes],
        "left": [_left_facts(left, language) for left in taken.left],
        "again": [_again_facts(one) for one in taken.again],
        "replaced": taken.replaced,
    }


def _again_facts(one: Recurring) -> dict[str, object]:
    return {"file": one.result_set.account.file, "again": one.again, "rows": one.rows, "waves": one.waves}


def _left_facts(left: Left, language: Language) -> dict[str, object]:
    return {
        "column": left.column,
        "point": left.point,
        "confidence": left.confidence,
        "reason": language.message(left.reason),
        "doubts": [language.message(doubt) for doubt in left.doubts],
    }


def _left_line(left: Left, language: Language) -> str:
    """`left to you: Q7 = P3 (80 %: nearly the same question)`."""
    reason = language.message(left.reason)
    if not left.point:
        return language.text("left to you: {column} ({reason})", column=left.column, reason=reason)
    doubts = " ".join(language.message(doubt) for doubt in left.doubts)
    return language.text(
        "left to you: {column} = {point} ({share} % sure: {reason}) {doubts}",
        column=left.column,
        point=left.point,
        share=round(100 * left.confidence),
        reason=reason,
        doubts=doubts,
    ).strip()


def _again_line(one: Recurring, language: Language) -> str:
    return language.text(
        "{again} of the {rows} rows of {file} seem to be in it again and count twice.",
        again=language.number(one.again),
        rows=language.number(one.rows),
        file=one.result_set.account.file,
    )


def set_facts(result_set: ResultSet, language: Language) -> dict[str, object]:
    """A result set's account and mapping for JSON."""
    account = result_set.account
    facts = {name: getattr(account, name) for name in account.__struct_fields__}
    facts["read_on"] = account.read_on.isoformat()
    facts["unused"] = [{name: getattr(one, name) for name in one.__struct_fields__} for one in account.unused]
    facts["doubts"] = [
        {"column": one.column, "point": one.point, "doubt": language.message(one.message)} for one in account.doubts
    ]
    facts["waves"] = result_set.waves
    facts["result_set"] = result_set.id
    facts["mapping"] = msgspec.to_builtins(result_set.mapping)
    return facts


def account_text(taken: Taken, language: Language, *, dry_run: bool) -> str:
    """The account as lines to read."""
    lines = [*set_lines(taken.result_set, language), *map(language.message, taken.changes)]
    lines += [_beside(rival, taken.result_set, language) for rival in taken.rivals]
    lines += [_left_line(left, language) for left in taken.left]
    lines += [_again_line(one, language) for one in taken.again]
    if taken.replaced:
        lines.append(language.text("It takes the place of {files}.", files=", ".join(dict.fromkeys(taken.replaced))))
    if dry_run:
        lines.append(language.text("Nothing was changed."))
    return shown(lines)


def _beside(rival: Rival, new: ResultSet, language: Language) -> str:
    """What a newcomer must know: these answers are counted beside others of the same points in the same waves."""
    return language.text(
        "{file} has answers for {points} in {waves} too: both are counted.",
        file=rival.result_set.account.file,
        points=", ".join(rival.shared),
        waves=", ".join(wave for wave in new.waves if wave in rival.result_set.waves),
    )


def set_lines(result_set: ResultSet, language: Language) -> Iterator[str]:
    """What an import read, used and left out."""
    yield from _reading(result_set.account, language)
    if result_set.log:
        yield from _events(result_set.account, language)
    else:
        yield from _answers(result_set, language)
    yield from _settings(result_set, language)
    yield from _left_out(result_set.account, language)


def shown(lines: Iterable[str]) -> str:
    """Lines as they are printed; those of a table keep their spaces."""
    return "\n".join(line if line.startswith(" ") else one_line(line) for line in lines)


def _reading(account: Account, language: Language) -> Iterator[str]:
    yield f"{account.file}: {language.plural('{n} row', '{n} rows', account.rows)}"
    delimiter = {"\t": language.text("tab")}.get(account.delimiter, account.delimiter)
    facts = [
        (language.text("encoding"), account.encoding),
        (language.text("delimiter"), delimiter),
        (language.text("decimal sign"), account.decimal),
        (language.text("sheet"), account.sheet),
        (language.text("header row"), str(account.header_row or "")),
        ("SHA-256", account.sha256),
    ]
    yield ", ".join(f"{name} {value}" for name, value in facts if value)


def _answers(result_set: ResultSet, language: Language) -> Iterator[str]:
    account = result_set.account
    columns: dict[str, dict[str, None]] = {}
    for use in result_set.mapping.columns:
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
    yield f"{language.text('waves')}: {', '.join(result_set.waves)}"


def _events(account: Account, language: Language) -> Iterator[str]:
    events = language.plural("{n} event", "{n} events", account.events)
    yield f"{events}, {language.plural('{n} case', '{n} cases', account.cases)}"
    if account.unmatched:
        names = ", ".join(f"{label} ({count})" for label, count in list(account.unmatched.items())[:MOST_LABELS])
        yield language.plural(
            "{n} label is no touchpoint of the map and is kept as ad hoc: {names}",
            "{n} labels are no touchpoints of the map and are kept as ad hoc: {names}",
            len(account.unmatched),
            names=names,
        )


def _settings(result_set: ResultSet, language: Language) -> Iterator[str]:
    """What else the mapping did: recoding, bases, filters, bands, rules, comments, respondents."""
    return (f"{name}: {value}" for name, value in setting_facts(result_set, language, str))


def _left_out(account: Account, language: Language) -> Iterator[str]:
    for doubtful in account.doubts:
        yield f"{language.text('to be asked')}: {doubtful.point}: {language.message(doubtful.message)}"
    for unused in account.unused:
        yield f"{unused.point} {unused.column}: {unused_line(language, unused)}"
    if account.columns_left:
        yield language.plural("{n} column was not mapped.", "{n} columns were not mapped.", len(account.columns_left))
