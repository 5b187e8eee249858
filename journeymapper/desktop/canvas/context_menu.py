"""What the context menus of map and outline offer: the window's own commands that have something to do here."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.desktop.session import Session

NAMES = (
    "add-touchpoint", "add-stage", "add-point", "add-action", "add-note", "add-images", "write", "",
    "enter-journey", "leave-journey", "show-images", "",
    "moment-of-truth", "conditional", "",
    "split-card", "merge", "split-stage", "to-stage", "to-touchpoint", "park", "unpark", "",
    "link-alternative", "link-loop", "link-skip", "link-happy", "link-entry", "link-exit", "",
    "cut", "copy", "paste", "duplicate", "", "rename", "delete", "",
)  # fmt: skip


OF_THE_WHOLE = ("snapshots", "compare", "portfolio")


def show_context_menu(view: QWidget, session: Session, owner: str, place: QPoint) -> None:
    """The commands for an element, which is selected, or for what is selected; those that can be used."""
    if owner and owner not in session.selection:
        session.select((owner,))
    menu = context_menu(view, session)
    menu.exec(place)
    menu.deleteLater()


def context_menu(view: QWidget, session: Session) -> QMenu:
    """What can be done with the selection; with the project, a journey or nothing also what concerns the whole."""
    project = session.project
    whole = all(key == project.id or key in project.journeys for key in session.selection)
    menu = QMenu(view)
    names = (*NAMES, *OF_THE_WHOLE) if whole else NAMES
    for action in view.window().actions_named(names):  # type: ignore[attr-defined]  # map and outline are in a Window
        if action is None:
            menu.addSeparator()
        elif action.isEnabled():
            menu.addAction(action)
    return menu
