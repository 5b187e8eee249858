"""A page of the mode: a title that says what was found, and what it rests on, below each other."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language


class ActPage(QScrollArea):
    """Subclasses lay themselves out in `build` and fill themselves in `fill`, which is called when they are seen."""

    def __init__(self, session: Session, jobs: Jobs, asking: Asking) -> None:
        super().__init__()
        self.session, self.jobs, self.asking = session, jobs, asking
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._stale = True
        inner = QWidget()
        inner.setProperty("look", "side")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(28, 22, 28, 28)
        self.column.setSpacing(10)
        self.title = plain_label("", "title")
        self.title.setWordWrap(True)
        self.sub = plain_label("", "quiet")
        self.sub.setWordWrap(True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.sub)
        self.build()
        self.column.addStretch(1)
        self.setWidget(inner)
        for signal in (session.changed, session.viewed, session.found):
            signal.connect(self._changed)

    @property
    def language(self) -> Language:
        """The window's language."""
        return self.session.view.language

    def build(self) -> None:
        """Lay out what does not change."""

    def fill(self) -> None:
        """Show what is known now."""

    def say(self, title: str, sub: str = "") -> None:
        """What was found, and what it is."""
        self.title.setText(title)
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))
        self.setAccessibleName(title)

    def heading(self, words: str) -> QLabel:
        """A heading in the page."""
        label = plain_label(words, "caption")
        self.column.addWidget(label)
        return label

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self._look()

    def _changed(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.fill()
