"""Questionnaires: the list, what each asks and says in its languages, how it looks on paper, and its files."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.dialogs.room import resize_within_screen
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.picture_sheet import EMPTY, PictureSheet
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.questionnaires.asked_points import AskedPoints
from journeymapper.desktop.questionnaires.words_form import WordsForm, with_question, with_words
from journeymapper.desktop.session import Edit, Session
from journeymapper.export.questionnaires.form import form_of
from journeymapper.export.questionnaires.kits import FORMATS, Kit, written
from journeymapper.export.questionnaires.print_form import form_pictures
from journeymapper.language.language import LANGUAGES
from journeymapper.model import edits
from journeymapper.model.checks.questionnaires import questionnaire_findings
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.questionnaire import Questionnaire
from journeymapper.model.questionnaire_length import minutes, question_count

ID = Qt.ItemDataRole.UserRole
SIZE = (1180, 720)
NEEDS_ADDRESS = ("poster", "sms", "email")


class QuestionnairesDialog(QDialog):
    """Every change is an edit of the session with undo; it listens to the session alone."""

    def __init__(
        self, session: Session, jobs: Jobs, asking: Asking, preferences: PreferencesFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._asking, self._preferences = session, jobs, asking, preferences
        self._language = session.view.language
        text = self._language.text
        self.setObjectName("questionnaires")
        self.setWindowTitle(text("Questionnaires"))
        self._list = QListWidget()
        self._list.setObjectName("questionnaire-list")
        self._list.setAccessibleName(text("Questionnaires"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._points = AskedPoints(self._language)
        self._words = WordsForm(self._language)
        self._code = QComboBox()
        self._code.setObjectName("questionnaire-language")
        self._code.setAccessibleName(text("Language"))
        self._code.addItems(LANGUAGES)
        self._code.setCurrentText(session.project.language)
        self._code.setEditable(True)
        self._sheet = PictureSheet()
        self._sheet.setMinimumWidth(240)
        self._about, self._said = plain_label("", "quiet"), plain_label("", "quiet")
        for label in (self._about, self._said):
            label.setWordWrap(True)
        self._lay_out()
        self._list.currentRowChanged.connect(lambda _row: self._show())
        self._code.currentTextChanged.connect(lambda _text: self._show())
        self._points.chosen.connect(self._ask)
        self._words.around.connect(self._say_around)
        self._words.asked.connect(self._say_question)
        session.changed.connect(self._fill)
        self.finished.connect(self._close)
        self._fill()

    @property
    def _chosen(self) -> Questionnaire | None:
        item = self._list.currentItem()
        return self._session.project.questionnaires.get(str(item.data(ID))) if item is not None else None

    # edits

    def _add(self) -> None:
        key = edits.next_questionnaire_id(self._session.project)
        new = Questionnaire(id=key, name=self._language.text("New questionnaire"))
        if self._apply(Message("Add questionnaire"), lambda project: edits.add_questionnaire(project, new)):
            self._list.setCurrentRow(self._list.count() - 1)

    def _propose(self) -> None:
        """Questionnaires of what the plan asks and none has yet."""
        before = self._session.project
        self._apply(Message("Questionnaires from the plan"), edits.propose_questionnaires)
        if self._session.project is before:
            self._said.setText(self._language.text("Every point that asks people is in a questionnaire."))

    def _delete(self) -> None:
        one = self._chosen
        if one is not None:
            self._apply(Message("Delete questionnaire"), lambda project: edits.remove(project, one.id))

    def _rename(self) -> None:
        one = self._chosen
        if one is not None and self._name.text() != one.name:
            name = self._name.text()
            if not self._apply(Message("Rename"), lambda project: edits.change(project, one.id, name=name)):
                self._name.setText(one.name)

    def _ask(self, points: tuple[str, ...]) -> None:
        one = self._chosen
        if one is not None:
            self._apply(Message("Change what is asked"), lambda project: edits.change(project, one.id, points=points))

    def _say_around(self, name: str, text: str) -> None:
        one, code = self._chosen, self._code.currentText()
        if one is not None:
            self._apply(Message("Change wording"), lambda project: with_words(project, one.id, code, name, text))

    def _say_question(self, point: str, name: str, text: str) -> None:
        code = self._code.currentText()
        self._apply(Message("Change wording"), lambda project: with_question(project, point, code, name, text))

    def _apply(self, name: Message, edit: Edit) -> bool:
        return applied(self._session, self._asking, name, edit)

    # showing

    def _fill(self, *_: object) -> None:
        project, row = self._session.project, max(0, self._list.currentRow())
        self._list.blockSignals(True)
        self._list.clear()
        for one in project.ordered_questionnaires():
            item = QListWidgetItem(f"{one.id}  {one.name}")
            item.setData(ID, one.id)
            self._list.addItem(item)
        self._list.setCurrentRow(min(row, self._list.count() - 1))
        self._list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        project, one = self._session.project, self._chosen
        read_only = self._session.read_only
        self._points.show_points(project, one, read_only=read_only)
        self._words.show_words(project, one, self._code.currentText(), read_only=read_only)
        self._name.setText(one.name if one else "")
        self._name.setEnabled(one is not None and not read_only)
        self._add_button.setEnabled(not read_only)
        self._propose_button.setEnabled(not read_only)
        self._delete_button.setEnabled(one is not None and not read_only)
        self._export_button.setEnabled(one is not None and bool(one.points))
        self._show_about(one)
        self._show_preview(one)

    def _show_about(self, one: Questionnaire | None) -> None:
        project, language = self._session.project, self._language
        if one is None:
            self._about.setText(language.text("No questionnaires yet: points that are asked together."))
            return
        count = question_count(project, one)
        length = language.plural("{n} question", "{n} questions", count)
        time = language.text("about {minutes} min", minutes=language.number(minutes(project, one), 1))
        findings = [language.message(found.message) for found in questionnaire_findings(project, one.id)]
        self._about.setText("\n".join((f"{length}, {time}", *findings)))

    def _show_preview(self, one: Questionnaire | None) -> None:
        picture = EMPTY
        if one is not None and one.points:
            try:
                form = form_of(self._session.project, one)
                code = self._code.currentText() if self._code.currentText() in form.languages else form.main
                picture = form_pictures(form, code)[0]
            except Refusal as refusal:
                self._said.setText(self._language.message(refusal.message))
        self._sheet.show_picture(picture)

    # files

    def _export(self) -> None:
        self._words.commit()
        one = self._chosen
        if one is None:
            return
        chosen = FORMATS[self._format.currentIndex()]
        folder = Path(self._preferences.value.export_folder)
        title = self._language.message(chosen.title)
        patterns = f"{title} ({' '.join('*' + ending for ending in chosen.endings)})"
        path = self._asking.save_path(self._language.text("Export questionnaire"), patterns,
                                      folder / f"{one.id}{chosen.endings[0]}")  # fmt: skip
        if path is None:
            return
        self._preferences.change(export_folder=str(path.parent))
        project, url = self._session.project, self._url.text().strip() if chosen.name in NEEDS_ADDRESS else ""
        code = self._code.currentText() if self._code.currentText() in one.languages(project.language) else ""
        spoken = code if chosen.name in (*NEEDS_ADDRESS, "print", "entry", "qualtrics") else ""

        def write(_job: object) -> Kit:
            from journeymapper.storage.atomic import write_atomically

            today = date.today()  # noqa: DTZ011 - the reader's day
            kit = written(project, one, chosen.name, language=spoken, url=url, day=today)
            write_atomically(path, kit.data)
            return kit

        job = self._jobs.start(write, owner=self)
        job.finished.connect(lambda kit: self._tell(path, kit))
        job.failed.connect(lambda message: self._said.setText(self._language.message(message)))

    def _tell(self, path: Path, kit: Kit) -> None:
        said = [self._language.message(message) for message in kit.said]
        self._said.setText("\n".join((self._language.text("Written: {file}", file=path.name), *said)))

    def _close(self, *_: object) -> None:
        self._words.commit()
        self.deleteLater()

    # building

    def _lay_out(self) -> None:
        text = self._language.text
        self._name = QLineEdit()
        self._name.setObjectName("questionnaire-name")
        self._name.setAccessibleName(text("Name"))
        self._name.editingFinished.connect(self._rename)
        self._add_button = push_button("questionnaire-add", text("Add questionnaire"), self._add)
        self._propose_button = push_button("questionnaire-propose", text("From the plan"), self._propose)
        self._delete_button = push_button("questionnaire-delete", text("Delete"), self._delete)
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addWidget(self._add_button)
        left.addWidget(self._propose_button)
        left.addWidget(self._delete_button)
        self._list.setFixedWidth(self._list.fontMetrics().averageCharWidth() * 32)
        words = QWidget()
        in_words = QVBoxLayout(words)
        in_words.addWidget(self._code)
        in_words.addWidget(self._words, 1)
        tabs = QTabWidget()
        tabs.setObjectName("questionnaire-tabs")
        tabs.addTab(self._points, text("What it asks"))
        tabs.addTab(words, text("Words"))
        middle = QVBoxLayout()
        middle.addWidget(self._name)
        middle.addWidget(self._about)
        middle.addWidget(tabs, 1)
        halves = QHBoxLayout(self)
        halves.addLayout(left)
        halves.addLayout(middle, 1)
        halves.addLayout(self._export_column(), 1)
        resize_within_screen(self, SIZE)

    def _export_column(self) -> QVBoxLayout:
        text = self._language.text
        self._format = QComboBox()
        self._format.setObjectName("questionnaire-format")
        self._format.setAccessibleName(text("Format"))
        self._format.addItems([self._language.message(one.title) for one in FORMATS])
        self._url = QLineEdit()
        self._url.setObjectName("questionnaire-address")
        self._url.setAccessibleName(text("Address where it is answered"))
        self._url.setPlaceholderText(text("https://… where it is answered"))
        self._format.currentIndexChanged.connect(
            lambda index: self._url.setVisible(FORMATS[index].name in NEEDS_ADDRESS)
        )
        self._url.hide()
        self._export_button = push_button("questionnaire-export", text("Export…"), self._export, look="primary")
        row = QHBoxLayout()
        row.addWidget(self._format, 1)
        row.addWidget(self._export_button)
        column = QVBoxLayout()
        column.addWidget(self._sheet, 1)
        column.addLayout(row)
        column.addWidget(self._url)
        column.addWidget(self._said)
        close = QHBoxLayout()
        close.addStretch(1)
        close.addWidget(push_button("questionnaire-close", text("Close"), self.accept))
        column.addLayout(close)
        return column
