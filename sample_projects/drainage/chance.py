"""Answers dealt out by chance, in exactly the numbers wanted."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def spread(counts: Sequence[int], lowest: int = 1) -> list[int]:
    """The answers that the counts describe, from the lowest up."""
    return [lowest + step for step, count in enumerate(counts) for _ in range(count)]


def shuffled(rng: Random, items: Sequence[T]) -> list[T]:
    """The items in an order by chance."""
    return rng.sample(items, len(items))


def dealt(rng: Random, moods: Sequence[float], answers: Sequence[T], noise: float) -> list[T]:
    """Ascending answers dealt to people by their mood, blurred: the better the mood, the better the answer."""
    ranks = sorted(range(len(moods)), key=lambda person: moods[person] + rng.gauss(0, noise))
    given = dict(zip(ranks, answers, strict=True))
    return [given[person] for person in range(len(moods))]


def with_gaps(rng: Random, answers: Sequence[T], gaps: Sequence[T]) -> list[T]:
    """The answers in their order, with cells that are no answers put in between by chance."""
    mixed = list(answers)
    for gap in gaps:
        mixed.insert(rng.randrange(len(mixed) + 1), gap)
    return mixed
