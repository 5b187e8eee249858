"""What a facilitator does while ten people talk: split, merge, park, turn, lanes; nothing said is lost."""

from collections.abc import Callable
from datetime import date

import pytest

from journeymapper.model import edits
from journeymapper.model.edits.replacing import replacement
from journeymapper.model.find import find
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import HandOff, Journey, LaneChoice, Link, OwnLane, StaffBehaviour, Stage, Touchpoint
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Note, Project, Snapshot
from tests.model.counting import counting

DAY = date(2026, 1, 1)


def stages(project: Project, journey: str = "journey") -> list[list[str]]:
    """The names of stages, each followed by those of its touchpoints."""
    map_of = project.journeys[journey]
    return [
        [stage.name, *(map_of.touchpoints[key].name for key in stage.touchpoints)] for stage in map_of.ordered_stages()
    ]


def sound(project: Project) -> Project:
    verify(project)
    assert broken_references(project) == []
    return project


def test_a_split_leaves_all_at_the_first_and_shares_the_circumstances(project: Project) -> None:
    before = edits.change(project, "offer", doing="Reads", owner="myynti", feeling=1)
    after = sound(edits.split_touchpoint(before, "offer", ("Offer sent", "Offer read"), "read"))
    assert stages(after)[0] == ["agree", "Offer sent", "Offer read", "contract"]
    first, second = (after.journeys["journey"].touchpoints[key] for key in ("offer", "read"))
    assert (first.doing, first.feeling, first.shown_point) == ("Reads", 1, "P1")
    assert (second.doing, second.feeling, second.owner, second.personas) == ("", None, "myynti", ("ritva",))
    assert [point.id for point in after.points_on("touchpoint", "offer")] == ["P1"]


def test_a_parked_touchpoint_is_split_in_the_parking_lot(project: Project) -> None:
    after = edits.split_touchpoint(edits.park(project, "offer"), "offer", ("a", "b"), "second")
    assert after.journeys["journey"].parked == ("offer", "second")


def test_a_merge_moves_over_what_hangs_on_the_others(project: Project) -> None:
    before = edits.change(project, "contract", doing="Signs", pains=("Small print",), votes=2)
    before = edits.change(before, "offer", doing="Reads", votes=1, staff=(StaffBehaviour("sales", "calls"),))
    before = edits.add_note(before, Note(id="second", text="x", anchor=Anchor("touchpoint", "contract")))
    after = sound(edits.merge_touchpoints(before, ("offer", "contract")))
    journey = after.journeys["journey"]
    one = journey.touchpoints["offer"]
    assert stages(after)[0] == ["agree", "offer / contract"]
    assert (one.doing, one.pains, one.votes, one.staff) == (
        "Reads\nSigns",
        ("Small print",),
        3,
        (StaffBehaviour("sales", "calls"),),
    )
    assert [point.id for point in after.points_on("touchpoint", "offer")] == ["P1", "P2"]
    assert after.notes["second"].anchor.id == "offer"
    assert journey.hand_offs["hand-off"].source == "offer"
    assert journey.links == {}
    assert find(after, "contract") is None


def test_figures_of_merged_touchpoints_are_added_or_told(project: Project) -> None:
    before = edits.change(project, "offer", volume=410, volume_unit="offers", feeling=1, importance=5, choice="measure")
    before = edits.change(before, "contract", volume=142, volume_unit="Offers", feeling=-1, importance=3)
    before = edits.change(before, "start", volume=138, volume_unit="sites", feeling=0, suspected_pain=4, choice="leave")
    project = edits.add_own_lane(before, "journey", OwnLane(id="own", name="Effort", kind="number"))
    for key, effort in (("offer", "2"), ("contract", "7"), ("start", "2")):
        project = edits.set_own_value(project, "own", key, effort)
    after = sound(edits.merge_touchpoints(project, ("offer", "contract", "start"), "offer"))
    journey = after.journeys["journey"]
    one = journey.touchpoints["offer"]
    assert (one.volume, one.volume_unit, one.feeling) == (552, "offers", -1)
    assert (one.importance, one.suspected_pain, one.choice) == (5, 4, "measure")
    assert journey.own_values == {"own": {"offer": "2"}}
    assert one.doing.split("\n") == [
        "offer: feeling +1",
        "contract: importance 3",
        "start: feeling 0, decided: not to be measured, 138 sites",
        "contract: Effort 7",
    ]


