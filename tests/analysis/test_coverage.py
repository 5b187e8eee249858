"""Coverage of the whole plan: what never lowers it, what never counts, and what the data say before the status."""

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.analysis.coverage import STEPS, plan_coverage
from journeymapper.analysis.coverage.listening import silent_stages
from journeymapper.analysis.plan_findings import data_findings, plan_findings
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Status
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.plan import Waiver
from journeymapper.model.project import Channel, Persona, Project
from journeymapper.model.sources import Account, Mapping, ResultSet, Wave

DIMENSIONS = ("moments_of_truth", "touchpoints", "stages", "channels", "personas", "stage_channel", "metric_types")


def score(key: str, n: int | None) -> Score:
    """A score of so many answers, hidden where None."""
    return Score(point=key, n=n, verdict="too few" if n is None else "no target", hidden="" if n else "too few")


def project_of(touchpoints: list[Touchpoint], points: list[MeasurementPoint]) -> Project:
    half = len(touchpoints) // 2
    keys = [one.id for one in touchpoints]
    stages = {
        "s1": Stage(id="s1", name="First", touchpoints=tuple(keys[:half])),
        "s2": Stage(id="s2", name="Second", touchpoints=tuple(keys[half:])),
    }
    journey = Journey(
        id="j", name="J", stages=stages, stage_order=("s1", "s2"), touchpoints={one.id: one for one in touchpoints}
    )
    personas = {key: Persona(id=key, name=key, target_customer=key == "b", share=0.5) for key in ("a", "b")}
    return Project(
        id="p",
        name="P",
        journeys={"j": journey},
        journey_order=("j",),
        personas=personas,
        persona_order=("a", "b"),
        channels={"web": Channel(id="web", name="Web", share=0.8), "new": Channel(id="new", name="Chat", role="new")},
        metrics={"csat": parse_metric("csat")},
        points={one.id: one for one in points},
        point_order=tuple(one.id for one in points),
    )


def touchpoints() -> st.SearchStrategy[list[Touchpoint]]:
    one = st.builds(
        Touchpoint,
        id=st.just("x"),
        name=st.just("x"),
        moment_of_truth=st.booleans(),
        in_scope=st.booleans(),
        not_measured_because=st.sampled_from(("", "asked elsewhere")),
        channels=st.sampled_from(((), ("web",), ("web", "new"))),
        personas=st.sampled_from(((), ("a",), ("b",))),
        volume=st.none() | st.integers(0, 100),
    )
    return st.lists(one, min_size=1, max_size=6).map(
        lambda found: [msgspec.structs.replace(each, id=f"t{n}") for n, each in enumerate(found)]
    )


def point(number: int, places: list[str]) -> st.SearchStrategy[MeasurementPoint]:
    return st.builds(
        MeasurementPoint,
        id=st.just(f"P{number}"),
        anchor=st.sampled_from(places).map(lambda key: Anchor("touchpoint", key)),
        metric=st.just("csat"),
        status=st.sampled_from(("idea", "planned", "live", "paused", "retired")),
        needed_n=st.sampled_from((None, 10, 100)),
        everybody=st.booleans(),
        channels=st.sampled_from(((), ("web",))),
    )


@settings(max_examples=60)
@given(st.data())
def test_adding_a_point_never_lowers_coverage_and_out_of_scope_never_counts(data: st.DataObject) -> None:
    places = data.draw(touchpoints())
    keys = [one.id for one in places]
    wanted = [one for one in places if one.in_scope]
    points = [data.draw(point(number, keys)) for number in range(1, data.draw(st.integers(1, 5)) + 1)]
    scores = {one.id: score(one.id, data.draw(st.sampled_from((None, 5, 30, 200)))) for one in points[::2]}
    waived = [one.id for one in wanted if one.not_measured_because]
    before = plan_coverage(project_of(places, points[:-1]), scores)
    after = plan_coverage(project_of(places, points), scores)
    assert set(after.touchpoints.items) <= {one.id for one in wanted}
    assert set(after.touchpoints.waived) <= set(waived)
    for name in DIMENSIONS:
        old, new = getattr(before, name), getattr(after, name)
        assert new.planned >= new.live >= new.evidenced
        for key, step in old.items.items():
            assert STEPS.index(new.items[key]) >= STEPS.index(step)


