"""Whoever has no mouse, or does not see the screen, gets everywhere: the keyboard's way and what is read out on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from journeymapper.desktop.inspector.inspector import Inspector
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from tests.desktop.conftest import clear_away

CONTROLS = (
    QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QAbstractItemView, QTabBar,
)  # fmt: skip
MODES = ("map", "measure", "results")


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def controls(window: QWidget) -> list[QWidget]:
    """What can be worked with and is seen, without the parts that Qt makes of one control."""
    found = [each for kind in CONTROLS for each in window.findChildren(kind) if each.isVisible() and each.isEnabled()]
    return [each for each in found if not isinstance(each.parentWidget(), CONTROLS)]


def tab_order(window: Window) -> list[QWidget]:
    """The widgets that Tab comes to, round the window."""
    order, here = [], window.nextInFocusChain()
    while here is not None and here is not window:
        order.append(here)
        here = here.nextInFocusChain()
    return [each for each in order if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


def described(each: QWidget) -> str:
    return f"{type(each).__name__} {each.objectName()} {getattr(each, 'text', str)()}".strip()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("chosen", ["offer", "P1", "journey", ""])
def test_tab_comes_to_every_control(window: Window, mode: str, chosen: str) -> None:
    session = session_of(window)
    session.look(mode=mode)
    session.select((chosen,) if chosen else ())
    clear_away()
    reached = {id(each) for each in tab_order(window)}
    proxies = {id(each.focusProxy()) for each in tab_order(window) if each.focusProxy() is not None}
    missed = [described(each) for each in controls(window) if id(each) not in reached | proxies]
    assert missed == []
    assert len(controls(window)) > 10
    assert id(window.canvas) in reached


@pytest.mark.parametrize("mode", MODES)
def test_every_control_says_what_it_is(window: Window, mode: str) -> None:
    session = session_of(window)
    session.look(mode=mode)
    session.select(("offer",))
    clear_away()
    read = {each: QAccessible.queryAccessibleInterface(each) for each in controls(window)}
    nameless = [described(each) for each, told in read.items() if not told.text(QAccessible.Text.Name).strip()]
    assert nameless == []


def test_the_way_leads_over_outline_map_and_inspector_and_back(window: Window) -> None:
    window.canvas.setFocus()
    came_to = []
    for _ in range(8):
        window.menus.action("next-panel").trigger()
        now = QApplication.focusWidget()
        assert now is not None
        came_to.append(now)
        if now is window.canvas:
            break
    assert came_to[-1] is window.canvas
    assert any(each.objectName() == "outline" for each in came_to)
    assert any(window.inspector.isAncestorOf(each) for each in came_to)


def test_a_field_of_the_inspector_is_read_with_its_label_its_text_and_its_fault(window: Window) -> None:
    session = session_of(window)
    session.select(("offer",))
    clear_away()
    field = next(each for each in window.inspector.findChildren(QLineEdit) if each.text() == "Offer")
    told = QAccessible.queryAccessibleInterface(field)
    assert told.role() == QAccessible.Role.EditableText
    assert told.text(QAccessible.Text.Name) == "Name"
    assert told.text(QAccessible.Text.Value) == "Offer"
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert told.text(QAccessible.Text.Description).strip()


def test_the_inspector_tells_where_one_is_before_it_tells_the_fields(window: Window) -> None:
    session = session_of(window)
    session.select(("offer",))
    clear_away()
    inspector = window.inspector
    assert isinstance(inspector, Inspector)
    words = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]
    assert words[0] == "Offer"
    bar = inspector.findChild(QTabBar, "inspector-tabs")
    assert bar is not None
    told = QAccessible.queryAccessibleInterface(bar)
    names = [told.child(place).text(QAccessible.Text.Name) for place in range(told.childCount())]
    assert names[:3] == ["Describe", "Measure", "Results"]


@pytest.mark.parametrize("mode", MODES)
def test_no_label_takes_words_for_markup(window: Window, mode: str) -> None:
    session = session_of(window)
    for chosen in ("offer", "P1", "journey", "project"):
        session.look(mode=mode)
        session.select((chosen,))
        clear_away()
        guessing = [
            label.text() for label in window.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText
        ]
        assert guessing == []


def test_the_start_screen_takes_no_words_for_markup_and_is_reached_by_tab(empty_window: Window) -> None:
    clear_away()
    labels = empty_window.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    reached = {id(each) for each in tab_order(empty_window)}
    assert [described(each) for each in controls(empty_window) if id(each) not in reached] == []
