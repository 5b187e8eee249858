"""The map of the small project in a widget of its own."""

from collections.abc import Iterator

import pytest

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from tests.desktop.canvas.hands import (
    come_to_rest,
)
from tests.desktop.conftest import clear_away


@pytest.fixture
def canvas(session: Session) -> Iterator[MapCanvas]:
    """The map of the small project in a widget of its own, at rest."""
    made = MapCanvas(session)
    made.resize(1100, 760)
    made.show()
    made.setFocus()
    come_to_rest(made)
    yield made
    made.deleteLater()
    clear_away()


@pytest.fixture
def low(canvas: MapCanvas) -> MapCanvas:
    """The map in a widget that is lower than it."""
    canvas.resize(1100, 330)
    come_to_rest(canvas)
    return canvas
