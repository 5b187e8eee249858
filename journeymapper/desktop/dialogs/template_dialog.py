"""Beginning from a template: what there is, what each is for, and how its map looks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.dialogs.room import resize_within_screen
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.picture_sheet import PictureSheet
from journeymapper.desktop.view import View
from journeymapper.mapfiles.templates import Template, project_from_template, templates
from journeymapper.model.messages import Refusal
from journeymapper.picture.map_view import MapView, map_picture, natural_width
from journeymapper.picture.primitives import Picture

EMPTY = Picture(width=1, height=1, groups=())
SHOWN_LANES = ("stages", "touchpoints", "expectation", "feeling", "channels", "messages", "measured_by")
SIZE = (1080, 620)


class TemplateDialog(QDialog):
    """Signals the template that was chosen."""

    template_chosen = Signal(object)

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        text = view.language.text
        self.setObjectName("templates")
        self.setWindowTitle(text("New from template"))
        self.setModal(True)
        self._templates: Sequence[Template] = ()
        self._list = QListWidget()
        self._list.setObjectName("template-list")
        self._list.setAccessibleName(text("Templates"))
        self._name, self._about = plain_label("", "title"), plain_label("", "quiet")
        self._about.setWordWrap(True)
        self._sheet = PictureSheet()
        self._sheet.setMinimumHeight(240)
        self._lay_out()
        self._list.currentRowChanged.connect(self._show)
        self._list.itemActivated.connect(lambda _item: self._begin())
        self.finished.connect(self.deleteLater)
        self._fill()

    def _fill(self) -> None:
        self._templates = templates(self._view.language.code)
        self._list.clear()
        for template in self._templates:
            self._list.addItem(QListWidgetItem(template.name))
        self._list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        template = self._templates[row] if 0 <= row < len(self._templates) else None
        self._delete.setVisible(template is not None and template.own)
        self._begin_button.setEnabled(template is not None)
        self._name.setText(template.name if template else "")
        self._about.setText(template.description if template else "")
        try:
            picture = self._picture(template) if template else EMPTY
        except Refusal as refusal:
            self._about.setText(self._view.language.message(refusal.message))
            picture = EMPTY
        self._sheet.show_picture(picture)

    def _picture(self, template: Template) -> Picture:
        project = project_from_template(template)
        journey = next(iter(project.ordered_journeys()), None)
        if journey is None:
            return EMPTY
        view = MapView(
            project=project, journey=journey, scores={}, language=self._view.language, theme=THEMES[self._view.theme],
            lanes=SHOWN_LANES, results=False,
        )  # fmt: skip
        return map_picture(view, width=natural_width(view))

    def _begin(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._templates):
            self.accept()
            self.template_chosen.emit(self._templates[row])

    def _remove(self) -> None:
        """Only what a team has saved can be deleted."""
        template = self._templates[self._list.currentRow()]
        if template.own:
            template.path.unlink(missing_ok=True)
            self._fill()

    def _lay_out(self) -> None:
        text = self._view.language.text
        self._delete = push_button("template-delete", text("Delete template"), self._remove)
        cancel = push_button("template-cancel", text("Cancel"), self.reject)
        self._begin_button = push_button("template-begin", text("Begin with this"), self._begin, look="primary")
        self._begin_button.setDefault(True)
        right = QVBoxLayout()
        for part in (self._name, self._about):
            right.addWidget(part)
        right.addWidget(self._sheet, 1)
        halves = QHBoxLayout()
        self._list.setFixedWidth(self._list.fontMetrics().averageCharWidth() * 34)
        halves.addWidget(self._list)
        halves.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._delete)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._begin_button)
        column = QVBoxLayout(self)
        column.addLayout(halves, 1)
        column.addLayout(buttons)
        resize_within_screen(self, SIZE)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
