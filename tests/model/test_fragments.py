"""What the clipboard carries: the same content under new ids, wherever it is put."""

import msgspec
import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from journeymapper.model import edits
from journeymapper.model.fragment import Fragment, decode_fragment, encode_fragment, fragment_of
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import Journey, OwnLane, Stage, Touchpoint
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Refusal
from journeymapper.model.places import every_element
from journeymapper.model.project import Channel, Evidence, Persona, Project
from journeymapper.model.texts import every_text
from tests.model.counting import counting
from tests.strategies import projects

QUICK = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)


def empty(project_id: str = "elsewhere") -> Project:
    """Another project with one stage."""
    made = edits.add_journey(Project(id=project_id, name="Elsewhere"), Journey(id="there", name="There"))
    return edits.add_stage(made, "there", Stage(id="stage", name="Stage"))


def carried_over(fragment: Fragment) -> Fragment:
    """The fragment as another window gets it."""
    return decode_fragment(encode_fragment(fragment))


def pasted(project: Project, fragment: Fragment, stage: str = "stage", index: int | None = None) -> Project:
    after = edits.insert_fragment(project, "there", stage, index, carried_over(fragment), counting("new-"))
    verify(after)
    assert broken_references(after) == []
    return after


def test_a_touchpoint_takes_along_what_hangs_on_it_and_what_that_names(project: Project) -> None:
    after = pasted(empty(), fragment_of(project, ["offer"]))
    journey = after.journeys["there"]
    (touchpoint,) = journey.ordered_touchpoints()
    assert (touchpoint.id, touchpoint.name, touchpoint.shown_point) == ("new-touchpoint-1", "offer", "P1")
    assert (after.points["P1"].anchor.id, after.points["P1"].metric) == (touchpoint.id, "csat-mean")
    assert [persona.name for persona in after.personas.values()] == ["Ritva"]
    assert [after.channels[touchpoint.channels[0]].name, touchpoint.channels[1]] == ["Puhelin", "kirje"]
    assert [one.text for one in journey.messages.values()] == ["Soitamme."]
    assert [one.text for one in after.notes.values()] == ["lappu"]
    assert [(one.title, one.proof) for one in after.actions.values()] == [("Soita", "P1")]
    assert [one.subject for one in after.evidence.values()] == ["P1"]
    assert (journey.links, after.promises) == ({}, {})


def test_what_is_there_already_is_used(project: Project) -> None:
    target = edits.add_persona(empty(), Persona(id="r", name="RITVA", share=0.5))
    target = edits.add_channel(target, Channel(id="c", name="Puhelin"))
    target = edits.add_metric(target, Metric(id="csat-mean", kind="csat-mean", worst=1, best=7))
    after = pasted(target, fragment_of(project, ["offer"]))
    assert (list(after.personas), list(after.channels)) == (["r"], ["c"])
    assert after.points["P1"].metric == "new-metric-1"
    assert after.metrics["new-metric-1"].best == 5
    again = edits.insert_fragment(after, "there", "stage", 0, fragment_of(project, ["contract"]), counting("more-"))
    assert len(again.metrics) == 2


def test_stages_come_with_all_of_theirs_in_order(project: Project) -> None:
    fragment = fragment_of(project, ["journey-work", "journey-agree"])
    after = pasted(empty(), fragment)
    journey = after.journeys["there"]
    assert [stage.name for stage in journey.ordered_stages()] == ["Stage", "agree", "work"]
    assert [one.name for one in journey.ordered_touchpoints()] == ["offer", "contract", "start"]
    assert (len(journey.links), len(journey.hand_offs), list(after.points)) == (1, 1, ["P1", "P2", "P3"])
    assert after.points["P3"].also_covers == tuple(journey.hand_offs)
    first = pasted(empty(), fragment, stage="", index=0)
    assert [stage.name for stage in first.journeys["there"].ordered_stages()] == ["agree", "work", "Stage"]


def test_loose_touchpoints_go_where_they_are_put_or_into_the_parking_lot(project: Project) -> None:
    target = edits.add_touchpoint(empty(), "stage", Touchpoint(id="old", name="old"))
    fragment = fragment_of(project, ["contract", "offer"])
    names = [one.name for one in pasted(target, fragment, index=0).journeys["there"].ordered_touchpoints()]
    assert names == ["offer", "contract", "old"]
    parked = pasted(target, fragment, stage="").journeys["there"].parked_touchpoints()
    assert [one.name for one in parked] == ["offer", "contract"]


