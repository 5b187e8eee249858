"""Aggregated results: figures or counts per point and wave, typed by an agency or by hand.

Unlike answers they are few and each matters: the first row that cannot be understood refuses the whole file. An answer
that is none of its point's is understood well enough: it is counted as unused.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.model.tally import Reported, Tally
from journeymapper.results.answers import SCALES, SHARES, answer_reader
from journeymapper.results.clean import day, number, slash_order
from journeymapper.results.mapping import choices, nearest_points, points_named
from journeymapper.results.readers.grid import Wish
from journeymapper.results.readers.table import TOTALS
from journeymapper.results.spreads import answer_columns, counts_of
from journeymapper.results.tables import read_text_rows
from journeymapper.results.tasks import Counted, TextRows
from journeymapper.results.unused import UnusedAnswers

COLUMNS = {
    "point": (
        "point",
        "piste",
        "mittauspiste",
        "question",
        "kysymys",
        "fråga",
        "touchpoint",
        "kosketuspiste",
        "item",
        "väittämä",
    ),
    "wave": (
        "wave",
        "period",
        "aalto",
        "kierros",
        "jakso",
        "year",
        "vuosi",
        "år",
        "quarter",
        "kvartaali",
        "month",
        "kuukausi",
    ),
    "n": ("n", "answers", "vastauksia", "base", "respondents", "vastaajia", "vastaajat", "antal svar"),
    "value": (
        "value",
        "arvo",
        "tulos",
        "mean",
        "average",
        "keskiarvo",
        "ka",
        "medelvärde",
        "score",
        "result",
        "index",
        "indeksi",
        "nps",
    ),
    "low": ("low", "lower", "alaraja"),
    "high": ("high", "upper", "yläraja"),
    "answer": ("answer", "vastaus"),
    "count": ("count", "lukumäärä", "määrä"),
    "date": ("date", "day", "päivä", "päivämäärä"),
}
MOST = 10**9


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the file: its cells by the meaning of their columns, its number, and its point and metric; `shares`
    are its cells by the answers that columns are called after."""

    cells: dict[str, str]
    number: int
    file: str
    point: str
    metric: Metric
    wave: str
    decimal: str
    shares: dict[str, str] = {}

    def place(self, column: str) -> dict[str, str | int]:
        """Where a cell is and what it holds, for the sentence that refuses it."""
        return {"file": self.file, "row": self.number, "column": column, "text": self.cells.get(column, "") or "–"}

    def value(self, column: str, fits: Callable[[float], bool]) -> float:
        """The number in a column; raises Refusal where there is none or it cannot be right."""
        found = number(self.cells.get(column, ""), self.decimal)
        if found is None:
            raise Refusal("{file}, row {row}, {column}: {text} is not a number.", **self.place(column))
        if not fits(found):
            raise Refusal("{file}, row {row}, {column}: {text} is not possible there.", **self.place(column))
        return found

    def limit(self, column: str, *, below: float = math.inf, above: float = -math.inf) -> float | None:
        """An interval's limit, which lies on its own side of the value; None where the cell is empty."""
        if not self.cells.get(column):
            return None
        return self.value(column, lambda limit: above <= limit <= below)


def read_aggregates(path: Path, mapping: Mapping, project: Project, *, tick: Callable[[], object] = bool) -> Counted:
    """The tally of an aggregate file: `point, wave, n, value [, low, high]`, `point, wave, n` and a column of shares
    for each answer, or `point, wave, answer, count [, date]`.

    Where there are shares they are the figure, counted as answers, so that the interval comes from them. A file
    without a wave column takes the mapping's wave. Raises Refusal naming the row that cannot be understood.
    """
    table = read_text_rows(path, Wish.of(mapping), tick=tick)
    places = _places(table.names)
    counts = {"answer", "count"} <= places.keys()
    if not holds_aggregates(table.names):
        raise Refusal(
            "{file} needs the columns point, wave, n and value, or point, wave, answer and count.", file=path.name
        )
    if "wave" not in places and not mapping.wave:
        raise Refusal("{file} has no column wave, and no wave was given.", file=path.name)
    lines = list(_lines(table, places, mapping, project, path.name))
    unused = UnusedAnswers()
    column = table.names[places["answer"]] if counts else ""
    tally = _counted(lines, unused, column, "date" in places) if counts else _figures(lines, unused)
    return _account(table, tally, lines, places, unused)


