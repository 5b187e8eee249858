"""A question about a column, and what would answer it."""

from typing import Literal

import msgspec

from journeymapper.model.messages import Message

Way = Literal["check", "reverse", "words", "codes", "empty", "apart"]
"""What answers a doubt: somebody who knows the survey, the scale turned round, what the words mean, codes for no
answer, nothing as there are no answers, or nothing as they are answers of quite another kind."""


class Doubt(msgspec.Struct, frozen=True):
    """What should be asked of a column for a metric."""

    message: Message
    way: Way = "check"
