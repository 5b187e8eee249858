"""The overlay that the reader has chosen, worked out once for the same document, scores and choice."""

import msgspec

from journeymapper.analysis.point_index import points_by_touchpoint
from journeymapper.desktop.session import Session
from journeymapper.picture.evidence import supports_of
from journeymapper.picture.overlays.order import overlay_of
from journeymapper.picture.overlays.overlay import Ground, Mark, Overlay


class Overlaying:
    """Keeps the last overlay, and of each mark that stays equal the very object: only changed cards are laid out."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: tuple[tuple[object, ...], Overlay | None] | None = None

    def overlay(self) -> Overlay | None:
        """The chosen overlay in Results mode; None for the verdicts and in the other modes."""
        session, view = self._session, self._session.view
        if view.mode != "results" or view.overlay == "verdict" or view.journey not in session.project.journeys:
            return None
        key = (session.project, session.scores(), view.language, view, session.findings)
        if self._known is None or any(a is not b for a, b in zip(self._known[0], key, strict=True)):
            old = self._known[1] if self._known else None
            self._known = (key, _with_same_marks(overlay_of(view.overlay, ground_of(session)), old))
        return self._known[1]


def ground_of(session: Session) -> Ground:
    """What overlays of the journey in view are made from."""
    project, view = session.project, session.view
    return Ground(
        project=project,
        journey=project.journeys[view.journey],
        language=view.language,
        scores=session.scores(),
        points=points_by_touchpoint(project),
        supports=supports_of(project.evidence),
        tallies=session.tallies,
        book=session.book(),
        wave=session.shown_wave(),
        against=view.against or session.wave_before(),
        segment_name=view.beside or next(iter(session.segment_names()), ""),
        drivers=session.findings.drivers,
    )


def _with_same_marks(new: Overlay | None, old: Overlay | None) -> Overlay | None:
    if new is None or old is None:
        return new
    kept: dict[str, Mark] = {key: _same(mark, old.marks.get(key)) for key, mark in new.marks.items()}
    return msgspec.structs.replace(new, marks=kept)


def _same(new: Mark, old: Mark | None) -> Mark:
    return old if old is not None and old == new else new
