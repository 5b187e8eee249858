"""A row that can be pressed: words on the left, cut where they are too long, a figure on the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from journeymapper.desktop.labels import plain_label, set_plain_tip

ROOM = 8


class RowButton(QPushButton):
    """A button whose words are shown as they are written."""

    def __init__(self, words: str, figure: str, name: str) -> None:
        super().__init__()
        self._words = words
        self._left, self._right = plain_label(words), plain_label(figure, "quiet")
        self.setObjectName(name)
        self.setProperty("look", "row")
        self.setAccessibleName(": ".join(part for part in (words, figure) if part))
        set_plain_tip(self, self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(ROOM)
        for label in (self._left, self._right):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._left.setMinimumWidth(1)
        row.addWidget(self._left, 1)
        row.addWidget(self._right)

    def sizeHint(self) -> QSize:
        """A line with air."""
        return QSize(120, self.fontMetrics().height() + 14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room there is."""
        super().resizeEvent(event)
        room = self.width() - 20 - ROOM - self._right.sizeHint().width()
        self._left.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 20)))
