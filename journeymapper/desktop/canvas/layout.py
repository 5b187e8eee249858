"""The canvas's picture of a document: the shared layout with the choices of the window."""

from typing import TYPE_CHECKING

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.overlaying import Overlaying
from journeymapper.desktop.session import Session
from journeymapper.model.project import Project
from journeymapper.picture.map_view import LANES, LayoutCache, MapView, map_picture
from journeymapper.picture.primitives import Picture

if TYPE_CHECKING:
    from journeymapper.analysis.beliefs.report import Belief

RESULT_LANES = frozenset({"score", "actual", "summary"})


class MapLayout:
    """Keeps the groups of the last picture, so that an edit lays out what it changed.

    The map takes the window's width while it can be read there, and its lanes the free height.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.room = (1100.0, 700.0)
        self._cache = LayoutCache()
        self._overlaying = Overlaying(session)
        self._believed: tuple[tuple[object, ...], tuple[Belief, ...]] | None = None

    def picture(self, project: Project) -> Picture:
        """The map of a document with the view's choices; an empty picture without a journey."""
        view = self._session.view
        journey = project.journeys.get(view.journey)
        theme = THEMES[view.theme]
        if journey is None:
            return Picture(width=1, height=1, groups=(), ground=theme.ground)
        results = view.mode == "results"
        shown = MapView(
            project=project,
            journey=journey,
            scores=dict(self._session.scores()) if results else {},
            language=view.language,
            theme=theme,
            lanes=tuple(lane for lane in LANES if self._wants(lane)),
            detail=view.detail,
            results=results,
            personas=view.personas,
            channels=view.channels,
            emphasise="assumptions" if view.assumptions else "",
            overlay=self._overlaying.overlay(),
            beliefs=self._beliefs(project) if results else (),
            paths=self._session.findings.paths_of(journey.id) if results else None,
            opened=frozenset(LANES) if view.empty_lanes else view.opened,
        )
        return map_picture(shown, width=self.room[0], height=self.room[1], fill=False, cache=self._cache)

    def _beliefs(self, project: Project) -> "tuple[Belief, ...]":
        """What the staff guessed, once their rounds are locked; worked out once for the same results."""
        key = (project.beliefs, project.result_sets, project.points, project.metrics, self._session.view.wave)
        if self._believed is None or any(a is not b for a, b in zip(self._believed[0], key, strict=True)):
            from journeymapper.analysis.beliefs.report import belief_report

            tallies = self._session.tallies
            asked = bool(project.beliefs) or any(one.mapping.beliefs for one in project.result_sets.values())
            report = belief_report(project, tallies, wave=self._session.view.wave) if asked else None
            self._believed = (key, report.beliefs if report is not None and report.locked_at else ())
        return self._believed[1]

    def _wants(self, lane: str) -> bool:
        view = self._session.view
        return lane not in view.hidden_lanes and (lane not in RESULT_LANES or view.mode == "results")
