"""The outline: the accessible twin of the canvas, a tree over the same document."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.score import Score
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.naming import name_of, renamed
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.language.units import format_value, verdict_words
from journeymapper.model import edits
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

ID = Qt.ItemDataRole.UserRole
SIGNS = {"worse": "▼", "better": "▲", "uncertain": "△"}


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
    """Rebuilt when the document changes; what was folded stays folded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._items: dict[str, QTreeWidgetItem] = {}
        self._words: dict[str, str] = {}
        self._folded: set[str] = set()
        self._filling = False
        self.setObjectName("outline")
        self.setAccessibleName(session.view.language.text("Outline"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, self.header().ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, self.header().ResizeMode.ResizeToContents)
        self.setIndentation(14)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.itemSelectionChanged.connect(self._chosen)
        self.itemChanged.connect(self._edited)
        self.itemCollapsed.connect(lambda item: self._folded.add(item.data(0, ID)))
        self.itemExpanded.connect(lambda item: self._folded.discard(item.data(0, ID)))
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
        self._filling = True
        self.clear()
        self._items = {}
        project, text = self._session.project, self._session.view.language.text
        self._add(None, project.id, text("Project: {name}", name=project.name))
        journey = project.journeys.get(self._session.view.journey)
        if journey is not None:
            self._fill_journey(project, journey)
        for words, ids in (
            (text("Personas"), project.persona_order),
            (text("Channels"), project.channel_order),
            (text("Promises"), project.promise_order),
            (text("Actions"), project.action_order),
        ):
            self._fill_group(words, ids)
        self._filling = False
        self._show_selection(self._session.selection)

    def _fill_journey(self, project: Project, journey: Journey) -> None:
        self._add(None, journey.id, journey.name)
        for stage in journey.ordered_stages():
            branch = self._add(None, stage.id, stage.name)
            for key in stage.touchpoints:
                touchpoint = journey.touchpoints[key]
                star = " ★" if touchpoint.moment_of_truth else ""
                item = self._add(branch, key, touchpoint.name + star)
                for point in project.points_on("touchpoint", key):
                    self._add(item, point.id, f"{point.id} · {point.name or point.metric}")
                item.setExpanded(False)
                self._show_score(item, key)
        for kind, element in (("journey", journey.id), ("relationship", "")):
            for point in project.points_on(kind, element):
                self._show_score(self._add(None, point.id, f"{point.id} · {point.name or point.metric}"), point.id)

    def _fill_group(self, words: str, ids: tuple[str, ...]) -> None:
        if not ids:
            return
        branch = self._add(None, words, words)
        branch.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for key in ids:
            self._add(branch, key, name_of(self._session.project, key) or key)

    def _add(self, above: QTreeWidgetItem | None, key: str, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words])
        item.setData(0, ID, key)
        item.setToolTip(0, plain_tip(words))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        if above is None:
            self.addTopLevelItem(item)
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        else:
            above.addChild(item)
        item.setExpanded(key not in self._folded)
        self._items[key] = item
        self._words[key] = words
        return item

    def _show_score(self, item: QTreeWidgetItem, key: str) -> None:
        """Results stay hidden while mapping."""
        if self._session.view.mode != "results":
            return
        score = self._session.shown_score(key)
        item.setText(1, self._score_words(score))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        language = self._session.view.language
        words = verdict_words(language, score.verdict if score else "not measured")
        item.setToolTip(1, plain_tip(words))
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, f"{item.text(1)} {words}")

    def _score_words(self, score: Score | None) -> str:
        if score is None or score.value is None:
            return "○"
        metric = self._session.project.metrics[self._session.project.points[score.point].metric]
        sign = SIGNS.get(score.verdict, "")
        if score.verdict == "uncertain" and (score.gap or 0.0) < 0:
            sign = "▽"
        return f"{format_value(self._session.view.language, metric, score.value)} {sign}".strip()

    # selection, renaming, moving

    def _show_selection(self, ids: tuple[str, ...]) -> None:
        self.blockSignals(True)
        self.clearSelection()
        shown = [self._items[key] for key in ids if key in self._items]
        if shown:
            self.setCurrentItem(shown[0], 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        for item in shown:
            item.setSelected(True)
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
        key, words = item.data(0, ID), item.text(0).removesuffix(" ★").strip()
        if words == name_of(self._session.project, key):
            return
        try:
            self._session.apply(Message("Rename"), lambda project: renamed(project, key, words))
        except Refusal as refusal:
            self.setToolTip(plain_tip(self._session.view.language.message(refusal.message)))
        self._fill()

    def edit(  # type: ignore[override]  # Qt overloads it for slots
        self, index: QModelIndex | QPersistentModelIndex, trigger: QAbstractItemView.EditTrigger, event: object
    ) -> bool:
        """Edit the bare name, without the star and without a point's id."""
        if trigger == QAbstractItemView.EditTrigger.EditKeyPressed and (item := self.itemFromIndex(index)):
            name = name_of(self._session.project, item.data(0, ID))
            if name is None or self._session.read_only:
                return False
            self._filling = True
            item.setText(0, name)
            self._filling = False
        return super().edit(index, trigger, event)  # type: ignore[call-overload,no-any-return]

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """A name that was left as it is gets its star and its id again."""
        super().closeEditor(editor, hint)
        item = self.currentItem()
        if item is not None:
            self._filling = True
            item.setText(0, self._words[item.data(0, ID)])
            self._filling = False

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
        menu = QMenu(self)
        names = ("add-touchpoint", "add-stage", "add-point", "add-action", "add-note", "", "delete")
        for action in self.window().actions_named(names):  # type: ignore[attr-defined]  # the outline lives in a Window
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.exec(self.viewport().mapToGlobal(place))
        menu.deleteLater()


def _place(journey: Journey, key: str, target: str, *, below: bool) -> tuple[str, int] | None:
    """The stage and index that a drop on a stage or touchpoint means."""
    if target in journey.stages:
        return target, 0 if below else len(journey.stages[target].touchpoints)
    if target not in journey.touchpoints:
        return None
    stage = journey.stage_of(target)
    others = [other for other in stage.touchpoints if other != key]
    return stage.id, others.index(target) + below
