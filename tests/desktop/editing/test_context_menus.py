"""The menus of the right button and of Shift+F10: for each kind of thing what does something to it, nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.context.menu import context_menu
from journeymapper.desktop.lanes.rows import choice_of
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.journey import HandOff, Link, OwnLane, PlannedMessage
from journeymapper.model.messages import Message
from journeymapper.model.project import Project, Promise
from tests.desktop.editing.hands import NONE, editor, group, middle

Look = Callable[[QMenu], object]


@pytest.fixture(autouse=True)
def full(open_session: Session) -> None:
    """Two links, a hand-off, a message, a promise and a lane of the team's own besides; nothing to be pasted."""

    def edit(project: Project) -> Project:
        project = edits.add_link(project, "journey", Link(id="skip", source="offer", target="final", label="at once"))
        project = edits.add_link(project, "journey", Link(id="in", source="", target="digging"))
        project = edits.add_hand_off(project, "journey", HandOff(id="over", source="contract", target="digging"))
        project = edits.add_message(project, "journey", PlannedMessage(id="told", touchpoint="offer", text="Soon"))
        project = edits.add_promise(project, Promise(id="promise", text="On time", touchpoints=("offer",)))
        return edits.add_own_lane(project, "journey", OwnLane(id="own", name="Risk", kind="text"))

    QGuiApplication.clipboard().clear()
    open_session.apply(Message("x"), edit)
    open_session.look(**open_session.view.with_lane("messages", shown=True))
    open_session.look(**open_session.view.with_lane("channels", shown=True))


