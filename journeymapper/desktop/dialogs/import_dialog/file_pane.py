"""The file as it was read: its first rows, and how it was read, to be changed on the spot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.dialogs.import_dialog.point_targets import PointTargets
from journeymapper.desktop.dialogs.import_dialog.rows_model import RowsModel
from journeymapper.desktop.dialogs.import_dialog.sight import Sight
from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.language.language import Language
from journeymapper.model.project import Project
from journeymapper.results.inspection import has_undecided_days
from journeymapper.results.readers.grid import Wish

ENCODINGS = ("utf-8", "cp1252", "iso-8859-15", "utf-16", "cp437", "mac-roman")
DELIMITERS = (",", ";", "\t", "|")
DECIMALS = (".", ",")
LAST_HEADER = 100
COLUMN_WIDTH = 130


class FilePane(QWidget):
    """`wished` carries a Wish whenever the person wants the file read otherwise."""

    wished = Signal(object)
    other_file_requested = Signal()

    def __init__(self, language: Language, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._wish = Wish()
        self.targets = PointTargets(language, project)
        self.targets.hide()
        text = language.text
        self._file = plain_label("", "quiet")
        self._file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._other = QPushButton(text("Another file…"))
        self._other.setObjectName("other-file")
        self._other.clicked.connect(self.other_file_requested)
        self._sheet = self._choice("sheet", text("Sheet"))
        self._encoding = self._choice("encoding", text("Encoding"))
        self._delimiter = self._choice("delimiter", text("Delimiter"))
        self._decimal = self._choice("decimal", text("Decimal sign"))
        self._dates = self._choice("date_order", text("Days like 03/04/2026"))
        self._header = QSpinBox()
        self._header.setObjectName("header-row")
        self._header.setAccessibleName(text("Header row"))
        self._header.setRange(0, LAST_HEADER)
        self._header.setSpecialValueText(text("no header"))
        self._header.valueChanged.connect(self._wish_header)
        self._rows = RowsModel(language, self)
        self._table = self._rows_table()
        self._notes = QListWidget()
        self._notes.setObjectName("notes")
        self._notes.setAccessibleName(text("What was noticed in the file"))
        self._notes.setWordWrap(True)
        self._notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._notes.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._notes.setMaximumHeight(self.fontMetrics().height() * 7)
        self._lay_out()

    def _rows_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("rows")
        table.setAccessibleName(self._language.text("First rows of the file"))
        table.setModel(self._rows)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setDefaultSectionSize(COLUMN_WIDTH)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        return table

    def _lay_out(self) -> None:
        text = self._language.text
        first, second = QFormLayout(), QFormLayout()
        first.addRow(text("Sheet"), self._sheet)
        first.addRow(text("Encoding"), self._encoding)
        first.addRow(text("Header row"), self._header)
        second.addRow(text("Delimiter"), self._delimiter)
        second.addRow(text("Decimal sign"), self._decimal)
        second.addRow(text("Days like 03/04/2026"), self._dates)
        self._forms = (first, second)
        self._settings = QWidget()
        settings = QGridLayout(self._settings)
        settings.setContentsMargins(0, 0, 0, 0)
        settings.addLayout(first, 0, 0)
        settings.addLayout(second, 0, 1)
        title = QHBoxLayout()
        title.addWidget(plain_label(text("1  The file as it was read"), "heading"))
        title.addStretch(1)
        title.addWidget(self._other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 10, 0)
        column.addLayout(title)
        column.addWidget(self._file)
        column.addWidget(self._settings)
        column.addWidget(self._table, 1)
        column.addWidget(self.targets, 3)
        column.addWidget(self._notes)
        column.addStretch(0)

    def show_targets(self, dragging: bool) -> None:
        """Show the measurement points in the place of the rows while a column is dragged."""
        self.targets.setVisible(dragging)
        self._table.setVisible(not dragging)

    @property
    def wish(self) -> Wish:
        """How the person wants the file read; what is empty is found by looking."""
        return self._wish

    def set_wish(self, wish: Wish) -> None:
        """Begin with another wish, for another file or a mapping that was loaded; tells nobody."""
        self._wish = wish

    def begin(self, file: str) -> None:
        """Another file, of which nothing is known yet but its name."""
        self.set_wish(Wish())
        self._file.setText(file)
        for part in (self._settings, self._table, self._notes):
            part.hide()

    def show_sight(self, sight: Sight) -> None:
        """Show what was read and how."""
        found, text, language = sight.inspection, self._language.text, self._language
        kind = " ".join(filter(None, (found.platform, found.format)))
        words = " · ".join((found.file, kind, language.plural("{n} row", "{n} rows", found.rows)))
        self._file.setText(words)
        set_plain_tip(self._file, words)
        delimiters = {"\t": text("tab"), ",": text("comma  ,"), ";": text("semicolon  ;"), "|": text("bar  |")}
        decimals = {".": text("point  ."), ",": text("comma  ,")}
        sheets = {sheet.name: text("{name} (hidden)", name=sheet.name) if sheet.hidden else sheet.name
                  for sheet in found.sheets}  # fmt: skip
        self._fill(self._sheet, sheets, self._wish.sheet, found.sheet)
        self._fill(self._encoding, dict.fromkeys(ENCODINGS, ""), self._wish.encoding, found.encoding)
        self._fill(self._delimiter, {key: delimiters[key] for key in DELIMITERS}, self._wish.delimiter, found.delimiter)
        self._fill(self._decimal, {key: decimals[key] for key in DECIMALS}, self._wish.decimal, found.decimal)
        orders = {"dmy": text("3 April: the day first"), "mdy": text("4 March: the month first")}
        self._fill(self._dates, orders, self._wish.date_order, "")
        self._dates.setItemText(0, text("the file does not show it"))
        for form, box, shown in (
            (self._forms[0], self._sheet, bool(sheets)),
            (self._forms[0], self._encoding, bool(found.encoding)),
            (self._forms[1], self._delimiter, bool(found.delimiter)),
            (self._forms[1], self._dates, bool(self._wish.date_order) or has_undecided_days(found)),
        ):
            form.setRowVisible(box, shown)
        self._header.blockSignals(True)
        self._header.setValue(found.header_row)
        self._header.blockSignals(False)
        for part in (self._settings, self._table):
            part.show()
        self._rows.show(sight.rows, found.header_row, found.label_rows, sight.names)
        self._notes.clear()
        self._notes.addItems([language.message(message) for message in found.suggestions])
        self._notes.setVisible(bool(found.suggestions))

    def _fill(self, box: CalmBox, choices: dict[str, str], wished: str, found: str) -> None:
        """The box's choices; the first one is to look for oneself and says what was found."""
        words = choices.get(found) or found
        box.blockSignals(True)
        box.clear()
        box.addItem(
            self._language.text("{value} (found)", value=words) if not wished else self._language.text("find out"), ""
        )
        for key, label in choices.items():
            box.addItem(label or key, key)
        box.setCurrentIndex(max(box.findData(wished), 0))
        box.blockSignals(False)

    def _choice(self, name: str, label: str) -> CalmBox:
        box = CalmBox()
        box.setMinimumContentsLength(8)
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.currentIndexChanged.connect(lambda _: self._wish_for(name, str(box.currentData())))
        return box

    def _wish_for(self, name: str, value: str) -> None:
        given = {key: getattr(self._wish, key) for key in Wish.__struct_fields__} | {name: value}
        if name == "sheet":
            given["header_row"] = None
        self._change(Wish(**given))

    def _wish_header(self, row: int) -> None:
        given = {key: getattr(self._wish, key) for key in Wish.__struct_fields__} | {"header_row": row}
        self._change(Wish(**given))

    def _change(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self.wished.emit(wish)