def test_a_volume_without_a_unit_is_encounters_a_year_and_the_words_are_the_reader_s(project: Project) -> None:
    before = edits.change(project, "contract", volume=142, volume_unit="offers")
    before = edits.change(before, "start", volume=0)
    after = edits.merge_touchpoints(before, ("offer", "contract", "start"), words=lambda each: each.english().upper())
    one = after.journeys["journey"].touchpoints["offer"]
    assert (one.volume, one.volume_unit) == (142, "offers")
    assert one.doing == "start: 0 A YEAR"


def test_what_joined_merged_touchpoints_leaves_its_words_and_points_behind(project: Project) -> None:
    before = edits.change(project, "hand-off", from_function="myynti", to_function="työmaa")
    before = edits.add_link(
        before, "journey", Link(id="again", source="contract", target="start", label="if in a hurry")
    )
    before = edits.change(before, "P2", anchor=Anchor("hand-off", "hand-off"))
    after = sound(edits.merge_touchpoints(before, ("contract", "start"), "Signing"))
    one = after.journeys["journey"].touchpoints["contract"]
    assert one.name == "Signing"
    assert one.doing.split("\n") == ["contract", "start", "if in a hurry", "myynti → työmaa"]
    assert {point.id for point in after.points_on("touchpoint", "contract")} == {"P2", "P3"}
    assert after.points["P3"].also_covers == ("contract",)
    assert after.journeys["journey"].hand_offs == {}


def test_links_that_say_the_same_after_a_merge_become_one(project: Project) -> None:
    for key, source in (("one", "offer"), ("two", "contract")):
        project = edits.add_link(project, "journey", Link(id=key, source=source, target="start"))
    after = sound(edits.merge_touchpoints(project, ("offer", "contract")))
    assert list(after.journeys["journey"].links) == ["one"]


def test_merging_what_is_one_already_changes_nothing(project: Project) -> None:
    assert edits.merge_touchpoints(project, ("offer", "offer")) is project
    assert edits.merge_touchpoints(project, ()) is project


def test_a_touchpoint_with_a_name_alone_becomes_a_stage_and_back(project: Project) -> None:
    before = edits.add_touchpoint(project, "journey-agree", Touchpoint(id="visit", name="Visit", owner="tj"), 1)
    out = sound(edits.touchpoint_to_stage(before, "visit", "new"))
    assert stages(out) == [["agree", "offer"], ["Visit", "contract"], ["work", "start"]]
    assert out.journeys["journey"].stages["new"].owner == "tj"
    assert find(out, "visit") is None
    back = sound(edits.stage_to_touchpoint(out, "new"))
    assert stages(back) == stages(before)
    assert back.journeys["journey"].touchpoints["new"].owner == "tj"


def test_a_touchpoint_that_says_more_stays_as_the_first_of_its_stage(project: Project) -> None:
    out = sound(edits.touchpoint_to_stage(project, "offer", "new"))
    assert stages(out) == [["agree"], ["offer", "offer", "contract"], ["work", "start"]]
    assert [point.id for point in out.points_on("touchpoint", "offer")] == ["P1"]
    back = sound(edits.stage_to_touchpoint(out, "new"))
    assert stages(back) == stages(project)
    assert back.journeys["journey"].touchpoints["offer"] == project.journeys["journey"].touchpoints["offer"]


