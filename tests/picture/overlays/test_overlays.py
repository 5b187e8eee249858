"""Every overlay says what its figures are, in both languages, and draws a sound map."""

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymapper.analysis.point_index import points_by_touchpoint
from journeymapper.analysis.score import Score
from journeymapper.analysis.scoring import score_points
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.beliefs import BeliefRound, Guess
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.project import Evidence
from journeymapper.model.sources import Account, ColumnUse, Mapping, ResultSet, Wave
from journeymapper.model.tally import Tally
from journeymapper.picture.evidence import supports_of
from journeymapper.picture.map_view import LANES, MapView, map_picture
from journeymapper.picture.overlays.names import OverlayName
from journeymapper.picture.overlays.order import NAMES, OVERLAYS, overlay_of
from journeymapper.picture.overlays.overlay import Ground, Mark
from journeymapper.picture.primitives import Text
from tests.picture.conftest import drainage
from tests.picture.soundness import assert_sound
from tests.picture.views import views


def ground(code: str = "en", **changes: object) -> Ground:
    project, journey, scores = drainage(code)
    made = Ground(
        project=project, journey=journey, language=language(code), scores=scores,
        points=points_by_touchpoint(project), supports=supports_of(project.evidence),
    )  # fmt: skip
    changed = msgspec.structs.replace(made, **changes)
    return msgspec.structs.replace(changed, points=points_by_touchpoint(changed.project))


def marks(name: OverlayName, **changes: object) -> dict[str, Mark]:
    overlay = overlay_of(name, ground(**changes))  # type: ignore[arg-type]  # changes of the ground
    assert overlay is not None
    return dict(overlay.marks)


def test_the_widest_gap_fills_the_band_and_others_are_in_proportion() -> None:
    found = marks("gap")
    assert (found["t11"].head, found["t11"].sign, found["t11"].fill) == ("−35", "▼", 1.0)
    assert found["t14"].fill == pytest.approx((90 - 71.7) / (90 - 55.3))
    assert found["t17"].hatched
    assert found["t17"].head == "not measured"


def test_certainty_tells_how_many_more_answers_would_settle_it() -> None:
    found = marks("certainty")
    assert (found["t11"].head, found["t11"].sign) == ("certain", "●")
    assert found["t8"].head == "not certain"
    # 58 · ((85.0 − 75.9) / (85 − 75.9))² = 58: the limit touches the target, one more answer settles it
    assert "1 more needed" in found["t8"].rows
    assert found["t3"].head == "no interval"
    assert found["t3"].fill == 0.0


def test_a_measured_feeling_is_the_scores_place_on_its_own_scale() -> None:
    found = marks("feeling")
    # 55.3 of 100 is +0.212 on −2…+2; expected was −1, and the interval from 41.2 is above −1 (25 of 100)
    assert found["t11"].felt == pytest.approx(55.3 / 25 - 2)
    assert (found["t11"].head, found["t11"].sign) == ("+1.2", "▲")
    assert (found["t16"].head, found["t16"].sign) == ("−1.1", "▼")


def test_evidence_is_graded_from_assumption_to_measured() -> None:
    project, _, _ = drainage("en")
    told = Evidence(id="e", subject="t17", kind="interview")
    found = marks("evidence", supports=supports_of({"e": told}), project=project)
    grades = {key: found[key].head for key in ("t7", "t11", "t17", "t18")}
    assert grades == {"t7": "assumption", "t11": "measured", "t17": "research", "t18": "few answers"}


def test_coverage_tells_answers_got_and_needed() -> None:
    project, _, _ = drainage("en")
    p8 = msgspec.structs.replace(project.points["P8"], needed_n=73)
    found = marks("coverage", project=msgspec.structs.replace(project, points={**project.points, "P8": p8}))
    needing = next(mark for mark in found.values() if any("/ 73" in row for row in mark.rows))
    assert (needing.sign, needing.rows) == ("◐", ("P8 58 / 73",))
    assert (found["t7"].sign, found["t7"].rows) == ("□", ("asked at the start notice",))
    assert (found["t17"].head, found["t17"].sign) == ("not measured", "○")
    assert found["t10"].sign == "●"


