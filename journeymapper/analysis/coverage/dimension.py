"""One dimension of coverage: its items in scope, and how far the best point of each has come."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from journeymapper.analysis.coverage.levels import STEPS, Step, step_of
from journeymapper.analysis.score import Score
from journeymapper.model.measurement import MeasurementPoint

Points = Mapping[str, Sequence[MeasurementPoint]]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Items of one dimension in scope, by id, each with the step that the best of its points has reached.

    A stage and a channel, or a stage and a persona, are joined by " × ". `waived` are deliberately not measured and
    not in scope.
    """

    items: dict[str, Step] = {}
    waived: tuple[str, ...] = ()

    @property
    def in_scope(self) -> int:
        """How many items there are to cover."""
        return len(self.items)

    @property
    def planned(self) -> int:
        """Items with a point that is at least planned."""
        return self.count("planned")

    @property
    def live(self) -> int:
        """Items with data in the newest wave."""
        return self.count("live")

    @property
    def evidenced(self) -> int:
        """Items with enough data in the newest wave."""
        return self.count("evidenced")

    @property
    def uncovered(self) -> tuple[str, ...]:
        """Items without even a plan."""
        return tuple(key for key, step in self.items.items() if not step)

    @property
    def unevidenced(self) -> tuple[str, ...]:
        """Items without enough data."""
        return tuple(key for key, step in self.items.items() if step != "evidenced")

    def count(self, step: Step) -> int:
        """How many items have reached a step."""
        least = STEPS.index(step)
        return sum(STEPS.index(reached) >= least for reached in self.items.values())

    def share(self, step: Step) -> float | None:
        """The share, 0–100, of items that have reached a step; None ("n/a") when nothing is in scope."""
        return 100 * self.count(step) / self.in_scope if self.items else None


class Weighted(msgspec.Struct, frozen=True, kw_only=True):
    """The same in weights: encounters, importance, shares of customers. `unweighted` are items without a weight."""

    in_scope: float
    planned: float
    live: float
    evidenced: float
    unweighted: tuple[str, ...] = ()

    def share(self, step: Step) -> float | None:
        """The share, 0–100, of the weight that has reached a step; None where nothing weighs anything."""
        reached: float = getattr(self, step)
        return 100 * reached / self.in_scope if self.in_scope else None


def covered(points: Points, scores: Mapping[str, Score], waived: Iterable[str] = ()) -> Coverage:
    """The coverage of items by their points."""
    return Coverage(items={key: best_step(each, scores) for key, each in points.items()}, waived=tuple(waived))


def best_step(points: Iterable[MeasurementPoint], scores: Mapping[str, Score]) -> Step:
    """How far the best of some points has come."""
    return max((step_of(point, scores.get(point.id)) for point in points), key=STEPS.index, default="")


def weighted(found: Coverage, weights: Mapping[str, float | None]) -> Weighted:
    """Items weighed; those without a weight are left out and named."""
    known = {key: weight for key in found.items if (weight := weights.get(key)) is not None}

    def reached(step: Step) -> float:
        least = STEPS.index(step)
        return sum((weight for key, weight in known.items() if STEPS.index(found.items[key]) >= least), 0.0)

    return Weighted(
        in_scope=sum(known.values(), 0.0),
        planned=reached("planned"),
        live=reached("live"),
        evidenced=reached("evidenced"),
        unweighted=tuple(key for key in found.items if key not in known),
    )


def share_of_volume(evidenced: Iterable[float], volumes: Iterable[float]) -> float | None:
    """The share, 0–100, of the volume that is evidenced; None where there is no volume."""
    total = sum(volumes)
    return 100 * sum(evidenced) / total if total else None
