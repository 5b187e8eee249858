"""Edits: what they refuse, what they take along, and what they leave the very same object."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from journeymapper.model import edits
from journeymapper.model.find import channel_names, find, kind_of, name_of
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import HandOff, Journey, Link, PlannedMessage, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, Target
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Goal, Note, Persona, Project, Promise, Settings
from journeymapper.model.sources import Account, Mapping, ResultSet, Wave


def point(**fields: object) -> MeasurementPoint:
    given: dict[str, object] = {"id": "P9", "anchor": Anchor("touchpoint", "offer"), "metric": "csat-mean", **fields}
    return MeasurementPoint(**given)  # type: ignore[arg-type]  # fields of any kind


def result_set(key: str, *waves: str) -> ResultSet:
    account = Account(file=f"{key}.csv", sha256="", read_on=date(2026, 1, 1), rows=1)
    return ResultSet(id=key, account=account, mapping=Mapping(), tally="", waves=waves)


def test_an_edit_copies_one_journey_and_leaves_the_rest_the_same_objects(project: Project) -> None:
    after = edits.change(project, "offer", feeling=2)
    assert after.journeys["other"] is project.journeys["other"]
    assert after.points is project.points
    assert after.promises is project.promises
    old, new = project.journeys["journey"], after.journeys["journey"]
    assert new.stages is old.stages
    assert new.links is old.links
    assert all(new.touchpoints[key] is old.touchpoints[key] for key in ("contract", "start"))
    assert old.touchpoints["offer"].feeling is None
    assert new.touchpoints["offer"].feeling == 2


def test_removal_leaves_untouched_elements_the_same_objects(project: Project) -> None:
    after = edits.remove(project, "offer")
    assert after.journeys["other"] is project.journeys["other"]
    assert after.journeys["journey"].hand_offs is project.journeys["journey"].hand_offs
    assert after.journeys["journey"].touchpoints["start"] is project.journeys["journey"].touchpoints["start"]
    assert after.points["P2"] is project.points["P2"]
    assert after.personas is project.personas
    assert after.notes == {}


def test_removing_a_touchpoint_takes_what_hangs_on_it(project: Project) -> None:
    after = edits.remove(project, "offer")
    gone = ("offer", "P1", "link", "message", "note", "evidence")
    assert [key for key in gone if find(after, key) is not None] == []
    assert after.journeys["journey"].stages["journey-agree"].touchpoints == ("contract",)
    assert after.point_order == ("P2", "P3", "P4", "P5")
    assert after.promises["promise"].points == ("P2",)
    assert after.goals["goal"].points == ("P2", "P3", "P4", "P5")
    assert (after.actions["action"].anchor, after.actions["action"].proof) == (None, "")


def test_removing_a_point_clears_where_it_is_shown(project: Project) -> None:
    after = edits.remove(project, "P1")
    assert after.journeys["journey"].touchpoints["offer"].shown_point == ""
    assert "evidence" not in after.evidence


def test_removing_a_journey_takes_its_points_and_hand_offs(project: Project) -> None:
    project = edits.add_point(project, point(anchor=Anchor("hand-off", "hand-off")))
    after = edits.remove(project, "journey")
    assert after.point_order == ("P4", "P5")
    assert after.journey_order == ("other",)
    assert broken_references(after) == []


def test_removing_a_persona_or_channel_lets_go_of_it(project: Project) -> None:
    after = edits.remove(edits.remove(project, "ritva"), "phone")
    offer = after.journeys["journey"].touchpoints["offer"]
    assert (offer.personas, offer.channels) == ((), ("kirje",))


def test_channels_are_named_by_id_or_in_own_words(project: Project) -> None:
    assert channel_names(project, ("phone", "kirje")) == ("Puhelin", "kirje")


def test_a_used_metric_or_wave_stays(project: Project) -> None:
    with pytest.raises(Refusal, match="still used by “P1”"):
        edits.remove(project, "csat-mean")
    project = edits.add_result_set(project, result_set("k3", "2026"), [Wave(id="2026")])
    with pytest.raises(Refusal, match=r"“2026” is still used by “k3\.csv”"):
        edits.remove(project, "2026")
    with pytest.raises(Refusal, match="project itself"):
        edits.remove(project, "project")


NO_CHANGE: list[Callable[[Project], Project]] = [
    lambda p: edits.change(p, "offer", name=" offer "),
    lambda p: edits.change(p, "P1", target=Target(value=4.2), anchor=Anchor("touchpoint", "offer")),
    lambda p: edits.change(p, "project", settings=Settings()),
    lambda p: edits.change(p, "project", name="Salaojat", dated=date(2026, 11, 22)),
    lambda p: edits.change(p, "offer"),
    lambda p: edits.move_journey(p, "journey", 0),
    lambda p: edits.move_stage(p, "journey-work", 7),
    lambda p: edits.move_touchpoint(p, "contract", "journey-agree", 1),
    lambda p: edits.move(p, "P5", 4),
    lambda p: edits.add_metric(p, parse_metric("csat-mean:1..5")),
]


@pytest.mark.parametrize("edit", NO_CHANGE)
def test_an_edit_that_changes_nothing_returns_the_same_project(
    project: Project, edit: Callable[[Project], Project]
) -> None:
    assert edit(project) is project


REFUSED: list[tuple[str, Callable[[Project], Project]]] = [
    ("whole number from −2 to 2", lambda p: edits.change(p, "offer", feeling=3)),
    ("whole number from 1 to 5", lambda p: edits.change(p, "offer", importance=0)),
    ("does not fit the field feeling", lambda p: edits.change(p, "offer", feeling=1.5)),
    ("does not fit the field moment_of_truth", lambda p: edits.change(p, "offer", moment_of_truth="yes")),
    ("does not fit the field kinds", lambda p: edits.change(p, "offer", kinds=("robot",))),
    ("does not fit the field target", lambda p: edits.change(p, "P1", target=Target(value="high"))),  # type: ignore[arg-type]  # on purpose
    ("does not fit the field settings", lambda p: edits.change(p, "project", settings=Settings(page="A9"))),  # type: ignore[arg-type]  # on purpose
    ("0 % and 100 %", lambda p: edits.change(p, "P1", sampling_share=1.01)),
    ("0 % and 100 %", lambda p: edits.change(p, "ritva", share=-0.1)),
    ("must be finite", lambda p: edits.change(p, "ritva", share=float("nan"))),
    ("must be finite", lambda p: edits.change(p, "P1", target=Target(value=float("inf")))),
    ("must be finite", lambda p: edits.change(p, "csat-mean", best=float("nan"))),
    ("must differ", lambda p: edits.change(p, "csat-mean", best=1)),
    ("is before the start", lambda p: edits.change(p, "P1", starts=date(2026, 2, 1), ends=date(2026, 1, 1))),
    ("name cannot be blank", lambda p: edits.change(p, "offer", name=" \t\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}")),
    ("at most 200 characters", lambda p: edits.change(p, "offer", name="x" * 201)),
    ("at most 20000 characters", lambda p: edits.change(p, "offer", expectation="x" * 20_001)),
    ("text cannot be blank", lambda p: edits.change(p, "goal", text="")),
    ("nothing with the id P99", lambda p: edits.change(p, "offer", shown_point="P99")),
    ("“contract” cannot be named here", lambda p: edits.change(p, "offer", shown_point="contract")),
    ("nothing with the id sara", lambda p: edits.change(p, "offer", personas=("ritva", "sara"))),
    ("nothing with the id nps", lambda p: edits.change(p, "P1", metric="nps")),
    ("“offer” cannot be named here", lambda p: edits.change(p, "P1", anchor=Anchor("stage", "offer"))),
    ("would serve itself", lambda p: edits.change(p, "goal", serves=("goal",))),
    ("belongs to another journey", lambda p: edits.change(p, "link", target="other-touchpoint-work")),
    ("field id cannot be changed", lambda p: edits.change(p, "offer", id="tarjous")),
    ("field touchpoints cannot be changed", lambda p: edits.change(p, "journey-agree", touchpoints=())),
    ("field next_point cannot be changed", lambda p: edits.change(p, "project", next_point=1)),
    ("field stages cannot be changed", lambda p: edits.change(p, "journey", stages={})),
    ("field colour cannot be changed", lambda p: edits.change(p, "offer", colour="red")),
    ("nothing with the id nobody", lambda p: edits.change(p, "nobody", name="x")),
    ("The id offer is taken", lambda p: edits.add_stage(p, "other", Stage(id="offer", name="x"))),
    ("The id project is taken", lambda p: edits.add_persona(p, Persona(id="project", name="x"))),
    ("characters that an id", lambda p: edits.add_persona(p, Persona(id="a\x00b", name="x"))),
    ("characters that an id", lambda p: edits.add_persona(p, Persona(id=" ", name="x"))),
    ("without touchpoints", lambda p: edits.add_stage(p, "other", Stage(id="s", name="x", touchpoints=("offer",)))),
    ("is not a journey", lambda p: edits.add_stage(p, "offer", Stage(id="s", name="x"))),
    ("is not a journey", lambda p: edits.add_link(p, "offer", Link(id="l", source="offer", target=""))),
    ("is not a journey", lambda p: edits.move_journey(p, "offer", 0)),
    ("is not a stage", lambda p: edits.add_touchpoint(p, "journey", Touchpoint(id="t", name="x"))),
    ("within its journey only", lambda p: edits.move_touchpoint(p, "offer", "other-work", 0)),
    ("nothing with the id nobody", lambda p: edits.move_touchpoint(p, "nobody", "other-work", 0)),
    ("one end at least", lambda p: edits.add_link(p, "journey", Link(id="l", source="", target=""))),
    ("linked to itself", lambda p: edits.add_link(p, "journey", Link(id="l", source="offer", target="offer"))),
    ("both ends", lambda p: edits.add_hand_off(p, "journey", HandOff(id="h", source="offer", target=""))),
    ("another journey", lambda p: edits.add_link(p, "other", Link(id="l", source="offer", target="contract"))),
    ("another journey", lambda p: edits.add_message(p, "other", PlannedMessage(id="m", touchpoint="offer"))),
    ("called P1, P2 and so on, not Q1", lambda p: edits.add_point(p, point(id="Q1"))),
    ("called P1, P2 and so on, not P07", lambda p: edits.add_point(p, point(id="P07"))),
    ("The id P1 is taken", lambda p: edits.add_point(p, point(id="P1"))),
    ("nothing with the id gone", lambda p: edits.add_point(p, point(also_covers=("gone",)))),
    ("nothing with the id P77", lambda p: edits.add_promise(p, Promise(id="x", text="x", points=("P77",)))),
    ("nothing with the id g", lambda p: edits.add_goal(p, Goal(id="g", text="x", serves=("g",)))),
    ("The id csat-mean is taken", lambda p: edits.add_metric(p, Metric(id="csat-mean", kind="mean", worst=0, best=9))),
    ("has no order", lambda p: edits.move(p, "offer", 0)),
    ("has no order", lambda p: edits.move(p, "csat-mean", 0)),
    ("is not a result set", lambda p: edits.remove_result_set(p, "offer")),
    ("nothing with the id 2027", lambda p: edits.add_result_set(p, result_set("k", "2027"), [Wave(id="2026")])),
    ("The id P1 is taken", lambda p: edits.add_result_set(p, result_set("k", "P1"), [Wave(id="P1")])),
]


@pytest.mark.parametrize(("reason", "edit"), REFUSED, ids=range(len(REFUSED)))
def test_a_broken_rule_is_refused_in_a_sentence(
    project: Project, reason: str, edit: Callable[[Project], Project]
) -> None:
    with pytest.raises(Refusal, match=reason):
        edit(project)


def test_goals_cannot_serve_in_a_circle(project: Project) -> None:
    project = edits.add_goal(project, Goal(id="below", text="x", serves=("goal",)))
    project = edits.add_goal(project, Goal(id="lowest", text="x", serves=("below",)))
    with pytest.raises(Refusal, match="“Suosittelu” would serve itself"):
        edits.change(project, "goal", serves=("lowest",))


def test_a_touchpoint_may_loop_back_to_itself(project: Project) -> None:
    after = edits.add_link(project, "journey", Link(id="l", source="offer", target="offer", kind="loop"))
    assert after.journeys["journey"].links["l"].kind == "loop"


def test_texts_are_kept_clean(project: Project) -> None:
    after = edits.change(project, "offer", name="Ka\u0308ynti\x07 \r\n A", expectation="a\r\nb\tc\x00\ud800")
    offer = after.journeys["journey"].touchpoints["offer"]
    assert offer.name == "Käynti A"
    assert offer.expectation == "a\nb c"


def test_a_point_number_is_never_given_twice(project: Project) -> None:
    assert edits.next_point_id(project) == "P6"
    project = edits.add_point(project, point(id="P9"), 0)
    assert project.point_order[0] == "P9"
    assert edits.next_point_id(edits.remove(project, "P9")) == "P10"
    waved = edits.add_result_set(project, result_set("k", "P10"), [Wave(id="P10")])
    assert edits.next_point_id(waved) == "P11"


def test_waves_with_dates_come_first_by_date_the_others_as_they_came(project: Project) -> None:
    first = [Wave(id="b"), Wave(id="2026", starts=date(2026, 1, 1)), Wave(id="a")]
    project = edits.add_result_set(project, result_set("k1", "b", "2026", "a"), first)
    assert project.wave_order == ("2026", "b", "a")
    second = [Wave(id="2025", starts=date(2025, 1, 1)), Wave(id="a", starts=date(2027, 1, 1)), Wave(id="2026")]
    project = edits.add_result_set(project, result_set("k2", "2025", "a", "2026"), second)
    assert project.wave_order == ("2025", "2026", "a", "b")
    assert project.waves["2026"].starts == date(2026, 1, 1)


def test_removing_a_result_set_takes_the_waves_that_only_it_had(project: Project) -> None:
    both = [Wave(id="2025"), Wave(id="2026")]
    with_first = edits.add_result_set(project, result_set("k1", "2025"), both[:1])
    with_both = edits.add_result_set(with_first, result_set("k2", "2025", "2026"), both)
    after = edits.remove_result_set(with_both, "k2")
    assert after == with_first
    assert edits.remove_result_set(after, "k1") == project


def test_a_journey_comes_with_all_that_it_holds(project: Project) -> None:
    copied = Journey(
        id="copy",
        name="  Tavoitetila ",
        stage_order=("s",),
        stages={"s": Stage(id="s", name="vaihe", touchpoints=("t", "u"))},
        touchpoints={"t": Touchpoint(id="t", name=" a\n"), "u": Touchpoint(id="u", name="b", personas=("ritva",))},
        links={"l": Link(id="l", source="t", target="u")},
    )
    after = edits.add_journey(project, copied, 0)
    assert after.journey_order == ("copy", "journey", "other")
    assert after.journeys["copy"].touchpoints["t"].name == "a"
    verify(after)
    with pytest.raises(Refusal, match="another journey"):
        edits.add_journey(
            project, msgspec.structs.replace(copied, links={"l": Link(id="l", source="t", target="offer")})
        )
    with pytest.raises(Refusal, match="given twice"):
        edits.add_journey(
            project, msgspec.structs.replace(copied, touchpoints={"offer": Touchpoint(id="offer", name="x")})
        )
    with pytest.raises(Refusal, match="a is kept but shown nowhere"):
        edits.add_journey(project, msgspec.structs.replace(copied, stages={"s": Stage(id="s", name="vaihe")}))


def test_a_note_hangs_on_the_relationship_too(project: Project) -> None:
    after = edits.add_note(project, Note(id="n", text="x", anchor=Anchor("relationship")))
    assert after.notes["n"].anchor.id == ""


def test_elements_are_called_what_people_call_them(project: Project) -> None:
    assert name_of(project, "link") == "offer → contract"
    assert name_of(edits.change(project, "hand-off", from_function="myynti"), "hand-off") == "myynti → start"
    named = [name_of(project, key) for key in ("offer", "action", "goal", "note", "message", "P1", "evidence", "gone")]
    assert named == ["offer", "Soita", "Suosittelu", "lappu", "Soitamme.", "P1", "haastattelu", "gone"]
    kinds = [kind_of(find(project, key) or project) for key in ("offer", "hand-off", "P1", "project")]
    assert kinds == ["touchpoint", "hand-off", "point", "project"]
