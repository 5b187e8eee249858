"""The presentation's window: keys go from stage to stage, S shows the scores, + and − set the size of the type."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeymapper.desktop.appearance import THEMES, palette
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.picture_sheet import PictureSheet
from journeymapper.desktop.presentation.progress import Progress
from journeymapper.desktop.presentation.slides import WHOLE, room_of, slides, stops_of
from journeymapper.desktop.session import Session
from journeymapper.model.journey import Journey
from journeymapper.picture.primitives import Picture

PERCENTS = (100, 125, 150, 175, 200)
TITLE_SHARE, SMALL_SHARE, MARGIN_SHARE = 0.036, 0.017, 0.02
STILL_MS = 3000
HINT_MS = 8000
FORWARD = frozenset({
    Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter,
})  # fmt: skip
BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})


class Presentation(QWidget):
    """A window of its own over the session's journey; it follows the document while somebody goes on mapping."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, stop: str = WHOLE) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session = session
        self._stop, self._page = stop, 0
        self._results = False
        self._percent = PERCENTS[0]
        self._kept: dict[str, list[Picture]] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("presentation")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._title, self._where, self._hint = plain_label(), plain_label(), plain_label()
        self._title.setWordWrap(True)
        self._sheet = PictureSheet()
        self._sheet.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._progress = Progress(THEMES[session.view.theme])
        self._still = _timer(self, STILL_MS, self._hide_pointer)
        self._hinted = _timer(self, HINT_MS, self._hint.hide)
        self._build()
        session.changed.connect(self._refresh)
        session.viewed.connect(self._refresh)
        session.destroyed.connect(self.close)

    # where it stands

    @property
    def stop(self) -> str:
        """The id of the stage that is shown, empty for the whole map."""
        return self._stop

    @property
    def picture(self) -> Picture:
        """The picture that is shown."""
        return self._sheet.picture

    @property
    def percent(self) -> int:
        """How large the type is, 100 to 200."""
        return self._percent

    @property
    def results(self) -> bool:
        """Whether scores are shown."""
        return self._results

    def step(self, by: int) -> None:
        """One page on or back; nothing before the first and after the last."""
        stops, page = self._stops(), self._page + by
        place = stops.index(self._stop)
        if 0 <= page < len(self._pages(self._stop)):
            self._page = page
        elif 0 <= place + by < len(stops):
            self._stop = stops[place + by]
            self._page = 0 if by > 0 else len(self._pages(self._stop)) - 1
        self._show()

    def go(self, stop: str) -> None:
        """Straight to the first page of a stage."""
        self._stop, self._page = stop, 0
        self._show()

    def show_scores(self, shown: bool) -> None:
        """Show or hide figures and verdicts."""
        self._results = shown
        self._refresh()

    def enlarge(self, by: int) -> None:
        """Larger or smaller type by so many steps."""
        place = PERCENTS.index(self._percent) + by
        self._percent = PERCENTS[min(max(place, 0), len(PERCENTS) - 1)]
        self._refresh()

    # keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Space and the page keys walk; Home and End jump; Esc ends."""
        key, stops = Qt.Key(event.key()), self._stops()
        if key in FORWARD:
            self.step(1)
        elif key in BACK:
            self.step(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(stops[0 if key == Qt.Key.Key_Home else -1])
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            self._other_key(event)

    def _other_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S:
            self.show_scores(not self._results)
        elif event.text() and event.text() in "+-":
            self.enlarge(1 if event.text() == "+" else -1)
        elif event.text() == "?" or event.key() == Qt.Key.Key_F1:
            self._show_hint()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes on, the right button goes back."""
        self.step(-1 if event.button() == Qt.MouseButton.RightButton else 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer is seen while it moves."""
        self.unsetCursor()
        self._still.start()
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen, another layout."""
        super().resizeEvent(event)
        self._refresh()

    # parts

    def _refresh(self, *_: object) -> None:
        self._kept.clear()
        self.setPalette(palette(THEMES[self._session.view.theme]))
        if self._stop not in self._stops():
            self._stop, self._page = WHOLE, 0
        self._set_type()
        self._show()

    def _show(self) -> None:
        journey = self._journey
        if journey is None:
            self.close()
            return
        pages = self._pages(self._stop)
        self._page = min(self._page, len(pages) - 1)
        stops = self._stops()
        self._title.setText(journey.stages[self._stop].name if self._stop else journey.name)
        self._where.setText(self._place_words(journey, len(pages)))
        self._where.setVisible(bool(self._where.text()))
        self._progress.show_place(stops.index(self._stop), len(stops))
        self._sheet.show_picture(pages[self._page])
        self.setWindowTitle(self._title.text())
        self.setAccessibleName(self._title.text())

    def _place_words(self, journey: Journey, pages: int) -> str:
        text = self._session.view.language.text
        page = text("page {n} of {all}", n=self._page + 1, all=pages) if pages > 1 else ""
        if not self._stop:
            whole = journey.headline if self._results and journey.headline else journey.customer_goal
            return " · ".join(filter(None, (whole, page)))
        place = text("Stage {n} of {all}", n=journey.stage_order.index(self._stop) + 1, all=len(journey.stage_order))
        return " · ".join(filter(None, (journey.name, place, journey.stages[self._stop].usual_length, page)))

    def _pages(self, stop: str) -> list[Picture]:
        journey = self._journey
        if stop not in self._kept and journey is not None:
            room = room_of(self._sheet.width(), self._sheet.height(), self.height(), self._percent)
            self._kept[stop] = slides(self._session, journey, stop, room, results=self._results)
        return self._kept.get(stop, [])

    @property
    def _journey(self) -> Journey | None:
        return self._session.project.journeys.get(self._session.view.journey)

    def _stops(self) -> list[str]:
        return stops_of(self._journey) if self._journey is not None else [WHOLE]

    # looks

    def _build(self) -> None:
        text = self._session.view.language.text
        self._hint.setText(text("← → stages   S scores   + − size   Esc ends"))
        self._where.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setAutoFillBackground(True)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._where)
        head.addLayout(words, 1)
        head.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._sheet, 1)
        column.addWidget(self._progress)
        self._hinted.start()

    def _set_type(self) -> None:
        """Type and margins by the height of the screen, so that the last row can read them."""
        high, factor = max(self.height(), 200), self._percent / 100
        margin = round(high * MARGIN_SHARE)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(2 * margin, margin, 2 * margin, margin)
            layout.setSpacing(margin)
        _size(self._title, high * TITLE_SHARE * factor, QFont.Weight.Bold)
        _size(self._where, high * SMALL_SHARE * factor, QFont.Weight.Normal)
        _size(self._hint, high * SMALL_SHARE, QFont.Weight.Normal)
        if layout is not None:
            layout.activate()

    def _show_hint(self) -> None:
        self._hint.show()
        self._hinted.start()

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)


def _size(label: QLabel, pixels: float, weight: QFont.Weight) -> None:
    font = label.font()
    font.setPixelSize(max(round(pixels), 8))
    font.setWeight(weight)
    label.setFont(font)


def _timer(owner: QWidget, after: int, handler: object) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after)
    timer.timeout.connect(handler)
    return timer
