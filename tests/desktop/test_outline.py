"""The outline: the twin of the map that a screen reader and a keyboard get at."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from journeymapper.desktop.panels.outline import ID, OutlineTree
from journeymapper.desktop.panels.outline_rows import Row, runs
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.measurement import Target
from journeymapper.model.messages import Message
from journeymapper.picture.theme import LIGHT
from tests.desktop.conftest import clear_away

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def tree(session: Session) -> Iterator[OutlineTree]:
    """The outline of the small project."""
    made = OutlineTree(session)
    made.resize(300, 700)
    made.show()
    made.setFocus()
    yield made
    made.deleteLater()
    clear_away()


def items(tree: OutlineTree) -> dict[str, QTreeWidgetItem]:
    found: dict[str, QTreeWidgetItem] = {}
    walker = QTreeWidgetItemIterator(tree)
    while (item := walker.value()) is not None:
        found[item.data(0, ID)] = item
        walker += 1
    return found


def order(session: Session) -> list[str]:
    return [one.id for one in session.project.journeys["journey"].ordered_touchpoints()]


def rename_by_keyboard(tree: OutlineTree, key: str, words: str, last: Qt.Key = Qt.Key.Key_Return) -> None:
    tree.setCurrentItem(items(tree)[key])
    tree.edit(tree.currentIndex(), QAbstractItemView.EditTrigger.EditKeyPressed, None)
    field = tree.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, last)
    clear_away()


def drop(tree: OutlineTree, key: str, target: str, *, lower: bool) -> None:
    """Drop an element above or below another one, with the mouse over its upper or lower edge."""
    tree.setCurrentItem(items(tree)[key])
    box = tree.visualItemRect(items(tree)[target])
    place = QPointF(box.center().x(), box.bottom() if lower else box.top() + 1)
    data = tree.model().mimeData(tree.selectedIndexes())
    assert isinstance(data, QMimeData)
    tree.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE))
    clear_away()


def test_every_element_of_the_journey_stands_in_the_outline(tree: OutlineTree, session: Session) -> None:
    keys = set(items(tree))
    assert {"project", "journey", "agree", "work", "after", *order(session), "P1", "P2", "P3"} <= keys
    assert {"ritva", "phone", "action"} <= keys


def test_it_follows_edits_and_undo(tree: OutlineTree, session: Session) -> None:
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Tarjous"))
    assert items(tree)["offer"].text(0) == "Tarjous"
    session.apply(Message("Delete"), lambda project: edits.remove(project, "contract"))
    assert "contract" not in items(tree)
    session.undo()
    session.undo()
    assert items(tree)["offer"].text(0) == "Offer"
    assert items(tree)["agree"].indexOfChild(items(tree)["contract"]) == 1


def test_renaming_is_one_step(tree: OutlineTree, session: Session) -> None:
    rename_by_keyboard(tree, "offer", "Tarjous")
    assert session.project.journeys["journey"].touchpoints["offer"].name == "Tarjous"
    assert len(session.history.past) == 1


def test_esc_leaves_the_name(tree: OutlineTree, session: Session) -> None:
    rename_by_keyboard(tree, "offer", "Tarjous", Qt.Key.Key_Escape)
    assert not session.modified


def test_a_blank_name_is_not_taken(tree: OutlineTree, session: Session) -> None:
    rename_by_keyboard(tree, "offer", "   ")
    assert not session.modified
    assert items(tree)["offer"].text(0) == "Offer"


def test_the_star_of_a_moment_of_truth_is_no_part_of_its_name(tree: OutlineTree, session: Session) -> None:
    session.apply(Message("Change"), lambda p: edits.change(p, "offer", moment_of_truth=True, moment_reason="why"))
    assert items(tree)["offer"].text(0) == "Offer ★"
    rename_by_keyboard(tree, "offer", "Tarjous")
    assert session.project.journeys["journey"].touchpoints["offer"].name == "Tarjous"
    assert items(tree)["offer"].text(0) == "Tarjous ★"


def test_leaving_a_rename_untouched_shows_the_star_again(tree: OutlineTree, session: Session) -> None:
    session.apply(Message("Change"), lambda p: edits.change(p, "offer", moment_of_truth=True, moment_reason="why"))
    rename_by_keyboard(tree, "offer", "", Qt.Key.Key_Escape)
    assert items(tree)["offer"].text(0) == "Offer ★"
    assert len(session.history.past) == 1


def test_a_point_without_a_name_can_be_given_one(tree: OutlineTree, session: Session) -> None:
    rename_by_keyboard(tree, "P1", "how it was")
    assert session.project.points["P1"].name == "how it was"


def test_selection_goes_both_ways(tree: OutlineTree, session: Session) -> None:
    session.select(("digging", "offer"))
    assert {item.data(0, ID) for item in tree.selectedItems()} == {"digging", "offer"}
    tree.clearSelection()
    tree.setCurrentItem(items(tree)["contract"])
    assert session.selection == ("contract",)


def test_everything_selected_is_selected_and_stays_so_through_edits(tree: OutlineTree, session: Session) -> None:
    def chosen() -> set[str]:
        return {item.data(0, ID) for item in tree.selectedItems()}

    session.select(tuple(order(session)))
    assert chosen() == set(order(session))
    assert {index.column() for index in tree.selectedIndexes()} == {0, 1}
    session.apply(Message("Park"), lambda project: edits.park_all(project, ("offer", "digging")))
    assert chosen() == set(order(session)) == {"contract", "change", "final"}
    session.undo()
    assert chosen() == set(order(session)) == set(session.selection)
    session.select(("work", "P1", "final", "offer"))
    assert chosen() == {"work", "P1", "final", "offer"}
    session.select(())
    assert chosen() == set()


def test_rows_that_stand_together_are_chosen_together() -> None:
    stage = [Row("s", "", "S"), Row("a", "s", "A"), Row("p", "a", "P"), Row("b", "s", "B"), Row("c", "s", "C")]
    branches = [(Row("j", "", "J"),), tuple(stage)]
    assert runs(branches, {"a", "b"}) == [("a", "b")]
    assert runs(branches, {"a", "c", "p"}) == [("a", "a"), ("p", "p"), ("c", "c")]
    assert runs(branches, {"s", "j", "a", "b", "c"}) == [("j", "j"), ("s", "s"), ("a", "c")]
    assert runs(branches, set()) == []


def test_rows_follow_points_metrics_and_figures(tree: OutlineTree, session: Session) -> None:
    def words(key: str) -> tuple[str, str]:
        return items(tree)[key].text(0), items(tree)[key].text(1)

    session.look(mode="results")
    before = words("offer")
    session.apply(Message("Change"), lambda project: edits.change(project, "P1", name="how it was"))
    assert words("P1")[0] == "P1 · how it was"
    session.apply(Message("Change"), lambda project: edits.change(project, "P1", target=Target(value=1.5)))
    assert words("offer") != before
    session.undo()
    session.undo()
    assert words("offer") == before
    session.look(wave="2025", segment=("Region", "North"))
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Bid"))
    assert words("offer")[0].startswith("Bid")


def test_another_choice_of_the_view_leaves_the_selection(tree: OutlineTree, session: Session) -> None:
    session.select(("digging", "offer"))
    for choice in ({"mode": "results"}, {"detail": "full"}, {"mode": "map"}):
        session.look(**choice)
        assert session.selection == ("digging", "offer")


def test_an_edit_leaves_the_selection_and_what_is_folded(tree: OutlineTree, session: Session) -> None:
    items(tree)["work"].setExpanded(False)
    session.select(("offer",))
    session.apply(Message("Rename"), lambda project: edits.change(project, "final", name="Lasku"))
    assert session.selection == ("offer",)
    assert not items(tree)["work"].isExpanded()
    assert items(tree)["agree"].isExpanded()


def test_a_dropped_touchpoint_changes_its_place(tree: OutlineTree, session: Session) -> None:
    drop(tree, "contract", "offer", lower=False)
    assert order(session)[:2] == ["contract", "offer"]
    assert len(session.history.past) == 1
    drop(tree, "contract", "final", lower=True)
    assert session.project.journeys["journey"].stages["after"].touchpoints == ("final", "contract")


def test_a_dropped_stage_changes_its_place(tree: OutlineTree, session: Session) -> None:
    drop(tree, "after", "agree", lower=False)
    assert session.project.journeys["journey"].stage_order == ("after", "agree", "work")


def test_what_cannot_be_dropped_there_changes_nothing(tree: OutlineTree, session: Session) -> None:
    for key, target in (("ritva", "offer"), ("offer", "ritva"), ("P1", "digging"), ("offer", "offer")):
        drop(tree, key, target, lower=True)
    assert not session.modified
    assert "ritva" in items(tree)


def test_results_are_hidden_while_mapping(tree: OutlineTree, session: Session) -> None:
    assert {item.text(1) for item in items(tree).values()} == {""}
    session.look(mode="results")
    assert items(tree)["offer"].text(1).endswith("▼")
    session.look(mode="map")
    assert {item.text(1) for item in items(tree).values()} == {""}


def test_figures_have_the_colour_of_their_verdict_and_names_the_room_that_these_leave(
    tree: OutlineTree, session: Session
) -> None:
    assert all(item.isFirstColumnSpanned() for item in items(tree).values())
    session.look(mode="results")
    found = items(tree)
    assert found["offer"].foreground(1).color().name().upper() == LIGHT.certainly_worse
    assert not found["offer"].isFirstColumnSpanned()
    assert found["ritva"].isFirstColumnSpanned()


# what a screen reader is told


def spoken(interface: QAccessibleInterface, depth: int = 0) -> list[str]:
    """Names below an accessible object."""
    names = [interface.text(QAccessible.Text.Name)]
    if depth < 4:
        for row in range(interface.childCount()):
            child = interface.child(row)
            names += spoken(child, depth + 1) if child is not None else []
    return names


def test_a_screen_reader_finds_the_outline_and_its_elements(tree: OutlineTree) -> None:
    interface = QAccessible.queryAccessibleInterface(tree)
    assert interface.text(QAccessible.Text.Name) == "Outline"
    assert interface.role() == QAccessible.Role.Tree
    assert {"Offer", "Contract", "Agree"} <= set(spoken(interface))


def test_a_screen_reader_hears_the_verdict(tree: OutlineTree, session: Session) -> None:
    session.look(mode="results")
    told = items(tree)["offer"].data(0, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "worse" in told


def test_every_control_of_the_window_has_a_name(window: Window) -> None:
    session = window.session
    assert session is not None
    session.select(("offer",))
    clear_away()
    nameless = []
    for widget in window.findChildren(QAbstractItemView):
        interface = QAccessible.queryAccessibleInterface(widget)
        if widget.isVisible() and not interface.text(QAccessible.Text.Name):
            nameless.append(widget.objectName())
    for kind in ("choose-journey", "choose-wave", "choose-segment", "mode-map", "import-results", "canvas"):
        found = window.findChild(QWidget, kind)
        assert found is not None
        assert QAccessible.queryAccessibleInterface(found).text(QAccessible.Text.Name)
    assert nameless == []


def test_what_moves_between_branches_is_followed_both_ways(tree: OutlineTree, session: Session) -> None:
    for stage in ("after", "agree", "work"):
        session.apply(Message("Move"), lambda project, to=stage: edits.move_touchpoint(project, "offer", to, 0))  # type: ignore[misc]
        assert items(tree)[stage].child(0) is items(tree)["offer"]
    session.select(("offer",))
    assert [item.data(0, ID) for item in tree.selectedItems()] == ["offer"]
