"""A picture with every kind of primitive, and text in every weight."""

import msgspec
import pytest

from journeymapper.picture.primitives import Ellipse, Group, Path, Picture, Rect, Weight
from journeymapper.picture.type import text_run

WEIGHTS: tuple[Weight, ...] = ("regular", "medium", "semibold", "bold")
WORDS = (
    "AVATAR To Wy fi 12,5\u00a0%",
    "Aikataulumuutos ★ ▲△▽▼○□",
    "ääkköset & <tägit> \"'",
    "n\u00a01\u00a0240 → −35 €",
)


@pytest.fixture(scope="session")
def picture() -> Picture:
    """600 × 400 units: a red square at the upper left, a blue dot, a path, and sixteen runs of text."""
    columns = tuple(
        Group(
            owner=f"t{column}", part="card", x=20.25 + 140 * column, y=150, width=140, height=100, alt="A & B",
            items=tuple(
                text_run(words, 7.3 + 3 * row, 20.5 + 14.25 * row, 6.5 + 0.9 * column, weight)
                for row, words in enumerate(WORDS)
            ),
        )
        for column, weight in enumerate(WEIGHTS)
    )  # fmt: skip
    halo = msgspec.structs.replace(text_run("55", 5, 12, 10, "bold"), halo="#FFFF00")
    shapes = Group(
        owner="", part="shapes", x=10, y=20, width=300, height=100,
        items=(
            Rect(x=0, y=0, width=40, height=40, fill="#FF0000"),
            Ellipse(x=100, y=20, rx=20, ry=15, fill="#0000FF"),
            Path(steps=(("M", 150, 0), ("L", 190, 0), ("L", 190, 40), ("L", 150, 40), ("Z",)), fill="#00FF00"),
            Rect(x=200, y=0, width=40, height=40, stroke="#000000", stroke_width=2, radius=8, dash=(3.0, 2.0)),
        ),
    )  # fmt: skip
    haloed = Group(owner="h", part="score", x=300, y=40, width=40, height=20, items=(halo,))
    return Picture(width=600, height=400, groups=(shapes, haloed, *columns), ground="#F6F7F9")