def test_what_is_outside_is_named_only_in_the_same_project(project: Project) -> None:
    before = edits.change(project, "P1", also_covers=("start",))
    before = edits.change(before, "action", proof="P3")
    here = edits.insert_fragment(before, "other", "other-work", 0, fragment_of(before, ["offer"]), counting())
    assert (here.points["P6"].also_covers, here.actions["action-1"].proof) == (("start",), "P3")
    there = pasted(empty(), fragment_of(before, ["offer"]))
    assert (there.points["P1"].also_covers, there.actions["new-action-1"].proof) == ((), "")


def test_own_lanes_come_along_or_are_met(project: Project) -> None:
    project = edits.add_own_lane(project, "journey", OwnLane(id="own", name="Effort"))
    project = edits.set_own_value(project, "own", "offer", "high")
    new = pasted(empty(), fragment_of(project, ["offer"])).journeys["there"]
    assert (new.own_lanes["new-lane-1"].name, new.own_values) == (
        "Effort",
        {"new-lane-1": {"new-touchpoint-1": "high"}},
    )
    target = edits.add_own_lane(empty(), "there", OwnLane(id="mine", name="effort"))
    met = pasted(target, fragment_of(project, ["offer"])).journeys["there"]
    assert met.own_values == {"mine": {"new-touchpoint-1": "high"}}


def test_a_copy_stands_beside_what_it_copies(project: Project) -> None:
    after = edits.duplicate(project, ["offer"], counting())
    assert after.journeys["journey"].stages["journey-agree"].touchpoints == ("offer", "touchpoint-1", "contract")
    both = edits.duplicate(project, ["journey-agree", "start"], counting())
    journey = both.journeys["journey"]
    names = [[journey.touchpoints[key].name for key in stage.touchpoints] for stage in journey.ordered_stages()]
    assert names == [["offer", "contract"], ["offer", "contract"], ["start", "start"]]
    parked = edits.duplicate(edits.park(project, "offer"), ["offer"], counting())
    assert parked.journeys["journey"].parked == ("offer", "touchpoint-1")


def test_evidence_for_evidence_is_carried(project: Project) -> None:
    project = edits.add_evidence(project, Evidence(id="a-second", subject="evidence", source="päiväkirja"))
    after = pasted(empty(), fragment_of(project, ["offer"]))
    first, second = after.evidence.values()
    assert (first.subject, second.subject) == ("P1", first.id)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"project": 1}', b"\xff", b'{"project":"","stages":[{}]}'])
def test_other_things_on_the_clipboard_are_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="no piece of a journey map"):
        decode_fragment(data)


BROKEN: list[tuple[Fragment, str]] = [
    (Fragment(project="p", touchpoints=(Touchpoint(id="a", name="a"),) * 2), "is taken"),
    (Fragment(project="p", touchpoints=(Touchpoint(id="a", name=" "),)), "blank"),
    (Fragment(project="p", touchpoints=(Touchpoint(id="a", name="a", feeling=9),)), "feeling"),
    (Fragment(project="p", touchpoints=(Touchpoint(id="a", name="a", personas=("x",)),)), "nothing with the id"),
    (Fragment(project="p", touchpoints=(Touchpoint(id="a", name="a"),), own_values={"x": {"b": "1"}}), ""),
    (Fragment(project="p", stages=(Stage(id="s", name="s", touchpoints=("gone",)),)), ""),
]


@pytest.mark.parametrize(("fragment", "reason"), BROKEN, ids=range(len(BROKEN)))
def test_a_fragment_by_another_hand_is_refused_or_harmless(fragment: Fragment, reason: str) -> None:
    if not reason:
        pasted(empty(), fragment)
        return
    with pytest.raises(Refusal, match=reason):
        pasted(empty(), fragment)


def content(project: Project, ids: list[str]) -> list[tuple[str, str]]:
    """All that a fragment says, without ids: field and text, sorted; numbers and marks with them."""
    fragment = fragment_of(project, ids)
    plain = msgspec.json.decode(encode_fragment(fragment))
    known = {one.id for one in every_element(project)} | {project.id}
    return sorted(_leaves(plain, known))


