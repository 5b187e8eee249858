"""Headings and labels of the results."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from journeymapper.desktop.labels import plain_label


def caption(words: str) -> QLabel:
    """A heading in capitals; the text itself stays as it is."""
    label = wrapped(plain_label(words, "caption"))
    font = QFont(label.font())
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    label.setFont(font)
    label.setContentsMargins(0, 8, 0, 0)
    return label


def wrapped(label: QLabel) -> QLabel:
    """A label that breaks its lines and widens nothing."""
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
