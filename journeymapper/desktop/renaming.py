"""Where a name is edited: in the outline if the keyboard is there, else on the map, else where it is seen."""

from PySide6.QtWidgets import QApplication

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.inspector.inspector import Inspector
from journeymapper.desktop.panels.outline import OutlineTree


class Renaming:
    """Asks the views of one window in turn; the first that shows the element opens its editor."""

    def __init__(self, canvas: MapCanvas, outline: OutlineTree, inspector: Inspector) -> None:
        self._canvas = canvas
        self._outline = outline
        self._inspector = inspector

    def begin(self, element_id: str) -> bool:
        """Edit the element's name; whether it is shown anywhere that it can be."""
        focus = QApplication.focusWidget()
        in_outline = focus is not None and (focus is self._outline or self._outline.isAncestorOf(focus))
        on_map = self._canvas.isVisible() and not in_outline
        return (
            (on_map and self._canvas.begin_rename(element_id))
            or self._outline.begin_rename(element_id)
            or self._inspector.begin_rename(element_id)
        )
