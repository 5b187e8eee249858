"""Takes an import into a project, and out of it again: segments meet, rows that came before give way, windows move."""

from collections.abc import Iterable, Mapping

import msgspec

from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet
from journeymapper.model.tally import Tally
from journeymapper.results.aligning import aligned
from journeymapper.results.automatic import Left
from journeymapper.results.importing import Imported
from journeymapper.results.recurring import Recurring
from journeymapper.results.rivals import Rival, rivals_of
from journeymapper.results.surveys import changes_since, file_before
from journeymapper.results.updating import Update, settled, update_of
from journeymapper.results.windows import with_windows
from journeymapper.storage.tallies import tally_hash

Tallies = Mapping[str, Tally]


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """The project afterwards, and the tallies and attachments that it needs besides those at hand.

    `update` is what came again, `rivals` are imports whose answers are counted beside these, `changes` is what is
    otherwise than in the file before of the same survey, `left` are columns that nobody has decided on. `again` are
    imports of which rows seem to have come again and count twice, `replaced` the files whose place this import takes.
    """

    project: Project
    tallies: dict[str, Tally]
    attachments: dict[str, bytes] = {}
    result_set: ResultSet
    update: Update | None = None
    rivals: tuple[Rival, ...] = ()
    changes: tuple[Message, ...] = ()
    left: tuple[Left, ...] = ()
    again: tuple[Recurring, ...] = ()
    replaced: tuple[str, ...] = ()


def take_in(project: Project, tallies: Tallies, imported: Imported, *, replacing: Iterable[str] = ()) -> Taken:
    """The project with the import, in place of earlier ones by their ids."""
    gone = [project.result_sets[key] for key in dict.fromkeys(replacing)]
    for earlier in gone:
        project = edits.remove_result_set(project, earlier.id)
    tally = aligned(imported.tally, project, tallies)
    result_set = imported.result_set
    if tally is not imported.tally:
        result_set = msgspec.structs.replace(result_set, tally=tally_hash(tally))
    before = file_before(project, result_set)
    update = update_of(project, tallies, result_set, tally)
    rivals = rivals_of(project, tallies, result_set, frozenset(update.earlier) if update else frozenset())
    if update:
        account = msgspec.structs.replace(
            result_set.account, added=update.added, corrected=update.corrected, repeated=update.repeated
        )
        result_set = msgspec.structs.replace(result_set, account=account)
    project = edits.add_result_set(project, result_set, imported.waves, salt=imported.salt)
    project, reduced = settled(project, {**tallies, result_set.tally: tally})
    return Taken(
        project=with_windows(project),
        tallies={result_set.tally: tally, **reduced},
        attachments=imported.attachments,
        result_set=result_set,
        update=update,
        rivals=rivals,
        changes=tuple(changes_since(before, result_set)) if before else (),
        replaced=tuple(earlier.account.file for earlier in gone),
    )


def take_out(project: Project, tallies: Tallies, result_set: str) -> tuple[Project, dict[str, Tally]]:
    """The project without an import, whose replaced rows count again, and the tallies that it needs besides."""
    project, reduced = settled(edits.remove_result_set(project, result_set), tallies)
    return with_windows(project), reduced
