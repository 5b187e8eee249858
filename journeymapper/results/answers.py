"""Which cells are answers to a metric's question, and which are not and why."""

from collections.abc import Callable, Container, Iterable

from journeymapper.model.measurement import Metric
from journeymapper.model.sources import ColumnUse, Reason
from journeymapper.results.clean import labelled_number, number
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.shares import NO, YES, either_number, share_reader

Reading = float | Reason

SHARES = ("share", "fcr")
SCALES = ("nps", "csat", "csat-mean", "ces1", "ces2", "stars", "smiley", "top", "net")
LABELLED = (*SCALES, "mean")


def answer_reader(
    metric: Metric,
    missing: Iterable[str],
    decimal: str,
    use: ColumnUse | None = None,
    cells: Iterable[Cell] = (),
    named: Container[str] = (),
) -> Callable[[Cell], Reading]:
    """A function from a cell to the answer in it, or to the reason why it holds none; it remembers what it has read.

    A share's answer is 1 where the cell is one of those counted, 0 where it is their counterpart; `cells`, all of the
    column's, tell whether its numbers are a plain 1 and 0, which codes `named` by the file are not. NPS takes whole
    numbers only; the scales everything between their ends; medians, percentiles and means every finite number. `use`
    may say which numbers texts stand for (of a share 1 what is counted, 0 what is not), and that the column's scale
    runs the other way round than the metric's.
    """
    codes = _codes(missing, decimal)
    meant = _meant(use)
    if metric.kind in SHARES:
        said = [cell for cell in cells if not _absence(cell, codes, decimal)]
        read: Callable[[Cell], Reading] = share_reader(metric, decimal, said, named)
    else:
        read = _measure(metric, decimal)
    if meant or (use and use.reverse):
        read = _recoded(metric, meant, read, reverse=bool(use and use.reverse))
    known: dict[Cell, Reading] = {}

    def answer(cell: Cell) -> Reading:
        if cell not in known:
            known[cell] = _absence(cell, codes, decimal) or read(cell)
        return known[cell]

    return answer


def _meant(use: ColumnUse | None) -> dict[str, float]:
    """The numbers that texts stand for, by the texts as they are compared."""
    return {_key(text): value for text, value in use.recode} if use else {}


def _key(cell: Cell) -> str:
    return " ".join(as_text(cell).split()).casefold()


def _recoded(
    metric: Metric, meant: dict[str, float], read: Callable[[Cell], Reading], *, reverse: bool
) -> Callable[[Cell], Reading]:
    """Reads texts as the numbers that they stand for, and turns a reversed scale round: x' = min + max − x."""
    share = metric.kind in SHARES

    def answer(cell: Cell) -> Reading:
        value = meant.get(_key(cell))
        if share and value is not None:
            return float(value != 0)
        reading = read(cell if value is None else value)
        turned = reverse and not share and metric.kind in LABELLED
        return metric.worst + metric.best - reading if turned and not isinstance(reading, str) else reading

    return answer


def _codes(missing: Iterable[str], decimal: str) -> frozenset[str | float]:
    """The missing codes as they are compared: in lower case, and as numbers where they are numbers."""
    texts = [code.strip().casefold() for code in missing]
    values = [value for text in texts if (value := either_number(text, decimal)) is not None]
    return frozenset([*texts, *values])


def _absence(cell: Cell, codes: frozenset[str | float], decimal: str) -> Reason | None:
    text = as_text(cell).strip()
    if not text:
        return "blank"
    value = number(cell, decimal)
    return "missing code" if text.casefold() in codes or (value is not None and value in codes) else None


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
