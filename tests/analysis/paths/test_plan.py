"""Which paths a map plans."""

from journeymapper.analysis.paths.plan import only, plan_of
from journeymapper.analysis.paths.report import actual_paths
from tests.analysis.paths.logs import journey_of, log_of_traces


def test_without_links_the_map_s_order_is_the_path() -> None:
    plan = plan_of(journey_of("abc"))
    assert (plan.steps, plan.happy, plan.entries, plan.exits) == (("a", "b", "c"), ("a", "b", "c"), ("a",), ("c",))
    assert plan.is_linear


def test_a_conditional_touchpoint_may_be_left_out_and_may_come() -> None:
    journey = journey_of("abxc", conditional="x")
    report = actual_paths(journey, [log_of_traces({"1": "abc", "2": "abxc", "3": "axbc"})])
    assert plan_of(journey).happy == ("a", "b", "c")
    assert [each.fit.cost for each in report.variants] == [0, 0, 1]


def test_a_conditional_touchpoint_beside_drawn_links_is_an_optional_step_in_its_place() -> None:
    journey = journey_of("abxc", "ab bc", conditional="x")
    report = actual_paths(journey, [log_of_traces({"1": "abc", "2": "abxc"})])
    assert [each.fit.cost for each in report.variants] == [0, 0]


def test_a_touchpoint_without_a_way_is_on_no_path() -> None:
    journey = journey_of("abxc", "ab bc")
    report = actual_paths(journey, [log_of_traces({"1": "abxc"})])
    assert report.variants[0].fit.deviations.ad_hoc == 1


def test_drawn_ends_are_ends() -> None:
    journey = journey_of("abcd", "ab bc cd b> >c")
    report = actual_paths(journey, [log_of_traces({"1": "ab", "2": "cd", "3": "abcd", "4": "abc"})])
    assert [each.fit.cost for each in report.variants] == [0, 0, 0, 1]


def test_a_map_with_other_links_only_keeps_its_order() -> None:
    journey = journey_of("abc", "ca", kind="loop")
    report = actual_paths(journey, [log_of_traces({"1": "abc", "2": "abcabc"})])
    assert [each.fit.cost for each in report.variants] == [0, 0]


def test_steps_that_no_log_sees_can_be_left_out_of_the_judgement() -> None:
    journey, log = journey_of("abcd"), log_of_traces({"1": "bc", "2": "bcx"})
    strict, seen = actual_paths(journey, [log]), actual_paths(journey, [log], seen_only=True)
    assert strict.unseen == seen.unseen == ("a", "d")
    assert strict.fit.deviations.missing == 4
    assert seen.fit.deviations.missing == 0
    assert [step.reached for step in seen.funnel.steps] == [2, 2]
    assert (strict.straight, seen.straight) == (0, 1)


def test_leaving_out_a_step_keeps_the_ways_past_it() -> None:
    plan = only(plan_of(journey_of("abcd", "ab bc cd bb")), "acd")
    assert (plan.ways, plan.entries, plan.exits) == ((("a", "c"), ("c", "d")), ("a",), ("d",))


def test_an_empty_map_plans_nothing() -> None:
    report = actual_paths(journey_of(""), [log_of_traces({"1": "ab"})])
    assert (report.fit.log_fitness, report.funnel.steps) == (0, ())
