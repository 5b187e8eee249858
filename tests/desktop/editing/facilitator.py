"""A facilitator with a keyboard and a mouse and nothing else; every key and click is counted."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from journeymapper.desktop.window import Window
from tests.desktop.editing.hands import LEFT, NONE, drag, group, middle, move, run


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
            if letter.isascii():
                QTest.keyClicks(self._focus, letter)
            else:  # QTest knows no keys of other letters
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self._focus, QKeyEvent(kind, 0, NONE, letter))

    def presses(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """One key, perhaps with another held, some times."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self._focus, key, keys)
            QApplication.processEvents()

    def clicks_on(self, name: str, part: str = "card", keys: Qt.KeyboardModifier = NONE) -> None:
        """A click on what the map shows under a name."""
        self.clicks += 1
        QTest.mouseClick(self._window.canvas, LEFT, keys, middle(self._window.canvas, self.id_of(name), part))

    def drags(self, name: str, to: str, offset: int, part: str = "card") -> None:
        """A card to a place beside another one; the offset is in pixels from its middle."""
        self.clicks += 1
        canvas = self._window.canvas
        canvas.reveal(self.id_of(name))  # nobody grabs what a heading covers
        drag(canvas, middle(canvas, self.id_of(name), part), middle(canvas, self.id_of(to)) + QPoint(offset, 0))

    def opens(self, name: str, lane: str) -> None:
        """A double click on what a lane says of a card or a stage, so that it can be written there."""
        self.clicks += 1
        canvas = self._window.canvas
        cell = canvas.sight.cells.of(self.id_of(name), lane)
        assert cell is not None, (name, lane)
        canvas.show_cell(cell)
        QTest.mouseDClick(canvas, LEFT, NONE, canvas.box(cell).center().toPoint())

    def opens_length(self, name: str) -> None:
        """A double click on how long a stage takes."""
        self.clicks += 1
        canvas = self._window.canvas
        owner = self.id_of(name)
        canvas.reveal(owner)
        QTest.mouseDClick(canvas, LEFT, NONE, middle(canvas, owner, "length"))

    def runs(self, command: str) -> None:
        """A command picked from the menu."""
        self.clicks += 1
        run(self._window, command)
        QApplication.processEvents()

    def links(self, name: str, to: str, kind: str) -> None:
        """A line drawn from a card's handle to another card, and its kind picked from the menu that opens."""
        self.clicks += 2
        canvas = self._window.canvas
        self.clicks_on(name)
        box = canvas.box(group(canvas, self.id_of(name)))
        start = QPoint(round(box.right()), round(box.center().y()))
        move(canvas, start)
        drag(canvas, start, middle(canvas, self.id_of(to)))
        menu = canvas.findChild(QMenu, "link-kinds")
        assert menu is not None
        next(action for action in menu.actions() if action.objectName() == f"kind-{kind}").trigger()
        menu.close()
        QApplication.processEvents()

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
