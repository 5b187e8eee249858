"""A user who does anything at all: seeded, so that what is found can be found again."""

from collections.abc import Callable
from random import Random

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton, QTreeWidget, QWidget

from journeymapper.desktop.panels.outline import ID
from journeymapper.desktop.window import Window

NOT_TOUCHED = {
    "new", "open", "save", "save-as", "revert", "import", "export-report", "export-as", "print", "start-page",
    "quit", "preferences", "guide", "shortcuts", "log-folder", "diagnostics", "about", "present", "present-here",
    "full-screen", "new-template", "save-template", "snapshots", "copy-picture",
    "share-copy",
}  # fmt: skip
REBUILDING = ("theme-", "language-")
GROWING = {"duplicate", "paste"}
BUTTONS = (Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.MiddleButton,)
MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 6, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape,
    Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Plus, Qt.Key.Key_Minus,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_A, Qt.Key.Key_Backspace,
)  # fmt: skip
WORDS = ("Visit", "Ä <b>&amp;</b>", "x", "Yhteydenotto asiakkaaseen", "   ", "7", "a" * 60)


class RandomUser:
    """Does one thing after another in a window that has a project open."""

    def __init__(self, window: Window, seed: int) -> None:
        self._window = window
        self._chance = Random(seed)
        self.done: list[str] = []
        self._ways: list[Callable[[], str]] = [
            *[self._mouse] * 6, *[self._drag] * 4, *[self._key] * 6, *[self._wheel] * 3, *[self._menu] * 8,
            *[self._type] * 3, *[self._undo_or_redo] * 3, *[self._pick_in_tree] * 2, self._choose, self._press,
            self._resize,
        ]  # fmt: skip

    def act(self, times: int) -> None:
        """Do so many things; the last ones are kept in `done` for whoever looks for the cause."""
        for _ in range(times):
            way = self._chance.choice(self._ways)
            self.done = [*self.done[-30:], way.__name__]
            self.done[-1] = f"{way.__name__} {way()}"
            QCoreApplication.processEvents()
            self._close_what_opened()

    def _close_what_opened(self) -> None:
        """Menus and dialogs are for other tests."""
        opened = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if opened is not None:
            opened.close()

    @property
    def _large(self) -> bool:
        """Whether the map has become so large that doubling it would take for ever."""
        session = self._window.session
        return session is not None and sum(len(one.touchpoints) for one in session.project.journeys.values()) > 30

    @property
    def _canvas(self) -> QWidget:
        return self._window.canvas

    def _place(self) -> QPoint:
        canvas = self._canvas
        return QPoint(self._chance.randrange(max(canvas.width(), 1)), self._chance.randrange(max(canvas.height(), 1)))

    def _mouse(self) -> str:
        place, button, keys = self._place(), self._chance.choice(BUTTONS), self._chance.choice(MODIFIERS)
        act = self._chance.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        act(self._canvas, button, keys, place)
        if act is QTest.mouseDClick:
            QTest.mouseRelease(self._canvas, button, keys, place)
        return f"{act.__name__} {place.toTuple()}"

    def _drag(self) -> str:
        """Now and then given up, now and then with something else done in its middle."""
        start, end, button = self._place(), self._place(), self._chance.choice(BUTTONS)
        QTest.mousePress(self._canvas, button, self._chance.choice(MODIFIERS), start)
        for share in (0.2, 0.5, 0.8, 1.0):
            QTest.mouseMove(self._canvas, start + (end - start) * share)
            if self._chance.random() < 0.2:
                QCoreApplication.processEvents()
        if self._chance.random() < 0.15:
            QTest.keyClick(self._canvas, Qt.Key.Key_Escape)
        elif self._chance.random() < 0.1:
            self._undo_or_redo()
        QTest.mouseRelease(self._canvas, button, Qt.KeyboardModifier.NoModifier, end)
        return f"{start.toTuple()} {end.toTuple()}"

    def _key(self) -> str:
        """To the canvas, or to whatever has the keyboard."""
        focused = QApplication.focusWidget()
        target = self._canvas if focused is None or self._chance.random() < 0.6 else focused
        key, keys = self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        QTest.keyClick(target, key, keys)
        return f"{key.name} {type(target).__name__}"

    def _wheel(self) -> str:
        place, steps = QPointF(self._place()), self._chance.randint(-4, 4)
        event = QWheelEvent(
            place, QPointF(self._canvas.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton, self._chance.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self._canvas, event)
        return str(steps)

    def _menu(self) -> str:
        held = [action for action in self._window.findChildren(QAction) if action.objectName() and action.isEnabled()]
        held = [action for action in held if not action.text().endswith("…")]  # those open a window of their own
        names = sorted({action.objectName() for action in held} - NOT_TOUCHED)
        names = [name for name in names if name not in GROWING or not self._large]
        name = self._chance.choice([name for name in names if _is_of_the_window(self._window, name)])
        if name.startswith(REBUILDING) and self._chance.random() < 0.7:
            return "nothing"  # each costs as much as a hundred other things
        self._window.menus.action(name).trigger()
        return name

    def _type(self) -> str:
        """Into the field over the map, if one is open; most often to its end."""
        field = self._canvas.findChild(QPlainTextEdit)
        if field is None or not field.isVisible():
            return "nothing"
        words = self._chance.choice(WORDS)
        field.setPlainText(words)
        if self._chance.random() < 0.8:
            QTest.keyClick(field, self._chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        return words

    def _undo_or_redo(self) -> str:
        name = self._chance.choice(("undo", "undo", "redo"))
        action = self._window.menus.action(name)
        if action.isEnabled():
            action.trigger()
        return name

    def _pick_in_tree(self) -> str:
        tree = self._window.findChild(QTreeWidget, "outline")
        assert tree is not None
        tops = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
        item = self._chance.choice(tops)
        if item is not None and item.childCount() and self._chance.random() < 0.7:
            item = item.child(self._chance.randrange(item.childCount()))
        if item is None:
            return "nothing"
        item.setExpanded(self._chance.random() < 0.8)
        key = str(item.data(0, ID))
        tree.setCurrentItem(item)
        return key

    def _choose(self) -> str:
        names = ("choose-journey", "choose-wave", "choose-segment")
        box = self._window.findChild(QComboBox, self._chance.choice(names))
        assert box is not None
        index = self._chance.randrange(box.count()) if box.count() else -1
        box.setCurrentIndex(index)
        box.activated.emit(index)
        return f"{box.objectName()} {index}"

    def _press(self) -> str:
        name = self._chance.choice(("mode-map", "mode-measure", "mode-results"))
        button = self._window.findChild(QPushButton, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return name

    def _resize(self) -> str:
        self._window.resize(self._chance.randint(700, 1700), self._chance.randint(500, 1000))
        return str(self._window.size().toTuple())


def _is_of_the_window(window: Window, name: str) -> bool:
    try:
        window.menus.action(name)
    except KeyError:
        return False
    return True
