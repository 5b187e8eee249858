"""What the lanes are called in the menu that shows and hides them."""

from journeymapper.model.messages import Message

LANE_NAMES: dict[str, Message] = {
    "stages": Message("Stages"),
    "score": Message("Score"),
    "touchpoints": Message("Touchpoints"),
    "path": Message("Path"),
    "images": Message("Images"),
    "situation": Message("Situation"),
    "expectation": Message("Expectation"),
    "doing": Message("Doing"),
    "thoughts": Message("Thoughts"),
    "pains": Message("Pains and delights"),
    "feeling": Message("Feeling"),
    "actual": Message("Actual path"),
    "time": Message("Time"),
    "channels": Message("Channels"),
    "messages": Message("Message plan"),
    "staff": Message("Staff"),
    "backstage": Message("Backstage"),
    "promises": Message("Promises"),
    "measured_by": Message("Measured by"),
    "own": Message("Own lanes"),
    "actions": Message("Actions"),
    "notes": Message("Notes"),
    "parked": Message("Parking lot"),
    "legend": Message("Legend"),
    "summary": Message("Summary"),
}
