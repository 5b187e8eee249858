"""What the lanes are called in which a text says something, and what a touchpoint says in them."""

from collections.abc import Iterator

from journeymapper.mapfiles.sketch import Lane
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message

LANE_WORDS: dict[Lane, Message] = {
    "situation": Message("Situation"),
    "expectation": Message("Expectation"),
    "doing": Message("Doing"),
    "thoughts": Message("Thoughts"),
    "pains": Message("Pains"),
    "delights": Message("Delights"),
    "length": Message("Usual length"),
    "staff": Message("Staff"),
    "backstage": Message("Backstage"),
    "systems": Message("Systems"),
    "function": Message("Function behind it"),
    "owner": Message("Owner"),
    "message": Message("Planned message"),
    "action": Message("Action"),
    "opportunity": Message("Opportunity"),
    "note": Message("Note"),
}
OF_CARDS: tuple[Lane, ...] = (
    "situation", "expectation", "doing", "thoughts", "pains", "delights", "length", "staff", "backstage", "systems",
    "function", "owner",
)  # fmt: skip


def said_at(touchpoint: Touchpoint) -> Iterator[tuple[Lane, str]]:
    """The lanes in which a touchpoint says something, and what, on one line."""
    for lane in OF_CARDS:
        value = getattr(touchpoint, lane)
        if lane == "staff":
            value = [f"{one.role}: {one.text}" if one.role else one.text for one in touchpoint.staff]
        if text := in_a_line(value if isinstance(value, str) else "\n".join(value)):
            yield lane, text


def in_a_line(text: str) -> str:
    """The lines of a text with points between."""
    return " · ".join(line for line in text.splitlines() if line.strip())
