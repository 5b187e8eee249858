"""The table of what a column's answers mean, each with a box to say it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from journeymapper.desktop.dialogs.import_dialog.meaning import NO_ANSWER, UNREAD, Meaning, keys_of
from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.desktop.dialogs.import_dialog.words import shortened
from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.language.language import Language
from journeymapper.model.measurement import Metric
from journeymapper.results.answers import SHARES

LONGEST = 40


class MeaningBox(QWidget):
    """`told` carries an answer and the key of what it means."""

    told = Signal(str, str)

    def __init__(self, column: str, metric: Metric, language: Language) -> None:
        super().__init__()
        self._column, self._metric, self._language = column, metric, language
        self._boxes: dict[str, CalmBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(2, 4)

    def show_meanings(self, meanings: Sequence[Meaning]) -> None:
        """Show what is meant now; the boxes stay, so that the keyboard does."""
        for meaning in meanings:
            if meaning.text not in self._boxes:
                self._add(meaning)
            self._boxes[meaning.text].choose(meaning.key)

    def _add(self, meaning: Meaning) -> None:
        row, language = len(self._boxes), self._language
        words = f"{meaning.text} ({meaning.label})" if meaning.label else meaning.text
        name = plain_label(shortened(words, LONGEST))
        set_plain_tip(name, words)
        count = plain_label(f"{language.number(meaning.count)} ×", "quiet")
        box = CalmBox()
        box.setObjectName(f"meaning {meaning.text} {self._column}")
        box.setAccessibleName(language.text("What “{answer}” means", answer=words))
        for key, label in self._choices(meaning):
            box.addItem(label, key)
        box.currentIndexChanged.connect(lambda _: self.told.emit(meaning.text, str(box.currentData())))
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(box, row, 2)
        self._boxes[meaning.text] = box

    def _choices(self, meaning: Meaning) -> list[tuple[str, str]]:
        text, metric = self._language.text, self._metric
        if metric.kind in SHARES:
            words = {
                "1": text("counted: {what}", what=", ".join(metric.counted) or text("yes")),
                "0": text("not counted"),
            }
        else:
            words = {key: self._language.number(float(key)) for key in keys_of(metric)}
        unread = [] if meaning.speaks else [(UNREAD, text("not said, not used"))]
        return [*unread, *words.items(), (NO_ANSWER, text("no answer"))]
