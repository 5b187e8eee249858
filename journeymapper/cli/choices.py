"""Waves, segments and journeys that were named on the command line, held against those that there are."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from journeymapper.model.journey import Journey
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.storage.container import Opened

MOST_LISTED = 20


def chosen_waves(asked: Sequence[str], project: Project, file: Path) -> list[str]:
    """The waves asked for, each once; a Refusal with the known ones where one is unknown."""
    for wave in asked:
        if wave not in project.waves:
            _refuse_wave(wave, project, file)
    return list(dict.fromkeys(asked))


def _refuse_wave(wave: str, project: Project, file: Path) -> None:
    if not project.waves:
        raise Refusal("{file} has no wave {wave}: no results are imported yet.", file=str(file), wave=wave)
    known = listed(project.wave_order)
    raise Refusal("{file} has no wave {wave}; there are {known}.", file=str(file), wave=wave, known=known)


def chosen_segments(asked: Sequence[str], opened: Opened, file: Path) -> list[tuple[str, str]]:
    """COL=VALUE as pairs, each once; a Refusal with the known ones where a column or value is unknown."""
    known: dict[str, dict[str, None]] = {}
    for tally in opened.tallies.values():
        for column, values in tally.segments.items():
            known.setdefault(column, {}).update(dict.fromkeys(values))
    return list(dict.fromkeys(_segment(text, known, file) for text in asked))


def _segment(text: str, known: dict[str, dict[str, None]], file: Path) -> tuple[str, str]:
    """Split at the `=` that leaves a known column and, if one does, a known value."""
    found = [(column, value) for column, value in _splits(text) if column in known]
    if not found:
        column = next(_splits(text))[0]
        if not known:
            raise Refusal("{file} has no segment {column}: no results have segments.", file=str(file), column=column)
        raise Refusal(
            "{file} has no segment {column}; there are {known}.", file=str(file), column=column, known=listed(known)
        )
    for column, value in found:
        if value in known[column] and value:
            return column, value
    column, value = found[0]
    raise Refusal(
        "{file}: the segment {column} has no value {value}; there are {known}.",
        file=str(file),
        column=column,
        value=value,
        known=listed(sorted(filter(None, known[column]))),
    )


def _splits(text: str) -> Iterator[tuple[str, str]]:
    for place, letter in enumerate(text):
        if letter == "=" and place:
            yield text[:place], text[place + 1 :]


def chosen_journey(asked: str | None, project: Project, file: Path) -> Journey:
    """The journey of that name or id, the first where none is asked for; a Refusal where there is none."""
    journeys = project.ordered_journeys()
    if not journeys:
        raise Refusal("{file} has no journey.", file=str(file))
    if asked is None:
        return journeys[0]
    for journey in journeys:
        if asked in (journey.id, journey.name):
            return journey
    names = listed(journey.name for journey in journeys)
    raise Refusal("{file} has no journey {name}; there are {known}.", file=str(file), name=asked, known=names)


def listed(names: Iterable[str]) -> str:
    """The names in a row, the first twenty of many."""
    every = list(names)
    return ", ".join(every[:MOST_LISTED]) + (", …" if len(every) > MOST_LISTED else "")


def chosen_points(asked: Sequence[str], project: Project, file: Path) -> list[str]:
    """The ids of the points asked for by id, each once; a Refusal with the known ones where one is unknown."""
    known = {key.casefold(): key for key in project.point_order}
    for point in asked:
        if point.strip().casefold() not in known:
            raise Refusal(
                "{file} has no measurement point {point}; there are {known}.",
                file=str(file),
                point=point.strip(),
                known=listed(project.point_order) or "–",
            )
    return list(dict.fromkeys(known[point.strip().casefold()] for point in asked))
