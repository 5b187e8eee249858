"""Journeys beside each other, nested ones rolled up: which under-performs, and where the potential is."""

from collections.abc import Mapping

from journeymapper.analysis.portfolio import JourneyInPortfolio, portfolio
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.places import metric_of
from journeymapper.desktop.act.plots import Chart
from journeymapper.desktop.act.result_table import Cell, ResultTable, Row
from journeymapper.desktop.appearance import THEMES
from journeymapper.language.units import format_value, verdict_words
from journeymapper.model.find import name_of

INDENT = "\N{EM SPACE}"
Rows = Mapping[str, JourneyInPortfolio]


class PortfolioPage(ActPage):
    """The journeys in the order of the life cycle, each nested one below the journey that opens it."""

    def build(self) -> None:
        """The table and the potential as bars."""
        text = self.language.text
        self.table = ResultTable(self.session, "portfolio", (
            text("Journey"), text("The whole says"), text("Touchpoints measured"), text("Certainly below target"),
            text("Worst touchpoint"), text("Encounters a year"), text("of them below target"), text("Potential"),
        ))  # fmt: skip
        self.column.addWidget(self.table)
        self._caption = self.heading(text("Potential: encounters a year that a repair would reach"))
        self._chart = Chart("potential", 12, THEMES[self.session.view.theme], self.session.view.language)
        self.column.addWidget(self._chart)

    def fill(self) -> None:
        """Every journey, nested ones counted in with the one that opens them."""
        found = portfolio(self.session.project, self.session.scores())
        rows = {each.journey: each for each in found}
        order = _in_life_order(rows)
        self.table.show_rows([self._row(rows, key, depth) for key, depth in order])
        self._tell(found)
        self._draw([rows[key] for key, _ in order if rows[key].potential])

    def _tell(self, found: list[JourneyInPortfolio]) -> None:
        plural, text = self.language.plural, self.language.text
        reached = [each for each in found if each.potential]
        words = plural("{n} journey", "{n} journeys", len(found))
        if not reached:
            self.say(words, text("No journey has both a volume and a touchpoint that is certainly below target."))
            return
        most = max(reached, key=lambda each: each.potential or 0.0)
        self.say(text("Most potential: {journey}", journey=most.name), words)

    def _row(self, rows: Rows, key: str, depth: int) -> Row:
        language, each = self.language, rows[key]
        below = [rows[other] for other in _below(rows, key)]
        whole = [each, *below]
        touchpoints, measured = sum(one.touchpoints for one in whole), sum(one.measured for one in whole)
        gaps = sum(one.certain_gaps for one in whole)

        def number(value: float | None, words: str) -> Cell:
            return Cell("—" if value is None else words, value, right=True)

        name = f"{INDENT * depth}{each.name}"
        if below:
            nested = language.plural("with {n} nested journey", "with {n} nested journeys", len(below))
            name = f"{name} ({nested})"
        share, potential = each.volume_below, each.potential
        return key, [
            Cell(name), Cell(self._whole(each)),
            Cell(language.text("{n} of {all}", n=measured, all=touchpoints), float(measured), right=True),
            Cell(language.number(gaps), float(gaps), self._colour(gaps), right=True),
            Cell(name_of(self.session.project, each.worst) if each.worst else "—"),
            number(each.volume, language.number(each.volume or 0)),
            number(share, language.percent(share or 0.0)), number(potential, language.number(potential or 0.0)),
        ]  # fmt: skip

    def _whole(self, each: JourneyInPortfolio) -> str:
        """What was asked of the whole journey, with its verdict; never a mean of its touchpoints."""
        said = []
        for score in each.scores:
            if score.shown and score.value is not None:
                metric = metric_of(self.session, self.session.project.points[score.point])
                value = format_value(self.language, metric, score.value)
                said.append(f"{value}, {verdict_words(self.language, score.verdict, score.gap)}")
        return "; ".join(said) or self.language.text("not measured")

    def _colour(self, gaps: int) -> str:
        return THEMES[self.session.view.theme].certainly_worse if gaps else ""

    def _draw(self, found: list[JourneyInPortfolio]) -> None:
        from pyqtgraph import BarGraphItem

        for widget in (self._caption, self._chart):
            widget.setVisible(bool(found))
        if not found:
            return
        theme = THEMES[self.session.view.theme]
        plot = self._chart.clear(", ".join(each.name for each in found))
        places = [float(len(found) - place) for place in range(len(found))]
        widths = [each.potential or 0.0 for each in found]
        plot.addItem(BarGraphItem(x0=0, y=places, width=widths, height=0.5, brush=theme.accent, pen=theme.card))
        ticks = [(place, each.name[:34]) for place, each in zip(places, found, strict=True)]
        plot.getAxis("left").setTicks([ticks])
        plot.setYRange(0.4, len(found) + 0.6)


def _below(rows: Rows, key: str) -> list[str]:
    """The journeys nested in one, however deep, each once; a ring of journeys ends where it closes."""
    found: dict[str, None] = {}
    ahead = list(rows[key].nested)
    while ahead:
        other = ahead.pop(0)
        if other in rows and other not in found and other != key:
            found[other] = None
            ahead += rows[other].nested
    return list(found)


def _in_life_order(rows: Rows) -> list[tuple[str, int]]:
    """The journeys with their depth: nested ones below what opens them first, all others at the top."""
    nested = {other for each in rows.values() for other in each.nested}
    order: dict[str, int] = {}

    def place(key: str, depth: int) -> None:
        if key in rows and key not in order:
            order[key] = depth
            for other in rows[key].nested:
                place(other, depth + 1)

    for key in rows:
        if key not in nested:
            place(key, 0)
    for key in rows:  # journeys that open each other in a ring
        place(key, 0)
    return list(order.items())
