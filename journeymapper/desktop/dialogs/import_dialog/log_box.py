"""Whether a file is an event log, and which of its columns say to whom, what and when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from journeymapper.desktop.dialogs.import_dialog.sight import Sight
from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.language.language import Language
from journeymapper.model.event_log import LogColumns


class LogBox(QWidget):
    """`changed` carries the columns of the log, None where the file is to be read as answers."""

    changed = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._found: LogColumns | None = None
        self._is_log = QCheckBox(text("An event log: what happened to whom and when"))
        self._is_log.setObjectName("event-log")
        self._is_log.toggled.connect(self._tell)
        self._boxes = {
            "case": self._box("case", text("Whose journey: the case")),
            "activity": self._box("activity", text("What happened: the activity")),
            "time": self._box("time", text("When it happened, or ended")),
            "start": self._box("start", text("When it began")),
        }
        self._form = QWidget()
        rows = QFormLayout(self._form)
        rows.setContentsMargins(20, 0, 0, 0)
        for box in self._boxes.values():
            rows.addRow(box.accessibleName(), box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._is_log)
        column.addWidget(self._form)
        self.hide()

    def show_sight(self, sight: Sight) -> None:
        """Offer the columns of another reading of the file; hidden where it cannot be a log."""
        self._found = sight.log
        for role, box in self._boxes.items():
            box.blockSignals(True)
            box.clear()
            if role == "start":
                box.addItem("–", "")
            for name in sight.names:
                box.addItem(name, name)
            box.blockSignals(False)
        self.setVisible(sight.log is not None)

    def show_choice(self, log: LogColumns | None) -> None:
        """Show which columns were chosen, without telling anybody."""
        self._is_log.blockSignals(True)
        self._is_log.setChecked(log is not None)
        self._is_log.blockSignals(False)
        self._form.setVisible(log is not None)
        if log is not None:
            for role, box in self._boxes.items():
                box.choose(getattr(log, role))

    def _box(self, role: str, label: str) -> CalmBox:
        box = CalmBox()
        box.setObjectName(f"log-{role}")
        box.setAccessibleName(label)
        box.currentIndexChanged.connect(self._tell)
        return box

    def _tell(self) -> None:
        if not self._is_log.isChecked():
            self.changed.emit(None)
            return
        if not self._form.isVisible() and self._found is not None:
            self.changed.emit(self._found)
            return
        chosen = {role: str(box.currentData() or "") for role, box in self._boxes.items()}
        found = self._found
        known = {} if found is None else {"lifecycle": found.lifecycle, "instance": found.instance}
        self.changed.emit(LogColumns(**chosen, **known))
