"""The inspector: a page for what is selected, on which everything about it can be read and changed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.naming import name_of
from journeymapper.desktop.session import Session


class Inspector(QWidget):
    """Shows the first selected element; the project where nothing is selected."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("inspector")
        self.setProperty("look", "side")
        self._title = plain_label("", "title")
        self._title.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addStretch(1)
        session.changed.connect(lambda *_: self._refresh())
        session.selected.connect(lambda *_: self._refresh())
        self._refresh()

    def reveal_results(self) -> None:
        """Show the Results tab."""

    def _refresh(self) -> None:
        session = self._session
        shown = next(iter(session.selection), session.project.id)
        self._title.setText(name_of(session.project, shown) or session.project.name)
