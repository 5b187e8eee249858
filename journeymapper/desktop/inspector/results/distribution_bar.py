"""A bar of the classes of answers, the best on the left, each as wide as its share."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.analysis.score import Share
from journeymapper.desktop.labels import set_plain_tip
from journeymapper.language.language import Language
from journeymapper.picture.theme import Theme

RADIUS = 5.0
GAP = 1.0


class DistributionBar(QWidget):
    """Paints the shares of a score; its words are its accessible description."""

    def __init__(self, shares: Sequence[Share], language: Language, theme: Theme) -> None:
        super().__init__()
        self.shares = tuple(reversed(shares))
        self._colours = class_colours(len(shares), theme)
        words = "\n".join(class_words(share, language) for share in self.shares)
        self.setObjectName("distribution")
        self.setAccessibleName(language.text("Distribution of answers"))
        self.setAccessibleDescription(words)
        set_plain_tip(self, words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        return QSize(120, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One rectangle a class, the corners of the whole rounded."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(outline)
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, colour in zip(self.parts(), self._colours, strict=True):
            painter.fillRect(rect, QColor(colour))

    def parts(self) -> list[QRectF]:
        """The rectangle of each class from the left."""
        total = sum(share.share for share in self.shares) or 1.0
        left, rects = 0.0, []
        for share in self.shares:
            width = self.width() * share.share / total
            rects.append(QRectF(left, 0.0, max(0.0, width - GAP), float(self.height())))
            left += width
        return rects


def class_words(share: Share, language: Language) -> str:
    """A class with its count and share."""
    label = language.text(share.label)
    return f"{label}: {language.number(share.count)} ({language.percent(share.share)})"


def class_colours(count: int, theme: Theme) -> list[str]:
    """From the best class to the worst: blue over grey to red-brown."""
    if count == 1:
        return [theme.certainly_better]
    return [_between(theme, 1 - 2 * index / (count - 1)) for index in range(count)]


def _between(theme: Theme, place: float) -> str:
    """A colour between worst (−1), middling (0) and best (1)."""
    middle, end = QColor(theme.hatch), QColor(theme.certainly_better if place > 0 else theme.certainly_worse)
    share = abs(place)
    mixed = (
        round(a + (b - a) * share)
        for a, b in zip(
            (middle.red(), middle.green(), middle.blue()), (end.red(), end.green(), end.blue()), strict=True
        )
    )
    return QColor(*mixed).name()
