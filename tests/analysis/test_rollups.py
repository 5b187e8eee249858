"""Rollups, headline, coverage and trace of a small journey whose counts are known by hand."""

from datetime import date

import msgspec
import pytest

from journeymapper.analysis.coverage import coverage, share_of_volume
from journeymapper.analysis.findings import headline
from journeymapper.analysis.planning import more_answers_needed
from journeymapper.analysis.pooling import metric_rollups
from journeymapper.analysis.rollups import roll_up, shown_score, worst_score
from journeymapper.analysis.score import Score, Verdict
from journeymapper.analysis.trace import traces
from journeymapper.model.journey import HandOff, Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, ColumnUse, Mapping, ResultSet, Unused

TOUCHPOINTS = (
    Touchpoint(id="offer", name="Offer", moment_of_truth=True, volume=400, volume_unit="sites", channels=("mail",)),
    Touchpoint(id="dates", name="Dates", moment_of_truth=True, volume=100, volume_unit="sites", channels=("phone",)),
    Touchpoint(id="dig", name="Digging", volume=500, volume_unit="sites", channels=("phone", "site")),
    Touchpoint(id="bill", name="Invoice", volume=0, volume_unit="sites", channels=("mail",)),
    Touchpoint(id="contract", name="Contract", not_measured_because="asked at the start", channels=("mail",)),
    Touchpoint(id="neighbour", name="Neighbour", in_scope=False),
)
JOURNEY = Journey(
    id="journey",
    name="Drainage",
    stage_order=("agree", "work"),
    stages={
        "agree": Stage(id="agree", name="Agree", touchpoints=("offer", "contract", "neighbour")),
        "work": Stage(id="work", name="Work", touchpoints=("dates", "dig", "bill")),
    },
    touchpoints={each.id: each for each in TOUCHPOINTS},
    hand_offs={
        "h1": HandOff(id="h1", source="offer", target="dates"),
        "h2": HandOff(id="h2", source="dig", target="bill"),
    },
)
CSAT = Metric(id="csat-mean", kind="csat-mean", worst=1, best=5)
SHARE = Metric(id="share:yes", kind="share", worst=0, best=100)
POINTS = (
    MeasurementPoint(id="P1", anchor=Anchor("touchpoint", "offer"), metric="csat-mean", status="live"),
    MeasurementPoint(id="P2", anchor=Anchor("touchpoint", "dates"), metric="share:yes", also_covers=("h1",)),
    MeasurementPoint(id="P3", anchor=Anchor("touchpoint", "dates"), metric="csat-mean", channels=("phone",)),
    MeasurementPoint(
        id="P4", anchor=Anchor("touchpoint", "dig"), metric="csat-mean", status="live", channels=("site",)
    ),
    MeasurementPoint(id="P5", anchor=Anchor("touchpoint", "bill"), metric="share:yes", status="idea"),
    MeasurementPoint(id="P6", anchor=Anchor("journey", "journey"), metric="csat-mean"),
    MeasurementPoint(id="P7", anchor=Anchor("relationship"), metric="csat-mean"),
)
PROJECT = Project(
    id="p",
    name="Drainage",
    journeys={"journey": JOURNEY},
    journey_order=("journey",),
    metrics={CSAT.id: CSAT, SHARE.id: SHARE},
    points={each.id: each for each in POINTS},
    point_order=tuple(each.id for each in POINTS),
)


def mean(point: str, value: float, target: float | None, verdict: Verdict, n: int = 60) -> Score:
    """A score of 1–5 ± 0.3."""
    return Score(
        point=point,
        n=n,
        value=value,
        low=value - 0.3,
        high=value + 0.3,
        target=target,
        gap=None if target is None else value - target,
        verdict=verdict,
        score100=25 * (value - 1),
        target100=None if target is None else 25 * (target - 1),
        indicative=n < 30,
    )


SCORES = {
    "P1": mean("P1", 3.0, 4.0, "worse"),
    "P2": Score(point="P2", n=47, value=55.0, target=90, gap=-35, verdict="worse", score100=55, target100=90),
    "P3": mean("P3", 4.6, 4.0, "better", n=20),
    "P4": mean("P4", 4.6, 4.0, "better"),
    "P5": Score(point="P5", verdict="not measured"),
    "P6": mean("P6", 4.2, 4.0, "uncertain"),
    "P7": mean("P7", 4.4, None, "no target"),
}


def test_a_journey_counts_its_touchpoints_and_names_the_worst() -> None:
    rollup = roll_up(PROJECT, JOURNEY, SCORES)
    assert (rollup.measured, rollup.to_measure) == (3, 4)
    assert (rollup.worse, rollup.better, rollup.worst) == (2, 1, "dates")
    assert (rollup.moments, rollup.moments_measured, rollup.moments_worse) == (2, 2, 2)
    assert [score.point for score in rollup.journey_scores + rollup.relationship_scores] == ["P6", "P7"]
    assert rollup.share_of_volume_below == 50


