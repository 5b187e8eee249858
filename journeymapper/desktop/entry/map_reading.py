"""A map file as what it would become, and the project that is made of the journeys that were chosen of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from journeymapper.desktop.entry.map_rows import MapRow, map_rows
from journeymapper.language.language import Language
from journeymapper.mapfiles.long_table import MOST_ROWS
from journeymapper.mapfiles.map_file import SLIDES, project_from_reading, with_journeys
from journeymapper.mapfiles.opening import open_map
from journeymapper.mapfiles.sketch import Reading
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.results.readers.grid import Wish
from journeymapper.results.tables import read_text_rows


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """What a file draws; `refusal` says why there is nothing. `sheets` are those of a workbook, `sheet` the one read.

    `likely` are the places of the journeys that somebody wants who says nothing else.
    """

    name: str = ""
    reading: Reading = Reading(())
    project: Project | None = None
    rows: tuple[MapRow, ...] = ()
    likely: frozenset[int] = frozenset()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    refusal: Message | None = None

    def made(self, chosen: Sequence[int], base: Project | None, language: Language) -> Project:
        """The journeys at these places as a project of their own, or behind those of a project that there is."""
        sketches = tuple(self.reading.sketches[place] for place in chosen)
        reading, unnamed = Reading(sketches), language.text("First stage")
        if base is None:
            return project_from_reading(reading, name=self.name, language=language.code, unnamed=unnamed)
        return with_journeys(base, reading, name=self.name, unnamed=unnamed)


def draw_map(path: Path, sheet: str, language: Language, tick: Callable[[], object]) -> Drawn:
    """Read a file, of a workbook the sheet if one is named. What `tick` raises ends it; refusals are in the answer."""
    workbook = _Workbook(sheet, tick)
    drawn = Drawn(name=path.stem)
    try:
        reading = open_map(path, workbook.read, source=path.name)
        tick()
        drawn = msgspec.structs.replace(drawn, reading=reading, likely=_likely(reading, path))
        project = drawn.made(range(len(reading.sketches)), None, language)
        tick()
        drawn = msgspec.structs.replace(drawn, project=project, rows=map_rows(project, language))
    except Refusal as refusal:
        drawn = msgspec.structs.replace(drawn, refusal=refusal.message)
    return msgspec.structs.replace(drawn, sheet=workbook.sheet, sheets=workbook.sheets)


def _likely(reading: Reading, path: Path) -> frozenset[int]:
    """All journeys; of a presentation those with stages, for any slide has text boxes."""
    every = range(len(reading.sketches))
    if path.suffix.casefold() not in SLIDES:
        return frozenset(every)
    return frozenset(place for place in every if len(reading.sketches[place].stages) > 1) or frozenset(every)


class _Workbook:
    """Reads the cells of a table, and remembers which sheets there were even where they are no map."""

    def __init__(self, sheet: str, tick: Callable[[], object]) -> None:
        self.sheet, self.sheets = sheet, tuple[str, ...]()
        self._tick = tick

    def read(self, path: Path) -> list[list[str]]:
        """The rows of the sheet; one more than a map may have tells that there are too many."""
        found = read_text_rows(path, Wish(sheet=self.sheet), limit=MOST_ROWS + 1, tick=self._tick)
        self.sheet, self.sheets = found.sheet, found.sheets
        return found.rows
