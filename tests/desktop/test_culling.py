"""Tiles leave out what they cannot show of a group that runs across the map, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from journeymapper.desktop.canvas.culling import MANY, Culling, extent
from journeymapper.desktop.canvas.painter import paint_group
from journeymapper.desktop.canvas.tiles import Tiles
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.picture.primitives import Ellipse, Group, Path, Picture, Primitive, Rect, Text
from tests.desktop.shots import shot

WIDTH, HEIGHT = 700, 90


def curve(count: int) -> Group:
    """A curve in pieces with a mark and a word at each, across a picture of six thousand."""
    items: list[Primitive] = []
    for n in range(count):
        x, y = n * 6000 / count, 20.0 + 15 * (n % 4)
        bend = ("C", x + 20, y + 30, x + 40, y - 30, x + 60, y)
        items += [
            Path(steps=(("M", x, y), bend), stroke="#175E7A", stroke_width=2.0),
            Ellipse(x=x, y=y, rx=4, ry=4, fill="#B8402A"), Rect(x=x, y=70, width=9, height=5, fill="#1D5F91"),
            Text(x=x, y=60, text="abc", size=9, width=16, halo="#FFFFFF"),
        ]  # fmt: skip
    return Group(owner="j", part="feeling", x=7, y=3, width=6100, height=HEIGHT, items=tuple(items))


def painted(group: Group, x: float) -> bytes:
    """The group with all its items, as a screen at that place shows it."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-x, 0)
    paint_group(painter, group, 1.0)
    painter.end()
    return bytes(image.constBits())


def test_a_long_curve_in_tiles_is_the_curve(qapp: object) -> None:
    group = curve(300)
    tiles = Tiles()
    tiles.show(Picture(width=6100, height=HEIGHT, groups=(group,)))
    for x in (0, 768, 2560, 5120):
        image = shot(tiles, Viewport(x=x, y=0, zoom=1.0), WIDTH, HEIGHT)
        assert bytes(image.constBits()) == painted(group, x)


@given(left=st.floats(-50, 6100), width=st.floats(1, 900))
def test_what_is_left_out_is_not_in_sight(left: float, width: float) -> None:
    group = curve(60)
    seen = Culling().seen(group, left, left + width)
    kept = {id(item) for item in seen.items}
    for item in group.items:
        begin, end = extent(item)
        in_sight = group.x + end >= left and group.x + begin <= left + width
        assert not in_sight or id(item) in kept
    assert [item for item in group.items if id(item) in kept] == list(seen.items)


def test_a_small_group_is_painted_whole() -> None:
    group = curve(MANY // 4 - 1)
    assert Culling().seen(group, 0, 1) is group
