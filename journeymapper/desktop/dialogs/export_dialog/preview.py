"""The live preview: pages in a scroll area, zoomed, drawn by jobs as they come into view."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from journeymapper.desktop.dialogs.export_dialog.drafts import Draft, PageImage, draw_pages
from journeymapper.desktop.dialogs.export_dialog.page_stack import GAP, PageStack
from journeymapper.desktop.dialogs.latest import Latest
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language

LEAST, MOST, STEP = 0.2, 4.0, 1.25
SCROLLED = 60


class Preview(QWidget):
    """Shows a draft; `failed` carries a Message. Pages fit the width until somebody zooms."""

    failed = Signal(object)

    def __init__(self, language: Language, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._draft: Draft | None = None
        self._zoom: float | None = None
        self.stack = PageStack(language)
        self._area = QScrollArea()
        self._area.setObjectName("preview")
        self._area.setAccessibleName(language.text("Preview"))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(self.stack)
        self._area.viewport().installEventFilter(self)
        self._drawing = Latest(jobs, self, SCROLLED)
        self._drawing.finished.connect(self._take)
        self._drawing.failed.connect(self.failed)
        self._percent = plain_label("", "quiet")
        self._page = plain_label("", "quiet")
        self._area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._lay_out()

    @property
    def drawing(self) -> Latest:
        """The jobs that draw pages."""
        return self._drawing

    def _lay_out(self) -> None:
        text = self._language.text
        row = QHBoxLayout()
        row.addWidget(self._page, 1)
        for name, words, told, handler in (
            ("zoom-out", "−", text("Zoom out"), self.zoom_out),
            ("zoom-in", "+", text("Zoom in"), self.zoom_in),
            ("fit-width", text("Fit width"), text("Fit the pages' width"), self.fit_width),
            ("fit-page", text("Whole page"), text("Show a whole page"), self.fit_page),
        ):
            button = QToolButton()
            button.setObjectName(name)
            button.setText(words)
            button.setToolTip(told)
            button.setAccessibleName(told)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(handler)
            row.addWidget(button)
        row.insertWidget(2, self._percent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addLayout(row)

    def show_draft(self, draft: Draft | None) -> None:
        """Show another draft at the same place; nothing while there is none."""
        self._drawing.stop()
        place = self._area.verticalScrollBar().value()
        self._draft = draft
        self.stack.show_draft(draft)
        self._rescale()
        self._area.verticalScrollBar().setValue(place)
        self._scrolled()

    def stop(self) -> None:
        """Draw nothing more."""
        self._drawing.stop()

    # zoom

    def zoom_in(self) -> None:
        """A step larger."""
        self._set_zoom(self._scale() * STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self._set_zoom(self._scale() / STEP)

    def fit_width(self) -> None:
        """As wide as there is room."""
        self._set_zoom(None)

    def fit_page(self) -> None:
        """The page that is in view, whole."""
        if self._draft is None:
            return
        page = self.stack.page_at(self._area.verticalScrollBar().value() + GAP)
        width, height = self._draft.sizes[page]
        room = self._area.viewport().size()
        below = 3 * GAP + self.fontMetrics().height()
        self._set_zoom(min((room.width() - 2 * GAP) / width, (room.height() - below) / height))
        self._area.verticalScrollBar().setValue(self.stack.place(page).top() - GAP)

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = None if zoom is None else min(max(zoom, LEAST), MOST)
        self._rescale()

    def _scale(self) -> float:
        """Logical pixels a point."""
        if self._zoom is not None:
            return self._zoom
        widest = max((width for width, _ in self._draft.sizes), default=0.0) if self._draft else 0.0
        room = self._area.width() - self._area.verticalScrollBar().sizeHint().width() - 2 * GAP
        return max(room / widest, LEAST) if widest else 1.0

    def _rescale(self) -> None:
        bar = self._area.verticalScrollBar()
        before = bar.value() / max(self.stack.height(), 1)
        self.stack.set_scale(self._scale())
        bar.setValue(round(before * self.stack.height()))
        self._percent.setText(self._language.percent(100 * self._scale() * 72 / 96) if self._draft else "")
        self._scrolled()

    # what is in view

    def _view(self) -> QRect:
        place = self._area.viewport().rect()
        return place.translated(-self.stack.x(), -self.stack.y())

    def _scrolled(self) -> None:
        draft = self._draft
        if draft is None or not draft.sizes:
            self._page.setText("")
            return
        page = self.stack.page_at(self._view().center().y())
        self._page.setText(self._language.text("Page {page} of {pages}", page=page + 1, pages=len(draft.sizes)))
        missing, scale = self.stack.missing(self._view()), self.stack.pixel_scale
        if missing:
            self._drawing.start(lambda job: draw_pages(draft, missing, scale, job.report))

    def _take(self, drawn: tuple[PageImage, ...]) -> None:
        for image in drawn:
            self.stack.take(image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fit the width go on fitting it."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._rescale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel zoom, as on the map."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            else:
                self.zoom_out()
            return True
        return super().eventFilter(watched, event)
