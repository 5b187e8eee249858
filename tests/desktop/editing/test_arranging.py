"""Split, merge, turn, park and link from the menus and the keyboard: each one step that can be undone."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model.measurement import Anchor
from tests.desktop.editing.hands import ALT, LEFT, NONE, drag, editor, group, middle, move, parked, run, stages

AS_IT_WAS = {"Agree": ["Offer", "Contract"], "Work": ["Digging", "Change of dates"], "After": ["Final invoice"]}


def test_duplicates_stand_behind_and_are_selected(window: Window, open_session: Session) -> None:
    open_session.select(("contract", "offer"))
    run(window, "duplicate")
    assert stages(open_session)["Agree"] == ["Offer", "Contract", "Offer", "Contract"]
    assert len(open_session.selection) == 2
    assert not {"offer", "contract"} & set(open_session.selection)
    run(window, "undo")
    assert stages(open_session) == AS_IT_WAS


def test_a_slash_splits_the_card(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("contract",))
    QTest.keyClicks(canvas, "/")
    assert editor(canvas).toPlainText() == "Contract / "
    QTest.keyClicks(editor(canvas), "Signing")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Return)
    assert stages(open_session)["Agree"] == ["Offer", "Contract", "Signing"]
    assert len(open_session.history.past) == 1


def test_splitting_needs_two_names(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("contract",))
    QTest.keyClicks(canvas, "/")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Return)
    assert stages(open_session) == AS_IT_WAS


def test_selected_cards_become_one_and_keep_what_they_hold(window: Window, open_session: Session) -> None:
    open_session.select(("digging", "change"))
    run(window, "merge")
    assert stages(open_session)["Work"] == ["Digging / Change of dates"]
    assert open_session.selection == ("digging",)
    anchors = [point.anchor.id for point in open_session.project.ordered_points()]
    assert anchors == ["offer", "digging", "final"]
    assert open_session.project.actions["action"].anchor == Anchor("touchpoint", "digging")


def test_a_touchpoint_becomes_a_stage_and_a_touchpoint_again(window: Window, open_session: Session) -> None:
    open_session.select(("contract",))
    run(window, "to-stage")
    assert stages(open_session)["Contract"] == []
    run(window, "to-touchpoint")
    assert stages(open_session) == AS_IT_WAS


def test_a_stage_is_split_before_the_selected_card(window: Window, open_session: Session) -> None:
    open_session.select(("change",))
    run(window, "split-stage")
    assert list(stages(open_session).values()) == [
        ["Offer", "Contract"],
        ["Digging"],
        ["Change of dates"],
        ["Final invoice"],
    ]


def test_parked_cards_come_back(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer", "digging"))
    run(window, "park")
    assert parked(open_session) == ["Offer", "Digging"]
    open_session.select(("digging",))
    QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert parked(open_session) == ["Digging", "Offer"]
    run(window, "unpark")
    assert stages(open_session)["After"] == ["Final invoice", "Digging"]


def test_a_card_is_dragged_to_the_foot_of_the_map_and_parked(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("contract", "offer"))
    drag(canvas, middle(canvas, "offer"), QPoint(canvas.width() // 2, canvas.height() - 10))
    assert parked(open_session) == ["Offer", "Contract"]
    assert len(open_session.history.past) == 1


def test_what_cannot_be_done_is_grey(window: Window, open_session: Session) -> None:
    open_session.select(())
    names = ("merge", "split-card", "to-stage", "to-touchpoint", "split-stage", "park", "unpark", "cut", "duplicate")
    assert not any(window.menus.action(name).isEnabled() for name in names)
    open_session.select(("agree",))
    usable = {name for name in names if window.menus.action(name).isEnabled()}
    assert usable == {"to-touchpoint", "cut", "duplicate"}


def test_alt_drops_a_copy(canvas: MapCanvas, open_session: Session) -> None:
    drag(canvas, middle(canvas, "offer"), middle(canvas, "final") + QPoint(20, 0), ALT)
    assert stages(open_session) == AS_IT_WAS | {"After": ["Final invoice", "Offer"]}
    assert stages(open_session)["Agree"][0] == "Offer"
    assert open_session.selection != ("offer",)
    assert len(open_session.history.past) == 1


def test_a_whole_stage_is_copied_with_alt(canvas: MapCanvas, open_session: Session) -> None:
    drag(canvas, middle(canvas, "agree", "stage"), middle(canvas, "work", "stage") + QPoint(60, 0), ALT)
    journey = open_session.project.journeys["journey"]
    assert [stage.name for stage in journey.ordered_stages()] == ["Agree", "Work", "Agree", "After"]


def handle(canvas: MapCanvas, owner: str) -> QPoint:
    box = canvas.box(group(canvas, owner))
    return QPoint(round(box.right()), round(box.center().y()))


def drawn(canvas: MapCanvas, start: QPoint, end: QPoint, kind: str) -> None:
    move(canvas, start)
    drag(canvas, start, end)
    menu = canvas.findChild(QMenu, "link-kinds")
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == f"kind-{kind}").trigger()
    menu.close()


def test_a_link_is_drawn_from_the_handle_selected_and_deleted(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    open_session.select(("offer",))
    drawn(canvas, handle(canvas, "offer"), middle(canvas, "digging"), "alternative")
    (link,) = open_session.project.journeys["journey"].links.values()
    assert (link.source, link.target, link.kind) == ("offer", "digging", "alternative")
    assert open_session.selection == (link.id,)
    run(window, "delete")
    assert not open_session.project.journeys["journey"].links


def test_over_the_border_is_an_exit(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("digging",))
    last = canvas.box(group(canvas, "final"))
    drawn(canvas, handle(canvas, "digging"), QPoint(round(last.right()) + 12, round(last.center().y())), "alternative")
    (link,) = open_session.project.journeys["journey"].links.values()
    assert (link.source, link.target) == ("digging", "")


def test_a_link_that_nobody_chooses_is_not_drawn(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer",))
    move(canvas, handle(canvas, "offer"))
    drag(canvas, handle(canvas, "offer"), middle(canvas, "digging"))
    menu = canvas.findChild(QMenu, "link-kinds")
    assert menu is not None
    menu.close()
    assert not open_session.modified
    assert open_session.project.journeys["journey"].stages["agree"].touchpoints[0] == "offer"


def test_a_drawn_link_is_seen_and_hit_on_its_line_only(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    window.menus.action("lane-path").trigger()
    open_session.select(("offer", "change"))
    run(window, "link-alternative")
    (link,) = open_session.selection
    box = canvas.box(group(canvas, link, "link"))
    below = box.bottomLeft().toPoint() + QPoint(round(box.width() / 2), -6)
    top = QPoint(round(box.center().x()), round(box.top() + 4 * canvas.viewport_now.zoom))
    open_session.select(())
    QTest.mouseClick(canvas, LEFT, NONE, below)
    assert link not in open_session.selection
    QTest.mouseClick(canvas, LEFT, NONE, top)
    assert open_session.selection == (link,)


def test_two_selected_cards_are_linked_by_a_command(window: Window, open_session: Session) -> None:
    open_session.select(("change", "offer"))
    run(window, "link-loop")
    (link,) = open_session.project.journeys["journey"].links.values()
    assert (link.source, link.target, link.kind) == ("change", "offer", "loop")
    open_session.select(("change", "offer"))
    run(window, "link-loop")
    assert len(open_session.project.journeys["journey"].links) == 1


def test_ctrl_and_arrows_lift_and_lower_the_feeling(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer",))
    for _ in range(4):
        QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    touchpoint = open_session.project.journeys["journey"].touchpoints["offer"]
    assert touchpoint.feeling == 2
    assert len(open_session.history.past) == 2


def test_the_feeling_curve_is_dragged_in_one_step(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer",))
    QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    lane = next(one for one in canvas.picture.groups if one.part == "curve-feeling")
    low = canvas.box(lane).bottom() - 3
    start = middle(canvas, "offer", "feeling")
    drag(canvas, start, QPoint(start.x(), round(low)))
    assert open_session.project.journeys["journey"].touchpoints["offer"].feeling == -2
    assert len(open_session.history.past) == 2
    assert stages(open_session) == AS_IT_WAS


def test_a_click_in_the_curve_s_lane_puts_a_point_there(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer",))
    QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    lane = canvas.box(next(one for one in canvas.picture.groups if one.part == "curve-feeling"))
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(middle(canvas, "digging").x(), round(lane.top() + 12)))
    assert open_session.project.journeys["journey"].touchpoints["digging"].feeling == 2
