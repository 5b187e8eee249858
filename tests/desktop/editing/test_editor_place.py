"""Where the field for a name stands: over its card, on the map, and not over the figures below the name."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from journeymapper.desktop.window import Window
from tests.desktop.conftest import clear_away


@pytest.mark.parametrize("size", [(1400, 900), (760, 500)])
@pytest.mark.parametrize("key", ["offer", "digging"])
def test_a_name_is_edited_where_all_of_it_is_seen(window: Window, size: tuple[int, int], key: str) -> None:
    session = window.session
    assert session is not None
    window.resize(*size)
    session.look(mode="results")
    clear_away()
    canvas = window.canvas
    canvas.begin_rename(key)
    field = canvas.findChild(QPlainTextEdit)
    assert field is not None
    assert canvas.rect().contains(field.geometry())
    assert field.height() <= 5 * field.fontMetrics().lineSpacing()
    card = next(group for group in canvas.picture.groups if group.owner == key and group.part == "card")
    x, y = canvas.viewport_now.to_widget(card.x + card.width / 2, card.y + 2)
    assert abs(field.geometry().center().x() - x) < field.width()
    assert abs(field.geometry().top() - y) < field.height()