def test_what_hangs_on_a_stage_hangs_on_the_touchpoint_that_it_becomes(project: Project) -> None:
    before = edits.change(project, "P1", anchor=Anchor("stage", "journey-agree"))
    before = edits.change(before, "journey", recurs_to="journey-agree")
    after = sound(edits.stage_to_touchpoint(before, "journey-agree"))
    assert stages(after) == [["work", "agree", "offer", "contract", "start"]]
    assert after.points["P1"].anchor == Anchor("touchpoint", "journey-agree")
    assert after.journeys["journey"].recurs_to == ""
    last = edits.stage_to_touchpoint(project, "journey-work")
    assert stages(last) == [["agree", "offer", "contract", "work", "start"]]


def test_a_parked_touchpoint_becomes_the_last_stage(project: Project) -> None:
    after = sound(edits.touchpoint_to_stage(edits.park(project, "offer"), "offer", "new"))
    assert stages(after)[2] == ["offer", "offer"]
    assert after.journeys["journey"].parked == ()


def test_half_a_stage_moves_into_a_new_one(project: Project) -> None:
    after = sound(edits.split_stage(project, "journey-agree", 1, Stage(id="new", name="Sign")))
    assert stages(after) == [["agree", "offer"], ["Sign", "contract"], ["work", "start"]]
    assert stages(edits.split_stage(project, "journey-agree", 9, Stage(id="new", name="Sign")))[1] == ["Sign"]


def test_the_parking_lot_keeps_all_that_hangs_on_a_touchpoint(project: Project) -> None:
    after = sound(edits.park(edits.park(project, "offer"), "start", 0))
    journey = after.journeys["journey"]
    assert journey.parked == ("start", "offer")
    assert [touchpoint.id for touchpoint in journey.ordered_touchpoints()] == ["contract"]
    assert (after.points, journey.links) == (project.points, project.journeys["journey"].links)
    assert edits.park(after, "offer") is after
    assert edits.park(after, "offer", 0).journeys["journey"].parked == ("offer", "start")
    assert edits.unpark(after, "offer", "journey-agree", 0) == edits.park(project, "start")
    assert edits.remove(after, "offer").journeys["journey"].parked == ("start",)


def test_own_lanes_hold_what_their_kind_holds(project: Project) -> None:
    kinds = ("text", "number", "rating")
    for kind in kinds:
        project = edits.add_own_lane(project, "journey", OwnLane(id=kind, name=kind, kind=kind))  # type: ignore[arg-type]  # one of the kinds
    for lane, said, kept in (
        ("text", "a\r\nb", "a\nb"),
        ("number", " 1 250,5 ", "1250.5"),
        ("number", "−3", "-3"),
        ("rating", "5", "5"),
    ):
        after = sound(edits.set_own_value(project, lane, "offer", said))
        assert after.journeys["journey"].own_values == {lane: {"offer": kept}}
        assert edits.set_own_value(after, lane, "offer", said) is after
        assert edits.set_own_value(after, lane, "offer", " ") == project
        assert edits.remove(after, "offer").journeys["journey"].own_values == {}
        assert edits.remove(after, lane).journeys["journey"].own_values == {}
    assert edits.set_own_value(project, "text", "offer", "") is project


def test_lanes_are_chosen_and_an_own_lane_joins_the_chosen(project: Project) -> None:
    chosen = (LaneChoice("feeling", hidden=True), LaneChoice("channels", name=" Kanavat "))
    after = edits.choose_lanes(project, "journey", chosen)
    assert after.journeys["journey"].lanes[1] == LaneChoice("channels", name="Kanavat")
    assert edits.choose_lanes(after, "journey", after.journeys["journey"].lanes) is after
    after = edits.add_own_lane(after, "journey", OwnLane(id="own", name="Effort"))
    assert [lane.id for lane in after.journeys["journey"].lanes] == ["feeling", "channels", "own"]
    assert [lane.id for lane in edits.remove(after, "own").journeys["journey"].lanes] == ["feeling", "channels"]
    assert edits.choose_lanes(after, "journey", ()).journeys["journey"].lanes == ()


