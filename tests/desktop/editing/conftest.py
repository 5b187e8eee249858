"""The map in a window, and hands to use it with."""

import pytest

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window


@pytest.fixture
def canvas(window: Window) -> MapCanvas:
    """The window's canvas."""
    return window.canvas


@pytest.fixture
def open_session(window: Window) -> Session:
    """The window's session."""
    assert window.session is not None
    return window.session
