"""Kano's categories from a functional and a dysfunctional question (methods.md 4.5)."""

from collections.abc import Mapping

import msgspec

ANSWERS = ("like", "must be", "neutral", "live with", "dislike")
TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
TIES = "MOAIRQ"
MISUNDERSTOOD = 0.1


class Kano(msgspec.Struct, frozen=True, kw_only=True):
    """The most frequent category (of equals M before O, A, I), Berger's better and worse, and their basis.

    `misunderstood` where more than a tenth of the answers contradict themselves.
    """

    category: str
    counts: dict[str, int]
    better: float | None
    worse: float | None
    n: int
    misunderstood: bool


def kano_category(functional: int, dysfunctional: int) -> str:
    """Attractive, One-dimensional, Must be, Indifferent, Reverse or Questionable; answers from 1 like to 5 dislike."""
    return TABLE[functional - 1][dysfunctional - 1]


def kano(pairs: Mapping[tuple[int, int], int]) -> Kano:
    """The summary of (functional, dysfunctional) answers with their counts."""
    counts = dict.fromkeys(TIES, 0)
    for (functional, dysfunctional), count in pairs.items():
        counts[kano_category(functional, dysfunctional)] += count
    return kano_of(counts)


def kano_of(counts: Mapping[str, int]) -> Kano:
    """The summary of categories already counted."""
    whole = {letter: counts.get(letter, 0) for letter in TIES}
    base, n = sum(whole[letter] for letter in "AOMI"), sum(whole.values())
    return Kano(
        category=max(TIES, key=lambda letter: (whole[letter], -TIES.index(letter))) if n else "",
        counts=whole,
        better=(whole["A"] + whole["O"]) / base if base else None,
        worse=-(whole["O"] + whole["M"]) / base if base else None,
        n=n,
        misunderstood=bool(n) and whole["Q"] / n > MISUNDERSTOOD,
    )
