"""A column's answers as small bars: enough to see a scale, a stray code and how much is blank."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.desktop.labels import set_plain_tip
from journeymapper.language.language import Language
from journeymapper.results.clean import number
from journeymapper.results.inspection import ColumnFacts

TIP_LINES = 12


class Distribution(QWidget):
    """Bars of a column's commonest values: numbers in their order, words by how common they are."""

    def __init__(self, facts: ColumnFacts, decimal: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = ordered_counts(facts, decimal) if facts.kind in ("scale", "number", "choice") else ()
        listed = ", ".join(f"{value}: {language.number(count)}" for value, count in self._bars)
        self.setAccessibleName(language.text("Distribution of {column}", column=facts.name))
        self.setAccessibleDescription(listed)
        lines = [f"{value}: {language.number(count)}" for value, count in self._bars[:TIP_LINES]]
        examples = [language.text("For example: {examples}", examples=", ".join(facts.examples))]
        set_plain_tip(self, "\n".join(lines or examples))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as a few letters of the platform's type."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 14, metrics.height() * 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bars over their base line."""
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), palette.color(QPalette.ColorRole.Mid))
        if not self._bars:
            return
        most = max(count for _, count in self._bars)
        step = box.width() / max(len(self._bars), 5)
        colour = palette.color(QPalette.ColorRole.Highlight)
        for place, (_, count) in enumerate(self._bars):
            height = max((box.height() - 2) * count / most, 1.5)
            bar = QRectF(box.left() + place * step, box.bottom() - 1 - height, max(step - 2, 1.5), height)
            painter.fillRect(bar, colour)


def ordered_counts(facts: ColumnFacts, decimal: str) -> tuple[tuple[str, int], ...]:
    """The commonest values: numbers from the smallest, then texts from the commonest."""
    numbers = [(value, pair) for pair in facts.counts if (value := number(pair[0], decimal)) is not None]
    texts = [pair for pair in facts.counts if number(pair[0], decimal) is None]
    return (*(pair for _, pair in sorted(numbers, key=lambda each: each[0])), *texts)
