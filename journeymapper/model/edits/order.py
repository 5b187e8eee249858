"""Orders of ids: into a place, to another place, out."""


def inserted(order: tuple[str, ...], element_id: str, index: int | None) -> tuple[str, ...]:
    """The order with an id before the index; at the end where there is none or it is too large."""
    place = len(order) if index is None else max(0, min(index, len(order)))
    return (*order[:place], element_id, *order[place:])


def removed(order: tuple[str, ...], element_id: str) -> tuple[str, ...]:
    """The order without an id."""
    return tuple(key for key in order if key != element_id)


def moved(order: tuple[str, ...], element_id: str, index: int) -> tuple[str, ...]:
    """The order with an id at the index that it is to have afterwards; the same object where it is there already."""
    new = inserted(removed(order, element_id), element_id, index)
    return order if new == order else new
