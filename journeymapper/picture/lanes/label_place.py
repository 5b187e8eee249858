"""Where a label goes beside a mark: the nearest side that is free."""

import msgspec


class Box(msgspec.Struct, frozen=True):
    """A rectangle by its upper left corner and size."""

    x: float
    y: float
    width: float
    height: float

    def shared(self, other: "Box") -> float:
        """The area that two boxes have in common."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(0.0, across) * max(0.0, down)

    def holds(self, other: "Box") -> bool:
        """Whether another box lies inside."""
        return (
            other.x >= self.x - 1e-6 and other.y >= self.y - 1e-6
            and other.x + other.width <= self.x + self.width + 1e-6
            and other.y + other.height <= self.y + self.height + 1e-6
        )  # fmt: skip


SHIFTS = (0.0, -5.0, 5.0, -9.0, 9.0)
BESIDE_COST = 0.01


def place_label(size: tuple[float, float], mark: tuple[float, float], gap: float, bounds: Box,
                taken: list[Box]) -> Box:  # fmt: skip
    """The place of a label of a size around a mark's centre, inside `bounds`, sharing least with what is `taken`.

    Right of the mark is best, then left, then above and below everything taken.
    """
    width, height = size
    x, y = mark
    sides = [Box(x + gap, y - height / 2 + shift, width, height) for shift in SHIFTS]
    sides += [Box(x - gap - width, y - height / 2 + shift, width, height) for shift in SHIFTS]
    highest = min([y - gap, *(box.y for box in taken)])
    lowest = max([y + gap, *(box.y + box.height for box in taken)])
    sides += [Box(x - width / 2, highest - height - 2, width, height), Box(x - width / 2, lowest + 2, width, height)]
    sides += [Box(x - width / 2, y - gap - height, width, height), Box(x - width / 2, y + gap, width, height)]
    inside = [box for box in sides if bounds.holds(box)]
    if not inside:
        at = min(max(x - width / 2, bounds.x), bounds.x + bounds.width - width)
        down = lowest + 2 if lowest + 2 + height <= bounds.y + bounds.height else bounds.y
        return Box(at, down, width, height)
    costs = [sum(box.shared(other) for other in taken) + BESIDE_COST * rank for rank, box in enumerate(inside)]
    return inside[costs.index(min(costs))]
