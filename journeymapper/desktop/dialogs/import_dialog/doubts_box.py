"""The questions that are still open, and that somebody has looked at them all the same."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language
from journeymapper.model.sources import Doubtful


class DoubtsBox(QWidget):
    """Asks until all questions are answered or have been checked; `said` when that is said, `wanted` with a column."""

    said = Signal()
    wanted = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._doubts: tuple[Doubtful, ...] = ()
        text = language.text
        self._words = plain_label("", "error")
        self._words.setObjectName("open-doubts")
        self._words.setWordWrap(True)
        self._checked = QCheckBox(text("I have checked it: take it as it stands"))
        self._checked.setObjectName("checked")
        self._checked.toggled.connect(self.said)
        self._show = push_button("show-doubt", text("Show the column"), self._want, look="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._show)
        row.addWidget(self._checked)
        self.hide()

    @property
    def answered(self) -> bool:
        """Whether nothing is open, or somebody has checked what is."""
        return not self._doubts or self._checked.isChecked()

    def ask(self, doubts: Sequence[Doubtful]) -> None:
        """Ask these questions; other ones than before have not been checked."""
        if tuple(doubts) != self._doubts:
            self._doubts = tuple(doubts)
            blocked = self._checked.blockSignals(True)
            self._checked.setChecked(False)
            self._checked.blockSignals(blocked)
        said = dict.fromkeys(self._language.message(doubt.message) for doubt in doubts)
        columns = ", ".join(dict.fromkeys(doubt.column for doubt in doubts))
        several = self._language.plural(
            "{n} question is open: {columns}", "{n} questions are open: {columns}", len(said), columns=columns
        )
        self._words.setText(several if len(said) > 1 else "".join(said))
        self.setVisible(bool(doubts))

    def _want(self) -> None:
        self.wanted.emit(self._doubts[0].column)
