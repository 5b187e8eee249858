"""Scores of whole projects: adding up, waves, segments, hiding, reported figures."""

from datetime import date

from journeymapper.analysis.marginals import score_book
from journeymapper.analysis.score import Score
from journeymapper.analysis.scoring import newest_wave, score_points, score_segments
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, Target
from journeymapper.model.project import Project, Settings
from journeymapper.model.sources import Account, Mapping, ResultSet, Wave
from journeymapper.model.tally import Reported, Tally

METRICS = {
    metric.id: metric
    for metric in (
        Metric(id="nps", kind="nps", worst=0, best=10),
        Metric(id="csat", kind="csat", worst=1, best=5),
        Metric(id="csat-mean", kind="csat-mean", worst=1, best=5),
        Metric(id="share:no:100..0", kind="share", worst=100, best=0),
        Metric(id="p90:30..0", kind="p90", worst=30, best=0),
        Metric(id="smiley", kind="smiley", worst=1, best=4),
    )
}


def project_of(
    points: dict[str, tuple[str, float | None]], tallies: dict[str, Tally], suppress_under: int = 5
) -> Project:
    """A project of points (id → metric, target) with one result set for each tally."""
    made = {
        key: MeasurementPoint(
            id=key, anchor=Anchor("relationship"), metric=metric, target=Target(value=target), asks_staff=key == "staff"
        )
        for key, (metric, target) in points.items()
    }
    account = Account(file="answers.csv", sha256="", read_on=date(2026, 11, 22), rows=1)
    sets = {f"set-{key}": ResultSet(id=f"set-{key}", account=account, mapping=Mapping(), tally=key) for key in tallies}
    waves = sorted({wave for tally in tallies.values() for wave in tally.waves})
    return Project(
        id="p",
        name="Test",
        metrics=METRICS,
        points=made,
        point_order=tuple(made),
        result_sets=sets,
        result_order=tuple(sets),
        waves={wave: Wave(id=wave) for wave in waves},
        wave_order=tuple(waves),
        settings=Settings(suppress_under=suppress_under),
    )


def tally_of(
    rows: list[tuple[float | None, int]],
    *,
    point: str = "P1",
    wave: str = "2026",
    segments: list[str] | None = None,
    days: list[str] | None = None,
    weights: list[float] | None = None,
) -> Tally:
    """A tally of (answer, count) rows of one point."""
    counts = [count for _, count in rows]
    each = weights or [1.0] * len(rows)
    return Tally(
        answers={point: [answer for answer, _ in rows]},
        segments={"channel": segments} if segments else {},
        waves=[wave] * len(rows),
        days=days or [],
        counts=counts,
        weights=[count * weight for count, weight in zip(counts, each, strict=True)],
        squares=[count * weight**2 for count, weight in zip(counts, each, strict=True)],
        weighted=weights is not None,
    )


def one(score: dict[str, Score], point: str = "P1") -> Score:
    return score[point]


def test_answers_of_two_files_are_added_up() -> None:
    tallies = {"a": tally_of([(0, 6), (7, 20)]), "b": tally_of([(3, 4), (10, 30)])}
    project = project_of({"P1": ("nps", 40)}, tallies)
    score = one(score_points(project, tallies))
    assert (score.n, score.sources) == (60, ("set-a", "set-b"))
    assert score.value is not None
    assert score.value == 100 * 20 / 60
    assert [share.count for share in score.shares] == [10, 20, 30]
    assert score.gap == score.value - 40
    assert score.verdict == "uncertain"


def test_the_later_of_answers_and_a_reported_figure_stands_alone() -> None:
    answers = tally_of([(1, 10), (5, 30)])
    reported = Tally(reported=[Reported(point="P1", wave="2026", n=100, value=90.0)])
    project = project_of({"P1": ("csat", 80)}, {"a": answers, "r": reported})
    late_report = one(score_points(project, {"a": answers, "r": reported}, wave="2026"))
    assert (late_report.n, late_report.value, late_report.sources) == (100, 90.0, ("set-r",))
    assert late_report.verdict == "better"
    turned = project_of({"P1": ("csat", 80)}, {"r": reported, "a": answers})
    late_answers = one(score_points(turned, {"a": answers, "r": reported}, wave="2026"))
    assert (late_answers.n, late_answers.value, late_answers.sources) == (40, 75.0, ("set-a",))


def test_a_reported_nps_has_no_interval_but_says_why() -> None:
    reported = Tally(reported=[Reported(point="P1", wave="2026", n=400, value=31.0)])
    project = project_of({"P1": ("nps", 40)}, {"r": reported})
    score = one(score_points(project, {"r": reported}))
    assert (score.value, score.low, score.high, score.verdict) == (31.0, None, None, "no interval")
    assert score.interval_note


