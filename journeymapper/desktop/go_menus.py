"""The commands that find, compare and present, for the menus that they stand in."""

from journeymapper.desktop.actions import SEPARATOR, Command
from journeymapper.desktop.commands.go import GoCommands
from journeymapper.language.language import Language


def find_commands(language: Language, go: GoCommands) -> tuple[Command, ...]:
    """What the Edit menu finds."""
    text = language.text
    return (
        SEPARATOR,
        Command(name="palette", text=text("Find command or &element…"), keys="Ctrl+K", handler=go.palette),
    )
