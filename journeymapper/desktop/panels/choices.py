"""The row above the map: mode, journey, wave and segment, and the two things done most."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.desktop.panels.filters import Filters
from journeymapper.desktop.panels.journeys import told_apart
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model.project import Project
from journeymapper.picture.overlays.order import NAMES

LEAST_LETTERS = 12
OFFERED = ("journeys", "waves", "result_sets", "personas", "persona_order", "channels", "channel_order")


class ChoiceRow(QFrame):
    """What is looked at; every choice goes to the session's view and comes back from it."""

    import_requested = Signal()
    export_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._labels: dict[QComboBox, QLabel] = {}
        self.setProperty("look", "bar")
        self.setObjectName("choices")
        text = session.view.language.text
        self._places = QGridLayout(self)
        self._places.setContentsMargins(12, 8, 12, 8)
        self._places.setColumnStretch(2, 1)
        self._what, self._how, self._done = QWidget(), QWidget(), QWidget()
        self._row = _row(self._what)
        self._modes = self._mode_buttons()
        self._journey = self._choice("journey", text("Journey"), self._chose_journey)
        self._row = _row(self._how)
        self._filters = Filters(session)
        self._row.addWidget(self._filters)
        self._wave = self._choice("wave", text("Wave"), self._chose_wave)
        self._segment = self._choice("segment", text("Segment"), self._chose_segment)
        self._overlay = self._choice("overlay", text("Show"), self._chose_overlay)
        self._against = self._choice("against", text("Against"), self._chose_against)
        self._beside = self._choice("beside", text("By"), self._chose_beside)
        self._row.addStretch(1)
        self._row = _row(self._done)
        self._button("import-results", text("Import results…"), "", self.import_requested)
        self._button("export-report", text("Export PDF report"), "primary", self.export_requested)
        self._places.addWidget(self._what, 0, 0)
        self._places.addWidget(self._done, 0, 3)
        self._two_rows = True
        self._put_in_rows(two=False)
        session.changed.connect(self._document_changed)
        session.viewed.connect(self._view_changed)
        self._refresh()

    def _mode_buttons(self) -> QButtonGroup:
        text = self._session.view.language.text
        group = QButtonGroup(self)
        joined = QHBoxLayout()
        joined.setSpacing(0)
        self._row.addLayout(joined)
        for mode, words in (
            ("map", text("Map")),
            ("measure", text("Measure")),
            ("results", text("Results")),
            ("act", text("Act")),
        ):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setObjectName(f"mode-{mode}")
            button.clicked.connect(lambda _checked=False, chosen=mode: self._session.look(mode=chosen))
            group.addButton(button)
            joined.addWidget(button)
        for end, edge in ((group.buttons()[0], "first"), (group.buttons()[-1], "last")):
            end.setProperty("edge", edge)
        self._row.addSpacing(12)
        return group

    def _choice(self, name: str, words: str, chosen: object) -> QComboBox:
        label = plain_label(words, "quiet")
        box = QComboBox()
        box.setObjectName(f"choose-{name}")
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        letter = box.fontMetrics().averageCharWidth()
        box.setMaximumWidth(letter * 34)
        box.setMinimumWidth(letter * LEAST_LETTERS)  # on a small screen a name is cut before the window grows too wide
        label.setBuddy(box)
        set_plain_tip(box, words)
        self._labels[box] = label
        box.activated.connect(chosen)
        self._row.addWidget(label)
        self._row.addWidget(box)
        return box

    def _button(self, name: str, words: str, look: str, signal: object) -> None:
        button = QPushButton(words)
        button.setObjectName(name)
        if look:
            button.setProperty("look", look)
        button.clicked.connect(lambda _checked=False: signal.emit())  # type: ignore[attr-defined]  # a bound signal
        self._row.addWidget(button)

    # what is chosen

    def _chose_journey(self, index: int) -> None:
        self._session.look(journey=self._journey.itemData(index))

    def _chose_wave(self, index: int) -> None:
        self._session.look(wave=self._wave.itemData(index) or None)

    def _chose_segment(self, index: int) -> None:
        self._session.look(segment=self._segment.itemData(index))

    def _chose_overlay(self, index: int) -> None:
        self._session.look(overlay=self._overlay.itemData(index))

    def _chose_against(self, index: int) -> None:
        self._session.look(against=self._against.itemData(index))

    def _chose_beside(self, index: int) -> None:
        self._session.look(beside=self._beside.itemData(index))

    # what is shown

    def _document_changed(self, old: Project, new: Project) -> None:
        if any(getattr(old, name) is not getattr(new, name) for name in OFFERED):
            self._refresh()

    def _view_changed(self, _old: View, _new: View) -> None:
        self._refresh()

    def _refresh(self) -> None:
        session, view = self._session, self._session.view
        text = view.language.text
        for button in self._modes.buttons():
            button.setChecked(button.objectName() == f"mode-{view.mode}")
        journeys = [(told_apart(session, journey), journey.id) for journey in session.project.ordered_journeys()]
        _offer(self._journey, journeys, view.journey)
        waves = [(text("Newest"), None), *((wave, wave) for wave in reversed(session.project.wave_order))]
        _offer(self._wave, waves, view.wave)
        segments = [
            (text("Everybody"), None),
            *((f"{name}: {value}", (name, value)) for name, value in session.segments()),
        ]
        _offer(self._segment, segments, view.segment)
        self._refresh_overlay()
        self._filters.refresh()
        for box in (self._wave, self._segment):
            box.setVisible(view.shows_figures)  # where no results are seen there is nothing to choose among them
        self._wave.setEnabled(len(waves) > 1)
        self._segment.setEnabled(len(segments) > 1)
        self._fit()

    def _refresh_overlay(self) -> None:
        """What is laid over the cards, and what that is compared with; in Results mode alone."""
        session, view = self._session, self._session.view
        language = view.language
        results = view.mode == "results"
        _offer(self._overlay, [(language.message(name), key) for key, name in NAMES.items()], view.overlay)
        others = [(wave, wave) for wave in reversed(session.project.wave_order) if wave != session.shown_wave()]
        _offer(self._against, others, view.against or session.wave_before())
        _offer(self._beside, [(name, name) for name in session.segment_names()], view.beside)
        self._overlay.setVisible(results)
        self._against.setVisible(results and view.overlay == "change" and bool(others))
        self._beside.setVisible(results and view.overlay == "segments")

    # how much room there is

    def minimumSizeHint(self) -> QSize:
        """Two rows without labels: the window may be made as narrow as that."""
        return QSize(self._needed(labelled=False, two=True), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow row becomes two; without room even so it has no labels, which tooltips and screen readers tell."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """What its parts need has changed: they may fit otherwise now."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        ways = ((True, False), (True, True), (False, True))
        fitting = (way for way in ways if self._needed(labelled=way[0], two=way[1]) <= self.width())
        labelled, two = next(fitting, ways[-1])
        for box, label in self._labels.items():
            label.setVisible(labelled and not box.isHidden())
        self._put_in_rows(two=two)

    def _needed(self, *, labelled: bool, two: bool) -> int:
        margins, spacing = self._places.contentsMargins(), self._places.spacing()
        what, how, done = (self._width(part, labelled) for part in (self._what, self._how, self._done))
        wide = max(what + spacing + done, how) if two else what + how + done + 2 * spacing
        return wide + margins.left() + margins.right()

    def _width(self, part: QWidget, labelled: bool) -> int:
        """How narrow a part can be with its labels or without them, whether they are there at the moment or not."""
        layout = part.layout()
        if layout is None:
            return 0
        others = [
            label.minimumSizeHint().width() + layout.spacing()
            for box, label in self._labels.items()
            if label.parentWidget() is part and not box.isHidden() and label.isHidden() == labelled
        ]
        return layout.minimumSize().width() + (sum(others) if labelled else -sum(others))

    def _put_in_rows(self, *, two: bool) -> None:
        """What is looked at stands beside the journey, or below where there is no room."""
        if two == self._two_rows:
            return
        self._two_rows = two
        self._places.removeWidget(self._how)
        self._places.addWidget(self._how, *((1, 0, 1, 4) if two else (0, 1, 1, 1)))


def _row(of: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(of)
    row.setContentsMargins(0, 0, 0, 0)
    return row


def _offer(box: QComboBox, items: Sequence[tuple[str, object]], chosen: object) -> None:
    """Fill a box; the chosen datum is selected without anybody being told."""
    box.clear()
    for words, datum in items:
        box.addItem(words, datum)
    box.setCurrentIndex(next((i for i, (_, datum) in enumerate(items) if datum == chosen), 0))
    measure = box.fontMetrics().horizontalAdvance
    box.setMinimumContentsLength(measure(box.currentText()) // measure("X") + 2)  # as wide as what is chosen
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + measure("XX"))
