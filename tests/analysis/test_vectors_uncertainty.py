"""The vectors of methods.md section 2, each to its last printed digit."""

from collections.abc import Callable

import pytest

from journeymapper.analysis import intervals, planning, tests_of_change
from journeymapper.analysis.distribution import counted, of_answers
from journeymapper.analysis.intervals import Limits
from journeymapper.analysis.suppression import hidden_cells
from journeymapper.analysis.verdicts import side_of

Counts = tuple[int, int, int]

NPS_TABLE: list[tuple[Counts, str, str, str, str]] = [
    ((10, 20, 30), "33.3333", "14.4736, 52.1931", "13.3012, 50.1909", "13.1740, 50.5639"),
    ((20, 30, 50), "30", "14.6922, 45.3078", "14.0511, 44.2013", "13.9551, 44.3393"),
    ((6, 2, 2), "-40", "-89.5836, 9.5836", "-74.1240, 12.5856", "-75.2616, 15.2913"),
    ((0, 0, 10), "100", "100, 100", "47.5036, 106.3426", "44.4934, 100"),
    ((10, 0, 0), "-100", "-100, -100", "-106.3426, -47.5036", "-100, -44.4934"),
    ((0, 10, 0), "0", "0, 0", "-18.4650, 18.4650", "-27.7533, 27.7533"),
    ((5, 0, 5), "0", "-61.9795, 61.9795", "-51.1274, 51.1274", "-52.6814, 52.6814"),
]


def printed(value: float, like: str) -> str:
    """The value with as many decimals as the printed one, −0 as 0."""
    return f"{round(value, len(like.partition('.')[2])) + 0.0:.{len(like.partition('.')[2])}f}"


def assert_limits(limits: Limits, expected: str) -> None:
    assert ", ".join(printed(*pair) for pair in zip(limits, expected.split(", "), strict=True)) == expected


@pytest.mark.parametrize(("counts", "nps", "wald", "adjusted", "score"), NPS_TABLE)
def test_2_1_nps_table(counts: Counts, nps: str, wald: str, adjusted: str, score: str) -> None:
    assert printed(intervals.nps_and_se(*counts)[0], nps) == nps
    assert_limits(intervals.wald_nps(*counts), wald)
    assert_limits(intervals.adjusted_wald_nps(*counts), adjusted)
    assert_limits(intervals.score_nps(*counts), score)


def test_2_1_trinomial_wald_of_a_thousand() -> None:
    assert_limits(intervals.wald_nps(75, 675, 250), "14.1372, 20.8628")


def test_2_1_limits_are_clipped_to_the_scale() -> None:
    assert intervals.clipped_nps((47.5036, 106.3426)) == (47.5036, 100)
    assert intervals.clipped_nps((-106.3426, -47.5036)) == (-100, -47.5036)


CODES = of_answers([1, 0, -1, 1, 1, 0, -1, 1], [1, 1, 1, 1, 2, 2, 3, 3])
KISH = of_answers([0.0] * 32, [0.8, 1.2, 1.5, 0.6] * 8)
TICKET = of_answers([1, 1, 1, 0, 0, -1])


@pytest.mark.parametrize(
    ("compute", "expected"),
    [
        (lambda: TICKET.variance, "0.5555556"),
        (lambda: 100 * (TICKET.variance / 324) ** 0.5, "4.140867"),
        (lambda: CODES.n_eff, "6.533333"),
        (lambda: 100 * CODES.mean, "21.428571"),
        (lambda: CODES.variance, "0.7397959"),
        (lambda: 100 * (CODES.variance / CODES.n_eff) ** 0.5, "33.650270"),
        (lambda: 100 * CODES.linearised_se, "35.163390"),
        (lambda: KISH.weight, "32.8"),
        (lambda: KISH.n_eff, "28.67377"),
    ],
)
def test_2_1_variance_and_weights(compute: Callable[[], float], expected: str) -> None:
    assert printed(compute(), expected) == expected


@pytest.mark.parametrize(
    ("k", "n", "expected"),
    [
        (81, 263, "0.255289, 0.366210"),
        (15, 148, "0.062386, 0.160487"),
        (1, 29, "0.006113, 0.171755"),
        (8, 10, "0.490162, 0.943318"),
        (0, 10, "0, 0.277533"),
        (10, 10, "0.722467, 1"),
        (20, 100, "0.133367, 0.288829"),
    ],
)
def test_2_2_wilson(k: int, n: int, expected: str) -> None:
    assert_limits(intervals.wilson(k / n, n), expected)


