"""What is to be drawn: a journey, its scores, and how much of them is wanted."""

from typing import Literal

import msgspec

from journeymapper.analysis.beliefs.report import Belief
from journeymapper.analysis.paths.report import PathReport
from journeymapper.analysis.score import Score
from journeymapper.language.language import Language
from journeymapper.model.difference import Difference
from journeymapper.model.journey import Journey, LaneChoice
from journeymapper.model.project import Project
from journeymapper.picture.overlays.overlay import Overlay
from journeymapper.picture.theme import LIGHT, Theme

Detail = Literal["brief", "normal", "full"]
Emphasis = Literal["", "assumptions"]
# All lanes in their usual order (lanes/order.py draws them), and those that a map shows unless asked otherwise.
# "own" stands for all lanes that the team made.
LANES = (
    "stages", "score", "touchpoints", "path", "images", "situation", "expectation", "doing", "thoughts", "pains",
    "feeling", "actual", "time", "channels", "messages", "staff", "backstage", "promises", "measured_by", "own",
    "actions", "notes", "parked", "legend", "summary",
)  # fmt: skip
DEFAULT_LANES = (
    "stages", "score", "touchpoints", "path", "feeling", "actual", "measured_by", "actions", "notes", "parked",
    "legend",
)  # fmt: skip


class MapView(msgspec.Struct, frozen=True, kw_only=True):
    """One way of looking at a journey; `lanes` are offered in their order, those with nothing to show left out.

    `scores` are by point id. Without `results` no figure and no verdict is drawn. `selected` are element ids.
    `lane_choices` order, rename, hide and collapse the lanes; None for the journey's own choices. Touchpoints that do
    not concern one of the `personas` or `channels` are drawn faint, and so is what is supported where only assumptions
    are wanted (`emphasise`). `differences` are marked. A `blank` map is the frame alone, for a sheet on the wall, but
    for the lanes that are `filled`. With an `overlay` the cards show its marks instead of verdicts; `paths`
    are what event logs say of the journey, `beliefs` what the staff guessed.
    The lanes `opened` are there although they say nothing yet, to be written into.
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
    lane_choices: tuple[LaneChoice, ...] | None = None
    personas: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    emphasise: Emphasis = ""
    differences: tuple[Difference, ...] = ()
    blank: bool = False
    overlay: Overlay | None = None
    paths: PathReport | None = None
    beliefs: tuple[Belief, ...] = ()
    filled: tuple[str, ...] = ("stages",)
    opened: frozenset[str] = frozenset()
