"""The map over the whole screen: no menus, no bar, no panels; F11 or Esc brings them back as they were."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

AROUND = ("choices", "side", "inspector", "plan-dock")
DECIDED = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
NO_LIMIT = 16_777_215


class FullScreen(QObject):
    """One for a window; what stands around the map is found by its names, also after it was built anew."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self.on = False
        window.installEventFilter(self)

    def toggle(self) -> None:
        """The map alone, or all as it was before."""
        if self.on:
            self.leave()
        else:
            self.on = True
            self._window.showFullScreen()
            self.clear_away()

    def clear_away(self) -> None:
        """Hide what stands around the map; shortcuts need a menu bar that is there, so that has no height instead."""
        if not self.on:
            return
        parts = [part for name in AROUND for part in self._window.findChildren(QWidget, name)]
        for part in (*parts, self._window.statusBar()):
            if not (part.isHidden() and part.testAttribute(DECIDED)):  # one that was just made is hidden as well
                self._hidden.append(part)
            part.hide()
        self._window.menuBar().setMaximumHeight(0)

    def leave(self) -> None:
        """All as it was before."""
        if not self.on:
            return
        self.on = False
        self._window.menuBar().setMaximumHeight(NO_LIMIT)
        for part in self._hidden:
            if shiboken6.isValid(part):
                part.show()
        self._hidden = []
        self._window.showNormal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc that nobody else had a use for."""
        pressed = self.on and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return super().eventFilter(watched, event)


def full_screen_of(window: QMainWindow) -> FullScreen:
    """The one of a window."""
    return window.findChild(FullScreen) or FullScreen(window)
