"""What the project holds already of the same answers, and whether it gives way or both are counted."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from journeymapper.desktop.dialogs.import_dialog.outlook import Outlook
from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language
from journeymapper.model.sources import ResultSet
from journeymapper.results.recurring import Recurring
from journeymapper.results.rivals import Rival

Way = Literal["", "replace", "add"]
MOST_NAMED = 4


class RivalsBox(QWidget):
    """Asks until somebody has said what is to be done; `chosen` when that is said otherwise."""

    chosen = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._asked: tuple[str, ...] = ()
        text = language.text
        self._words = plain_label("", "error")
        self._words.setObjectName("rivals")
        self._words.setWordWrap(True)
        self._replace = QRadioButton(text("Replace what is there"))
        self._replace.setObjectName("replace")
        self._add = QRadioButton(text("Add to it: these are other answers"))
        self._add.setObjectName("add")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        for button in (self._replace, self._add):
            self._group.addButton(button)
            button.toggled.connect(self._tell)
            row.addWidget(button)
        self.hide()

    @property
    def way(self) -> Way:
        """What was chosen, "" as long as nothing is."""
        return "replace" if self._replace.isChecked() else "add" if self._add.isChecked() else ""

    def forget(self) -> None:
        """Another file: nothing has been said of it."""
        self._asked = ()
        self._choose("")
        self.hide()

    def ask(self, outlook: Outlook) -> None:
        """Ask about other imports than before."""
        keys = tuple(rival.result_set.id for rival in outlook.rivals)
        if keys != self._asked:
            self._asked = keys
            self._choose("")
        rows = {one.result_set.id: one for one in outlook.again}
        new = outlook.imported.result_set
        self._words.setText(
            "\n".join(self._sentence(rival, new, rows.get(rival.result_set.id)) for rival in outlook.rivals)
        )
        self.setVisible(bool(outlook.rivals))

    def _choose(self, way: Way) -> None:
        self._group.setExclusive(False)
        for button, own in ((self._replace, "replace"), (self._add, "add")):
            blocked = button.blockSignals(True)
            button.setChecked(own == way)
            button.blockSignals(blocked)
        self._group.setExclusive(True)

    def _tell(self, checked: bool) -> None:
        if checked:
            self.chosen.emit()

    def _sentence(self, rival: Rival, new: ResultSet, again: Recurring | None) -> str:
        """What is there, how much of it seems to come again, and what else it holds."""
        text = self._language.text
        parts = [self._what_is_there(rival, new)]
        if again and not rival.same_file:
            rows, of = self._language.number(again.again), self._language.number(again.rows)
            parts.append(text("{again} of its {rows} rows seem to be in this file again.", again=rows, rows=of))
        if lost := _listed([*rival.points, *rival.waves]):
            parts.append(text("In its place goes also what only it has: {what}.", what=lost))
        return " ".join(parts)

    def _what_is_there(self, rival: Rival, new: ResultSet) -> str:
        text, old = self._language.text, rival.result_set
        day = self._language.date(old.account.read_on)
        if rival.same_file:
            return text(
                "This file is in the project already, imported on {day}: to add it counts every answer twice.", day=day
            )
        if not rival.shared:
            return text("{file}, imported on {day}, is an event log too.", file=old.account.file, day=day)
        return text(
            "{file}, imported on {day}, has answers for {points} in {waves} already.",
            file=old.account.file,
            day=day,
            points=_listed(rival.shared),
            waves=_listed([wave for wave in new.waves if wave in old.waves]),
        )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
