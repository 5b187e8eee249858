"""Columns that name their measurement point: the answers to the plan's own questionnaires need no mapping."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import NO_ANSWER_CODES
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.results.answers import SHARES
from journeymapper.results.shares import sides_of

NO_ANSWERS = (*NO_ANSWER_CODES, "does not apply", "don't know", "ei koske minua", "en osaa sanoa", "n/a")
"""Codes and labels of the questionnaires' answers that say nothing, and LimeSurvey's for a hidden one."""
NUMBERED_NO_ANSWERS = ("98", "99")
"""What they are in a file of numbers from Qualtrics, where a questionnaire offers them."""
YES_NUMBER, PARTLY_NUMBER, NO_NUMBER = "1", "2", "3"
"""What yes, partly and no are in such a file."""
BEFORE_A_TEXT = re.compile(r"\[?(P[1-9][0-9]{0,8})\]?\s*[.:–—-]?\s+\S", re.IGNORECASE)
IN_A_GROUP = re.compile(r"(?:.*[/.:-])?(P[1-9][0-9]{0,8})", re.IGNORECASE | re.DOTALL)


def own_mapping(project: Project, path: Path, *, sheet: str = "", tick: Callable[[], object] = bool) -> Mapping:
    """The mapping of the columns whose names begin with a point's id, or end with it after the name of a group.

    Refuses a file without any.
    """
    from journeymapper.results.inspecting import inspect_file
    from journeymapper.results.readers.grid import Wish

    inspection = inspect_file(path, Wish(sheet=sheet), tick=tick)
    columns = tuple(own_columns(project, (column.name for column in inspection.columns)))
    if not columns:
        raise Refusal(
            "{file}: no column has the id of a measurement point, as answers to the plan's questionnaires do.",
            file=path.name,
        )
    return Mapping(columns=columns, sheet=sheet)


def own_columns(project: Project, names: Iterable[str]) -> Iterator[ColumnUse]:
    """The uses of the columns named after a point, each point once, in the order of the file."""
    known = {key.casefold(): key for key in project.points}
    taken: set[str] = set()
    for name in names:
        point = known.get(_code(name).casefold(), "")
        if point and point not in taken:
            taken.add(point)
            yield ColumnUse(
                column=name, point=point, missing=_missing(project, point), recode=tuple(_meaning(project, point))
            )


def _code(name: str) -> str:
    """The point's id in a header: `P7`, `k1/P7`, `K1-P7`, `P7. How easy …`, `[P7] How easy …`; empty for others."""
    found = IN_A_GROUP.fullmatch(name.strip()) or BEFORE_A_TEXT.match(name.strip())
    return found.group(1) if found else ""


def _missing(project: Project, point: str) -> tuple[str, ...]:
    offered = any(point in (*one.does_not_apply, *one.dont_know) for one in project.questionnaires.values())
    return (*NO_ANSWERS, *(NUMBERED_NO_ANSWERS if offered else ()))


def _meaning(project: Project, point: str) -> Iterator[tuple[str, float]]:
    """Of a share that a questionnaire asks about with yes and no which of Qualtrics' numbers it counts."""
    metric = project.metrics[project.points[point].metric]
    asked = any(point in one.points for one in project.questionnaires.values())
    if metric.kind not in SHARES or not asked or not (sides := sides_of(metric, ".")).says_yes_or_no:
        return
    for number, word in ((YES_NUMBER, "yes"), (PARTLY_NUMBER, "partly"), (NO_NUMBER, "no")):
        yield number, float(word in sides.counted)
