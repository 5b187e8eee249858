"""The differences as a list, grouped by their kind; those that are ticked will be taken over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from journeymapper.desktop.compare.words import KINDS, heading, kind_words, name_words, what_words
from journeymapper.desktop.labels import plain_tip
from journeymapper.language.language import Language
from journeymapper.model.difference import Difference
from journeymapper.model.messages import Message

PLACE = Qt.ItemDataRole.UserRole


class DifferenceList(QTreeWidget):
    """Space ticks; a tick on a heading ticks all below it. Going to a line tells its place, a heading's is None."""

    shown = Signal(object)
    ticked = Signal(int)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._differences: Sequence[Difference] = ()
        self._lines: list[QTreeWidgetItem] = []
        self.setObjectName("differences")
        self.setAccessibleName(language.text("Differences"))
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.currentItemChanged.connect(self._show_current)
        self.itemChanged.connect(lambda *_: self.ticked.emit(len(self.chosen())))

    def fill(self, differences: Sequence[Difference], *, back: bool = False) -> None:
        """Show other differences, none of them ticked; told `back` to the document where they are."""
        self.blockSignals(True)
        self.clear()
        self._differences, self._lines = differences, []
        for kind in KINDS:
            places = [place for place, one in enumerate(differences) if one.kind == kind]
            if places:
                self._fill_group(heading(kind, back=back), places)
        self.expandAll()
        self.blockSignals(False)
        self.ticked.emit(0)

    def chosen(self) -> list[int]:
        """The places of the ticked differences among all."""
        return sorted(item.data(0, PLACE) for item in self._lines if item.checkState(0) == Qt.CheckState.Checked)

    def _fill_group(self, title: Message, places: list[int]) -> None:
        words = self._language.message(title)
        group = QTreeWidgetItem([f"{words} ({self._language.number(len(places))})"])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        self.addTopLevelItem(group)
        for place in places:
            line = self._line(place)
            group.addChild(line)
            self._lines.append(line)
        group.setCheckState(0, Qt.CheckState.Unchecked)

    def _line(self, place: int) -> QTreeWidgetItem:
        one = self._differences[place]
        name = f"{kind_words(one, self._language)}: {name_words(one)}"
        what = what_words(one, self._language)
        item = QTreeWidgetItem(["\n".join(filter(None, (name, what)))])
        item.setData(0, PLACE, place)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        item.setToolTip(0, plain_tip(f"{one.before}\n→\n{one.after}" if one.field else name))
        return item

    def _show_current(self, item: QTreeWidgetItem | None) -> None:
        self.shown.emit(item.data(0, PLACE) if item is not None else None)
