"""Asks for a name and does something with it; what refuses the name says why, and the name can be mended."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language
from journeymapper.model.messages import Refusal

LETTERS_WIDE = 48


class NameDialog(QDialog):
    """`named` is called with what was typed and may raise Refusal."""

    def __init__(
        self, title: str, words: str, suggested: str, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.named: Callable[[str], object] = lambda _name: None
        self._language = language
        self.setObjectName("name-dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self._line = QLineEdit(suggested)
        self._line.setObjectName("name")
        self._line.setAccessibleName(language.text("Name"))
        self._line.setMinimumWidth(self._line.fontMetrics().averageCharWidth() * LETTERS_WIDE)
        self._line.selectAll()
        self._problem = plain_label("", "error")
        self._problem.setWordWrap(True)
        note = plain_label(words, "quiet")
        note.setWordWrap(True)
        buttons = QDialogButtonBox()
        take = buttons.addButton(language.text("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("name-take")
        buttons.addButton(language.text("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (plain_label(language.text("Name")), self._line, note, self._problem, buttons):
            column.addWidget(part)
        self.finished.connect(self.deleteLater)

    def _take(self) -> None:
        try:
            self.named(self._line.text())
        except Refusal as refusal:
            self._problem.setText(self._language.message(refusal.message))
            self._line.setFocus()
            return
        self.accept()
