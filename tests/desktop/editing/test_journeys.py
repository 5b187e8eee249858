"""Journeys of journeys: other states, personas' variants, and journeys behind touchpoints."""

from PySide6.QtWidgets import QListWidget

from journeymapper.desktop.context.menu import context_menu
from journeymapper.desktop.context.names import BY_KIND
from journeymapper.desktop.panels.outline import OutlineTree
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from tests.desktop.editing.hands import run
from tests.desktop.scripted import ScriptedAsking


def test_the_future_is_a_copy_that_is_made_once(window: Window, open_session: Session) -> None:
    run(window, "state-future")
    future = open_session.project.journeys[open_session.view.journey]
    assert (future.state, future.same_as) == ("future", "journey")
    assert [one.name for one in future.ordered_stages()] == ["Agree", "Work", "After"]
    assert not set(future.touchpoints) & set(open_session.project.journeys["journey"].touchpoints)
    run(window, "state-current")
    assert open_session.view.journey == "journey"
    run(window, "state-future")
    assert open_session.view.journey == future.id
    assert len(open_session.project.journeys) == 2
    assert len(open_session.history.past) == 1


def test_states_of_one_name_are_told_apart_in_the_list(window: Window, open_session: Session) -> None:
    run(window, "state-future")
    box = window.findChild(QListWidget, "journeys")
    assert box is not None
    assert [box.item(row).text() for row in range(2)] == ["Renovation (current state)", "Renovation (future state)"]


def test_a_persona_gets_a_variant(window: Window, open_session: Session, asking: ScriptedAsking) -> None:
    asking.answers = ["Ritva"]
    run(window, "variant")
    variant = open_session.project.journeys[open_session.view.journey]
    assert (variant.persona, variant.variant_of, variant.name) == ("ritva", "journey", "Renovation – Ritva")
    run(window, "undo")
    assert list(open_session.project.journeys) == ["journey"]
    assert open_session.view.journey == "journey"


def test_a_touchpoint_opens_its_journey_and_one_comes_back(window: Window, open_session: Session) -> None:
    open_session.select(("digging",))
    run(window, "enter-journey")
    inner = open_session.view.journey
    assert open_session.project.journeys["journey"].touchpoints["digging"].sub_journey == inner
    assert open_session.project.journeys[inner].name == "Digging"
    run(window, "leave-journey")
    assert (open_session.view.journey, open_session.selection) == ("journey", ("digging",))
    run(window, "enter-journey")
    assert open_session.view.journey == inner
    assert len(open_session.history.past) == 1
    run(window, "undo")
    assert open_session.view.journey == "journey"


def test_map_and_outline_offer_the_same_commands(window: Window, open_session: Session) -> None:
    open_session.select(("offer", "contract"))
    tree = window.findChild(OutlineTree)
    assert tree is not None
    offered = [
        {action.objectName() for action in context_menu(view, open_session).actions() if not action.isSeparator()}
        for view in (window.canvas, tree)
    ]
    assert offered[0] == offered[1]
    assert {"merge", "park", "cut", "copy", "link-alternative", "link-happy", "duplicate", "delete"} <= offered[0]
    assert "split-card" not in offered[0]
    assert offered[0] <= set(BY_KIND["touchpoint"])


def test_the_whole_project_offers_its_snapshots(window: Window, open_session: Session) -> None:
    open_session.select(("project",))
    names = {action.objectName() for action in context_menu(window.canvas, open_session).actions()}
    assert {"snapshots", "compare", "portfolio"} <= names
