"""Ulwick's opportunity: importance and satisfaction as shares of 4–5 among the same people, never as means."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from journeymapper.analysis.drivers.answers import outcome_cells, together
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally

DRAWS, SEED = 1000, 20_260_513
Band = Literal["extreme", "high", "worth a look", "unattractive"]


class Opportunity(msgspec.Struct, frozen=True, kw_only=True):
    """I + max(I − S, 0) with I and S as shares of 4–5, times ten; 95 % limits by a seeded bootstrap."""

    importance_point: str
    satisfaction_point: str
    n: int
    importance: float
    satisfaction: float
    value: float
    low: float
    high: float
    band: Band


def opportunity_score(importance: float, satisfaction: float) -> float:
    """I + max(I − S, 0), both 0 to 10."""
    return importance + max(importance - satisfaction, 0.0)


def band_of(value: float) -> Band:
    """Over 15 extreme, 12–15 high, 10–12 worth a look, below unattractive."""
    return "extreme" if value > 15 else "high" if value >= 12 else "worth a look" if value >= 10 else "unattractive"


def opportunity(
    project: Project, tallies: Mapping[str, Tally], importance: str, satisfaction: str, wave: str
) -> Opportunity:
    """The opportunity of two points on 1–5; raises Refusal where different people answered them."""
    import numpy as np

    rows = together(outcome_cells(project, tallies, satisfaction, wave), satisfaction, [importance], wave)
    if rows.n < project.settings.suppress_under or rows.n == 0:
        raise Refusal(
            "{first} and {second} were not answered by the same people, so that there is no opportunity score.",
            first=importance,
            second=satisfaction,
        )
    high = rows.values >= 4
    rng = np.random.default_rng(SEED)
    counts = rng.multinomial(rows.n, rows.counts / rows.counts.sum(), size=DRAWS)
    shares = 10 * (counts @ high) / rows.n
    drawn = shares[:, 0] + np.maximum(shares[:, 0] - shares[:, 1], 0)
    first, second = (10 * (rows.counts @ high) / rows.n).tolist()
    low, top = np.percentile(drawn, [2.5, 97.5]).tolist()
    value = opportunity_score(first, second)
    return Opportunity(
        importance_point=importance,
        satisfaction_point=satisfaction,
        n=rows.n,
        importance=first,
        satisfaction=second,
        value=value,
        low=low,
        high=top,
        band=band_of(value),
    )