def test_a_journey_in_another_state_has_the_map_and_not_the_measuring(project: Project) -> None:
    project = edits.add_own_lane(project, "journey", OwnLane(id="own", name="Effort"))
    project = edits.set_own_value(edits.park(project, "start"), "own", "offer", "high")
    project = edits.change(project, "journey", recurs_to="journey-agree")
    after = sound(edits.copy_journey(project, "journey", counting(), state="future", name="Goal"))
    new = after.journeys["journey-1"]
    assert (new.name, new.state, new.same_as, after.journey_order) == (
        "Goal",
        "future",
        "journey",
        ("journey", "journey-1", "other"),
    )
    assert stages(after, "journey-1") == stages(after)
    assert [one.name for one in new.parked_touchpoints()] == ["start"]
    assert (len(new.links), len(new.hand_offs), len(new.messages)) == (1, 1, 1)
    assert new.stages[new.recurs_to].name == "agree"
    ((lane, row),) = new.own_values.items()
    assert (new.own_lanes[lane].name, list(row.values())) == ("Effort", ["high"])
    assert (after.points, after.notes, after.actions) == (project.points, project.notes, project.actions)


def test_a_persona_has_a_variant_and_a_plain_copy_has_everything(project: Project) -> None:
    variant = sound(edits.copy_journey(project, "journey", counting(), persona="ritva")).journeys["journey-1"]
    assert (variant.persona, variant.variant_of, variant.same_as) == ("ritva", "journey", "")
    copied = sound(edits.copy_journey(project, "journey", counting()))
    assert copied.point_order == ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8")
    new = copied.journeys["journey-1"]
    shown = next(one for one in new.touchpoints.values() if one.name == "offer").shown_point
    assert copied.points[shown].anchor.id in new.touchpoints
    assert len(copied.notes) == 2 * len(project.notes)
    assert copied.points["P8"].also_covers == tuple(new.hand_offs)


def test_removing_a_journey_lets_go_of_it(project: Project) -> None:
    project = edits.change(
        edits.change(project, "journey", same_as="other", variant_of="other"), "offer", sub_journey="other"
    )
    after = sound(edits.remove(project, "other")).journeys["journey"]
    assert (after.same_as, after.variant_of, after.touchpoints["offer"].sub_journey) == ("", "", "")


def test_a_snapshot_names_its_document(project: Project) -> None:
    snapshot = Snapshot(id="s", name="Day 1", taken_on=date(2026, 5, 1), document="a" * 64 + ".json")
    after = sound(edits.take_snapshot(project, snapshot))
    assert after.snapshot_order == ("s",)
    assert edits.remove(after, "s") == project


REPLACED = [
    ("kir", "post", "C", ("offer", ("phone", "postje"))),
    ("OFF", "N", "", ("Ner", ("phone", "kirje"))),
    ("OFF", "N", "C", ("offer", ("phone", "kirje"))),
    ("off", "N", "W", ("offer", ("phone", "kirje"))),
    ("phone", "N", "W", ("offer", ("phone", "kirje"))),
    ("offer", r"\1 {x}", "CW", (r"\1 {x}", ("phone", "kirje"))),
]


