"""Which figures to hide so that nobody is identified (methods.md 2.5)."""

from collections.abc import Mapping

from journeymapper.analysis.score import Hidden
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Settings

STAFF_FLOOR = 5


def threshold(settings: Settings, point: MeasurementPoint) -> int:
    """Answers from which a point's figure is shown; for staff never fewer than 5."""
    staff = point.asks_staff or point.scope == "staff"
    return max(settings.suppress_under, STAFF_FLOOR) if staff else settings.suppress_under


def hidden_cells(sizes: Mapping[str, int], least: int, *, unshown: int = 0) -> dict[str, Hidden]:
    """Why each cell of a whole is hidden, "" where it is shown.

    `sizes` are the answers of sibling cells, `unshown` those of the whole that are in none of them, `least` the
    answers from which a figure is shown. Small cells are hidden; while the hidden ones together are fewer than
    `least`, so that the whole minus the shown gives them away, the next-smallest is hidden too.
    """
    hidden: dict[str, Hidden] = {cell: "too few" if 0 < size < least else "" for cell, size in sizes.items()}
    in_hiding = unshown + sum(size for cell, size in sizes.items() if hidden[cell])
    for cell, size in sorted(sizes.items(), key=lambda item: (item[1], item[0])):
        if in_hiding and in_hiding < least and size and not hidden[cell]:
            hidden[cell] = "complementary"
            in_hiding += size
    return hidden
