"""The canvas's picture of a document: the shared layout with the choices of the window."""

from collections.abc import Callable

import msgspec

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.overlaying import Overlaying
from journeymapper.desktop.session import Session
from journeymapper.model.project import Project
from journeymapper.picture.map_view import LANES, LayoutCache, MapView, map_picture
from journeymapper.picture.primitives import Picture

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

    def picture(self, project: Project) -> Picture:
        """The map of a document with the view's choices; an empty picture without a journey."""
        shown = self._shown(project)
        if shown is None:
            return Picture(width=1, height=1, groups=(), ground=THEMES[self._session.view.theme].ground)
        return _laid_out(shown, self.room, self._cache)

    def ahead(self) -> Callable[[Project], LayoutCache]:
        """What lays out, in another thread, a document that is still to come; `adopt` what it gives before it comes.

        It is laid out as the map looks now; should that change by then, what differs is laid out once more.
        """
        shown, room, cache = self._shown(self._session.project), self.room, self._cache.copy()

        def lay_out(project: Project) -> LayoutCache:
            if shown is not None and (journey := project.journeys.get(shown.journey.id)):
                _laid_out(msgspec.structs.replace(shown, project=project, journey=journey), room, cache)
            return cache

        return lay_out

    def adopt(self, cache: LayoutCache) -> None:
        """Go on with what was laid out ahead."""
        self._cache = cache

    def _shown(self, project: Project) -> MapView | None:
        view = self._session.view
        journey = project.journeys.get(view.journey)
        if journey is None:
            return None
        results = view.mode == "results"
        return MapView(
            project=project,
            journey=journey,
            scores=dict(self._session.scores()) if results else {},
            language=view.language,
            theme=THEMES[view.theme],
            lanes=tuple(lane for lane in LANES if self._wants(lane)),
            detail=view.detail,
            results=results,
            personas=view.personas,
            channels=view.channels,
            emphasise="assumptions" if view.assumptions else "",
            overlay=self._overlaying.overlay(),
            beliefs=self._session.findings.beliefs if results else (),
            paths=self._session.findings.paths_of(journey.id) if results else None,
            opened=frozenset(LANES) if view.empty_lanes else view.opened,
        )

    def _wants(self, lane: str) -> bool:
        view = self._session.view
        return lane not in view.hidden_lanes and (lane not in RESULT_LANES or view.mode == "results")


def _laid_out(shown: MapView, room: tuple[float, float], cache: LayoutCache) -> Picture:
    return map_picture(shown, width=room[0], height=room[1], fill=False, cache=cache)
