"""What became of the cases by the path that they took, with intervals, before any path is called bad."""

from collections.abc import Mapping, Sequence

import msgspec

from journeymapper.analysis.intervals import newcombe, wilson
from journeymapper.analysis.paths.traces import Log, Traces, case_column
from journeymapper.analysis.paths.variants import Variants
from journeymapper.analysis.tests_of_change import adjusted_p, share_change

LEVEL = 0.05
LEAST = 5


class VariantOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """One variant (its place among the variants) and the share, 0 to 1, of its cases with the outcome.

    `difference` is that share less the share of all other cases, with Newcombe's limits; `certain` after Benjamini and
    Hochberg over all variants that are shown.
    """

    variant: int
    n: int
    share: float
    low: float
    high: float
    difference: float | None = None
    difference_low: float | None = None
    difference_high: float | None = None
    p: float | None = None
    certain: bool = False


def case_values(logs: Sequence[Log], attribute: str, join: str = "") -> dict[str, str]:
    """Case to the last value that its events give an attribute, `case:` before its name or not; blank ones say none."""
    values: dict[str, str] = {}
    for log in logs:
        column = log.attributes.get(attribute) or log.attributes.get(f"case:{attribute}") or []
        for case, value in zip(case_column(log, join), column, strict=False):
            if value:
                values[case] = value
    return values


def outcome_by_variant(
    traces: Traces, variants: Variants, values: Mapping[str, str], wanted: str, *, least: int = LEAST
) -> list[VariantOutcome]:
    """The outcome of each variant with `least` cases whose value is known; compared without capitals."""
    known: dict[int, list[bool]] = {}
    for case, variant in zip(traces.cases, variants.of_case.tolist(), strict=True):
        if case in values:
            known.setdefault(variant, []).append(values[case].casefold() == wanted.casefold())
    n, yes = sum(map(len, known.values())), sum(map(sum, known.values()))
    shown = [_outcome(variant, known[variant], n, yes) for variant in sorted(known) if len(known[variant]) >= least]
    tested = [each for each in shown if each.p is not None]
    adjusted = dict(zip((each.variant for each in tested), adjusted_p([each.p or 0.0 for each in tested]), strict=True))
    return [msgspec.structs.replace(each, certain=adjusted.get(each.variant, 1.0) <= LEVEL) for each in shown]


def _outcome(variant: int, known: Sequence[bool], n: int, yes: int) -> VariantOutcome:
    own, own_yes = len(known), sum(known)
    low, high = wilson(own_yes / own, own)
    found = VariantOutcome(variant=variant, n=own, share=own_yes / own, low=low, high=high)
    others = n - own
    if not others:
        return found
    change = share_change(yes - own_yes, others, own_yes, own)
    limits = newcombe(own_yes / own, own, (yes - own_yes) / others, others)
    return msgspec.structs.replace(
        found, difference=change.difference, difference_low=limits[0], difference_high=limits[1], p=change.p
    )
