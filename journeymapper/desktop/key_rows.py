"""Keys that are no commands of the menus, as a table: what is bound, and what the sheet of shortcuts says of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from journeymapper.model.messages import Message

ALIKE = {Qt.Key.Key_Return: Qt.Key.Key_Enter, Qt.Key.Key_Backtab: Qt.Key.Key_Tab}
"""Keys that come under two names: of Enter there are two on a keyboard, and Shift+Tab has one of its own."""

Way = Callable[..., bool]


class KeyRow(NamedTuple):
    """What some keys do in words, and each key's way; keys as QKeySequence reads them, or typed `signs`.

    A way is called with the object that has the keyboard, and says whether it took the key.
    """

    words: Message
    ways: Mapping[str, Way]
    signs: bool = False


class KeyTable:
    """Finds the way of a key."""

    def __init__(self, rows: Sequence[KeyRow]) -> None:
        self.rows = rows
        self._keys = {key: way for row in rows if not row.signs for key, way in row.ways.items()}
        self._signs = {sign: way for row in rows if row.signs for sign, way in row.ways.items()}

    def press(self, owner: Any, event: QKeyEvent) -> bool:
        """Whether the key is bound and was taken."""
        way = self._keys.get(key_of(event)) or (self._signs.get(event.text()) if types(event) else None)
        return way is not None and way(owner)


def key_of(event: QKeyEvent) -> str:
    """The key with its modifiers as the tables write it, wherever on the keyboard it is."""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Backtab:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    combination = QKeyCombination(modifiers, ALIKE.get(key, key))
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)


def types(event: QKeyEvent) -> bool:
    """Whether a key types something: no command, no control character, no bare space."""
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & commands
