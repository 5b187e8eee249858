"""How well traces fit the plan, and deviations of four kinds that depend on no alignment (methods.md 6.3)."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from journeymapper.analysis.paths.alignment import Alignment, align, shortest
from journeymapper.analysis.paths.plan import Plan
from journeymapper.analysis.paths.variants import Trace


class Deviations(msgspec.Struct, frozen=True, kw_only=True):
    """Steps of the plan left out, steps come to more often than planned, events at none of them, steps out of order.

    The cost is missing + repeat + ad_hoc + 2 · out_of_order. A deviation is not yet bad.
    """

    missing: int = 0
    repeat: int = 0
    ad_hoc: int = 0
    out_of_order: int = 0


class TraceFit(msgspec.Struct, frozen=True, kw_only=True):
    """One trace: its fitness, 0 to 1, with cost and length, and its deviations, in sum and by step."""

    fitness: float
    cost: int
    length: int
    deviations: Deviations
    missing: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    ad_hoc: tuple[str, ...] = ()


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """All cases: 1 − Σ cost / Σ (events + plan), the mean of the cases' fitness, the share of cases without deviation.

    All three are 0 to 1. `by_step` counts missing, repeated and ad hoc events by step or label.
    """

    log_fitness: float
    mean_fitness: float
    fitting_share: float
    deviations: Deviations
    missing_at: dict[str, int] = {}
    repeated_at: dict[str, int] = {}
    ad_hoc_at: dict[str, int] = {}


def trace_fits(plan: Plan, traces: Sequence[Trace], labels: Sequence[str]) -> list[TraceFit]:
    """The fit of each trace; an empty trace fits an empty plan only."""
    least, planned = shortest(plan), frozenset(plan.steps)
    alignments = align(plan, traces, labels)
    named = ([labels[code] for code in trace] for trace in traces)
    return [_trace_fit(steps, each, least, planned) for steps, each in zip(named, alignments, strict=True)]


def fit_of(fits: Sequence[TraceFit], counts: Sequence[int], least: int) -> Fit:
    """The fit of all cases, `counts` of them with each trace; `least` are the steps of the plan's shortest path."""
    cases = sum(counts)
    pairs = list(zip(fits, counts, strict=True))
    whole = sum(count * (fit.length + least) for fit, count in pairs)
    cost = sum(count * fit.cost for fit, count in pairs)
    return Fit(
        log_fitness=1 - cost / whole if whole else 1.0,
        mean_fitness=sum(count * fit.fitness for fit, count in pairs) / cases if cases else 1.0,
        fitting_share=sum(count for fit, count in pairs if not fit.cost) / cases if cases else 1.0,
        deviations=Deviations(
            **{
                kind: sum(count * getattr(fit.deviations, kind) for fit, count in pairs)
                for kind in Deviations.__struct_fields__
            }
        ),
        missing_at=_by_step((fit.missing, count) for fit, count in pairs),
        repeated_at=_by_step((fit.repeated, count) for fit, count in pairs),
        ad_hoc_at=_by_step((fit.ad_hoc, count) for fit, count in pairs),
    )


def _trace_fit(steps: Sequence[str], found: Alignment, least: int, planned: frozenset[str]) -> TraceFit:
    wanted, taken = Counter(found.path), Counter(step for step in steps if step in planned)
    missing, repeated = wanted - taken, taken - wanted
    ad_hoc = [step for step in steps if step not in planned]
    counts = missing.total(), repeated.total(), len(ad_hoc)
    whole = len(steps) + least
    return TraceFit(
        fitness=1 - found.cost / whole if whole else 1.0,
        cost=found.cost,
        length=len(steps),
        deviations=Deviations(
            missing=counts[0], repeat=counts[1], ad_hoc=counts[2], out_of_order=(found.cost - sum(counts)) // 2
        ),
        missing=tuple(missing.elements()),
        repeated=tuple(repeated.elements()),
        ad_hoc=tuple(ad_hoc),
    )


def _by_step(parts: Iterable[tuple[Sequence[str], int]]) -> dict[str, int]:
    """How often each step, most often first."""
    found: Counter[str] = Counter()
    for steps, count in parts:
        for step in steps:
            found[step] += count
    return dict(found.most_common())
