"""Priorities, opportunities, business cases, importance map, Kano, voice: vectors of methods.md 4 and 7."""

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint

from journeymapper.analysis.beliefs.report import map_figures
from journeymapper.analysis.experiments import experiment_result, needed_in_each_arm
from journeymapper.analysis.importance_map import importance_map
from journeymapper.analysis.kano import kano_category, kano_of
from journeymapper.analysis.priorities.business_case import business_case, payback, risk_row
from journeymapper.analysis.priorities.opportunity import band_of, opportunity, opportunity_score
from journeymapper.analysis.priorities.ranking import priorities, product
from journeymapper.analysis.scoring import score_points
from journeymapper.analysis.voice import shown_comments, tag_counts, tagged, tags_of
from journeymapper.model import edits
from journeymapper.model.acting import Amount, Arm, BusinessCase, CaseLine, Experiment, RiskLine, TagRule
from journeymapper.model.comments import Comment
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Action, Goal, Promise
from tests.analysis.projects import project_with, tally_of, with_results


def test_the_product() -> None:
    assert product(25, 0.8, 0.4, 2) == pytest.approx(4.0)


def test_inputs_goals_and_kinds() -> None:
    project = project_with({"P1": "mean:0..100", "P2": "mean:0..100"}, {"P1": 80.0, "P2": 80.0})
    project = edits.change(project, "t-P1", importance=4, volume=400, volume_unit="sites")
    project = edits.change(project, "t-P2", importance=5, volume=1000, volume_unit="sites")
    project = edits.add_goal(project, Goal(id="top", text="Be recommended"))
    project = edits.add_goal(project, Goal(id="own", text="Keep the date", serves=("top",), points=("P1",)))
    project = edits.add_promise(project, Promise(id="promise", text="We call", public=True, points=("P2",)))
    action = Action(id="call", title="Call", anchor=Anchor("touchpoint", "t-P1"), effort=2, cause="process", proof="P1")
    project = edits.add_action(project, action)
    answers = {"P1": [float(54 + k % 3) for k in range(60)], "P2": [float(59 + k % 3) for k in range(60)]}
    project, tallies = with_results(project, tally_of(answers))
    first, second = priorities(project, score_points(project, tallies))
    assert (first.point, first.must_work, first.goals) == ("P2", True, ())
    assert (second.importance, second.reach, second.effort) == (0.8, 0.4, 2)
    assert second.priority == pytest.approx(second.evidence_gap100 * 0.8 * 0.4 / 2)
    assert second.goals == ("own", "top")
    assert second.actions == ("call",)
    assert first.assumed == ("effort",)
    assert second.gap == 25
    assert 24 < second.evidence_gap < 25
    assert first == priorities(project, score_points(project, tallies))[0]


def test_ulwick() -> None:
    scores = [opportunity_score(*pair) for pair in ((9, 3), (9, 9), (4, 8), (8.2, 5.1))]
    assert scores == pytest.approx([15, 9, 4, 11.3])
    assert [band_of(score) for score in (15.1, 15, 11.3, 9)] == ["extreme", "high", "worth a look", "unattractive"]


def test_opportunity_from_answers_of_the_same_people() -> None:
    rng = np.random.default_rng(2)
    answers = {"P1": rng.integers(3, 6, 80).astype(float).tolist(), "P2": rng.integers(1, 6, 80).astype(float).tolist()}
    project, tallies = with_results(project_with(dict.fromkeys(answers, "csat-mean")), tally_of(answers))
    found = opportunity(project, tallies, "P1", "P2", "2026")
    high = [sum(x >= 4 for x in answers[point]) / 8 for point in ("P1", "P2")]
    assert (found.importance, found.satisfaction) == pytest.approx(tuple(high))
    assert found.low < found.value < found.high
    apart = {"P1": [5.0] * 20 + [None] * 20, "P2": [None] * 20 + [2.0] * 20}
    with pytest.raises(Refusal, match="not answered by the same people"):
        opportunity(*with_results(project_with(dict.fromkeys(apart, "csat-mean")), tally_of(apart)), "P1", "P2", "2026")


def test_revenue_at_risk_with_the_interval_of_the_share() -> None:
    answers = [3.0] * 20 + [7.0] * 30 + [10.0] * 50
    project, tallies = with_results(project_with({"P1": "nps"}), tally_of({"P1": answers}))
    scores = score_points(project, tallies)
    line = RiskLine(name="risk", point="P1", customers=10_000, revenue=500, churn=0.15, reference_churn=0.05)
    row = risk_row(line, scores)
    assert row.amount is not None
    assert row.amount.likely == pytest.approx(100_000)
    low, high = proportion_confint(20, 100, method="wilson")
    assert (row.amount.low, row.amount.high) == pytest.approx((500_000 * low, 500_000 * high))
    assert (row.amount.low, row.amount.high) == pytest.approx((66_683.5, 144_414.5), abs=0.5)
    assert any("not shown" in each.english() for each in row.assumptions)
    bare = risk_row(RiskLine(name="risk", point="P1", customers=10_000, revenue=500), scores)
    assert (bare.amount, "churn" in bare.note.english()) == (None, True)


