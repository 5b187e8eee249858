"""The vectors of methods.md section 1, each to its last printed digit."""

from collections.abc import Callable

import pytest

from journeymapper.analysis import composite, indices, intervals, metrics
from journeymapper.analysis.distribution import Distribution, counted, of_answers
from journeymapper.analysis.indices import poisson_interval
from journeymapper.analysis.intervals import t_mean
from journeymapper.analysis.normalise import goalposts, reverse_coded, score100
from journeymapper.model.measurement import Metric, MetricKind
from journeymapper.model.metric_specs import parse_metric


def printed(value: float, like: str) -> str:
    """The value with as many decimals as the printed one."""
    return f"{value:.{len(like.partition('.')[2])}f}"


def metric(kind: MetricKind, worst: float, best: float) -> Metric:
    return Metric(id=kind, kind=kind, worst=worst, best=best)


NPS, CSAT, SMILEY = metric("nps", 0, 10), metric("csat", 1, 5), metric("smiley", 1, 4)
CES2_ANSWERS = counted(dict(zip(range(1, 8), [2, 3, 5, 10, 20, 35, 25], strict=True)))
CSAT_ANSWERS = of_answers([4, 5, 3, 4, 5, 2, 4, 5, 4, 3])
WAITS = of_answers([2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 12, 15, 18, 25])
PRESSES = counted({4: 60, 3: 25, 2: 10, 1: 5})


@pytest.mark.parametrize(
    ("kind", "worst", "best", "value", "expected", "clipped"),
    [
        ("ces1", 5, 1, 2.0, "75.0", False),
        ("ces2", 1, 7, 5.5, "75.0", False),
        ("csat-mean", 1, 5, 3.9, "72.5", False),
        ("stars", 1, 5, 4.2, "80.0", False),
        ("nps", 0, 10, 30, "65.0", False),
        ("median", 30, 0, 12, "60.0", False),
        ("median", 30, 0, 45, "0.0", True),
    ],
)
def test_1_0_normalisation(
    kind: MetricKind, worst: float, best: float, value: float, expected: str, clipped: bool
) -> None:
    placed, was_clipped = score100(metric(kind, worst, best), value)
    assert (printed(placed, expected), was_clipped) == (expected, clipped)


def test_1_3_ways_to_count_effort_are_metrics() -> None:
    agreeing, net = parse_metric("top:1..7:3"), parse_metric("net:1..7")
    assert printed(metrics.figure(agreeing, CES2_ANSWERS).value, "80.0") == "80.0"
    assert printed(metrics.figure(net, CES2_ANSWERS).value, "50.0") == "50.0"
    assert (goalposts(net), goalposts(agreeing)) == ((-100.0, 100.0), (0.0, 100.0))
    low, high = intervals.adjusted_wald_nps(10, 30, 60)
    found = metrics.figure(net, CES2_ANSWERS).interval
    assert (found.low, found.high) == pytest.approx((low, high))
    assert metrics.figure(agreeing, CES2_ANSWERS).interval.low == pytest.approx(100 * intervals.wilson(0.8, 100)[0])


def test_1_6_net_shares_of_the_three_es() -> None:
    three = [(60, 25, 15), (70, 20, 10), (50, 30, 20)]
    parts = [
        metrics.figure(parse_metric("net"), counted({5: high, 3: middle, 1: low})).value for high, middle, low in three
    ]
    assert parts == [45.0, 60.0, 30.0]


def test_1_7_a_rate_has_the_exact_poisson_limits() -> None:
    from scipy.stats import chi2

    found = metrics.figure(parse_metric("rate:30..0"), counted({0: 1990, 1: 8, 2: 2}))
    assert found.value == pytest.approx(6.0)
    exact = 1000 * chi2.ppf(0.025, 24) / 2 / 2000, 1000 * chi2.ppf(0.975, 26) / 2 / 2000
    assert (found.interval.low, found.interval.high) == pytest.approx(exact)
    none = metrics.figure(parse_metric("rate:30..0"), counted({0: 100}))
    assert (none.value, none.interval.low) == (0.0, 0.0)


@pytest.mark.parametrize(("answer", "low", "high", "reversed_"), [(2, 1, 5, 4), (3, 0, 10, 7), (7, 1, 7, 1)])
def test_1_0_reverse_coding(answer: float, low: float, high: float, reversed_: float) -> None:
    assert reverse_coded(answer, low, high) == reversed_


@pytest.mark.parametrize(
    ("answers", "classes", "expected"),
    [
        (of_answers(range(1, 11)), (6, 2, 2), "-40"),
        (counted({0: 10, 7: 20, 9: 30}), (10, 20, 30), "33.333333"),
        (of_answers([0, 7, 7, 9, 9, 9]), (1, 2, 3), "33.333333"),
        (of_answers([0]), (1, 0, 0), "-100"),
        (of_answers([10]), (0, 0, 1), "100"),
        (of_answers([7]), (0, 1, 0), "0"),
    ],
)
def test_1_1_nps(answers: Distribution, classes: tuple[int, int, int], expected: str) -> None:
    figure = metrics.figure(NPS, answers)
    assert printed(figure.value, expected) == expected
    assert tuple(share.count for share in figure.shares) == classes
    assert str(figure.value) != "-0.0"


