"""The plan as a file of each kind, but for its pages."""

from collections.abc import Mapping
from datetime import date

import msgspec

from journeymapper.analysis.reading_calendar import without_rhythm
from journeymapper.analysis.scoring import newest_wave, score_points
from journeymapper.export.plan.icalendar_file import plan_calendar
from journeymapper.export.plan.sheets import plan_sheets
from journeymapper.export.plan.table import plan_csv
from journeymapper.export.plan.workbook import plan_workbook
from journeymapper.language.language import Language
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally


class Document(msgspec.Struct, frozen=True):
    """A file's bytes, and what its user should know."""

    data: bytes
    said: tuple[Message, ...] = ()


def written(
    project: Project, tallies: Mapping[str, Tally], ending: str, *, language: Language, day: date, owner: str = ""
) -> Document:
    """The plan as .xlsx, .csv or .ics."""
    if ending == ".csv":
        return Document(plan_csv(project, language))
    if ending == ".ics":
        loose = without_rhythm(project)
        said = Message("Without a regular rhythm of reading: {points}", {"points": ", ".join(loose)})
        return Document(plan_calendar(project, language, day, owner), (said,) if loose else ())
    scores = score_points(project, tallies, wave=newest_wave(project, tallies))
    return Document(plan_workbook(plan_sheets(project, scores, language), language, day))
