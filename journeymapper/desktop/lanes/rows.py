"""The lanes of a journey as rows of a list, and the choices that another order or another row makes of them."""

from collections.abc import Sequence

import msgspec

from journeymapper.desktop.lane_names import LANE_NAMES
from journeymapper.desktop.session import Session
from journeymapper.model.journey import Journey, LaneChoice
from journeymapper.picture.lanes.frames import FIXED
from journeymapper.picture.lanes.order import lane_order
from journeymapper.picture.view import LANES, MapView

OWN = "own"


class LaneRow(msgspec.Struct, frozen=True, kw_only=True):
    """A lane: its usual name and the one chosen for it; `own` lanes are the team's."""

    id: str
    usual: str
    name: str = ""
    shown: bool = True
    collapsed: bool = False
    own: bool = False

    @property
    def fixed(self) -> bool:
        """Whether it is never collapsed."""
        return self.id in FIXED


def lane_rows(session: Session, journey: Journey) -> list[LaneRow]:
    """All lanes from top to bottom; one is shown if neither the journey nor the mode hides it."""
    view, language = session.view, session.view.language
    whole = MapView(project=session.project, journey=journey, scores={}, language=language, lanes=LANES)
    choices = {choice.id: choice for choice in journey.lanes}
    rows = []
    for key in lane_order(whole):
        choice = choices.get(key, LaneChoice(key))
        own = key in journey.own_lanes
        usual = journey.own_lanes[key].name if own else language.message(LANE_NAMES[key])
        shown = not choice.hidden and (OWN if own else key) not in view.hidden_lanes
        rows.append(LaneRow(id=key, usual=usual, name=choice.name, shown=shown, collapsed=choice.collapsed, own=own))
    return rows


def chosen(journey: Journey, order: Sequence[str], **changed: LaneChoice) -> tuple[LaneChoice, ...]:
    """The journey's choices in another order, some of them changed."""
    known = {choice.id: choice for choice in journey.lanes} | changed
    return tuple(known.get(key, LaneChoice(key)) for key in order)


def choice_of(journey: Journey, lane: str) -> LaneChoice:
    """What is chosen for a lane."""
    return next((choice for choice in journey.lanes if choice.id == lane), LaneChoice(lane))


def moved(order: Sequence[str], lane: str, by: int) -> list[str]:
    """The order with a lane some places further down, at most at its end."""
    rest = [key for key in order if key != lane]
    rest.insert(max(0, min(len(rest), list(order).index(lane) + by)), lane)
    return rest
