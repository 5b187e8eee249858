"""The vectors of methods.md section 3, each to its last printed digit."""

import pytest

from journeymapper.analysis import pooling
from journeymapper.analysis.distribution import counted, merged
from journeymapper.analysis.intervals import nps_and_se
from journeymapper.analysis.metrics import figure
from journeymapper.model.measurement import Metric

NPS = Metric(id="nps", kind="nps", worst=0, best=10)
A, B = (20, 30, 50), (6, 2, 2)
VALUES, ERRORS = zip(nps_and_se(*A), nps_and_se(*B), strict=True)


def printed(value: float, like: str) -> str:
    """The value with as many decimals as the printed one."""
    return f"{value:.{len(like.partition('.')[2])}f}"


def test_3_1_respondent_pooled() -> None:
    both = merged([counted({0: 20, 7: 30, 9: 50}), counted({0: 6, 7: 2, 9: 2})])
    assert printed(figure(NPS, both).value, "23.6364") == "23.6364"


@pytest.mark.parametrize(("volumes", "expected"), [((1, 1), "-5.0"), ((1000, 9000), "-33.0")])
def test_3_2_means_by_volume(volumes: tuple[float, float], expected: str) -> None:
    assert printed(pooling.weighted_mean(VALUES, volumes, ERRORS).value, expected) == expected


def test_3_2_error_of_the_volume_weighted_mean() -> None:
    mean = pooling.weighted_mean(VALUES, (1000, 9000), ERRORS)
    assert mean.se is not None
    assert mean.low is not None
    assert mean.high is not None
    expected = ("22.7818", "-77.65", "11.65")
    assert tuple(printed(*pair) for pair in zip((mean.se, mean.low, mean.high), expected, strict=True)) == expected
    assert pooling.weighted_mean(VALUES, (1000, 9000), (1.0, None)).low is None


def test_3_4_weakest_link() -> None:
    values = {"A": (VALUES[0], 100), "B": (VALUES[1], 10)}
    assert min(values.values())[0] == -40
    assert pooling.weakest_link(values) == "A"
    assert pooling.weakest_link(values, least_n=10) == "B"
    assert pooling.weakest_upper_limit({"A": 45.0, "B": 9.6}) == "B"


def test_3_5_share_of_volume_below_target() -> None:
    assert pooling.share_below(VALUES, (10, 10), (1000, 9000)) == 0.9


@pytest.mark.parametrize(
    ("successes", "product", "low", "high"),
    [([0.95] * 6, "0.735092", "0.70", "0.95"), ([0.98, 0.90, 0.95], "0.8379", "0.83", "0.90")],
)
def test_3_6_flawless_journey(successes: list[float], product: str, low: str, high: str) -> None:
    found = pooling.flawless_journey(successes)
    assert (printed(found.independent, product), printed(found.low, low), printed(found.high, high)) == (
        product,
        low,
        high,
    )


@pytest.mark.parametrize(("scores", "expected"), [([80, 55, 10, 70], 40), ([90, 10, 50], 30), ([50, 50], 50)])
def test_3_7_peak_end_takes_the_negative_of_equal_peaks(scores: list[float], expected: float) -> None:
    assert pooling.peak_end(scores) == expected
