"""How much of a journey is planned, live and evidenced by measurement (methods.md 5.3)."""

from journeymapper.analysis.coverage.dimension import Coverage, Weighted, share_of_volume, weighted
from journeymapper.analysis.coverage.journeys import JourneyCoverage, coverage, plan_coverage
from journeymapper.analysis.coverage.levels import (
    EVIDENCE_N,
    STEPS,
    Step,
    is_evidenced,
    is_live,
    is_planned,
    is_waived,
    step_of,
)
from journeymapper.analysis.coverage.plan import PlanCoverage

__all__ = [
    "EVIDENCE_N",
    "STEPS",
    "Coverage",
    "JourneyCoverage",
    "PlanCoverage",
    "Step",
    "Weighted",
    "coverage",
    "is_evidenced",
    "is_live",
    "is_planned",
    "is_waived",
    "plan_coverage",
    "share_of_volume",
    "step_of",
    "weighted",
]