def test_a_stage_does_so_too() -> None:
    stages = roll_up(PROJECT, JOURNEY, SCORES).stages
    assert (stages["agree"].touchpoints, stages["agree"].measured, stages["agree"].worst) == (2, 1, "offer")
    assert (stages["work"].touchpoints, stages["work"].worse, stages["work"].better) == (3, 1, 1)
    assert roll_up(PROJECT, JOURNEY, {}).stages["work"].worst is None


def test_one_metric_is_averaged_by_volume_beside_its_worst() -> None:
    (found,) = roll_up(PROJECT, JOURNEY, SCORES).metrics
    assert (found.metric, found.worst, found.worst_value, found.covered) == ("csat-mean", "offer", 3.0, 100)
    assert found.value == pytest.approx((400 * 3.0 + 100 * 4.6 + 500 * 4.6) / 1000)
    assert found.low is not None
    assert found.low < found.value < (found.high or 0)
    without_offer = {key: score for key, score in SCORES.items() if key != "P1"}
    (partly,) = metric_rollups(PROJECT, TOUCHPOINTS, without_offer)
    assert partly.covered == pytest.approx(60)
    assert (partly.bounds.low, partly.bounds.high) == pytest.approx((4.6 * 0.6 + 1 * 0.4, 4.6 * 0.6 + 5 * 0.4))
    assert metric_rollups(PROJECT, TOUCHPOINTS, {"P1": SCORES["P1"], "P3": SCORES["P3"]})[0].covered == 50
    assert metric_rollups(PROJECT, TOUCHPOINTS, {"P3": SCORES["P3"]}) == ()


def test_volumes_in_different_units_are_not_added() -> None:
    visits = msgspec.structs.replace(TOUCHPOINTS[0], volume_unit="visits")
    journey = msgspec.structs.replace(JOURNEY, touchpoints={**JOURNEY.touchpoints, "offer": visits})
    rollup = roll_up(PROJECT, journey, SCORES)
    assert (rollup.share_of_volume_below, rollup.metrics) == (None, ())


def test_the_card_shows_the_chosen_point_else_the_first_with_data() -> None:
    dates = JOURNEY.touchpoints["dates"]
    chosen = msgspec.structs.replace(dates, shown_point="P3")
    assert shown_score(PROJECT, dates, SCORES) is SCORES["P2"]
    assert shown_score(PROJECT, chosen, SCORES) is SCORES["P3"]
    hidden = Score(point="P2", hidden="too few", verdict="too few")
    assert shown_score(PROJECT, dates, {**SCORES, "P2": hidden}) is SCORES["P3"]
    assert shown_score(PROJECT, dates, {"P2": hidden}) is hidden
    assert shown_score(PROJECT, JOURNEY.touchpoints["contract"], SCORES) is None


@pytest.mark.parametrize(
    ("scores", "worst"),
    [
        ([mean("a", 4.5, 4.8, "uncertain"), mean("b", 4.0, 4.2, "worse")], "b"),
        ([mean("a", 3.0, 4.0, "worse", n=12), mean("b", 4.0, 4.2, "worse")], "b"),
        ([mean("a", 3.0, 4.0, "worse", n=12), mean("b", 4.0, 4.2, "uncertain")], "a"),
        ([mean("a", 2.0, None, "no target"), mean("b", 4.0, 4.2, "uncertain")], "b"),
        ([mean("a", 2.0, None, "no target"), mean("b", 4.0, None, "no target")], "a"),
        ([Score(point="a", verdict="too few", hidden="too few")], None),
    ],
)
def test_the_worst_score(scores: list[Score], worst: str | None) -> None:
    found = worst_score(scores)
    assert (found.point if found else None) == worst


def test_the_headline_names_the_widest_certain_gap() -> None:
    def words(scores: dict[str, Score], journey: Journey = JOURNEY) -> str:
        return headline(PROJECT, journey, roll_up(PROJECT, journey, scores), scores).english()

    assert words(SCORES) == (
        "2 of 3 measured touchpoints are certainly worse than target; the widest gap is Dates, −35"
    )
    assert words({"P1": SCORES["P1"], "P4": SCORES["P4"]}) == (
        "1 of 2 measured touchpoints is certainly worse than target: Offer, −1.0"
    )
    assert words({"P1": SCORES["P1"]}) == "The measured touchpoint is certainly worse than target: Offer, −1.0"
    assert words({"P3": SCORES["P3"], "P4": SCORES["P4"]}) == (
        "None of 2 measured touchpoints is certainly worse than target; the weakest is Digging"
    )
    assert words({"P4": mean("P4", 4, None, "no target")}) == "1 touchpoint measured, not yet against a target"
    assert words({}) == "No results yet: 4 touchpoints to measure"
    assert words({}, msgspec.structs.replace(JOURNEY, headline="It {breaks}")) == "It {breaks}"


