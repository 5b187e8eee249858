"""The images of a touchpoint, one after the other, as large as the screen allows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.model.journey import Touchpoint

SHARE = 0.8
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ImageViewer(QDialog):
    """Arrows go from one to the next; Esc closes."""

    def __init__(self, session: Session, touchpoint: Touchpoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = session.view.language
        data = (session.attachments.get(name, b"") for name in touchpoint.images)
        self._images = [QImage.fromData(one) for one in data]
        self._place = 0
        self._picture, self._where = QLabel(), plain_label("", "quiet")
        self.setObjectName("image-viewer")
        self.setWindowTitle(touchpoint.name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setMinimumSize(QSize(240, 180))
        column = QVBoxLayout(self)
        column.addWidget(self._picture, 1)
        column.addWidget(self._where)
        self.resize(self.screen().availableSize() * SHARE)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To the image beside."""
        by = STEPS.get(Qt.Key(event.key()), 0)
        if by and 0 <= self._place + by < len(self._images):
            self._place += by
            self._show()
        elif not by:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as there is room."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        image, text = self._images[self._place], self._language.text
        self._where.setText(text("Image {n} of {all}", n=self._place + 1, all=len(self._images)))
        self._picture.setAccessibleName(f"{self.windowTitle()}: {self._where.text()}")
        if image.isNull():
            self._picture.setText(text("This image is not in the file."))
            return
        room = self._picture.size().boundedTo(image.size())
        scaled = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self._picture.setPixmap(QPixmap.fromImage(scaled))
