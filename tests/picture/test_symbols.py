"""Icons against fontTools' own reader of SVG paths; hatching stays inside its rectangle."""

import re
from pathlib import Path
from typing import Any

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path.parser import parse_path as oracle_parse
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.picture.svg_path import parse_path
from journeymapper.picture.symbols import ICON_FOLDER, hatching, icon, icon_steps

ICONS = sorted(path.stem for path in ICON_FOLDER.glob("*.svg"))
NAMES = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "qCurveTo": "C"}


def oracle_points(d: str) -> list[tuple[str, tuple[float, ...]]]:
    pen: Any = RecordingPen()
    oracle_parse(d, pen)
    steps = []
    for name, points in pen.value:
        if name in NAMES:
            steps.append((NAMES[name], tuple(points[-1])))
    return steps


def ends(d: str) -> list[tuple[str, tuple[float, ...]]]:
    return [(str(s[0]), tuple(float(n) for n in s[-2:])) for s in parse_path(d) if s[0] != "Z"]


def path_data(name: str) -> list[str]:
    return re.findall(r'\bd="([^"]+)"', Path(ICON_FOLDER / f"{name}.svg").read_text("utf-8"))


def assert_same(d: str) -> None:
    ours, theirs = ends(d), oracle_points(d)
    # The oracle ends a contour with a line home, and leaves out lines of no length.
    home = [step for step in theirs if step[0] != "L"]
    mine = [step for step in ours if step[0] != "L"]
    assert [kind for kind, _ in mine] == [kind for kind, _ in home]
    for (_, a), (_, b) in zip(mine, home, strict=True):
        assert a == pytest.approx(b, abs=0.01)


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_read_as_the_oracle_reads_them(name: str) -> None:
    for d in path_data(name):
        assert_same(d)


@pytest.mark.parametrize(
    "d",
    [
        "M10 10 Q20 0 30 10z",
        "m1,2 3,4 5,6h7v-8s1 2 3 4 5 6 7 8z",
        "M0 0a5 8 30 11-3-4",
        "M0 0A5 5 0 0 1 10 0",
    ],
)
def test_other_commands(d: str) -> None:
    assert_same(d)


def test_an_unknown_command_is_refused() -> None:
    with pytest.raises(ValueError, match="T"):
        parse_path("M0 0 T 5 5")


def test_curves_of_a_circle_lie_on_it() -> None:
    for step in parse_path("M10 0A10 10 0 1 1 -10 0A10 10 0 1 1 10 0Z"):
        if step[0] == "C":
            x, y = float(step[-2]), float(step[-1])
            assert x * x + y * y == pytest.approx(100)


@pytest.mark.parametrize("name", ICONS)
def test_icons_stand_in_their_box(name: str) -> None:
    numbers = [float(n) for _, *rest in icon_steps(name) for n in rest]
    assert min(numbers) >= -1
    assert max(numbers) <= 257
    placed = [float(n) for _, *rest in icon(name, 100, 100, 12, "#000000").steps for n in rest]
    assert min(placed) >= 99.9
    assert max(placed) <= 112.1


@given(st.floats(0.5, 300), st.floats(0.5, 300))
def test_hatching_is_clipped(width: float, height: float) -> None:
    for step in hatching(10, 20, width, height, "#000000").steps:
        x, y = float(step[1]), float(step[2])
        assert 10 - 1e-6 <= x <= 10 + width + 1e-6
        assert 20 - 1e-6 <= y <= 20 + height + 1e-6
