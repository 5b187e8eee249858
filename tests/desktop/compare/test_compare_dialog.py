"""The comparison by hand: choosing, looking, ticking, taking over as one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem

from journeymapper.desktop.compare.dialog import CompareDialog
from journeymapper.desktop.compare.listing import DifferenceList
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.storage.container import save_project
from tests.desktop.conftest import clear_away
from tests.desktop.scripted import ScriptedAsking


@pytest.fixture
def other_file(tmp_path: Path, plan: Project) -> Path:
    """A colleague's version of the plan: a touchpoint more, one less, one renamed, one moved."""
    made = edits.add_touchpoint(plan, "agree", Touchpoint(id="call", name="Video call"), 0)
    made = edits.remove(made, "contract")
    made = edits.change(made, "offer", name="Written offer")
    made = edits.move_touchpoint(made, "change", "after", 0)
    path = tmp_path / "colleague.jmap"
    save_project(path, made, {})
    return path


@pytest.fixture
def compare_with(window: Window, asking: ScriptedAsking) -> Callable[[Path], CompareDialog]:
    """Opens the dialog and chooses a file in it."""

    def opened(path: Path) -> CompareDialog:
        window.menus.action("compare").trigger()
        dialog = window.findChild(CompareDialog)
        assert dialog is not None
        asking.answers = [path]
        box = dialog.findChild(QComboBox, "compare-with")
        assert box is not None
        box.setCurrentIndex(box.count() - 1)
        box.activated.emit(box.count() - 1)
        return dialog

    return opened


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def lines(dialog: CompareDialog) -> dict[str, list[str]]:
    """Headings with the lines below them."""
    tree = dialog.findChild(DifferenceList)
    assert tree is not None
    found: dict[str, list[str]] = {}
    for item in items(tree):
        above = item.parent()
        if above is None:
            found[item.text(0)] = []
        else:
            found[above.text(0)].append(item.text(0))
    return found


def items(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    return tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)


def tick(dialog: CompareDialog, *starts: str) -> None:
    tree = dialog.findChild(DifferenceList)
    assert tree is not None
    for item in items(tree):
        if item.text(0).startswith(starts):
            item.setCheckState(0, Qt.CheckState.Checked)


def button(dialog: CompareDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def touchpoints(project: Project) -> list[str]:
    return [touchpoint.name for touchpoint in project.journeys["journey"].ordered_touchpoints()]


def test_differences_are_grouped_and_told_in_words(
    compare_with: Callable[[Path], CompareDialog], other_file: Path
) -> None:
    told = lines(compare_with(other_file))
    assert told["Only in the other one (1)"] == ["Touchpoint: Video call"]
    assert "Touchpoint: Contract" in told["Only here (4)"]
    assert told["Different (1)"] == ["Touchpoint: Written offer\nName: Offer → Written offer"]
    assert told["In another place (1)"] == ["Touchpoint: Change of dates\nstage: Work → After"]


def test_what_is_ticked_is_taken_over_in_one_step(
    window: Window, compare_with: Callable[[Path], CompareDialog], other_file: Path
) -> None:
    dialog = compare_with(other_file)
    take = button(dialog, "compare-take")
    assert not take.isEnabled()
    tick(dialog, "Touchpoint: Video call", "Touchpoint: Change")
    assert take.text() == "Take over 2 differences"
    session = session_of(window)
    before = session.project
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert touchpoints(session.project) == [
        "Video call",
        "Offer",
        "Contract",
        "Digging",
        "Change of dates",
        "Final invoice",
    ]
    assert [
        stage.name for stage in session.project.journeys["journey"].ordered_stages() if "change" in stage.touchpoints
    ] == ["After"]
    assert "Only in the other one (1)" not in lines(dialog)
    session.undo()
    assert session.project is before
    assert "Only in the other one (1)" in lines(dialog)


def test_a_heading_ticks_all_below_it(compare_with: Callable[[Path], CompareDialog], other_file: Path) -> None:
    dialog = compare_with(other_file)
    tick(dialog, "Only here")
    assert button(dialog, "compare-take").text() == "Take over 4 differences"


def test_taking_everything_over_leaves_no_difference(
    window: Window, compare_with: Callable[[Path], CompareDialog], other_file: Path
) -> None:
    dialog = compare_with(other_file)
    tick(dialog, "Only", "Different", "In another")
    QTest.mouseClick(button(dialog, "compare-take"), Qt.MouseButton.LeftButton)
    assert dialog.differences == []
    assert touchpoints(session_of(window).project) == [
        "Video call",
        "Written offer",
        "Digging",
        "Change of dates",
        "Final invoice",
    ]
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert "There is no difference." in labels


def test_both_maps_show_the_chosen_difference(compare_with: Callable[[Path], CompareDialog], other_file: Path) -> None:
    dialog = compare_with(other_file)
    here, there = dialog._maps.here.sheet, dialog._maps.there.sheet
    tree = dialog.findChild(DifferenceList)
    assert tree is not None
    for item in items(tree):
        tree.setCurrentItem(item)
        if item.text(0) == "Touchpoint: Video call":
            assert (here._marked, there._marked) == ("", "call")
        if item.text(0) == "Touchpoint: Contract":
            assert (here._marked, there._marked) == ("contract", "")
        if item.text(0).startswith("Touchpoint: Written offer"):
            assert (here._marked, there._marked) == ("offer", "offer")
    assert not here.box_of("contract").isEmpty()
    assert there.box_of("contract").isEmpty()
    assert not there.box_of("call").isEmpty()


def test_the_maps_scroll_and_zoom_together(compare_with: Callable[[Path], CompareDialog], other_file: Path) -> None:
    dialog = compare_with(other_file)
    pair = dialog._maps
    pair.zoom(3)
    wide = pair.here.area.horizontalScrollBar()
    wide.setValue(wide.maximum() // 2)
    assert pair.there.area.horizontalScrollBar().value() == wide.value() > 0
    assert pair.here.sheet.width() / pair.here.sheet.picture.width == pytest.approx(
        pair.there.sheet.width() / pair.there.sheet.picture.width, abs=0.01
    )


def test_a_file_that_is_no_project_is_refused_in_a_sentence(
    window: Window, compare_with: Callable[[Path], CompareDialog], tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.jmap"
    wrong.write_text("nothing of the kind")
    before = session_of(window).project
    dialog = compare_with(wrong)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.property("look") == "error"]
    assert any("wrong.jmap" in words for words in said)
    assert dialog.differences == []
    assert session_of(window).project is before


def test_it_begins_with_the_saved_file(window: Window) -> None:
    session_of(window).apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Tarjous"))
    window.menus.action("compare").trigger()
    dialog = window.findChild(CompareDialog)
    assert dialog is not None
    assert [(one.kind, one.field, one.after) for one in dialog.differences] == [("changed", "name", "Offer")]
    dialog.reject()
    clear_away()
    assert window.findChild(CompareDialog) is None


def test_results_come_along_with_what_is_taken_over(
    make_window: Callable[[], Window], saved_file: Path, tmp_path: Path, plan: Project, asking: ScriptedAsking
) -> None:
    bare = tmp_path / "bare.jmap"
    save_project(bare, plan, {})
    window = make_window()
    assert window.open(bare)
    session = session_of(window)
    dialog = CompareDialog(session, asking, "", window)
    dialog.compare_with(saved_file)
    tick(dialog, "Only in")
    QTest.mouseClick(button(dialog, "compare-take"), Qt.MouseButton.LeftButton)
    assert session.project.result_order == ("results",)
    session.save()
    session.look(mode="results")
    assert session.scores()["P1"].n == 72
    dialog.reject()
