"""The plan as CSV: the points with their targets, in full precision, no text a formula."""

import csv
import io

from journeymapper.export.plan.columns import POINTS, TARGETS
from journeymapper.export.plan.values import cell_value
from journeymapper.language.language import Language
from journeymapper.model.project import Project

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
COLUMNS = (*POINTS, *(column for column in TARGETS if column.kind not in ("id", "shown")))


def plan_csv(project: Project, language: Language) -> bytes:
    """UTF-8 with its mark, so that spreadsheets read it as such; texts that they would compute begin with `'`."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([language.message(column.title) for column in COLUMNS])
    for point in project.ordered_points():
        writer.writerow([_safe(cell_value(project, point, column, language)) for column in COLUMNS])
    return written.getvalue().encode("utf-8-sig")


def _safe(value: object) -> object:
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
