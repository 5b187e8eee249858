"""Files of earlier formats open for ever."""

from datetime import date
from pathlib import Path

import pytest

from journeymapper.model.compare import compare_journeys
from journeymapper.model.messages import Refusal
from journeymapper.storage.container import open_project
from journeymapper.storage.migrations import FORMAT, STEPS, Document, migrate
from journeymapper.storage.parts import event_logs

OLD_FILES = Path(__file__).parents[1] / "old_files"


def test_every_earlier_format_has_its_step() -> None:
    assert set(STEPS) == set(range(1, FORMAT))


def test_steps_are_taken_one_after_the_other() -> None:
    def first(document: Document) -> Document:
        return {**document, "client": document["customer"]}

    def second(document: Document) -> Document:
        return {key: value for key, value in document.items() if key != "customer"}

    steps = {1: first, 2: second}
    old = {"customer": "Oy"}
    assert migrate(old, 1, steps=steps, wanted=3) == {"client": "Oy"}
    assert migrate({**old, "client": "Ab"}, 2, steps=steps, wanted=3) == {"client": "Ab"}
    assert migrate(old, 3, steps=steps, wanted=3) == old
    assert migrate(old, 7, steps=steps, wanted=3) == old


def test_a_format_without_a_step_is_refused() -> None:
    with pytest.raises(Refusal, match="Format 1 of project files is not known"):
        migrate({}, 1, steps={}, wanted=2)


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_old_files_open(number: int) -> None:
    files = sorted((OLD_FILES / f"v{number}").glob("*.jmap"))
    assert files, "one old file per format is kept for ever"
    for file in files:
        opened = open_project(file)
        assert opened.project.name
        assert not opened.read_only
        assert {one.tally for one in opened.project.result_sets.values()} == set(opened.tallies)


def test_notes_of_format_2_lie_as_they_were_kept() -> None:
    old: Document = {"name": "x", "notes": {"b": {}, "a": {}}}
    assert migrate(old, 2)["note_order"] == ["a", "b"]
    assert migrate({"name": "x"}, 1)["note_order"] == []
    assert migrate({"notes": 7}, 2) == {"notes": 7}
    project = open_project(OLD_FILES / "v2" / "plan_and_results.jmap").project
    assert project.note_order == tuple(sorted(project.notes))
    assert project.note_order


def test_the_file_of_format_3_holds_notes_in_the_order_of_the_map() -> None:
    project = open_project(OLD_FILES / "v3" / "notes_in_order.jmap").project
    assert [note.text for note in project.ordered_notes()][::2] == ["Second", "Third"]
    assert project.note_order == ("n7", "n1", "n3")


def test_the_file_of_format_4_remembers_what_its_future_was_copied_from() -> None:
    project = open_project(OLD_FILES / "v4" / "future_remembers.jmap").project
    found = compare_journeys(project, *project.journey_order)
    assert [(one.kind, one.field, one.before, one.after) for one in found] == [("changed", "name", "Offer", "Chat")]


def test_the_file_of_format_1_means_what_it_meant() -> None:
    """Every field of format 1 was set in it; what it says is read from here, not from the code that wrote it."""
    opened = open_project(OLD_FILES / "v1" / "every_field.jmap")
    project = opened.project
    touchpoint = project.journeys["j1"].touchpoints["t1"]
    point, (result,) = project.points["P1"], project.result_sets.values()
    assert (project.name, project.client, project.settings.suppress_under) == ("Salaojaremontti", "Oy Ab", 10)
    assert [stage.name for stage in project.journeys["j1"].ordered_stages()] == ["Before", "After"]
    assert (touchpoint.name, touchpoint.kinds, touchpoint.feeling) == ("Ensikäynti", ("staffed", "physical"), -2)
    assert point.target is not None
    assert (point.target.value, point.target.baseline_until) == (40.0, date(2026, 6, 30))
    assert [one.id for one in project.ordered_points()] == ["P2", "P1", "P3"]
    assert (result.account.unused[0].reason, result.mapping.columns[0].missing) == ("blank", ("11",))
    tally = opened.tallies[result.tally]
    assert tally.answers == {"P1": [10.0, 7.0, None], "P2": [4.5, None, 30.0]}
    assert (tally.counts, tally.weights, tally.reported[0].value) == ([12, 3, 1], [12.5, 3.0, 0.5], 78.5)
    assert sorted(opened.attachments) == sorted([*touchpoint.images, project.snapshots["sn1"].document])


def test_the_file_of_format_1_holds_what_a_workshop_maps() -> None:
    project = open_project(OLD_FILES / "v1" / "every_field.jmap").project
    journey, touchpoint = project.journeys["j1"], project.journeys["j1"].touchpoints["t1"]
    assert (touchpoint.doing, touchpoint.pains, touchpoint.staff[0].role) == (
        "Opens the door",
        ("Mud", "Noise"),
        "Site manager",
    )
    assert (touchpoint.sub_journey, touchpoint.votes, touchpoint.systems) == ("j2", 3, ("ERP", "Calendar"))
    assert ([one.name for one in journey.parked_touchpoints()], journey.recurs_to) == (["Spare part"], "s2")
    assert [(lane.id, lane.name, lane.hidden, lane.collapsed) for lane in journey.lanes] == [
        ("feeling", "Mood", True, True),
        ("ol1", "", False, False),
    ]
    assert (journey.own_lanes["ol1"].kind, journey.own_values) == ("rating", {"ol1": {"t1": "4"}})
    assert (journey.persona, journey.variant_of, journey.same_as) == ("pe1", "j2", "j3")
    assert (journey.volume, journey.suspected_pain, project.journeys["j2"].mapped) == (300, "Waiting", False)
    assert (journey.links["l2"].kind, journey.links["l2"].source) == ("skip", "")
    assert (project.actions["a1"].votes, project.actions["a1"].opportunity, project.notes["n1"].votes) == (5, True, 2)
    assert (project.snapshots["sn1"].taken_on, project.votes_shown) == (date(2026, 4, 30), True)


def test_the_file_of_format_2_holds_plan_questionnaires_and_what_follows_from_results() -> None:
    opened = open_project(OLD_FILES / "v2" / "plan_and_results.jmap")
    project = opened.project
    assert project.inventory_order[0] == "existing-yearly-survey"
    assert (project.inventory["existing-image-study"].fate, project.inventory["existing-image-study"].cost) == (
        "keep",
        9500,
    )
    assert {step.name for step in project.roll_out.values()} >= {"Before the purchase", "Mystery enquiries"}
    assert project.questionnaire_order == ("K1", "K2", "K2b", "K3", "K4")
    assert (project.waivers["w1"].reason, project.waivers["w1"].given_on) == ("Agreed until 2027", date(2026, 11, 1))
    (case,) = project.business_cases.values()
    assert (case.lines[0].kind, case.lines[0].count.likely, case.lines[0].worth.likely) == ("revisits", 31, 640)
    action = project.actions["action-two-page-offer"]
    assert (action.effort, action.cause, action.expected, action.delay_days) == (2, "process", 0.6, 60)
    experiment = project.experiments["x1"]
    assert (experiment.point, experiment.arms[1].value, experiment.stop_rule) == (
        "P7",
        "moved, told late",
        "300 answers",
    )
    assert project.beliefs["beliefs-2026"].locked_at == "2026-11-02T15:00:00+02:00"
    target = project.points["P12"].target
    assert target is not None
    assert (target.value, target.kind, target.agreed_on) == (90.0, "standard", date(2026, 5, 1))
    (log,) = event_logs(project, opened.attachments).values()
    assert (len(log.cases), len(set(log.cases))) == (2484, 410)
