"""The menus themselves: opened by the right button, the menu key or Shift+F10."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.desktop.actions import SEPARATOR, Command, menu_below
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.context.names import map_names, names_for
from journeymapper.desktop.context.own import own_commands
from journeymapper.desktop.session import Session

if TYPE_CHECKING:
    from journeymapper.desktop.window import Window


def show_context_menu(view: QWidget, session: Session, owner: str, place: QPoint) -> None:
    """The commands for an element, which is selected, or for what is selected."""
    if owner and owner not in session.selection:
        session.select((owner,))
    open_menu(context_menu(view, session), place)


def show_map_menu(view: QWidget, session: Session, place: QPoint) -> None:
    """The commands for the map where nothing is."""
    open_menu(map_menu(view, session), place)


def context_menu(view: QWidget, session: Session) -> QMenu:
    """What can be done with the selection, or with the map where nothing is selected."""
    window = cast("Window", view.window())
    menu = QMenu(view)
    add_commands(menu, own_commands(session, lambda name, edit: applied(session, window.asking, name, edit)))
    menu.addSeparator()
    add_named(menu, view, names_for(session))
    return menu


def map_menu(view: QWidget, session: Session) -> QMenu:
    """What can be done with the map as a whole."""
    menu = QMenu(view)
    add_named(menu, view, map_names(session))
    return menu


def open_menu(menu: QMenu, place: QPoint) -> None:
    """Show a menu until something is chosen; one without entries is none."""
    if any(not action.isSeparator() for action in menu.actions()):
        menu.exec(place)
    menu.deleteLater()


def add_commands(menu: QMenu, commands: Sequence[Command]) -> None:
    """Commands that are in no other menu."""
    for command in commands:
        if command is SEPARATOR:
            menu.addSeparator()
        elif command.children:
            add_commands(menu_below(menu, command.text), command.children)
        elif command.handler is not None:
            action = menu.addAction(command.text)
            action.setObjectName(command.name)
            action.setEnabled(command.enabled)
            action.setCheckable(command.checked is not None)
            action.setChecked(bool(command.checked))
            action.triggered.connect(_run(command.handler))


def add_named(menu: QMenu, view: QWidget, names: Sequence[str]) -> None:
    """Those of the window's own commands that can be used."""
    for action in cast("Window", view.window()).actions_named(names):
        if action is None:
            menu.addSeparator()
        elif action.isEnabled():
            menu.addAction(action)


def _run(handler: Callable[[], object]) -> Callable[[bool], None]:
    def run(_checked: bool = False) -> None:
        handler()

    return run
