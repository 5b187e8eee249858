"""Fields that are chosen: taken over at once."""

from collections.abc import Iterable
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from journeymapper.desktop.inspector.editors.editor import Editor
from journeymapper.desktop.inspector.form import Field, Offered
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.labels import plain_tip

VALUE = Qt.ItemDataRole.UserRole
MOST_ROWS = 7
PADDING = 12


class CalmBox(QComboBox):
    """A box that the wheel scrolls past, and that long names do not widen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words of the choice, without the indent that they have in the list."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.currentText().strip() or self.placeholderText()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if not self.isEditable():
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page changes nothing on it."""
        event.ignore()


class OfferingEditor(Editor):
    """A field with choices, which may change with the document."""

    offered: Offered

    def offer(self) -> Offered:
        """The choices of the document as it stands, with the present value if it is none of them."""
        element, choices = self.subject.element, self.field.choices
        if element is None or choices is None:
            return []
        offered = choices.offer(self.subject.project, element, self.subject.language)
        known = {repr(value) for value, _ in offered}
        return offered + [(value, str(value)) for value in self._present() if repr(value) not in known]

    def _present(self) -> list[object]:
        values = self.subject.values(self.field.name)
        several = (list(value) if isinstance(value, tuple) else [value] for value in values if value not in (None, ""))
        return list(dict.fromkeys(chain.from_iterable(several)))


class ChoiceEditor(OfferingEditor):
    """One of several values."""

    def __init__(self, field: Field, subject: Subject) -> None:
        self._box = CalmBox()
        super().__init__(field, subject, self._box)
        self.offered = []
        self._box.activated.connect(self._chosen)
        self.refresh()

    def refresh(self) -> None:
        """Show the document's value among its choices."""
        offered = self.offer()
        if offered != self.offered:
            self.offered = offered
            self._box.clear()
            self._box.addItems([words for _, words in offered])
        value, mixed = self.subject.value(self.field.name), self.mixed
        alike = (i for i, (each, _) in enumerate(offered) if each == value and type(each) is type(value))
        self._box.setPlaceholderText(mixed)
        self._box.setCurrentIndex(-1 if mixed else next(alike, -1))
        self._box.setToolTip(plain_tip(self._box.currentText()))

    def _chosen(self, index: int) -> None:
        value = self.offered[index][0]
        if not self.give(value):
            self.refresh()