def entries(menu: QMenu) -> dict[str, QAction]:
    """The entries by their names, those of menus in the menu among them."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            found |= entries(below)
        elif action.objectName():
            found[action.objectName()] = action
    return found


def asked(canvas: MapCanvas, ask: Callable[[], object], look: Look) -> bool:
    """Whether a menu came; it is looked at and closed."""
    seen = []

    def read() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            seen.append(look(menu))
            menu.close()

    QTimer.singleShot(0, read)
    ask()
    QApplication.processEvents()
    return bool(seen)


def right_click(canvas: MapCanvas, place: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, canvas.mapToGlobal(place), NONE)
    QApplication.sendEvent(canvas, event)


def offered(canvas: MapCanvas, place: QPoint) -> set[str]:
    names: set[str] = set()
    assert asked(canvas, lambda: right_click(canvas, place), lambda menu: names.update(entries(menu)))
    return names


def choose(canvas: MapCanvas, place: QPoint, name: str) -> None:
    def look(menu: QMenu) -> None:
        """By the keyboard, so that the menu is gone before anything happens; menus in it are not opened."""
        action = entries(menu)[name]
        if action in menu.actions():
            menu.setActiveAction(action)
            QTest.keyClick(menu, Qt.Key.Key_Return)
        else:
            action.trigger()

    assert asked(canvas, lambda: right_click(canvas, place), look)


def free_place(canvas: MapCanvas) -> QPoint:
    places = (QPoint(x, y) for y in range(canvas.height() - 3, 0, -7) for x in range(3, canvas.width(), 9))
    return next(p for p in places if canvas.hit(QPointF(p)) is None and canvas.sight.label_at(QPointF(p)) is None)


def on_link(canvas: MapCanvas, key: str) -> QPoint:
    """A place where the line of a link is hit."""
    box = canvas.box(group(canvas, key, "link")).toRect()
    places = (QPoint(x, y) for y in range(box.top(), box.bottom()) for x in range(box.left(), box.right()))
    return next(p for p in places if (hit := canvas.hit(QPointF(p))) is not None and hit.owner == key)


EXPECTED = [
    ("offer", "card", {"add-touchpoint", "add-note", "split-card", "park", "copy", "rename", "delete"},
     {"merge", "paste", "unpark", "to-touchpoint", "kind-skip", "colour-pink", "lane-hide", "lanes", "show-images"}),
    ("work", "stage", {"add-touchpoint", "add-stage", "to-touchpoint", "copy", "rename", "delete"},
     {"split-card", "park", "merge", "to-stage", "add-images", "write", "link-entry", "lanes"}),
    ("note", "note", {"colour-pink", "cut", "copy", "duplicate", "rename", "delete"},
     {"add-touchpoint", "add-stage", "paste", "park", "status-done", "split-card"}),
    ("action", "action", {"status-done", "cut", "copy", "duplicate", "rename", "delete"},
     {"add-touchpoint", "paste", "colour-pink", "status-shown"}),
    ("over", "hand-off", {"add-point", "add-note", "delete"}, {"add-touchpoint", "cut", "copy", "rename", "park"}),
    ("told", "message", {"rename", "delete"}, {"add-touchpoint", "cut", "copy", "add-note"}),
    ("promise", "promise", {"rename", "delete"}, {"add-touchpoint", "cut", "copy", "add-note"}),
]  # fmt: skip


@pytest.mark.parametrize(("key", "part", "there", "not_there"), EXPECTED)
def test_each_thing_on_the_map_is_offered_what_does_something_to_it(
    canvas: MapCanvas, open_session: Session, key: str, part: str, there: set[str], not_there: set[str]
) -> None:
    names = offered(canvas, middle(canvas, key, part))
    assert open_session.selection == (key,)
    assert there <= names
    assert not names & not_there


@pytest.mark.parametrize(
    ("key", "there", "not_there"),
    [
        ("P1", {"add-note", "rename", "delete"}, {"copy", "add-touchpoint", "add-point"}),
        ("ritva", {"only-personas", "rename", "delete"}, {"copy", "add-touchpoint", "add-note"}),
        ("phone", {"only-channels", "rename", "delete"}, {"copy", "add-touchpoint"}),
        ("project", {"add-stage", "snapshots"}, {"delete", "rename", "copy"}),
        ("journey", {"add-stage", "snapshots", "delete"}, {"copy", "add-note"}),
    ],
)
def test_what_only_the_outline_shows_has_its_menu_too(
    window: Window, open_session: Session, key: str, there: set[str], not_there: set[str]
) -> None:
    open_session.select((key,))
    names = set(entries(context_menu(window.canvas, open_session)))
    assert there <= names
    assert not names & not_there


def test_several_are_offered_what_is_done_to_all_of_them(window: Window, open_session: Session) -> None:
    open_session.select(("offer", "contract"))
    cards = set(entries(context_menu(window.canvas, open_session)))
    assert {"merge", "park", "link-skip", "copy", "delete"} <= cards
    assert not cards & {"rename", "add-touchpoint", "add-note", "split-card"}
    open_session.select(("note", "action"))
    assert set(entries(context_menu(window.canvas, open_session))) == {"cut", "copy", "duplicate", "delete"}
    open_session.select(("offer", "skip"))
    assert set(entries(context_menu(window.canvas, open_session))) == {"delete"}


def test_the_map_itself_offers_a_stage_and_no_name_or_deletion(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer",))
    names = offered(canvas, free_place(canvas))
    assert {"add-stage", "add-touchpoint", "quick-entry", "fit", "lanes", "select-all"} <= names
    assert not names & {"rename", "delete", "copy", "paste", "leave-journey"}
    assert open_session.selection == ("offer",)
    said = QMimeData()
    said.setText("Visit")
    QGuiApplication.clipboard().setMimeData(said)
    assert "paste" in offered(canvas, free_place(canvas))


def test_a_map_without_stages_offers_no_touchpoint(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    for stage in ("agree", "work", "after"):
        open_session.apply(Message("x"), lambda project, key=stage: edits.remove(project, key))  # type: ignore[misc]  # bound at once
    open_session.select(())
    names = offered(canvas, free_place(canvas))
    assert "add-stage" in names
    assert not names & {"add-touchpoint", "select-all"}


# links


def test_a_link_is_given_another_kind_turned_round_and_deleted(canvas: MapCanvas, open_session: Session) -> None:
    def link() -> Link:
        return open_session.project.journeys["journey"].links["skip"]

    steps = len(open_session.history.past)
    names = offered(canvas, on_link(canvas, "skip"))
    assert {"kind-happy", "kind-loop", "turn-link", "delete"} <= names
    assert not names & {"add-touchpoint", "copy", "add-note"}
    choose(canvas, on_link(canvas, "skip"), "kind-loop")
    assert link().kind == "loop"
    choose(canvas, on_link(canvas, "skip"), "turn-link")
    assert (link().source, link().target) == ("final", "offer")
    assert len(open_session.history.past) == steps + 2
    choose(canvas, on_link(canvas, "skip"), "delete")
    assert "skip" not in open_session.project.journeys["journey"].links


def test_an_entry_that_is_turned_round_is_an_exit(canvas: MapCanvas, open_session: Session) -> None:
    choose(canvas, on_link(canvas, "in"), "turn-link")
    link = open_session.project.journeys["journey"].links["in"]
    assert (link.source, link.target) == ("digging", "")


# notes, actions, personas


def test_a_note_changes_its_colour_and_the_menu_says_which_it_has(canvas: MapCanvas, open_session: Session) -> None:
    choose(canvas, middle(canvas, "note", "note"), "colour-blue")
    assert open_session.project.notes["note"].colour == "blue"
    ticked: list[str] = []

    def look(menu: QMenu) -> None:
        ticked.extend(name for name, action in entries(menu).items() if action.isChecked())

    assert asked(canvas, lambda: right_click(canvas, middle(canvas, "note", "note")), look)
    assert ticked == ["colour-blue"]


def test_an_action_is_done_today(canvas: MapCanvas, open_session: Session) -> None:
    choose(canvas, middle(canvas, "action", "action"), "status-done")
    action = open_session.project.actions["action"]
    assert action.status == "done"
    assert action.done_on is not None
    choose(canvas, middle(canvas, "action", "action"), "status-idea")
    assert open_session.project.actions["action"].done_on == action.done_on


def test_one_looks_at_a_persona_alone_and_at_everybody_again(window: Window, open_session: Session) -> None:
    open_session.select(("ritva",))
    for expected in (("ritva",), ()):
        entries(context_menu(window.canvas, open_session))["only-personas"].trigger()
        assert open_session.view.personas == expected


# lanes


def label(canvas: MapCanvas, lane: str) -> QPoint:
    return canvas.box(group(canvas, "", f"label-{lane}")).center().toPoint()


def lanes(canvas: MapCanvas) -> list[str]:
    return canvas.sight.headings.lanes


def test_a_lane_is_renamed_at_its_name(canvas: MapCanvas, open_session: Session) -> None:
    for clicks in (1, 2):
        if clicks == 1:
            choose(canvas, label(canvas, "actions"), "lane-rename")
        else:
            QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, NONE, label(canvas, "actions"))
        field = editor(canvas)
        field.selectAll()
        QTest.keyClicks(field, "To do")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert choice_of(open_session.project.journeys["journey"], "actions").name == "To do"
        assert group(canvas, "", "label-actions").alt == "To do"
        open_session.undo()


def test_a_lane_is_hidden_collapsed_and_opened_again(canvas: MapCanvas, open_session: Session) -> None:
    wide = group(canvas, "", "label-actions").width
    choose(canvas, label(canvas, "actions"), "lane-collapse")
    assert group(canvas, "", "label-actions").width > wide
    choose(canvas, label(canvas, "actions"), "lane-collapse")
    assert group(canvas, "", "label-actions").width == wide
    choose(canvas, label(canvas, "actions"), "lane-hide")
    assert "actions" not in lanes(canvas)


def test_a_lane_moves_past_the_one_that_is_seen_beside_it(canvas: MapCanvas, open_session: Session) -> None:
    before = lanes(canvas)
    place = before.index("notes")
    for name, order in (
        ("lane-up", [*before[: place - 1], "notes", before[place - 1], *before[place + 1 :]]),
        ("lane-down", before),
    ):
        choose(canvas, label(canvas, "notes"), name)
        assert lanes(canvas) == order
    assert "lane-down" not in offered(canvas, label(canvas, before[-1]))


def test_only_a_lane_of_the_teams_own_is_removed_and_cards_are_not_collapsed(canvas: MapCanvas) -> None:
    assert "lane-remove" not in offered(canvas, label(canvas, "actions"))
    assert "lane-collapse" not in offered(canvas, label(canvas, "touchpoints"))
    choose(canvas, label(canvas, "own"), "lane-remove")
    assert "own" not in lanes(canvas)


def test_the_menu_of_a_lane_is_there_while_its_name_stands_still(canvas: MapCanvas) -> None:
    canvas.look_at(Viewport(x=150, y=60, zoom=2.0))
    assert canvas.on_heading(QPointF(label(canvas, "actions")))
    assert "lane-hide" in offered(canvas, label(canvas, "actions"))


# by key, and read only


def test_shift_f10_opens_it_beside_what_is_selected(
    canvas: MapCanvas, open_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is asked for: a menu is moved that the screen has no room for."""
    places: list[QPoint] = []

    def opened(menu: QMenu, place: QPoint) -> None:
        places.append(canvas.mapFromGlobal(place))
        assert "park" in entries(menu)

    monkeypatch.setattr("journeymapper.desktop.context.menu.open_menu", opened)
    open_session.select(("digging",))
    QTest.keyClick(canvas, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert (places[0] - middle(canvas, "digging")).manhattanLength() < 6


def test_the_menu_key_without_a_selection_is_for_the_map(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), canvas.mapToGlobal(QPoint(3, 3)), NONE)
    names: set[str] = set()
    assert asked(canvas, lambda: QApplication.sendEvent(canvas, event), lambda menu: names.update(entries(menu)))
    assert {"add-stage", "lanes", "fit"} <= names


def test_a_read_only_map_offers_nothing_that_changes_it(canvas: MapCanvas, open_session: Session) -> None:
    open_session.read_only = True
    open_session.select(())
    assert offered(canvas, middle(canvas, "offer")) == {"copy"}
    assert offered(canvas, label(canvas, "actions")) == {"lanes"}
    assert not offered(canvas, free_place(canvas)) & {"add-stage", "add-touchpoint", "quick-entry", "paste"}
