"""The comparison: choose what with, look through the differences on both maps, take over what is ticked."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.compare.listing import DifferenceList
from journeymapper.desktop.compare.maps import MapPair
from journeymapper.desktop.compare.versions import Offer, Version, from_file, offers
from journeymapper.desktop.dialogs.room import resize_within_screen
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.session import Session
from journeymapper.model.compare import compare, take_over, turned
from journeymapper.model.difference import Difference
from journeymapper.model.find import holding_journey
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

PATTERNS = "Journey Mapper (*.jmap *.json)"
OTHER_FILE = "file"
SIZE = (1360, 860)


class CompareDialog(QDialog):
    """Nothing is taken over until the button is pressed; then it is one step of undo."""

    def __init__(self, session: Session, asking: Asking, chosen: str = "", parent: QWidget | None = None) -> None:
        """`chosen` is the key of the offer to begin with; empty for the first."""
        super().__init__(parent)
        self._session = session
        self._asking = asking
        self._language = session.view.language
        self._offers: list[Offer] = offers(session)
        self._version: Version | None = None
        self._differences: list[Difference] = []
        self._told: list[Difference] = []
        self._back = False
        self._box = self._offer_box()
        self._list = DifferenceList(self._language)
        self._maps = MapPair(session.view)
        self._said, self._way, self._problem = (plain_label("", style) for style in ("quiet", "quiet", "error"))
        self._lay_out()
        self._list.shown.connect(self._reveal)
        self._list.ticked.connect(self._count_ticked)
        self._box.activated.connect(self._choose)
        session.changed.connect(self._compare)
        self.finished.connect(self.deleteLater)
        self._begin(chosen)

    @property
    def differences(self) -> list[Difference]:
        """What differs, from here to the other version."""
        return self._differences

    def compare_with(self, path: Path) -> None:
        """Compare with a project file; what cannot be opened is said."""
        self._load(Offer(OTHER_FILE, path.name, lambda: from_file(path)))

    # choosing

    def _begin(self, chosen: str) -> None:
        place = next((at for at, offer in enumerate(self._offers) if offer.key == chosen), 0)
        self._box.setCurrentIndex(place if self._offers else -1)
        if self._offers:
            self._load(self._offers[place])
        else:
            self._tell(back=False)

    def _choose(self, place: int) -> None:
        if place < len(self._offers):
            self._load(self._offers[place])
            return
        path = self._asking.open_path(self._language.text("Compare with"), PATTERNS)
        if path is not None:
            self.compare_with(path)

    def _load(self, offer: Offer) -> None:
        try:
            self._version = offer.load()
        except Refusal as refusal:
            self._version = None
            self._tell(back=False)
            self._problem.setText(self._language.message(refusal.message))
            return
        self._tell(back=self._version.earlier)

    def _tell(self, *, back: bool) -> None:
        """Compare, and tell it from the other version to the document where `back` is wanted."""
        self._back = back
        text = self._language.text
        way = text("→ leads from the other one to here.") if back else text("→ leads from here to the other one.")
        self._way.setText(way)
        self._maps.put_first(there=back)
        self._compare()

    # comparing

    def _compare(self, *_: object) -> None:
        version = self._version
        self._problem.setText("")
        found = [] if version is None else compare(self._session.project, version.project)
        self._differences = [one for one in found if version is None or one.field not in version.left]
        self._told = turned(self._differences, self._session.project) if self._back else self._differences
        self._list.fill(self._told, back=self._back)
        self._said.setText(self._summary())
        self._show_maps(self._session.view.journey)

    def _summary(self) -> str:
        if self._version is None:
            return self._language.text("Choose what to compare with.")
        if not self._differences:
            return self._language.text("There is no difference.")
        return self._language.plural("{n} difference", "{n} differences", len(self._differences))

    def _show_maps(self, here: str) -> None:
        project = self._session.project
        name = project.journeys[here].name if here in project.journeys else ""
        self._maps.here.show_words(" · ".join(filter(None, (self._language.text("Here"), name))))
        other = self._version.project if self._version is not None else project
        there = self._other_journey(here) if self._version is not None else ""
        self._maps.there.show_words(self._version.words if self._version is not None else "")
        self._maps.show_maps((project, other), (here, there), self._told)

    def _other_journey(self, here: str) -> str:
        """The id of a journey in the other version: the same one, else one of the same name, else the first."""
        version, project = self._version, self._session.project
        others = version.project.ordered_journeys() if version is not None else []
        if any(journey.id == here for journey in others):
            return here
        name = project.journeys[here].name if here in project.journeys else ""
        alike = next((journey.id for journey in others if journey.name == name), "")
        return alike or (others[0].id if others else "")

    def _reveal(self, place: int | None) -> None:
        if place is None:
            self._maps.reveal("", "")
            return
        difference = self._differences[place]
        here = "" if difference.kind == "added" else difference.old_element
        there = "" if difference.kind == "removed" else difference.element
        journey = _journey_of(self._session.project, here) if here else ""
        self._show_maps(journey or self._session.view.journey)
        self._maps.reveal(here, there)

    # taking over

    def _count_ticked(self, count: int) -> None:
        words = self._language.plural("Take over {n} difference", "Take over {n} differences", count)
        self._take.setText(words if count else self._language.text("Take over what is ticked"))
        self._take.setEnabled(bool(count) and not self._session.read_only)

    def _take_over(self) -> None:
        version, chosen = self._version, [self._differences[place] for place in self._list.chosen()]
        if version is None or not chosen:
            return
        self._session.bring(version.tallies, version.attachments)
        try:
            self._session.apply(
                Message("Take over differences"), lambda project: take_over(project, version.project, chosen)
            )
        except Refusal as refusal:
            self._problem.setText(self._language.message(refusal.message))

    # building

    def _lay_out(self) -> None:
        text = self._language.text
        self.setObjectName("compare")
        self.setWindowTitle(text("Compare"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setSizeGripEnabled(True)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._said)
        column.addWidget(self._list, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(self._maps)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        rows = QVBoxLayout(self)
        rows.addLayout(self._top_row())
        rows.addWidget(halves, 1)
        rows.addWidget(self._problem)
        rows.addLayout(self._buttons())
        resize_within_screen(self, SIZE)
        halves.setSizes([440, SIZE[0] - 440])

    def _top_row(self) -> QHBoxLayout:
        text = self._language.text
        label = QLabel(text("Compare with"))
        label.setBuddy(self._box)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._box)
        swap = push_button("compare-swap", text("Swap"), lambda: self._tell(back=not self._back))
        swap.setToolTip(plain_tip(text("Tell the differences the other way round")))
        row.addWidget(swap)
        row.addStretch(1)
        beside = push_button("compare-beside", text("Side by side"), self._turn)
        beside.setCheckable(True)
        row.addWidget(beside)
        row.addWidget(push_button("compare-larger", text("Larger"), lambda: self._maps.zoom(1.25)))
        row.addWidget(push_button("compare-smaller", text("Smaller"), lambda: self._maps.zoom(0.8)))
        return row

    def _buttons(self) -> QHBoxLayout:
        text = self._language.text
        self._take = push_button("compare-take", text("Take over what is ticked"), self._take_over, look="primary")
        self._take.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(self._way)
        row.addStretch(1)
        row.addWidget(push_button("compare-close", text("Close"), self.reject))
        row.addWidget(self._take)
        return row

    def _turn(self) -> None:
        vertical = self._maps.orientation() == Qt.Orientation.Vertical
        self._maps.setOrientation(Qt.Orientation.Horizontal if vertical else Qt.Orientation.Vertical)

    def _offer_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("compare-with")
        box.setAccessibleName(self._language.text("Compare with"))
        box.setMinimumWidth(box.fontMetrics().averageCharWidth() * 44)
        for offer in self._offers:
            box.addItem(offer.words, offer.key)
        box.addItem(self._language.text("Another file…"), OTHER_FILE)
        return box


def _journey_of(project: Project, element_id: str) -> str:
    if element_id in project.journeys:
        return element_id
    journey = holding_journey(project, element_id)
    return journey.id if journey is not None else ""
