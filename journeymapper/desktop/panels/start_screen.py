"""What stands where no document is open: begin, go on, or look at a sample."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journeymapper.desktop.first_paint import after_paint
from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.language.language import Language

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

SAMPLES = Path(__file__).parents[3] / "sample_projects"
RECENT_SHOWN = 6
TEMPLATES_SHOWN = 12


class StartScreen(QWidget):
    """Signals what was chosen; opening is the window's."""

    new_requested = Signal()
    browse_requested = Signal()
    open_requested = Signal(object)
    sample_requested = Signal(object)
    template_requested = Signal(object)
    map_requested = Signal()

    def __init__(self, language: Language, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        text = language.text
        page = QGridLayout(self)
        page.setRowStretch(0, 1)
        page.setRowStretch(2, 2)
        page.setColumnStretch(0, 1)
        page.setColumnStretch(2, 1)
        column = QVBoxLayout()
        column.setSpacing(18)
        page.addLayout(column, 1, 1)
        column.addWidget(plain_label(text("Journey Mapper"), "title"))
        words = text("Draw the journey, design the measurement, see the results, act.")
        column.addWidget(plain_label(words, "quiet"))
        cards = QGridLayout()
        cards.setSpacing(16)
        column.addLayout(cards)
        cards.addWidget(self._begin_card(), 0, 0)
        cards.addWidget(self._recent_card(recent), 0, 1)
        cards.addWidget(self._sample_card(), 0, 2)
        cards.addWidget(self._template_card(), 1, 0, 1, 3)
        hint = plain_label(text("A project, a map file or a result file can be dropped on this window."), "quiet")
        column.addWidget(hint)

    def _begin_card(self) -> QFrame:
        text = self._language.text
        card, column = _card(text("Begin"))
        new = _button(text("New project"), "start-new")
        new.setProperty("look", "primary")
        new.clicked.connect(lambda _checked=False: self.new_requested.emit())
        browse = _button(text("Open…"), "start-open")
        browse.clicked.connect(lambda _checked=False: self.browse_requested.emit())
        from_map = _button(text("From a map file…"), "start-map")
        set_plain_tip(
            from_map, text("A table, PowerPoint, Mermaid, Markdown, draw.io, CJML, Experience Notation, text")
        )
        from_map.clicked.connect(lambda _checked=False: self.map_requested.emit())
        for button in (new, browse, from_map):
            column.addWidget(button)
        column.addStretch(1)
        return card

    def _recent_card(self, recent: Sequence[Path]) -> QFrame:
        text = self._language.text
        card, column = _card(text("Recent projects"))
        self.recent = [path for path in recent if path.is_file()][:RECENT_SHOWN]
        for path in self.recent:
            button = self._link(path.stem, path)
            button.clicked.connect(lambda _checked=False, chosen=path: self.open_requested.emit(chosen))
            column.addWidget(button)
        if not self.recent:
            column.addWidget(_wrapped(text("Projects that you save are listed here.")))
        column.addStretch(1)
        return card

    def _sample_card(self) -> QFrame:
        text = self._language.text
        card, column = _card(text("Samples"))
        for name, words in sample_names(self._language):
            button = self._link(words, SAMPLES / name)
            button.clicked.connect(lambda _checked=False, chosen=SAMPLES / name: self.sample_requested.emit(chosen))
            column.addWidget(button)
        column.addStretch(1)
        return card

    def _template_card(self) -> QFrame:
        card, column = _card(self._language.text("Begin from a template"))
        self._templates = QGridLayout()
        self._templates.setHorizontalSpacing(8)
        column.addLayout(self._templates)
        return card

    def showEvent(self, event: "QShowEvent") -> None:
        """The templates are read once the screen is seen."""
        super().showEvent(event)
        if not self._templates.count():
            after_paint(self, self._add_templates)

    def _add_templates(self) -> None:
        from journeymapper.mapfiles.templates import templates

        for place, template in enumerate(templates(self._language.code)[:TEMPLATES_SHOWN]):
            button = self._link(template.name, template.path)
            button.setObjectName(f"template-{template.id}")
            set_plain_tip(button, template.description)
            button.clicked.connect(lambda _checked=False, chosen=template: self.template_requested.emit(chosen))
            self._templates.addWidget(button, place // 3, place % 3)

    def _link(self, words: str, path: Path) -> QPushButton:
        button = _button(words, f"start-{path.stem}")
        button.setProperty("look", "row")
        set_plain_tip(button, str(path))
        return button


def sample_names(language: Language) -> list[tuple[str, str]]:
    """The samples' files and what they are called, those of the reader's language first."""
    samples = [
        ("drainage_renovation.jmap", language.text("Drainage renovation (English)")),
        ("salaojaremontti.jmap", language.text("Drainage renovation (Finnish)")),
        ("airport_passengers.jmap", language.text("Airport passengers, San Francisco")),
    ]
    return samples if language.code == "en" else [samples[1], samples[0], samples[2]]


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("look", "card")
    card.setMinimumWidth(card.fontMetrics().averageCharWidth() * 34)
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 16, 18, 16)
    column.setSpacing(8)
    column.addWidget(plain_label(title, "heading"))
    return card, column


def _button(words: str, name: str) -> QPushButton:
    button = QPushButton(words.replace("&", "&&"))
    button.setObjectName(name)
    button.setAccessibleName(words)
    return button


def _wrapped(words: str) -> QLabel:
    label = plain_label(words, "quiet")
    label.setWordWrap(True)
    return label