def _leaves(value: object, known: set[str], field: str = "") -> list[tuple[str, str]]:
    if field in ("outside", "project"):
        return []
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in _leaves(item, known, key if key not in known else "")]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item, known, field)]
    return [(field, "id" if value in known else str(value))]


@settings(deadline=None, max_examples=20, phases=QUICK)
@given(st.data(), projects(1))
def test_a_fragment_keeps_its_content_under_new_ids(data: st.DataObject, project: Project) -> None:
    keys = [key for journey in project.journeys.values() for key in (*journey.stages, *journey.touchpoints)]
    assume(keys)
    chosen = data.draw(st.lists(st.sampled_from(keys), min_size=1, unique=True, max_size=5))
    before = {one.id for one in every_element(project)}
    homes = list(project.journeys.values())
    fragment = carried_over(fragment_of(project, chosen))
    after = edits.insert_fragment(project, homes[0].id, "", None, fragment, counting("new-"))
    verify(after)
    assert broken_references(after) == []
    new = [one.id for one in every_element(after) if one.id not in before]
    assert all(
        after_one is before_one
        for after_one, before_one in zip(after.personas.values(), project.personas.values(), strict=True)
    )
    assert content(after, new) == content(project, chosen)


@settings(deadline=None, max_examples=20, phases=QUICK)
@given(st.data(), projects(1))
def test_a_merge_loses_no_text(data: st.DataObject, project: Project) -> None:
    journeys = [journey for journey in project.journeys.values() if len(journey.touchpoints) > 1]
    assume(journeys)
    journey = data.draw(st.sampled_from(journeys))
    ids = data.draw(st.lists(st.sampled_from(sorted(journey.touchpoints)), min_size=2, unique=True, max_size=3))
    said = [hit.text for hit in every_text(project)]
    after = edits.merge_touchpoints(project, ids)
    verify(after)
    assert broken_references(after) == []
    kept = "\n".join(hit.text for hit in every_text(after))
    counted = [lane for lane in journey.own_values if journey.own_lanes[lane].kind != "text"]
    own = {text for lane in counted for text in journey.own_values[lane].values()}
    assert [text for text in said if text not in kept and text not in own] == []
    assert {one.id for one in project.points.values()} == set(after.points)
    assert after.journeys[journey.id].touchpoints[ids[0]].votes == sum(journey.touchpoints[key].votes for key in ids)


@settings(deadline=None, max_examples=20, phases=QUICK)
@given(st.data(), projects(1))
def test_what_was_split_and_merged_says_what_it_said(data: st.DataObject, project: Project) -> None:
    keys = [key for journey in project.journeys.values() for key in journey.touchpoints]
    assume(keys)
    key = data.draw(st.sampled_from(keys))
    journey = next(one for one in project.journeys.values() if key in one.touchpoints)
    split = edits.split_touchpoint(project, key, ("First", "Second"), "new")
    merged = edits.merge_touchpoints(split, (key, "new"))
    assert merged.journeys[journey.id].touchpoints[key].name == "First / Second"
    same = edits.change(merged, key, name=journey.touchpoints[key].name)
    assert set(map(repr, journey.links.values())) >= set(map(repr, same.journeys[journey.id].links.values()))
    links = {journey.id: msgspec.structs.replace(same.journeys[journey.id], links=journey.links)}
    other = project.evidence if len(journey.links) > len(same.journeys[journey.id].links) else same.evidence
    assert msgspec.structs.replace(same, journeys={**same.journeys, **links}, evidence=other) == project


@settings(deadline=None, max_examples=20, phases=QUICK)
@given(st.data(), projects(1), st.booleans())
def test_replacing_and_replacing_back_changes_nothing(data: st.DataObject, project: Project, case: bool) -> None:
    texts = sorted({hit.text for hit in every_text(project)})
    text = data.draw(st.sampled_from(texts))
    old = text[: data.draw(st.integers(1, min(8, len(text))))]
    assume(old.strip() == old and old == msgspec.json.decode(msgspec.json.encode(old)))
    assume(not any(old in text for journey in project.journeys.values() for text in "12345" if journey.own_values))
    strange = "\N{BLACK CHESS KNIGHT}"
    after = edits.replace_text(project, old, strange, case=True, whole=False)
    assert after is not project
    verify(after)
    assert edits.replace_text(after, strange, old, case=case, whole=False) == project
