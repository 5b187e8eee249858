"""What the checks find, and what they leave in peace."""

from collections.abc import Callable
from datetime import date

import pytest

from journeymapper.model import edits
from journeymapper.model.checks import check
from journeymapper.model.checks.mends import mend_of
from journeymapper.model.journey import HandOff, Journey, PlannedMessage, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Channel, Project, Promise

Found = tuple[str, str, str]


def found(project: Project) -> list[Found]:
    """Findings without their sentences."""
    return [(finding.kind, finding.severity, finding.element) for finding in check(project)]


def sentence(project: Project) -> str:
    """The only finding's sentence."""
    (finding,) = check(project)
    return finding.message.english()


def test_a_sound_plan_is_left_in_peace(project: Project) -> None:
    assert found(project) == []


def baseline(project: Project, until: date) -> Project:
    return edits.change(project, "P1", target=Target(baseline_until=until))


def promise(project: Project, *points: str, public: bool = True) -> Project:
    return edits.add_promise(project, Promise(id="p", text="x", public=public, points=points))


def decisive(project: Project) -> Project:
    return edits.change(project, "contract", moment_of_truth=True, moment_reason="x")


BLIND = Stage(id="blind", name="x", owner="x")
BLIND_STAGE = ("stage not measured", "warning", "blind")
MOMENT_OPEN = ("moment of truth not measured", "warning", "contract")

CASES: list[tuple[Callable[[Project], Project], list[Found]]] = [
    (lambda p: edits.change(p, "P1", owner=""), [("no owner", "warning", "P1")]),
    (lambda p: edits.change(p, "P1", target=None), [("no target", "warning", "P1")]),
    (lambda p: edits.change(p, "P1", target=Target(source="x")), [("no target", "warning", "P1")]),
    (lambda p: edits.change(p, "P1", target=None, scope="qualitative"), []),
    (lambda p: baseline(p, date(2026, 12, 31)), [("baseline being collected", "advice", "P1")]),
    (lambda p: baseline(p, date(2026, 11, 21)), [("baseline ended", "warning", "P1")]),
    (lambda p: edits.change(baseline(p, date(2026, 12, 31)), "P1", permanence="pilot"), []),
    (lambda p: edits.change(p, "goal", points=("P1", "P2", "P4", "P5")), [("no goal", "advice", "P3")]),
    (lambda p: edits.remove(p, "goal"), []),
    (lambda p: edits.remove(p, "P2"), []),
    (lambda p: edits.change(decisive(p), "P2", status="idea"), [MOMENT_OPEN]),
    (lambda p: edits.change(decisive(p), "P2", status="paused"), [MOMENT_OPEN]),
    (
        lambda p: edits.add_touchpoint(edits.add_stage(p, "journey", BLIND), "blind", Touchpoint(id="t", name="x")),
        [BLIND_STAGE],
    ),
    (lambda p: edits.change(p, "P2", status="planned"), []),
    (lambda p: edits.change(edits.remove(p, "P2"), "P1", also_covers=("contract",)), []),
    (lambda p: edits.change(edits.remove(p, "P2"), "contract", in_scope=False), []),
    (
        lambda p: edits.change(edits.remove(p, "P2"), "contract", not_measured_because="P3 kysyy sen"),
        [("deliberately not measured", "advice", "contract")],
    ),
    (
        lambda p: edits.change(edits.remove(p, "P2"), "contract", moment_of_truth=True, moment_reason="x"),
        [("moment of truth not measured", "warning", "contract")],
    ),
    (lambda p: edits.change(edits.remove(p, "P2"), "journey", state="future"), []),
    (lambda p: edits.change(p, "P3", also_covers=()), [("hand-off not measured", "warning", "hand-off")]),
    (lambda p: edits.change(p, "P3", anchor=Anchor("hand-off", "hand-off"), also_covers=("start",)), []),
    (promise, [("public promise not measured", "warning", "p")]),
    (lambda p: promise(p, public=False), []),
    (lambda p: promise(p, "P1"), []),
    (lambda p: edits.change(p, "offer", conditional=True), [("conditional without base", "warning", "offer")]),
    (lambda p: edits.change(p, "offer", conditional=True, base="hävityt"), []),
    (
        lambda p: edits.change(p, "offer", moment_of_truth=True),
        [("moment of truth without reason", "warning", "offer")],
    ),
    (lambda p: edits.change(p, "journey", owner=""), [("journey without owner", "advice", "journey")]),
    (lambda p: edits.add_stage(p, "journey", Stage(id="s", name="x")), [("empty stage", "advice", "s")]),
]


@pytest.mark.parametrize(("edit", "expected"), CASES, ids=range(len(CASES)))
def test_each_flaw_is_found_once_and_nothing_else(
    project: Project, edit: Callable[[Project], Project], expected: list[Found]
) -> None:
    assert found(edit(project)) == expected


@pytest.mark.parametrize(
    ("volume", "sampling", "response", "needed", "everybody", "is_found"),
    [
        (24, None, None, None, True, True),
        (24, None, 1.0, 63, False, True),
        (29, None, None, 10, False, True),
        (30, None, None, None, False, False),
        (138, None, 0.55, 73, False, False),
        (1000, 0.1, 0.29, None, False, True),
        (60, None, None, 120, False, False),
        (60, None, None, 121, False, True),
        (60, None, None, 121, True, False),
        (None, None, 0.1, 400, False, False),
    ],
)
def test_answers_that_will_not_come(
    project: Project,
    volume: int | None,
    sampling: float | None,
    response: float | None,
    needed: int | None,
    everybody: bool,
    is_found: bool,
) -> None:
    plan = {"expected_volume": volume, "sampling_share": sampling, "expected_response": response, "needed_n": needed}
    after = edits.change(project, "P1", **plan, everybody=everybody)
    assert found(after) == [("too few answers planned", "warning", "P1")] * is_found
    assert found(edits.change(after, "P1", target=Target(baseline_until=date(2030, 1, 1))))[0][1] == "advice"


