"""A map file before it is taken: what was read, what it would become, and what of it was not understood."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QProgressBar, QPushButton, QSplitter, QVBoxLayout, QWidget

from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.desktop.entry.map_reading import Drawn
from journeymapper.desktop.entry.map_tree import MapTree
from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language
from journeymapper.language.map_counts import map_counts
from journeymapper.model.messages import Message

MAP_AND_ACCOUNT = (420, 130)


class MapPreview(QWidget):
    """`sheet_chosen` carries the name of another sheet of a workbook."""

    sheet_chosen = Signal(str)
    chosen_changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._drawn = Drawn()
        text = language.text
        self._file = plain_label("", "heading")
        self._said = plain_label("", "quiet")
        self._said.setObjectName("map-said")
        self._said.setWordWrap(True)
        self._sheet = CalmBox()
        self._sheet.setObjectName("map-sheet")
        self._sheet.setAccessibleName(text("Sheet"))
        self._sheet.activated.connect(lambda _: self.sheet_chosen.emit(self._sheet.currentText()))
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(text("Reading…"))
        self._tree = MapTree(language)
        self._tree.chosen_changed.connect(self._show_counts)
        self._account = QPlainTextEdit()
        self._account.setObjectName("map-account")
        self._account.setReadOnly(True)
        self._account.setTabChangesFocus(True)
        self._all = self._ticking("map-all", text("Tick all"), ticked=True)
        self._none = self._ticking("map-none", text("Tick none"), ticked=False)
        self._lay_out()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places of the journeys that are wanted."""
        return self._tree.chosen

    def _ticking(self, name: str, words: str, *, ticked: bool) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setProperty("look", "link")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: self._tree.tick(ticked=ticked))
        return button

    def _lay_out(self) -> None:
        words = self._language.text("What was not understood, or is kept otherwise")
        self._account.setAccessibleName(words)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 8, 0, 0)
        below.addWidget(plain_label(words, "caption"))
        below.addWidget(self._account, 1)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self._tree)
        self._parts.addWidget(self._below)
        self._parts.setStretchFactor(0, 1)
        self._parts.setSizes(list(MAP_AND_ACCOUNT))
        head, counts = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._file, 1)
        head.addWidget(self._sheet)
        counts.addWidget(self._said, 1)
        counts.addWidget(self._all)
        counts.addWidget(self._none)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addLayout(counts)
        rows.addWidget(self._busy)
        rows.addWidget(self._parts, 1)
        rows.addStretch()

    def show_reading(self, file: str) -> None:
        """A file is being read; nothing is known of it yet."""
        self._drawn = Drawn()
        self._file.setText(file)
        self._sheet.hide()
        self._show(self._language.text("Reading…"))

    def show_busy(self, busy: bool) -> None:
        """Whether something is being done with the file."""
        self._busy.setVisible(busy)
        self._tree.setEnabled(not busy)

    def show_drawn(self, drawn: Drawn) -> None:
        """What a file would become, or why it is no map."""
        self._drawn = drawn
        self._sheet.clear()
        self._sheet.addItems(list(drawn.sheets))
        self._sheet.setCurrentText(drawn.sheet)
        self._sheet.setVisible(len(drawn.sheets) > 1)
        if drawn.refusal is not None:
            self.refuse(drawn.refusal)
            return
        self._tree.show_rows(drawn.rows, drawn.likely)
        self._account.setPlainText("\n".join(map(self._language.message, drawn.reading.account)))
        self._below.setVisible(bool(drawn.reading.account))
        self._show_counts()

    def refuse(self, message: Message) -> None:
        """Why nothing can be made of it."""
        self._show(self._language.message(message), look="error")

    def _show_counts(self) -> None:
        project = self._drawn.project
        if project is not None:
            journeys = [project.journey_order[place] for place in self.chosen]
            self._show(map_counts(self._language, project, journeys), map_shown=True)
        self.chosen_changed.emit()

    def _show(self, said: str, *, look: str = "quiet", map_shown: bool = False) -> None:
        self._said.setProperty("look", look)
        self._said.style().polish(self._said)
        self._said.setText(said)
        self._parts.setVisible(map_shown)
        for button in (self._all, self._none):
            button.setVisible(map_shown and len(self._drawn.rows) > 1)
