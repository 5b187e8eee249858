"""Which wave the answers belong to: one label for the file, or periods of a column of dates."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from journeymapper.desktop.dialogs.import_dialog.choices import Choices
from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language

ONE = "one"


class WaveBox(QWidget):
    """`changed` carries the label and the period, None for one wave of that label."""

    changed = Signal(str, object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        text = language.text
        self._label = QLineEdit()
        self._label.setObjectName("wave")
        self._label.setAccessibleName(text("Wave"))
        self._label.setPlaceholderText(text("such as 2026 or 2026-Q2"))
        self._period = CalmBox()
        self._period.setMinimumContentsLength(14)
        self._period.setObjectName("period")
        self._period.setAccessibleName(text("Waves from the dates"))
        for key, words in (
            (ONE, text("one wave for the file")),
            ("month", text("a wave for each month")),
            ("quarter", text("a wave for each quarter")),
            ("half", text("a wave for each half-year")),
            ("year", text("a wave for each year")),
        ):
            self._period.addItem(words, key)
        self._from = plain_label("", "quiet")
        caption = QLabel(text("Wave"))
        caption.setProperty("look", "heading")
        caption.setBuddy(self._label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((caption, 0), (self._period, 2), (self._label, 1), (self._from, 2)):
            row.addWidget(widget, stretch)
        self._label.textEdited.connect(self._tell)
        self._period.currentIndexChanged.connect(self._tell)

    def show_choices(self, choices: Choices) -> None:
        """Show where the waves come from; an event log has none."""
        self.setVisible(not choices.log)
        dates, labels = choices.column_of("date"), choices.column_of("wave")
        text = self._language.text
        if _tidy(self._label.text()) != choices.wave:
            self._label.setText(choices.wave)
        self._period.choose(choices.period or ONE)
        self._period.setVisible(bool(dates) and not choices.aggregates)
        by_column = bool(labels) or (bool(dates) and choices.period is not None)
        self._label.setVisible(choices.aggregates or not by_column)
        words = text("from the column {column}", column=labels or dates) if by_column else ""
        self._from.setText(text("unless the file says otherwise") if choices.aggregates else words)

    def _tell(self) -> None:
        period = self._period.currentData()
        self.changed.emit(_tidy(self._label.text()), None if period == ONE else period)


def _tidy(text: str) -> str:
    return " ".join(text.split())
