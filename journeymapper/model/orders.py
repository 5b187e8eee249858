"""Orders of ids: into a place, to another place, out; what stands in one twice."""

from collections import Counter
from collections.abc import Container, Iterable


def inserted(order: tuple[str, ...], index: int | None, *ids: str) -> tuple[str, ...]:
    """The order with ids before the index; at the end where there is none or it is too large."""
    place = len(order) if index is None else max(0, min(index, len(order)))
    return (*order[:place], *ids, *order[place:])


def removed(order: tuple[str, ...], gone: Container[str]) -> tuple[str, ...]:
    """The order without some ids."""
    return tuple(key for key in order if key not in gone)


def moved(order: tuple[str, ...], element_id: str, index: int) -> tuple[str, ...]:
    """The order with an id at the index that it is to have afterwards; the same object where it is there already."""
    new = inserted(removed(order, (element_id,)), index, element_id)
    return order if new == order else new


def repeated(ids: Iterable[str]) -> str:
    """The first of the ids that is there more than once, empty where none is."""
    return next((key for key, count in Counter(ids).items() if count > 1), "")
