"""The map as it is exported: all of it in one picture, at its natural size, with a margin."""

from collections.abc import Mapping

from journeymapper.analysis.scoring import score_points
from journeymapper.language.language import Language
from journeymapper.model.journey import Journey
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.picture.map_view import MapView, map_picture, natural_width
from journeymapper.picture.primitives import Picture
from journeymapper.report.actual import path_reports

MARGIN = 24.0
LEAST_WIDTH = 960.0


def drawing(
    project: Project, tallies: Mapping[str, Tally], journey: Journey, language: Language,
    attachments: Mapping[str, bytes] = {},
) -> Picture:  # fmt: skip
    """The journey with the scores of the newest wave, and with what the event logs among the attachments say of it."""
    scores = score_points(project, tallies)
    paths = path_reports(project, attachments).get(journey.id)
    return drawn(MapView(project=project, journey=journey, scores=scores, language=language, paths=paths))


def drawn(view: MapView) -> Picture:
    """A map at its natural size, with a margin."""
    inner = map_picture(view, width=max(natural_width(view), LEAST_WIDTH))
    return Picture(
        width=inner.width + 2 * MARGIN,
        height=inner.height + 2 * MARGIN,
        groups=tuple(group.moved(MARGIN, MARGIN) for group in inner.groups),
        ground=inner.ground,
    )
