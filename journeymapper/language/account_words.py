"""The account of an import in the reader's language: how the file was read, what its mapping did, what was left out.

The same words for the window, the printed report and the command line; `point` names a measurement point by its id.
"""

from collections.abc import Callable, Iterator

from journeymapper.language.language import Language
from journeymapper.language.reason_words import unused_line
from journeymapper.model.event_log import LogColumns
from journeymapper.model.sources import ColumnUse, ResultSet

Point = Callable[[str], str]
Fact = tuple[str, str]
"""What is said of, and what is said."""
MOST_COLUMNS = 40


def reading_facts(result_set: ResultSet, language: Language) -> Iterator[Fact]:
    """The file itself and how its cells were found; what a file does not have is left out."""
    account, text = result_set.account, language.text
    delimiters = {"\t": text("tab"), ",": text("comma  ,"), ";": text("semicolon  ;"), "|": text("bar  |")}
    decimals = {".": text("point  ."), ",": text("comma  ,")}
    facts = (
        (text("File"), account.file),
        (text("Sheet"), account.sheet),
        (text("Imported"), language.date(account.read_on)),
        (text("Rows"), language.number(account.rows)),
        (text("Header row"), language.number(account.header_row) if account.header_row else ""),
        (text("Encoding"), account.encoding.upper().removesuffix("-SIG")),
        (text("Delimiter"), delimiters.get(account.delimiter, account.delimiter)),
        (text("Decimal sign"), decimals.get(account.decimal, account.decimal) if account.delimiter else ""),
        (text("Waves"), ", ".join(result_set.waves)),
        ("SHA-256", account.sha256),
    )
    return (fact for fact in facts if fact[1])


def setting_facts(result_set: ResultSet, language: Language, point: Point) -> Iterator[Fact]:
    """What the mapping did besides taking columns to points: waves, weights, segments, filter, recoding, people."""
    mapping, text = result_set.mapping, language.text
    if mapping.beliefs:
        yield text("Answers"), text("what staff believe that customers answer")
    if mapping.aggregates:
        yield text("Figures"), text("as reported")
    yield from _of_log(mapping.log, language)
    yield from _of_days(result_set, language)
    yield from _of_segments(result_set, language)
    for use in mapping.columns:
        yield from _of_column(use, language, point)
    yield from _of_people(result_set, language, point)


def left_lines(result_set: ResultSet, language: Language, point: Point) -> Iterator[str]:
    """A line for each column and reason, with its rows, then the columns that were not used."""
    account = result_set.account
    for unused in account.unused:
        yield f"{point(unused.point)}, {unused.column}: {unused_line(language, unused)}"
    if account.columns_left:
        named = ", ".join(account.columns_left[:MOST_COLUMNS]) + (
            ", …" if len(account.columns_left) > MOST_COLUMNS else ""
        )
        yield language.text("Columns not used: {columns}", columns=named)


def _of_log(columns: LogColumns | None, language: Language) -> Iterator[Fact]:
    """Which columns were taken for what."""
    if columns is None:
        return
    taken = {
        language.text("case"): columns.case,
        language.text("activity"): columns.activity,
        language.text("time"): columns.time,
        language.text("start"): columns.start,
    }
    yield language.text("Columns of the log"), ", ".join(f"{name} {column}" for name, column in taken.items() if column)


def _of_segments(result_set: ResultSet, language: Language) -> Iterator[Fact]:
    mapping, text = result_set.mapping, language.text
    for name, column in (
        (text("Weight"), mapping.weight),
        (text("Segments"), ", ".join(mapping.segments)),
        (text("Persona"), mapping.persona),
        (text("Business customer"), mapping.account),
        (text("Respondent's role"), mapping.role),
    ):
        if column:
            yield name, column
    for band in mapping.bands:
        yield text("Segment by bands"), f"{band.column}: {', '.join(band.edges)}"
    for rule in mapping.rules:
        yield text("Segment by rule"), f"{rule.name} = {rule.expression}"
    if mapping.where:
        left = language.plural("{n} row left out", "{n} rows left out", result_set.account.filtered)
        yield text("Only rows where"), f"{mapping.where} ({left})"


def _of_days(result_set: ResultSet, language: Language) -> Iterator[Fact]:
    mapping, text = result_set.mapping, language.text
    periods = {
        "month": text("a wave for each month"),
        "quarter": text("a wave for each quarter"),
        "half": text("a wave for each half-year"),
        "year": text("a wave for each year"),
    }
    if mapping.wave_column:
        words = "" if mapping.wave or not mapping.granularity else f" ({periods[mapping.granularity]})"
        yield text("Wave column"), f"{mapping.wave_column}{words}"
    if mapping.rolling:
        yield text("Rolling windows of months"), language.number(mapping.rolling)
    if mapping.date_order:
        orders = {"dmy": text("3 April: the day first"), "mdy": text("4 March: the month first")}
        yield text("Days like 03/04/2026"), orders[mapping.date_order]


def _of_column(use: ColumnUse, language: Language, point: Point) -> Iterator[Fact]:
    text = language.text
    if use.answer or use.total:
        counted = text("counts of “{answer}”", answer=use.answer) if use.answer else text("counts of all answers")
        yield text("Numbers of answers"), f"{use.column}: {counted}"
    if use.missing:
        yield text("Codes for no answer"), f"{use.column}: {', '.join(use.missing)}"
    if use.recode:
        pairs = ", ".join(f"“{word}” = {_short(value)}" for word, value in use.recode)
        yield text("Recoding"), f"{use.column}: {pairs}"
    if use.reverse:
        yield text("Recoding"), text("{column}: the scale is turned round.", column=use.column)
    if use.base:
        yield text("Counts for the point only where"), f"{point(use.point)}: {use.base}"


def _of_people(result_set: ResultSet, language: Language, point: Point) -> Iterator[Fact]:
    mapping, account, text = result_set.mapping, result_set.account, language.text
    if mapping.respondent:
        people = language.plural("{n} respondent", "{n} respondents", account.respondents)
        if not account.respondents:
            people = text("no keys are kept of a file of this size, nor of blank cells")
        yield text("Respondent (kept as a key)"), f"{mapping.respondent}: {people}"
    for use in mapping.comments:
        kept = language.plural("{n} comment kept", "{n} comments kept", account.comments.get(use.point, 0))
        honest = text("masked as far as names and numbers were recognised")
        yield text("Comments (kept, masked)"), f"{use.column} → {point(use.point)}: {kept}, {honest}"
    if account.repeated or account.corrected:
        words = text(
            "Of the rows {added} are new, {corrected} correct earlier ones, {repeated} came again unchanged.",
            added=account.added,
            corrected=account.corrected,
            repeated=account.repeated,
        )
        yield text("Rows"), words


def _short(value: float) -> str:
    return f"{value:g}"
