"""The list of what a column can be for, one model for all the boxes that choose from it."""

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from journeymapper.desktop.dialogs.import_dialog.choices import Role
from journeymapper.desktop.dialogs.import_dialog.words import point_words
from journeymapper.language.language import Language
from journeymapper.model.project import Project

KEY = Qt.ItemDataRole.UserRole
Kind = Literal["all", "points"]


class CalmBox(QComboBox):
    """A box that a wheel turns only after it has been chosen: scrolling a list must not change what is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the list around."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def choose(self, key: str) -> None:
        """Show the item of that key without telling anybody."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(max(self.findData(key), 0))
        self.blockSignals(blocked)


def target_model(language: Language, project: Project, kind: Kind, parent: QObject) -> QStandardItemModel:
    """Nothing, then the points in plan order, then what else a column can be; `points` lists points alone."""
    text = language.text
    model = QStandardItemModel(parent)
    _add(model, text("Not used") if kind == "all" else text("No other point"), "")
    if kind == "all":
        roles: tuple[tuple[Role, str], ...] = (
            ("date", text("Date of the answer")),
            ("wave", text("Name of the wave")),
            ("segment", text("Segment")),
            ("weight", text("Weight")),
            ("respondent", text("Respondent (kept as a key)")),
            ("comments", text("Comments (kept, masked)")),
            ("persona", text("Persona")),
            ("account", text("Business customer")),
            ("role", text("Respondent's role")),
        )
        for role, words in roles:
            _add(model, words, role)
    for point in project.ordered_points():
        _add(model, point_words(language, project, point), f"point {point.id}")
    return model


def _add(model: QStandardItemModel, words: str, key: str) -> None:
    item = QStandardItem(words)
    item.setData(key, KEY)
    item.setToolTip(words.replace("<", "&lt;"))
    model.appendRow(item)
