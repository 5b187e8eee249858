"""Order of events, logs joined by a customer, open cases, turns off the path and outcomes by variant."""

import numpy as np
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from journeymapper.analysis.paths.report import Outcome, actual_paths
from tests.analysis.paths.logs import journey_of, log_of, log_of_traces

DAY = 86_400.0


def test_events_are_put_in_the_order_of_time_and_ties_stay_as_in_the_file() -> None:
    log = log_of([("1", "c", 9.0), ("2", "b", None), ("1", "a", 1.0), ("2", "a", 5.0), ("1", "b", 1.0)])
    report = actual_paths(journey_of("abc"), [log])
    assert {each.path for each in report.variants} == {("a", "b", "c"), ("b", "a")}
    assert (report.ties, report.undated) == (1, 1)


def test_several_logs_are_joined_by_the_customer() -> None:
    web = log_of([("s1", "a", 1.0), ("s2", "b", 2.0)], customer=["anna", "anna"])
    phone = log_of([("call-7", "c", 3.0), ("call-8", "c", 4.0)], **{"case:customer": ["anna", ""]})
    report = actual_paths(journey_of("abc"), [web, phone], join="customer")
    assert {each.path: each.cases for each in report.variants} == {("a", "b", "c"): 1, ("c",): 1}


def test_labels_match_without_capitals_or_double_spaces_and_as_chosen() -> None:
    log = log_of([("1", "  A ", 1.0), ("1", "Second   step", 2.0), ("1", "odd", 3.0)])
    report = actual_paths(journey_of("ab"), [log], labels={"second step": "b"})
    assert report.variants[0].path == ("a", "b", "odd")
    assert report.unmatched == ("odd",)


def test_open_cases_leave_the_funnel_alone_and_only_with_a_window() -> None:
    events = [("1", "a", 0.0), ("1", "b", 2 * DAY), ("2", "a", 0.0), ("3", "a", 9 * DAY), ("4", "b", 10 * DAY)]
    journey = journey_of("ab")
    without, within = actual_paths(journey, [log_of(events)]), actual_paths(journey, [log_of(events)], window=5)
    assert without.fit == within.fit
    assert (without.funnel.cases, without.funnel.open_cases) == (4, 0)
    assert (within.funnel.cases, within.funnel.open_cases) == (2, 2)
    assert [step.reached for step in within.funnel.steps] == [2, 1]
    assert [step.dropped for step in within.funnel.steps] == [1, 0]
    assert [step.dropped for step in without.funnel.steps] == [2, 0]


def test_a_step_after_the_window_was_not_reached_in_it() -> None:
    events = [("1", "a", 0.0), ("1", "b", 6 * DAY), ("2", "a", 0.0), ("2", "b", 20 * DAY)]
    report = actual_paths(journey_of("ab"), [log_of(events)], window=7)
    assert [step.reached for step in report.funnel.steps] == [2, 1]


def test_steps_of_the_funnel_have_wilson_limits() -> None:
    report = actual_paths(
        journey_of("ab"), [log_of_traces({**{str(k): "ab" for k in range(7)}, **{f"x{k}": "a" for k in range(3)}})]
    )
    step = report.funnel.steps[1]
    assert (step.low, step.high) == pytest.approx(proportion_confint(7, 10, method="wilson"))
    first = report.funnel.steps[0]
    assert (first.dropped, first.drop_off) == (3, 0.3)
    assert (first.drop_low, first.drop_high) == pytest.approx(proportion_confint(3, 10, method="wilson"))


def test_loops_self_loops_skips_and_detours() -> None:
    report = actual_paths(journey_of("abcd"), [log_of_traces({"1": "aabxyd", "2": "abcbcd", "3": "abxyd"})])
    flow = report.flow
    assert [(turn.source, turn.target, turn.count) for turn in flow.self_loops] == [("a", "a", 1)]
    assert [(turn.source, turn.target, turn.count) for turn in flow.loops] == [("c", "b", 1)]
    assert [(turn.source, turn.target, turn.via, turn.count) for turn in flow.skips] == [("b", "d", ("c",), 2)]
    assert [(turn.source, turn.target, turn.via, turn.count) for turn in flow.detours] == [("b", "d", ("x", "y"), 2)]


def test_times_on_an_edge_are_median_and_p90_of_its_gaps() -> None:
    gaps = [3.0, 9.0, 4.0, 1.0, 20.0, 7.0]
    events = [event for k, gap in enumerate(gaps) for event in ((str(k), "a", 0.0), (str(k), "b", gap))]
    edge = actual_paths(journey_of("ab"), [log_of(events)]).flow.edges[0]
    assert (edge.gap.median, edge.gap.p90) == pytest.approx(tuple(np.percentile(gaps, [50, 90])))


def test_outcome_by_variant_with_intervals_against_the_others() -> None:
    traces = {f"s{k}": "ab" for k in range(20)} | {f"x{k}": "axb" for k in range(20)}
    log = log_of_traces(traces)
    pleased = {f"s{k}" for k in range(1, 20)} | {"x1", "x2"}
    log = log._replace(attributes={"case:happy": ["yes" if case in pleased else "no" for case in log.cases]})
    report = actual_paths(journey_of("ab"), [log], outcome=Outcome("happy", "YES"))
    first = report.outcomes[0]
    assert (first.n, first.share) == (20, 0.95)
    assert (first.low, first.high) == pytest.approx(proportion_confint(19, 20, method="wilson"))
    limits = confint_proportions_2indep(19, 20, 2, 20, method="newcomb")
    assert (first.difference_low, first.difference_high) == pytest.approx(limits)
    assert [each.certain for each in report.outcomes] == [True, True]


def test_entropy_of_variants() -> None:
    report = actual_paths(
        journey_of("ab"), [log_of_traces({str(k): "a" if k < 5 else "b" if k < 8 else "ab" for k in range(10)})]
    )
    assert report.entropy == pytest.approx(0.937231, abs=1e-6)
