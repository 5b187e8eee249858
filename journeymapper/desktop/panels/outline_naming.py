"""Mapping in the outline by keyboard, as on the map: Enter is the next touchpoint, named here; Alt and arrows move."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate

from journeymapper.desktop.canvas.steps import moved_step
from journeymapper.desktop.canvas.type_to_map import TypeToMap
from journeymapper.desktop.key_rows import KeyRow, KeyTable
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message

if TYPE_CHECKING:
    from journeymapper.desktop.panels.outline import OutlineTree

Hint = QAbstractItemDelegate.EndEditHint
FOLLOWED = {
    Hint.SubmitModelCache: Qt.Key.Key_Enter,
    Hint.EditNextItem: Qt.Key.Key_Tab,
    Hint.EditPreviousItem: Qt.Key.Key_Backtab,
}


class OutlineNaming:
    """Knows whether the name being edited is a new element's: it goes on with Enter and Tab, or goes without one."""

    def __init__(self, session: Session, tree: "OutlineTree") -> None:
        self._session = session
        self._tree = tree
        self._typing = TypeToMap(session, tree)
        self._fresh = ""

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key did something here."""
        return self._tree.on_element() and TABLE.press(self, event)

    def begun(self, element_id: str) -> None:
        """The name of a new element is being edited."""
        self._fresh = element_id

    def ended(self, element_id: str, hint: Hint, *, given: bool) -> None:
        """A name was edited; `given` where the element has what was written."""
        fresh, self._fresh = self._fresh, ""
        if element_id != fresh:
            return
        if not given:
            self._typing.drop()
        elif hint in FOLLOWED:
            self._typing.follow(FOLLOWED[hint])

    def follow(self) -> bool:
        """A new touchpoint after the one here; anything else than a stage or a touchpoint is renamed."""
        self._typing.next_touchpoint()
        return True

    def move(self, by: int) -> bool:
        """Move what is selected one place."""
        edit = moved_step(self._session, by)
        if edit is not None and not self._session.read_only:
            self._session.apply(Message("Move"), edit)
        return True


ROWS: Sequence[KeyRow] = (
    KeyRow(Message("Next touchpoint"), {"Enter": OutlineNaming.follow}),
    KeyRow(
        Message("Move what is selected"),
        {key: partial(OutlineNaming.move, by=-1) for key in ("Alt+Up", "Alt+Left")}
        | {key: partial(OutlineNaming.move, by=1) for key in ("Alt+Down", "Alt+Right")},
    ),
)
TABLE = KeyTable(ROWS)
