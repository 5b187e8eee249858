"""What the lanes are called in the menu that shows and hides them."""

from journeymapper.model.messages import Message

LANE_NAMES: dict[str, Message] = {
    "stages": Message("Stages"),
    "score": Message("Score"),
    "touchpoints": Message("Touchpoints"),
    "feeling": Message("Feeling"),
    "measured_by": Message("Measured by"),
    "channels": Message("Channels"),
    "messages": Message("Message plan"),
    "actions": Message("Actions"),
    "notes": Message("Notes"),
    "legend": Message("Legend"),
}
