"""What holds for every picture of a map: nothing overlaps, nothing leaves the page, type keeps its floor."""

from itertools import combinations
from typing import Any

from journeymapper.picture.primitives import Ellipse, Group, Image, Path, Picture, Rect, Text

Box = tuple[float, float, float, float]
# Groups of one kind that must not lie on each other.
APART = (
    "card", "score", "stage", "action", "note", "message", "measured_by", "feeling", "parked", "promise", "hand-off",
    "function", "link-label", "length", "images", "pains", "doing", "thoughts", "situation", "expectation", "staff",
    "backstage", "time", "o1", "o2", "o3",
)  # fmt: skip


def texts(picture: Picture) -> list[tuple[Group, Text]]:
    return [(group, item) for group in picture.groups for item in group.items if isinstance(item, Text)]


def box(group: Group, text: Text) -> Box:
    """Where the letters are, a hair smaller than they are."""
    x, y = group.x + text.x, group.y + text.y
    return x + 0.2, y - 0.72 * text.size, x + text.width - 0.2, y + 0.2 * text.size


def apart(a: Box, b: Box) -> bool:
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def overlaps(picture: Picture) -> list[tuple[str, str]]:
    boxes = sorted(((box(g, t), t.text) for g, t in texts(picture) if t.text.strip()), key=lambda item: item[0][1])
    found = []
    for index, (a, one) in enumerate(boxes):
        for b, other in boxes[index + 1 :]:
            if b[1] >= a[3]:
                break
            if not apart(a, b):
                found.append((one, other))
    return found


def corners(item: Any) -> list[tuple[float, float]]:
    if isinstance(item, Rect | Image):
        return [(item.x, item.y), (item.x + item.width, item.y + item.height)]
    if isinstance(item, Ellipse):
        return [(item.x - item.rx, item.y - item.ry), (item.x + item.rx, item.y + item.ry)]
    if isinstance(item, Path):
        return [(float(s[i]), float(s[i + 1])) for s in item.steps for i in range(1, len(s), 2)]
    left, top, right, foot = box(Group(owner="", part="", x=0, y=0, width=0, height=0, items=()), item)
    return [(left, top), (right, foot)]


def off_page(picture: Picture) -> list[Any]:
    return [
        (group.part, item)
        for group in picture.groups
        for item in group.items
        for x, y in corners(item)
        if not (-0.5 <= group.x + x <= picture.width + 0.5 and -0.5 <= group.y + y <= picture.height + 0.5)
    ]


def outside_group(picture: Picture) -> list[tuple[str, str]]:
    return [
        (group.part, text.text)
        for group, text in texts(picture)
        if text.x < -0.5 or text.x + text.width > group.width + 0.5 or text.y > group.height + 0.5 or text.y < 0
    ]


def clashing_groups(picture: Picture) -> list[tuple[str, str]]:
    """Cards, marks, chevrons and notes of one kind that lie on each other."""
    found = []
    for part in APART:
        same = [g for g in picture.groups if g.part == part]
        for a, b in combinations(same, 2):
            ours = (a.x, a.y, a.x + a.width, a.y + a.height)
            if not apart(ours, (b.x + 0.1, b.y + 0.1, b.x + b.width - 0.1, b.y + b.height - 0.1)):
                found.append((a.owner, b.owner))
    return found


def assert_sound(picture: Picture, floor: float) -> None:
    assert overlaps(picture) == []
    assert off_page(picture) == []
    assert outside_group(picture) == []
    assert clashing_groups(picture) == []
    assert all(text.size >= floor - 1e-6 for _, text in texts(picture))