def test_the_newest_wave_with_answers_is_scored_and_others_are_not_measured() -> None:
    tallies = {"a": tally_of([(5, 40)], wave="2025"), "b": tally_of([(4, 40)], wave="2026", point="P2")}
    project = project_of({"P1": ("csat-mean", 4), "P2": ("csat", None)}, tallies)
    scores = score_points(project, tallies)
    assert newest_wave(project, tallies) == "2026"
    assert [scores[key].verdict for key in ("P1", "P2")] == ["not measured", "no target"]
    assert one(score_points(project, tallies, wave="2025")).value == 5


def test_small_groups_give_no_figure_and_staff_never_under_five() -> None:
    tallies = {"a": tally_of([(5, 4)]), "b": tally_of([(5, 4)], point="staff")}
    project = project_of({"P1": ("csat-mean", 4), "staff": ("csat-mean", 4)}, tallies, suppress_under=3)
    scores = score_points(project, tallies)
    assert (scores["P1"].n, scores["P1"].indicative) == (4, True)
    hidden = scores["staff"]
    assert (hidden.hidden, hidden.verdict, hidden.n, hidden.value, hidden.shares) == (
        "too few",
        "too few",
        None,
        None,
        (),
    )


def test_a_sibling_is_hidden_when_the_total_would_give_a_small_group_away() -> None:
    tallies = {"a": tally_of([(5, 4), (4, 9)], segments=["Sales", "Technology"])}
    project = project_of({"P1": ("csat-mean", 4)}, tallies)
    by_value = score_segments(project, tallies, wave="2026", segment_name="channel")
    assert {value: one(scores).hidden for value, scores in by_value.items()} == {
        "Sales": "too few",
        "Technology": "complementary",
    }
    alone = one(score_points(project, tallies, segment=("channel", "Technology")))
    assert (alone.hidden, alone.segment) == ("complementary", "channel=Technology")
    assert one(score_points(project, tallies, segment=("channel", "Nowhere"))).verdict == "not measured"


def test_blank_segment_values_count_as_a_sibling_that_is_never_shown() -> None:
    tallies = {"a": tally_of([(5, 2), (4, 9), (3, 30)], segments=["", "web", "phone"])}
    project = project_of({"P1": ("csat-mean", 4)}, tallies)
    by_value = score_segments(project, tallies, wave="2026", segment_name="channel")
    assert set(by_value) == {"web", "phone"}
    assert one(by_value["web"]).hidden == "complementary"
    assert one(by_value["phone"]).n == 30


def test_lower_is_better_turns_gap_and_verdict_but_not_the_interval() -> None:
    tallies = {"a": tally_of([(1, 60), (0, 140)])}
    project = project_of({"P1": ("share:no:100..0", 10)}, tallies)
    score = one(score_points(project, tallies))
    assert score.value == 30
    assert score.gap == -20
    assert score.verdict == "worse"
    assert score.score100 == 70
    assert score.low100 is not None
    assert score.high100 is not None
    assert score.low is not None
    assert score.low100 < 70 < score.high100 == 100 - score.low


def test_a_long_wait_counts_and_is_clipped_on_the_scale() -> None:
    tallies = {"a": tally_of([(45.0, 40)])}
    project = project_of({"P1": ("p90:30..0", 30)}, tallies)
    score = one(score_points(project, tallies))
    assert (score.value, score.score100, score.clipped, score.verdict) == (45, 0, True, "worse")


def test_a_smiley_interval_comes_from_days_and_only_from_eight() -> None:
    days = [f"2026-05-{day:02}" for day in range(1, 9)]
    rows: list[tuple[float | None, int]] = [(float(1 + day % 4), 10) for day in range(8)]
    for count, measured in ((8, True), (7, False)):
        tallies = {"a": tally_of(rows[:count], days=days[:count])}
        score = one(score_points(project_of({"P1": ("smiley", 75)}, tallies), tallies))
        assert (score.low is not None) is measured
        assert (score.verdict == "no interval") is not measured
        assert bool(score.interval_note) is not measured


def test_answers_off_the_scale_of_a_metric_chosen_later_are_left_out() -> None:
    tallies = {"a": tally_of([(11, 5), (7.5, 3), (10, 20), (6, 20)])}
    score = one(score_points(project_of({"P1": ("nps", None)}, tallies), tallies))
    assert (score.n, score.value) == (40, 0)


def test_a_book_scores_as_the_tallies_do() -> None:
    tallies = {"a": tally_of([(5, 14), (4, 9)], segments=["Sales", "Technology"])}
    project = project_of({"P1": ("csat-mean", 4), "P2": ("unknown", 4)}, tallies)
    book = score_book(project, tallies)
    assert score_points(project, tallies, book=book) == score_points(project, tallies)
    of_segment = score_points(project, tallies, segment=("channel", "Sales"))
    assert score_points(project, tallies, segment=("channel", "Sales"), book=book) == of_segment
    assert one(of_segment).n == 14
