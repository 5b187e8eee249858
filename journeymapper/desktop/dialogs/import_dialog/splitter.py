"""Parts of the dialog with a movable line between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """The parts beside or above each other; none can be pushed away altogether."""
    made = QSplitter(orientation)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    for part in parts:
        made.addWidget(part)
    return made
