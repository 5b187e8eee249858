"""The lanes panel: stays open beside the map, and every change is seen there at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.lanes.commands import LaneCommands
from journeymapper.desktop.lanes.filters import LaneFilters
from journeymapper.desktop.lanes.list import LaneList
from journeymapper.desktop.session import Session
from journeymapper.model.journey import OwnLaneKind

LETTERS_WIDE, LINES_HIGH = 62, 44


class LanesDialog(QDialog):
    """All lanes of the journey shown, lanes of the team's own, and for whom the map is shown."""

    def __init__(self, session: Session, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        text = session.view.language.text
        self.setObjectName("lanes-dialog")
        self.setWindowTitle(text("Lanes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = LaneCommands(session, asking)
        self.lanes = LaneList(self._commands, session.view.language)
        self.filters = LaneFilters(session)
        self._name, self._kind = QLineEdit(), QComboBox()
        self._build()
        session.changed.connect(self._fill)
        session.viewed.connect(self._fill)

    def _build(self) -> None:
        text, metrics = self._session.view.language.text, self.fontMetrics()
        rows = QVBoxLayout(self)
        rows.addWidget(self.lanes, 1)
        rows.addLayout(
            _row(
                push_button("lane-up", text("Up"), lambda: self.lanes.move_current(-1)),
                push_button("lane-down", text("Down"), lambda: self.lanes.move_current(1)),
                push_button("lanes-usual", text("Usual lanes"), self._commands.usual),
            )
        )
        rows.addWidget(plain_label(text("Add a lane of your own"), "caption"))
        self._name.setObjectName("own-lane-name")
        self._name.setAccessibleName(text("Name"))
        self._name.returnPressed.connect(self._add)
        self._kind.setObjectName("own-lane-kind")
        self._kind.setAccessibleName(text("Kind"))
        kinds: dict[OwnLaneKind, str] = {"text": text("Text"), "number": text("Number"), "rating": text("Rating 1–5")}
        for kind, words in kinds.items():
            self._kind.addItem(words, kind)
        rows.addLayout(_row(self._name, self._kind, push_button("add-own-lane", text("Add"), self._add)))
        rows.addWidget(self.filters)
        self.resize(metrics.averageCharWidth() * LETTERS_WIDE, metrics.lineSpacing() * LINES_HIGH)

    def _add(self) -> None:
        name = " ".join(self._name.text().split())
        if name and self._commands.add(name, self._kind.currentData()):
            self._name.clear()

    def _fill(self, *_: object) -> None:
        self.lanes.fill()
        self.filters.fill()


def _row(*widgets: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    for widget in widgets:
        made.addWidget(widget)
    return made