def test_staff_are_set_beside_customers_and_never_under_five() -> None:
    project, journey, scores = drainage("en")
    asked = MeasurementPoint(
        id="S1", anchor=Anchor("stage", "s3"), metric="mean:1..5", name="can work well", asks_staff=True
    )  # fmt: skip
    project = msgspec.structs.replace(
        project, points={**project.points, "S1": asked}, point_order=(*project.point_order, "S1")
    )
    staff = Score(point="S1", n=22, value=3.0, verdict="no target", score100=50.0)
    found = marks("staff", project=project, journey=journey, scores={**scores, "S1": staff})
    assert found["t11"].head == "staff: can work well 3.0"
    assert found["t11"].rows == ("staff n 22", "told 55\N{NO-BREAK SPACE}%")
    assert found["t11"].others[0].value100 == 50.0
    assert found["t5"].head == "staff not asked"
    hidden = Score(point="S1", hidden="too few", verdict="too few")
    assert marks("staff", project=project, scores={**scores, "S1": hidden})["t11"].head == "too few answers"


def test_groups_too_small_are_left_out_of_the_segments() -> None:
    project, journey, _ = drainage("en")
    tally = Tally(
        answers={"P6": [5.0, 3.0, 1.0]}, segments={"region": ["north", "south", "west"]}, waves=["w"] * 3,
        days=[""] * 3, counts=[20, 20, 7], weights=[20, 20, 7], squares=[20, 20, 7],
    )  # fmt: skip
    account = Account(file="a.csv", sha256="0" * 64, read_on=date(2026, 1, 1), rows=47)
    mapping = Mapping(columns=(ColumnUse(column="q", point="P6"),), segments=("region",))
    one = ResultSet(id="r", account=account, mapping=mapping, tally="t" * 64, waves=("w",))
    project = msgspec.structs.replace(
        project, result_sets={"r": one}, result_order=("r",), waves={"w": Wave(id="w")}, wave_order=("w",)
    )
    scores = score_points(project, {"t" * 64: tally}, wave="w")
    found = marks(
        "segments", project=project, journey=journey, scores=scores, tallies={"t" * 64: tally}, wave="w",
        segment_name="region",
    )["t5"]  # fmt: skip
    assert found.rows == ("north: 5.0", "south: 3.0", "west: 1.0")
    assert [each.value100 for each in found.others] == [100.0, 50.0, 0.0]
    small = msgspec.structs.replace(tally, counts=[20, 20, 3], weights=[20, 20, 3], squares=[20, 20, 3])
    scores = score_points(project, {"t" * 64: small}, wave="w")
    left = marks(
        "segments", project=project, scores=scores, tallies={"t" * 64: small}, wave="w", segment_name="region"
    )["t5"]  # fmt: skip
    assert not any("west" in row for row in left.rows)
    assert len(left.rows) == 1  # a second group goes with it, or the small one could be worked out


def test_change_tells_real_moves_from_seeming_ones() -> None:
    project, journey, _ = drainage("en")
    counts = {"w1": (2, 8, 30, 40, 20), "w2": (20, 30, 30, 15, 5)}  # answers 1 to 5: certainly worse in the second
    rows = [(float(answer), wave, n) for wave, found in counts.items() for answer, n in enumerate(found, 1)]
    same = [(4.0, wave, 20) for wave in counts] + [(5.0, "w1", 20), (5.0, "w2", 24)]  # P10 hardly moves
    tally = Tally(
        answers={"P6": [row[0] for row in rows] + [None] * 4, "P10": [None] * 10 + [row[0] for row in same]},
        waves=[row[1] for row in (*rows, *same)], days=[""] * 14, counts=[row[2] for row in (*rows, *same)],
        weights=[float(row[2]) for row in (*rows, *same)], squares=[float(row[2]) for row in (*rows, *same)],
    )  # fmt: skip
    account = Account(file="a.csv", sha256="0" * 64, read_on=date(2026, 1, 1), rows=284)
    uses = (ColumnUse(column="q", point="P6"), ColumnUse(column="r", point="P10"))
    one = ResultSet(id="r", account=account, mapping=Mapping(columns=uses), tally="t" * 64, waves=("w1", "w2"))
    project = msgspec.structs.replace(
        project, result_sets={"r": one}, result_order=("r",), waves={"w1": Wave(id="w1"), "w2": Wave(id="w2")},
        wave_order=("w1", "w2"),
    )  # fmt: skip
    tallies = {"t" * 64: tally}
    found = marks(
        "change", project=project, journey=journey, scores=score_points(project, tallies, wave="w2"), tallies=tallies,
        wave="w2", against="w1",
    )  # fmt: skip
    before, after = 3.68, 2.55
    assert (found["t5"].sign, found["t5"].head) == ("▼", "−1.1")
    assert found["t5"].rows == (f"{before:.1f} → {after:.1f}",)
    assert found["t5"].others[0].value100 == pytest.approx(25 * (before - 1))
    assert found["t10"].sign == "△"
    assert found["t11"].head == "not measured"


