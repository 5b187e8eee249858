"""Verdicts without colour: on a grey printer, to eyes that see no red or no green, and in black and white."""

import io
import itertools
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from journeymapper.paint.png import paint_png
from journeymapper.picture.primitives import Group, Picture
from journeymapper.picture.recolouring import black_and_white, lightness
from journeymapper.picture.symbols import Sign, sign
from journeymapper.picture.theme import LIGHT

SIGNS: dict[Sign, str] = {
    "▲": LIGHT.certainly_better, "△": LIGHT.better, "▽": LIGHT.worse, "▼": LIGHT.certainly_worse, "○": LIGHT.sub,
    "□": LIGHT.sub,
}  # fmt: skip
# Viénot, Brettel and Mollon (1999), on linear RGB
SIGHT: dict[str, list[list[float]]] = {
    "greyscale": [[0.299, 0.587, 0.114]] * 3,
    "protanopia": [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]],
    "deuteranopia": [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]],
}


def drawn(kind: Sign, colour: str, mono: bool = False) -> NDArray[Any]:
    group = Group(owner="", part="", x=0, y=0, width=14, height=14, items=(sign(kind, 7, 7, 9, colour),))
    picture = Picture(width=14, height=14, groups=black_and_white([group]) if mono else (group,))

    return np.asarray(Image.open(io.BytesIO(paint_png(picture, 4))).convert("RGB")).astype(float) / 255


def seen(image: NDArray[Any], sight: str) -> NDArray[Any]:
    linear = np.power(image, 2.2) @ np.array(SIGHT[sight]).T
    found: NDArray[Any] = np.power(np.clip(linear, 0, 1), 1 / 2.2)
    return found


@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_verdicts_look_alike(sight: str) -> None:
    looks = {kind: seen(drawn(kind, colour), sight) for kind, colour in SIGNS.items()}
    for one, other in itertools.combinations(SIGNS, 2):
        apart = np.abs(looks[one] - looks[other]).max(axis=2) > 0.35
        assert apart.mean() > 0.03, (one, other)


def test_in_black_and_white_too() -> None:
    looks = {kind: drawn(kind, colour, mono=True) for kind, colour in SIGNS.items()}
    for one, other in itertools.combinations(SIGNS, 2):
        assert (np.abs(looks[one] - looks[other]).max(axis=2) > 0.5).mean() > 0.03, (one, other)


def test_verdict_colours_are_dark_enough_on_a_grey_printer() -> None:
    assert all(lightness(colour) < 0.5 for colour in SIGNS.values())
