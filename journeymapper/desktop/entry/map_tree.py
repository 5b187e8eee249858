"""The tree of what a map file would become: walked through with the keys, journeys ticked where there are several."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from journeymapper.desktop.entry.map_rows import MapRow
from journeymapper.desktop.labels import plain_tip
from journeymapper.language.language import Language

WIDEST = (60, 26, 8, 26, 40, 80)
"""Letters that each column takes at most."""
MEASURED = 300
"""Rows that are looked at to find how wide a column is."""
OPEN = 250
"""Rows up to which several journeys are open at once; of more, their names are seen."""
YES, NO = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class MapTree(QTreeWidget):
    """Journeys, stages and touchpoints; a column of which no row says anything is not shown."""

    chosen_changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self.setObjectName("map-tree")
        self.setAccessibleName(text("What will be made"))
        self.setProperty("look", "columns")
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHeaderLabels(
            [text("Touchpoints"), text("Channels"), text("Feeling"), text("Personas"), text("Measured by"),
             text("In the lanes")]
        )  # fmt: skip
        self.header().setSectionsMovable(False)
        self.header().setResizeContentsPrecision(MEASURED)
        self.itemChanged.connect(lambda _item, _column: self.chosen_changed.emit())

    def show_rows(self, rows: Sequence[MapRow], ticked: Collection[int]) -> None:
        """Show another map, or none; where there are several journeys, those at some places ticked."""
        items = [_item(row, 2) for row in rows]
        every = list(_all(rows))
        blocked = self.blockSignals(True)
        self.clear()
        self.addTopLevelItems(items)
        for place, item in enumerate(items):
            if len(items) > 1:
                item.setCheckState(0, YES if place in ticked else NO)
        if len(items) == 1 or len(every) <= OPEN:
            self.expandAll()
        self.blockSignals(blocked)
        self._fit_columns(every)

    def tick(self, *, ticked: bool) -> None:
        """Tick all journeys, or none."""
        blocked = self.blockSignals(True)
        for item in self._journeys():
            item.setCheckState(0, YES if ticked else NO)
        self.blockSignals(blocked)
        self.chosen_changed.emit()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places of the journeys that are ticked; of the only one there is."""
        journeys = self._journeys()
        return tuple(place for place, one in enumerate(journeys) if len(journeys) == 1 or one.checkState(0) == YES)

    def _journeys(self) -> list[QTreeWidgetItem]:
        items = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _fit_columns(self, rows: Sequence[MapRow]) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for column, widest in enumerate(WIDEST):
            self.setColumnHidden(column, column > 0 and not any(row.cells[column] for row in rows))
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, min(self.columnWidth(column) + letter, letter * widest))


def _item(row: MapRow, weight: int) -> QTreeWidgetItem:
    """A row with those below it; journeys and stages stand out."""
    item = QTreeWidgetItem(list(row.cells))
    for column, words in enumerate(row.cells):
        if words:
            item.setToolTip(column, plain_tip(words))
    if weight:
        font = QFont()
        font.setWeight(QFont.Weight.Bold if weight > 1 else QFont.Weight.DemiBold)
        item.setFont(0, font)
    item.addChildren([_item(below, weight - 1) for below in row.below])
    return item


def _all(rows: Iterable[MapRow]) -> Iterable[MapRow]:
    for row in rows:
        yield row
        yield from _all(row.below)
