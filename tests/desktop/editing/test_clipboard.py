"""Cut, copy and paste between places, journeys, projects and programs."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from journeymapper.desktop.clipboard import FRAGMENT
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model.journey import Journey
from tests.desktop.editing.hands import run, stages
from tests.desktop.scripted import ScriptedAsking


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: object) -> None:
    """Nothing from another test."""
    QGuiApplication.clipboard().clear()


def test_a_card_is_copied_with_its_point_behind_the_selected_one(window: Window, open_session: Session) -> None:
    open_session.select(("digging",))
    run(window, "copy")
    open_session.select(("offer",))
    run(window, "paste")
    assert stages(open_session)["Agree"] == ["Offer", "Digging", "Contract"]
    (copy,) = open_session.selection
    assert [point.metric for point in open_session.project.points_on("touchpoint", copy)] == ["csat-mean"]
    assert len(open_session.history.past) == 1


def test_a_cut_stage_is_pasted_into_another_journey(window: Window, open_session: Session) -> None:
    open_session.select(("work",))
    run(window, "cut")
    assert list(stages(open_session)) == ["Agree", "After"]
    run(window, "add-journey")
    run(window, "paste")
    assert list(stages(open_session)) == ["New stage", "Work"]
    assert stages(open_session)["Work"] == ["Digging", "Change of dates"]


def test_between_projects_the_persona_and_metric_come_along(window: Window, open_session: Session) -> None:
    open_session.select(("offer", "contract"))
    run(window, "copy")
    open_session.mark_unsaved()
    window.asking.answers = ["Discard changes"]  # type: ignore[attr-defined]  # the scripted one
    window.new()
    assert window.session is not None
    run(window, "paste")
    assert [name for names in stages(window.session).values() for name in names] == ["Offer", "Contract"]
    assert "csat-mean" in window.session.project.metrics


def test_other_programs_get_an_outline(window: Window, open_session: Session) -> None:
    open_session.select(("agree",))
    run(window, "copy")
    assert QGuiApplication.clipboard().text().split("\n") == ["Agree >", "    Offer", "    Contract"]


def test_a_damaged_fragment_is_refused_in_a_sentence(
    window: Window, open_session: Session, asking: ScriptedAsking
) -> None:
    data = QMimeData()
    data.setData(FRAGMENT, b"{")
    QGuiApplication.clipboard().setMimeData(data)
    run(window, "paste")
    assert asking.told == ["What was copied is no piece of a journey map."]
    assert not open_session.modified


def test_a_journey_without_stages_gets_one(window: Window, open_session: Session) -> None:
    open_session.select(("offer",))
    run(window, "copy")
    run(window, "add-journey")
    open_session.select(tuple(open_session.project.journeys[open_session.view.journey].stage_order))
    run(window, "delete")
    assert isinstance(open_session.project.journeys[open_session.view.journey], Journey)
    run(window, "paste")
    assert stages(open_session) == {"New stage": ["Offer"]}
