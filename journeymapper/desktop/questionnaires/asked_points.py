"""Which points a questionnaire asks, and in which order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.inspector.naming import words_of
from journeymapper.language.language import Language
from journeymapper.language.question_texts import asked_text
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire

ID = Qt.ItemDataRole.UserRole


class AskedPoints(QWidget):
    """The points in the order of asking, ticked, above those that it does not ask; signals the new order."""

    chosen = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._filling = False
        self._list = QListWidget()
        self._list.setObjectName("asked-points")
        self._list.setAccessibleName(language.text("What it asks"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemChanged.connect(lambda _item: self._tell())
        self._list.currentRowChanged.connect(lambda _row: self._enable())
        self._up = push_button("asked-up", language.text("Ask earlier"), lambda: self._move(-1), look="small")
        self._down = push_button("asked-down", language.text("Ask later"), lambda: self._move(1), look="small")
        row = QHBoxLayout()
        row.addWidget(self._up)
        row.addWidget(self._down)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addLayout(row)

    def show_points(self, project: Project, one: Questionnaire | None, *, read_only: bool) -> None:
        """Show what a questionnaire asks, keeping the row that was current."""
        current = self._current()
        asked = list(one.points) if one else []
        others = [key for key in project.point_order if key not in asked]
        code = project.language
        self._filling = True
        self._list.clear()
        for key in (*asked, *others) if one else ():
            item = QListWidgetItem(
                f"{words_of(project, key, self._language)}\n{asked_text(project, project.points[key], code)}"
            )
            item.setData(ID, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in asked else Qt.CheckState.Unchecked)
            self._list.addItem(item)
            if key == current:
                self._list.setCurrentItem(item)
        self._filling = False
        self.setEnabled(one is not None and not read_only)
        self._enable()

    def ticked(self) -> tuple[str, ...]:
        """The ids of the ticked points from above."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return tuple(str(item.data(ID)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _current(self) -> str:
        item = self._list.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def _move(self, step: int) -> None:
        keys, key = list(self.ticked()), self._current()
        if key in keys:
            place = keys.index(key)
            keys.insert(max(0, min(len(keys) - 1, place + step)), keys.pop(place))
            self.chosen.emit(tuple(keys))

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.ticked())

    def _enable(self) -> None:
        keys, key = self.ticked(), self._current()
        self._up.setEnabled(key in keys and keys.index(key) > 0)
        self._down.setEnabled(key in keys and keys.index(key) < len(keys) - 1)
