"""A year of asking: rules, priorities, seeds; what points can expect; vectors of methods.md 2.6."""

import pytest

from journeymapper.analysis.load.asks import Ask, asks_of, customers_of
from journeymapper.analysis.load.outlook import costs_by_function, needed, needed_to_see, outlook
from journeymapper.analysis.load.year import simulate_year
from journeymapper.analysis.planning import invited_a_year
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.plan import ContactRules
from journeymapper.model.project import Project

NPS, SHARE = parse_metric("nps"), parse_metric("share")


@pytest.mark.parametrize(("margin", "variance", "answers"), [(5, 1, 1534), (10, 0.61, 232), (5, None, 1150)])
def test_2_6_answers_for_a_precision(margin: float, variance: float | None, answers: int) -> None:
    assert needed(NPS, margin, variance=variance) == answers  # three fewer than Wald's, as adjusted Wald needs


def test_2_6_proportions_finite_lists_and_changes() -> None:
    assert needed(SHARE, 5) == 385
    assert needed(SHARE, 5, population=1000) == 279
    assert needed_to_see(NPS, 10, variance=0.61) == 958
    assert needed(parse_metric("median"), 5) is None


def test_expected_answers_weeks_and_invitations() -> None:
    point = MeasurementPoint(
        id="P1",
        anchor=Anchor("relationship"),
        metric="nps",
        expected_volume=10_000,
        sampling_share=0.5,
        delivery=0.95,
        expected_response=0.12,
        needed_n=400,
    )
    found = outlook(point)
    assert found.expected == pytest.approx(570)
    assert found.invited == 3509
    assert found.weeks == pytest.approx(400 / 570 * 365 / 7)


def ask(key: str, **fields: object) -> Ask:
    given: dict[str, object] = {"id": key, "name": key, "points": (key,), "volume": 1000, **fields}
    return Ask(**given)  # type: ignore[arg-type]  # fields of any kind


def test_a_later_survey_is_held_back_unless_it_goes_first() -> None:
    rules = ContactRules()
    early, late = ask("text", day=100), ask("done", day=110)
    plain = simulate_year([early, late], 1000, rules)
    assert [round(one.held_back, 2) for one in plain.surveys] == [0.0, 1.0]
    assert plain.asked == {1: 1000.0}
    first = simulate_year([early, ask("done", day=110, priority=1)], 1000, rules)
    assert [one.held_back for one in first.surveys] == [0.0, 0.0]
    assert first.mean_asked == 2.0


def test_the_cap_of_a_year_and_surveys_that_exclude_each_other() -> None:
    rules = ContactRules(most_a_year=2, all_days=0, encounter_days=0)
    three = [ask(f"s{n}", day=10 * n) for n in range(3)]
    year = simulate_year(three, 1000, rules)
    assert year.most_asked == 2
    assert sum(one.capped for one in year.surveys) == 1000
    either = [ask("a", day=1), ask("b", day=50, never_with=("a",))]
    assert simulate_year(either, 1000, rules).surveys[1].excluded == 1000


def test_many_contacts_follow_the_dead_time_formula() -> None:
    """Spread over the year, invitations of one survey come near L/(1 + L q/365), a Poisson stream's."""
    rules = ContactRules(encounter_days=90, all_days=0, most_a_year=99)
    year = simulate_year([ask("often", volume=12 * 2000)], 2000, rules)
    assert year.mean_asked == pytest.approx(invited_a_year(12, 90), rel=0.15)


def test_the_same_seed_is_the_same_year_and_progress_can_stop_it() -> None:
    surveys = [ask("a", volume=600), ask("b", volume=300, day=20)]
    assert simulate_year(surveys, 1000, ContactRules(), seed=7) == simulate_year(surveys, 1000, ContactRules(), seed=7)

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        simulate_year(surveys, 1000, ContactRules(), progress=stop)
    big = simulate_year([ask("a", volume=40_000)], 40_000, ContactRules())
    assert big.asked == {1: 40_000.0}


def test_points_of_one_instrument_are_one_survey() -> None:
    touchpoint = Touchpoint(id="t", name="t", function="sales")
    journey = Journey(
        id="j",
        name="j",
        stages={"s": Stage(id="s", name="s", touchpoints=("t",))},
        stage_order=("s",),
        touchpoints={"t": touchpoint},
    )
    asked = {"method": "e-mail", "instrument": "K1", "expected_volume": 100, "status": "live"}
    points = [
        MeasurementPoint(id="P1", anchor=Anchor("touchpoint", "t"), metric="nps", cost=10, **asked),  # type: ignore[arg-type]  # fields of any kind
        MeasurementPoint(id="P2", anchor=Anchor("touchpoint", "t"), metric="nps", priority=1, cost=5, **asked),  # type: ignore[arg-type]  # fields of any kind
        MeasurementPoint(id="P3", anchor=Anchor("touchpoint", "t"), metric="nps", method="CRM", expected_volume=100),
    ]
    project = Project(
        id="p",
        name="p",
        journeys={"j": journey},
        journey_order=("j",),
        metrics={"nps": NPS},
        points={one.id: one for one in points},
        point_order=("P1", "P2", "P3"),
    )
    (only,) = asks_of(project)
    assert (only.points, only.priority, customers_of(project, [only])) == (("P1", "P2"), 1, 100)
    assert costs_by_function(project) == {"sales": 15.0}
