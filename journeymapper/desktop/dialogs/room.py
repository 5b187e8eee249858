"""How large a dialog may be."""

from PySide6.QtWidgets import QWidget

SHARE = 0.92
"""Of the screen: there is room for the frame, and the window behind is still seen."""


def resize_within_screen(dialog: QWidget, size: tuple[int, int]) -> None:
    """As large as it would like to be, where the screen is large enough."""
    room = dialog.screen().availableSize() * SHARE
    dialog.resize(min(size[0], room.width()), min(size[1], room.height()))
