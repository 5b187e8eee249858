"""The dialogs of the Help menu use the room that they have."""

from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.help import about, shortcuts
from journeymapper.language.language import language


def test_the_table_of_keys_fills_its_dialog(qtbot: QtBot) -> None:
    dialog = shortcuts(language("en"), [(f"Command {number}", f"Ctrl+{number}") for number in range(40)])
    qtbot.addWidget(dialog)
    dialog.show()
    (table,) = dialog.findChildren(QTableWidget)
    assert table.height() > 0.75 * dialog.height()
    assert table.rowCount() > 40


def test_about_is_as_high_as_its_words(qtbot: QtBot) -> None:
    dialog = about(language("fi"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() < 300
