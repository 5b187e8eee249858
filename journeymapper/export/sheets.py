"""Map, plan and results as an Excel workbook: real tables with filters, numbers as numbers, a chart, no formula."""

import io
from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from journeymapper.analysis.rollups import shown_score
from journeymapper.export.blocks import Grid, Part
from journeymapper.language.units import metric_label, verdict_words
from journeymapper.model.journey import Journey
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content, measure_name, place_name

if TYPE_CHECKING:
    from xlsxwriter import Workbook

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
MOST_TEXT = 32_000
MOST_WIDE = 60
MOST_HIGH = 400
Value = str | float | None


def workbook(content: Content, parts: Sequence[Part]) -> bytes:
    """The bytes of the XLSX; texts that users wrote are strings, whatever they begin with."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, SAFE)
    book.set_properties({"title": content.project.name[:250], "author": content.project.client[:250]})
    sheets = _Sheets(book, content)
    for journey in content.project.ordered_journeys():
        sheets.map(journey)
    sheets.results()
    for part in parts:
        sheets.part(part)
    book.close()
    return written.getvalue()


class _Sheets:
    """Fills the sheets of a workbook."""

    def __init__(self, book: "Workbook", content: Content) -> None:
        self.book, self.content = book, content
        self._names: set[str] = set()
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self._bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self._exact = book.add_format({"valign": "top", "num_format": "0.00"})
        self._count = book.add_format({"valign": "top", "num_format": "#,##0"})
        self._title = book.add_format({"bold": True, "font_size": 14})

    def map(self, journey: Journey) -> None:
        """A row a touchpoint: what the map tells of it."""
        text, project = self.content.language.text, self.content.project
        titles = (
            text("Stage"), text("Touchpoint"), text("Moment of truth"), text("Channels"), text("Expected feeling"),
            text("Importance"), text("Volume a year"), text("Expectation"), text("Function"), text("Owner"),
            text("Score"), text("Verdict"),
        )  # fmt: skip
        rows: list[tuple[Value, ...]] = []
        for stage in journey.ordered_stages():
            for key in stage.touchpoints:
                each = journey.touchpoints[key]
                score = shown_score(project, each, self.content.scores)
                shown = score is not None and score.shown
                channels = (project.channels[c].name if c in project.channels else c for c in each.channels)
                rows.append(
                    (
                        stage.name, each.name, "★" if each.moment_of_truth else "", ", ".join(channels), each.feeling,
                        each.importance, each.volume, each.expectation, each.function or stage.function, each.owner,
                        score.value if score is not None and shown else None,
                        verdict_words(self.content.language, score.verdict, score.gap) if score is not None else "",
                    )
                )  # fmt: skip
        self._sheet(text("Map: {journey}", journey=journey.name), journey.name, titles, rows)

    def results(self) -> None:
        """A row a point with every digit, and a chart of the gaps on 0–100."""
        content, text = self.content, self.content.language.text
        titles = (
            text("Point"), text("Place"), text("Measured"), text("Metric"), text("Wave"), text("n"), text("Value"),
            text("Low (95 %)"), text("High (95 %)"), text("Target"), text("Gap"), text("Gap on 0–100"), text("Verdict"),
            text("Owner"),
        )  # fmt: skip
        rows: list[tuple[Value, ...]] = []
        for point in content.project.ordered_points():
            score = content.score(point)
            gap = (
                score.score100 - score.target100 if score.score100 is not None and score.target100 is not None else None
            )
            rows.append(
                (
                    point.id, place_name(content, point), measure_name(content, point),
                    metric_label(content.language, content.metric(point)), score.wave, score.n, score.value, score.low,
                    score.high, score.target, score.gap, gap, verdict_words(content.language, score.verdict, score.gap),
                    point.owner,
                )
            )  # fmt: skip
        if not rows:
            return
        sheet, name = self._sheet(text("Results"), text("Results"), titles, rows)
        colours = [LIGHT.verdict_colour(content.score(point)) for point in content.project.ordered_points()]
        chart = self.book.add_chart({"type": "bar"})
        last = len(rows) + 2
        chart.add_series({"name": titles[11], "categories": [name, 3, 1, last, 1], "values": [name, 3, 11, last, 11],
                          "points": [{"fill": {"color": colour}} for colour in colours]})  # fmt: skip
        chart.set_title({"name": text("Gap to target on 0–100, negative is worse")})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True, "label_position": "low"})
        chart.set_size({"width": 760, "height": 60 + 24 * len(rows)})
        sheet.insert_chart(len(rows) + 5, 1, chart)

    def part(self, part: Part) -> None:
        """A section's tables, each on a sheet of its own."""
        for number, grid in enumerate(block for block in part.blocks if isinstance(block, Grid) and block.rows):
            title = part.heading.title if not number else f"{part.heading.title} ({number + 1})"
            name = part.heading.over or part.heading.title
            self._sheet(name if not number else f"{number + 1} {name}", title, grid.titles, grid.rows)

    def _sheet(self, name: str, title: str, titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> tuple[Any, str]:
        """A sheet with a title and a real table, its head frozen."""
        own = self._own_name(name)
        sheet = self.book.add_worksheet(own)
        sheet.write_string(0, 0, title[:MOST_TEXT], self._title)
        heads = _each_once(titles)
        last = max(1, len(rows))
        sheet.add_table(
            2, 0, 2 + last, len(heads) - 1,
            {"columns": [{"header": head, "header_format": self._bold} for head in heads],
             "style": "Table Style Light 1"},
        )  # fmt: skip
        for number, row in enumerate(rows, start=3):
            lines = max(_lines(value) for value in row)
            if lines > 1:  # not every program makes room for wrapped text by itself
                sheet.set_row(number, min(MOST_HIGH, 15 * lines))
            for place, value in enumerate(row):
                self._write(sheet, number, place, value)
        for place, head in enumerate(heads):
            longest = max([len(head), *(len(_seen(row[place])) for row in rows)])
            sheet.set_column(place, place, min(MOST_WIDE, longest + 3))
        sheet.freeze_panes(3, min(2, len(heads) - 1))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(2)
        return sheet, own

    def _write(self, sheet: Any, row: int, column: int, value: Value) -> None:
        if isinstance(value, str):
            sheet.write_string(row, column, value[:MOST_TEXT], self._wrap)
        elif value is not None:
            sheet.write_number(row, column, value, self._count if value == round(value) else self._exact)

    def _own_name(self, name: str) -> str:
        """A name that Excel allows and that no other sheet has."""
        bare = "".join(" " if c in "[]:*?/\\'" else c for c in name).strip() or "…"
        own, number = bare[:31], 2
        while own.casefold() in self._names or own.casefold() == "history":
            own, number = f"{bare[:27]} {number}", number + 1
        self._names.add(own.casefold())
        return own


def _lines(value: Value) -> int:
    """How many lines a text takes in the widest column."""
    return sum(ceil(max(1, len(line)) / MOST_WIDE) for line in value.split("\n")) if isinstance(value, str) else 1


def _seen(value: Value) -> str:
    """About what a cell shows: figures with two decimals."""
    return value if isinstance(value, str) else "" if value is None else f"{value:.2f}"


def _each_once(titles: Sequence[str]) -> list[str]:
    """Titles of columns, none blank and none twice, as a table in Excel needs them."""
    found: list[str] = []
    for title in titles:
        name = title or "·"
        while name.casefold() in (each.casefold() for each in found):
            name += " ·"
        found.append(name)
    return found
