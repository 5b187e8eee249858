"""The published running-example log against its plans, linear, branching and looping (methods.md 6.3 and 6.4)."""

from pathlib import Path

import msgspec
import pytest

from journeymapper.analysis.paths.fitness import Deviations
from journeymapper.analysis.paths.report import PathReport, actual_paths
from tests.analysis.paths.logs import NAMES, RUNNING, journey_of, log_of, log_of_traces, read_csv, read_xes

LINEAR = {
    "RTKDJ": (0.6, 4, (2, 0, 2, 0)),
    "RKCDP": (0.8, 2, (0, 0, 0, 1)),
    "RCKDITKDP": (0.714286, 4, (0, 2, 2, 0)),
    "RKTDJ": (0.6, 4, (2, 0, 2, 0)),
    "RCKDIKCDICKDJ": (0.444444, 10, (1, 6, 3, 0)),
    "RCKDP": (1, 0, (0, 0, 0, 0)),
}
BRANCHING = "RC RT CK TK KD DP DJ"


def fitness_by_trace(report: PathReport) -> dict[str, float]:
    letters = {name: letter for letter, name in NAMES.items()}
    return {"".join(letters.get(step, step) for step in each.path): each.fit.fitness for each in report.variants}


@pytest.fixture
def linear() -> PathReport:
    return actual_paths(journey_of("RCKDP"), [log_of_traces(RUNNING)])


def test_each_case_of_the_linear_plan(linear: PathReport) -> None:
    fitness = fitness_by_trace(linear)
    by_trace = dict(zip(fitness, linear.variants, strict=True))
    for trace, (fit, cost, deviations) in LINEAR.items():
        assert fitness[trace] == pytest.approx(fit, abs=1e-6)
        assert by_trace[trace].fit.cost == cost
        assert msgspec.structs.astuple(by_trace[trace].fit.deviations) == deviations


def test_the_whole_log_of_the_linear_plan(linear: PathReport) -> None:
    assert (linear.cases, linear.events, len(linear.variants), linear.straight) == (6, 42, 6, 1)
    assert linear.fit.log_fitness == pytest.approx(1 - 24 / 72)
    assert linear.fit.mean_fitness == pytest.approx(0.693122, abs=1e-6)
    assert linear.fit.fitting_share == pytest.approx(1 / 6)
    assert linear.fit.deviations == Deviations(missing=5, repeat=8, ad_hoc=9, out_of_order=1)
    assert linear.fit.missing_at == {"P": 3, "C": 2}
    assert linear.unmatched == ("examine thoroughly", "reject request", "reinitiate request")


def test_the_funnel_in_order_and_in_any(linear: PathReport) -> None:
    steps = linear.funnel.steps
    assert [step.reached for step in steps] == [6, 4, 3, 3, 2]
    assert [step.any_order for step in steps] == [6, 4, 6, 6, 3]
    assert [step.strict for step in steps] == [6, 3, 3, 3, 1]
    assert [step.conversion for step in steps] == pytest.approx([1, 4 / 6, 3 / 4, 1, 2 / 3])
    assert [step.dropped for step in steps] == [0, 0, 0, 3, 0]
    assert linear.funnel.completed == 3


def test_rework_and_the_ends_of_cases(linear: PathReport) -> None:
    assert linear.flow.rework_ratio == pytest.approx(9 / 42)
    assert linear.flow.rework_share == pytest.approx(2 / 6)
    assert linear.flow.rework_cases == {"K": 2, "D": 2, "C": 1, "reinitiate request": 1}
    assert linear.flow.begins == {"R": 6}
    assert linear.flow.ends == {"P": 3, "reject request": 3}


def test_the_branching_plan() -> None:
    report = actual_paths(journey_of("RCTKDPJ", BRANCHING), [log_of_traces(RUNNING)])
    wanted = {"RTKDJ": 1, "RKCDP": 0.8, "RCKDITKDP": 0.714286, "RKTDJ": 0.8, "RCKDIKCDICKDJ": 0.555556, "RCKDP": 1}
    assert fitness_by_trace(report) == pytest.approx(wanted, abs=1e-6)
    assert report.fit.log_fitness == pytest.approx(0.777778, abs=1e-6)
    assert report.plan.happy == tuple("RCKDP")


def test_a_planned_loop_is_no_deviation() -> None:
    report = actual_paths(journey_of("RCTKDIPJ", f"{BRANCHING} DI IC IT"), [log_of_traces(RUNNING)])
    wanted = {"RTKDJ": 1, "RKCDP": 0.8, "RCKDITKDP": 1, "RKTDJ": 0.8, "RCKDIKCDICKDJ": 1 - 2 / 18, "RCKDP": 1}
    assert fitness_by_trace(report) == pytest.approx(wanted)
    assert report.fit.deviations == Deviations(out_of_order=3)


def test_the_file_itself_with_its_times(event_logs: Path) -> None:
    time = ("case_id", "activity", "timestamp")
    files = read_csv(event_logs / "running_example.csv", *time, ";"), read_xes(event_logs / "running_example.xes")
    for events in files:
        report = actual_paths(journey_of("RCKDP"), [log_of(events)])
        edges = {(edge.source, edge.target): edge for edge in report.flow.edges}
        assert report.fit.log_fitness == pytest.approx(2 / 3)
        assert len(edges) == 16
        counts = {"KD": 6, "CK": 4, "DP": 3, "RC": 3}
        assert {pair: edges[pair[0], pair[1]].count for pair in counts} == counts
        assert edges["D", "reinitiate request"].count == edges["D", "reject request"].count == 3
        assert edges["K", "D"].gap.median == 129_300
        assert report.flow.duration.median == 815_940
        assert report.flow.gaps.n == 36
        assert report.flow.gaps.median == pytest.approx(25.3667 * 3600, abs=0.2)
        assert report.flow.gaps.p90 == pytest.approx(133.1 * 3600)
