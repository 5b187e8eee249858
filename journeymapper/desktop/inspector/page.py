"""One page of the inspector, made from a form: fields up front, the rest folded, then the lists."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.inspector.editors.editor import Editor
from journeymapper.desktop.inspector.editors.making import make_editor
from journeymapper.desktop.inspector.folding import FoldedSection
from journeymapper.desktop.inspector.form import Command, Field, Fold, Form, Listing
from journeymapper.desktop.inspector.listing import ListingPanel
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.labels import plain_label
from journeymapper.model.find import find
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project

MARGIN = 16


class ScrolledColumn(QScrollArea):
    """A column that scrolls up and down, never sideways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "side")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setProperty("look", "side")
        self.column = column_of(self.content, MARGIN)
        self.setWidget(self.content)


class Page(ScrolledColumn):
    """The fields and lists of one kind of element; the same page shows one element after another."""

    def __init__(self, form: Form, subject: Subject, *, lists_open: bool = False) -> None:
        super().__init__()
        self.form = form
        self.subject = subject
        self._read_only = subject.session.read_only
        self.editors: list[Editor] = []
        self.panels: list[ListingPanel] = []
        self.folds: list[FoldedSection] = []
        self._counted: list[tuple[FoldedSection, Listing]] = []
        self._error = plain_label("", "error", self)
        self._error.setWordWrap(True)
        self._error.hide()
        self._add_editors(self.column, form.fields)
        self._add_commands(form.commands)
        for number, fold in enumerate(form.folds):
            self._add_fold(f"fields-{number}", fold)
        for listing in form.listings:
            self._add_listing(listing, lists_open)
        self.column.addStretch(1)
        self._count()

    # building

    def _add_editors(self, column: QVBoxLayout, fields: Iterable[Field]) -> None:
        for field in fields:
            editor = make_editor(field, self.subject)
            editor.set_read_only(self._read_only)
            self.editors.append(editor)
            column.addWidget(editor)  # a widget that is shown before it has a parent would be a window
            editor.refresh_unit()
            editor.setVisible(editor.wanted)

    def _add_commands(self, commands: Iterable[Command]) -> None:
        for command in commands:
            button = QPushButton(self.subject.language.message(command.words))
            button.setObjectName(f"command-{command.name}")
            button.setProperty("look", "small")
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, chosen=command: self._run(chosen))
            self.column.addWidget(button)
        if commands:
            self.column.addWidget(self._error)

    def _add_fold(self, name: str, fold: Fold) -> None:
        def build() -> QWidget:
            content = QWidget()
            self._add_editors(column_of(content), fold.fields)
            return content

        section = FoldedSection(name, self.subject.language.message(fold.title), build)
        self.folds.append(section)
        self.column.addWidget(section)

    def _add_listing(self, listing: Listing, shown: bool) -> None:
        def build() -> QWidget:
            panel = ListingPanel(listing, self.subject)
            panel.set_read_only(self._read_only)
            self.panels.append(panel)
            return panel

        if shown:
            self.column.addWidget(plain_label(self.subject.language.message(listing.title), "caption"))
            self.column.addWidget(build())
            return
        section = FoldedSection(listing.name, self.subject.language.message(listing.title), build)
        self.folds.append(section)
        self._counted.append((section, listing))
        self.column.addWidget(section)

    # what is shown

    def show_subject(self, subject: Subject) -> None:
        """Another element of the same kind, from the top."""
        if subject.ids == self.subject.ids:
            return
        self.commit()
        self.subject = subject
        for editor in self.editors:
            editor.show_subject(subject)
            editor.setVisible(editor.wanted)
        for panel in self.panels:
            panel.show_subject(subject)
        self._error.hide()
        self._count()
        self.verticalScrollBar().setValue(0)

    def refresh(self, old: Project, new: Project) -> None:
        """After an edit: the fields if the element is another one, choices and lists if what they show is."""
        if self.subject.element is None:
            return
        same = all(find(old, key) is find(new, key) for key in self.subject.ids)
        for editor in self.editors:
            if not same or _offers_others(editor.field, old, new):
                editor.refresh()
                editor.setVisible(editor.wanted)
            if editor.field.unit:
                editor.refresh_unit()
        for panel in self.panels:
            panel.refresh()
        self._count()

    def set_read_only(self, read_only: bool) -> None:
        """Whether anything can be changed."""
        self._read_only = read_only
        for editor in self.editors:
            editor.set_read_only(read_only)
        for panel in self.panels:
            panel.set_read_only(read_only)

    def commit(self) -> None:
        """Take over what is still being typed."""
        for editor in self.editors:
            editor.commit()

    def begin(self) -> bool:
        """Give the keyboard to the first field, its words selected; whether there is one."""
        first = next((editor for editor in self.editors if editor.isVisible()), None)
        if first is None:
            return False
        first.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(first.control, QLineEdit | QPlainTextEdit):
            first.control.selectAll()
        return True

    def open_folds(self) -> None:
        """Show everything."""
        for fold in self.folds:
            fold.open()

    def _count(self) -> None:
        """The headings of lists say how many there are."""
        element, language = self.subject.element, self.subject.language
        for section, listing in self._counted:
            words = language.message(listing.title)
            n = len(listing.ids(self.subject.project, element)) if element is not None else 0
            section.set_words(f"{words} ({language.number(n)})" if n else words)

    def _run(self, command: Command) -> None:
        element = self.subject.element
        if element is None:
            return
        self._error.hide()
        try:
            project, key = command.run(self.subject.project, element, self.subject.language)
            if project is not self.subject.project and not self._read_only:
                self.subject.session.apply(command.words, lambda _project: project)
        except Refusal as refusal:
            self._error.setText(self.subject.language.message(refusal.message))
            self._error.show()
            return
        if find(self.subject.project, key) is not None:
            self.subject.session.select((key,))


def column_of(widget: QWidget, margin: int = 0) -> QVBoxLayout:
    """The column of a widget, with the page's spacing."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(margin, 0 if not margin else 12, margin, margin)
    column.setSpacing(12)
    return column


def _offers_others(field: Field, old: Project, new: Project) -> bool:
    return field.choices is not None and any(
        getattr(old, part) is not getattr(new, part) for part in field.choices.parts
    )
