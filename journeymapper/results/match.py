"""A column for a point: how surely, why, and how it is read."""

import msgspec

from journeymapper.model.messages import Message
from journeymapper.model.sources import ColumnUse


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A column for a point: how surely (0 to 1), why, what is doubtful about it, its likely codes for no answer, and
    the numbers that worded answers stand for. With `answer` or `total` its cells are numbers of answers."""

    column: str
    point: str
    confidence: float
    reason: Message
    doubts: tuple[Message, ...] = ()
    missing: tuple[str, ...] = ()
    readings: tuple[tuple[str, float], ...] = ()
    answer: str = ""
    total: bool = False

    @property
    def use(self) -> ColumnUse:
        """The use that is proposed; codes for no answer are for somebody to confirm."""
        return ColumnUse(
            column=self.column, point=self.point, answer=self.answer, total=self.total, recode=self.readings
        )
