"""What the keys do on the map: walk, select, move, feel, vote, begin names; Esc cancels, Space makes a hand.

The table at the end is what is bound, and what the sheet of shortcuts says.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymapper.desktop.canvas import walking
from journeymapper.desktop.canvas.steps import felt_step, moved_step, voted_step
from journeymapper.desktop.canvas.type_to_map import TypeToMap
from journeymapper.desktop.key_rows import KeyRow, KeyTable, Way, types
from journeymapper.desktop.session import Edit, Session
from journeymapper.model.messages import Message
from journeymapper.picture.primitives import Group, Picture


class Keyed(Protocol):
    """What the keys ask of the canvas."""

    @property
    def picture(self) -> Picture: ...
    def cancel(self) -> bool: ...
    def ask(self, command: str) -> None: ...
    def ask_menu(self) -> None: ...
    def reveal(self, element_id: str) -> None: ...


class Keyboard:
    """Looks a key up in the table; what is in none of its rows begins a name."""

    def __init__(self, session: Session, canvas: Keyed, typing: TypeToMap) -> None:
        self._session = session
        self._canvas = canvas
        self._typing = typing

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key did something here."""
        return TABLE.press(self, event) or (types(event) and self._write(event.text()))

    # the ways, each with whether it took the key

    def escape(self) -> bool:
        """End what is under way, or select nothing any more; else the window may have a use for the key."""
        if self._canvas.cancel():
            return True
        selected = bool(self._session.selection)
        self._session.select(())
        return selected

    def walk(self, where: Callable[[Session, int], str], by: int, *, stretching: bool) -> bool:
        """Select what is there, with all on the way to it where the selection is stretched."""
        key = where(self._session, by)
        return self._select(walking.stretched(self._session, key) if stretching else (key,))

    def climb(self, where: Callable[[Session, Sequence[Group]], str]) -> bool:
        """Select what is above or below on the map."""
        return self._select((where(self._session, self._canvas.picture.groups),))

    def move(self, by: int) -> bool:
        """Move what is selected one place."""
        if self._edit(Message("Move"), moved_step(self._session, by)):
            self._canvas.reveal(self._session.selection[0])
        return True

    def feel(self, by: int) -> bool:
        """Lift or lower the feeling at what is selected."""
        self._edit(Message("Change feeling"), felt_step(self._session, by))
        return True

    def follow(self, key: Qt.Key) -> bool:
        """Go on to the next card or stage; where there is no journey, begin one."""
        if self._session.view.journey in self._session.project.journeys:
            self._typing.follow(key)
        elif key == Qt.Key.Key_Enter and not self._session.read_only:
            self._canvas.ask("add-journey")
        return True

    def vote(self, by: int) -> bool:
        """Count a vote for what is selected, while votes are counted."""
        if not self._session.view.voting:
            return False
        self._edit(Message("Vote"), voted_step(self._session, by))
        return True

    def ask(self, command: str) -> bool:
        """Run a command of the window."""
        self._canvas.ask(command)
        return True

    def menu(self) -> bool:
        """Open the menu of what is selected."""
        self._canvas.ask_menu()
        return True

    def _select(self, ids: tuple[str, ...]) -> bool:
        if ids[0]:
            self._session.select(ids)
            self._canvas.reveal(ids[0])
        return True

    def _write(self, text: str) -> bool:
        self._typing.write(text)
        return True

    def _edit(self, name: Message, edit: Edit | None) -> bool:
        if edit is None or self._session.read_only:
            return False
        self._session.apply(name, edit)
        return True


def _walks(where: Callable[[Session, int], str], back: str, on: str, *, stretching: bool = False) -> dict[str, Way]:
    return {key: partial(Keyboard.walk, where=where, by=by, stretching=stretching) for key, by in ((back, -1), (on, 1))}


ROWS: Sequence[KeyRow] = (
    KeyRow(Message("To the next or the previous card or stage"), _walks(walking.along, "Left", "Right")),
    KeyRow(
        Message("Up to the stage, down to its cards and to what hangs on them"),
        {"Up": partial(Keyboard.climb, where=walking.up), "Down": partial(Keyboard.climb, where=walking.down)},
    ),
    KeyRow(Message("To the first or the last"), _walks(walking.to_end, "Home", "End")),
    KeyRow(Message("A stage on or back"), _walks(walking.by_stage, "PgUp", "PgDown")),
    KeyRow(
        Message("Select all on the way"),
        _walks(walking.along, "Shift+Left", "Shift+Right", stretching=True)
        | _walks(walking.to_end, "Shift+Home", "Shift+End", stretching=True)
        | _walks(walking.by_stage, "Shift+PgUp", "Shift+PgDown", stretching=True),
    ),
    KeyRow(
        Message("Move what is selected"),
        {key: partial(Keyboard.move, by=-1) for key in ("Alt+Left", "Alt+Up")}
        | {key: partial(Keyboard.move, by=1) for key in ("Alt+Right", "Alt+Down")},
    ),
    KeyRow(Message("Next touchpoint"), {"Enter": partial(Keyboard.follow, key=Qt.Key.Key_Enter)}),
    KeyRow(
        Message("Into the next stage, after the last one a new stage; back"),
        {
            "Tab": partial(Keyboard.follow, key=Qt.Key.Key_Tab),
            "Shift+Tab": partial(Keyboard.follow, key=Qt.Key.Key_Backtab),
        },
    ),
    KeyRow(
        Message("Lift or lower the feeling"),
        {"Ctrl+Up": partial(Keyboard.feel, by=1), "Ctrl+Down": partial(Keyboard.feel, by=-1)},
    ),
    KeyRow(Message("The commands for what is selected"), {"Shift+F10": Keyboard.menu}),
    KeyRow(Message("Quick entry"), {":": partial(Keyboard.ask, command="quick-entry")}, signs=True),
    KeyRow(Message("Split the card in two"), {"/": partial(Keyboard.ask, command="split-card")}, signs=True),
    KeyRow(
        Message("Count a vote or take one back, while votes are counted"),
        {"+": partial(Keyboard.vote, by=1)} | {sign: partial(Keyboard.vote, by=-1) for sign in "−-"},
        signs=True,
    ),
    KeyRow(Message("Cancel; then select nothing"), {"Esc": Keyboard.escape}),
)  # fmt: skip


TABLE = KeyTable(ROWS)
