"""Find and replace from the keyboard: what is found is selected, replacing is one step of undo."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.find.bar import FindBar
from journeymapper.desktop.find.matches import Query, excerpt, matches
from journeymapper.desktop.reading_order import reading_order
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.places import every_element
from journeymapper.model.project import Project


def part(bar: FindBar, kind: type[QWidget], name: str) -> QWidget:
    found = bar.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def type_in(qtbot: QtBot, bar: FindBar, text: str, replacement: str = "") -> QLineEdit:
    line = part(bar, QLineEdit, "find-text")
    QTest.keyClicks(line, text)
    QTest.keyClicks(part(bar, QLineEdit, "find-replacement"), replacement)
    qtbot.waitUntil(lambda: bool(where(bar)) or not text)
    assert isinstance(line, QLineEdit)
    return line


def where(bar: FindBar) -> str:
    label = part(bar, QLabel, "find-where")
    assert isinstance(label, QLabel)
    return label.text()


def opened(window: Window) -> tuple[FindBar, Session]:
    window.menus.action("find").trigger()
    bar = window.findChild(FindBar)
    assert bar is not None
    assert bar.isVisible()
    assert window.session is not None
    return bar, window.session


def press(bar: FindBar, name: str) -> None:
    button = part(bar, QPushButton, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_enter_walks_through_the_document_in_its_order_and_round(window: Window, qtbot: QtBot) -> None:
    bar, session = opened(window)
    line = type_in(qtbot, bar, "di")
    assert where(bar) == "1 time in 1 place"
    line.clear()
    type_in(qtbot, bar, "r")
    seen = []
    for _ in range(8):
        QTest.keyClick(line, Qt.Key.Key_Return)
        seen.append(session.selection[0])
    order = [match.element for match in matches(session.project, Query(text="r"))]
    assert seen == (order * 8)[:8]
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert session.selection == ((order * 8)[6],)


def test_replacing_everywhere_is_one_step(window: Window, qtbot: QtBot) -> None:
    bar, session = opened(window)
    before = session.project
    type_in(qtbot, bar, "o", "0")
    press(bar, "find-replace-all")
    journey = session.project.journeys["journey"]
    assert [touchpoint.name for touchpoint in journey.ordered_touchpoints()][:3] == ["0ffer", "C0ntract", "Digging"]
    assert len(session.history.past) == 1
    assert where(bar).startswith("Replaced ")
    session.undo()
    assert session.project is before


def test_what_would_be_replaced_is_counted_and_shown_before(window: Window, qtbot: QtBot) -> None:
    bar, session = opened(window)
    session.apply(Message("Rename"), lambda project: edits.change(project, "note", text="Offer an offer, OFFER"))
    line, button = type_in(qtbot, bar, "offer"), part(bar, QPushButton, "find-replace-all")
    assert isinstance(button, QPushButton)
    assert (where(bar), button.text()) == ("4 times in 2 places", "Replace all (4)")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(part(bar, QLineEdit, "find-replacement"), "quote")
    qtbot.waitUntil(lambda: "→" in where(bar))
    assert where(bar).endswith("“Offer” → “Quote”")
    press(bar, "find-replace-all")
    assert session.project.notes["note"].text == "Quote an quote, QUOTE"
    assert where(bar) == "Replaced 4 times in 2 places."
    assert (button.text(), button.isEnabled()) == ("Replace all", False)


def test_replacing_one_goes_on_to_the_next(window: Window, qtbot: QtBot) -> None:
    bar, session = opened(window)
    line = type_in(qtbot, bar, "contract", "Agreement")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert session.selection == ("contract",)
    session.apply(Message("Rename"), lambda project: edits.change(project, "change", name="Contract again"))
    press(bar, "find-replace")
    assert session.project.journeys["journey"].touchpoints["contract"].name == "Agreement"
    assert session.project.journeys["journey"].touchpoints["change"].name == "Contract again"
    assert session.selection == ("change",)
    press(bar, "find-replace")
    assert session.project.journeys["journey"].touchpoints["change"].name == "Agreement again"


def test_case_and_whole_words(window: Window, qtbot: QtBot) -> None:
    bar, session = opened(window)
    type_in(qtbot, bar, "offer")
    assert where(bar) == "1 time in 1 place"
    case = part(bar, QCheckBox, "find-case")
    assert isinstance(case, QCheckBox)
    case.click()
    assert where(bar) == "Not found."
    case.click()
    whole = part(bar, QCheckBox, "find-whole")
    assert isinstance(whole, QCheckBox)
    whole.click()
    assert where(bar) == "1 time in 1 place"
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Offerings"))
    qtbot.waitUntil(lambda: where(bar) == "Not found.")


def test_what_would_leave_a_name_blank_is_refused_in_a_sentence(window: Window, qtbot: QtBot) -> None:
    bar, session = opened(window)
    before = session.project
    type_in(qtbot, bar, "Contract")
    press(bar, "find-replace-all")
    assert session.project is before
    said = [label.text() for label in bar.findChildren(QLabel) if label.property("look") == "error"]
    assert said == ["A name cannot be blank."]


def test_esc_gives_the_keyboard_back_to_the_map(window: Window, qtbot: QtBot) -> None:
    bar, _ = opened(window)
    QTest.keyClick(part(bar, QLineEdit, "find-text"), Qt.Key.Key_Escape)
    assert bar.isHidden()
    qtbot.waitUntil(window.canvas.hasFocus)


def test_the_next_place_is_found_after_the_bar_was_closed(window: Window, qtbot: QtBot) -> None:
    bar, session = opened(window)
    type_in(qtbot, bar, "Digging")
    bar.close_bar()
    window.menus.action("find-next").trigger()
    assert bar.isVisible()
    assert session.selection == ("digging",)


def test_reading_order_has_every_element_once(project: Project) -> None:
    order = reading_order(project)
    assert len(order) == len(set(order))
    assert set(order) == {project.id, *(element.id for element in every_element(project))}
    assert order.index("digging") < order.index("note") < order.index("change")


def test_an_excerpt_shows_the_place_on_one_line() -> None:
    text = "a" * 50 + "\nfound here\n" + "b" * 50
    assert excerpt(text, Query(text="FOUND")) == "…" + "a" * 27 + " found here " + "b" * 22 + "…"
    assert excerpt("found", Query(text="Found", case=True)) == ""


def test_long_texts_never_make_the_window_wider(window: Window, qtbot: QtBot) -> None:
    bar, session = opened(window)
    session.apply(Message("Rename"), lambda project: edits.change(project, "note", text="Frost " + "and more " * 60))
    line = type_in(qtbot, bar, "frost")
    narrowest, before = window.minimumSizeHint().width(), window.width()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert where(bar).startswith("1 of 1")
    assert window.minimumSizeHint().width() <= narrowest
    assert window.width() == before
    label = part(bar, QLabel, "find-where")
    assert label.accessibleName().startswith(where(bar).removesuffix("…"))
    assert where(bar).endswith("…") == (label.toolTip() != "")
