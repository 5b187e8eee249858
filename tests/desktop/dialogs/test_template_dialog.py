"""Templates: begun with from the start screen and the menu, and made of a project."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.name_dialog import NameDialog
from journeymapper.desktop.dialogs.template_dialog import TemplateDialog
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from journeymapper.mapfiles.templates import templates
from tests.desktop.conftest import clear_away


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Saved templates go where no other test finds them."""
    folder = tmp_path / "templates"
    monkeypatch.setattr("journeymapper.mapfiles.templates.template_folder", lambda: folder)
    return folder


def press(parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def save_as(window: Window, name: str) -> NameDialog:
    window.menus.action("save-template").trigger()
    dialog = window.findChild(NameDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.clear()
    QTest.keyClicks(line, name)
    press(dialog, "name-take")
    return dialog


def test_every_template_stands_on_the_start_screen(empty_window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: empty_window.findChild(QPushButton, "template-renovation") is not None)
    for template in templates("en"):
        assert empty_window.findChild(QPushButton, f"template-{template.id}") is not None


def test_a_template_begins_a_project_without_a_file(empty_window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: empty_window.findChild(QPushButton, "template-renovation") is not None)
    press(empty_window, "template-renovation")
    session = empty_window.session
    assert session is not None
    assert session.path is None
    assert session.view.mode == "map"
    assert len(session.project.ordered_journeys()[0].ordered_touchpoints()) > 5


@pytest.mark.parametrize("code", ["en", "fi"])
def test_each_template_is_shown_with_its_map(empty_window: Window, code: str) -> None:
    empty_window.view = type(empty_window.view)(language=language(code))
    empty_window.menus.action("new-template").trigger()
    dialog = empty_window.findChild(TemplateDialog)
    assert dialog is not None
    listed = dialog.findChild(QListWidget)
    assert listed is not None
    assert [listed.item(row).text() for row in range(listed.count())] == [one.name for one in templates(code)]
    for row in range(listed.count()):
        listed.setCurrentRow(row)
        assert len([group for group in dialog._sheet.picture.groups if group.part == "card"]) > 5
    dialog.reject()


def test_a_project_becomes_a_template_and_begins_others(window: Window, own_folder: Path) -> None:
    save_as(window, "Our renovation")
    clear_away()
    assert window.findChild(NameDialog) is None
    assert [path.stem for path in own_folder.iterdir()] == ["our_renovation"]
    window.menus.action("new-template").trigger()
    dialog = window.findChild(TemplateDialog)
    assert dialog is not None
    listed = dialog.findChild(QListWidget)
    assert listed is not None
    listed.setCurrentRow(listed.count() - 1)
    press(dialog, "template-begin")
    clear_away()
    assert window.session is not None
    assert window.session.project.name == "Our renovation"
    assert window.session.project.client == ""
    assert not window.session.project.result_sets


def test_a_name_that_is_taken_is_refused_in_the_dialog(window: Window, own_folder: Path) -> None:
    save_as(window, "Our renovation")
    clear_away()
    dialog = save_as(window, "Our renovation")
    assert dialog.isVisible()
    assert "There is a template Our renovation already." in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.reject()


def test_only_saved_templates_can_be_deleted(window: Window, own_folder: Path) -> None:
    save_as(window, "Our renovation")
    clear_away()
    window.menus.action("new-template").trigger()
    dialog = window.findChild(TemplateDialog)
    assert dialog is not None
    delete = dialog.findChild(QPushButton, "template-delete")
    listed = dialog.findChild(QListWidget)
    assert delete is not None
    assert listed is not None
    assert not delete.isVisible()
    count = listed.count()
    listed.setCurrentRow(count - 1)
    assert delete.isVisible()
    press(dialog, "template-delete")
    assert listed.count() == count - 1
    assert list(own_folder.iterdir()) == []
    dialog.reject()
