"""Ways of collecting answers: what they usually bring, what they need, and whom they miss."""

import tomllib
from functools import cache
from typing import Literal

import msgspec

from journeymapper.model.both_languages import RESOURCES, BothLanguages
from journeymapper.model.measurement import MeasurementPoint

FILE = RESOURCES / "methods" / "collection.toml"
Contact = Literal["", "e-mail", "mobile", "phone", "address", "account"]
Cost = Literal["low", "medium", "high"]
Collector = Literal["customer", "staff", "system"]


class CollectionMethod(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way of collecting. `response` is a usual range of 0 to 1, empty where there is no denominator.

    `contact` is what must be known of the customer; `asks` whether it takes one of the times that a customer may be
    asked; `open` whether a customer can always speak there unasked; `by` who collects.
    """

    id: str
    also: tuple[str, ...]
    name: BothLanguages
    bias: BothLanguages
    response: tuple[float, ...]
    cost: Cost
    contact: Contact
    asks: bool
    by: Collector
    open: bool = False


class _Methods(msgspec.Struct, frozen=True):
    method: tuple[CollectionMethod, ...]


@cache
def collection_methods() -> tuple[CollectionMethod, ...]:
    """All ways of collecting that are known."""
    return msgspec.convert(tomllib.loads(FILE.read_text(encoding="utf-8")), _Methods).method


def method_named(text: str) -> CollectionMethod | None:
    """The way of collecting that a text names in either language, capitals aside; None for words of one's own."""
    return _by_name().get(" ".join(text.split()).casefold())


def methods_of(point: MeasurementPoint) -> list[CollectionMethod]:
    """The ways in which a point collects, as far as they are known."""
    return [found for text in (point.method, point.other_method) if (found := method_named(text)) is not None]


def asks_customers(point: MeasurementPoint) -> bool:
    """Whether a point takes one of the times that a customer may be asked."""
    return not point.asks_staff and point.scope != "staff" and any(method.asks for method in methods_of(point))


def listens(point: MeasurementPoint) -> bool:
    """Whether a customer can speak at a point unasked."""
    return any(method.open for method in methods_of(point))


@cache
def _by_name() -> dict[str, CollectionMethod]:
    names: dict[str, CollectionMethod] = {}
    for method in collection_methods():
        for text in (method.id, method.name.en, method.name.fi, *method.also):
            names.setdefault(text.casefold(), method)
    return names
