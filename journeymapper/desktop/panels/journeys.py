"""The list of journeys at the top left, each with how many of its touchpoints are certainly worse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.desktop.state_words import state_words
from journeymapper.model.journey import Journey


def told_apart(session: Session, journey: Journey) -> str:
    """A journey's name, with its state where another one has the same name."""
    alike = [one for one in session.project.journeys.values() if one.name == journey.name]
    return state_words(session.view.language, journey) if len(alike) > 1 else journey.name


class JourneyList(QWidget):
    """Choosing a journey shows its map."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        text = session.view.language.text
        self._list = QListWidget()
        self._list.setObjectName("journeys")
        self._list.setAccessibleName(text("Journeys"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 4)
        column.addWidget(plain_label(text("Journeys"), "caption"))
        column.addWidget(self._list)
        self._list.currentItemChanged.connect(self._chosen)
        session.changed.connect(self._refresh)
        session.viewed.connect(self._refresh)
        self._refresh()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) != self._session.view.journey:
            self._session.look(journey=item.data(Qt.ItemDataRole.UserRole))
            self._session.select((item.data(Qt.ItemDataRole.UserRole),))

    def _refresh(self, *_: object) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for journey in self._session.project.ordered_journeys():
            item = QListWidgetItem(" ".join(filter(None, (told_apart(self._session, journey), self._summary(journey)))))
            item.setData(Qt.ItemDataRole.UserRole, journey.id)
            self._list.addItem(item)
            if journey.id == self._session.view.journey:
                self._list.setCurrentItem(item)
        rows = min(max(self._list.count(), 1), 6)
        self._list.setFixedHeight(rows * max(self._list.sizeHintForRow(0), 24) + 6)
        self._list.blockSignals(False)

    def _summary(self, journey: Journey) -> str:
        """Results stay hidden while mapping: red numbers kill a workshop's conversation."""
        if not journey.mapped:
            return self._session.view.language.text("(not mapped yet)")
        if self._session.view.mode != "results":
            return ""
        rollup = self._session.rollup(journey.id)
        if not rollup.measured:
            return ""
        text = self._session.view.language.text
        sign, count = ("▼", rollup.worse) if rollup.worse else ("▲", rollup.better)
        return text("{sign} {count} of {measured}", sign=sign, count=count, measured=rollup.measured)
