"""For whom the map is shown: personas and channels to be looked at, and what is only assumed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.session import Session
from journeymapper.model.project import Channel, Persona

ID = Qt.ItemDataRole.UserRole
LINES_HIGH = 6


class LaneFilters(QWidget):
    """Ticks beside the personas and channels; nothing ticked is everything."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        text = session.view.language.text
        self._personas = self._list("filter-personas", text("Only for these personas"))
        self._channels = self._list("filter-channels", text("Only these channels"))
        self._assumed = QCheckBox(text("What do we only assume?"))
        self._assumed.setObjectName("only-assumed")
        self._assumed.toggled.connect(lambda on: session.look(assumptions=on))
        row = QHBoxLayout()
        for words, box in (
            (text("Only for these personas"), self._personas),
            (text("Only these channels"), self._channels),
        ):
            column = QVBoxLayout()
            column.addWidget(plain_label(words, "caption"))
            column.addWidget(box)
            row.addLayout(column)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(row)
        rows.addWidget(self._assumed)
        self.fill()

    def fill(self) -> None:
        """Show what there is and what is chosen."""
        project, view = self._session.project, self._session.view
        _fill(self._personas, project.persona_order, project.personas, view.personas)
        _fill(self._channels, project.channel_order, project.channels, view.channels)
        with QSignalBlocker(self._assumed):
            self._assumed.setChecked(view.assumptions)

    def _list(self, name: str, words: str) -> QListWidget:
        made = QListWidget()
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setSpacing(2)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMaximumHeight((made.fontMetrics().lineSpacing() + 8) * LINES_HIGH)
        made.itemChanged.connect(self._chosen)
        return made

    def _chosen(self, _item: QListWidgetItem) -> None:
        self._session.look(personas=_ticked(self._personas), channels=_ticked(self._channels))


def _fill(
    box: QListWidget, order: Sequence[str], known: Mapping[str, Persona] | Mapping[str, Channel], on: Sequence[str]
) -> None:
    with QSignalBlocker(box):
        box.clear()
        for key in order:
            item = QListWidgetItem(known[key].name)
            item.setToolTip(plain_tip(known[key].name))
            item.setData(ID, key)
            item.setCheckState(Qt.CheckState.Checked if key in on else Qt.CheckState.Unchecked)
            box.addItem(item)


def _ticked(box: QListWidget) -> tuple[str, ...]:
    items = [box.item(row) for row in range(box.count())]
    return tuple(item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked)