def test_2_2_difference_of_proportions() -> None:
    assert_limits(intervals.newcombe(56 / 70, 70, 48 / 80, 80), "0.052431, 0.333873")
    change = tests_of_change.share_change(48, 80, 56, 70)
    assert printed(change.difference, "0.20") == "0.20"
    assert_limits((change.low, change.high), "0.052431, 0.333873")
    assert (printed(change.statistic, "2.650172"), printed(change.p, "0.008045")) == ("2.650172", "0.008045")


def test_2_3_welch() -> None:
    y, w = of_answers([4, 5, 3, 4, 5, 2, 4, 5, 4, 3]), of_answers([3, 4, 3, 2, 4, 3, 5, 3, 2, 4])
    change = tests_of_change.mean_change(w, y)
    assert change.freedom is not None
    assert printed(change.statistic, "1.380537") == "1.380537"
    assert printed(change.freedom, "17.960226") == "17.960226"
    assert printed(change.p, "0.184362") == "0.184362"
    assert_limits((change.low, change.high), "-0.313234, 1.513234")


@pytest.mark.parametrize(
    ("n", "ranks", "coverage"),
    [
        (5, None, ""),
        (6, (1, 6), "0.96875"),
        (8, (1, 8), ""),
        (10, (2, 9), "0.978516"),
        (12, (3, 10), "0.961426"),
        (15, (4, 12), "0.964844"),
        (20, (6, 15), "0.958611"),
        (25, (8, 18), ""),
        (30, (10, 21), "0.957226"),
        (50, (18, 33), "0.967161"),
        (100, (40, 61), "0.964800"),
    ],
)
def test_2_3_median_ranks(n: int, ranks: tuple[int, int] | None, coverage: str) -> None:
    from scipy.stats import binom

    assert intervals.median_ranks(n) == ranks
    if ranks and coverage:
        assert printed(binom.cdf(ranks[1] - 1, n, 0.5) - binom.cdf(ranks[0] - 1, n, 0.5), coverage) == coverage


@pytest.mark.parametrize(("n", "ranks"), [(40, (32, 40)), (59, (48, 58)), (100, (84, 96))])
def test_2_3_p90_ranks(n: int, ranks: tuple[int, int]) -> None:
    assert intervals.quantile_ranks(n, 0.9) == ranks


@pytest.mark.parametrize(("n", "has_upper"), [(35, False), (36, True)])
def test_2_3_p90_has_an_upper_limit_from_36(n: int, has_upper: bool) -> None:
    found = intervals.quantile_interval(of_answers(range(n)), 0.9)
    assert (found.low is not None, found.high is not None) == (True, has_upper)
    assert bool(found.note) is not has_upper


@pytest.mark.parametrize(
    ("target", "adjusted", "z", "p"),
    [
        (40, False, "-1.280369", "0.200415"),
        (40, True, "-1.413739", "0.157439"),
        (50, True, "-2.713874", "0.006650"),
    ],
)
def test_2_4_nps_against_target(target: float, adjusted: bool, z: str, p: str) -> None:
    found = tests_of_change.nps_against_target((20, 30, 50), target, adjusted=adjusted)
    assert (printed(found.statistic, z), printed(found.p, p)) == (z, p)


@pytest.mark.parametrize(
    ("adjusted", "difference", "se", "z", "p", "limits"),
    [
        (False, "-20", "11.401754", "-1.754116", "0.079411", "-42.3470, 2.3470"),
        (True, "-19.417476", "11.208916", "-1.732324", "0.083216", "-41.3865, 2.5516"),
    ],
)
def test_2_4_two_waves(adjusted: bool, difference: str, se: str, z: str, p: str, limits: str) -> None:
    found = tests_of_change.nps_change((20, 30, 50), (30, 30, 40), adjusted=adjusted)
    values = (found.difference, found.se, found.statistic, found.p)
    expected = (difference, se, z, p)
    assert tuple(printed(*pair) for pair in zip(values, expected, strict=True)) == expected
    assert_limits((found.low, found.high), limits)


