"""The menus that are there without a document, and what of them stays when there is one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from journeymapper.desktop.actions import SEPARATOR, Command, Handler
from journeymapper.desktop.commands.beginnings import Beginnings
from journeymapper.desktop.commands.help import HelpCommands
from journeymapper.language.language import Language


class Shell(Protocol):
    """What the menus ask of the window itself."""

    @property
    def help(self) -> HelpCommands: ...
    @property
    def beginnings(self) -> Beginnings: ...
    def new(self) -> None: ...
    def browse(self) -> None: ...
    def open(self, path: Path) -> bool: ...
    def close(self) -> bool: ...
    def start_page(self) -> None: ...
    def preferences(self) -> None: ...


def start_menus(language: Language, shell: Shell, recent: Sequence[str]) -> list[Command]:
    """The menus while no document is open."""
    text = language.text
    preferences = Command(name="preferences", text=text("&Preferences…"), keys="Ctrl+,", handler=shell.preferences)
    file = (*open_commands(language, shell, recent), SEPARATOR, preferences, SEPARATOR, quit_command(language, shell))
    return [Command(text=text("&File"), children=file), help_menu(language, shell.help)]


def open_commands(language: Language, shell: Shell, recent: Sequence[str]) -> tuple[Command, ...]:
    """Ways to a document, the recent ones among them."""
    text, beginnings = language.text, shell.beginnings
    files = tuple(Command(text=name.replace("&", "&&"), handler=_open(shell, name)) for name in recent)
    return (
        Command(name="new", text=text("&New project"), keys="Ctrl+N", handler=shell.new),
        Command(
            name="new-template",
            text=text("New from te&mplate…"),
            keys="Ctrl+Shift+N",
            handler=beginnings.choose_template,
        ),
        Command(name="map-file", text=text("From a ma&p file…"), keys="Ctrl+Shift+O", handler=beginnings.choose_map),
        Command(name="open", text=text("&Open…"), keys="Ctrl+O", handler=shell.browse),
        Command(text=text("Open re&cent"), children=files),
    )


def _open(shell: Shell, name: str) -> Handler:
    return lambda: shell.open(Path(name))


def quit_command(language: Language, shell: Shell) -> Command:
    """The last command of the File menu."""
    return Command(name="quit", text=language.text("&Quit"), keys="Ctrl+Q", handler=shell.close)


def help_menu(language: Language, handlers: HelpCommands) -> Command:
    """The Help menu."""
    text = language.text
    children = (
        Command(name="guide", text=text("Short &guide"), keys="F1", handler=handlers.guide),
        Command(name="shortcuts", text=text("&Keyboard shortcuts"), keys="Ctrl+F1", handler=handlers.shortcuts),
        SEPARATOR,
        Command(name="log-folder", text=text("Open &log folder"), handler=handlers.log_folder),
        Command(name="diagnostics", text=text("Save &diagnostics…"), handler=handlers.diagnostics),
        SEPARATOR,
        Command(name="about", text=text("&About Journey Mapper"), handler=handlers.about),
    )
    return Command(text=text("&Help"), children=children)
