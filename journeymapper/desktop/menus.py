"""The menus of a window with a document: which command stands where, in the window's language."""

from collections.abc import Callable, Sequence
from typing import Protocol

from journeymapper.desktop.actions import SEPARATOR, Command, Handler
from journeymapper.desktop.arrange_menus import arrange_menu, clipboard_commands, votes_commands
from journeymapper.desktop.commands.handlers import Handlers
from journeymapper.desktop.go_menus import find_commands, show_commands, version_commands
from journeymapper.desktop.journey_menus import image_commands, journey_commands, nesting_commands
from journeymapper.desktop.lane_names import LANE_NAMES
from journeymapper.desktop.plan_menus import plan_menu
from journeymapper.desktop.session import Session
from journeymapper.desktop.start_menus import Shell, help_menu, open_commands, quit_command
from journeymapper.picture.overlays.order import NAMES
from journeymapper.picture.view import LANES


class Canvas(Protocol):
    """What the View menu asks of the canvas."""

    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def fit(self) -> None: ...
    def actual_size(self) -> None: ...
    def show_selection(self) -> None: ...
    def begin_split(self) -> None: ...
    def begin_writing(self) -> None: ...
    def lanes_seen(self) -> frozenset[str]: ...


def document_menus(
    session: Session,
    shell: Shell,
    canvas: Canvas,
    handlers: Handlers,
    recent: Sequence[str],
) -> list[Command]:
    """The menus while a document is open."""
    language = session.view.language
    text = language.text
    file, edit, host = handlers.file, handlers.edit, handlers.host
    files = (
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
    edits = (
        Command(name="undo", text=text("&Undo"), keys="Ctrl+Z", handler=session.undo),
        Command(name="redo", text=text("&Redo"), keys="Ctrl+Shift+Z", handler=session.redo), SEPARATOR,
        *clipboard_commands(language, host.clipboard, host.arrange, file.copy_picture),
        Command(name="rename", text=text("Re&name"), keys="F2", handler=edit.rename),
        Command(name="write", text=text("&Write into the lanes"), keys="Shift+F2", handler=canvas.begin_writing),
        Command(name="delete", text=text("&Delete"), keys="Del", handler=edit.delete),
        Command(name="select-all", text=text("Select &all touchpoints"), keys="Ctrl+A", handler=edit.select_all),
        *find_commands(language, handlers.go),
        SEPARATOR,
        Command(name="preferences", text=text("&Preferences…"), keys="Ctrl+,", handler=shell.preferences),
    )  # fmt: skip
    insert = (
        Command(name="add-touchpoint", text=text("&Touchpoint"), keys="Ctrl+Return", handler=edit.add_touchpoint),
        Command(name="add-stage", text=text("&Stage"), keys="Ctrl+Shift+Return", handler=edit.add_stage),
        Command(name="add-journey", text=text("&Journey"), handler=edit.add_journey),
        *journey_commands(language, handlers.journeys), SEPARATOR,
        Command(name="quick-entry", text=text("&Quick entry"), keys="Ctrl+L", handler=host.quick_entry.open), SEPARATOR,
        Command(name="add-point", text=text("&Measurement point"), keys="Ctrl+M", handler=edit.add_point),
        Command(name="add-action", text=text("&Action"), handler=edit.add_action),
        Command(name="add-note", text=text("&Note"), handler=edit.add_note),
        *image_commands(language, host.images), SEPARATOR,
        Command(name="add-persona", text=text("&Persona"), handler=edit.add_persona),
        Command(name="add-channel", text=text("&Channel"), handler=edit.add_channel),
        Command(name="add-promise", text=text("P&romise"), handler=edit.add_promise),
    )  # fmt: skip
    return [
        Command(text=text("&File"), children=files),
        Command(text=text("&Edit"), children=edits),
        Command(text=text("&Insert"), children=insert),
        arrange_menu(language, host.arrange, canvas.begin_split),
        plan_menu(language, handlers.documents, handlers.plan, handlers.file.import_results),
        Command(text=text("&View"), children=_view_commands(session, canvas, handlers)),
        help_menu(language, shell.help),
    ]


def _view_commands(session: Session, canvas: Canvas, handlers: Handlers) -> tuple[Command, ...]:
    text, view = session.view.language.text, session.view
    modes = {
        "map": text("&Map mode"),
        "measure": text("M&easure mode"),
        "results": text("&Results mode"),
        "act": text("Act m&ode"),
    }
    details = {"brief": text("&Brief"), "normal": text("&Normal"), "full": text("&Full")}
    themes = {"light": text("&Light"), "dark": text("&Dark")}
    languages = {"en": "&English", "fi": "&Suomi"}
    return (
        *(
            Command(name=f"mode-{mode}", text=words, keys=f"Ctrl+{number}", handler=_look(session, mode=mode))
            for number, (mode, words) in enumerate(modes.items(), 1)
        ),
        SEPARATOR,
        Command(name="zoom-in", text=text("Zoom &in"), keys="Ctrl++", handler=canvas.zoom_in),
        Command(name="zoom-out", text=text("Zoom &out"), keys="Ctrl+-", handler=canvas.zoom_out),
        Command(name="actual-size", text=text("&Actual size"), keys="Ctrl+0", handler=canvas.actual_size),
        Command(name="fit", text=text("&Whole map"), keys="Shift+1", handler=canvas.fit),
        Command(name="show-selection", text=text("Selectio&n"), keys="Shift+2", handler=canvas.show_selection),
        Command(name="next-panel", text=text("Ne&xt panel"), keys="F6", handler=handlers.host.next_panel),
        *nesting_commands(session.view.language, handlers.journeys),
        *show_commands(session.view.language, handlers.go, handlers.versions),
        *votes_commands(session, handlers.host.voting),
        Command(
            name="assumptions",
            text=text("What do we &only assume?"),
            handler=_assumptions(session),
            checked=view.assumptions,
        ),
        Command(name="lanes", text=text("L&anes…"), keys="Ctrl+Shift+L", handler=handlers.host.show_lanes),
        Command(text=text("&Lanes"), children=_lane_commands(session, canvas)),
        Command(
            text=text("Sho&w on the cards"),
            children=tuple(
                Command(
                    name=f"overlay-{key}",
                    text=view.language.message(name),
                    checked=key == view.overlay,
                    handler=_look(session, overlay=key, mode="results"),
                )
                for key, name in NAMES.items()
            ),
        ),
        Command(
            text=text("De&tail"),
            children=tuple(
                Command(
                    name=f"detail-{key}", text=words, handler=_look(session, detail=key), checked=key == view.detail
                )
                for key, words in details.items()
            ),
        ),
        Command(
            text=text("&Theme"),
            children=tuple(
                Command(name=f"theme-{key}", text=words, handler=_look(session, theme=key), checked=key == view.theme)
                for key, words in themes.items()
            ),
        ),
        Command(
            text="&Language · Kieli",
            children=tuple(
                Command(
                    name=f"language-{code}",
                    text=words,
                    handler=_speak(session, code),
                    checked=code == view.language.code,
                )
                for code, words in languages.items()
            ),
        ),
    )


def _lane_commands(session: Session, canvas: Canvas) -> tuple[Command, ...]:
    def empty() -> None:
        session.look(empty_lanes=not session.view.empty_lanes)

    words, shown = session.view.language.text("Show &empty lanes"), session.view.empty_lanes
    also = Command(name="empty-lanes", text=words, keys="Ctrl+Shift+E", handler=empty, checked=shown)
    return (*(_lane_command(session, canvas, lane) for lane in LANES), SEPARATOR, also)


def _lane_command(session: Session, canvas: Canvas, lane: str) -> Command:
    """Ticked where the lane is on the map; a lane that says nothing yet comes to be written into."""

    def toggle() -> None:
        session.look(**session.view.with_lane(lane, shown=lane not in canvas.lanes_seen()))

    words = session.view.language.message(LANE_NAMES[lane])
    return Command(name=f"lane-{lane}", text=words, handler=toggle, checked=lane in canvas.lanes_seen())


def _assumptions(session: Session) -> Handler:
    return lambda: session.look(assumptions=not session.view.assumptions)


def _look(session: Session, **choices: object) -> Callable[[], None]:
    return lambda: session.look(**choices)


def _speak(session: Session, code: str) -> Handler:
    def speak() -> None:
        from journeymapper.language.language import language

        session.look(language=language(code))

    return speak
