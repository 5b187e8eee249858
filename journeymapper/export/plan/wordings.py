"""A point's question in a language, as its row on the sheet of questions shows it and takes it back."""

from typing import Any

import msgspec

from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Wording


def wording_of(project: Project, point: MeasurementPoint, code: str) -> Wording:
    """What a row shows: in the project's own language the point's own question, unless it is worded otherwise."""
    wording = point.wording(code)
    if code == project.language and not wording.question:
        return msgspec.structs.replace(wording, question=point.question)
    return wording


def changed_words(project: Project, point: MeasurementPoint, code: str, values: dict[str, str]) -> dict[str, Any]:
    """The fields of the point with a row's changes; the question of the project's own language is the point's own."""
    fields: dict[str, Any] = {}
    values = dict(values)
    if code == project.language and not point.wording(code).question and "question" in values:
        fields["question"] = values.pop("question")
    if values:
        new = msgspec.structs.replace(point.wording(code), **values)
        known = {one.language: one for one in point.wordings} | {code: new}
        fields["wordings"] = tuple(one for one in known.values() if one != Wording(language=one.language))
    return fields
