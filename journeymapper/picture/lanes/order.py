"""All lanes there are. A new lane is a file beside this one, a line here and its id in `view.LANES`."""

from journeymapper.picture.lanes import (
    actions,
    channels,
    feeling,
    legend,
    measured_by,
    messages,
    notes,
    score,
    stages,
    touchpoints,
)
from journeymapper.picture.lanes.lane import Lane

ALL_LANES: dict[str, Lane] = {
    lane.LANE.id: lane.LANE
    for lane in (stages, score, touchpoints, feeling, measured_by, channels, messages, actions, notes, legend)
}
