"""The keyboard on the map: names, walking, a map that is typed."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.window import Window
from tests.desktop.canvas.hands import ALT, CTRL, editor, name, open_editor, order, wheel
from tests.desktop.conftest import clear_away


def test_enter_takes_the_name_and_gives_the_keyboard_back(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    assert field.toPlainText() == "Offer"
    QTest.keyClicks(field, "Tarjous")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert name(canvas.session) == "Tarjous"
    assert len(canvas.session.history.past) == 1
    assert editor(canvas) is None
    assert canvas.hasFocus()
    clear_away()
    assert canvas.findChildren(QPlainTextEdit) == []


def test_esc_leaves_the_name(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    QTest.keyClicks(field, "Tarjous")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert name(canvas.session) == "Offer"
    assert canvas.hasFocus()


def test_leaving_the_field_takes_the_name(window: Window) -> None:
    canvas, session = window.canvas, window.session
    assert session is not None
    field = open_editor(canvas)
    QTest.keyClicks(field, "Tarjous")
    other = QLineEdit(window)
    other.show()
    other.setFocus()
    QApplication.processEvents()
    assert name(session) == "Tarjous"


def test_the_field_s_own_menu_does_not_end_it(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    QTest.keyClicks(field, "Tarj")
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(field, QFocusEvent(kind, Qt.FocusReason.PopupFocusReason))
    QTest.keyClicks(field, "ous")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert name(canvas.session) == "Tarjous"


def test_what_was_typed_is_kept_when_the_map_moves_under_it(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    QTest.keyClicks(field, "Tarjous")
    wheel(canvas, QPoint(400, 300), 2, CTRL)
    assert editor(canvas) is None
    assert name(canvas.session) == "Tarjous"


def test_a_second_rename_follows_the_first_at_once(canvas: MapCanvas) -> None:
    QTest.keyClicks(open_editor(canvas), "Tarjous")
    canvas.begin_rename("contract")
    clear_away()
    field = editor(canvas)
    assert field is not None
    assert field.toPlainText() == "Contract"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert editor(canvas) is None
    assert name(canvas.session) == "Tarjous"


def test_a_name_that_cannot_be_changes_nothing(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    field.setPlainText("x" * 500)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert name(canvas.session) == "Offer"
    assert not canvas.session.modified


def test_lines_in_a_name_become_spaces(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    field.setPlainText("Two\nlines")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert name(canvas.session) == "Two lines"


def test_arrows_walk_along_the_touchpoints(canvas: MapCanvas) -> None:
    walked = []
    for _ in range(7):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        walked.append(canvas.session.selection)
    assert walked == [(key,) for key in (*order(canvas.session), "final", "final")]
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.session.selection == ("change",)


def test_alt_and_arrows_move_over_a_stage_s_border_and_back(canvas: MapCanvas) -> None:
    session = canvas.session
    start = session.project
    session.select(("contract",))
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT)
    assert session.project.journeys["journey"].stages["work"].touchpoints[0] == "contract"
    QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert session.project == start
    assert session.selection == ("contract",)
    for _ in range(9):
        QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert order(session)[0] == "contract"


def typed(canvas: MapCanvas, *words: str | Qt.Key) -> None:
    """Keys go to the field that is open, else to the canvas."""
    for word in words:
        target = editor(canvas) or canvas
        if isinstance(word, str):
            QTest.keyClicks(target, word)
        else:
            QTest.keyClick(target, word)


def test_a_map_is_typed_with_enter_and_tab(canvas: MapCanvas) -> None:
    session = canvas.session
    session.select((session.project.journeys["journey"].stage_order[-1],))
    enter, tab = Qt.Key.Key_Return, Qt.Key.Key_Tab
    typed(
        canvas, tab, "Aftercare", enter, "Call", enter, "First spring", tab, "Again", enter, "Once more", Qt.Key.Key_F1
    )
    typed(canvas, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    journey = session.project.journeys["journey"]
    stages = [
        (stage.name, [journey.touchpoints[key].name for key in stage.touchpoints]) for stage in journey.ordered_stages()
    ]
    assert stages[-2:] == [("Aftercare", ["Call", "First spring"]), ("Again", ["Once more"])]


def test_a_letter_begins_the_name_anew_and_shift_tab_goes_back(canvas: MapCanvas) -> None:
    canvas.session.select(("digging",))
    typed(canvas, "D", "ig", Qt.Key.Key_Backtab)
    journey = canvas.session.project.journeys["journey"]
    assert journey.touchpoints["digging"].name == "Dig"
    assert canvas.session.selection == (journey.stage_of("digging").id,)


def test_the_canvas_says_what_is_selected(canvas: MapCanvas) -> None:
    canvas.session.select(("digging",))
    assert "Digging" in canvas.accessibleDescription()
