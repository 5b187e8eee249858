"""In which order a map is read to those who cannot see it: along the journey, touchpoint by touchpoint."""

from collections.abc import Sequence

from journeymapper.picture.primitives import Group

HEADS = ("over", "heading", "sub", "key figure")


def by_columns(groups: Sequence[Group]) -> tuple[int, ...]:
    """The numbers of a map page's groups: its heading, the lanes' names and what runs across, then stage by stage."""
    stages = sorted((group.x, group.x + group.width) for group in groups if group.part == "stage")
    cards = sorted((group.x, group.x + group.width) for group in groups if group.part == "card")
    keys = [(*_key(group, stages, cards), number) for number, group in enumerate(groups)]
    return tuple(key[-1] for key in sorted(keys))


def _key(
    group: Group, stages: list[tuple[float, float]], cards: list[tuple[float, float]]
) -> tuple[int, int, int, float, float]:
    """Part of the page, stage, column, height and place."""
    if group.part in HEADS:
        return (0, 0, 0, float(HEADS.index(group.part)), group.x)
    middle = group.x + group.width / 2
    stage = next((n for n, (left, right) in enumerate(stages) if left <= middle <= right), -1)
    if group.part == "stage" and stage >= 0:
        return (2, stage, -1, group.y, group.x)
    column = next((n for n, (left, right) in enumerate(cards) if left <= middle <= right), -1)
    narrow = column >= 0 and group.width <= 2.2 * (cards[column][1] - cards[column][0])
    if group.part == "legend":
        return (3, 0, 0, group.y, group.x)
    if stage < 0 or not narrow:
        return (1, 0, 0, group.y, group.x)
    return (2, stage, column, group.y, group.x)
