"""What the reader has chosen to see; never part of the document."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from journeymapper.language.language import Language

if TYPE_CHECKING:
    from journeymapper.picture.overlays.names import OverlayName

Mode = Literal["map", "measure", "results", "act"]
ThemeName = Literal["light", "dark"]
Detail = Literal["brief", "normal", "full"]


HIDDEN_AT_FIRST: dict[Mode, frozenset[str]] = {
    "map": frozenset({"score", "measured_by", "channels", "messages"}),
    "measure": frozenset(
        {"score", "situation", "doing", "thoughts", "pains", "time", "messages", "images", "actions", "path"}
        | {"expectation", "feeling", "staff", "backstage", "own", "notes"}
    ),
    "results": frozenset(
        {"situation", "expectation", "doing", "thoughts", "pains", "time", "messages", "images", "path", "channels"}
        | {"backstage", "staff", "promises", "own", "notes"}
    ),
    "act": frozenset(),
}


class View(NamedTuple):
    """The choices of one window. `wave` and `segment` are None for the newest wave and for everybody.

    Cards that do not concern one of the `personas` or `channels` are shown faint; with `assumptions` so is all that
    is supported. While `voting`, plus and minus on a selected card count its votes. In Results mode an `overlay` is
    laid over the cards; `against` is the wave that it compares with, `beside` the segment whose groups it sets side
    by side, each empty for the nearest at hand. The lanes `opened`, or with
    `empty_lanes` all, are shown although they say nothing yet.
    """

    language: Language
    journey: str = ""
    mode: Mode = "map"
    theme: ThemeName = "light"
    detail: Detail = "normal"
    lanes_hidden: dict[Mode, frozenset[str]] = {}
    wave: str | None = None
    segment: tuple[str, str] | None = None
    personas: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    assumptions: bool = False
    voting: bool = False
    overlay: "OverlayName" = "verdict"
    against: str = ""
    beside: str = ""
    opened: frozenset[str] = frozenset()
    empty_lanes: bool = False

    @property
    def shows_figures(self) -> bool:
        """Whether the mode is one that looks at results."""
        return self.mode in ("results", "act")

    @property
    def hidden_lanes(self) -> frozenset[str]:
        """The lanes that are not shown in the present mode; each mode has its own."""
        return self.lanes_hidden.get(self.mode, HIDDEN_AT_FIRST[self.mode])

    def toggled(self, lane: str) -> dict[Mode, frozenset[str]]:
        """What `lanes_hidden` becomes when a lane is shown or hidden in the present mode."""
        return {**self.lanes_hidden, self.mode: self.hidden_lanes ^ {lane}}

    def with_lane(self, lane: str, *, shown: bool) -> dict[str, object]:
        """The choices that show a lane in the present mode, though it be empty, or hide it."""
        hidden = self.hidden_lanes - {lane} if shown else self.hidden_lanes | {lane}
        opened = self.opened | {lane} if shown else self.opened - {lane}
        return {"lanes_hidden": {**self.lanes_hidden, self.mode: hidden}, "opened": opened}
