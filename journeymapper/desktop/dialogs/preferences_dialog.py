"""Language, theme, page size, and the open project's thresholds."""

import msgspec
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language, language
from journeymapper.model import edits
from journeymapper.model.messages import Message

LOWEST_THRESHOLD = 1
HIGHEST_THRESHOLD = 100


class PreferencesDialog(QDialog):
    """What is chosen is taken with OK; thresholds are an edit of the project, with undo."""

    def __init__(
        self, preferences: PreferencesFile, session: Session | None, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._session = session
        text = words.text
        self.setWindowTitle(text("Preferences"))
        self.setModal(True)
        form = QFormLayout()
        self._language = _choice("language", {"en": "English", "fi": "Suomi"}, words.code)
        themes = {"system": text("As the system"), "light": text("Light"), "dark": text("Dark")}
        self._theme = _choice("theme", themes, preferences.value.theme)
        self._page = _choice("page", {"A3": "A3", "A4": "A4"}, preferences.value.page)
        for label, widget in ((text("Language"), self._language), (text("Theme"), self._theme)):
            form.addRow(label, widget)
        form.addRow(text("Page of the report"), self._page)
        self._suppress = self._threshold(
            "suppress-under", 5 if session is None else session.project.settings.suppress_under
        )
        self._indicative = self._threshold(
            "indicative-under", 30 if session is None else session.project.settings.indicative_under
        )
        if session is not None:
            form.addRow(plain_label(text("In this project"), "caption"))
            form.addRow(text("Hide groups with fewer answers than"), self._suppress)
            form.addRow(text("Mark as indicative with fewer answers than"), self._indicative)
            note = plain_label(text("Answers of staff are always hidden under 5."), "quiet")
            note.setWordWrap(True)
            form.addRow(note)
        buttons = QDialogButtonBox()
        take = buttons.addButton(text("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("preferences-ok")
        buttons.addButton(text("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)

    def _threshold(self, name: str, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setRange(LOWEST_THRESHOLD, HIGHEST_THRESHOLD)
        box.setValue(value)
        box.setVisible(self._session is not None)
        return box

    def _take(self) -> None:
        self.accept()
        theme, code = self._theme.currentData(), self._language.currentData()
        self._preferences.change(theme=theme, language=code, page=self._page.currentData())
        session = self._session
        if session is None:
            return
        settings = msgspec.structs.replace(
            session.project.settings, suppress_under=self._suppress.value(), indicative_under=self._indicative.value()
        )
        if settings != session.project.settings:
            name = Message("Change thresholds")
            session.apply(name, lambda project: edits.change(project, project.id, settings=settings))
        shown = session.view.theme if theme == "system" else theme
        session.look(theme=shown, language=language(code))


def _choice(name: str, choices: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    for key, words in choices.items():
        box.addItem(words, key)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box
