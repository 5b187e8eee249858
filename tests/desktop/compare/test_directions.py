"""In which direction differences are told: from the current state to the future, and the other way on request."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem

from journeymapper.desktop.compare.dialog import CompareDialog
from journeymapper.desktop.compare.listing import DifferenceList
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Persona, Project
from tests.desktop.scripted import ScriptedAsking

Open = Callable[[str], CompareDialog]


def with_future(project: Project) -> Project:
    """A future of the journey with a video call, without the digging, with another name for the offer."""
    made = edits.copy_journey(project, "journey", new_id, state="future")
    future = made.journey_order[1]
    keys = {one.name: key for key, one in made.journeys[future].touchpoints.items()}
    made = edits.change(edits.remove(made, keys["Digging"]), keys["Offer"], name="Quote")
    stage = made.journeys[future].stage_order[0]
    return edits.add_touchpoint(made, stage, Touchpoint(id="call", name="Video call"), 1)


@pytest.fixture
def session(window: Window) -> Session:
    assert window.session is not None
    window.session.apply(Message("Copy journey"), with_future)
    return window.session


@pytest.fixture
def opened(window: Window, session: Session, asking: ScriptedAsking) -> Open:
    """The comparison, with a journey on the map, with the first that is offered."""

    def show(journey: str) -> CompareDialog:
        session.look(journey=journey)
        return CompareDialog(session, asking, "", window)

    return show


def groups(dialog: CompareDialog) -> dict[str, list[str]]:
    """Headings with their touchpoints."""
    tree = dialog.findChild(DifferenceList)
    assert tree is not None
    tops = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {
        top.text(0).partition(" (")[0]: [text for text in lines(top) if text.startswith("Touchpoint")]
        for top in tops
        if top is not None
    }


def lines(top: QTreeWidgetItem) -> list[str]:
    children = [top.child(row) for row in range(top.childCount())]
    return [child.text(0) for child in children if child is not None]


def swap(dialog: CompareDialog) -> None:
    found = dialog.findChild(QPushButton, "compare-swap")
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def signs(dialog: CompareDialog) -> set[tuple[str, str]]:
    """Kind and name of what the maps mark of the touchpoints."""
    return {(one.kind, one.name) for one in dialog._told if one.element_kind == "touchpoint"}


TO_FUTURE = {("added", "Video call"), ("removed", "Digging"), ("changed", "Quote")}
TO_CURRENT = {("removed", "Video call"), ("added", "Digging"), ("changed", "Offer")}


def test_from_either_map_it_is_told_from_the_current_state_to_the_future(session: Session, opened: Open) -> None:
    current, future = session.project.journey_order
    from_current = opened(current)
    assert signs(from_current) == TO_FUTURE
    assert groups(from_current) == {
        "Only in the other one": ["Touchpoint: Video call"],
        "Only here": ["Touchpoint: Digging"],
        "Different": ["Touchpoint: Quote\nName: Offer → Quote"],
    }
    assert from_current._maps.widget(0) is from_current._maps.here
    from_future = opened(future)
    assert signs(from_future) == TO_FUTURE
    assert groups(from_future) == {
        "Only here": ["Touchpoint: Video call"],
        "Only in the other one": ["Touchpoint: Digging"],
        "Different": ["Touchpoint: Quote\nName: Offer → Quote"],
    }
    assert from_future._maps.widget(0) is from_future._maps.there
    assert from_future._way.text() == "→ leads from the other one to here."


def test_swapping_tells_it_the_other_way_round_and_back(session: Session, opened: Open) -> None:
    dialog = opened(session.project.journey_order[0])
    swap(dialog)
    assert signs(dialog) == TO_CURRENT
    assert "Only here" in groups(dialog)
    assert dialog._maps.widget(0) is dialog._maps.there
    swap(dialog)
    assert signs(dialog) == TO_FUTURE
    assert dialog._maps.widget(0) is dialog._maps.here


def test_what_is_ticked_is_taken_over_into_the_map_whatever_the_direction(session: Session, opened: Open) -> None:
    future = session.project.journey_order[1]
    dialog = opened(future)
    tree = dialog.findChild(DifferenceList)
    assert tree is not None
    for line in tree.findItems("Touchpoint: Digging", Qt.MatchFlag.MatchRecursive):
        line.setCheckState(0, Qt.CheckState.Checked)
    dialog._take_over()
    names = [touchpoint.name for touchpoint in session.project.journeys[future].ordered_touchpoints()]
    assert names == ["Quote", "Video call", "Contract", "Digging", "Change of dates", "Final invoice"]
    assert signs(dialog) == TO_FUTURE - {("removed", "Digging")}


def test_a_line_is_shown_on_both_maps_whatever_the_direction(session: Session, opened: Open) -> None:
    dialog = opened(session.project.journey_order[1])
    tree = dialog.findChild(DifferenceList)
    assert tree is not None
    (line,) = tree.findItems("Touchpoint: Video call", Qt.MatchFlag.MatchRecursive)
    tree.setCurrentItem(line)
    assert (dialog._maps.here.sheet._marked, dialog._maps.there.sheet._marked) == ("call", "")


def test_a_variant_is_told_from_the_journey_that_it_varies(
    window: Window, session: Session, asking: ScriptedAsking
) -> None:
    def edit(project: Project) -> Project:
        made = edits.add_persona(project, Persona(id="anna", name="Anna"))
        return edits.copy_journey(made, "journey", new_id, name="Anna's", persona="anna")

    session.apply(Message("Copy journey"), edit)
    variant = next(key for key, one in session.project.journeys.items() if one.persona)
    extra = Touchpoint(id="extra", name="Extra")
    stage = session.project.journeys[variant].stage_order[0]
    session.apply(Message("Add touchpoint"), lambda project: edits.add_touchpoint(project, stage, extra))
    for here, other in (("journey", variant), (variant, "journey")):
        session.look(journey=here)
        dialog = CompareDialog(session, asking, f"journey:{other}", window)
        assert ("added", "Extra") in signs(dialog)
