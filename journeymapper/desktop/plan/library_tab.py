"""The metric library: looked through, dragged on the map, or put on what is selected with Enter."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.plan.taking import METRIC_MIME, measure_with, places_of
from journeymapper.desktop.session import Session
from journeymapper.language.plan_words import METRIC_CLASS_WORDS
from journeymapper.model import edits
from journeymapper.model.measurement import MetricClass
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_library import LibraryMetric, decode_metrics, encode_metrics, metric_library
from journeymapper.model.project import Project
from journeymapper.storage.atomic import write_atomically

KEY = Qt.ItemDataRole.UserRole
METRIC_FILES = "JSON (*.json)"
MOST_BYTES = 10_000_000


class MetricList(QListWidget):
    """The metrics by name; a dragged row carries its metric's id."""

    def __init__(self) -> None:
        super().__init__()
        self.setDragEnabled(True)

    def mimeData(self, items: "list[QListWidgetItem]") -> QMimeData:  # type: ignore[override]  # a sequence of items
        """What a dragged row brings."""
        data = QMimeData()
        if items:
            data.setData(METRIC_MIME, str(items[0].data(KEY)).encode())
        return data


class LibraryTab(QWidget):
    """The list left, all about the chosen metric right."""

    def __init__(self, session: Session, asking: Asking) -> None:
        super().__init__()
        self._session, self._asking = session, asking
        text = session.view.language.text
        self.search, self.list, self.about = QLineEdit(), MetricList(), plain_label()
        self.search.setPlaceholderText(text("Search metrics"))
        self.search.setAccessibleName(text("Search metrics"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.list.setObjectName("metric-library")
        self.list.setAccessibleName(text("Metric library"))
        self.list.setToolTip(
            plain_tip(text("Drag a metric on a card of the map, or press Enter to put it on the selection."))
        )
        self.list.itemActivated.connect(self.put)
        self.list.currentItemChanged.connect(self._show)
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.button = QPushButton(text("Measure the selection with it"))
        self.button.setObjectName("measure-with")
        self.button.clicked.connect(self.put)
        self.export_button = QPushButton(text("Export the project's metrics…"))
        self.export_button.clicked.connect(self.export_own)
        self.import_button = QPushButton(text("Import metrics…"))
        self.import_button.clicked.connect(self.import_own)
        self._place()
        session.selected.connect(self._selected)
        self._fill()

    def put(self) -> None:
        """A point with the chosen metric on each selected place."""
        item = self.list.currentItem()
        if item is None:
            return
        key, places = str(item.data(KEY)), places_of(self._session.project, self._session.selection)
        applied(self._session, self._asking, Message("Add a measurement point"), lambda p: measure_with(p, key, places))

    def export_own(self) -> None:
        """Write the project's metrics to a file for other projects."""
        text, project = self._session.view.language.text, self._session.project
        path = self._asking.save_path(text("Export the project's metrics"), METRIC_FILES, Path("metrics.json"))
        if path is not None:
            write_atomically(path, encode_metrics(project.metrics.values()))

    def import_own(self) -> None:
        """Take the metrics of such a file into the project, as one step."""
        text = self._session.view.language.text
        path = self._asking.open_path(text("Import metrics"), METRIC_FILES)
        if path is not None:
            applied(self._session, self._asking, Message("Import metrics"), lambda p: _with_metrics(p, path))

    def refresh(self) -> None:
        """The library is the same for every document."""
        self._selected()

    def _place(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        right.addWidget(self.about, 1)
        below = QHBoxLayout()
        for part in (self.button, self.export_button, self.import_button):
            below.addWidget(part)
        below.addStretch(1)
        right.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.addLayout(left, 2)
        row.addLayout(right, 3)

    def _fill(self) -> None:
        wanted, code = self.search.text().casefold(), self._session.view.language.code
        self.list.clear()
        for metric in metric_library():
            name = metric.name.in_language(code)
            if wanted in f"{name} {metric.definition.in_language(code)} {metric.id}".casefold():
                item = QListWidgetItem(name)
                item.setData(KEY, metric.id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._selected()

    def _show(self) -> None:
        item, language = self.list.currentItem(), self._session.view.language
        metric = next((one for one in metric_library() if item and one.id == item.data(KEY)), None)
        self.about.setText("" if metric is None else self._words(metric))
        self.button.setEnabled(metric is not None and bool(places_of(self._session.project, self._session.selection)))
        self.about.setAccessibleName(language.text("About the metric"))

    def _words(self, metric: LibraryMetric) -> str:
        language = self._session.view.language
        text, code = language.text, language.code
        classes: list[MetricClass] = list(dict.fromkeys(metric.classes))
        kinds = ", ".join(language.message(METRIC_CLASS_WORDS[key]).lower() for key in classes)
        parts = (
            metric.definition.in_language(code),
            text("Question: {words}", words=metric.wording.in_language(code)),
            text("When to use it: {words}", words=metric.use_when.in_language(code)),
            text("When not: {words}", words=metric.avoid_when.in_language(code)),
            text("Formula: {words}", words=metric.formula.in_language(code)),
            text("Source: {words}", words=metric.source.in_language(code)),
            text("Classes: {words}", words=kinds),
        )
        return "\n\n".join((metric.name.in_language(code), *parts))

    def _selected(self) -> None:
        self._show()


def _with_metrics(project: Project, path: Path) -> Project:
    """The project with the metrics of a file; refuses a file that is none."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refusal("{file} cannot be opened: {reason}.", file=path.name, reason=reason) from None
    for metric in decode_metrics(data):
        project = edits.add_metric(project, metric)
    return project