def test_1_2_csat() -> None:
    mean = t_mean(CSAT_ANSWERS)
    assert mean.low is not None
    assert mean.high is not None
    deviation = (CSAT_ANSWERS.variance * 10 / 9) ** 0.5
    assert [
        printed(value, like)
        for value, like in [
            (CSAT_ANSWERS.mean, "3.9"),
            (deviation, "0.9944289260"),
            (mean.low, "3.1886284003"),
            (mean.high, "4.6113715997"),
            (metrics.box(CSAT, CSAT_ANSWERS, best=1) / 100, "0.3"),
            (metrics.box(CSAT, CSAT_ANSWERS, best=2) / 100, "0.7"),
            (score100(metric("csat-mean", 1, 5), CSAT_ANSWERS.mean)[0], "72.5"),
        ]
    ] == ["3.9", "0.9944289260", "3.1886284003", "4.6113715997", "0.3", "0.7", "72.5"]
    assert metrics.figure(CSAT, CSAT_ANSWERS).value == 70
    assert metrics.box(CSAT, CSAT_ANSWERS, worst=2) == 10


@pytest.mark.parametrize(
    ("scale", "counted_answers"),
    [((1, 5), {4, 5}), ((1, 7), {6, 7}), ((1, 10), {9, 10}), ((0, 10), {9, 10}), ((5, 1), {1, 2})],
)
def test_1_2_top_two_boxes(scale: tuple[int, int], counted_answers: set[int]) -> None:
    chosen = metric("csat", *scale)
    answers = range(min(scale), max(scale) + 1)
    assert {each for each in answers if metrics.coded(chosen, of_answers([each])).mean} == counted_answers
    assert goalposts(chosen) == (0, 100)


@pytest.mark.parametrize(
    ("compute", "expected"),
    [
        (lambda: CES2_ANSWERS.mean, "5.48"),
        (lambda: indices.ces_agreeing(CES2_ANSWERS), "80"),
        (lambda: indices.ces_net(CES2_ANSWERS), "50"),
        (lambda: indices.gross_fcr(640, 1000), "64.0"),
        (lambda: indices.net_fcr(640, 1000, 120), "72.7273"),
        (lambda: metrics.figure(SMILEY, PRESSES).value, "80.0"),
        (lambda: metrics.box(SMILEY, PRESSES, best=2), "85.0"),
        (lambda: (metrics.coded(SMILEY, PRESSES).variance * 100 / 99) ** 0.5, "28.8188740"),
        (lambda: t_mean(metrics.coded(SMILEY, PRESSES)).low, "74.28171"),
        (lambda: t_mean(metrics.coded(SMILEY, PRESSES)).high, "85.71829"),
        (lambda: indices.net_share(15, 25, 60), "45"),
        (lambda: indices.net_share(10, 20, 70), "60"),
        (lambda: indices.net_share(20, 30, 50), "30"),
        (lambda: indices.three_e_index(45, 60, 30), "45.0"),
        (lambda: indices.sus([4, 2, 5, 1, 4, 2, 4, 2, 5, 1]), "85.0"),
        (lambda: indices.umux_lite(6, 5), "75.0"),
        (lambda: indices.ux_lite(4, 5), "87.5"),
        (lambda: indices.compound_sentiment(-1), "0"),
        (lambda: metrics.figure(metric("median", 30, 0), WAITS).value, "7"),
        (lambda: metrics.figure(metric("p90", 30, 0), WAITS).value, "16.8"),
        (lambda: composite.arithmetic([80, 40, 60], [0.5, 0.3, 0.2]), "64.0"),
        (lambda: composite.geometric([80, 40, 60], [0.5, 0.3, 0.2]), "61.34698747"),
    ],
)
def test_1_3_to_1_8(compute: Callable[[], float], expected: str) -> None:
    assert printed(compute(), expected) == expected


def test_1_7_poisson_against_scipy() -> None:
    from scipy.stats import chi2

    for events in (1, 7, 40):
        expected = (chi2.ppf(0.025, 2 * events) / 2, chi2.ppf(0.975, 2 * events + 2) / 2)
        assert poisson_interval(events) == pytest.approx(expected, rel=1e-9)
    assert poisson_interval(0)[0] == 0


def test_1_8_missing_part() -> None:
    found = composite.composite([80, None, 60], [0.5, 0.3, 0.2])
    assert found.value is not None
    assert printed(found.value, "74.285714") == "74.285714"
    assert (round(found.bounds.low, 9), round(found.bounds.high, 9), round(found.covered, 9)) == (52, 82, 0.7)
    assert composite.composite([80, None], [0.6, 0.4]).value is None
    assert composite.composite_se([3.0, 4.0], [1, 1]) == 2.5
