"""Which cells are answers to a metric's question, and which are not and why."""

from collections.abc import Callable, Iterable

from journeymapper.model.measurement import Metric
from journeymapper.model.sources import ColumnUse, Reason
from journeymapper.results.clean import labelled_number, number
from journeymapper.results.readers.cells import Cell, as_text

Reading = float | Reason

SHARES = ("share", "fcr")
SCALES = ("nps", "csat", "csat-mean", "ces1", "ces2", "stars", "smiley", "top", "net")
LABELLED = (*SCALES, "mean")
YES = frozenset(("yes", "kyllä", "ja", "true", "1"))
NO = frozenset(("no", "ei", "nej", "false", "0"))


def answer_reader(
    metric: Metric, missing: Iterable[str], decimal: str, use: ColumnUse | None = None
) -> Callable[[Cell], Reading]:
    """A function from a cell to the answer in it, or to the reason why it holds none; it remembers what it has read.

    A share's answer is 1 where the cell is one of those counted, else 0. NPS takes whole numbers only; the scales
    everything between their ends; medians, percentiles and means every finite number. `use` may say which numbers
    texts stand for, and that the column's scale runs the other way round than the metric's.
    """
    codes = _codes(missing, decimal)
    read = _share(metric, decimal) if metric.kind in SHARES else _measure(metric, decimal)
    if use and (use.recode or use.reverse):
        read = _recoded(metric, use, read)
    known: dict[Cell, Reading] = {}

    def answer(cell: Cell) -> Reading:
        if cell not in known:
            known[cell] = _absence(cell, codes, decimal) or read(cell)
        return known[cell]

    return answer


def _recoded(metric: Metric, use: ColumnUse, read: Callable[[Cell], Reading]) -> Callable[[Cell], Reading]:
    """Reads texts as the numbers that they stand for, and turns a reversed scale round: x' = min + max − x."""
    numbers = {" ".join(text.split()).casefold(): value for text, value in use.recode}

    def answer(cell: Cell) -> Reading:
        reading = read(numbers.get(" ".join(as_text(cell).split()).casefold(), cell))
        turned = use.reverse and not isinstance(reading, str) and metric.kind in SCALES
        return metric.worst + metric.best - reading if turned and not isinstance(reading, str) else reading

    return answer


def _codes(missing: Iterable[str], decimal: str) -> frozenset[str | float]:
    """The missing codes as they are compared: in lower case, and as numbers where they are numbers."""
    texts = [code.strip().casefold() for code in missing]
    values = [value for text in texts if (value := _either_number(text, decimal)) is not None]
    return frozenset([*texts, *values])


def _either_number(text: str, decimal: str) -> float | None:
    """A code typed by the user, who may write a decimal point for a file with decimal commas."""
    value = number(text, decimal)
    return number(text, ".") if value is None else value


def _absence(cell: Cell, codes: frozenset[str | float], decimal: str) -> Reason | None:
    text = as_text(cell).strip()
    if not text:
        return "blank"
    value = number(cell, decimal)
    return "missing code" if text.casefold() in codes or (value is not None and value in codes) else None


def _share(metric: Metric, decimal: str) -> Callable[[Cell], Reading]:
    counted = frozenset(text.strip().casefold() for text in metric.counted) or YES
    for words in (YES, NO):
        if counted & words:
            counted |= words
    values = {value for text in counted if (value := _either_number(text, decimal)) is not None}

    def answer(cell: Cell) -> Reading:
        value = number(cell, decimal)
        return float(as_text(cell).strip().casefold() in counted or (value is not None and value in values))

    return answer


def _measure(metric: Metric, decimal: str) -> Callable[[Cell], Reading]:
    low, high = sorted((metric.worst, metric.best))

    def answer(cell: Cell) -> Reading:
        value = number(cell, decimal)
        if value is None and isinstance(cell, str):
            value = labelled_number(cell) if metric.kind in LABELLED else _event(metric, cell)
        if value is None:
            return "not a number"
        if metric.kind in SCALES and not low <= value <= high:
            return "off the scale"
        whole = metric.kind in ("nps", "rate")
        if whole and (value != int(value) or (metric.kind == "rate" and value < 0)):
            return "off the scale"
        return value

    return answer


def _event(metric: Metric, cell: str) -> float | None:
    """One event or none of a case, where a rate's cell says yes or no instead of how many."""
    word = cell.strip().casefold()
    return float(word in YES) if metric.kind == "rate" and word in YES | NO else None
