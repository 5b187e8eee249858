"""A journey as Mermaid's `journey` diagram: feelings as scores from 1 to 5, personas as actors."""

import re

from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.project import Project

NO_FEELING = 3
BREAKS_A_LINE = re.compile(r"[:;#,%\n]+")


def mermaid(project: Project, journey: Journey) -> str:
    """The text of the diagram. Mermaid has no escapes, so `: ; # , %` in names become a dash or a space."""
    lines = ["journey", f"    title {_plain(journey.name)}"]
    for stage in journey.ordered_stages():
        lines.append(f"    section {_plain(stage.name)}")
        lines += [f"        {_task(project, journey.touchpoints[key])}" for key in stage.touchpoints]
    return "\n".join(lines) + "\n"


def _task(project: Project, touchpoint: Touchpoint) -> str:
    score = NO_FEELING if touchpoint.feeling is None else touchpoint.feeling + 3
    actors = [_plain(project.personas[key].name) for key in touchpoint.personas if key in project.personas]
    name = _plain(touchpoint.name) + (" ★" if touchpoint.moment_of_truth else "")
    return f"{name}: {score}" + (f": {', '.join(actors)}" if actors else "")


def _plain(name: str) -> str:
    """A name without the signs that end it in Mermaid, and without a word that begins a line of its own."""
    bare = re.sub(r"\s+", " ", BREAKS_A_LINE.sub(" – ", name)).strip(" –") or "…"
    first = bare.split(" ")[0].casefold()
    return f"“{bare}”" if first in ("title", "section", "journey", "accdescr", "acctitle", "end") else bare
