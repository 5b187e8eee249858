"""What the palette offers: the commands of the menus and the elements of the document, each by its name."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from journeymapper.desktop.going import go_to, journey_of
from journeymapper.desktop.inspector.naming import KIND_WORDS, words_of
from journeymapper.desktop.palette.matching import distance, folded
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.model.find import find, kind_of
from journeymapper.model.project import Project

TRAIL = " › "
GONE_TO = ("journey", "stage", "touchpoint", "point", "persona", "channel", "promise", "action", "note", "goal")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the palette: `words` are searched, `hint` says where it belongs, `keys` how it is had without.

    One that is not `able` cannot be used now; then the hint says why.
    """

    words: str
    hint: str
    go: Callable[[], object]
    keys: str = ""
    folded: str = ""
    able: bool = True


def command_entries(actions: Iterable[QAction], language: Language, trail: tuple[str, ...] = ()) -> Iterator[Entry]:
    """Every command below these actions of a menu bar, with the menus that lead to it or why it cannot be used now."""
    native = QKeySequence.SequenceFormat.NativeText
    for action in actions:
        words, menu = bare(action.text()), action.menu()
        if isinstance(menu, QMenu):
            yield from command_entries(menu.actions(), language, (*trail, words))
        elif words and not action.isSeparator():
            keys, able = action.shortcut().toString(native), action.isEnabled()
            hint = TRAIL.join(trail) if able else action.statusTip() or language.text("Nothing to do now")
            yield Entry(words=words, hint=hint, go=_pressing(action), keys=keys, folded=folded(words), able=able)


def _pressing(action: QAction) -> Callable[[], None]:
    """The menus may have been built anew meanwhile, in another language; then the command is not there any more."""

    def press() -> None:
        if isValid(action):
            action.trigger()

    return press


def element_entries(session: Session) -> Iterator[Entry]:
    """Every journey with its stages and touchpoints, then what belongs to the whole project."""
    project, language = session.project, session.view.language
    for element_id in _ids(project):
        element = find(project, element_id)
        if element is not None and (words := words_of(project, element_id, language)):
            kind = language.message(KIND_WORDS[kind_of(element)])
            journey = journey_of(project, element)
            where = journey.name if journey is not None and journey is not element else ""
            hint = " · ".join(filter(None, (kind, where)))
            yield Entry(words=words, hint=hint, go=_going(session, element_id), folded=folded(words))


def best(entries: Sequence[Entry], query: str, most: int) -> list[Entry]:
    """The entries that fit a query, the best first; all that can be used in their order where nothing is asked for."""
    asked = folded(query).strip()
    if not asked:
        return [entry for entry in entries if entry.able][:most]
    fits = ((distance(asked, entry.folded), entry, place) for place, entry in enumerate(entries))
    found = sorted((far, not entry.able, len(entry.folded), place) for far, entry, place in fits if far is not None)
    return [entries[place] for *_, place in found[:most]]


def bare(words: str) -> str:
    """A menu's words without the marks of its access key."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _ids(project: Project) -> Iterator[str]:
    for journey in project.ordered_journeys():
        yield journey.id
        for stage in journey.ordered_stages():
            yield stage.id
            yield from stage.touchpoints
        yield from journey.parked
    yield from project.point_order
    for order in (project.persona_order, project.channel_order, project.promise_order, project.action_order):
        yield from order
    yield from (*project.note_order, *project.goal_order)


def _going(session: Session, element_id: str) -> Callable[[], None]:
    return lambda: go_to(session, element_id)
