"""The menus of a window with a document: which command stands where, in the window's language."""

from collections.abc import Sequence

from journeymapper.desktop.actions import SEPARATOR, Command
from journeymapper.desktop.arrange_menus import arrange_menu, clipboard_commands
from journeymapper.desktop.commands.handlers import Handlers
from journeymapper.desktop.go_menus import find_commands, version_commands
from journeymapper.desktop.journey_menus import image_commands, journey_commands
from journeymapper.desktop.plan_menus import plan_menu
from journeymapper.desktop.session import Session
from journeymapper.desktop.start_menus import Shell, help_menu, open_commands, quit_command
from journeymapper.desktop.view_menus import Canvas, view_menu
from journeymapper.language.language import Language


def document_menus(
    session: Session,
    shell: Shell,
    canvas: Canvas,
    handlers: Handlers,
    recent: Sequence[str],
) -> list[Command]:
    """The menus while a document is open."""
    language = session.view.language
    return [
        _file_menu(language, shell, handlers, recent),
        _edit_menu(session, shell, canvas, handlers),
        _insert_menu(language, handlers),
        arrange_menu(language, handlers.host.arrange, canvas.begin_split),
        plan_menu(language, handlers.documents, handlers.plan, handlers.file.import_results),
        view_menu(session, canvas, handlers),
        help_menu(language, shell.help),
    ]


def _file_menu(language: Language, shell: Shell, handlers: Handlers, recent: Sequence[str]) -> Command:
    text, file = language.text, handlers.file
    children = (
        *open_commands(language, shell, recent), SEPARATOR,
        Command(name="save", text=text("&Save"), keys="Ctrl+S", handler=file.save),
        Command(name="save-as", text=text("Save &as…"), keys="Ctrl+Shift+S", handler=file.save_as),
        *version_commands(language, handlers.versions),
        Command(name="revert", text=text("&Revert to saved"), handler=file.revert), SEPARATOR,
        Command(name="import", text=text("&Import results…"), keys="Ctrl+I", handler=file.import_results),
        Command(name="import-clipboard", text=text("Import from the clip&board"), handler=file.import_clipboard),
        Command(name="sources", text=text("Result &files…"), handler=file.show_sources),
        Command(name="export-report", text=text("&Export PDF report…"), keys="Ctrl+E", handler=file.export_report),
        Command(name="export-as", text=text("Export a&s…"), keys="Ctrl+Alt+E", handler=file.export_as),
        Command(name="share-copy", text=text("S&hare a copy…"), handler=file.share_copy),
        Command(name="print", text=text("Prin&t…"), keys="Ctrl+P", handler=file.export_report), SEPARATOR,
        Command(name="start-page", text=text("C&lose project"), keys="Ctrl+W", handler=shell.start_page),
        quit_command(language, shell),
    )  # fmt: skip
    return Command(text=text("&File"), children=children)


def _edit_menu(session: Session, shell: Shell, canvas: Canvas, handlers: Handlers) -> Command:
    language = session.view.language
    text, edit, host = language.text, handlers.edit, handlers.host
    children = (
        Command(name="undo", text=text("&Undo"), keys="Ctrl+Z", handler=session.undo),
        Command(name="redo", text=text("&Redo"), keys="Ctrl+Shift+Z", handler=session.redo), SEPARATOR,
        *clipboard_commands(language, host.clipboard, host.arrange, handlers.file.copy_picture),
        Command(name="rename", text=text("Re&name"), keys="F2", handler=edit.rename),
        Command(name="write", text=text("&Write into the lanes"), keys="Shift+F2", handler=canvas.begin_writing),
        Command(name="delete", text=text("&Delete"), keys="Del", handler=edit.delete),
        Command(name="select-all", text=text("Select &all touchpoints"), keys="Ctrl+A", handler=edit.select_all),
        *find_commands(language, handlers.go),
        SEPARATOR,
        Command(name="preferences", text=text("&Preferences…"), keys="Ctrl+,", handler=shell.preferences),
    )  # fmt: skip
    return Command(text=text("&Edit"), children=children)


def _insert_menu(language: Language, handlers: Handlers) -> Command:
    text, edit, host = language.text, handlers.edit, handlers.host
    children = (
        Command(name="add-touchpoint", text=text("Add a &touchpoint"), keys="Ctrl+Enter", handler=edit.add_touchpoint),
        Command(name="add-stage", text=text("Add a &stage"), keys="Ctrl+Shift+Enter", handler=edit.add_stage),
        Command(name="add-journey", text=text("Add a &journey"), handler=edit.add_journey),
        *journey_commands(language, handlers.journeys), SEPARATOR,
        Command(name="quick-entry", text=text("&Quick entry"), keys="Ctrl+L", handler=host.quick_entry.open), SEPARATOR,
        Command(name="add-point", text=text("Add a &measurement point"), keys="Ctrl+M", handler=edit.add_point),
        Command(name="add-action", text=text("Add an &action"), handler=edit.add_action),
        Command(name="add-note", text=text("Add a &note"), handler=edit.add_note),
        *image_commands(language, host.images), SEPARATOR,
        Command(name="add-persona", text=text("Add a &persona"), handler=edit.add_persona),
        Command(name="add-channel", text=text("Add a &channel"), handler=edit.add_channel),
        Command(name="add-promise", text=text("Add a p&romise"), handler=edit.add_promise),
    )  # fmt: skip
    return Command(text=text("&Insert"), children=children)
