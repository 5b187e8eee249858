"""What every part of a picture rests on, as one object each, so that looking whether it changed is one comparison."""

from operator import attrgetter
from typing import Any

from journeymapper.model.journey import Journey
from journeymapper.model.project import Project
from journeymapper.picture.layout_cache import LayoutCache
from journeymapper.picture.sheet import is_graded
from journeymapper.picture.view import MapView

STAGES_AND_TOUCHPOINTS = ("stages", "stage_order", "touchpoints", "parked")
_OF_PROJECT = attrgetter(*(name for name in Project.__struct_fields__ if name != "journeys"))
_OF_JOURNEY = attrgetter(*(name for name in Journey.__struct_fields__ if name not in STAGES_AND_TOUCHPOINTS))
SAME = ("language", "theme", "overlay", "paths")
"""The fields of a view that are the same objects while they are unchanged; the others are compared by value."""
_SAME_OF_VIEW = attrgetter(*SAME)
_OF_VIEW = attrgetter(
    *(name for name in MapView.__struct_fields__ if name not in ("project", "journey", "scores", *SAME))
)


def style_of(view: MapView, floor: float, cache: LayoutCache) -> object:
    """The same object as for the picture before while all choices are the same that any part of a picture follows."""
    choices = (view.detail, view.results, view.emphasise, is_graded(view), view.project.votes_shown, floor)
    return cache.kept(("style", ""), (view.theme, view.language), (*choices, view.project.language), object)


def background_of(view: MapView, cache: LayoutCache) -> object:
    """The same object as for the picture before while all is as it was but the journey's stages and touchpoints."""
    others = (journey for journey in view.project.journeys.values() if journey is not view.journey)
    values: tuple[Any, ...] = (*_OF_PROJECT(view.project), *_OF_JOURNEY(view.journey), *_SAME_OF_VIEW(view), *others)
    return cache.kept(
        ("background", ""), (*values, *view.scores.values()), (tuple(view.scores), *_OF_VIEW(view)), object
    )  # fmt: skip