def holds_aggregates(names: Sequence[str]) -> bool:
    """Whether columns of these names are those of an aggregate file."""
    places = _places(names).keys()
    figures = "value" in places or bool(answer_columns(names))
    return "point" in places and ({"answer", "count"} <= places or ("n" in places and figures))


def _places(columns: Sequence[str]) -> dict[str, int]:
    """The index of each known column, by meaning."""
    names = [name.casefold() for name in columns]
    found = {
        meaning: next((names.index(word) for word in words if word in names), -1) for meaning, words in COLUMNS.items()
    }
    return {meaning: index for meaning, index in found.items() if index >= 0}


def _figures(lines: list[Line], unused: UnusedAnswers) -> Tally:
    """Figures as they stand, and the shares of answers as counts of them."""
    spread = [line for line in lines if any(line.shares.values())]
    tally = Tally(answers={line.point: [] for line in spread})
    seen: dict[tuple[str, ...], int] = {}
    for line in spread:
        _refuse_repeat(seen, (line.point, line.wave), line)
        _take_shares(tally, line, unused)
    return msgspec.structs.replace(tally, reported=list(_reported([line for line in lines if line not in spread])))


def _take_shares(tally: Tally, line: Line, unused: UnusedAnswers) -> None:
    place: dict[str, str | int] = {"file": line.file, "row": line.number}
    shares = {answer: number(text, line.decimal) if text else 0.0 for answer, text in line.shares.items()}
    for answer, share in shares.items():
        if share is None or share < 0:
            raise Refusal(
                "{file}, row {row}, {column}: {text} is not a share.", column=answer, text=line.shares[answer], **place
            )
    counts = counts_of({answer: share or 0.0 for answer, share in shares.items()}, int(line.value("n", _whole)), place)
    read = answer_reader(line.metric, (), line.decimal)
    for text, count in counts.items():
        reading = read(text)
        if isinstance(reading, str):
            unused.add(ColumnUse(column=text, point=line.point), reading, line.number, text, count)
        elif count:
            _append(tally, line, reading, "", count)


def _lines(table: TextRows, places: dict[str, int], mapping: Mapping, project: Project, file: str) -> Iterator[Line]:
    spread = {} if {"answer", "count"} <= places.keys() else answer_columns(table.names)
    for row_number, row in enumerate(table.rows[table.first :], start=table.first + 1):
        cells = {meaning: row[index].strip() if index < len(row) else "" for meaning, index in places.items()}
        if not any(cells.values()) or cells["point"].casefold() in TOTALS:
            continue
        wave = " ".join(cells.get("wave", "").split()) or mapping.wave
        if not wave:
            raise Refusal("{file}, row {row}: the wave is missing.", file=file, row=row_number)
        point = _point(project, cells["point"], file, row_number)
        yield Line(
            cells=cells,
            number=row_number,
            file=file,
            point=point,
            metric=project.metrics[project.points[point].metric],
            wave=wave,
            decimal=table.decimal,
            shares={answer: row[index].strip() if index < len(row) else "" for answer, index in spread.items()},
        )


def _point(project: Project, text: str, file: str, row: int) -> str:
    found = points_named(project, text)
    if len(found) > 1:
        raise Refusal(
            "{file}, row {row}: {point} could be any of {choices}.",
            file=file,
            row=row,
            point=text,
            choices=choices(project, found),
        )
    if not found:
        raise Refusal(
            "{file}, row {row}: there is no measurement point {point}; there are {choices}.",
            file=file,
            row=row,
            point=text or "–",
            choices=choices(project, nearest_points(project, text)) or "–",
        )
    return found[0].id


