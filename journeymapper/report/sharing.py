"""A copy that can be given away: safe marginals alone, no answers of single people, comments, paths or authors."""

from collections.abc import Callable, Collection, Mapping
from pathlib import PurePath, PureWindowsPath

import msgspec

from journeymapper.analysis.scoring import score_points
from journeymapper.analysis.suppression import threshold
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.report import Remark
from journeymapper.model.sources import STAFF_LEAST, Account, ColumnUse, ResultSet
from journeymapper.model.sources import Mapping as FileMapping
from journeymapper.model.tally import Tally
from journeymapper.report.image_size import clean_image
from journeymapper.storage.tallies import tally_hash

Cell = tuple[str, str, str, float]
"""Point, wave, day and answer."""


class Shared(msgspec.Struct, frozen=True):
    """The copy, its tallies and attachments, and what was taken out of it."""

    project: Project
    tallies: dict[str, Tally]
    attachments: dict[str, bytes]
    removed: tuple[Message, ...]


def shared(project: Project, tallies: Mapping[str, Tally], attachments: Mapping[str, bytes]) -> Shared:
    """The copy of a project for people outside the team."""
    hidden = _hidden(project, tallies)
    sets: dict[str, ResultSet] = {}
    kept: dict[str, Tally] = {}
    for key in project.result_order:
        one = project.result_sets[key]
        staff = STAFF_LEAST if one.mapping.beliefs else 0
        tally = marginals_alone(project, tallies[one.tally], hidden, staff) if one.tally in tallies else Tally()
        name = tally_hash(tally)
        kept[name] = tally
        sets[key] = _result_set(one, name, tally)
    images = _images(project, attachments)
    copy = msgspec.structs.replace(
        project, result_sets=sets, snapshots={}, snapshot_order=(), notes={}, note_order=(), salt="",
        beliefs={}, belief_order=(),
        evidence={key: msgspec.structs.replace(each, quotation="") for key, each in project.evidence.items()},
        report=msgspec.structs.replace(project.report, remarks=(), logo=images.get(project.report.logo, ("", b""))[0]),
        points={key: msgspec.structs.replace(each, analyst="") for key, each in project.points.items()},
        waivers={key: msgspec.structs.replace(each, by="") for key, each in project.waivers.items()},
    )  # fmt: skip
    copy = _with_images(copy, images)
    named = {name: data for name, data in images.values() if name}
    return Shared(copy, kept, named, tuple(_removed(project, tallies, attachments, hidden)))


def _hidden(project: Project, tallies: Mapping[str, Tally]) -> set[tuple[str, str]]:
    """The points and waves whose figures are hidden because too few answered."""
    waves = dict.fromkeys((*project.wave_order, *(wave for tally in tallies.values() for wave in tally.waves)))
    return {
        (point, wave)
        for wave in waves
        for point, score in score_points(project, tallies, wave=wave).items()
        if score.hidden
    }


def marginals_alone(project: Project, tally: Tally, hidden: Collection[tuple[str, str]], staff: int = 0) -> Tally:
    """Each point's counts by wave and answer, what is hidden left out; days only where kiosks need them.

    With `staff`, what fewer members of staff believe is left out too.
    """
    daily = {p.id for p in project.points.values() if project.metrics[p.metric].kind == "smiley"}
    cells: dict[Cell, list[float]] = {}
    for point, answers in tally.answers.items():
        for row, answer in enumerate(answers):
            if answer is None or point not in project.points or (point, tally.waves[row]) in hidden:
                continue
            day = tally.days[row] if point in daily and tally.days else ""
            added = cells.setdefault((point, tally.waves[row], day, answer), [0.0, 0.0, 0.0])
            for place, more in enumerate((float(tally.counts[row]), tally.weights[row], tally.squares[row])):
                added[place] += more
    least = {key: threshold(project.settings, point) for key, point in project.points.items()}
    safe = _without_small_days(cells, least)
    sizes: dict[tuple[str, str], float] = {}
    for (point, wave, _, _), sums in safe.items():
        sizes[point, wave] = sizes.get((point, wave), 0.0) + sums[0]
    safe = {cell: sums for cell, sums in safe.items() if sizes[cell[0], cell[1]] >= staff}
    rows = sorted(safe)
    points = sorted({row[0] for row in rows})
    return Tally(
        answers={point: [row[3] if row[0] == point else None for row in rows] for point in points},
        waves=[row[1] for row in rows], days=[row[2] for row in rows], counts=[round(safe[row][0]) for row in rows],
        weights=[safe[row][1] for row in rows], squares=[safe[row][2] for row in rows], weighted=tally.weighted,
        reported=[each for each in tally.reported if each.n >= least.get(each.point, 1) and each.point in least],
        joint=False,
    )  # fmt: skip


def _without_small_days(cells: Mapping[Cell, list[float]], least: Mapping[str, int]) -> dict[Cell, list[float]]:
    """Days on which too few answered are put together under no day."""
    sizes: dict[tuple[str, str, str], float] = {}
    for (point, wave, day, _), sums in cells.items():
        sizes[point, wave, day] = sizes.get((point, wave, day), 0.0) + sums[0]
    safe: dict[Cell, list[float]] = {}
    for (point, wave, day, answer), sums in cells.items():
        kept = day if sizes[point, wave, day] >= least[point] else ""
        total = safe.setdefault((point, wave, kept, answer), [0.0, 0.0, 0.0])
        for place in range(3):
            total[place] += sums[place]
    return safe