@pytest.mark.parametrize(("old", "new", "how", "expected"), REPLACED)
def test_texts_are_replaced_and_ids_are_not(
    project: Project, old: str, new: str, how: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    offer = (
        sound(edits.replace_text(project, old, new, case="C" in how, whole="W" in how))
        .journeys["journey"]
        .touchpoints["offer"]
    )
    assert (offer.name, offer.channels) == expected


def test_replacing_reaches_lists_inner_values_and_own_lanes_or_chosen_elements_alone(project: Project) -> None:
    project = edits.change(project, "offer", pains=("Wait here",), staff=(StaffBehaviour("wait", "no wait"),))
    project = edits.add_own_lane(project, "journey", OwnLane(id="own", name="Wait"))
    project = edits.set_own_value(project, "own", "start", "wait")
    after = edits.replace_text(project, "wait", "queue", case=False, whole=True)
    journey = after.journeys["journey"]
    assert journey.touchpoints["offer"].pains == ("Queue here",)
    assert journey.touchpoints["offer"].staff == (StaffBehaviour("queue", "no queue"),)
    assert (journey.own_lanes["own"].name, journey.own_values) == ("Queue", {"own": {"start": "queue"}})
    some = edits.replace_text(project, "wait", "queue", case=False, whole=True, ids=("start",))
    assert some.journeys["journey"].touchpoints["offer"] is project.journeys["journey"].touchpoints["offer"]
    assert some.journeys["journey"].own_values == {"own": {"start": "queue"}}
    assert edits.replace_text(project, "nowhere", "x", case=False, whole=False) is project
    assert edits.replace_text(project, "", "x", case=False, whole=False) is project


CAPITALS = [
    ("Offer", "offer", "quote", False, "Quote"),
    ("OFFER", "offer", "quote", False, "QUOTE"),
    ("offer", "offer", "quote", False, "quote"),
    ("Äiti", "äiti", "isä", False, "Isä"),
    ("I", "i", "we", False, "We"),
    ("Offer", "Offer", "quote", False, "quote"),
    ("Offer", "offer", "Quote", False, "Quote"),
    ("OFFER", "offer", "a Quote", False, "a Quote"),
    ("offer", "offer", "quote", True, "quote"),
    ("Offer", "offer", "", False, ""),
]


@pytest.mark.parametrize(("found", "old", "new", "case", "expected"), CAPITALS)
def test_capitals_that_were_found_are_kept_unless_they_were_typed(
    found: str, old: str, new: str, case: bool, expected: str
) -> None:
    assert replacement(found, old, new, case=case) == expected


REFUSED: list[tuple[str, Callable[[Project], Project]]] = [
    ("name cannot be blank", lambda p: edits.replace_text(p, "offer", " ", case=True, whole=True)),
    ("is not a touchpoint", lambda p: edits.split_touchpoint(p, "journey", ("a", "b"), "new")),
    ("name cannot be blank", lambda p: edits.split_touchpoint(p, "offer", ("a", " "), "new")),
    ("The id start is taken", lambda p: edits.split_touchpoint(p, "offer", ("a", "b"), "start")),
    ("of one journey", lambda p: edits.merge_touchpoints(p, ("offer", "other-touchpoint-work"))),
    ("is not a touchpoint", lambda p: edits.merge_touchpoints(p, ("offer", "P1"))),
    ("name cannot be blank", lambda p: edits.merge_touchpoints(p, ("offer", "contract"), " ")),
    ("open different journeys", lambda p: edits.merge_touchpoints(opening(p), ("offer", "contract"))),
    ("only stage", lambda p: edits.stage_to_touchpoint(edits.remove(p, "journey-work"), "journey-agree")),
    ("The id start is taken", lambda p: edits.touchpoint_to_stage(p, "offer", "start")),
    ("without touchpoints", lambda p: edits.split_stage(p, "journey-agree", 1, full_stage())),
    ("is not parked", lambda p: edits.unpark(p, "offer", "journey-work", 0)),
    ("within its journey", lambda p: edits.unpark(edits.park(p, "offer"), "offer", "other-work", 0)),
    ("only once", lambda p: edits.choose_lanes(p, "journey", (LaneChoice("feeling"), LaneChoice("feeling")))),
    ("rating is a whole number", lambda p: own(p, "rating", "6")),
    ("“many” is not a number", lambda p: own(p, "number", "many")),
    ("must be finite", lambda p: own(p, "number", "inf")),
    ("at most 20000", lambda p: own(p, "text", "x" * 20_001)),
    ("belongs to another journey", lambda p: edits.set_own_value(own(p, "text", "x", "other"), "own", "offer", "x")),
    ("not a lane", lambda p: edits.set_own_value(p, "link", "offer", "x")),
    ("would open the journey", lambda p: edits.change(p, "offer", sub_journey="journey")),
    ("would open the journey", lambda p: edits.change(opening(p), "other-touchpoint-work", sub_journey="journey")),
    ("cannot be named here", lambda p: edits.change(p, "journey", persona="phone")),
    ("variant of itself", lambda p: edits.change(p, "journey", same_as="journey")),
    ("belongs to another journey", lambda p: edits.change(p, "journey", recurs_to="other-work")),
    ("field parked cannot", lambda p: edits.change(p, "journey", parked=("offer",))),
    ("field own_values cannot", lambda p: edits.change(p, "journey", own_values={})),
    ("not the name of an attachment", lambda p: edits.change(p, "offer", images=("../a.png",))),
    ("from 0 to 1000000", lambda p: edits.change(p, "offer", votes=-1)),
    ("Only stages, touchpoints, notes and actions", lambda p: edits.duplicate(p, ("P1", "link"), counting())),
    ("of one journey", lambda p: edits.duplicate(p, ("offer", "other-work"), counting())),
    ("name of an attachment", lambda p: edits.take_snapshot(p, Snapshot(id="s", name="s", taken_on=DAY, document="x"))),
    ("is parked and in a stage|is in two stages", lambda p: edits.add_journey(p, double())),
    ("refers to nobody", lambda p: edits.add_journey(p, Journey(id="j", name="j", own_values={"nobody": {"x": "1"}}))),
]  # fmt: skip


def opening(project: Project) -> Project:
    """Two touchpoints that open different journeys."""
    project = edits.add_journey(project, Journey(id="third", name="third"))
    return edits.change(edits.change(project, "offer", sub_journey="other"), "contract", sub_journey="third")


def own(project: Project, kind: str, value: str, journey: str = "journey") -> Project:
    """An own lane of a kind, with a value at a touchpoint of its journey."""
    lane = OwnLane(id="own", name="own", kind=kind)  # type: ignore[arg-type]  # one of the kinds
    touchpoint = project.journeys[journey].ordered_touchpoints()[0].id
    return edits.set_own_value(edits.add_own_lane(project, journey, lane), "own", touchpoint, value)


def full_stage() -> Stage:
    return Stage(id="n", name="n", touchpoints=("offer",))


def double() -> Journey:
    return Journey(
        id="j",
        name="j",
        stage_order=("s",),
        stages={"s": Stage(id="s", name="s", touchpoints=("t",))},
        touchpoints={"t": Touchpoint(id="t", name="t")},
        parked=("t",),
    )


@pytest.mark.parametrize(("reason", "edit"), REFUSED, ids=range(len(REFUSED)))
def test_a_broken_rule_is_refused_in_a_sentence(
    project: Project, reason: str, edit: Callable[[Project], Project]
) -> None:
    with pytest.raises(Refusal, match=reason):
        edit(project)


def test_a_hand_off_within_a_loop_stays(project: Project) -> None:
    project = edits.add_link(project, "journey", Link(id="back", source="contract", target="offer", kind="loop"))
    project = edits.add_hand_off(project, "journey", HandOff(id="h", source="start", target="offer"))
    after = sound(edits.merge_touchpoints(project, ("offer", "contract")))
    back = after.journeys["journey"].links["back"]
    assert (back.source, back.target) == ("offer", "offer")
    assert set(after.journeys["journey"].hand_offs) == {"hand-off", "h"}


def test_merged_touchpoints_keep_the_worst_suspicion_and_what_can_be_done(project: Project) -> None:
    before = edits.change(project, "offer", suspected_pain=2, can_act=False, choice="listen")
    before = edits.change(before, "contract", suspected_pain=4, can_act=True, choice="measure")
    merged = edits.merge_touchpoints(before, ("offer", "contract")).journeys["journey"].touchpoints["offer"]
    assert (merged.suspected_pain, merged.can_act, merged.can_ask, merged.choice) == (4, True, None, "listen")
