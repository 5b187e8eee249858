"""The middle of the window: the map, or the pages that lead from results to decisions."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View

if TYPE_CHECKING:
    from journeymapper.desktop.act.act_view import ActView


class Stage(QStackedWidget):
    """The pages are made when they are first looked at."""

    def __init__(self, session: Session, canvas: QWidget, jobs: Jobs, asking: Asking) -> None:
        super().__init__()
        self._session, self._canvas, self._jobs, self._asking = session, canvas, jobs, asking
        self._pages: ActView | None = None
        self.addWidget(canvas)
        self.setFocusProxy(canvas)
        session.viewed.connect(self._viewed)
        self._show()

    def _viewed(self, old: View, new: View) -> None:
        if old.mode != new.mode:
            self._show()

    def _show(self) -> None:
        acting = self._session.view.mode == "act"
        if acting and self._pages is None:
            from journeymapper.desktop.act.act_view import ActView

            self._pages = ActView(self._session, self._jobs, self._asking)
            self.addWidget(self._pages)
        shown = self._pages if acting and self._pages is not None else self._canvas
        self.setCurrentWidget(shown)
        self.setFocusProxy(shown)
