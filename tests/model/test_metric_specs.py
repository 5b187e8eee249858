"""Short forms of metrics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.model.limits import clean
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from tests.strategies import METRICS

FORMS = [
    ("nps", "nps", "nps", 0, 10, ()),
    (" NPS : 0 .. 10 ", "nps", "nps", 0, 10, ()),
    ("csat", "csat", "csat", 1, 5, ()),
    ("csat:1..7", "csat:1..7", "csat", 1, 7, ()),
    ("csat-mean:5..1", "csat-mean:5..1", "csat-mean", 5, 1, ()),
    ("ces1", "ces1", "ces1", 5, 1, ()),
    ("ces2:1..7", "ces2", "ces2", 1, 7, ()),
    ("fcr", "fcr", "fcr", 0, 100, ("yes",)),
    ("share", "share:yes", "share", 0, 100, ("yes",)),
    ("share:Kyllä", "share:kyllä", "share", 0, 100, ("kyllä",)),
    ("share:yes:100..0", "share:yes:100..0", "share", 100, 0, ("yes",)),
    ("share:klo 12:30", "share:klo 12:30", "share", 0, 100, ("klo 12:30",)),
    ("share:klo 12:30:0..50", "share:klo 12:30:0..50", "share", 0, 50, ("klo 12:30",)),
    ("stars:1..10", "stars:1..10", "stars", 1, 10, ()),
    ("smiley", "smiley", "smiley", 1, 4, ()),
    ("smiley:4..1", "smiley:4..1", "smiley", 4, 1, ()),
    ("median", "median", "median", 0, 100, ()),
    ("p90:30..0", "p90:30..0", "p90", 30, 0, ()),
    ("mean:4..10", "mean:4..10", "mean", 4, 10, ()),
    ("top", "top", "top", 1, 5, ()),
    ("top:1..7:3", "top:1..7:3", "top", 1, 7, ()),
    ("net:1..7", "net:1..7", "net", 1, 7, ()),
    ("net:1..5:1/2", "net:1..5:1/2", "net", 1, 5, ()),
    ("rate:30..0:100", "rate:30..0:100", "rate", 30, 0, ()),
    ("mean:−2..2.5", "mean:-2..2.5", "mean", -2, 2.5, ()),
]


@pytest.mark.parametrize(("text", "key", "kind", "worst", "best", "counted"), FORMS)
def test_short_forms(text: str, key: str, kind: str, worst: float, best: float, counted: tuple[str, ...]) -> None:
    metric = parse_metric(text)
    assert (metric.id, metric.kind, metric.worst, metric.best, metric.counted) == (key, kind, worst, best, counted)
    assert parse_metric(metric.id) == metric
    assert clean(metric) is metric


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not a metric; there are nps, csat"),
        ("cast", "“cast” is not a metric"),
        ("csat:5", "write it as worst..best"),
        ("csat:1...5", "write it as worst..best"),
        ("csat:1-5", "write it as worst..best"),
        ("csat:1..5:2", "write it as worst..best"),
        ("mean:1..nan", "write it as worst..best"),
        ("mean:1..1e9", "write it as worst..best"),
        ("mean:3..3", "two different numbers"),
        ("mean:0..9999999999999999", "two different numbers"),
        ("csat:1..5.5", "whole numbers"),
        ("stars:0..1000", "whole numbers"),
        ("top:1..5:5", "more answers than its scale"),
        ("net:1..3:2/2", "more answers than its scale"),
        ("net:1..5:1", "counts that can be read"),
        ("rate:30..0:x", "counts that can be read"),
        ("csat:1..2", "scale of three at least"),
        ("nps:1..7", "NPS is asked from 0 to 10"),
        ("nps:10..0", "NPS is asked from 0 to 10"),
        ("share:" + "x" * 201, "too long"),
    ],
)
def test_what_is_no_metric_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        parse_metric(text)


@given(
    st.text(max_size=30) | st.builds("{}:{}".format, st.sampled_from(METRICS), st.text("0123456789.:-−ax ", max_size=9))
)
def test_any_text_is_a_metric_or_a_refusal(text: str) -> None:
    try:
        metric = parse_metric(text)
    except Refusal:
        return
    assert parse_metric(metric.id) == metric
