"""What can be chosen about a report: layout and sections, paper, how the map meets it, results, language and day."""

from datetime import date

import msgspec
from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from journeymapper.analysis.scoring import newest_wave
from journeymapper.desktop.dialogs.export_dialog.section_list import SectionList
from journeymapper.desktop.session import Session
from journeymapper.language.language import language
from journeymapper.report.order import MapMode, Order
from journeymapper.report.paper import SIZES
from journeymapper.report.sections import LAYOUTS, chosen_sections, layout_title

ROLLS = ("roll610", "roll914", "roll1067")
OWN = "own"
MODES: tuple[MapMode, ...] = ("break", "fit", "tile")


class ReportOptions(QWidget):
    """Signals each change; `order` is what is wanted now."""

    changed = Signal()

    def __init__(self, session: Session, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._language = session.view.language
        self._make_boxes(page)
        self._make_switches()
        self.sections = SectionList(self._language)
        self.sections.changed.connect(self._sections_chosen)
        self._lay_out()
        self.layout_chosen()
        self._map_mode_chosen()

    def order(self) -> Order:
        """Everything that was chosen."""
        day = self._day.date()
        names = self.sections.chosen()
        return Order(
            language=language(str(self._report_language.currentData())),
            date=date(day.year(), day.month(), day.day()),
            page=str(self._page.currentData()),
            landscape=self._turned.currentData() != "portrait",
            layout=self._layout_name(),
            sections=names if self._layout.currentData() == OWN else (),
            map=MODES[self._map.currentIndex()],
            tile=str(self._tile.currentData()),
            overlap=float(self._overlap.value()),
            wave=str(self._wave.currentData() or ""),
            compare=str(self._compare.currentData() or ""),
            segment=self._segments.get(int(self._segment.currentData() or -1)),
            mono=self._mono.isChecked(),
            embed=self._embed.isChecked(),
            remarks=self._remarks.isChecked(),
            safe=self._safe.isChecked(),
        )

    def refill(self, chosen: str) -> None:
        """The layouts anew, after the project got another one."""
        self._layout.blockSignals(True)
        self._layout.clear()
        for name, words in self._layouts().items():
            self._layout.addItem(words, name)
        self._layout.setCurrentIndex(max(0, self._layout.findData(chosen)))
        self._layout.blockSignals(False)
        self.layout_chosen()

    # putting together

    def _make_boxes(self, page: str) -> None:
        text, project = self._language.text, self._session.project
        self._layout = self._box("layout", text("Layout"), self._layouts(), "full")
        papers = {name: name for name in SIZES} | {name: self._roll(name) for name in ROLLS}
        self._page = self._box("page", text("Page"), papers, page)
        turned = {"landscape": text("Lying"), "portrait": text("Upright")}
        self._turned = self._box("orientation", text("Orientation"), turned, "landscape")
        modes = {"break": text("Broken at stages"), "fit": text("On one page"), "tile": text("Poster on small sheets")}
        self._map = self._box("map-mode", text("The map"), modes, "break")
        self._tile = self._box("tile", text("Sheets of the poster"), {"A4": "A4", "A3": "A3", "Letter": "Letter"}, "A4")
        self._overlap = QSpinBox()
        self._overlap.setObjectName("overlap")
        self._overlap.setAccessibleName(text("Overlap"))
        self._overlap.setRange(0, 40)
        self._overlap.setSuffix(" mm")
        self._overlap.setValue(10)
        self._overlap.valueChanged.connect(self.changed)
        waves = {wave: wave for wave in reversed(project.wave_order)}
        newest = newest_wave(project, self._session.tallies)
        self._wave = self._box("wave", text("Results of the wave"), waves, newest)
        self._compare = self._box("compare", text("Compared with"), {"": text("the wave before"), **waves}, "")
        self._segments = dict(enumerate(self._session.segments()))
        groups = {"": text("everybody")} | {str(n): f"{name}: {value}" for n, (name, value) in self._segments.items()}
        self._segment = self._box("segment", text("Whose answers"), groups, "")
        languages = {"en": text("English"), "fi": text("Finnish")}
        self._report_language = self._box(
            "report-language", text("Language of the report"), languages, project.language
        )
        self._layout.currentIndexChanged.connect(self.layout_chosen)
        self._map.currentIndexChanged.connect(self._map_mode_chosen)

    def _make_switches(self) -> None:
        text = self._language.text
        self._day = QDateEdit()
        self._day.setObjectName("report-date")
        self._day.setAccessibleName(text("Date of the report"))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("d.M.yyyy" if self._language.code == "fi" else "d MMM yyyy")
        today = date.today()  # noqa: DTZ011 - the reader's day
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._day.dateChanged.connect(self.changed)
        self._mono = self._switch("mono", text("Black and white"))
        self._remarks = self._switch("remarks", text("Margin for remarks"))
        self._safe = self._switch("safe", text("Safe to share"))
        self._embed = self._switch("embed", text("Project inside the PDF"))
        self._embed.setChecked(True)

    def _lay_out(self) -> None:
        text = self._language.text
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        rows = (
            (text("Layout"), self._layout), (text("Sections"), self.sections), (text("Page"), self._page),
            (text("Orientation"), self._turned), (text("The map"), self._map),
            (text("Sheets of the poster"), self._tile), (text("Overlap"), self._overlap),
            (text("Results of the wave"), self._wave), (text("Compared with"), self._compare),
            (text("Whose answers"), self._segment),
            (text("Language of the report"), self._report_language), (text("Date of the report"), self._day),
        )  # fmt: skip
        for label, widget in rows:
            form.addRow(label, widget)
        if not self._session.project.wave_order:
            form.setRowVisible(self._wave, False)
            form.setRowVisible(self._compare, False)
        form.setRowVisible(self._segment, bool(self._segments))
        self._form = form
        column = QVBoxLayout(self)
        column.addLayout(form)
        for switch in (self._mono, self._remarks, self._embed, self._safe):
            column.addWidget(switch)

    def _box(self, name: str, label: str, choices: dict[str, str], chosen: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        for key, words in choices.items():
            box.addItem(words, key)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.currentIndexChanged.connect(self.changed)
        return box

    def _switch(self, name: str, words: str) -> QCheckBox:
        switch = QCheckBox(words)
        switch.setObjectName(name)
        switch.toggled.connect(self.changed)
        return switch

    def _roll(self, name: str) -> str:
        return self._language.text("Roll, {width} mm", width=int(name.removeprefix("roll")))

    def _layouts(self) -> dict[str, str]:
        own = {layout.name: layout.name for layout in self._session.project.report.layouts}
        known = {name: layout_title(self._language, name) for name in LAYOUTS}
        return known | own | {OWN: self._language.text("As ticked below")}

    def _layout_name(self) -> str:
        name = str(self._layout.currentData())
        return "full" if name == OWN else name

    # choosing

    def layout_chosen(self) -> None:
        """Show the sections of the layout, those in it ticked and first."""
        if self._layout.currentData() == OWN:
            return
        order = msgspec.structs.replace(self.order_of_day(), layout=self._layout_name())
        self.sections.show_sections(chosen_sections(self._session.project, order))

    def order_of_day(self) -> Order:
        """An order that names nothing but language and day."""
        return Order(language=self._language, date=date(2000, 1, 1))

    def _sections_chosen(self) -> None:
        """Ticking makes a layout of one's own."""
        self._layout.blockSignals(True)
        self._layout.setCurrentIndex(self._layout.findData(OWN))
        self._layout.blockSignals(False)
        self.changed.emit()

    def _map_mode_chosen(self) -> None:
        tiled = MODES[self._map.currentIndex()] == "tile"
        self._form.setRowVisible(self._tile, tiled)
        self._form.setRowVisible(self._overlap, tiled)
        if tiled and self._page.currentData() in ("A5", "A4", "A3", "Letter", "Legal", "Tabloid"):
            self._page.setCurrentIndex(self._page.findData("A1"))