def test_2_4_control_limits() -> None:
    low, high = tests_of_change.control_limits(0.3, 0.61, 100)
    assert printed(100 * (high - 0.3), "23.4307") == "23.4307"
    assert printed(100 * (0.3 - low), "23.4307") == "23.4307"


BH_1995 = [
    (0.0001, "0.0015"),
    (0.0004, "0.0030"),
    (0.0019, "0.0095"),
    (0.0095, "0.035625"),
    (0.0201, "0.0603"),
    (0.0278, "0.063857"),
    (0.0298, "0.063857"),
    (0.0344, "0.0645"),
    (0.0459, "0.0765"),
    (0.3240, "0.4860"),
    (0.4262, "0.581182"),
    (0.5719, "0.714875"),
    (0.6528, "0.753231"),
    (0.7590, "0.813214"),
    (1.0, "1"),
]


def test_2_4_benjamini_and_hochberg_1995() -> None:
    adjusted = tests_of_change.adjusted_p([p for p, _ in BH_1995])
    assert [printed(p, like) for p, (_, like) in zip(adjusted, BH_1995, strict=True)] == [like for _, like in BH_1995]
    assert sum(p <= 0.05 for p in adjusted) == 4


@pytest.mark.parametrize(
    ("low", "high", "target", "side"),
    [
        (41, 69, 70, "below"),
        (71, 90, 70, "above"),
        (60, 70, 70, "not distinguishable"),
        (60, 80, 70, "not distinguishable"),
    ],
)
def test_2_4_classes_by_interval(low: float, high: float, target: float, side: str) -> None:
    assert side_of(low, high, target) == side


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({"Sales": 4, "Technology": 9}, {"Sales": "too few", "Technology": "complementary"}),
        ({"Sales": 6, "Technology": 9}, {"Sales": "", "Technology": ""}),
        ({"a": 3, "b": 3, "c": 9}, {"a": "too few", "b": "too few", "c": ""}),
        ({"a": 0, "b": 9}, {"a": "", "b": ""}),
        ({"a": 2, "b": 2, "c": 40, "d": 9}, {"a": "too few", "b": "too few", "c": "", "d": "complementary"}),
    ],
)
def test_2_5_complementary_suppression(sizes: dict[str, int], hidden: dict[str, str]) -> None:
    assert hidden_cells(sizes, 5) == hidden


def test_2_5_a_remainder_of_six_needs_no_complement() -> None:
    assert hidden_cells({"Technology": 9}, 5, unshown=6) == {"Technology": ""}
    assert hidden_cells({"Technology": 9}, 5, unshown=4) == {"Technology": "complementary"}


@pytest.mark.parametrize(
    ("n", "half"),
    [(5, "68.5"), (10, "48.4"), (30, "27.9"), (50, "21.6"), (100, "15.3"), (200, "10.8"), (400, "7.7"), (1000, "4.8")],
)
def test_2_5_precision_at_v_061(n: int, half: str) -> None:
    assert printed(100 * intervals.Z * (0.61 / n) ** 0.5, half) == half
    assert planning.needed_for_precision(0.61, intervals.Z * (0.61 / n) ** 0.5) == n


@pytest.mark.parametrize(
    ("variance", "needed"),
    [
        (1, (4269, 1537, 385)),
        (0.75, (3202, 1153, 289)),
        (0.61, (2604, 938, 235)),
        (5 / 9, (2372, 854, 214)),
        (0.5, (2135, 769, 193)),
    ],
)
def test_2_6_precision(variance: float, needed: Counts) -> None:
    margins = (0.03, 0.05, 0.10)
    assert tuple(planning.needed_for_precision(variance, margin) for margin in margins) == needed
    adjusted = tuple(planning.needed_for_precision(variance, margin, adjusted_wald=True) for margin in margins)
    assert adjusted == tuple(n - 3 for n in needed)


