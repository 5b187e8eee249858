"""A project with an element of every kind, and an inspector on it."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.inspector.inspector import Inspector
from journeymapper.desktop.inspector.page import Page
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model import edits
from journeymapper.model.acting import BusinessCase, Experiment, TagRule
from journeymapper.model.beliefs import BeliefRound
from journeymapper.model.inventory import ExistingMeasurement
from journeymapper.model.journey import HandOff, Journey, Link, OwnLane, PlannedMessage
from journeymapper.model.plan import RollOutStep, Waiver
from journeymapper.model.project import Evidence, Goal, Project, Promise, Snapshot
from journeymapper.model.questionnaire import Questionnaire
from journeymapper.model.tally import Tally
from journeymapper.storage.container import Opened
from journeymapper.storage.tallies import tally_hash

SHOWN = {
    "project": "project", "journey": "journey", "stage": "agree", "touchpoint": "offer", "link": "link",
    "hand-off": "hand-off", "message": "message", "point": "P1", "metric": "csat-mean", "persona": "ritva",
    "channel": "phone", "promise": "promise", "evidence": "evidence", "action": "action", "note": "note",
    "goal": "goal", "wave": "2026", "result set": "results", "snapshot": "snapshot", "own lane": "lane",
    "existing measurement": "existing", "roll-out step": "step", "waiver": "waiver",
    "questionnaire": "K2", "business case": "case", "experiment": "experiment", "tag rule": "tag",
    "belief round": "beliefs",
}  # fmt: skip


@pytest.fixture(scope="session")
def full_project(project: Project) -> Project:
    """The small project with what it lacked."""
    made = edits.add_link(project, "journey", Link(id="link", source="offer", target="digging", kind="alternative"))
    made = edits.add_hand_off(made, "journey", HandOff(id="hand-off", source="offer", target="digging"))
    made = edits.add_message(made, "journey", PlannedMessage(id="message", touchpoint="offer", text="We call you"))
    made = edits.add_promise(made, Promise(id="promise", text="We call first", public=True, points=("P1",)))
    made = edits.add_evidence(made, Evidence(id="evidence", subject="offer", field="feeling"))
    made = edits.add_goal(made, Goal(id="first-goal", text="Be recommended"))
    made = edits.add_goal(made, Goal(id="goal", text="Answer at once"))
    made = edits.change(made, "offer", moment_of_truth=True, conditional=True)
    made = edits.add_existing_measurement(made, ExistingMeasurement(id="existing", name="Yearly survey"))
    made = edits.add_roll_out_step(made, RollOutStep(id="step", name="First"))
    made = edits.waive(made, Waiver(id="waiver", check="no goal", subject="P1", reason="it is being tried"))
    made = edits.add_business_case(made, BusinessCase(id="case", name="Fewer revisits"))
    made = edits.add_experiment(made, Experiment(id="experiment", name="Two-page offer"))
    made = edits.add_tag_rule(made, TagRule(id="tag", name="dates", stems=("date",)))
    made = edits.add_belief_round(made, BeliefRound(id="beliefs", name="November"))
    made = edits.add_journey(made, Journey(id="warranty", name="Warranty claim"))
    for key in ("K1", "K2"):
        made = edits.add_questionnaire(made, Questionnaire(id=key, name="Offer survey", points=("P1",)))
    return with_later_parts(made)


def with_later_parts(project: Project) -> Project:
    """A snapshot and an own lane, put in by hand."""
    snapshot = Snapshot(id="snapshot", name="Before the season", taken_on=date(2026, 5, 1), document="0" * 64 + ".json")
    journey = replace(project.journeys["journey"], own_lanes={"lane": OwnLane(id="lane", name="Rain")})
    journeys = {**project.journeys, "journey": journey}
    return replace(project, journeys=journeys, snapshots={"snapshot": snapshot}, snapshot_order=("snapshot",))


@pytest.fixture
def open_session(qtbot: QtBot, tally: Tally, view: View) -> Callable[..., Session]:
    """Opens sessions on projects."""

    def open_it(project: Project, *, read_only: bool = False) -> Session:
        return Session(Opened(project, {tally_hash(tally): tally}, {}, read_only, None), view)

    return open_it


@pytest.fixture
def full_session(open_session: Callable[..., Session], full_project: Project) -> Session:
    """A session on the full project."""
    return open_session(full_project)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Session], Inspector]:
    """Shows an inspector on a session, as wide as in the window."""

    def show_it(session: Session) -> Inspector:
        made = Inspector(session)
        qtbot.addWidget(made)
        made.resize(330, 900)
        made.show()
        qtbot.waitExposed(made)
        return made

    return show_it


@pytest.fixture
def inspector(show: Callable[[Session], Inspector], full_session: Session) -> Inspector:
    """The inspector on the full project."""
    return show(full_session)


def page_of(inspector: Inspector) -> Page:
    """The page of fields that is shown, nothing folded."""
    page = inspector.page
    assert isinstance(page, Page)
    page.open_folds()
    return page


def control(inspector: Inspector, name: str) -> QWidget:
    """The control of a field on the page shown."""
    editor = next(editor for editor in page_of(inspector).editors if editor.field.name == name)
    return editor.control


W = TypeVar("W", bound=QWidget)


def part(widget: QWidget | None, kind: type[W], name: str) -> W:
    """The part of that name."""
    found = widget.findChild(kind, name) if widget is not None else None
    assert isinstance(found, kind), name
    return found
