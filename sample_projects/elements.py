"""Flat maps of elements, as the document keeps them."""

from collections.abc import Iterable
from typing import TypeVar

from journeymapper.model.element import Element

E = TypeVar("E", bound=Element)


def by_id(elements: Iterable[E]) -> dict[str, E]:
    """A map from id to element, in the elements' order."""
    return {element.id: element for element in elements}
