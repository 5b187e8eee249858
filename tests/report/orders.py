"""Orders of reports as the tests want them."""

from datetime import date
from typing import Any

from journeymapper.language.language import language
from journeymapper.report.order import Order

DAY = date(2026, 11, 22)


def order(code: str = "en", page: str = "A3", **wanted: Any) -> Order:
    return Order(**{"language": language(code), "date": DAY, "page": page, **wanted})