def test_a_business_case_adds_up_and_is_paid_back() -> None:
    lines = (
        CaseLine(kind="revisits", name="Revisits", count=Amount(likely=31, low=20), worth=Amount(likely=640)),
        CaseLine(kind="lost offers", name="Offers", count=Amount(likely=5), worth=Amount(likely=4500, high=5000)),
    )
    found = business_case(BusinessCase(id="case", name="Season", lines=lines, cost=21_170, yearly_cost=0))
    assert [row.amount.likely for row in found.rows if row.amount] == [19_840, 22_500]
    assert (found.yearly.low, found.yearly.likely, found.yearly.high) == (35_300, 42_340, 44_840)
    assert found.payback_months == pytest.approx(6)
    assert payback(100, 0) is None
    assert payback(None, 100) is None


def test_the_importance_map_leaves_open_what_the_interval_leaves_open() -> None:
    points = {f"P{k}": "mean:0..100" for k in range(1, 6)}
    project = project_with(points, dict.fromkeys(points, 50.0))
    for point, importance in zip(points, (5, 1, 5, 1, 5), strict=True):
        project = edits.change(project, f"t-{point}", importance=importance)
    means = {"P1": 30, "P2": 30, "P3": 70, "P4": 70, "P5": 50.2}
    answers = {point: [mean + move for move in (-3, -1, 1, 3) * 5] for point, mean in means.items()}
    project, tallies = with_results(project, tally_of(answers))
    found = importance_map(project, score_points(project, tallies))
    wanted = ["concentrate here", "low priority", "keep up", "possible overkill", "undetermined"]
    assert [each.quadrant for each in found.points] == wanted
    assert found.importance_line == pytest.approx(17 / 25)
    derived = importance_map(project, score_points(project, tallies), {"P1": 0.1, "P2": 0.9})
    assert (derived.importance_line, [each.quadrant for each in derived.points]) == (
        0.5,
        ["low priority", "concentrate here"],
    )


def test_kano() -> None:
    found = kano_of({"A": 30, "O": 40, "M": 20, "I": 10})
    assert found.category == "O"
    assert (found.better, found.worse) == pytest.approx((0.7, -0.6))
    assert [kano_category(1, k) for k in range(1, 6)] == list("QAAAO")
    assert kano_category(5, 1) == "R"
    assert kano_of({"M": 5, "O": 5, "A": 5, "Q": 3}).category == "M"
    assert kano_of({"M": 5, "Q": 3}).misunderstood


def test_the_perception_gap_of_the_methods() -> None:
    found = map_figures([75, 70, 70, 85, 65], [60, 72, 55, 80, 40])
    assert found["bias"] == pytest.approx(11.6)
    assert found["spearman"] == pytest.approx(0.820783, abs=1e-6)
    assert set(map_figures([], []).values()) == {None}


def test_tags_by_stems_and_the_threshold_of_comments() -> None:
    rules = [
        TagRule(id="a", name="aikataulu", stems=("aikataul", "myöhäs")),
        TagRule(id="b", name="yard", stems=("lawn", "piha")),
    ]
    assert tags_of("Työ MYÖHÄSTYI ja Pihalle jäi kuoppa", rules) == ("aikataulu", "yard")
    assert tags_of("overlawn", rules) == ()
    project = project_with({"P1": "nps", "P2": "nps"})
    for rule in rules:
        project = edits.add_tag_rule(project, rule)
    kept = [Comment(point="P1", text=f"lawn {k}", answer=float(k)) for k in range(8)]
    kept += [Comment(point="P2", text="lawn") for _ in range(7)]
    comments = tagged(project, kept)
    assert len(shown_comments(comments)) == 8
    assert [each.comment.text for each in shown_comments(comments, words="LAWN 3")] == ["lawn 3"]
    (count,) = tag_counts(comments)
    assert (count.tag, count.n, count.mean_answer) == ("yard", 8, 3.5)


def test_an_experiment_needs_answers_before_it_has_a_result() -> None:
    assert needed_in_each_arm(parse_metric("nps"), 10) == 1178
    assert needed_in_each_arm(parse_metric("share:yes"), 10, 50) == 393
    answers, arms = [1.0] * 30 + [0.0] * 10 + [1.0] * 10 + [0.0] * 30, ["new"] * 40 + ["old"] * 40
    project, tallies = with_results(
        project_with({"P1": "share:yes"}), tally_of({"P1": answers}, segments={"offer": arms})
    )
    old, new = Arm(name="old", value="old"), Arm(name="new", value="new")
    trial = Experiment(id="e", name="Offer", point="P1", segment="offer", arms=(old, new), least_effect=35)
    found = experiment_result(project, tallies, trial)
    assert (found.needed, found.enough) == (33, True)
    assert abs(found.changes[0].difference or 0) == 50
    assert found.changes[0].verdict in ("better", "worse")
    early = experiment_result(project, tallies, Experiment(id="e", name="x"))
    assert "needs a point" in early.note.english()
