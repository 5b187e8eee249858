"""The commands that find, compare and present, for the menus that they stand in."""

from journeymapper.desktop.actions import SEPARATOR, Command
from journeymapper.desktop.commands.go import GoCommands
from journeymapper.desktop.commands.versions import VersionCommands
from journeymapper.language.language import Language


def find_commands(language: Language, go: GoCommands) -> tuple[Command, ...]:
    """What the Edit menu finds."""
    text = language.text
    return (
        SEPARATOR,
        Command(name="history", text=text("&History"), keys="Ctrl+Shift+H", handler=go.show_history),
        Command(name="find", text=text("&Find…"), keys="Ctrl+F", handler=go.find),
        Command(name="find-next", text=text("Find ne&xt"), keys="F3", handler=go.find_next),
        Command(name="find-previous", text=text("Find pre&vious"), keys="Shift+F3", handler=go.find_previous),
        Command(name="replace", text=text("Find and re&place…"), keys="Ctrl+H", handler=go.replace),
        Command(name="palette", text=text("Find command or &element…"), keys="Ctrl+K", handler=go.palette),
    )


def version_commands(language: Language, versions: VersionCommands) -> tuple[Command, ...]:
    """What the File menu keeps and compares."""
    text = language.text
    return (
        Command(name="save-template", text=text("Save as te&mplate…"), handler=versions.save_as_template),
        Command(name="snapshots", text=text("S&napshots…"), handler=versions.snapshots),
        Command(name="compare", text=text("&Compare…"), keys="Ctrl+Shift+C", handler=versions.compare),
    )


def show_commands(language: Language, go: GoCommands, versions: VersionCommands) -> tuple[Command, ...]:
    """How the View menu makes room for the map."""
    text = language.text
    return (
        SEPARATOR,
        Command(name="present", text=text("&Presentation"), keys="F5", handler=go.present),
        Command(name="present-here", text=text("Presentation &from here"), keys="Shift+F5", handler=go.present_here),
        Command(name="portfolio", text=text("Portfolio of &journeys…"), keys="F8", handler=versions.portfolio),
        Command(name="full-screen", text=text("F&ull screen"), keys="F11", handler=go.full_screen),
        Command(name="panels", text=text("Pa&nels beside the map"), keys="F9", handler=go.panels),
        SEPARATOR,
    )
