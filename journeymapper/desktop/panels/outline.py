"""The outline: the accessible twin of the canvas, a tree over the same document."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.context.menu import show_context_menu
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.naming import name_of, renamed
from journeymapper.desktop.panels.outline_naming import FOLLOWED, OutlineNaming
from journeymapper.desktop.panels.outline_rows import STAR, Branch, Kept, Row, branches, runs
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model import edits
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

ID = Qt.ItemDataRole.UserRole
Hint = QAbstractItemDelegate.EndEditHint
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
HEADING = Qt.ItemFlag.ItemIsEnabled
ELEMENT = (
    HEADING | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)  # fmt: skip
CHOSEN = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class Outline(QWidget):
    """Stages, their touchpoints, their measurement points; then personas, channels, promises and actions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = session.view.language.text
        self.tree = OutlineTree(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 0)
        column.addWidget(plain_label(text("Outline"), "caption"))
        column.addWidget(self.tree, 1)


class OutlineTree(QTreeWidget):
    """Follows the document; what was folded stays folded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._items: dict[str, QTreeWidgetItem] = {}
        self._branches: dict[str, Branch] = {}
        self._turned: set[str] = set()
        self._kept = Kept()
        self._filling = False
        self._refused = False
        self._naming = OutlineNaming(session, self)
        self.setObjectName("outline")
        self.setAccessibleName(session.view.language.text("Outline"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(0)
        self.header().setSectionResizeMode(0, self.header().ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, self.header().ResizeMode.ResizeToContents)
        self.header().setResizeContentsPrecision(0)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.itemSelectionChanged.connect(self._chosen)
        self.itemChanged.connect(self._edited)
        self.itemCollapsed.connect(self._remember)
        self.itemExpanded.connect(self._remember)
        session.changed.connect(self._document_changed)
        session.viewed.connect(self._view_changed)
        session.selected.connect(self._show_selection)
        self._fill()

    # filling

    def _document_changed(self, _old: Project, _new: Project) -> None:
        self._fill()

    def _view_changed(self, _old: View, _new: View) -> None:
        self._fill()

    def _fill(self) -> None:
        """Bring the tree up to date, branch by branch: an edit changes few of them."""
        old, self._branches = self._branches, branches(self._session, self._kept)
        self._filling = True
        if list(old) == list(self._branches):
            self._follow(old)
        else:
            self.clear()
            self._items = {}
            for rows in self._branches.values():
                self._add_branch(rows)
        self._filling = False
        self._show_selection(self._session.selection)

    def _follow(self, old: dict[str, Branch]) -> None:
        """Change what is different in the branches, and put new ones in the place of those with other rows."""
        built = {key: old[key] != rows and _shape(old[key]) != _shape(rows) for key, rows in self._branches.items()}
        if any(built.values()):
            self.clearSelection()  # or each branch that goes would be taken out of it alone
        for row in (row for key, anew in built.items() if anew for row in old[key]):
            del self._items[row.key]
        for place, (key, rows) in enumerate(self._branches.items()):
            if built[key]:
                self.takeTopLevelItem(place)
                self._add_branch(rows, place)
                continue
            for before, row in () if old[key] is rows else zip(old[key], rows, strict=True):
                if row != before:
                    self._show(self._items[row.key], row)
                    self._items[row.key].setFirstColumnSpanned(not row.figure)

    def _add_branch(self, rows: Branch, place: int | None = None) -> None:
        top, *below = [QTreeWidgetItem() for _ in rows]
        for item, row in zip((top, *below), rows, strict=True):
            self._items[row.key] = item
            self._show(item, row)
            if row.above:
                self._items[row.above].addChild(item)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        self.insertTopLevelItem(self.topLevelItemCount() if place is None else place, top)
        for row in rows:
            self._items[row.key].setExpanded(row.folded == (row.key in self._turned))
            self._items[row.key].setFirstColumnSpanned(not row.figure)

    def _show(self, item: QTreeWidgetItem, row: Row) -> None:
        item.setData(0, ID, row.key)
        item.setText(0, row.words)
        item.setToolTip(0, plain_tip(row.words))
        item.setText(1, row.figure)
        item.setForeground(1, QColor(THEMES[self._session.view.theme].tone_colour(row.tone)))
        item.setToolTip(1, plain_tip(row.verdict))
        item.setTextAlignment(1, RIGHT)
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, f"{row.figure} {row.verdict}".strip())
        item.setFlags(HEADING if row.heading else ELEMENT)

    def _row_of(self, key: str) -> Row | None:
        return next((row for rows in self._branches.values() for row in rows if row.key == key), None)

    def _remember(self, item: QTreeWidgetItem) -> None:
        """What somebody folds or opens stays so, whatever is edited."""
        row = None if self._filling else self._row_of(item.data(0, ID))
        if row is not None:
            (self._turned.add if row.folded == item.isExpanded() else self._turned.discard)(row.key)

    # selection, renaming, moving

    def _show_selection(self, ids: tuple[str, ...]) -> None:
        self.blockSignals(True)
        shown = [key for key in ids if key in self._items]
        if shown:
            self.setCurrentItem(self._items[shown[0]], 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen = QItemSelection()
        for first, last in runs(self._branches.values(), set(shown)) if shown else ():
            chosen.select(self.indexFromItem(self._items[first]), self.indexFromItem(self._items[last]))
        self.selectionModel().select(chosen, CHOSEN)
        self.blockSignals(False)

    def _chosen(self) -> None:
        if self._filling:
            return
        ids = [item.data(0, ID) for item in self.selectedItems()]
        here = self.currentItem()
        current = here.data(0, ID) if here else ""
        self._session.select(tuple(sorted(ids, key=lambda key: key != current)))

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column:
            return
        key, words = item.data(0, ID), item.text(0).removesuffix(STAR).strip()
        if words == name_of(self._session.project, key):
            return
        self._refused = False
        try:
            self._session.apply(Message("Rename"), lambda project: renamed(project, key, words))
        except Refusal as refusal:
            self._refused = True
            self.setToolTip(plain_tip(self._session.view.language.message(refusal.message)))
            self._filling = True
            item.setText(0, row.words if (row := self._row_of(key)) else "")
            self._filling = False

    def edit(  # type: ignore[override]  # Qt overloads it for slots
        self, index: QModelIndex | QPersistentModelIndex, trigger: QAbstractItemView.EditTrigger, event: object
    ) -> bool:
        """Edit the bare name, without the star and without a point's id."""
        if trigger == QAbstractItemView.EditTrigger.EditKeyPressed and (item := self.itemFromIndex(index)):
            name = name_of(self._session.project, item.data(0, ID))
            if name is None or self._session.read_only:
                return False
            self._refused = False
            self._filling = True
            item.setText(0, name)
            self._filling = False
        return super().edit(index, trigger, event)  # type: ignore[call-overload,no-any-return]

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """A name that was left as it is gets its star and its id again; Tab edits no other row."""
        written = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        super().closeEditor(editor, Hint.NoHint if hint in FOLLOWED else hint)
        item = self.currentItem()
        if item is not None:
            key = item.data(0, ID)
            self._filling = True
            row = self._row_of(key)
            item.setText(0, row.words if row else "")
            self._filling = False
            given = bool(written) and hint != Hint.RevertModelCache and not self._refused
            self._naming.ended(key, hint, given=given)

    def begin_rename(self, element_id: str, text: str | None = None, *, fresh: bool = False) -> bool:
        """Edit an element's name in its row, begun with `text`; a `fresh` element goes if it gets no name.

        Whether it is being edited: there may be no row of it.
        """
        item = self._items.get(element_id)
        if item is None or not self.isVisible():
            return False
        self.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollToItem(item)
        self.setFocus()
        if not self.edit(self.currentIndex(), QAbstractItemView.EditTrigger.EditKeyPressed, None):
            return False
        field = self.indexWidget(self.currentIndex())
        if text is not None and isinstance(field, QLineEdit):
            field.setText(text)
        if fresh:
            self._naming.begun(element_id)
        return True

    def finish_editing(self) -> None:
        """Take over a name that is being edited."""
        field = self.indexWidget(self.currentIndex())
        if field is not None and self.state() == QAbstractItemView.State.EditingState:
            self.commitData(field)
            self.closeEditor(field, Hint.NoHint)

    def on_element(self) -> bool:
        """Whether the row where the keyboard is stands for an element, and none is being edited."""
        item, editing = self.currentItem(), self.state() == QAbstractItemView.State.EditingState
        return item is not None and not editing and bool(item.flags() & Qt.ItemFlag.ItemIsSelectable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Alt with arrows map; the rest is every tree's."""
        if not self._naming.press(event):
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Moving a touchpoint or a stage in the tree is the same edit as on the canvas."""
        target = self.itemAt(event.position().toPoint())
        below = target is not None and event.position().y() > self.visualItemRect(target).center().y()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if target is not None and self.selectedItems() and not self._session.read_only:
            self._move(self.selectedItems()[0].data(0, ID), target.data(0, ID), below=below)

    def _move(self, key: str, target: str, *, below: bool) -> None:
        journey = self._session.project.journeys.get(self._session.view.journey)
        if journey is None or key == target:
            return
        if key in journey.stages and target in journey.stages:
            others = [stage for stage in journey.stage_order if stage != key]
            place = others.index(target) + below
            self._session.apply(Message("Move stage"), lambda project: edits.move_stage(project, key, place))
        elif key in journey.touchpoints and (found := _place(journey, key, target, below=below)):
            self._session.apply(Message("Move touchpoint"), lambda project: edits.move_touchpoint(project, key, *found))

    def _show_menu(self, place: QPoint) -> None:
        """The same commands as on the map."""
        item = self.itemAt(place)
        key = item.data(0, ID) if item is not None and item.flags() & Qt.ItemFlag.ItemIsSelectable else ""
        show_context_menu(self, self._session, key, self.viewport().mapToGlobal(place))


def _place(journey: Journey, key: str, target: str, *, below: bool) -> tuple[str, int] | None:
    """The stage and index that a drop on a stage or touchpoint means."""
    if target in journey.stages:
        return target, 0 if below else len(journey.stages[target].touchpoints)
    if target not in journey.touchpoints or target in journey.parked:
        return None
    stage = journey.stage_of(target)
    others = [other for other in stage.touchpoints if other != key]
    return stage.id, others.index(target) + below


def _shape(rows: Branch) -> list[tuple[str, str]]:
    return [(row.key, row.above) for row in rows]
