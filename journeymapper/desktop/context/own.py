"""What only a context menu offers: kinds of links, colours of notes, how far actions are, whom one looks at."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from journeymapper.desktop.actions import Command
from journeymapper.desktop.note_colours import NOTE_COLOURS
from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.element import Element
from journeymapper.model.find import find
from journeymapper.model.journey import Link
from journeymapper.model.messages import Message
from journeymapper.model.project import Action, Channel, Note, Persona, Project

E = TypeVar("E", bound=Element)
Apply = Callable[[Message, Edit], object]
KINDS: Mapping[str, Message] = {
    "alternative": Message("Alternative"), "skip": Message("Skip"), "happy": Message("Happy path"),
    "loop": Message("Loop back"),
}  # fmt: skip
STATES: Mapping[str, Message] = {
    "idea": Message("Idea"), "decided": Message("Decided"), "doing": Message("Being done"), "done": Message("Done"),
}  # fmt: skip
"""Whether an action is shown to work is decided where it is compared with what was measured."""


def own_commands(session: Session, apply: Apply) -> list[Command]:
    """The commands for what is selected, where all of it is of one kind that has any."""
    chosen = [element for key in session.selection if (element := find(session.project, key)) is not None]
    for kind, commands in _COMMANDS.items():
        if chosen and all(isinstance(element, kind) for element in chosen):
            return commands(session, apply, chosen)
    return []


def _of_links(session: Session, apply: Apply, links: Sequence[Any]) -> list[Command]:
    if session.read_only:
        return []
    kinds = _choice(session, apply, links, ("kind", Message("&Kind"), Message("Change kind of link")), KINDS)

    def turned(project: Project) -> Project:
        for link in links:
            project = edits.change(project, link.id, source=link.target, target=link.source)
        return project

    words = session.view.language.text("Turn &round")
    return [kinds, Command(name="turn-link", text=words, handler=lambda: apply(Message("Turn link round"), turned))]


def _of_notes(session: Session, apply: Apply, notes: Sequence[Any]) -> list[Command]:
    words = ("colour", Message("&Colour"), Message("Change colour of note"))
    return [] if session.read_only else [_choice(session, apply, notes, words, NOTE_COLOURS)]


def _of_actions(session: Session, apply: Apply, actions: Sequence[Any]) -> list[Command]:
    words = ("status", Message("Stat&us"), Message("Change status of action"))
    return [] if session.read_only else [_choice(session, apply, actions, words, STATES)]


def _of_personas(session: Session, _apply: Apply, personas: Sequence[Element]) -> list[Command]:
    words = session.view.language.text("Show &only what concerns this persona")
    return [_filter(session, "personas", words, tuple(one.id for one in personas))]


def _of_channels(session: Session, _apply: Apply, channels: Sequence[Element]) -> list[Command]:
    words = session.view.language.text("Show &only what runs through this channel")
    return [_filter(session, "channels", words, tuple(one.id for one in channels))]


def _choice(
    session: Session, apply: Apply, chosen: Sequence[Any], words: tuple[str, Message, Message],
    values: Mapping[str, Message],
) -> Command:  # fmt: skip
    """A menu of the values of a field: its name, its words, the name of the step; ticked where all have it."""
    field, title, step = words
    language = session.view.language
    children = tuple(
        Command(
            name=f"{field}-{value}", text=language.message(name), handler=_setting(apply, chosen, field, value, step),
            checked=all(getattr(one, field) == value for one in chosen),
        )
        for value, name in values.items()
    )  # fmt: skip
    return Command(text=language.message(title), children=children)


def _setting(apply: Apply, chosen: Sequence[Any], field: str, value: str, step: Message) -> Callable[[], object]:
    def edit(project: Project) -> Project:
        for one in chosen:
            project = edits.change(project, one.id, **{field: value}, **_also(one, value))
        return project

    return lambda: apply(step, edit)


def _also(one: Element, value: str) -> dict[str, object]:
    """An action that is done was done today, as on the board."""
    done = isinstance(one, Action) and value == "done" and one.done_on is None
    return {"done_on": date.today()} if done else {}  # noqa: DTZ011 — the reader's day


def _filter(session: Session, field: str, words: str, ids: tuple[str, ...]) -> Command:
    on = getattr(session.view, field) == ids
    return Command(
        name=f"only-{field}", text=words, handler=lambda: session.look(**{field: () if on else ids}), checked=on
    )


_COMMANDS: Mapping[type[Element], Callable[[Session, Apply, Sequence[Any]], list[Command]]] = {
    Link: _of_links, Note: _of_notes, Action: _of_actions, Persona: _of_personas, Channel: _of_channels,
}  # fmt: skip
