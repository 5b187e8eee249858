"""The guesses at each point: typed into rounds, or imported as beliefs."""

from collections.abc import Mapping

import msgspec

from journeymapper.model.project import Project
from journeymapper.model.tally import Tally

GROUPS = ("group", "ryhmä", "role", "rooli")


class PointGuesses(msgspec.Struct, frozen=True):
    """The guesses at one point in its metric's unit, and those of each group of staff."""

    values: tuple[float, ...] = ()
    groups: dict[str, tuple[float, ...]] = {}


def guesses_at(project: Project, tallies: Mapping[str, Tally], round_id: str = "") -> dict[str, PointGuesses]:
    """Point to its guesses, of one round or of all: typed ones, and those of files imported as beliefs."""
    rounds = [project.beliefs[round_id]] if round_id else [project.beliefs[key] for key in project.belief_order]
    found: dict[str, list[tuple[float, str]]] = {}
    for belief_round in rounds:
        for guess in belief_round.guesses:
            found.setdefault(guess.point, []).append((guess.value, guess.group))
    files = rounds[0].sources if round_id else project.result_order
    for key in files:
        result_set = project.result_sets.get(key)
        if result_set and result_set.mapping.beliefs and result_set.tally in tallies:
            _imported(tallies[result_set.tally], found)
    return {point: _grouped(found[point]) for point in project.point_order if point in found}


def locked_at(project: Project, round_id: str = "") -> str:
    """When the last of the rounds was locked, "" while one is open; imported beliefs are locked by their import."""
    rounds = [project.beliefs[round_id]] if round_id else list(project.beliefs.values())
    if any(not each.locked_at for each in rounds):
        return ""
    days = [s.account.read_on.isoformat() for s in project.result_sets.values() if s.mapping.beliefs]
    return max([*(each.locked_at for each in rounds), *(days if not round_id else [])], default="")


def _imported(tally: Tally, found: dict[str, list[tuple[float, str]]]) -> None:
    column = next((name for name in tally.segments if name.casefold() in GROUPS), next(iter(tally.segments), ""))
    groups = tally.segments.get(column) or [""] * len(tally.counts)
    for point, answers in tally.answers.items():
        for answer, group, count in zip(answers, groups, tally.counts, strict=True):
            if answer is not None:
                found.setdefault(point, []).extend([(answer, group)] * count)


def _grouped(guesses: list[tuple[float, str]]) -> PointGuesses:
    groups: dict[str, list[float]] = {}
    for value, group in guesses:
        groups.setdefault(group, []).append(value)
    named = {group: tuple(values) for group, values in sorted(groups.items()) if group}
    return PointGuesses(tuple(value for value, _ in guesses), named)