def test_coverage_of_the_plan() -> None:
    found = coverage(PROJECT, JOURNEY, SCORES)
    levels = {
        name: (each.in_scope, each.planned, each.live, each.evidenced)
        for name, each in (
            ("moments", found.moments),
            ("touchpoints", found.touchpoints),
            ("stages", found.stages),
            ("channels", found.channels),
            ("hand_offs", found.hand_offs),
            ("cells", found.cells),
        )
    }
    assert levels == {
        "moments": (2, 2, 2, 2),
        "touchpoints": (4, 3, 3, 3),
        "stages": (2, 2, 2, 2),
        "channels": (3, 3, 3, 3),
        "hand_offs": (2, 1, 1, 1),
        "cells": (4, 3, 3, 3),
    }
    assert found.touchpoints.uncovered == ("bill",)
    assert found.touchpoints.waived == ("contract",)
    assert found.hand_offs.uncovered == ("h2",)
    assert found.cells.uncovered == ("work × mail",)
    assert found.volume_evidenced == 100
    few = coverage(PROJECT, JOURNEY, {"P1": mean("P1", 3, 4, "worse", n=29)})
    assert (few.touchpoints.planned, few.touchpoints.live, few.touchpoints.evidenced) == (3, 1, 0)


def test_5_3_vector() -> None:
    """10 touchpoints, 1 out of scope; planned 7, live 5, evidenced 3; of 3 moments of truth 1 is evidenced."""
    touchpoints = {
        f"t{place}": Touchpoint(id=f"t{place}", name="T", in_scope=place < 9, moment_of_truth=place in (0, 7, 8))
        for place in range(10)
    }
    journey = Journey(
        id="j",
        name="J",
        stage_order=("s",),
        stages={"s": Stage(id="s", name="S", touchpoints=tuple(touchpoints))},
        touchpoints=touchpoints,
    )
    points = {
        f"P{place}": MeasurementPoint(
            id=f"P{place}",
            anchor=Anchor("touchpoint", f"t{place}"),
            metric="csat-mean",
            status="live" if place < 5 else "planned",
        )
        for place in range(7)
    }
    project = msgspec.structs.replace(PROJECT, points=points, point_order=tuple(points))
    scores = {
        key: mean(key, 4, 4, "uncertain", n=30 if place < 3 else 29) for place, key in enumerate(points) if place < 5
    }
    found = coverage(project, journey, scores)
    shares = [found.touchpoints.share(level) for level in ("planned", "live", "evidenced")]
    assert [f"{share:.2f}" for share in shares] == ["77.78", "55.56", "33.33"]
    assert f"{found.moments.share('evidenced'):.2f}" == "33.33"
    assert found.hand_offs.share("live") is None
    assert share_of_volume([6200], [6200, 3800]) == 62.0


def test_more_answers_make_an_uncertain_verdict_certain() -> None:
    score = mean("P1", 4.2, 4.0, "uncertain", n=40)
    more = more_answers_needed(score)
    assert more is not None
    assert 0.3 * (40 / (40 + more)) ** 0.5 <= 0.2 < 0.3 * (40 / (40 + more - 1)) ** 0.5
    assert more_answers_needed(SCORES["P1"]) is None
    assert more_answers_needed(mean("P1", 4.0, 4.0, "uncertain")) is None


def test_a_trace_leads_back_to_the_column_and_hides_what_is_hidden() -> None:
    unused = (
        Unused(point="P1", column="Q1", reason="blank", count=3, rows=(2, 5, 9)),
        Unused(point="P9", column="Q9", reason="blank", count=1),
    )
    account = Account(file="k1.xlsx", sha256="ab", read_on=date(2026, 11, 1), rows=63, used={"P1": 60}, unused=unused)
    mapping = Mapping(
        columns=(ColumnUse(column="Q1", point="P1", missing=("99",)), ColumnUse(column="Q2", point="P2")),
        wave_column="season",
        weight="w",
    )
    result_set = ResultSet(id="r1", account=account, mapping=mapping, tally="t")
    project = msgspec.structs.replace(PROJECT, result_sets={"r1": result_set}, result_order=("r1",))
    score = msgspec.structs.replace(SCORES["P1"], wave="2026", segment="region=north", sources=("r1",))
    (found,) = traces(project, {"P1": score})
    assert (found.point, found.touchpoint, found.file, found.column) == ("P1", "Offer", "k1.xlsx", "Q1")
    assert (found.filter, found.weight, found.missing) == ("season = 2026; region = north", "w", ("99",))
    assert (found.rows, found.used, found.n, found.value, found.unused) == (63, 60, 60, 3.0, unused[:1])
    hidden = Score(point="P1", wave="2026", hidden="too few", verdict="too few", sources=("r1",))
    (secret,) = traces(project, {"P1": hidden})
    assert (secret.file, secret.hidden, secret.n, secret.used, secret.unused) == ("k1.xlsx", "too few", None, None, ())
    (bare,) = traces(project, {"P7": SCORES["P7"]})
    assert (bare.file, bare.touchpoint, bare.value) == ("", "", 4.4)