def _result_set(one: ResultSet, tally: str, kept: Tally) -> ResultSet:
    """What may be known of a file: its name without a folder, its fingerprint, the columns of the points."""
    account, mapping = one.account, one.mapping
    points = {*kept.answers, *(each.point for each in kept.reported)}
    return ResultSet(
        id=one.id,
        account=Account(
            file=bare_name(account.file), sha256=account.sha256, read_on=account.read_on, rows=account.rows,
            used={point: n for point, n in account.used.items() if point in points}, sheet=account.sheet,
            encoding=account.encoding, delimiter=account.delimiter, decimal=account.decimal,
        ),
        mapping=FileMapping(
            columns=tuple(ColumnUse(column=use.column, point=use.point) for use in mapping.columns
                          if use.point in points),
            wave=mapping.wave, wave_column=mapping.wave_column, weight=mapping.weight, aggregates=mapping.aggregates,
            beliefs=mapping.beliefs,
        ),
        tally=tally,
        waves=one.waves,
    )  # fmt: skip


def bare_name(path: str) -> str:
    """A file's name without its folders, whichever system wrote it."""
    return PurePath(PureWindowsPath(path).name).name


def _images(project: Project, attachments: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """Old names → new names and bytes of the images that are shown, drawn anew so that nothing hides in them."""
    used = [project.report.logo] if project.report.logo else []
    used += [name for j in project.journeys.values() for t in j.touchpoints.values() for name in t.images]
    images: dict[str, tuple[str, bytes]] = {}
    for name in dict.fromkeys(used):
        try:
            images[name] = clean_image(attachments[name], name)
        except Exception:  # noqa: BLE001 - an image that cannot be drawn anew is not given away
            images[name] = ("", b"")
    return images


def _with_images(project: Project, images: Mapping[str, tuple[str, bytes]]) -> Project:
    journeys = {}
    for key, journey in project.journeys.items():
        touchpoints = {
            name: msgspec.structs.replace(each, images=tuple(images[i][0] for i in each.images if images[i][0]))
            if each.images else each
            for name, each in journey.touchpoints.items()
        }  # fmt: skip
        journeys[key] = msgspec.structs.replace(journey, touchpoints=touchpoints)
    return msgspec.structs.replace(project, journeys=journeys)


def _removed(
    project: Project, tallies: Mapping[str, Tally], attachments: Mapping[str, bytes], hidden: Collection[object]
) -> list[Message]:
    """What was taken out, as far as there was any of it."""
    sets = project.result_sets.values()
    logs = sum(name.endswith(".events") for name in attachments)
    segments = {name for tally in tallies.values() for name in tally.segments}
    people = [p.analyst for p in project.points.values()] + [w.by for w in project.waivers.values()]
    folders = [one for one in sets if bare_name(one.account.file) != one.account.file]
    quotations = [each for each in project.evidence.values() if each.quotation]
    examples = [unused for one in sets for unused in one.account.unused]
    counted: list[tuple[int, Callable[[int], Message]]] = [
        (sum(len(tally.waves) for tally in tallies.values()), _rows),
        (len(segments), lambda n: Message("{n} segment", {"n": n}, "{n} segments")),
        (len(hidden), lambda n: Message("{n} figure of a small group", {"n": n}, "{n} figures of small groups")),
        (len(examples), lambda n: Message("{n} list of answers left out", {"n": n}, "{n} lists of answers left out")),
        (len(quotations), lambda n: Message("{n} quotation", {"n": n}, "{n} quotations")),
        (_comments(project), lambda n: Message("{n} file of comments", {"n": n}, "{n} files of comments")),
        (logs, lambda n: Message("{n} event log", {"n": n}, "{n} event logs")),
        (len(project.notes), lambda n: Message("{n} sticky note", {"n": n}, "{n} sticky notes")),
        (len(project.report.remarks), lambda n: Message("{n} remark", {"n": n}, "{n} remarks")),
        (len(project.beliefs), lambda n: Message("{n} round of guesses", {"n": n}, "{n} rounds of guesses")),
        (len(project.snapshots), lambda n: Message("{n} snapshot", {"n": n}, "{n} snapshots")),
        (len(folders), lambda n: Message("{n} file path", {"n": n}, "{n} file paths")),
        (len(_names(people, project.report.remarks)), _authors),
    ]  # fmt: skip
    return [say(count) for count, say in counted if count]


def _rows(n: int) -> Message:
    return Message("{n} combination of answers, counts a point and a wave kept",
                   {"n": n}, "{n} combinations of answers, counts a point and a wave kept")  # fmt: skip


def _authors(n: int) -> Message:
    return Message("{n} name of an author", {"n": n}, "{n} names of authors")


def _comments(project: Project) -> int:
    return sum(bool(one.comments) for one in project.result_sets.values())


def _names(people: list[str], remarks: tuple[Remark, ...]) -> set[str]:
    return {name for name in (*people, *(remark.author for remark in remarks)) if name}
