"""Buttons as dialogs and pages have them."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


def push_button(name: str, words: str, press: Callable[[], object], *, look: str = "") -> QPushButton:
    """A button that Enter presses only where it has the keyboard; `look` is what the stylesheet knows it by."""
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    if look:
        button.setProperty("look", look)
    button.clicked.connect(lambda _checked=False: press())
    return button