def test_drivers_are_the_shares_that_were_found() -> None:
    from journeymapper.analysis.drivers.report import Driver, DriverReport

    strong = Driver(
        point="P11", touchpoint="Change of dates", lmg=0.3, johnson=0.3, share=0.75, r=0.5, beta=0.5, vif=1.1
    )
    weak = Driver(
        point="P6",
        touchpoint="Survey visit",
        lmg=0.1,
        johnson=0.1,
        share=0.25,
        r=0.2,
        beta=0.2,
        vif=1.1,
        beats_chance=False,
    )
    report = DriverReport(outcome="P1", wave="w", n=200, lost=3, r2=0.4, adjusted_r2=0.39, drivers=(strong, weak))
    found = marks("drivers", drivers=report)
    assert (found["t11"].head, found["t11"].tone) == ("75\N{NO-BREAK SPACE}%", "certainly worse")
    assert (found["t5"].sign, found["t5"].tone) == ("□", "plain")
    assert found["t9"].head == "not asked together"
    assert marks("drivers")["t11"].head == "not known yet"


@pytest.mark.parametrize("code", ["en", "fi"])
@pytest.mark.parametrize("name", sorted(OVERLAYS))
def test_the_map_under_an_overlay_is_sound_and_reads_its_keys(name: OverlayName, code: str) -> None:
    under = ground(code)
    overlay = overlay_of(name, under)
    assert overlay is not None
    view = MapView(
        project=under.project, journey=under.journey, scores=dict(under.scores), language=under.language,
        overlay=overlay, lanes=LANES,
    )  # fmt: skip
    picture = map_picture(view, width=1400, height=900)
    assert_sound(picture, 7.0)
    legend = " ".join(
        item.text
        for group in picture.groups
        if group.part == "legend"
        for item in group.items
        if isinstance(item, Text)
    )
    assert overlay.title in legend
    assert all(key.words in legend for key in overlay.keys)
    assert {key.sign for key in overlay.keys} >= {mark.sign for mark in overlay.marks.values() if not mark.hatched}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(view=views(), name=st.sampled_from(sorted(OVERLAYS)))
def test_any_map_under_any_overlay_is_sound(view: MapView, name: OverlayName) -> None:
    under = Ground(
        project=view.project, journey=view.journey, language=view.language, scores=view.scores,
        points=points_by_touchpoint(view.project), supports=supports_of(view.project.evidence),
    )  # fmt: skip
    shown = msgspec.structs.replace(view, overlay=overlay_of(name, under), results=True, blank=False)
    assert_sound(map_picture(shown, width=1200, height=800), 7.0)


def test_every_overlay_has_a_name_to_be_chosen_by() -> None:
    assert set(NAMES) == {"verdict", *OVERLAYS}


def test_beliefs_are_shown_once_they_are_locked_and_only_of_five_or_more() -> None:
    project, _, _ = drainage("en")
    guesses = tuple(Guess(point="P11", value=value) for value in (80.0, 85.0, 90.0, 85.0, 85.0))
    few = tuple(Guess(point="P15", value=90.0) for _ in range(4))
    made = BeliefRound(id="round", name="Round", guesses=guesses + few, locked_at="2026-11-02T12:00:00+00:00")
    found = marks("belief", project=edits.add_belief_round(project, made))
    spot = found["t11"]
    assert (spot.head, spot.sign, spot.tone) == ("gap +30", "▼", "certainly worse")  # 85 % guessed, 55.3 % told in time
    assert [round(other.value100) for other in spot.others] == [85]
    hidden = next(mark for mark in found.values() if mark.head == "hidden, fewer than 5 staff")
    assert hidden.hatched
    assert found["t17"].head == "nobody has guessed"
    still_open = msgspec.structs.replace(made, locked_at="")
    found = marks("belief", project=edits.add_belief_round(project, still_open))
    assert {mark.head for mark in found.values()} == {"guesses still open"}
