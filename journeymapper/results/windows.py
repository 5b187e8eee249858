"""Rolling windows: each adds up the last months of a date column, as far as they are all there."""

from collections.abc import Iterator

import msgspec

from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet, Wave
from journeymapper.results.periods import month_after, wave_of

LONGEST = 36


def with_windows(project: Project) -> Project:
    """The project with the rolling windows that its imports ask for, and with no others; the same if it has them."""
    wanted = {wave.id: wave for wave in _windows(project)}
    kept = {key: wave for key, wave in project.waves.items() if not wave.parts}
    waves = {**kept, **{key: wave for key, wave in wanted.items() if key not in kept}}
    if waves == project.waves:
        return project
    order = [key for key in project.wave_order if key in kept]
    new = sorted((wave for wave in waves.values() if wave.parts), key=lambda wave: (wave.ends, wave.starts))
    return msgspec.structs.replace(project, waves=waves, wave_order=(*order, *(wave.id for wave in new)))


def _windows(project: Project) -> Iterator[Wave]:
    lengths = {one.mapping.rolling for one in project.result_sets.values() if _rolls(one)}
    months = sorted({wave for one in project.result_sets.values() if _rolls(one) for wave in one.waves})
    for length in sorted(lengths):
        for first in months:
            parts = [first]
            while len(parts) < length:
                parts.append(month_after(parts[-1]))
            if parts[-1] <= months[-1]:
                there = tuple(part for part in parts if part in months)
                starts, ends = wave_of(parts[0]).starts, wave_of(parts[-1]).ends
                yield Wave(id=f"{parts[0]}…{parts[-1]}", starts=starts, ends=ends, parts=there)


def _rolls(result_set: ResultSet) -> bool:
    return result_set.mapping.rolling > 1 and result_set.mapping.granularity == "month"
