"""A facilitator with a keyboard and a mouse and nothing else; every key and click is counted."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.desktop.window import Window
from tests.desktop.editing.hands import LEFT, NONE, drag, middle


class Facilitator:
    """Works in a window; `keys` and `clicks` say how much work it was."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.keys = 0
        self.clicks = 0

    def types(self, words: str) -> None:
        """Letter by letter, into whatever has the keyboard."""
        for letter in words:
            self.keys += 1
            QTest.keyClicks(self._focus, letter)

    def presses(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """One key, perhaps with another held, some times."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self._focus, key, keys)
            QApplication.processEvents()

    def clicks_on(self, name: str, part: str = "card") -> None:
        """A click on what the map shows under a name."""
        self.clicks += 1
        QTest.mouseClick(self._window.canvas, LEFT, NONE, middle(self._window.canvas, self.id_of(name), part))

    def drags(self, name: str, to: str, offset: int, part: str = "card") -> None:
        """A card to a place beside another one; the offset is in pixels from its middle."""
        self.clicks += 1
        canvas = self._window.canvas
        drag(canvas, middle(canvas, self.id_of(name), part), middle(canvas, self.id_of(to)) + QPoint(offset, 0))

    def parks(self, name: str) -> None:
        """A card to the foot of the map."""
        self.clicks += 1
        canvas = self._window.canvas
        drag(canvas, middle(canvas, self.id_of(name)), QPoint(canvas.width() // 2, canvas.height() - 8))

    def id_of(self, name: str) -> str:
        """The stage or touchpoint of a name: there is only one."""
        assert self._window.session is not None
        journey = self._window.session.project.journeys[self._window.session.view.journey]
        stages = [one.id for one in journey.stages.values() if one.name == name]
        (found,) = stages + [one.id for one in journey.touchpoints.values() if one.name == name]
        return found

    @property
    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window.canvas
