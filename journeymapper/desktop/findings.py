"""What long analyses have found for the document that is open; kept beside it, never part of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from journeymapper.analysis.beliefs.report import Belief
    from journeymapper.analysis.drivers.report import DriverReport
    from journeymapper.analysis.paths.report import PathReport


class Findings(NamedTuple):
    """Results by journey id; what is not there has not been worked out, or has nothing to be worked out from."""

    paths: "Mapping[str, PathReport]" = {}
    drivers: "DriverReport | None" = None
    beliefs: "tuple[Belief, ...]" = ()

    def paths_of(self, journey: str) -> "PathReport | None":
        """What the event logs say of a journey."""
        return self.paths.get(journey)
