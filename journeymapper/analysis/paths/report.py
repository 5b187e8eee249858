"""Everything that event logs say of a journey, in one value for window, report and command line."""

from collections.abc import Mapping, Sequence

import msgspec

from journeymapper.analysis.paths.alignment import shortest
from journeymapper.analysis.paths.fitness import Fit, TraceFit, fit_of, trace_fits
from journeymapper.analysis.paths.flow import Flow, flow
from journeymapper.analysis.paths.funnel import Funnel, funnel
from journeymapper.analysis.paths.outcomes import VariantOutcome, case_values, outcome_by_variant
from journeymapper.analysis.paths.plan import Plan, only, plan_of
from journeymapper.analysis.paths.traces import Log, Traces, traces_of
from journeymapper.analysis.paths.variants import Variants, entropy, variants_of
from journeymapper.model.journey import Journey


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """A path that cases took: touchpoint ids and labels that no touchpoint has, with its fit."""

    path: tuple[str, ...]
    cases: int
    share: float
    fit: TraceFit


class Outcome(msgspec.Struct, frozen=True):
    """What was asked for as the outcome: an attribute of the log and the value that counts."""

    attribute: str
    value: str


class PathReport(msgspec.Struct, frozen=True, kw_only=True):
    """The actual paths over one journey's plan; steps are touchpoint ids, or labels of the logs (`unmatched`).

    `unseen` are planned steps that no event names: judged over the whole plan each case misses them. `straight` cases
    went down the happy path and nothing else. `ties` and `undated` count events whose order is that of the file.
    """

    journey: str
    cases: int
    events: int
    plan: Plan
    fit: Fit
    funnel: Funnel
    flow: Flow
    variants: tuple[Variant, ...] = ()
    entropy: float | None = None
    straight: int = 0
    unseen: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    ties: int = 0
    undated: int = 0
    outcomes: tuple[VariantOutcome, ...] = ()


def actual_paths(
    journey: Journey,
    logs: Sequence[Log],
    *,
    labels: Mapping[str, str] = {},
    join: str = "",
    window: float | None = None,
    seen_only: bool = False,
    outcome: Outcome | None = None,
) -> PathReport:
    """The report on the logs, joined by case or by the attribute `join`.

    Events belong to the touchpoint of their label's name or id, or the one that `labels` says. With `seen_only` the
    plan is held to the steps that the logs can see. `window` is the days that a case is given before it is closed.
    """
    found = _prepared(journey, logs, labels, join)
    plan = plan_of(journey)
    return _judged(journey, found, only(plan, found.met) if seen_only else plan, window, outcome)


def both_judgements(
    journey: Journey,
    logs: Sequence[Log],
    *,
    labels: Mapping[str, str] = {},
    join: str = "",
    window: float | None = None,
    outcome: Outcome | None = None,
) -> tuple[PathReport, PathReport]:
    """The report on the whole plan and that on the steps that the logs can see, the logs read once."""
    found = _prepared(journey, logs, labels, join)
    plan = plan_of(journey)
    whole = _judged(journey, found, plan, window, outcome)
    if not whole.unseen:
        return whole, whole
    return whole, _judged(journey, found, only(plan, found.met), window, outcome)


class _Prepared(msgspec.Struct, frozen=True):
    """The logs as traces and variants, and the steps that they met."""

    logs: Sequence[Log]
    join: str
    traces: Traces
    variants: Variants
    met: frozenset[str]


def _prepared(journey: Journey, logs: Sequence[Log], labels: Mapping[str, str], join: str) -> _Prepared:
    traces = traces_of(logs, names_of(journey, labels), join=join)
    variants = variants_of(traces)
    met = frozenset(traces.labels[code] for trace in variants.traces for code in trace)
    return _Prepared(logs, join, traces, variants, met)


def _judged(
    journey: Journey, found: _Prepared, plan: Plan, window: float | None, outcome: Outcome | None
) -> PathReport:
    traces, variants = found.traces, found.variants
    unseen = tuple(step for step in plan_of(journey).steps if step not in found.met)
    fits = trace_fits(plan, variants.traces, traces.labels)
    happy = tuple(plan.happy)
    paths = [tuple(traces.labels[code] for code in trace) for trace in variants.traces]
    return PathReport(
        journey=journey.id,
        cases=len(traces.cases),
        events=len(traces.codes),
        plan=plan,
        fit=fit_of(fits, variants.counts, shortest(plan)),
        funnel=funnel(traces, variants, happy, plan.steps, window),
        flow=flow(traces, variants, happy),
        variants=tuple(
            Variant(path=path, cases=count, share=count / len(traces.cases), fit=fit)
            for path, count, fit in zip(paths, variants.counts, fits, strict=True)
        ),
        entropy=entropy(variants.counts),
        straight=sum(count for path, count in zip(paths, variants.counts, strict=True) if path == happy),
        unseen=unseen,
        unmatched=traces.unmatched,
        ties=traces.ties,
        undated=traces.undated,
        outcomes=_outcomes(traces, variants, found.logs, found.join, outcome),
    )


def names_of(journey: Journey, labels: Mapping[str, str] = {}) -> dict[str, str]:
    """Names, ids and chosen labels to touchpoint ids; of touchpoints of one name the first on the map is meant."""
    names: dict[str, str] = {}
    for touchpoint in [*journey.ordered_touchpoints(), *journey.parked_touchpoints()]:
        names.setdefault(touchpoint.name, touchpoint.id)
        names.setdefault(touchpoint.id, touchpoint.id)
    return names | {label: key for label, key in labels.items() if key in journey.touchpoints}


def _outcomes(
    traces: Traces, variants: Variants, logs: Sequence[Log], join: str, outcome: Outcome | None
) -> tuple[VariantOutcome, ...]:
    if outcome is None:
        return ()
    values = case_values(logs, outcome.attribute, join)
    return tuple(outcome_by_variant(traces, variants, values, outcome.value))
