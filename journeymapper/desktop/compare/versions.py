"""What the document can be compared with: the saved file, its backups, snapshots, other journeys, other files."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import get_args

import msgspec

from journeymapper.desktop.session import Session
from journeymapper.desktop.state_words import state_words
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, State
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.storage.backups import list_backups
from journeymapper.storage.container import open_project
from journeymapper.storage.snapshots import project_of

LEFT_BY_COPIES = frozenset({"shown_point", "votes"})


class Version(msgspec.Struct, frozen=True):
    """Another project as it will be compared, with what its differences refer to; `words` say what it is.

    Differences in the fields `left` are none of its own. An `earlier` one is what the document comes from: differences
    are told from there to here.
    """

    words: str
    project: Project
    tallies: Mapping[str, Tally] = {}
    attachments: Mapping[str, bytes] = {}
    left: frozenset[str] = frozenset()
    earlier: bool = False


class Offer(msgspec.Struct, frozen=True):
    """A version that can be chosen: `load` raises Refusal where it cannot be had. `key` names it in tests."""

    key: str
    words: str
    load: Callable[[], Version]


def offers(session: Session) -> list[Offer]:
    """Everything near at hand that the document can be compared with, journeys that belong together first."""
    return [*_states(session), *_saved(session), *_snapshots(session), *_other_journeys(session), *_backups(session)]


def from_file(path: Path) -> Version:
    """Another project file. Raises Refusal."""
    opened = open_project(path)
    return Version(path.name, opened.project, opened.tallies, opened.attachments)


def as_if(project: Project, here: str, there: str) -> Project:
    """The project as it would be if a journey were as another one is; its own name and state stay.

    The other journey's parts come under new ids, so that they are told apart by stage and name.
    """
    old, known = project.journeys[here], set(project.journey_order)
    copied = edits.copy_journey(project, there, new_id, state=project.journeys[there].state)
    copy = next(key for key in copied.journey_order if key not in known)
    own = ("id", "name", "state", "same_as", "variant_of", "persona", "headline")
    other = msgspec.structs.replace(copied.journeys[copy], **{name: getattr(old, name) for name in own})
    kept = {key: journey for key, journey in copied.journeys.items() if key != copy}
    return msgspec.structs.replace(copied, journeys={**kept, here: other}, journey_order=project.journey_order)


def _states(session: Session) -> Iterator[Offer]:
    """The same journey in other states, and its variants."""
    project, here = session.project, session.project.journeys.get(session.view.journey)
    if here is not None:
        for journey in project.ordered_journeys():
            if journey is not here and _belong_together(here, journey):
                yield _journey_offer(session, here, journey)


def _other_journeys(session: Session) -> Iterator[Offer]:
    project, here = session.project, session.project.journeys.get(session.view.journey)
    if here is not None:
        for journey in project.ordered_journeys():
            if journey is not here and journey.stage_order and not _belong_together(here, journey):
                yield _journey_offer(session, here, journey)


def _belong_together(one: Journey, other: Journey) -> bool:
    families = [{journey.id, journey.same_as, journey.variant_of} - {""} for journey in (one, other)]
    return not families[0].isdisjoint(families[1])


def _journey_offer(session: Session, here: Journey, there: Journey) -> Offer:
    words = state_words(session.view.language, there)

    def load() -> Version:
        other = as_if(session.project, here.id, there.id)
        return Version(words, other, left=LEFT_BY_COPIES, earlier=_is_earlier(there, here))

    return Offer(f"journey:{there.id}", session.view.language.text("Journey: {name}", name=words), load)


def _is_earlier(one: Journey, other: Journey) -> bool:
    """Whether one state comes before another, or a journey before its variant."""
    order = get_args(State)
    states = order.index(one.state), order.index(other.state)
    return states[0] < states[1] or (states[0] == states[1] and other.variant_of == one.id)


def _saved(session: Session) -> Iterator[Offer]:
    path = session.path
    if path is not None and path.is_file():
        words = session.view.language.text("The saved file")
        yield Offer("saved", words, lambda: _named(from_file(path), words))


def _snapshots(session: Session) -> Iterator[Offer]:
    language, project = session.view.language, session.project
    for key in reversed(project.snapshot_order):
        snapshot = project.snapshots[key]
        words = language.text("Snapshot: {name}, {date}", name=snapshot.name, date=language.date(snapshot.taken_on))

        def load(taken: str = key, words: str = words) -> Version:
            found = project_of(session.project.snapshots[taken], session.attachments)
            return Version(words, found, session.tallies, session.attachments)

        yield Offer(f"snapshot:{key}", words, load)


def _backups(session: Session) -> Iterator[Offer]:
    language = session.view.language
    for place, backup in enumerate(list_backups(session.path) if session.path else ()):
        at = backup.replaced_at.astimezone()
        when = (
            f"{language.date(at.date())} {at:%H.%M}"
            if language.code == "fi"
            else f"{language.date(at.date())} {at:%H:%M}"
        )
        words = language.text("Backup, replaced {when}", when=when)
        path = backup.path
        yield Offer(f"backup:{place}", words, lambda path=path, words=words: _named(from_file(path), words))  # type: ignore[misc]  # bound now


def _named(version: Version, words: str) -> Version:
    return msgspec.structs.replace(version, words=words)
