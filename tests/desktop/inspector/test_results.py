"""The Results tab says what the scores say."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.analysis.score import Score, Share
from journeymapper.analysis.scoring import score_points
from journeymapper.desktop.inspector.inspector import Inspector
from journeymapper.desktop.inspector.results.distribution_bar import DistributionBar, class_colours
from journeymapper.desktop.inspector.results.doubts import doubts
from journeymapper.desktop.inspector.results.promises import promise_state
from journeymapper.desktop.inspector.results.trend import TrendChart, wave_scores
from journeymapper.desktop.inspector.results.whole import whole_lines
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.language.language import language
from journeymapper.language.units import format_interval, format_value
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.messages import Message
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.picture.theme import DARK, LIGHT
from journeymapper.storage.container import open_project
from tests.desktop.conftest import SAMPLES
from tests.desktop.inspector.conftest import part


@pytest.fixture
def results(inspector: Inspector, full_session: Session) -> Inspector:
    """The inspector on the results of the offer."""
    full_session.look(mode="results")
    full_session.select(("offer",))
    return inspector


def body(inspector: Inspector) -> QWidget:
    """What is shown now; what waits to be deleted is hidden."""
    page = inspector.page
    assert page is not None
    return page


def words(inspector: Inspector) -> list[str]:
    return [each.text() for each in body(inspector).findChildren(QLabel) if each.isVisibleTo(inspector)]


def word(inspector: Inspector, name: str) -> str:
    found = [each for each in body(inspector).findChildren(QLabel, name) if each.isVisibleTo(inspector)]
    assert len(found) == 1
    return found[0].text()


def test_the_numbers_are_those_of_the_scores(results: Inspector, full_session: Session) -> None:
    english, metric = language("en"), full_session.project.metrics["csat-mean"]
    score = full_session.scores()["P1"]
    assert score.value is not None
    assert word(results, "result-value") == format_value(english, metric, score.value)
    beside = word(results, "result-interval")
    assert format_interval(english, metric, score.low, score.high) in beside
    assert f"{score.n} answers" in beside
    assert score.verdict == "worse"
    assert word(results, "result-verdict") == "▼ −1.4, certainly worse"


def test_another_wave_or_segment_shows_other_numbers(results: Inspector, full_session: Session) -> None:
    whole = word(results, "result-interval")
    full_session.look(segment=("Region", "North"))
    north = full_session.scores()["P1"]
    assert f"{north.n} answers" in word(results, "result-interval")
    assert word(results, "result-interval") != whole


def test_a_new_target_judges_anew(results: Inspector, full_session: Session) -> None:
    target = msgspec.structs.replace(full_session.project.points["P1"].target, value=2.0)  # type: ignore[type-var]  # set
    full_session.apply(Message("Target"), lambda project: edits.change(project, "P1", target=target))
    assert word(results, "result-verdict").startswith("▲ +")
    full_session.undo()
    assert word(results, "result-verdict").startswith("▼ −")


def test_the_bar_is_as_wide_as_the_shares_best_first(qtbot: QtBot) -> None:
    shares = (Share(label="no", count=21, share=30.0), Share(label="yes", count=49, share=70.0))
    bar = DistributionBar(shares, language("en"), LIGHT)
    qtbot.addWidget(bar)
    bar.resize(200, 14)
    first, second = bar.parts()
    assert (first.left(), second.left(), second.right()) == (0.0, 140.0, 199.0)
    assert bar.accessibleDescription() == "yes: 49 (70\N{NO-BREAK SPACE}%)\nno: 21 (30\N{NO-BREAK SPACE}%)"
    image = bar.grab().toImage()
    assert image.pixelColor(70, 7).name().upper() == LIGHT.certainly_better
    assert image.pixelColor(170, 7).name().upper() == LIGHT.certainly_worse


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 11])
def test_each_class_has_a_colour_of_its_own(count: int) -> None:
    for theme in (LIGHT, DARK):
        assert len(set(class_colours(count, theme))) == count


def test_the_trend_is_the_score_of_each_wave(results: Inspector, full_session: Session, qtbot: QtBot) -> None:
    chart = part(body(results), TrendChart, "trend")
    qtbot.waitUntil(lambda: chart.plot is not None)
    assert chart.plot is not None
    expected = [score_points(full_session.project, full_session.tallies, wave=wave)["P1"] for wave in ("2025", "2026")]
    drawn = [(score.value, score.low, score.high, score.target, score.verdict) for score in chart.scores]
    assert drawn == [(score.value, score.low, score.high, score.target, score.verdict) for score in expected]
    assert [item.getData()[1].tolist() for item in chart.plot.listDataItems()] == [[s.value for s in expected]]
    assert chart.accessibleDescription().startswith("2025: ")


def test_the_trend_follows_the_segment(full_session: Session) -> None:
    full_session.look(segment=("Region", "South"))
    assert [score.segment for score in wave_scores(full_session, "P1")] == ["Region=South"] * 2


def test_one_wave_is_no_trend(
    show: Callable[[Session], Inspector], full_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_session.apply(Message("x"), lambda project: msgspec.structs.replace(project, wave_order=("2026",)))
    inspector = show(full_session)
    full_session.look(mode="results")
    full_session.select(("offer",))
    assert word(inspector, "result-value")
    assert body(inspector).findChild(TrendChart) is None


def test_where_the_figure_comes_from_leads_to_the_file(results: Inspector, full_session: Session) -> None:
    button = part(body(results), QPushButton, "source-results")
    assert button.accessibleName() == "answers.csv · Q1"
    assert any("144 rows" in each for each in words(results))
    button.click()
    assert full_session.selection == ("results",)


def test_the_file_page_tells_the_account_and_takes_the_import_back(results: Inspector, full_session: Session) -> None:
    full_session.select(("results",))
    shown = "\n".join(words(results))
    assert "answers.csv" in shown
    assert "00000000 00000000" in shown
    assert "Q1 → P1 · CSAT, mean 1–5" in shown
    part(body(results), QPushButton, "remove-results").click()
    assert not full_session.project.result_sets
    assert not full_session.project.waves
    assert [step.name.english() for step in full_session.history.past] == ["Remove results"]
    full_session.undo()
    assert "results" in full_session.project.result_sets


def test_other_points_of_the_place_lead_to_their_own_page(results: Inspector, full_session: Session) -> None:
    point = MeasurementPoint(id="P4", anchor=Anchor("touchpoint", "offer"), metric="csat-mean", name="ease")
    full_session.apply(Message("Add"), lambda project: edits.add_point(project, point))
    button = part(body(results), QPushButton, "result-P4")
    assert button.accessibleName() == "ease: not measured"
    button.click()
    assert full_session.selection == ("P4",)
    assert "No answers in this wave: choose another wave or import its file." in words(results)
    assert "No target yet: set one on the page of the point." in words(results)


def test_a_place_without_points_says_what_to_do_next(results: Inspector, full_session: Session) -> None:
    full_session.select(("contract",))
    assert "Add a measurement point, then import the answers." in words(results)
    part(body(results), QPushButton, "results-add-point").click()
    assert full_session.project.points[full_session.selection[0]].anchor.id == "contract"


def test_a_place_left_out_on_purpose_says_why(results: Inspector, full_session: Session) -> None:
    full_session.apply(
        Message("x"), lambda project: edits.change(project, "contract", not_measured_because="asked with the offer")
    )
    full_session.select(("contract",))
    assert "asked with the offer" in words(results)
    assert body(results).findChild(QPushButton, "results-add-point") is None


def test_without_results_the_import_is_the_next_step(
    show: Callable[[Session], Inspector], open_session: Callable[..., Session], plan: Project
) -> None:
    session = open_session(plan)
    inspector = show(session)
    inspector.reveal_results()
    session.select(("offer",))
    assert "Import a result file to see what customers say here." in words(inspector)


def test_too_few_answers_show_no_number(results: Inspector, full_session: Session) -> None:
    settings = msgspec.structs.replace(full_session.project.settings, suppress_under=1000)
    full_session.apply(Message("x"), lambda project: edits.change(project, "project", settings=settings))
    assert full_session.scores()["P1"].hidden == "too few"
    shown = " ".join(words(results))
    assert "Too few answers to show without giving somebody away." in shown
    assert "answers (" not in shown
    assert not [bar for bar in body(results).findChildren(DistributionBar) if bar.isVisibleTo(results)]


def test_a_promise_is_broken_by_one_point_and_kept_by_all(results: Inspector) -> None:
    assert word(results, "promise-promise") == "public, certainly broken"
    worse, better = Score(point="a", value=1.0, verdict="worse"), Score(point="b", value=1.0, verdict="better")
    unsure, none = Score(point="c", value=1.0, verdict="uncertain"), Score(point="d")
    assert promise_state([better, worse]) == "broken"
    assert promise_state([better, better]) == "kept"
    assert promise_state([better, unsure]) == "open"
    assert promise_state([better, none]) == "open"
    assert promise_state([none, None]) == "not measured"
    assert promise_state([]) == "unproven"


def test_results_are_not_computed_where_nobody_looks(
    inspector: Inspector, full_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise AssertionError("somebody computed scores")

    monkeypatch.setattr(full_session, "scores", fail)
    full_session.select(("offer",))
    full_session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Written offer"))
    full_session.look(mode="measure")


def chart(inspector: Inspector) -> TrendChart:
    return part(body(inspector), TrendChart, "trend")


def test_words_follow_once_the_hands_rest_and_figures_at_once(
    results: Inspector, full_session: Session, qtbot: QtBot
) -> None:
    before = chart(results)
    full_session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Written offer"))
    assert chart(results) is before
    qtbot.waitUntil(lambda: chart(results) is not before)
    before = chart(results)
    full_session.apply(Message("Change target"), lambda project: edits.change(project, "P1", target=Target(value=4.9)))
    shown = [each for each in body(results).findChildren(TrendChart, "trend") if each.isVisibleTo(results)]
    assert len(shown) == 1
    assert shown[0] is not before


def test_what_keeps_a_verdict_from_being_sure_is_said_beside_it(full_session: Session) -> None:
    point, today = full_session.project.points["P1"], date(2026, 6, 2)
    unsure = Score(point="P1", n=100, value=4.5, low=3.5, high=5.0, target=4.0, gap=0.5, verdict="uncertain")
    # √n: a limit 1.0 away has to come as near as 0.5, which takes four times the answers
    assert "300 more answers needed to know" in doubts(full_session, point, unsure, today)
    together = msgspec.structs.replace(unsure, verdict="worse", certain=False)
    assert any("tested together" in each for each in doubts(full_session, point, together, today))
    assert doubts(full_session, point, msgspec.structs.replace(together, certain=True), today) == []
    yearly = msgspec.structs.replace(point, read="quarterly")
    (old,) = doubts(full_session, yearly, Score(point="P1"), date(2027, 6, 2))
    assert old.startswith("Stale")


def test_the_shares_of_an_nps_widen_no_panel(results: Inspector, full_session: Session) -> None:
    """Three classes in words are wider than the panel is at its narrowest: they break between classes."""
    whole = edits.add_metric(full_session.project, parse_metric("nps"))
    full_session.apply(Message("Metric"), lambda _project: edits.change(whole, "P1", metric="nps", target=None))
    told = next(each for each in words(results) if "promoters" in each)
    assert told.count(" · ") == 2
    narrow = body(results).minimumSizeHint().width()
    assert narrow < 290


def drainage(code: str = "en") -> Session:
    sample = {"en": "drainage_renovation", "fi": "salaojaremontti"}[code]
    opened = open_project(SAMPLES / f"{sample}.jmap")
    return Session(opened, View(language=language(code), mode="results"))


def test_a_journey_is_never_one_figure_alone() -> None:
    session = drainage()
    lines = list(whole_lines(Subject(session, session.view.journey)))
    assert lines[0] == "5 of 16 measured touchpoints are certainly worse than their targets"
    assert lines[1].startswith("The worst: Change of dates (55\N{NO-BREAK SPACE}%, −35")
    assert lines[2].startswith("Share of encounters that fall short: cannot be told")  # visits, sites and days
    assert lines[3] == "Measured: 16 of 17 touchpoints, 4 of 4 moments of truth"


def test_one_metric_is_averaged_by_volume_with_its_worst_beside_it() -> None:
    session = drainage()
    journey = session.project.journeys[session.view.journey]
    for each in journey.ordered_touchpoints():
        key = each.id
        session.apply(Message("x"), lambda project, key=key: edits.change(project, key, volume_unit="sites"))  # type: ignore[misc]
    lines = list(whole_lines(Subject(session, journey.id)))
    (mean,) = [line for line in lines if line.startswith("CSAT, mean 1–5, weighted by volume")]
    # survey visit 430 × 4.56, digging 138 × 4.53, yard 134 × 3.52, over 702 sites: 4.36
    assert "4.4 (" in mean
    assert "100\N{NO-BREAK SPACE}% of the volume" in mean
    assert mean.endswith("the worst: Yard put back, 3.5")


def test_a_stage_names_its_worst_touchpoint_and_a_touchpoint_has_no_such_lines() -> None:
    session = drainage("fi")
    journey = session.project.journeys[session.view.journey]
    stage = journey.ordered_stages()[3]
    lines = list(whole_lines(Subject(session, stage.id)))
    assert "Aikataulumuutos" in lines[1]
    assert list(whole_lines(Subject(session, stage.touchpoints[0]))) == []
