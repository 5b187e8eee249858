"""A finding: one thing that is wrong or missing, and where."""

from typing import Literal

import msgspec

from journeymapper.model.messages import Message

Severity = Literal["error", "warning", "advice"]


class Finding(msgspec.Struct, frozen=True):
    """What is wrong or missing: `kind` is a short English name for machines, `element` the id of where."""

    kind: str
    severity: Severity
    element: str
    message: Message
