"""What the organisation measured before there was a plan."""

from typing import Literal

from journeymapper.model.element import Element
from journeymapper.model.measurement import Anchor

Fate = Literal["", "keep", "change", "merge", "stop"]


class ExistingMeasurement(Element, frozen=True, kw_only=True, omit_defaults=True):
    """One measurement that was found: whose it is, what it asks, what it gave last, and what becomes of it.

    `scale` and `cadence` are as their owner writes them, `last_result` too; `cost` is a year's. `anchor` is where it
    stands on the map, `became` the points of the plan that carry it on.
    """

    name: str
    function: str = ""
    question: str = ""
    scale: str = ""
    cadence: str = ""
    method: str = ""
    cost: float | None = None
    last_result: str = ""
    fate: Fate = ""
    fate_reason: str = ""
    anchor: Anchor | None = None
    became: tuple[str, ...] = ()
