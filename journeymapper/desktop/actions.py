"""Every command of the window in one table: where it stands in the menus, its words, its key and its handler."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

Handler = Callable[[], object]


class Command(NamedTuple):
    """`checked` is None for a command that is not a switch; an empty text makes a separator.

    Of the switches that have the same `choice` one is on.
    """

    name: str = ""
    text: str = ""
    keys: str = ""
    handler: Handler | None = None
    enabled: bool = True
    checked: bool | None = None
    choice: str = ""
    children: tuple["Command", ...] = ()


SEPARATOR = Command()


class Menus:
    """The actions of one window, by the names of their commands."""

    def __init__(self, owner: QWidget, settle: Callable[[], None]) -> None:
        """`settle` takes over what is still being typed, before each command."""
        self._owner = owner
        self._settle = settle
        self._actions: dict[str, QAction] = {}
        self._choices: dict[str, QActionGroup] = {}
        self._made: list[QAction | QActionGroup | QMenu] = []

    def clear(self, bar: QMenuBar) -> None:
        """Take the menus off the bar and delete them; the bar itself would keep them for ever."""
        bar.clear()
        for made in self._made:
            made.deleteLater()
        self._made, self._actions, self._choices = [], {}, {}

    def fill(self, bar: QMenuBar, menus: Sequence[Command]) -> None:
        """Put the menus on a bar."""
        for menu in menus:
            below = menu_below(bar, menu.text)
            self._made.append(below)
            self.fill_menu(below, menu.children)

    def fill_menu(self, menu: QMenu, commands: Sequence[Command]) -> None:
        """Put commands into a menu, submenus included."""
        for command in commands:
            if command is SEPARATOR:
                menu.addSeparator()
            elif command.children or command.handler is None:
                below = menu_below(menu, command.text)
                below.setEnabled(bool(command.children))
                self.fill_menu(below, command.children)
            else:
                menu.addAction(self._action(command))

    def action(self, name: str) -> QAction:
        """The action of a command; raises KeyError for a name that no menu has."""
        return self._actions[name]

    def check(self, name: str, *, checked: bool) -> None:
        """Show whether a switch is on, without pressing it."""
        if (action := self._actions.get(name)) is not None:
            action.setChecked(checked)

    def _action(self, command: Command) -> QAction:
        action = QAction(command.text, self._owner)
        self._made.append(action)
        action.setObjectName(command.name)
        action.setShortcuts(_sequences(command.keys))
        action.setEnabled(command.enabled)
        if command.checked is not None:
            action.setCheckable(True)
            action.setChecked(command.checked)
        if command.choice:
            self._choice(command.choice).addAction(action)
        if command.handler is not None:
            action.triggered.connect(self._settled(command.handler))
        if command.name:
            self._actions[command.name] = action
        return action

    def _choice(self, name: str) -> QActionGroup:
        if name not in self._choices:
            self._choices[name] = group = QActionGroup(self._owner)
            self._made.append(group)
        return self._choices[name]

    def _settled(self, handler: Handler) -> Callable[[bool], None]:
        def run(_checked: bool = False) -> None:
            self._settle()
            handler()

        return run


def _sequences(keys: str) -> list[QKeySequence]:
    """The key as it is named in menus; Enter is two keys, of which Qt calls the larger one Return."""
    both = (keys, keys.replace("Enter", "Return")) if "Enter" in keys else (keys,) if keys else ()
    return [QKeySequence(key) for key in both]


def menu_below(above: QMenuBar | QMenu, words: str) -> QMenu:
    """A menu in a bar or in another menu.

    Made here and not by `addMenu(words)`: of what Qt makes itself Python is not told when it is deleted, and takes the
    next menu at the same address for the old one.
    """
    below = QMenu(words, above)
    above.addMenu(below)
    return below
