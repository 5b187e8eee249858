"""Outline, map and inspector side by side: as wide as the window allows, until somebody says how wide."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from journeymapper.desktop.preferences import PreferencesFile

RESTS_MS = 250
SIDE, INSPECTOR = (190, 260), (250, 330)
"""The least and the most that a panel takes of its own accord, in pixels."""
SHARES = 0.15, 0.2


def panel_widths(width: int) -> tuple[int, int, int]:
    """What outline, map and inspector take of a window: on a small one the map gives way last."""
    side = round(min(max(SHARES[0] * width, SIDE[0]), SIDE[1]))
    inspector = round(min(max(SHARES[1] * width, INSPECTOR[0]), INSPECTOR[1]))
    return side, max(width - side - inspector, 0), inspector


class PanelSplitter(QSplitter):
    """Remembers the widths that were dragged; the map takes the room that a larger window brings."""

    def __init__(self, panels: tuple[QWidget, QWidget, QWidget], preferences: PreferencesFile) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._preferences = preferences
        self._rests = QTimer(self)  # each move would be written to the disk
        self._rests.setSingleShot(True)
        self._rests.setInterval(RESTS_MS)
        self._rests.timeout.connect(lambda: preferences.change(panels=tuple(self.sizes())))
        for panel in panels:
            self.addWidget(panel)
        self.setHandleWidth(1)
        self.setStretchFactor(1, 1)
        self.setCollapsible(1, False)
        if kept := preferences.value.panels:
            self.setSizes(list(kept))
        self.splitterMoved.connect(self._rests.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Nobody has dragged a panel yet: they follow the window."""
        if not self._preferences.value.panels and not self._rests.isActive():
            self.setSizes(list(panel_widths(event.size().width())))
        super().resizeEvent(event)
