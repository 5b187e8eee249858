"""The canvas: paints the picture of the map, and hands the mouse to its pointer and the keys to its keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.editing import TextEditing
from journeymapper.desktop.canvas.hover import hover_text, read_out
from journeymapper.desktop.canvas.keyboard import Keyboard
from journeymapper.desktop.canvas.lane_cells import LaneCell, seen_lanes
from journeymapper.desktop.canvas.layout import MapLayout
from journeymapper.desktop.canvas.map_painting import clip_beside, paint_chosen, paint_map
from journeymapper.desktop.canvas.marks import shown_selected
from journeymapper.desktop.canvas.pointer import Pointer
from journeymapper.desktop.canvas.previews import Previews
from journeymapper.desktop.canvas.rolling import PINCH, pinched, rolled
from journeymapper.desktop.canvas.sight import Sight
from journeymapper.desktop.canvas.tiles import Tiles
from journeymapper.desktop.canvas.type_to_map import TypeToMap
from journeymapper.desktop.canvas.viewport import MARGIN, STEP, Size, Viewport, first_look, fitted
from journeymapper.desktop.labels import plain_tip
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group, Picture

RESIZE_RESTS_MS = 60
MOST_TOLD = 20


class MapCanvas(QWidget):
    """A widget that paints the picture; it holds no second copy of the document."""

    painted = Signal()  # the whole picture, laid out for the size that there is
    zoomed = Signal(float)
    looked = Signal()
    asked = Signal(str)
    link_offered = Signal(str, str, object)
    card_offered = Signal(str, object, object)
    menu_asked = Signal(QPointF, bool)  # by a key for what is selected
    lane_named = Signal(object)  # the group of a lane's name, to be edited

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.map_layout = MapLayout(session)
        self._tiles = Tiles(session.attachments)
        self.sight = Sight(self._tiles, self.size)
        self._typing = TypeToMap(session, self)
        self._keyboard = Keyboard(session, self, self._typing)
        self._editing = TextEditing(session, self)
        self._pointer = Pointer(self)
        self._looked: Viewport | None = self.sight.view
        self._placing: Callable[[Size, Size], Viewport] = first_look
        self._previews = Previews(self._lay_out, self)
        self._resized = QTimer(self, singleShot=True, interval=RESIZE_RESTS_MS)
        self._resized.timeout.connect(self._take_room)
        self._height_kept = False
        self.setObjectName("canvas")
        self.setAccessibleName(session.view.language.text("Map"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(PINCH)
        self.setMinimumSize(240, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        session.changed.connect(self._document_changed)
        session.selected.connect(self._selection_changed)
        session.viewed.connect(self._view_changed)
        session.found.connect(self._lay_out)
        self._tiles.show(self.map_layout.picture(session.project))
        self._tell_selection()

    # what others may ask

    @property
    def picture(self) -> Picture:
        """The picture that is shown."""
        return self._tiles.picture

    @property
    def viewport_now(self) -> Viewport:
        """Where the picture is looked at."""
        return self.sight.view

    @property
    def keys_now(self) -> Qt.KeyboardModifier:
        """The modifier keys at the last movement of the mouse."""
        return self._pointer.keys

    def lanes_seen(self) -> frozenset[str]:
        """The lanes that are on the map."""
        journey = self.session.project.journeys.get(self.session.view.journey)
        return seen_lanes(self.sight.cells, journey.own_lanes if journey else {})

    def look_at(self, viewport: Viewport) -> None:
        """Show another part of the picture, never so far away that it is lost."""
        held = viewport.held(self.sight.size, (self.picture.width, self.picture.height))
        if held != self.sight.view:
            zoomed = held.zoom != self.sight.view.zoom
            self.sight.view = held
            self._editing.close(take=True)
            self.update()
            self.looked.emit()
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
        self._zoom(1 / self.sight.view.zoom, QPointF(self.width() / 2, self.height() / 2))

    def fit(self) -> None:
        """The whole map, and whole again when it has other room."""
        self._place(fitted)

    def _place(self, how: Callable[[Size, Size], Viewport]) -> None:
        self._placing, size = how, (self.picture.width, self.picture.height)
        self.look_at(how(self.sight.size, size))
        self._looked = self.sight.view

    def keep_height(self, *, kept: bool) -> None:
        """Whether something that soon goes again stands at the foot: the map is not laid out for the height left."""
        self._height_kept = kept
        self._resized.start()

    def reveal(self, element_id: str) -> None:
        """Move no further than needed to show an element."""
        group = self.sight.group_of(element_id)
        if group is not None:
            self.look_at(self.sight.showing(group))

    def begin_rename(
        self, element_id: str, text: str | None = None, *, fresh: bool = False, leads: bool = True
    ) -> bool:
        """Open the editor over an element's name, begun with `text`; a `fresh` element goes if it gets no name.

        Whether it is open: elements that the map does not show are renamed elsewhere.
        """
        self.reveal(element_id)
        return self._editing.rename(self.sight.group_of(element_id), text, self._typing, fresh=fresh, leads=leads)

    def name_new(self, element_id: str) -> None:
        """Open the editor over an element that the last edit made; left without a name it was never made."""
        self._typing.take_new(element_id)
        self.begin_rename(element_id, "", fresh=True, leads=False)

    def begin_split(self) -> None:
        """Open the editor over the selected card, for two names with a slash between them."""
        self._editing.split(self.sight.group_of(next(iter(self.session.selection), "")))

    def write_over(self, group: Group, text: str, words: str, taken: Callable[[str], bool]) -> None:
        """Open the editor over a part of the map, which is called by some words, for what `taken` takes."""
        self._editing.over(group, text, words, taken)

    def ask_menu(self) -> None:
        """The commands for what is selected."""
        self.menu_asked.emit(QPointF(), True)

    def finish_editing(self) -> None:
        """Take over what is being typed."""
        self._editing.close(take=True)

    def show_selection(self) -> None:
        """Zoom so that all that is selected is seen, and nothing is larger than twice its size."""
        chosen = self._selected()
        if chosen:
            self.look_at(self.sight.around([(one.x, one.y, one.width, one.height) for one in chosen]))

    def handle_at(self, place: QPointF) -> Group | None:
        """The card whose handle for links is under a point of the widget: one that is hovered or selected alone."""
        hidden = self.session.read_only or self.on_heading(place)
        return None if hidden else self._pointer.handle_at(place)

    def on_heading(self, place: QPointF) -> bool:
        """Whether a heading that stands still covers the map at a point of the widget."""
        return self.sight.held.at(place) is not None

    def offer_link(self, source: str, target: str, place: QPointF) -> None:
        """Ask what kind of way leads from one touchpoint to another; an empty end is the outside."""
        self.link_offered.emit(source, target, self.mapToGlobal(place.toPoint()))

    def offer_card(self, source: str, target: tuple[str, int], place: QPointF) -> None:
        """Ask what kind of way leads from a touchpoint to a new one, at a place of a stage or of the parking lot."""
        self.card_offered.emit(source, target, self.mapToGlobal(place.toPoint()))

    def ask(self, command: str) -> None:
        """A key of the map that stands for a command of the window."""
        self.asked.emit(command)

    def cancel(self) -> bool:
        """End the gesture and the editor, as if they had not begun; whether there was any."""
        busy = self._pointer.busy or self._editing.is_open
        self._pointer.cancel()
        self._editing.close(take=False)
        return busy

    def show_cell(self, cell: LaneCell) -> None:
        """Move no further than needed to show a cell of a lane."""
        self.look_at(self.sight.showing(cell))

    def begin_writing(self) -> None:
        """Open the editor over the first lane below the selected card that can be written into."""
        if self.session.selection:
            self._editing.below(self.session.selection[0])

    def hit(self, place: QPointF) -> Group | None:
        """The topmost group of an element under a point of the widget."""
        return self.sight.hit(place)

    def preview(self, project: Project | None) -> None:
        """Lay another document out in this view only; None goes back to the real one."""
        self._previews.ask(project)

    def _lay_out(self, project: Project | None = None) -> None:
        before = self.picture
        self._tiles.show(self.map_layout.picture(project or self.session.project))
        self.update()
        if (before.width, before.height) != (self.picture.width, self.picture.height):
            self.looked.emit()  # the overview comes and goes with the map's size

    # what the session tells

    def _document_changed(self, _old: Project, new: Project) -> None:
        self.cancel()
        self._pointer.lift()
        self._previews.forget()
        self._lay_out(new)
        self.look_at(self.sight.view)

    def _view_changed(self, old: View, new: View) -> None:
        self.cancel()
        self._pointer.lift()
        self._tiles.show(self.map_layout.picture(self.session.project))
        if new.journey != old.journey:
            self.fit()
        self.update()

    def _tell_selection(self) -> None:
        """Readers of the screen hear of what the keyboard walks to; the outline tells the rest."""
        groups = (self.sight.group_of(key) for key in self.session.selection[:MOST_TOLD])
        self.setAccessibleDescription(read_out(groups, self.session.view.language))

    def _selection_changed(self, ids: tuple[str, ...]) -> None:
        if not self._pointer.pressed and len(ids) == 1:  # what is pressed must not move away
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
        elif not self._resized.isActive():
            QTimer.singleShot(0, self, self.painted.emit)

    def _paint(self, painter: QPainter, event: QPaintEvent) -> bool:
        self._tiles.use_ratio(self.devicePixelRatioF())
        held, theme = self.sight.held, THEMES[self.session.view.theme]
        complete = paint_map(painter, self._tiles, event.region(), self.sight.view, held, theme.hatch)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.session.selection:
            paint_chosen(painter, self._selected(), self.sight, theme, strong=self.hasFocus())
        if not self._pointer.busy:  # a gesture is above everything
            clip_beside(painter, self.sight, held.region)
        self._pointer.paint(painter)
        return complete

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pointer begins a gesture."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer goes on with it."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The pointer ends it."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what is double-clicked: a card's name, or what a lane says and could say there."""
        if event.button() != Qt.MouseButton.LeftButton or self.session.read_only:
            return
        group, cell = self.hit(event.position()), self.sight.cell_at(event.position())
        label = self.sight.label_at(event.position()) if group is None else None
        named = group is not None and (cell is None or (bool(group.items) and group.part != cell.lane))
        if group is not None and named:
            self.begin_rename(group.owner, leads=False)
        elif label is not None:
            self.lane_named.emit(label)
        elif cell is not None and not self._editing.cell(cell) and cell.lane == "images":
            self.session.select((cell.owner,))
            self.ask("show-images" if group is not None else "add-images")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom or move the map."""
        self.look_at(rolled(self.sight.view, event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The commands for what is under the pointer, by a key for what is selected."""
        self.menu_asked.emit(QPointF(event.pos()), event.reason() == QContextMenuEvent.Reason.Keyboard)

    def event(self, event: QEvent) -> bool:
        """Pinch zooms, on a touch pad and on a touch screen; resting over a figure tells where it comes from."""
        if (pinch := pinched(self.sight.view, event, self)) is not None:
            self.look_at(pinch)
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            group = self.hit(QPointF(event.pos())) or self.sight.label_at(QPointF(event.pos()))
            words = hover_text(self.session, group) if group else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    # the keyboard

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab leads from stage to stage, F6 out of the map."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space makes a hand; the keyboard knows the rest."""
        if event.key() == Qt.Key.Key_Space:
            self._pointer.hold_map(held=True)
        elif not self._keyboard.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The hand is a pointer again."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pointer.hold_map(held=False)
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Once the size rests, the map is laid out for it."""
        super().resizeEvent(event)
        self._resized.start()
        unmoved = self.sight.view == self._looked
        self.look_at(self.sight.view)
        if unmoved:
            self._looked = self.sight.view
        self.looked.emit()  # the overview keeps to its corner

    def focusOutEvent(self, event: object) -> None:
        """A key released elsewhere would never be heard of."""
        self._pointer.hold_map(held=False)
        self.update()
        super().focusOutEvent(event)  # type: ignore[arg-type]  # a QFocusEvent

    # parts

    def _take_room(self) -> None:
        """Use the widget's size; later, while somebody types over the map or is in the middle of a gesture."""
        if self._editing.is_open or self._pointer.busy:
            self._resized.start()
            return
        room = (max(self.width() - 2 * MARGIN, 300.0), max(self.height() - 2 * MARGIN, 200.0))
        if self._height_kept:
            room = room[0], self.map_layout.room[1]
        self.update()
        if room != self.map_layout.room:
            self.map_layout.room = room
            self._lay_out(None)
            unmoved = self.sight.view == self._looked  # nobody has moved the map since it was placed
            self._place(self._placing) if unmoved else self.look_at(self.sight.view)

    def alone(self) -> Group | None:
        """The group of the element that is selected alone."""
        return self.sight.group_of(self.session.selection[0]) if len(self.session.selection) == 1 else None

    def _zoom(self, factor: float, at: QPointF) -> None:
        self.look_at(self.sight.view.zoomed(factor, at.x(), at.y()))

    def _selected(self) -> list[Group]:
        return shown_selected(self._tiles.groups_of(self.session.selection))

    def box(self, group: Group | LaneCell) -> QRectF:
        """Where a group or a cell of the picture stands in the widget."""
        return self.sight.box(group)
