"""Waves: periods of the calendar, from days to labels and back."""

import re
from datetime import date, timedelta

from journeymapper.model.sources import Granularity, Wave

_LABEL = re.compile(r"([0-9]{4})(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12])))?")
_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def period_of(day: date, granularity: Granularity) -> str:
    """The label of the period that holds the day: 2026-05, 2026-Q2, 2026-H1 or 2026."""
    number = (day.month - 1) // _MONTHS[granularity] + 1
    ends = {"month": f"-{number:02}", "quarter": f"-Q{number}", "half": f"-H{number}", "year": ""}
    return f"{day.year:04}{ends[granularity]}"


def wave_of(label: str) -> Wave:
    """The wave of a label, with its first and last day where the label names a period of the calendar."""
    found = _LABEL.fullmatch(label)
    if not found or found.group(1) == "0000":
        return Wave(id=label)
    length, number = next(
        ((_MONTHS[name], int(text)) for name, text in found.groupdict().items() if text is not None), (12, 1)
    )
    first = date(int(found.group(1)), (number - 1) * length + 1, 1)
    return Wave(id=label, starts=first, ends=_end(first, length))


def _end(first: date, months: int) -> date:
    """The last day of the months that begin with `first`."""
    total = first.month - 1 + months
    if first.year + total // 12 > 9999:
        return date(9999, 12, 31)
    return date(first.year + total // 12, total % 12 + 1, 1) - timedelta(days=1)


def month_after(label: str) -> str:
    """The label of the month after a month: 2026-12 → 2027-01."""
    year, month = int(label[:4]), int(label[5:7])
    return f"{year + month // 12:04}-{month % 12 + 1:02}"