@pytest.mark.parametrize(
    ("compute", "expected"),
    [
        (lambda: planning.answers_for_precision(0.25, 0.05), "384.1459"),
        (lambda: planning.needed_for_precision(0.25, 0.05), "385"),
        (lambda: planning.answers_for_precision(0.04 * 0.96, 0.01), "1475.12"),
        (lambda: planning.answers_for_precision(1, 0.05), "1536.584"),
        (lambda: planning.finite_answers(planning.answers_for_precision(1, 0.05), 2000), "869.211"),
        (lambda: planning.needed_of_finite(1536.584, 2000), "870"),
        (lambda: planning.finite_answers(385, 1000), "278.18"),
        (lambda: planning.needed_of_finite(385, 1000), "279"),
        (lambda: planning.finite_answers(938, 3000), "714.76"),
        (lambda: planning.needed_of_finite(938, 3000), "715"),
        (lambda: 100 * planning.finite_se(0.61, 100, 400), "6.772345"),
        (lambda: planning.answers_for_change(0.61, 0.61, 0.10), "957.56"),
        (lambda: planning.needed_for_change(0.61, 0.61, 0.10), "958"),
        (lambda: planning.needed_for_change(0.61, 0.61, 0.05), "3831"),
        (lambda: planning.needed_for_change(1, 1, 0.10), "1570"),
        (lambda: 100 * planning.detectable_change(0.61, 100, 0.61, 100), "30.94"),
        (lambda: planning.invitations(400, 0.95, 0.12), "3509"),
        (lambda: planning.invited_a_year(12, 90), "3.031142"),
        (lambda: planning.invited_a_year(4, 90), "2.013793"),
        (lambda: planning.invited_a_year(52, 30), "9.859740"),
        (lambda: planning.share_with_silent(0.8, 0.2)[0], "0.16"),
        (lambda: planning.share_with_silent(0.8, 0.2)[1], "0.96"),
        (lambda: planning.nps_with_silent(30, 0.25)[0], "-67.5"),
        (lambda: planning.nps_with_silent(30, 0.25)[1], "82.5"),
    ],
)
def test_2_6_planning(compute: Callable[[], float], expected: str) -> None:
    assert printed(compute(), expected) == expected


def test_2_6_a_chatty_touchpoint_starves_a_rare_one() -> None:
    alone = planning.invited_by_touchpoint({"rare": (4, 1.0)}, 90)["rare"]
    together = planning.invited_by_touchpoint({"rare": (4, 1.0), "chatty": (104, 0.5)}, 90)
    assert alone == planning.invited_a_year(4, 90)
    assert together["rare"] < alone / 5
    assert sum(together.values()) == pytest.approx(planning.invited_a_year(56, 90))


EXACT_COVERAGE = [
    (10, (0.1, 0.3, 0.6), "0.8725", "0.9467", "0.9548"),
    (10, (0.3, 0.3, 0.4), "0.8996", "0.9480", "0.9554"),
    (10, (0.02, 0.18, 0.80), "0.8860", "0.9369", "0.8882"),
    (30, (0.02, 0.18, 0.80), "0.8940", "0.9494", "0.8970"),
    (50, (0.1, 0.3, 0.6), "0.9393", "0.9486", "0.9429"),
    (100, (0.02, 0.18, 0.80), "0.9316", "0.9545", "0.9429"),
]


@pytest.mark.parametrize(("n", "shares", "wald", "adjusted", "t"), EXACT_COVERAGE)
def test_2_1_exact_coverage_of_nps_intervals(
    n: int, shares: tuple[float, float, float], wald: str, adjusted: str, t: str
) -> None:
    from scipy.stats import multinomial

    true = 100 * (shares[2] - shares[0])
    covered = {"wald": 0.0, "adjusted": 0.0, "t": 0.0}
    outcomes = [(d, n - d - p, p) for d in range(n + 1) for p in range(n + 1 - d)]
    probabilities = multinomial.pmf(outcomes, n, shares)
    for counts, probability in zip(outcomes, probabilities, strict=True):
        mean = intervals.t_mean(counted(dict(zip((-100, 0, 100), counts, strict=True))))
        limits = {
            "wald": intervals.wald_nps(*counts),
            "adjusted": intervals.adjusted_wald_nps(*counts),
            "t": (mean.low if mean.low is not None else 1000.0, mean.high if mean.high is not None else -1000.0),
        }
        for name, (low, high) in limits.items():
            if low <= true <= high:
                covered[name] += probability
    expected = {"wald": wald, "adjusted": adjusted, "t": t}
    assert {name: printed(covered[name], "0.0000") for name in covered} == expected
