"""All overlays in the order in which they are offered. A new one is a file beside this one and a line here."""

from collections.abc import Callable

from journeymapper.model.messages import Message
from journeymapper.picture.overlays.belief import belief_overlay
from journeymapper.picture.overlays.certainty import certainty_overlay
from journeymapper.picture.overlays.change import change_overlay
from journeymapper.picture.overlays.coverage import coverage_overlay
from journeymapper.picture.overlays.drivers import drivers_overlay
from journeymapper.picture.overlays.evidence import evidence_overlay
from journeymapper.picture.overlays.feeling import feeling_overlay
from journeymapper.picture.overlays.gap import gap_overlay
from journeymapper.picture.overlays.importance import importance_overlay
from journeymapper.picture.overlays.names import OverlayName
from journeymapper.picture.overlays.overlay import Ground, Overlay
from journeymapper.picture.overlays.segments import segments_overlay
from journeymapper.picture.overlays.staff import staff_overlay
from journeymapper.picture.overlays.volume import volume_overlay

OVERLAYS: dict[OverlayName, Callable[[Ground], Overlay]] = {
    "gap": gap_overlay,
    "change": change_overlay,
    "certainty": certainty_overlay,
    "coverage": coverage_overlay,
    "evidence": evidence_overlay,
    "feeling": feeling_overlay,
    "importance": importance_overlay,
    "drivers": drivers_overlay,
    "belief": belief_overlay,
    "staff": staff_overlay,
    "volume": volume_overlay,
    "segments": segments_overlay,
}
NAMES: dict[OverlayName, Message] = {
    "verdict": Message("Verdict"),
    "gap": Message("Gap to target"),
    "change": Message("Change"),
    "certainty": Message("Certainty"),
    "coverage": Message("Coverage"),
    "evidence": Message("Evidence"),
    "feeling": Message("Expected against measured"),
    "importance": Message("Importance"),
    "drivers": Message("Drivers"),
    "belief": Message("Staff's beliefs"),
    "staff": Message("Staff beside customers"),
    "volume": Message("Volume"),
    "segments": Message("Segments"),
}


def overlay_of(name: OverlayName, ground: Ground) -> Overlay | None:
    """The overlay of a name; None for the verdicts, which are the map's own."""
    make = OVERLAYS.get(name)
    return make(ground) if make is not None else None