def measured(status: Status, n: int | None, **fields: object) -> str:
    places = [Touchpoint(id="t0", name="t0")]
    one = MeasurementPoint(id="P1", anchor=Anchor("touchpoint", "t0"), metric="csat", status=status, **fields)  # type: ignore[arg-type]  # fields of any kind
    scores = {"P1": score("P1", n)} if n != 0 else {"P1": Score(point="P1")}
    return plan_coverage(project_of(places, [one]), scores).touchpoints.items["t0"]


@pytest.mark.parametrize(
    ("status", "n", "fields", "step"),
    [
        ("live", 0, {}, "planned"),
        ("idea", 0, {}, ""),
        ("retired", 0, {}, ""),
        ("idea", 31, {}, "evidenced"),
        ("planned", 29, {}, "live"),
        ("live", 30, {}, "evidenced"),
        ("live", 30, {"needed_n": 31}, "live"),
        ("live", 12, {"needed_n": 12}, "evidenced"),
        ("live", 12, {"everybody": True}, "evidenced"),
        ("live", None, {}, "live"),
    ],
)
def test_the_data_say_how_far_a_point_has_come(
    status: Status, n: int | None, fields: dict[str, object], step: str
) -> None:
    assert measured(status, n, **fields) == step


def test_weights_new_channels_blind_stages_and_targets_first() -> None:
    places = [
        Touchpoint(id="t0", name="Search", channels=("new",), volume=6200, importance=1),
        Touchpoint(id="t1", name="Buy", channels=("web",), volume=3800, importance=4),
    ]
    one = MeasurementPoint(id="P1", anchor=Anchor("touchpoint", "t0"), metric="csat")
    project = project_of(places, [one])
    found = plan_coverage(project, {"P1": score("P1", 40)})
    assert found.by_volume[""].share("evidenced") == 62.0
    assert found.by_importance.share("evidenced") == 20.0
    assert found.by_channel_share.share("live") == 0.0
    assert found.by_channel_share.unweighted == ("new",)
    assert (found.new_channels, found.blind_stages, list(found.personas.items)) == (("new",), ("s2",), ["b", "a"])
    assert found.audiences.share("live") is None
    bought = msgspec.structs.replace(project.journeys["j"], purchase="t1")
    later = plan_coverage(msgspec.structs.replace(project, journeys={"j": bought}), {})
    assert later.blind_before_purchase == ("s1",)


def test_a_listening_channel_lets_a_stage_speak() -> None:
    places = [Touchpoint(id="t0", name="t0"), Touchpoint(id="t1", name="t1")]
    form = MeasurementPoint(
        id="P1", anchor=Anchor("touchpoint", "t0"), metric="csat", method="Feedback  form", status="live"
    )
    project = project_of(places, [form])
    assert [stage.id for stage in silent_stages(project)] == ["s2"]
    everywhere = msgspec.structs.replace(form, anchor=Anchor("journey", "j"))
    assert silent_stages(project_of(places, [everywhere])) == []


def imported(project: Project, used: int, ends: date) -> Project:
    account = Account(file="x.csv", sha256="0" * 64, read_on=date(2026, 11, 1), rows=9, used={"P1": used})
    result = ResultSet(id="r", account=account, mapping=Mapping(), tally="0" * 64, waves=("w",))
    return msgspec.structs.replace(
        project,
        dated=date(2026, 11, 22),
        waves={"w": Wave(id="w", starts=date(2025, 1, 1), ends=ends)},
        wave_order=("w",),
        result_sets={"r": result},
        result_order=("r",),
    )


def test_status_and_data_that_disagree_are_found_and_old_data_too() -> None:
    places = [Touchpoint(id="t0", name="t0")]
    one = MeasurementPoint(
        id="P1", anchor=Anchor("touchpoint", "t0"), metric="csat", status="live", read="joka kuukausi"
    )
    project = imported(project_of(places, [one]), 9, date(2026, 10, 31))

    def kinds(project: Project, n: int) -> list[str]:
        return [found.kind for found in data_findings(project, {"P1": score("P1", n)} if n else {})]

    assert kinds(project, 40) == []
    assert kinds(project, 0) == ["status says live"]
    idle = msgspec.structs.replace(project, points={"P1": msgspec.structs.replace(one, status="idea")})
    assert kinds(idle, 40) == ["status does not say live"]
    assert kinds(imported(project, 9, date(2026, 8, 31)), 40) == ["data stale"]
    waiver = Waiver(id="w1", check="status says live", subject="P1", reason="begins in June")
    waived = msgspec.structs.replace(project, waivers={"w1": waiver}, waiver_order=("w1",))
    assert "status says live" in [one.kind for one in plan_findings(project, {})]
    assert "status says live" not in [one.kind for one in plan_findings(waived, {})]
