"""The View menu: what is shown of the map, and how large."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from journeymapper.desktop.actions import SEPARATOR, Command
from journeymapper.desktop.arrange_menus import votes_commands
from journeymapper.desktop.commands.handlers import Handlers
from journeymapper.desktop.go_menus import show_commands
from journeymapper.desktop.journey_menus import nesting_commands
from journeymapper.desktop.lane_names import LANE_NAMES
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.picture.overlays.order import NAMES
from journeymapper.picture.view import LANES

LANGUAGES = {"en": "&English", "fi": "&Suomi"}


class Canvas(Protocol):
    """What the menus ask of the canvas."""

    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def fit(self) -> None: ...
    def actual_size(self) -> None: ...
    def show_selection(self) -> None: ...
    def begin_split(self) -> None: ...
    def begin_writing(self) -> None: ...
    def lanes_seen(self) -> frozenset[str]: ...


def view_menu(session: Session, canvas: Canvas, handlers: Handlers) -> Command:
    """The menu of what the window shows."""
    language = session.view.language
    text = language.text
    children = (
        *_mode_commands(session), SEPARATOR,
        *_zoom_commands(language, canvas),
        Command(name="next-panel", text=text("Ne&xt panel"), keys="F6", handler=handlers.host.next_panel),
        *nesting_commands(language, handlers.journeys),
        *show_commands(language, handlers.go, handlers.versions),
        *votes_commands(session, handlers.host.voting),
        _assumptions(session),
        Command(name="lanes", text=text("L&anes…"), keys="Ctrl+Shift+L", handler=handlers.host.show_lanes),
        Command(text=text("&Lanes"), children=_lane_commands(session, canvas)),
        *_look_menus(session),
    )  # fmt: skip
    return Command(text=text("&View"), children=children)


def _mode_commands(session: Session) -> tuple[Command, ...]:
    text = session.view.language.text
    modes = {
        "map": text("&Map mode"),
        "measure": text("M&easure mode"),
        "results": text("&Results mode"),
        "act": text("Act m&ode"),
    }
    return tuple(
        Command(name=f"mode-{mode}", text=words, keys=f"Ctrl+{number}", handler=partial(session.look, mode=mode))
        for number, (mode, words) in enumerate(modes.items(), 1)
    )


def _zoom_commands(language: Language, canvas: Canvas) -> tuple[Command, ...]:
    text = language.text
    return (
        Command(name="zoom-in", text=text("Zoom &in"), keys="Ctrl++", handler=canvas.zoom_in),
        Command(name="zoom-out", text=text("Zoom &out"), keys="Ctrl+-", handler=canvas.zoom_out),
        Command(name="actual-size", text=text("&Actual size"), keys="Ctrl+0", handler=canvas.actual_size),
        Command(name="fit", text=text("&Whole map"), keys="Shift+1", handler=canvas.fit),
        Command(name="show-selection", text=text("Selectio&n"), keys="Shift+2", handler=canvas.show_selection),
    )


def _assumptions(session: Session) -> Command:
    words, shown = session.view.language.text("What do we &only assume?"), session.view.assumptions

    def toggle() -> None:
        session.look(assumptions=not session.view.assumptions)

    return Command(name="assumptions", text=words, handler=toggle, checked=shown)


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


def _look_menus(session: Session) -> tuple[Command, ...]:
    look, view, text = session.look, session.view, session.view.language.text
    overlays: dict[str, str] = {key: view.language.message(name) for key, name in NAMES.items()}
    overlaying, themes = text("Sho&w on the cards"), {"light": text("&Light"), "dark": text("&Dark")}
    details = {"brief": text("&Brief"), "normal": text("&Normal"), "full": text("&Full")}
    return (
        _one_of(overlaying, "overlay", overlays, view.overlay, lambda key: look(overlay=key, mode="results")),
        _one_of(text("De&tail"), "detail", details, view.detail, lambda key: look(detail=key)),
        _one_of(text("&Theme"), "theme", themes, view.theme, lambda key: look(theme=key)),
        _one_of("&Language · Kieli", "language", LANGUAGES, view.language.code, partial(_speak, session)),
    )


def _one_of(title: str, noun: str, choices: Mapping[str, str], chosen: str, choose: Callable[[str], object]) -> Command:
    """A submenu in which one choice is ticked."""
    children = tuple(
        Command(name=f"{noun}-{key}", text=words, handler=partial(choose, key), checked=key == chosen, choice=noun)
        for key, words in choices.items()
    )
    return Command(text=title, children=children)


def _speak(session: Session, code: str) -> None:
    from journeymapper.language.language import language

    session.look(language=language(code))
