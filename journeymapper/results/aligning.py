"""Segments of different files meet by name and by values: Region and region, Oulu and OULU are the same."""

from collections.abc import Iterator, Mapping

import msgspec

from journeymapper.model.project import Project
from journeymapper.model.sources import PERSONA
from journeymapper.model.tally import Tally


def aligned(tally: Tally, project: Project, tallies: Mapping[str, Tally]) -> Tally:
    """The tally with its segments and their values spelt as the project spells them; the same where they are already.

    Values of the persona segment are spelt as the personas of the project are.
    """
    known = _known(project, tallies)
    segments: dict[str, list[str]] = {}
    for name, values in tally.segments.items():
        spelt, spellings = known.get(_tidy(name), (name, {}))
        if spelt in segments:
            spelt, spellings = name, {}  # two columns of one file stay two
        segments[spelt] = [spellings.get(_tidy(value), value) for value in values]
    return tally if segments == tally.segments else msgspec.structs.replace(tally, segments=segments)


def _known(project: Project, tallies: Mapping[str, Tally]) -> dict[str, tuple[str, dict[str, str]]]:
    """Tidy name → the spelling of a segment and of its values, tidy value → spelling; the first file's wins."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    personas = {_tidy(persona.name): persona.name for persona in project.personas.values()}
    if personas:
        found[PERSONA] = (PERSONA, personas)
    for name, values in _segments(project, tallies):
        _, spellings = found.setdefault(_tidy(name), (name, {}))
        for value in dict.fromkeys(values):
            spellings.setdefault(_tidy(value), value)
    return found


def _segments(project: Project, tallies: Mapping[str, Tally]) -> Iterator[tuple[str, list[str]]]:
    for key in project.result_order:
        tally = tallies.get(project.result_sets[key].tally)
        yield from tally.segments.items() if tally else ()


def _tidy(text: str) -> str:
    return " ".join(text.replace("_", " ").split()).casefold()