class LooseEditor(OfferingEditor):
    """One of several values, or words of one's own."""

    def __init__(self, field: Field, subject: Subject) -> None:
        self._box = CalmBox()
        self._box.setEditable(True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        super().__init__(field, subject, self._box)
        self.offered = []
        self._known = ""
        self._box.activated.connect(self._chosen)
        self._line.editingFinished.connect(self.commit)
        self._line.textEdited.connect(self._typed)
        self._line.setAccessibleName(self.label.text())
        self.refresh()

    @property
    def _line(self):  # type: ignore[no-untyped-def]  # QLineEdit | None in the stubs; an editable box has one
        return self._box.lineEdit()

    def refresh(self) -> None:
        """Show the name of the value, unless another one is just being typed."""
        if self._box.currentText() != self._known:
            return
        offered = self.offer()
        if offered != self.offered:
            self.offered = offered
            self._box.clear()
            self._box.addItems([words for _, words in offered])
        value, mixed = self.subject.value(self.field.name), self.mixed
        index = -1 if mixed else next((i for i, (each, _) in enumerate(offered) if each == value), -1)
        words = offered[index][1] if index >= 0 else "" if mixed else str(value or "")
        self._line.setPlaceholderText(mixed)
        self._box.setCurrentIndex(index)
        self._box.setEditText(words)
        self._known = words

    def commit(self) -> None:
        """Take over what stands in the line: the value of that name, else the words."""
        words = self._box.currentText()
        if words == self._known:
            return
        before, self._known = self._known, words
        if self.give(self._value(words)):
            self.refresh()
        else:
            self._known = before

    def forget(self) -> None:
        """Back to what the document has."""
        self._known = self._box.currentText()
        self.refresh()

    def _chosen(self, _index: int) -> None:
        self.commit()

    def _typed(self, words: str) -> None:
        self.say("" if words == self._known else self.subject.refusal(self.field, self._value(words)))

    def _value(self, words: str) -> object:
        return next((value for value, name in self.offered if name == words), words)


class ManyEditor(OfferingEditor):
    """Any of several values: a list of ticks; the space bar ticks."""

    def __init__(self, field: Field, subject: Subject) -> None:
        self._list = QListWidget()
        super().__init__(field, subject, self._list)
        self.offered = []
        self._list.setProperty("look", "field")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemChanged.connect(self._ticked)
        self._enabled = True
        self._ticking = False
        self._fill()
        self.refresh()

    def refresh(self) -> None:
        """Show which values the document has; the row that the reader is on stays."""
        offered, chosen = self.offer(), [value or () for value in self.subject.values(self.field.name)]
        self._list.blockSignals(True)
        if offered != self.offered and not self._ticking:
            self.offered = offered
            self._fill()
        for row, (value, _) in enumerate(self.offered):
            state = _tick(value in ticked for ticked in chosen)
            if self._list.item(row).checkState() != state:
                self._list.item(row).setCheckState(state)
        self._list.blockSignals(False)

    def show_subject(self, subject: Subject) -> None:
        """Another element: its first tick in sight."""
        super().show_subject(subject)
        ticked = [row for row, (value, _) in enumerate(self.offered) if value in self._present()]
        if ticked:
            self._list.scrollToItem(self._list.item(ticked[0]))

    def set_read_only(self, read_only: bool) -> None:
        """The list can still be scrolled."""
        self._enabled = not read_only
        self._list.blockSignals(True)
        for row in range(self._list.count()):
            self._list.item(row).setFlags(self._flags())
        self._list.blockSignals(False)

    def _fill(self) -> None:
        row = self._list.currentRow()
        self._list.clear()
        for _, words in self.offered:
            item = QListWidgetItem(words)
            item.setFlags(self._flags())
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setToolTip(plain_tip(words))
            self._list.addItem(item)
        self._list.setCurrentRow(min(max(row, 0), len(self.offered) - 1))
        shown = min(max(len(self.offered), 1), MOST_ROWS)
        height = max(self._list.sizeHintForRow(0), self._list.fontMetrics().height())
        self._list.setFixedHeight(shown * height + 2 * self._list.frameWidth() + PADDING)

    def _flags(self) -> Qt.ItemFlag:
        ticks = Qt.ItemFlag.ItemIsUserCheckable if self._enabled else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | ticks

    def _ticked(self, item: QListWidgetItem) -> None:
        value = self.offered[self._list.row(item)][0]
        ticked = item.checkState() == Qt.CheckState.Checked

        def changed(before: Iterable[object] | None) -> object:
            kept = tuple(each for each in before or () if each != value)
            return (*kept, value) if ticked else kept

        self._ticking = True  # the items must live until Qt is done with the one that was ticked
        if not self.give_each(changed):
            self.refresh()
        self._ticking = False


class SwitchEditor(Editor):
    """Yes or no."""

    def __init__(self, field: Field, subject: Subject) -> None:
        self._box = QCheckBox(subject.language.message(field.label))
        super().__init__(field, subject, self._box)
        self._box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.label.hide()
        self._box.clicked.connect(self._clicked)
        self.refresh()

    def refresh(self) -> None:
        """Show the document's value."""
        state = _tick(map(bool, self.subject.values(self.field.name)))
        self._box.setTristate(state == Qt.CheckState.PartiallyChecked)
        self._box.setCheckState(state)

    def _clicked(self, checked: bool) -> None:
        if not self.give(checked):
            self.refresh()


def _tick(ticked: Iterable[bool]) -> Qt.CheckState:
    """The state of a tick for several elements: half where only some have it."""
    states = set(ticked)
    if states == {True, False}:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if True in states else Qt.CheckState.Unchecked
