"""The buttons of a smiley terminal by what they are called."""

import re

from journeymapper.model.measurement import Metric
from journeymapper.results.shape_words import SMILEY_STEPS


def smiley_step(column: str, metric: Metric) -> str:
    """Which answer of a smiley metric a column counts by its name, as terminals call their buttons; "" for none."""
    if metric.kind != "smiley":
        return ""
    name = " ".join(column.casefold().replace("_", " ").split())
    steps = SMILEY_STEPS if abs(metric.best - metric.worst) == len(SMILEY_STEPS) - 1 else ()
    place = next((place for place, step in enumerate(steps) if re.fullmatch(step, name)), -1)
    way = 1 if metric.best > metric.worst else -1
    return f"{metric.worst + way * place:g}" if place >= 0 else ""
