"""What the context menu of the map offers: the window's own commands that have something to do here."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.desktop.session import Session
from journeymapper.picture.primitives import Group

NAMES = (
    "add-touchpoint", "add-stage", "add-point", "add-action", "add-note", "",
    "split-card", "merge", "split-stage", "to-stage", "to-touchpoint", "park", "unpark", "",
    "link-alternative", "link-loop", "link-skip", "link-entry", "link-exit", "",
    "cut", "copy", "paste", "duplicate", "", "rename", "delete",
)  # fmt: skip


def show_context_menu(canvas: QWidget, group: Group | None, place: QPoint) -> None:
    """The commands for the element of a group, which is selected, or for what is selected; those that can be used."""
    session: Session = canvas.session  # type: ignore[attr-defined]  # the map's canvas
    if group is not None and group.owner not in session.selection:
        session.select((group.owner,))
    menu = QMenu(canvas)
    for action in canvas.window().actions_named(NAMES):  # type: ignore[attr-defined]  # the canvas lives in a Window
        if action is None:
            menu.addSeparator()
        elif action.isEnabled():
            menu.addAction(action)
    menu.exec(place)
    menu.deleteLater()
