"""Text edited in place: names, the two names of a card that is split, what a lane says or is to say of an element."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip
from shiboken6 import isValid

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.cell_texts import cell_text
from journeymapper.desktop.canvas.editor import NameEditor
from journeymapper.desktop.canvas.lane_cells import LaneCell
from journeymapper.desktop.canvas.type_to_map import TypeToMap
from journeymapper.desktop.labels import plain_tip
from journeymapper.desktop.lane_names import LANE_NAMES
from journeymapper.desktop.naming import LABEL, name_field, name_of, renamed
from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.messages import Message, Refusal
from journeymapper.picture.primitives import Group

if TYPE_CHECKING:
    from journeymapper.desktop.canvas.widget import MapCanvas

SLASH = " / "
STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
LABEL_PART, LABEL_WIDTH = "link-label", 140.0
LANE_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TextEditing:
    """One editor at a time over the canvas."""

    def __init__(self, session: Session, canvas: "MapCanvas") -> None:
        self._session = session
        self._canvas = canvas
        self._editor: NameEditor | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody is typing."""
        return self._editor is not None and not self._editor.done

    def rename(self, group: Group | None, text: str | None, typing: TypeToMap, *, fresh: bool, leads: bool) -> bool:
        """Edit a name where it stands; whether there is one.

        After a stage or a card, Enter and Tab go on with `typing` as they do on the map where it `leads` on; after any
        other name they only end.
        """
        editor = self._name(group, text) if group is not None and not self._session.read_only else None
        if group is None or editor is None:
            return False
        if leads and typing.leads_on_from(group.owner):
            editor.followed = typing.follow
        if fresh:
            editor.dropped = typing.drop
        return True

    def _name(self, group: Group, text: str | None) -> NameEditor | None:
        """The field over an element's group, begun with `text`; None for an element without a name."""
        name = name_of(self._session.project, group.owner)
        if name is None:
            return None
        language, labels = self._session.view.language, name_field(self._session.project, group.owner) == LABEL
        words = language.text("Label") if labels else language.text("Name")
        box = self._label_box(group) if labels else group
        editor = self._opened(box, name, words, lambda new: self._rename(group.owner, new), optional=labels)
        if text is not None:
            editor.begin_with(text)
        return editor

    def _label_box(self, link: Group) -> Group:
        """Where the label of a link stands, or would stand: in the middle of its line."""
        own = (one for one in self._canvas.picture.groups if one.owner == link.owner)
        label = next((one for one in own if one.part == LABEL_PART), None)
        x, y = link.x + link.width / 2 - LABEL_WIDTH / 2, link.y + link.height / 2
        return label or msgspec.structs.replace(link, x=x, y=y, width=LABEL_WIDTH, height=0.0)

    def split(self, group: Group | None) -> None:
        """Edit a card's name into two, with a slash between them."""
        if group is None or self._session.read_only:
            return
        self._canvas.reveal(group.owner)
        name = name_of(self._session.project, group.owner) or ""
        words = self._session.view.language.text("Two names with / between them")
        editor = self._opened(group, "", words, lambda new: self._split(group.owner, new))
        editor.begin_with(name if SLASH in name else f"{name}{SLASH}")

    def over(self, group: Group, text: str, words: str, taken: Callable[[str], bool]) -> None:
        """Edit some other text of the map, which may become empty."""
        self._opened(group, text, words, taken, free=True)

    def cell(self, cell: LaneCell) -> bool:
        """Edit what a lane says of an element; whether there is anything to edit there.

        Tab goes on along the lane, Ctrl with an arrow to the lane above or below.
        """
        found = cell_text(self._session.project, cell.owner, cell.lane)
        if found is None or self._session.read_only:
            return False
        self._session.select((cell.owner,))
        self._canvas.show_cell(cell)
        language, name = self._session.view.language, Message("Change text")
        lane = language.message(LANE_NAMES[cell.lane]) if cell.lane in LANE_NAMES else cell.lane
        editor = self._opened(
            cell,
            found.text,
            f"{name_of(self._session.project, cell.owner)}: {lane}",
            lambda new: self._apply(name, lambda project: found.write(project, new)),
            free=True,
        )
        editor.setPlaceholderText(language.message(found.hint) if found.hint else "")
        editor.followed = lambda key: self._go_on(cell, key)
        return True

    def below(self, owner: str, lane: str = "", by: int = 1) -> bool:
        """Edit what the next lane that can be written into says of an element, from its card down or from a lane."""
        cells = self._canvas.sight.cells.below(owner, lane, by)
        return any(self.cell(cell) for cell in cells)

    def _go_on(self, cell: LaneCell, key: Qt.Key) -> None:
        """The map may have been laid out anew meanwhile: the next cell is looked up in it as it stands."""
        if key in LANE_STEPS:
            self.below(cell.owner, cell.lane, LANE_STEPS[key])
        elif key in STEPS:
            beside = self._canvas.sight.cells.beside(cell, STEPS[key])
            if beside is not None:
                self.cell(beside)

    def close(self, *, take: bool) -> None:
        """End the editor that is open."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.finish(take=take)

    def _opened(
        self, box: Group | LaneCell, text: str, words: str, taken: Callable[[str], bool], **how: bool
    ) -> NameEditor:
        """The field over a part of the map; `how` is whether it is `free` or `optional`."""
        self.close(take=True)
        self._editor = editor = NameEditor(text, words, taken, self._canvas, **how)
        session = self._session
        session.spelling.follow(editor, session.project.language, THEMES[session.view.theme].certainly_worse)
        editor.open_over(self._canvas.box(box))
        return editor

    def _rename(self, element_id: str, text: str) -> bool:
        labels = name_field(self._session.project, element_id) == LABEL
        step = Message("Change text") if labels else Message("Rename")
        return self._apply(step, lambda project: renamed(project, element_id, text))

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
        """Whether it is so now; a tip says why not. A field that loses the focus with its window takes nothing."""
        if not isValid(self._canvas):
            return False
        try:
            self._session.apply(name, edit)
        except Refusal as refusal:
            self._tell(refusal)
            return False
        return True

    def _tell(self, refusal: Refusal) -> None:
        place = self._canvas.mapToGlobal(self._canvas.rect().center())
        QToolTip.showText(place, plain_tip(self._session.view.language.message(refusal.message)), self._canvas)
