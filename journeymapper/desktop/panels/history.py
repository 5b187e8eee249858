"""The history: every step of this session by its name; a click goes there."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeymapper.desktop.inspector.naming import words_of
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.session import Session
from journeymapper.model.element import Element
from journeymapper.model.history import History
from journeymapper.model.messages import Message
from journeymapper.model.places import IN_JOURNEY, IN_PROJECT, Place
from journeymapper.model.project import Project

STEPS_SHOWN = 200
LINES_HIGH = 9


class HistoryList(QWidget):
    """The steps from the oldest to the undone ones; the one that the document stands at is chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._first = 0
        text = session.view.language.text
        self._list = QListWidget()
        self._list.setObjectName("history")
        self._list.setAccessibleName(text("History"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(self.fontMetrics().lineSpacing() * LINES_HIGH * 4 // 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 4)
        column.addWidget(plain_label(text("History"), "caption"))
        column.addWidget(self._list)
        self._list.currentRowChanged.connect(self._go)
        session.changed.connect(self._refresh)
        self.hide()

    def showEvent(self, event: object) -> None:
        """Filled only while somebody looks."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self._refresh()

    def _go(self, row: int) -> None:
        if row >= 0:
            self._session.travel(self._first + row - len(self._session.history.past))

    def _refresh(self, *_: object) -> None:
        if not self.isVisible():
            return
        history, text = self._session.history, self._session.view.language.text
        here = len(history.past)
        steps = _steps(history)
        self._first = max(0, min(here, len(steps) + 1) - STEPS_SHOWN)
        self._list.blockSignals(True)
        self._list.clear()
        for place in range(self._first, len(steps) + 1):
            words = self._words(*steps[place - 1]) if place else text("As it was opened")
            item = QListWidgetItem(words)
            item.setToolTip(plain_tip(words))
            if place > here:
                item.setForeground(self.palette().placeholderText())
            self._list.addItem(item)
        self._list.setCurrentRow(here - self._first)
        self._list.blockSignals(False)

    def _words(self, name: Message, before: Project, after: Project) -> str:
        """The step's name and what it touched."""
        language = self._session.view.language
        touched = next(_touched(before, after), None)
        whose = words_of(*touched, language) if touched else ""
        return ": ".join(filter(None, (language.message(name), whose)))


def _steps(history: History) -> list[tuple[Message, Project, Project]]:
    """Name, project before and project after of every step, the undone ones last."""
    projects = [step.project for step in history.past] + [history.present] + [step.project for step in history.future]
    names = [step.name for step in (*history.past, *history.future)]
    return list(zip(names, projects[:-1], projects[1:], strict=True))


def _touched(before: Project, after: Project) -> Iterator[tuple[Project, str]]:
    """What a step added, then what it took away, then what it changed, each with the project that knows its name."""
    pairs: list[tuple[Element, Element, tuple[Place, ...]]] = [
        (old, after.journeys[key], IN_JOURNEY)
        for key, old in before.journeys.items()
        if key in after.journeys and after.journeys[key] is not old
    ]
    pairs.append((before, after, IN_PROJECT))
    differing = [found for old, new, places in pairs for place in places for found in _differing(old, new, place)]
    yield from ((after, key) for key, old, new in differing if old is None)
    yield from ((before, key) for key, old, new in differing if new is None)
    yield from ((after, key) for key, old, new in differing if old is not None and new is not None)


def _differing(old: Element, new: Element, place: Place) -> Iterator[tuple[str, Element | None, Element | None]]:
    before, after = place.elements(old), place.elements(new)
    if before is after:
        return
    for key, element in after.items():
        if before.get(key) is not element:
            yield key, before.get(key), element
    yield from ((key, element, None) for key, element in before.items() if key not in after)
