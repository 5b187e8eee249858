"""Notes and actions taken by the hand: dragged to other cards, put in another order, copied, cut, pasted, doubled."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Message
from journeymapper.model.project import Action, Note, Project
from tests.desktop.editing.hands import ALT, CTRL, LEFT, NONE, drag, group, middle, move, run

OFFER, CONTRACT, FINAL = (Anchor("touchpoint", key) for key in ("offer", "contract", "final"))


@pytest.fixture(autouse=True)
def full(window: Window, open_session: Session) -> None:
    """Notes a and b at the contract, n at the offer, an action at each; on the map alone."""

    def edit(project: Project) -> Project:
        for key in (*project.notes, *project.actions):
            project = edits.remove(project, key)
        for key, anchor in (("n", OFFER), ("a", CONTRACT), ("b", CONTRACT)):
            project = edits.add_note(project, Note(id=key, text=f"Note {key}", anchor=anchor, votes=2))
        for key, anchor in (("call", OFFER), ("write", CONTRACT)):
            project = edits.add_action(project, Action(id=key, title=f"To {key}", anchor=anchor))
        return project

    QGuiApplication.clipboard().clear()
    open_session.apply(Message("x"), edit)


def below(canvas: MapCanvas, card: str, sticky: str, part: str = "note") -> QPoint:
    """Under a card, as high as a note or action lies."""
    return QPoint(middle(canvas, card).x(), middle(canvas, sticky, part).y())


def anchors(session: Session) -> dict[str, str]:
    project = session.project
    hung = {key: note.anchor.id for key, note in project.notes.items()}
    return hung | {key: action.anchor.id for key, action in project.actions.items() if action.anchor}


def steps(session: Session) -> int:
    return len(session.history.past)


def test_a_note_is_dragged_to_another_card_as_one_step(canvas: MapCanvas, open_session: Session) -> None:
    before = steps(open_session)
    drag(canvas, middle(canvas, "n", "note"), below(canvas, "final", "n"))
    assert anchors(open_session)["n"] == "final"
    assert steps(open_session) == before + 1
    assert open_session.history.undo_name == Message("Move note")
    assert open_session.selection == ("n",)
    open_session.undo()
    assert anchors(open_session)["n"] == "offer"


def test_an_action_is_dragged_onto_a_stage_and_to_the_whole_journey(canvas: MapCanvas, open_session: Session) -> None:
    drag(canvas, middle(canvas, "call", "action"), middle(canvas, "after", "stage"))
    assert open_session.project.actions["call"].anchor == Anchor("stage", "after")
    names = canvas.box(group(canvas, "", "label-actions")).center().toPoint()
    drag(canvas, middle(canvas, "call", "action"), names)
    assert open_session.project.actions["call"].anchor == Anchor("journey", "journey")


def test_the_map_shows_meanwhile_where_it_would_hang(canvas: MapCanvas, open_session: Session) -> None:
    before, place = open_session.project, group(canvas, "n", "note").x
    QTest.mousePress(canvas, LEFT, NONE, middle(canvas, "n", "note"))
    move(canvas, below(canvas, "digging", "n"))
    move(canvas, below(canvas, "final", "n"))
    assert open_session.project is before
    assert group(canvas, "n", "note").x > place
    canvas.grab()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, QPoint(5, 5))
    assert open_session.project is before
    assert group(canvas, "n", "note").x == place


def test_a_note_is_dragged_among_those_of_its_card(canvas: MapCanvas, open_session: Session) -> None:
    assert open_session.project.note_order == ("n", "a", "b")
    one, two = group(canvas, "a", "note"), group(canvas, "b", "note")
    assert (one.y, one.x) < (two.y, two.x)
    corner = canvas.box(one).topLeft().toPoint() + QPoint(2, 2)
    drag(canvas, middle(canvas, "b", "note"), QPoint(middle(canvas, "contract").x(), corner.y()) - QPoint(30, 0))
    assert open_session.project.note_order == ("n", "b", "a")
    assert anchors(open_session)["b"] == "contract"
    moved = group(canvas, "b", "note"), group(canvas, "a", "note")
    assert (moved[0].y, moved[0].x) < (moved[1].y, moved[1].x)


def test_several_go_together_and_the_pointer_carries_their_number(canvas: MapCanvas, open_session: Session) -> None:
    before = steps(open_session)
    for key, part in (("n", "note"), ("call", "action")):
        QTest.mouseClick(canvas, LEFT, CTRL, middle(canvas, key, part))
    drag(canvas, middle(canvas, "n", "note"), below(canvas, "final", "n"))
    assert (anchors(open_session)["n"], anchors(open_session)["call"]) == ("final", "final")
    assert steps(open_session) == before + 1


def test_alt_drops_a_copy(canvas: MapCanvas, open_session: Session) -> None:
    before = steps(open_session)
    drag(canvas, middle(canvas, "a", "note"), below(canvas, "final", "a"), ALT)
    (copy,) = open_session.selection
    note = open_session.project.notes[copy]
    assert (note.text, note.anchor, anchors(open_session)["a"]) == ("Note a", FINAL, "contract")
    assert steps(open_session) == before + 1
    assert open_session.history.undo_name == Message("Copy")


def test_a_drag_that_ends_where_it_began_is_no_step(canvas: MapCanvas, open_session: Session) -> None:
    before, start = open_session.project, middle(canvas, "n", "note")
    drag(canvas, start, start + QPoint(30, 0))
    assert open_session.project is before


def test_a_read_only_map_lets_no_note_go(canvas: MapCanvas, open_session: Session) -> None:
    open_session.read_only = True
    before = open_session.project
    drag(canvas, middle(canvas, "n", "note"), below(canvas, "final", "n"))
    assert open_session.project is before


def test_a_note_is_copied_to_what_is_selected(window: Window, open_session: Session) -> None:
    open_session.select(("a",))
    run(window, "copy")
    open_session.select(("final",))
    run(window, "paste")
    (copy,) = open_session.selection
    assert (open_session.project.notes[copy].text, open_session.project.notes[copy].anchor) == ("Note a", FINAL)
    assert QGuiApplication.clipboard().text() == "Note a"


def test_a_note_and_an_action_are_cut_and_pasted_beside_another_note(window: Window, open_session: Session) -> None:
    before = steps(open_session)
    open_session.select(("n", "call"))
    run(window, "cut")
    assert "n" not in open_session.project.notes
    assert steps(open_session) == before + 1
    open_session.select(("a",))
    run(window, "paste")
    assert len(open_session.selection) == 2
    assert {anchors(open_session)[key] for key in open_session.selection} == {"contract"}
    assert steps(open_session) == before + 2


def test_notes_are_doubled_where_they_hang(window: Window, open_session: Session) -> None:
    open_session.select(("a",))
    run(window, "duplicate")
    (copy,) = open_session.selection
    assert open_session.project.note_order == ("n", "a", copy, "b")
    assert open_session.project.notes[copy].anchor == CONTRACT


def test_a_note_goes_to_another_project(window: Window, open_session: Session) -> None:
    open_session.select(("a",))
    run(window, "copy")
    open_session.mark_unsaved()
    window.asking.answers = ["Discard changes"]  # type: ignore[attr-defined]  # the scripted one
    window.new()
    assert window.session is not None
    window.session.select(())
    run(window, "paste")
    (note,) = window.session.project.notes.values()
    assert (note.text, note.anchor) == ("Note a", Anchor("journey", window.session.view.journey))


def test_a_frame_in_the_lane_of_notes_selects_them_and_one_over_cards_only_these(
    canvas: MapCanvas, open_session: Session
) -> None:
    lane, first = canvas.box(group(canvas, "", "frame-notes")), canvas.box(group(canvas, "n", "note"))
    start, end = QPointF(first.left() - 6, lane.bottom() - 2), canvas.box(group(canvas, "a", "note")).center()
    drag(canvas, start.toPoint(), end.toPoint())
    assert {"n", "a"} <= set(open_session.selection) <= {"n", "a", "b"}
    drag(canvas, QPoint(start.toPoint()), middle(canvas, "offer") - QPoint(30, 60))
    assert open_session.selection == ("offer",)
