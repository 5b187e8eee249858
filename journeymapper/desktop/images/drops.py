"""Images dropped on the map belong to the touchpoint below them; anything else that is dropped is the window's."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from journeymapper.desktop.images.sources import from_mime
from journeymapper.model.find import find
from journeymapper.model.journey import Touchpoint

if TYPE_CHECKING:
    from journeymapper.desktop.canvas.widget import MapCanvas
    from journeymapper.desktop.images.commands import ImageCommands

ENTERING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class ImageDrops(QObject):
    """Watches what is dragged over a canvas."""

    def __init__(self, canvas: "MapCanvas", images: "ImageCommands") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._images = images
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Accept images, and tell by the selection where they would go."""
        if not isinstance(event, QDropEvent):  # entering and moving are drops that have not happened yet
            return False
        session = self._canvas.session
        sources = from_mime(event.mimeData(), session.view.language.text("the dropped image"))
        if not sources or session.read_only:
            event.ignore()
            return True
        touchpoint = self._touchpoint_at(event)
        if touchpoint:
            session.select((touchpoint,))
        entering = event.type() == QEvent.Type.DragEnter
        if touchpoint or entering:
            event.acceptProposedAction()
        else:
            event.ignore()
        if touchpoint and event.type() == QEvent.Type.Drop:
            self._images.take(touchpoint, sources)
        return True

    def _touchpoint_at(self, event: QDropEvent) -> str:
        hit, cell = self._canvas.hit(event.position()), self._canvas.sight.cell_at(event.position())
        owners = [one.owner for one in (hit, cell) if one is not None]
        project = self._canvas.session.project
        return next((key for key in owners if isinstance(find(project, key), Touchpoint)), "")