def _reported(lines: list[Line]) -> Iterator[Reported]:
    seen: dict[tuple[str, ...], int] = {}
    for line in lines:
        _refuse_repeat(seen, (line.point, line.wave), line)
        fits = _range(line.metric)
        value = line.value("value", fits)
        yield Reported(
            point=line.point,
            wave=line.wave,
            n=int(line.value("n", _whole)),
            value=value,
            low=line.limit("low", below=value),
            high=line.limit("high", above=value),
        )


def _range(metric: Metric) -> Callable[[float], bool]:
    """Whether a figure can be one of the metric: NPS −100 to 100, shares 0 to 100, means within their scale."""
    low, high = sorted((metric.worst, metric.best))
    if metric.kind in ("nps", "net"):
        low, high = -100.0, 100.0
    elif metric.kind in (*SHARES, "csat", "smiley", "top"):
        low, high = 0.0, 100.0
    elif metric.kind not in SCALES:
        low, high = -math.inf, math.inf
    return lambda value: low <= value <= high


def _whole(value: float) -> bool:
    return value == int(value) and 0 < value <= MOST


def _counted(lines: list[Line], unused: UnusedAnswers, column: str, dated: bool) -> Tally:
    points = list(dict.fromkeys(line.point for line in lines))
    order = slash_order(line.cells["date"] for line in lines) if dated else ""
    tally = Tally(answers={point: [] for point in points})
    seen: dict[tuple[str, ...], int] = {}
    for line in lines:
        on = day(line.cells["date"], order) if dated else None
        if dated and on is None:
            raise Refusal("{file}, row {row}, {column}: {text} is not a day.", **line.place("date"))
        answer = answer_reader(line.metric, (), line.decimal)(line.cells["answer"])
        iso = on.isoformat() if on else ""
        _refuse_repeat(seen, (line.point, line.wave, str(answer), iso, line.cells["answer"].casefold()), line)
        count = int(line.value("count", lambda value: value == int(value) and 0 <= value <= MOST))
        if isinstance(answer, str):
            unused.add(ColumnUse(column=column, point=line.point), answer, line.number, line.cells["answer"], count)
        elif count:
            _append(tally, line, answer, iso, count)
    return tally


def _append(tally: Tally, line: Line, answer: float, iso: str, count: int) -> None:
    for point, answers in tally.answers.items():
        answers.append(answer if point == line.point else None)
    tally.waves.append(line.wave)
    tally.days.append(iso)
    tally.counts.append(count)
    tally.weights.append(float(count))
    tally.squares.append(float(count))


def _refuse_repeat(seen: dict[tuple[str, ...], int], key: tuple[str, ...], line: Line) -> None:
    first = seen.setdefault(key, line.number)
    if first != line.number:
        raise Refusal("{file}, row {row} repeats row {first}.", file=line.file, row=line.number, first=first)


def _account(
    table: TextRows, tally: Tally, lines: list[Line], places: dict[str, int], unused: UnusedAnswers
) -> Counted:
    used = {line.point: 0 for line in lines}
    for reported in tally.reported:
        used[reported.point] += reported.n
    for point, answers in tally.answers.items():
        counted = zip(answers, tally.counts, strict=True)
        used[point] += sum(count for answer, count in counted if answer is not None)
    taken = {*places.values(), *answer_columns(table.names).values()}
    return Counted(
        tally=tally,
        used=used,
        unused=unused.account(),
        rows=len(lines),
        sha256=table.sha256,
        encoding=table.encoding,
        delimiter=table.delimiter,
        decimal=table.decimal,
        sheet=table.sheet,
        header_row=table.header_row,
        columns_left=tuple(name for index, name in enumerate(table.names) if index not in taken),
        granularity=None,
    )
