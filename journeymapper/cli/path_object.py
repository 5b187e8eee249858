"""What event logs say people did, as an object for scripts."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeymapper.analysis.paths.flow import Flow, Turn
    from journeymapper.analysis.paths.report import PathReport
    from journeymapper.model.journey import Journey

    Name = Callable[[str], str]


def step_namer(journey: "Journey") -> "Name":
    """Names of touchpoints by their ids; labels that no touchpoint has stay as they are."""

    def name(step: str) -> str:
        touchpoint = journey.touchpoints.get(step)
        return touchpoint.name if touchpoint else step

    return name


def judgement_object(report: "PathReport", journey: "Journey") -> dict[str, object]:
    """What depends on the plan: fitness, deviations and funnel."""
    return {
        **_fitness(report),
        "funnel": _funnel(report, step_namer(journey)),
    }


def path_object(report: "PathReport", journey: "Journey") -> dict[str, object]:
    """The report for scripts, touchpoints by their names; shares and fitness are 0 to 1, times in seconds."""
    name, fit = step_namer(journey), report.fit
    return {
        "journey": journey.name,
        "cases": report.cases,
        "events": report.events,
        **_fitness(report),
        "missing_at": _named(fit.missing_at, name),
        "repeated_at": _named(fit.repeated_at, name),
        "ad_hoc_at": _named(fit.ad_hoc_at, name),
        "funnel": _funnel(report, name),
        "closed_cases": report.funnel.cases,
        "open_cases": report.funnel.open_cases,
        "completed": report.funnel.completed,
        "window": report.funnel.window,
        "variants": _variants(report, name),
        "entropy": report.entropy,
        **_flow(report.flow, name),
        "unseen": [name(step) for step in report.unseen],
        "unmatched": list(report.unmatched),
        "ties": report.ties,
        "undated": report.undated,
    }


def _fitness(report: "PathReport") -> dict[str, object]:
    fit = report.fit
    return {
        "log_fitness": fit.log_fitness,
        "mean_fitness": fit.mean_fitness,
        "fitting_share": fit.fitting_share,
        "straight": report.straight,
        "deviations": fit.deviations,
    }


def _flow(flow: "Flow", name: "Name") -> dict[str, object]:
    return {
        "edges": [
            {
                "source": name(edge.source),
                "target": name(edge.target),
                "count": edge.count,
                "cases": edge.cases,
                "median": edge.gap.median,
                "p90": edge.gap.p90,
            }
            for edge in flow.edges
        ],
        "begins": _named(flow.begins, name),
        "ends": _named(flow.ends, name),
        "loops": _turns(flow.loops, name),
        "self_loops": _turns(flow.self_loops, name),
        "skips": _turns(flow.skips, name),
        "detours": _turns(flow.detours, name),
        "rework": {
            "ratio": flow.rework_ratio, "case_share": flow.rework_share, "cases": _named(flow.rework_cases, name)
        },
        "gaps": flow.gaps,
        "duration": flow.duration,
    }  # fmt: skip


def _named(counts: Mapping[str, int], name: "Name") -> dict[str, int]:
    return {name(step): count for step, count in counts.items()}


def _funnel(report: "PathReport", name: "Name") -> list[dict[str, object]]:
    from journeymapper.analysis.paths.funnel import FunnelStep

    facts = [field for field in FunnelStep.__struct_fields__ if field != "step"]
    return [
        {"touchpoint": name(step.step), **{fact: getattr(step, fact) for fact in facts}} for step in report.funnel.steps
    ]


def _variants(report: "PathReport", name: "Name") -> list[dict[str, object]]:
    outcomes = {each.variant: each for each in report.outcomes}
    rows = []
    for place, each in enumerate(report.variants):
        row: dict[str, object] = {
            "path": [name(step) for step in each.path],
            "cases": each.cases,
            "share": each.share,
            "fitness": each.fit.fitness,
            "cost": each.fit.cost,
            "deviations": each.fit.deviations,
        }
        rows.append({**row, "outcome": outcomes[place]} if place in outcomes else row)
    return rows


def _turns(turns: "Iterable[Turn]", name: "Name") -> list[dict[str, object]]:
    return [
        {
            "source": name(turn.source),
            "target": name(turn.target),
            "via": [name(step) for step in turn.via],
            "count": turn.count,
            "cases": turn.cases,
        }
        for turn in turns
    ]
