"""The four faces of Inter and the files that they are in."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeymapper.picture.primitives import Weight

FONT_FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
FONT_NAMES: "dict[Weight, str]" = {
    "regular": "Inter-Regular", "medium": "Inter-Medium", "semibold": "Inter-SemiBold", "bold": "Inter-Bold",
}  # fmt: skip


def font_path(weight: "Weight") -> Path:
    """The file of a weight."""
    return FONT_FOLDER / f"{FONT_NAMES[weight]}.ttf"
