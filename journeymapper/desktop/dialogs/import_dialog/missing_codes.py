"""Which answers of a column are probably codes for no answer. Offered as buttons, never applied by themselves."""

import csv
from collections.abc import Iterable, Sequence

from journeymapper.model.measurement import Metric
from journeymapper.results.answers import SHARES, answer_reader
from journeymapper.results.fitting import off_goalposts
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.silences import says_nothing

MOST = 4


def likely_codes(facts: ColumnFacts, metrics: Sequence[Metric], decimal: str) -> tuple[str, ...]:
    """Answers, as they stand in the file, that the metrics' scales do not have; for shares words that say nothing.

    None where so many answers are beside the scale that the column is probably meant for another point.
    """
    found: dict[str, None] = {}
    probable = {code.code for code in facts.missing_codes}
    worded = {text for text, _ in facts.readings}
    for metric in metrics:
        read = answer_reader(metric, (), decimal)
        for text in (text for text, _ in facts.counts if text not in worded):
            silent = says_nothing(text) or (text in probable and off_goalposts(text, metric, decimal))
            if text and (silent or (metric.kind not in SHARES and read(text) in ("off the scale", "not a number"))):
                found[text] = None
    return tuple(found) if len(found) <= MOST else ()


def codes_from(text: str) -> tuple[str, ...]:
    """The codes that a person typed, separated by commas; one that holds a comma stands in quotation marks."""
    try:
        cells = next(csv.reader([text], skipinitialspace=True), [])
    except csv.Error:
        cells = text.split(",")
    return tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))


def codes_as_text(codes: Iterable[str]) -> str:
    """The codes as a person would type them."""
    return ", ".join(_quoted(code) for code in codes)


def _quoted(code: str) -> str:
    if "," not in code and not code.startswith('"'):
        return code
    return '"' + code.replace('"', '""') + '"'
