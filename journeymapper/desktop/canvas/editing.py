"""Text edited in place: names, the two names of a card that is split, what a lane's cell says."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip

from journeymapper.desktop.canvas.cell_texts import cell_text
from journeymapper.desktop.canvas.editor import NameEditor
from journeymapper.desktop.labels import plain_tip
from journeymapper.desktop.naming import name_of, renamed
from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.messages import Message, Refusal
from journeymapper.picture.primitives import Group

if TYPE_CHECKING:
    from journeymapper.desktop.canvas.widget import MapCanvas

SLASH = " / "
STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class TextEditing:
    """One editor at a time over the canvas."""

    def __init__(self, session: Session, canvas: "MapCanvas") -> None:
        self._session = session
        self._canvas = canvas
        self._editor: NameEditor | None = None

    def name(self, group: Group, text: str | None = None) -> NameEditor | None:
        """Edit an element's name over its group, begun with `text`; None for an element without a name."""
        name = name_of(self._session.project, group.owner)
        if name is None:
            return None
        words = self._session.view.language.text("Name")
        editor = self._opened(group, name, words, lambda new: self._rename(group.owner, new))
        if text is not None:
            editor.begin_with(text)
        return editor

    def two_names(self, group: Group) -> None:
        """Edit a card's name into two, with a slash between them."""
        name = name_of(self._session.project, group.owner) or ""
        words = self._session.view.language.text("Two names with / between them")
        editor = self._opened(group, "", words, lambda new: self._split(group.owner, new))
        editor.begin_with(name if SLASH in name else f"{name}{SLASH}")

    def cell(self, group: Group) -> bool:
        """Edit what a lane says of a touchpoint; whether there is anything to edit. Tab goes on along the lane."""
        found = cell_text(self._session.project, group.owner, group.part)
        if found is None:
            return False
        words = f"{name_of(self._session.project, group.owner)}: {group.part}"
        name = Message("Change text")
        editor = self._opened(
            group,
            found.text,
            words,
            lambda new: self._apply(name, lambda project: found.write(project, new)),
            free=True,
        )
        editor.followed = lambda key: self._beside(group, STEPS.get(key, 0))
        return True

    def _beside(self, group: Group, by: int) -> None:
        lane = [one for one in self._canvas.picture.groups if one.part == group.part]
        place = next((index for index, one in enumerate(lane) if one.owner == group.owner), -1) + by
        if by and 0 <= place < len(lane):
            self._session.select((lane[place].owner,))
            self._canvas.reveal(lane[place].owner)
            self.cell(lane[place])

    def close(self, *, take: bool) -> None:
        """End the editor that is open."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.finish(take=take)

    def _opened(
        self, group: Group, text: str, words: str, taken: Callable[[str], bool], *, free: bool = False
    ) -> NameEditor:
        self.close(take=True)
        self._editor = NameEditor(text, words, taken, self._canvas, free=free)
        self._editor.open_over(self._canvas.box(group))
        return self._editor

    def _rename(self, element_id: str, text: str) -> bool:
        return self._apply(Message("Rename"), lambda project: renamed(project, element_id, text))

    def _split(self, touchpoint: str, text: str) -> bool:
        first, slash, second = (part.strip() for part in text.partition("/"))
        if not (first and slash and second):
            self._tell(Refusal("Write a / between the two names."))
            return False
        split = partial(
            edits.split_touchpoint, touchpoint_id=touchpoint, names=(first, second), new_id=new_id("touchpoint")
        )
        return self._apply(Message("Split in two"), split)

    def _apply(self, name: Message, edit: Edit) -> bool:
        """Whether it is so now; a tip says why not."""
        try:
            self._session.apply(name, edit)
        except Refusal as refusal:
            self._tell(refusal)
            return False
        return True

    def _tell(self, refusal: Refusal) -> None:
        place = self._canvas.mapToGlobal(self._canvas.rect().center())
        QToolTip.showText(place, plain_tip(self._session.view.language.message(refusal.message)), self._canvas)
