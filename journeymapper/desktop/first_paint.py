"""Putting off what nobody sees until what is seen is painted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


def after_paint(widget: QWidget, then: Callable[[], None]) -> None:
    """Call something once, as soon as the widget has been painted; never if it is gone before."""
    widget.installEventFilter(_Watch(widget, then))


class _Watch(QObject):
    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then = then

    def eventFilter(self, watched: QObject, event: "QEvent") -> bool:
        """Let everything through; the first paint is followed by what was put off."""
        if isinstance(event, QPaintEvent):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._run)
        return False

    def _run(self) -> None:
        self.deleteLater()
        self._then()
