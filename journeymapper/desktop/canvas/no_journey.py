"""What stands where the map would be while there is no journey: a way to begin one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session


class NoJourney(QWidget):
    """In the middle of the canvas; Enter on the empty canvas does the same as its button."""

    def __init__(self, session: Session, canvas: QWidget, add: Callable[[], object]) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        text = session.view.language.text
        self._button = QPushButton(text("Add a journey"))
        self._button.setObjectName("add-first-journey")
        self._button.clicked.connect(lambda _checked=False: add())
        column = QVBoxLayout(self)
        words = plain_label(text("There is no journey."), "heading")
        for part in (words, self._button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        canvas.installEventFilter(self)
        session.changed.connect(self._follow)
        session.viewed.connect(self._follow)
        self._follow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """It stays in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _follow(self, *_: object) -> None:
        empty = self._session.view.journey not in self._session.project.journeys
        self._button.setVisible(not self._session.read_only)
        if not empty and self._button.hasFocus():
            self._canvas.setFocus()
        self.setVisible(empty)
        self._place()

    def _place(self) -> None:
        self.adjustSize()
        self.move(self._canvas.rect().center() - self.rect().center())
