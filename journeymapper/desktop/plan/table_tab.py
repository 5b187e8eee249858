"""A table of the plan with the buttons that belong to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.plan.columns import Column
from journeymapper.desktop.plan.grid_model import GridModel
from journeymapper.desktop.plan.grid_view import FilteredGrid
from journeymapper.desktop.session import Session
from journeymapper.model.project import Project

Buttons = Sequence[tuple[str, str, Callable[[], object]]]


class TableTab(QWidget):
    """The table, a line of what it shows as a whole, and buttons by name, words and handler."""

    def __init__(
        self,
        session: Session,
        asking: Asking,
        name: str,
        columns: Sequence[Column],
        keys: Callable[[Project], Sequence[str]],
        *,
        buttons: Buttons = (),
        say: Callable[[Project], str] | None = None,
    ) -> None:
        super().__init__()
        self._session, self._say = session, say
        self.grid = FilteredGrid(session, GridModel(session, asking, columns, keys, self), name)
        self.said: QLabel = plain_label(style="quiet")
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, 1)
        row = self.grid.row
        for key, words, pressed in buttons:
            button = QPushButton(words)
            button.setObjectName(key)
            button.setEnabled(not session.read_only)
            button.clicked.connect(lambda _checked=False, pressed=pressed: pressed())
            row.addWidget(button)
        row.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        session.selected.connect(self.grid.view.show_ids)
        self.refresh()

    def refresh(self) -> None:
        """The line below the table; the table looks after itself."""
        self.said.setText(self._say(self._session.project) if self._say else "")
