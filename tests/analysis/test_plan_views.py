"""Views of the plan: inventory, selection, goals, movable pool, roll-out, targets by wave and segment; mends."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from journeymapper.analysis.goals import goal_tree
from journeymapper.analysis.inventory import departures, review_inventory
from journeymapper.analysis.movable import movable_pool
from journeymapper.analysis.plan_findings import plan_findings
from journeymapper.analysis.roll_out import roll_out_forecast
from journeymapper.analysis.scoring import score_points
from journeymapper.analysis.selection import selection
from journeymapper.analysis.targets import levels_of, target_for
from journeymapper.mapfiles.inventory import with_inventory
from journeymapper.model import edits
from journeymapper.model.checks import check
from journeymapper.model.checks.importance import WHY
from journeymapper.model.checks.mends import MENDS, mend_of
from journeymapper.model.finding import Finding
from journeymapper.model.journey import Link
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Goal, Project
from journeymapper.storage.container import Opened, open_project

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "drainage_renovation.jmap"


@pytest.fixture(scope="module")
def opened() -> Opened:
    return open_project(SAMPLE)


@pytest.fixture(scope="module")
def project(opened: Opened) -> Project:
    return opened.project


def test_the_samples_inventory_is_placed_and_its_gap_seen(project: Project) -> None:
    review = review_inventory(project)
    assert [project.inventory[key].fate for key in project.inventory_order] == ["stop", "change", "change", "keep"]
    assert (review.gaps, review.unplaced, review.cost) == (("touchpoint-spring",), (), 11900.0)
    assert not review.overlaps


def test_an_inventory_comes_from_a_table_with_its_overlaps(project: Project) -> None:
    rows = [
        ["Mitä mitataan nyt", "", "", ""],
        ["Nimi", "Kysymys", "Asteikko", "Kosketuspiste", "Kustannus", "Päätös", "Väri"],
        ["Myynnin kysely", "Kuinka tyytyväinen olit tarjoukseen?", "1-5", "Offer", "1 200,50 €", "Yhdistä", "x"],
        ["Toimiston kysely", "Kuinka tyytyväinen olit tarjoukseen", "4–10", "offer", "", "", ""],
        ["Muu", "", "", "Nowhere", "", "", ""],
        ["", "", "", "", "", "", ""],
    ]
    found = with_inventory(project, rows, source="i.csv")
    assert found.taken == 3
    assert [notice.english() for notice in found.notices] == [
        "Column not used: Väri.",
        "Row 5: the map has no place Nowhere.",
    ]
    first, second, third = (found.project.inventory[key] for key in found.project.inventory_order[-3:])
    assert (first.cost, first.fate, first.anchor) == (1200.5, "merge", Anchor("touchpoint", "touchpoint-offer"))
    review = review_inventory(found.project)
    (overlap,) = [one for one in review.overlaps if one.first == first.id and one.second == second.id]
    assert (overlap.place, overlap.scales_differ, overlap.wordings_differ) == ("Offer", True, False)
    assert third.id in review.unplaced


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["a", "b"], ["c", "d"]], "none of the first rows"),
        ([["Name", "Cost"], ["x", "much"]], "row 2: much is not a cost"),
        ([["Name", "Cost"]], "lists no measurements"),
    ],
)
def test_what_is_no_inventory_is_refused(project: Project, rows: list[list[str]], reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        with_inventory(project, rows, source="i.csv")


def test_departures_from_a_common_metric_are_listed_by_function(project: Project) -> None:
    common = edits.change(project, "csat-mean", common=True)
    assert departures(common) == {"Production": ("P9",), "": ("P22",)}
    assert departures(project) == {}


def test_the_selection_names_what_matters_first(project: Project) -> None:
    rows = {row.touchpoint: row for row in selection(project, project.ordered_journeys()[0])}
    assert next(iter(rows)) == "touchpoint-dates"
    assert (rows["touchpoint-dates"].proposal, rows["touchpoint-dates"].choice) == ("measure", "measure")
    assert rows["touchpoint-contract"].choice == "leave"
    assert (rows["touchpoint-search"].proposal, rows["touchpoint-search"].choice) == ("leave", "listen")
    assert rows["touchpoint-fair"].proposal == "listen"


def test_the_goal_tree_of_the_sample(project: Project) -> None:
    tree = goal_tree(project)
    assert tree.layers[0] == ("goal-recommended",)
    assert tree.idle == ("P4", "P10")
    assert tree.unmeasured == ()
    assert set(tree.measured["goal-recommended"]) == {f"P{n}" for n in range(1, 25)} - {"P4", "P10"}
    more = edits.add_goal(project, Goal(id="cheap", text="Cheaper", contradicts=("goal-recommended",)))
    found = goal_tree(more)
    assert (found.contradictions, found.unmeasured) == ((("cheap", "goal-recommended"),), ("cheap",))


def test_the_movable_pool_goes_where_results_are_certainly_worse(opened: Opened) -> None:
    project = opened.project
    pool = movable_pool(project, score_points(project, opened.tallies))
    assert (pool.standing, pool.free) == (("P2", "P4", "P13"), 1)
    assert [place.touchpoint.removeprefix("touchpoint-") for place in pool.proposals] == [
        "offer", "inspection", "call", "yard", "spring",
    ]  # fmt: skip


def test_the_roll_out_adds_coverage_step_by_step(opened: Opened) -> None:
    project = opened.project
    forecasts = roll_out_forecast(project, score_points(project, opened.tallies))
    lives = [one.coverage.touchpoints.live for one in forecasts]
    assert lives == sorted(lives)
    assert [one.starts for one in forecasts] == [date(2026, 5, 1), date(2026, 7, 1), date(2026, 9, 1), date(2027, 1, 1)]
    assert lives[2] - lives[1] == 3
    assert lives[-1] == 16


def test_the_target_of_wave_and_segment_goes_before_the_general_one() -> None:
    point = MeasurementPoint(
        id="P1",
        anchor=Anchor("relationship"),
        metric="nps",
        target=Target(value=50),
        more_targets=(
            Target(value=30, level="minimum"),
            Target(value=40, wave="2025"),
            Target(value=45, segment="area=north"),
            Target(value=42, wave="2025", segment="area=north"),
            Target(value=70, level="stretch", wave="2026"),
        ),
    )

    def value(wave: str, segment: str = "") -> float | None:
        found = target_for(point, wave, segment)
        return found.value if found else None

    assert (value("2026"), value("2025"), value("2026", "area=north"), value("2025", "area=north")) == (50, 40, 45, 42)
    assert levels_of(point, "2026") == {"minimum": 30, "target": 50, "stretch": 70}
    assert levels_of(point, "2025") == {"minimum": 30, "target": 40}


def test_a_verdict_uses_the_target_of_its_wave(opened: Opened) -> None:
    project = edits.change(opened.project, "P7", more_targets=(Target(value=4.0, wave="2026"),))
    assert score_points(opened.project, opened.tallies)["P7"].verdict == "worse"
    assert score_points(project, opened.tallies)["P7"].verdict == "better"


def test_every_finding_says_why_and_every_mend_takes_its_finding_away(project: Project) -> None:
    flawed = edits.change(project, "P11", owner="", target=None)
    flawed = edits.add_metric(flawed, parse_metric("nps"))
    flawed = edits.change(flawed, "P6", metric="nps")
    flawed = edits.change(flawed, "stage-work", owner="")
    kinds = set()
    for finding in [*check(flawed), *path_findings_of_tangles(project)]:
        assert finding.kind in WHY, finding.kind
        mend = mend_of(flawed, finding)
        if mend is None:
            continue
        kinds.add(finding.kind)
        after = [(one.kind, one.element) for one in check(mend.edit(flawed, finding))]
        assert (finding.kind, finding.element) not in after
    assert {"no owner", "no target", "hand-off not measured", "relationship question at an encounter"} <= kinds
    assert {"changed without version", "stage without owner"} <= kinds
    assert set(MENDS) <= set(WHY)


def path_findings_of_tangles(project: Project) -> list[Finding]:
    """One of each kind: a circle without a way out that cuts the path, cards that nothing leads to or from."""
    (journey,) = project.ordered_journeys()
    for link in journey.links:
        project = edits.remove(project, link)
    one, two, *_, last = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
    for number, ends in enumerate([(one, two), (two, one), ("", last)]):
        project = edits.add_link(project, journey.id, Link(id=f"way-{number}", source=ends[0], target=ends[1]))
    found = [one for one in plan_findings(project, {}) if one.severity == "warning"]
    assert {"unreachable", "dead end", "loop without a way out", "no path"} <= {finding.kind for finding in found}
    assert not {"unreachable", "no path"} & {one.kind for one in plan_findings(project, {}, paths=False)}
    return found


def test_findings_of_paths_are_waived_like_the_others(project: Project) -> None:
    from journeymapper.model.plan import Waiver

    (journey,) = project.ordered_journeys()
    into = next(key for key, link in journey.links.items() if link.target == "touchpoint-fair")
    cut = edits.remove(project, into)
    new = [one for one in plan_findings(cut, {}) if one not in plan_findings(project, {})]
    assert [(one.kind, one.severity, one.element) for one in new] == [("unreachable", "warning", "touchpoint-fair")]
    waived = edits.waive(cut, Waiver(id="w", check="unreachable", subject="touchpoint-fair", reason="once a year"))
    assert plan_findings(waived, {}) == plan_findings(project, {})


def test_a_waived_finding_is_not_found_again_and_goes_with_its_subject(project: Project) -> None:
    from journeymapper.model.plan import Waiver

    waived = edits.waive(project, Waiver(id="w", check="no goal", subject="P4", reason="a fair is a fair"))
    assert ("no goal", "P4") not in [(one.kind, one.element) for one in check(waived)]
    with pytest.raises(Refusal, match="already"):
        edits.waive(waived, Waiver(id="w2", check="no goal", subject="P4", reason="x"))
    with pytest.raises(Refusal, match="with a reason"):
        edits.waive(project, Waiver(id="w2", check="no goal", subject="P4", reason=" "))
    assert edits.remove(waived, "P4").waivers == {}
    assert msgspec.structs.asdict(waived.waivers["w"])["check"] == "no goal"
