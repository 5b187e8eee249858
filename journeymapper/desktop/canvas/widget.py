"""The canvas: paints the picture of the map, hands the mouse to one gesture at a time, and walks by keyboard."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.editor import ENDS, NameEditor
from journeymapper.desktop.canvas.gestures.gesture import Gesture
from journeymapper.desktop.canvas.gestures.marquee import Marquee
from journeymapper.desktop.canvas.gestures.pan import Pan
from journeymapper.desktop.canvas.gestures.select import Select
from journeymapper.desktop.canvas.hover import hover_text
from journeymapper.desktop.canvas.layout import MapLayout
from journeymapper.desktop.canvas.steps import moved_step, neighbour
from journeymapper.desktop.canvas.tiles import Tiles
from journeymapper.desktop.canvas.type_to_map import TypeToMap, begins_a_name
from journeymapper.desktop.canvas.viewport import MARGIN, STEP, Viewport, fitted
from journeymapper.desktop.labels import plain_tip
from journeymapper.desktop.naming import name_of, renamed
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group, Picture

ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
RESIZE_RESTS_MS = 60
READABLE_ZOOM = 0.7
SELECTED_PARTS = frozenset({"card", "stage"})


class MapCanvas(QWidget):
    """A widget that paints the picture; it holds no second copy of the document."""

    zoomed = Signal(float)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._layout = MapLayout(session)
        self._tiles = Tiles()
        self._viewport = Viewport()
        self._gesture: Gesture | None = None
        self._button = Qt.MouseButton.NoButton
        self._typing = TypeToMap(session, self)
        self._space = False
        self._placed = False
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZE_RESTS_MS)
        self._resized.timeout.connect(self._take_room)
        self._editor: NameEditor | None = None
        self.setObjectName("canvas")
        self.setAccessibleName(session.view.language.text("Map"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        session.changed.connect(self._document_changed)
        session.selected.connect(self._selection_changed)
        session.viewed.connect(self._view_changed)
        self._tiles.show(self._layout.picture(session.project))

    # what others may ask

    @property
    def picture(self) -> Picture:
        """The picture that is shown."""
        return self._tiles.picture

    @property
    def viewport_now(self) -> Viewport:
        """Where the picture is looked at."""
        return self._viewport

    def look_at(self, viewport: Viewport) -> None:
        """Show another part of the picture, never so far away that it is lost."""
        held = viewport.held(self._size(), (self.picture.width, self.picture.height))
        if held != self._viewport:
            zoomed = held.zoom != self._viewport.zoom
            self._viewport = held
            self._close_editor(take=True)
            self.update()
            if zoomed:
                self.zoomed.emit(held.zoom)

    def zoom_in(self) -> None:
        """One step larger, around the middle."""
        self._zoom(STEP, QPointF(self.width() / 2, self.height() / 2))

    def zoom_out(self) -> None:
        """One step smaller, around the middle."""
        self._zoom(1 / STEP, QPointF(self.width() / 2, self.height() / 2))

    def actual_size(self) -> None:
        """A unit of the picture is a pixel."""
        self._zoom(1 / self._viewport.zoom, QPointF(self.width() / 2, self.height() / 2))

    def fit(self) -> None:
        """The whole map."""
        self.look_at(fitted(self._size(), (self.picture.width, self.picture.height)))

    def reveal(self, element_id: str) -> None:
        """Move no further than needed to show an element."""
        group = self._group_of(element_id)
        if group is not None:
            self.look_at(self._viewport.showing((group.x, group.y, group.width, group.height), self._size()))

    def begin_rename(self, element_id: str, text: str | None = None, *, fresh: bool = False) -> None:
        """Open the editor over an element's name, begun with `text`; a `fresh` element goes if it gets no name.

        Elements that the map does not show are renamed elsewhere.
        """
        self.reveal(element_id)
        group, name = self._group_of(element_id), name_of(self.session.project, element_id)
        if group is None or name is None or self.session.read_only:
            return
        self._close_editor(take=True)
        words = self.session.view.language.text("Name")
        editor = NameEditor(name, words, lambda text: self._rename(element_id, text), self)
        if text is not None:
            editor.begin_with(text)
            editor.followed = self._typing.follow
        if fresh:
            editor.dropped = self._typing.drop
        self._editor = editor
        editor.open_over(self._box(group))

    def finish_editing(self) -> None:
        """Take over the name that is being typed."""
        self._close_editor(take=True)

    def hit(self, place: QPointF) -> Group | None:
        """The topmost group of an element under a point of the widget."""
        x, y = self._viewport.to_picture(place.x(), place.y())
        for group in reversed(self._tiles.groups_in(x, y, 0.0, 0.0)):
            inside = group.x <= x <= group.x + group.width and group.y <= y <= group.y + group.height
            if group.owner and inside:
                return group
        return None

    def preview(self, project: Project | None) -> None:
        """Lay another document out in this view only; None goes back to the real one."""
        self._tiles.show(self._layout.picture(project or self.session.project))
        self.update()

    # what the session tells

    def _document_changed(self, _old: Project, new: Project) -> None:
        self._cancel()
        self._tiles.show(self._layout.picture(new))
        self.look_at(self._viewport)
        self.update()

    def _view_changed(self, old: View, new: View) -> None:
        self._cancel()
        self._tiles.show(self._layout.picture(self.session.project))
        if new.journey != old.journey:
            self.fit()
        self.update()

    def _tell_selection(self) -> None:
        """Readers of the screen hear of what the keyboard walks to; the outline tells the rest."""
        groups = (self._group_of(key) for key in self.session.selection)
        self.setAccessibleDescription("; ".join(group.alt or group.tip for group in groups if group))

    def _selection_changed(self, ids: tuple[str, ...]) -> None:
        if self._gesture is None and len(ids) == 1:
            self.reveal(ids[0])
        self._tell_selection()
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tiles for what is exposed, then selection and gesture above them."""
        painter = QPainter(self)
        try:
            complete = self._paint(painter, event)
        finally:
            painter.end()  # Python keeps the frames of an exception, and Qt allows one painter at a time
        if not complete:
            QTimer.singleShot(0, self, self.update)

    def _paint(self, painter: QPainter, event: QPaintEvent) -> bool:
        self._tiles.use_ratio(self.devicePixelRatioF())
        complete = True
        for exposed in event.region():  # type: ignore[attr-defined]  # the stubs do not know that it can be walked
            complete &= self._tiles.paint(painter, exposed, self._viewport)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_selection(painter)
        if self._gesture:
            self._gesture.paint(painter)
        return complete

    def _paint_selection(self, painter: QPainter) -> None:
        chosen = set(self.session.selection)
        if not chosen:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(THEMES[self.session.view.theme].accent), 2.5 if self.hasFocus() else 1.5))
        for group in self.picture.groups:
            if group.owner in chosen and group.part in SELECTED_PARTS:
                painter.drawRoundedRect(self._box(group).adjusted(-2, -2, 2, 2), 9, 9)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin the gesture that the button and what is under it ask for."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._gesture is not None:
            return
        place, self._button = event.position(), event.button()
        if event.button() == Qt.MouseButton.MiddleButton or self._space:
            self._gesture = Pan(self, place)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            group = self.hit(place)
            keys = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            if group is not None:
                self._gesture = Select(self, place, group, toggle=bool(keys), movable=not self.session.read_only)
            else:
                kept = self.session.selection if keys else ()
                self._gesture = Marquee(self, place, kept)
                if not keys:
                    self.session.select(())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The gesture follows; one whose button was released out of sight is over."""
        if self._gesture and not event.buttons() & self._button:
            self._cancel()
        elif self._gesture:
            self._gesture.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The gesture ends with the button that began it."""
        if event.button() != self._button:
            return
        gesture, self._gesture = self._gesture, None
        if gesture:
            gesture.end(event.position())
            self._show_hand()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename what is double-clicked."""
        group = self.hit(event.position())
        if group is not None and event.button() == Qt.MouseButton.LeftButton:
            self.begin_rename(group.owner)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the pointer, otherwise the wheel moves the map; Shift turns it sideways."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(STEP ** (event.angleDelta().y() / 120), event.position())
            return
        moved = QPointF(event.pixelDelta()) if not event.pixelDelta().isNull() else QPointF(event.angleDelta()) / 2
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x():
            moved = QPointF(moved.y(), 0)
        self.look_at(self._viewport.panned(moved.x(), moved.y()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The commands for what is under the pointer, or selected; from the window's own menus."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        group = None if by_key else self.hit(QPointF(event.pos()))
        if group is not None and group.owner not in self.session.selection:
            self.session.select((group.owner,))
        names = ("add-touchpoint", "add-stage", "add-point", "add-action", "add-note", "", "rename", "delete")
        menu = QMenu(self)
        for action in self.window().actions_named(names):  # type: ignore[attr-defined]  # the canvas lives in a Window
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Pinch zooms; resting over a figure tells where it comes from."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(1 + event.value(), event.position())
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            group = self.hit(QPointF(event.pos()))
            words = hover_text(self.session, group) if group else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Alt+arrows move, Enter and Tab go on, letters rename, Esc cancels, Space makes a hand."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._cancel()
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self._show_hand()
        elif key in ARROWS:
            self._step(ARROWS[key], move=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        elif key in ENDS:
            self._typing.follow(key)
        elif begins_a_name(event):
            self._typing.write(event.text())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The hand is a pointer again."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_hand()
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Once the size rests, the map is laid out for it."""
        super().resizeEvent(event)
        self._resized.start()
        self.look_at(self._viewport)

    def focusOutEvent(self, event: object) -> None:
        """A key released elsewhere would never be heard of."""
        self._space = False
        self.update()
        super().focusOutEvent(event)  # type: ignore[arg-type]  # a QFocusEvent

    # parts

    def _take_room(self) -> None:
        """Use the widget's size, unless somebody is in the middle of a gesture."""
        room = (max(self.width() - 2 * MARGIN, 300.0), max(self.height() - 2 * MARGIN, 200.0))
        if room != self._layout.room and self._gesture is None:
            self._layout.room = room
            self._tiles.show(self._layout.picture(self.session.project))
            self.look_at(self._viewport if self._placed else self._first_look())
            self._placed = True
            self.update()

    def _first_look(self) -> Viewport:
        """The map's whole width, unless it could not be read then."""
        whole = fitted((float(self.width()), 1e9), (self.picture.width, 1.0), largest=1.0)
        return whole if whole.zoom >= READABLE_ZOOM else Viewport()

    def _step(self, by: int, *, move: bool) -> None:
        if move and not self.session.read_only:
            edit = moved_step(self.session, by)
            if edit is not None:
                self.session.apply(Message("Move"), edit)
                self.reveal(self.session.selection[0])
        else:
            self.session.select(neighbour(self.session, by))

    def _rename(self, element_id: str, text: str) -> bool:
        """Whether it has that name now; a tip says why not."""
        try:
            self.session.apply(Message("Rename"), lambda project: renamed(project, element_id, text))
        except Refusal as refusal:
            place = self.mapToGlobal(self.rect().center())
            QToolTip.showText(place, plain_tip(self.session.view.language.message(refusal.message)), self)
            return False
        return True

    def _zoom(self, factor: float, at: QPointF) -> None:
        self.look_at(self._viewport.zoomed(factor, at.x(), at.y()))

    def _cancel(self) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture:
            gesture.cancel()
            self._show_hand()
            self.update()
        self._close_editor(take=False)

    def _close_editor(self, *, take: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.finish(take=take)

    def _show_hand(self) -> None:
        if self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _group_of(self, element_id: str) -> Group | None:
        own = [group for group in self.picture.groups if group.owner == element_id]
        return next((group for group in own if group.part in SELECTED_PARTS), own[0] if own else None)

    def _box(self, group: Group) -> QRectF:
        x, y = self._viewport.to_widget(group.x, group.y)
        return QRectF(x, y, group.width * self._viewport.zoom, group.height * self._viewport.zoom)

    def _size(self) -> tuple[float, float]:
        return float(self.width()), float(self.height())