def test_sentences_name_the_place(project: Project) -> None:
    few = edits.change(project, "P1", expected_volume=24, needed_n=63)
    assert sentence(few) == "P1 offer: 24 answers a year are expected, 63 are needed."
    one = edits.change(project, "P1", expected_volume=1)
    assert sentence(one) == "P1 offer: 1 answer a year is expected, 30 are needed."
    waived = edits.change(edits.remove(project, "P2"), "contract", not_measured_because="P3 kysyy sen.")
    assert sentence(waived) == "contract: deliberately not measured, because: P3 kysyy sen."
    hand_off = edits.change(project, "hand-off", from_function="toimisto", to_function="takuu")
    hand_off = edits.change(hand_off, "P3", also_covers=())
    assert sentence(hand_off) == "toimisto → takuu: the hand-off is not measured."


def test_what_a_whole_plan_lacks_is_said_once() -> None:
    project = edits.add_journey(Project(id="project", name="x"), Journey(id="j", name="Polku", owner="tj"))
    project = edits.add_metric(edits.add_stage(project, "j", Stage(id="s", name="x")), parse_metric("nps"))
    for number in range(1, 9):
        project = edits.add_touchpoint(project, "s", Touchpoint(id=f"t{number}", name=f"T{number}"))
    assert found(project) == [("journey not measured", "warning", "j")]
    for number in range(1, 9):
        anchor = Anchor("touchpoint", f"t{number}")
        project = edits.add_point(project, MeasurementPoint(id=f"P{number}", anchor=anchor, metric="nps"))
    assert found(project) == [
        ("no owners", "warning", "project"),
        ("no targets", "warning", "project"),
        ("recommendation asked everywhere", "warning", "project"),
        ("no decisions", "advice", "project"),
    ]


def test_errors_come_before_warnings_and_warnings_before_advice(project: Project) -> None:
    project = edits.change(edits.change(project, "journey", owner=""), "P1", owner="")
    project = edits.add_hand_off(project, "journey", HandOff(id="h", source="offer", target="start"))
    assert [severity for _, severity, _ in found(project)] == ["warning", "warning", "advice"]


def test_hand_offs_are_listed_from_left_to_right(project: Project) -> None:
    for key, source in (("h2", "offer"), ("h1", "start")):
        project = edits.add_hand_off(project, "journey", HandOff(id=key, source=source, target="contract"))
    assert [element for _, _, element in found(project)] == ["h2", "h1"]


def test_an_empty_project_has_nothing_to_find() -> None:
    assert check(Project(id="project", name="x")) == []


def planned(project: Project, *rows: tuple[str, str, str]) -> Project:
    """Messages at the offer: trigger, channel, text."""
    project = edits.remove(project, "message")
    for number, (trigger, channel, text) in enumerate(rows):
        row = PlannedMessage(id=f"m{number}", touchpoint="offer", trigger=trigger, channel=channel, text=text)
        project = edits.add_message(project, "journey", row)
    return project


def test_one_matter_is_told_in_one_way(project: Project) -> None:
    alike = planned(project, ("Day before", "phone", "We come."), ("day before", "sms", "We  come."))
    other = planned(project, ("Day before", "phone", "We come."), ("Day after", "sms", "We came."))
    by_one = planned(project, ("Day before", "phone", "We come."), ("Day before", "phone", "At eight."))
    assert found(alike) == found(other) == found(by_one) == []
    differently = planned(project, ("Day before", "phone", "We come."), ("day before", "sms", "Be at home."))
    assert sentence(differently) == "offer, Day before: told differently by channel."


def test_a_message_goes_by_a_channel_that_its_persona_prefers(project: Project) -> None:
    project = edits.add_channel(planned(project, ("x", "phone", "x")), Channel(id="web", name="Web"))
    assert found(edits.change(project, "ritva", preferred_channels=("phone",))) == []
    wrong = edits.change(project, "ritva", preferred_channels=("web",))
    assert sentence(wrong) == "offer: a message by a channel that is not preferred: Ritva, Puhelin."
    assert found(edits.change(wrong, "offer", personas=())) == []
    assert found(edits.change(edits.change(wrong, "offer", personas=()), "journey", persona="ritva")) != []
    assert found(edits.change(wrong, "m0", channel="letter")) == []


def test_parked_touchpoints_are_left_in_peace(project: Project) -> None:
    project = edits.park(edits.change(project, "offer", moment_of_truth=True), "offer")
    assert found(project) == []
    unmeasured = edits.change(edits.remove(project, "P1"), "promise", points=("P2",))
    assert found(unmeasured) == []
    assert found(edits.unpark(unmeasured, "offer", "journey-work", 0)) != []


def test_what_is_gone_meanwhile_cannot_be_mended(project: Project) -> None:
    """A list of findings may be older than the document."""
    lacking = edits.change(project, "P1", owner="")
    (finding,) = [each for each in check(lacking) if each.kind == "no owner"]
    assert mend_of(edits.remove(lacking, "P1"), finding) is None
