"""For whom the map is shown is chosen above it; what is on is seen there and counted in the status line."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.elided_label import ElidedLabel
from journeymapper.desktop.panels.choices import ChoiceRow
from journeymapper.desktop.session import Edit, Session
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.project import Persona, Project


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def change(window: Window, edit: Edit) -> None:
    session_of(window).apply(Message("Rename"), edit)


@pytest.fixture
def two_personas(window: Window) -> Window:
    """The window with a second persona, who alone is concerned by the offer."""

    def edit(project: Project) -> Project:
        project = edits.add_persona(project, Persona(id="ville", name="Ville & Aino"))
        return edits.change(project, "offer", personas=("ville",), channels=("phone",))

    change(window, edit)
    session_of(window).look(mode="map")
    return window


def button(window: Window, kind: str) -> QToolButton:
    found = window.findChild(QToolButton, f"filter-{kind}-button")
    assert isinstance(found, QToolButton)
    return found


def chip(window: Window, what: str) -> QPushButton:
    found = window.findChild(QPushButton, f"chip-{what}")
    assert isinstance(found, QPushButton)
    return found


def offered(window: Window, kind: str) -> list[tuple[str, bool]]:
    menu = button(window, kind).menu()
    menu.aboutToShow.emit()
    return [(action.text(), action.isChecked()) for action in menu.actions() if not action.isSeparator()]


def tick(window: Window, kind: str, words: str) -> None:
    offered(window, kind)
    next(action for action in button(window, kind).menu().actions() if action.text() == words).trigger()


def counts(window: Window) -> str:
    label = window.statusBar().findChild(ElidedLabel, "status-counts")
    assert isinstance(label, ElidedLabel)
    return label.words


def test_a_persona_is_ticked_seen_counted_and_taken_off(two_personas: Window) -> None:
    window = two_personas
    assert button(window, "personas").text() == "Persona: All"
    assert chip(window, "personas").isHidden()
    assert offered(window, "personas") == [("All", True), ("Ritva", False), ("Ville && Aino", False)]
    tick(window, "personas", "Ritva")
    assert session_of(window).view.personas == ("ritva",)
    assert button(window, "personas").text() == "Persona: Ritva"
    assert counts(window).startswith("Ritva: 4 of 5 touchpoints")
    assert chip(window, "personas").isVisible()
    tick(window, "personas", "Ville && Aino")
    assert button(window, "personas").text() == "Persona: 2 of 2"
    assert offered(window, "personas") == [("All", False), ("Ritva", True), ("Ville && Aino", True)]
    tick(window, "personas", "Ritva")
    assert button(window, "personas").text() == "Persona: Ville & Aino"
    QTest.mouseClick(chip(window, "personas"), Qt.MouseButton.LeftButton)
    assert session_of(window).view.personas == ()
    assert chip(window, "personas").isHidden()
    assert "touchpoints     " in counts(window)
    assert " of 5" not in counts(window)


def test_channels_too_and_the_lanes_panel_follows(two_personas: Window) -> None:
    window = two_personas
    tick(window, "channels", "Phone")
    assert counts(window).startswith("Phone: 1 of 5 touchpoints")
    tick(window, "channels", "All")
    assert session_of(window).view.channels == ()


def test_the_question_is_seen_and_counted(two_personas: Window) -> None:
    window = two_personas
    assert chip(window, "assumptions").isHidden()
    change(window, lambda project: edits.change(project, "offer", doing="Reads", feeling=1))
    window.menus.action("assumptions").trigger()
    assert chip(window, "assumptions").isVisible()
    assert counts(window).startswith("2 of 2 claims are assumptions")
    QTest.keyClick(chip(window, "assumptions"), Qt.Key.Key_Space)
    assert not session_of(window).view.assumptions
    assert not window.menus.action("assumptions").isChecked()


def test_without_any_there_is_nothing_to_choose_among(window: Window) -> None:
    change(window, lambda project: edits.remove(project, "ritva"))
    assert button(window, "personas").isHidden()
    assert not button(window, "channels").isHidden()
    session_of(window).look(mode="act", channels=("phone",))
    assert button(window, "channels").isHidden()
    assert chip(window, "channels").isHidden()


def test_a_persona_removed_is_filtered_for_no_more(two_personas: Window) -> None:
    window = two_personas
    tick(window, "personas", "Ritva")
    change(window, lambda project: edits.remove(project, "ritva"))
    assert button(window, "personas").text() == "Persona: All"
    assert chip(window, "personas").isHidden()


@pytest.mark.parametrize("code", ["en", "fi"])
@pytest.mark.parametrize("width", [960, 1366, 1920])
def test_nothing_in_the_row_is_cut_however_wide_it_is(
    two_personas: Window, qtbot: QtBot, code: str, width: int
) -> None:
    window = two_personas
    window.resize(width, 700)
    session_of(window).look(mode="results", personas=("ville",), assumptions=True, language=language(code))
    QCoreApplication.processEvents()
    row = window.findChild(ChoiceRow)
    assert isinstance(row, ChoiceRow)
    words = (QAbstractButton, QLabel)
    qtbot.waitUntil(
        lambda: all(each.width() >= each.sizeHint().width() for each in shown(row) if isinstance(each, words))
    )
    assert window.width() == width
    assert all(row.rect().contains(place_in(each, row)) for each in shown(row))


def shown(row: ChoiceRow) -> list[QWidget]:
    return [each for each in row.findChildren(QWidget) if each.isVisible() and each.window() is row.window()]


def place_in(widget: QWidget, row: ChoiceRow) -> QRect:
    return QRect(widget.mapTo(row, QPoint(0, 0)), widget.size())
