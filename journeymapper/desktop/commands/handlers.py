"""All handlers of one session's menus, as they are given to whoever builds these."""

import msgspec

from journeymapper.desktop.commands.arrange import ArrangeCommands
from journeymapper.desktop.commands.clipboard import ClipboardCommands
from journeymapper.desktop.commands.edit import EditCommands
from journeymapper.desktop.commands.file import FileCommands
from journeymapper.desktop.commands.go import GoCommands


class Handlers(msgspec.Struct, frozen=True, kw_only=True):
    """By the menu or the noun that they stand under."""

    file: FileCommands
    edit: EditCommands
    clipboard: ClipboardCommands
    arrange: ArrangeCommands
    go: GoCommands
