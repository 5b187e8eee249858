"""The line below the map: what it holds, what is certain, how large it is shown."""

from PySide6.QtWidgets import QStatusBar, QWidget

from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session


class StatusLine(QStatusBar):
    """Counts of the journey shown; certain results only where results are looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counts = plain_label("", "quiet")
        self._counts.setObjectName("status-counts")
        self._zoom = plain_label("", "quiet")
        self.addWidget(self._counts)
        self.addPermanentWidget(self._zoom)
        session.changed.connect(self._refresh)
        session.viewed.connect(self._refresh)
        self._refresh()

    def show_zoom(self, zoom: float) -> None:
        """Say how large the map is shown; 1.0 is its own size."""
        language = self._session.view.language
        self._zoom.setText(language.text("Zoom {percent}", percent=f"{round(zoom * 100)}\N{NO-BREAK SPACE}%"))

    def _refresh(self, *_: object) -> None:
        self._counts.setText("     ".join(self._parts()))

    def _parts(self) -> list[str]:
        session, plural = self._session, self._session.view.language.plural
        journey = session.project.journeys.get(session.view.journey)
        if journey is None:
            return []
        measured = {point.anchor.id for point in session.project.points.values() if point.anchor.kind == "touchpoint"}
        with_points = sum(key in measured for key in journey.touchpoints)
        parts = [
            plural("{n} touchpoint", "{n} touchpoints", len(journey.touchpoints)),
            plural("{n} with a measurement point", "{n} with measurement points", with_points),
            plural("{n} result file", "{n} result files", len(session.project.result_sets)),
        ]
        if session.view.mode == "results":
            rollup = session.rollup(journey.id)
            parts.append(plural("{n} certainly worse than target", "{n} certainly worse than target", rollup.worse))
            parts.append(plural("{n} certainly better", "{n} certainly better", rollup.better))
        return parts
