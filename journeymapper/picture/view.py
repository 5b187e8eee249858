"""What is to be drawn: a journey, its scores, and how much of them is wanted."""

from typing import Literal

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.language.language import Language
from journeymapper.model.journey import Journey
from journeymapper.model.project import Project
from journeymapper.picture.theme import LIGHT, Theme

Detail = Literal["brief", "normal", "full"]
# All lanes in their usual order (lanes/order.py draws them), and those that a map shows unless asked otherwise.
LANES = (
    "stages", "score", "touchpoints", "feeling", "measured_by", "channels", "messages", "actions", "notes", "legend",
)  # fmt: skip
DEFAULT_LANES = ("stages", "score", "touchpoints", "feeling", "measured_by", "actions", "notes", "legend")


class MapView(msgspec.Struct, frozen=True, kw_only=True):
    """One way of looking at a journey; `lanes` are shown in their order, those with nothing to show left out.

    `scores` are by point id. Without `results` no figure and no verdict is drawn. `selected` are element ids.
    """

    project: Project
    journey: Journey
    scores: dict[str, Score]
    language: Language
    theme: Theme = LIGHT
    lanes: tuple[str, ...] = DEFAULT_LANES
    detail: Detail = "normal"
    results: bool = True
    selected: tuple[str, ...] = ()
