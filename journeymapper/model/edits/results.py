"""Result sets and the waves that they bring."""

from collections.abc import Sequence
from datetime import date

import msgspec

from journeymapper.model.edits.placing import with_new
from journeymapper.model.edits.removal import remove
from journeymapper.model.find import found
from journeymapper.model.messages import Refusal
from journeymapper.model.places import PLACES
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet, Wave, Worded


def add_result_set(project: Project, result_set: ResultSet, waves: Sequence[Wave], *, salt: str = "") -> Project:
    """The project with an import and its new waves: those with a start by date, the others at the end as they came.

    A wave that is there already stays as it is, but for a start and an end that it lacked. How its points ask is kept
    with the import. The `salt` is kept where the project has none: every later file's respondents are known by it.
    """
    if salt and not project.salt:
        project = msgspec.structs.replace(project, salt=salt)
    for wave in waves:
        project = _with_wave(project, wave)
    worded = result_set.worded or _wordings(project, result_set)
    known = msgspec.structs.replace(result_set, worded=worded) if worded else result_set
    return with_new(msgspec.structs.replace(project, wave_order=_by_date(project)), known)


def _wordings(project: Project, result_set: ResultSet) -> tuple[Worded, ...]:
    """How the points of an import ask now, so that a later change without a new version is seen."""
    keys = dict.fromkeys(use.point for use in result_set.mapping.columns)
    points = [project.points[key] for key in keys if key in project.points]
    return tuple(
        Worded(point=one.id, version=one.wording_version, question=one.question, metric=one.metric) for one in points
    )


def remove_result_set(project: Project, result_set_id: str) -> Project:
    """The project without an import, and without the waves that only it had."""
    result_set = found(project, result_set_id)
    if not isinstance(result_set, ResultSet):
        raise Refusal("{id} is not a result set.", id=result_set_id)
    project = remove(project, result_set_id)
    used = {wave for other in project.result_sets.values() for wave in other.waves}
    for wave in dict.fromkeys(result_set.waves):
        if wave not in used and wave in project.waves:
            project = remove(project, wave)
    return project


def _with_wave(project: Project, wave: Wave) -> Project:
    known = project.waves.get(wave.id)
    if known is None:
        return with_new(project, wave)
    if known.starts or not wave.starts:
        return project
    dated = msgspec.structs.replace(known, starts=wave.starts, ends=wave.ends)
    return msgspec.structs.replace(project, **{PLACES[Wave].map: {**project.waves, wave.id: dated}})


def _by_date(project: Project) -> tuple[str, ...]:
    """Waves with a start by their dates, then the others as they are, then rolling windows."""
    waves = [project.waves[key] for key in project.wave_order]
    return tuple(wave.id for wave in sorted(waves, key=_place))


def _place(wave: Wave) -> tuple[bool, bool, date]:
    return bool(wave.parts), wave.starts is None, (wave.ends if wave.parts else wave.starts) or date.max
