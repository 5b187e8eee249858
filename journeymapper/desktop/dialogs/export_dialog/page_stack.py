"""The pages of a draft below each other, drawn when they come into view."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.desktop.dialogs.export_dialog.drafts import Draft, PageImage
from journeymapper.language.language import Language

GAP = 16
KEPT = 24


class PageStack(QWidget):
    """Paints a draft's pages at a scale of logical pixels a point; `wanted` names pages in view without an image."""

    wanted = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._draft: Draft | None = None
        self._scale = 1.0
        self._images: dict[int, PageImage] = {}
        self._places: list[QRect] = []
        self.setObjectName("pages")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def pixel_scale(self) -> float:
        """Device pixels a point."""
        return self._scale * self.devicePixelRatioF()

    def show_draft(self, draft: Draft | None) -> None:
        """Show another draft, its pages blank until their images come."""
        self._draft = draft
        self._images = {}
        pages = len(draft.sizes) if draft else 0
        self.setAccessibleName(self._language.plural("Preview of {n} page", "Preview of {n} pages", pages))
        self._arrange()

    def set_scale(self, scale: float) -> None:
        """Show the pages larger or smaller; old images are stretched until the sharp ones come."""
        if scale != self._scale:
            self._scale = scale
            self._arrange()

    def take(self, image: PageImage) -> None:
        """A page has been drawn; one of another draft is dropped."""
        if image.draft is not self._draft:
            return
        self._images.pop(image.page, None)
        self._images[image.page] = image
        while len(self._images) > KEPT:
            del self._images[next(iter(self._images))]
        self.update(self._places[image.page])

    def place(self, page: int) -> QRect:
        """Where a page is."""
        return self._places[page]

    def page_at(self, y: int) -> int:
        """The page at a height, the next one between two."""
        return next((page for page, place in enumerate(self._places) if place.bottom() >= y), len(self._places) - 1)

    def image(self, page: int) -> QImage | None:
        """The image shown for a page."""
        found = self._images.get(page)
        return found.image if found else None

    def missing(self, view: QRect) -> tuple[int, ...]:
        """Pages in view, and the next one, that have no sharp image."""
        seen = [page for page, place in enumerate(self._places) if place.intersects(view)]
        ahead = seen[-1] + 1 if seen else 0
        if ahead < len(self._places):
            seen.append(ahead)
        return tuple(page for page in seen if page not in self._images or not self._sharp(self._images[page]))

    def _sharp(self, image: PageImage) -> bool:
        return abs(image.scale - self.pixel_scale) < 1e-3

    def _arrange(self) -> None:
        caption = self.fontMetrics().height() + 6
        top, widest = GAP, 0
        self._places = []
        for width, height in self._draft.sizes if self._draft else ():
            size = QSize(max(round(width * self._scale), 1), max(round(height * self._scale), 1))
            self._places.append(QRect(GAP, top, size.width(), size.height()))
            top += size.height() + caption + GAP
            widest = max(widest, size.width())
        for place in self._places:
            place.moveLeft(GAP + (widest - place.width()) // 2)
        self.setFixedSize(widest + 2 * GAP, max(top, GAP))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """White pages with a thin edge, their numbers below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        palette, pages = self.palette(), len(self._places)
        for page, place in enumerate(self._places):
            if not place.adjusted(0, 0, 0, GAP + self.fontMetrics().height() + 6).intersects(event.rect()):
                continue
            if image := self._images.get(page):
                painter.drawImage(QRectF(place), image.image)
            else:
                painter.fillRect(place, QColor("white"))
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawRect(place)
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            number = self._language.text("{page} of {pages}", page=page + 1, pages=pages)
            below = QRectF(QPointF(place.left(), place.bottom() + 4), QPointF(place.right(), place.bottom() + 4 + 30))
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, number)
