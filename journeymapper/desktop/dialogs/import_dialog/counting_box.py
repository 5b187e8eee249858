"""Whether a cell holds an answer or the number of such answers, as terminals and web statistics write them."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language
from journeymapper.model.sources import ColumnUse

ANSWER, COUNT, TOTAL = "answer", "count", "total"


class CountingBox(QWidget):
    """A box of the three readings, and a field for the answer that is counted; `counted` carries the new use."""

    counted = Signal(object)

    def __init__(self, use: ColumnUse, language: Language) -> None:
        super().__init__()
        self._use = use
        text = language.text
        self._box = CalmBox()
        self._box.setObjectName(f"cells {use.column}")
        self._box.setAccessibleName(text("What a cell of {column} holds", column=use.column))
        for key, words in (
            (ANSWER, text("an answer")),
            (COUNT, text("how many answered:")),
            (TOTAL, text("how many answered in all")),
        ):
            self._box.addItem(words, key)
        self._box.choose(TOTAL if use.total else COUNT if use.answer else ANSWER)
        self._answer = QLineEdit(use.answer)
        self._answer.setObjectName(f"answer {use.column}")
        self._answer.setAccessibleName(text("The answer that {column} counts", column=use.column))
        self._answer.setVisible(bool(use.answer))
        self._box.currentIndexChanged.connect(self._choose)
        self._answer.textEdited.connect(self._type)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(text("A cell holds"), "quiet"))
        row.addWidget(self._box, 1)
        row.addWidget(self._answer, 1)

    def _choose(self, _index: int) -> None:
        kind = self._box.currentData()
        self._answer.setVisible(kind == COUNT)
        answer = self._answer.text().strip() if kind == COUNT else ""
        if kind == COUNT and not answer:
            self._answer.setFocus()
        self._tell(answer, total=kind == TOTAL)

    def _type(self, words: str) -> None:
        self._tell(words.strip(), total=False)

    def _tell(self, answer: str, *, total: bool) -> None:
        self._use = msgspec.structs.replace(self._use, answer=answer, total=total)
        self.counted.emit(self._use)
