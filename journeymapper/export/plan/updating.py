"""A plan's workbook that was edited elsewhere, brought back: the changes and nothing else, or nothing at all."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from journeymapper.export.plan.columns import Column
from journeymapper.export.plan.edited import EditedRow, EditedSheet, edited_sheets
from journeymapper.export.plan.reading import read_cell
from journeymapper.export.plan.values import cell_value, value_in
from journeymapper.export.plan.wordings import changed_words, wording_of
from journeymapper.language.language import LANGUAGES, Language
from journeymapper.language.language import language as language_of
from journeymapper.model import edits
from journeymapper.model.element import Element
from journeymapper.model.find import find
from journeymapper.model.measurement import MeasurementPoint, Target
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.plan import RollOutStep
from journeymapper.model.project import Project


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One cell that came back different: where it stood, whose it is, what it said and says."""

    sheet: str
    row: int
    column: str
    element: str
    before: str
    after: str


class Updated(msgspec.Struct, frozen=True, kw_only=True):
    """The project with the changes, their account, and what the workbook left out or has of its own.

    `absent` are the ids of points that have no row on the sheet of points; they stay as they are.
    """

    project: Project
    changes: tuple[Change, ...] = ()
    absent: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()


def update_plan(project: Project, path: Path, language: Language, *, tick: Callable[[], object] = bool) -> Updated:
    """The project as an edited workbook says; refuses it whole, naming sheet, row and column of what does not fit."""
    changes: list[Change] = []
    absent: list[str] = []
    strangers: list[str] = []
    for sheet in edited_sheets(path, tick):
        tick()
        update = _Update(path.name, sheet, language)
        project = update.applied(project)
        changes += update.changes
        strangers += sheet.strangers
        if sheet.key == "points":
            there = {row.cells["id"].strip() for row in sheet.rows}
            absent += [key for key in project.point_order if key not in there]
    return Updated(project=project, changes=tuple(changes), absent=tuple(absent), strangers=tuple(strangers))


class _Update:
    """One sheet on its way into the project."""

    def __init__(self, file: str, sheet: EditedSheet, language: Language) -> None:
        self.file, self.sheet, self.language = file, sheet, language
        self.changes: list[Change] = []

    def applied(self, project: Project) -> Project:
        """The project with every row of the sheet."""
        seen: set[tuple[str, str]] = set()
        for row in self.sheet.rows:
            key = (row.cells["id"].strip(), row.cells.get("language", "").strip())
            if key in seen:
                raise self._refused(row, "id", Refusal("{id} has a row already.", id=" ".join(key).strip()))
            seen.add(key)
            project = self._row(project, row)
        return project

    def _row(self, project: Project, row: EditedRow) -> Project:
        element = self._element(project, row)
        if self.sheet.key == "questions" and isinstance(element, MeasurementPoint):
            return self._questions(project, row, element)
        values = {column.field: value for column, value in self._differing(project, row, element)}
        if not values:
            return project
        metric = values.get("metric")
        try:
            if isinstance(metric, str) and metric not in project.metrics:
                project = edits.add_metric(project, parse_metric(metric))
            return edits.change(project, element.id, **_fields(element, values))
        except Refusal as refusal:
            raise self._refused(row, next(iter(values)), refusal) from refusal

    def _questions(self, project: Project, row: EditedRow, point: MeasurementPoint) -> Project:
        code = row.cells["language"].strip()
        shown = wording_of(project, point, code)
        values = {column.field: str(value) for column, value in self._differing(project, row, point, shown)}
        if not values:
            return project
        try:
            return edits.change(project, point.id, **changed_words(project, point, code, values))
        except Refusal as refusal:
            raise self._refused(row, "language", refusal) from refusal

    def _element(self, project: Project, row: EditedRow) -> Element:
        key = row.cells["id"].strip()
        element = find(project, key) if key else None
        wanted = RollOutStep if self.sheet.key == "roll-out" else MeasurementPoint
        if not key:
            raise self._refused(row, "id", Refusal("the id is blank; new rows are added in the program."))
        if not isinstance(element, wanted):
            raise self._refused(row, "id", Refusal("{id} is not in the project; an id cannot be changed.", id=key[:80]))
        return element

    def _differing(
        self, project: Project, row: EditedRow, element: Element, shown: msgspec.Struct | None = None
    ) -> Iterator[tuple[Column, object]]:
        """The columns that say something else than the document, and what; each goes into the account."""
        for column in self.sheet.columns:
            if column.kind in ("id", "shown"):
                continue
            old = value_in(shown or element, column.field)
            text = row.cells[column.field]
            if self._says(project, element, column, text, shown):
                continue
            try:
                new = read_cell(project, column, text)
            except Refusal as refusal:
                raise self._refused(row, column.field, refusal) from refusal
            if not _same(old, new):
                before = self._written(project, element, column, shown, self.language)
                self.changes.append(self._change(row, column, before, text.strip()))
                yield column, new

    def _says(
        self, project: Project, element: Element, column: Column, text: str, shown: msgspec.Struct | None
    ) -> bool:
        """Whether a cell still holds the very text that was written into it, in whichever language."""
        spoken = (language_of(code) for code in LANGUAGES)
        return any(text.strip() == self._written(project, element, column, shown, one).strip() for one in spoken)

    @staticmethod
    def _written(
        project: Project, element: Element, column: Column, shown: msgspec.Struct | None, language: Language
    ) -> str:
        if shown is not None:
            return str(value_in(shown, column.field) or "")
        value = cell_value(project, element, column, language)
        return "" if value is None else str(value)

    def _change(self, row: EditedRow, column: Column, before: str, after: str) -> Change:
        return Change(
            sheet=self.sheet.name, row=row.number, column=self.language.message(column.title),
            element=" ".join(filter(None, (row.cells["id"].strip(), row.cells.get("language", "").strip()))),
            before=before, after=after,
        )  # fmt: skip

    def _refused(self, row: EditedRow, field: str, refusal: Refusal) -> Refusal:
        title = next((self.language.message(one.title) for one in self.sheet.columns if one.field == field), field)
        return Refusal(
            "{file}, {sheet}, row {row}, {column}: {reason}",
            file=self.file, sheet=self.sheet.name, row=row.number, column=title,
            reason=self.language.message(refusal.message),
        )  # fmt: skip


def _same(old: object, new: object) -> bool:
    """Equal; numbers as far as a workbook keeps their digits, no text and no value the same."""
    if isinstance(old, float | int) and isinstance(new, float | int) and not isinstance(old, bool):
        return math.isclose(old, new, rel_tol=1e-12, abs_tol=1e-12)
    return old == new or (old in (None, "", ()) and new in (None, "", ()))


def _fields(element: Element, values: dict[str, object]) -> dict[str, Any]:
    """Field → value for the edit; those of the target together, none where nothing of it is left."""
    fields = {name: value for name, value in values.items() if not name.startswith("target.")}
    parts = {name.removeprefix("target."): value for name, value in values.items() if name.startswith("target.")}
    if parts and isinstance(element, MeasurementPoint):
        parts = {name: ("" if value is None and name == "source" else value) for name, value in parts.items()}
        target = msgspec.structs.replace(element.target or Target(), **parts)
        fields["target"] = None if target == Target() else target
    return fields
