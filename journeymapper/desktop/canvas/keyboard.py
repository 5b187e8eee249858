"""What the keys do on the map: walk, move, feel, vote, begin names; Esc cancels, Space makes a hand."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymapper.desktop.canvas.editor import ENDS
from journeymapper.desktop.canvas.steps import felt_step, moved_step, neighbour, voted_step
from journeymapper.desktop.canvas.type_to_map import TypeToMap, begins_a_name
from journeymapper.desktop.session import Edit, Session
from journeymapper.model.messages import Message

ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
FEELINGS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
VOTES = {"+": 1, "-": -1, "−": -1}
ASKED = {":": "quick-entry", "/": "split-card"}


class Keyed(Protocol):
    """What the keys ask of the canvas."""

    def cancel(self) -> None: ...
    def ask(self, command: str) -> None: ...
    def reveal(self, element_id: str) -> None: ...


class Keyboard:
    """Tries one way after the other; the first that knows the key takes it."""

    def __init__(self, session: Session, canvas: Keyed, typing: TypeToMap) -> None:
        self._session = session
        self._canvas = canvas
        self._typing = typing
        self._ways: tuple[Callable[[QKeyEvent], bool], ...] = (
            self._escape, self._feel, self._walk, self._follow, self._vote, self._ask, self._write,
        )  # fmt: skip

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key did something here."""
        return any(way(event) for way in self._ways)

    def _escape(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            return False
        self._canvas.cancel()
        return True

    def _feel(self, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) not in FEELINGS or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._edit(Message("Change feeling"), felt_step(self._session, FEELINGS[Qt.Key(event.key())]))
        return True

    def _walk(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key not in ARROWS:
            return False
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._session.select(neighbour(self._session, ARROWS[key]))
        elif self._edit(Message("Move"), moved_step(self._session, ARROWS[key])):
            self._canvas.reveal(self._session.selection[0])
        return True

    def _follow(self, event: QKeyEvent) -> bool:
        if event.key() not in ENDS:
            return False
        self._typing.follow(Qt.Key(event.key()))
        return True

    def _vote(self, event: QKeyEvent) -> bool:
        if not self._session.view.voting or event.text() not in VOTES:
            return False
        self._edit(Message("Vote"), voted_step(self._session, VOTES[event.text()]))
        return True

    def _ask(self, event: QKeyEvent) -> bool:
        if event.text() not in ASKED:
            return False
        self._canvas.ask(ASKED[event.text()])
        return True

    def _write(self, event: QKeyEvent) -> bool:
        if not begins_a_name(event):
            return False
        self._typing.write(event.text())
        return True

    def _edit(self, name: Message, edit: Edit | None) -> bool:
        if edit is None or self._session.read_only:
            return False
        self._session.apply(name, edit)
        return True
