"""Stage × channel: where the journey is measured, live, planned, or seen by nobody."""

from collections.abc import Iterator

import msgspec

from journeymapper.analysis.coverage import is_evidenced, is_live, is_planned
from journeymapper.language.language import Language
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group, Primitive, Rect, Weight
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import baseline, fit, line_height, text_run
from journeymapper.report.content import Content
from journeymapper.report.sheet import Sheet

CELL = 9.0
LABEL = 9.0
ROW = 2.4
HEAD = 2.6
GAP = 0.45
ROWS_A_BLOCK = 14
LEVELS = ("nothing", "waived", "unmeasured", "planned", "live", "evidenced")
FILLS = {"nothing": LIGHT.soft, "waived": LIGHT.soft, "unmeasured": LIGHT.card, "planned": "#DCEBF2", "live": "#7FB0CD",
         "evidenced": LIGHT.accent}  # fmt: skip
INKS = {"nothing": LIGHT.sub, "waived": LIGHT.sub, "unmeasured": LIGHT.sub, "planned": LIGHT.ink, "live": LIGHT.ink,
        "evidenced": LIGHT.on_accent}  # fmt: skip


class Block(msgspec.Struct, frozen=True):
    """Groups with the room they take."""

    groups: tuple[Group, ...]
    width: float
    height: float


def matrix_blocks(content: Content, journey: Journey, sheet: Sheet, width: float) -> list[Block]:
    """The matrix in one block, or several where stages or channels do not fit beside and below each other."""
    channels = _channels(content.project, journey)
    stages = journey.ordered_stages()
    if not channels or not stages:
        return [Block((), 0.0, 0.0)]
    inner = width if _columns(sheet, width) >= len(stages) else sheet.inner_width
    each = min(_columns(sheet, inner), -(-len(stages) // -(-len(stages) // _columns(sheet, inner))))
    return [
        _block(content, journey, sheet, (stages[start : start + each], channels[row : row + ROWS_A_BLOCK]))
        for start in range(0, len(stages), each)
        for row in range(0, len(channels), ROWS_A_BLOCK)
    ]


def cell_level(content: Content, journey: Journey, stage: Stage, channel: str) -> str:
    """How well a stage is measured in a channel: the best level of its touchpoints there."""
    levels = [
        level
        for key in stage.touchpoints
        if channel in journey.touchpoints[key].channels and journey.touchpoints[key].in_scope
        for level in _levels(content, journey.touchpoints[key], channel)
    ]
    return max(levels, key=LEVELS.index, default="nothing")


def _levels(content: Content, touchpoint: Touchpoint, channel: str) -> Iterator[str]:
    yield "waived" if touchpoint.not_measured_because else "unmeasured"
    for point in content.project.ordered_points():
        own = (point.anchor.kind, point.anchor.id) == ("touchpoint", touchpoint.id)
        here = own or touchpoint.id in point.also_covers
        if here and is_planned(point) and (not point.channels or channel in point.channels):
            score = content.scores.get(point.id)
            yield "evidenced" if is_evidenced(point, score) else "live" if is_live(point, score) else "planned"


def _channels(project: Project, journey: Journey) -> list[tuple[str, str]]:
    """The channels that the journey uses, in the project's order: (id, name)."""
    used = {channel for touchpoint in journey.touchpoints.values() for channel in touchpoint.channels}
    return [(key, project.channels[key].name) for key in project.channel_order if key in used]


def _columns(sheet: Sheet, width: float) -> int:
    return max(1, int((width - LABEL * sheet.body) / (CELL * sheet.body)))


def _block(content: Content, journey: Journey, sheet: Sheet, part: tuple[list[Stage], list[tuple[str, str]]]) -> Block:
    stages, channels = part
    size = sheet.body
    groups = list(_stage_names(content, stages, size))
    y = HEAD * size
    for key, name in channels:
        groups.append(_label(name, size, y, content.project.language))
        for number, stage in enumerate(stages):
            level = cell_level(content, journey, stage, key)
            place = (LABEL * size + number * CELL * size, y)
            groups.append(_cell(content.language, level, size, place, f"{stage.name}, {name}"))
        y += (ROW + GAP) * size
    return Block(tuple(groups), (LABEL + CELL * len(stages)) * size, y)


def _stage_names(content: Content, stages: list[Stage], size: float) -> Iterator[Group]:
    wide, high = (LABEL - GAP) * size, (HEAD - 0.2) * size
    yield Group(owner="", part="coverage", x=0.0, y=0.0, width=wide, height=high, items=(), role="header-cell")
    for number, stage in enumerate(stages):
        x = LABEL * size + number * CELL * size
        box = (x, 0.0, (CELL - GAP) * size, (HEAD - 0.2) * size)
        name = _boxed(stage.name, box, max(7.0, 0.85 * size), "semibold", LIGHT.ink, content.project.language)
        yield msgspec.structs.replace(name, role="header-cell")


def _label(name: str, size: float, y: float, language: str) -> Group:
    return _boxed(
        name, (0.0, y, (LABEL - GAP) * size, ROW * size), max(7.0, 0.9 * size), "semibold", LIGHT.ink, language
    )


def _cell(language: Language, level: str, size: float, place: tuple[float, float], what: str) -> Group:
    words = {
        "nothing": "—",
        "waived": language.text("waived"),
        "unmeasured": language.text("not measured"),
        "planned": language.text("planned"),
        "live": language.text("live"),
        "evidenced": language.text("enough answers"),
    }
    box = (*place, (CELL - GAP) * size, ROW * size)
    text = _boxed(words[level], box, max(7.0, 0.85 * size), "semibold", INKS[level], language.code)
    stroke = LIGHT.line if level == "unmeasured" else ""
    ground = Rect(x=0.0, y=0.0, width=box[2], height=box[3], fill=FILLS[level], stroke=stroke, radius=0.35 * size)
    return msgspec.structs.replace(text, items=(ground, *text.items), alt=f"{what}: {words[level]}")


def _boxed(
    text: str, box: tuple[float, float, float, float], size: float, weight: Weight, fill: str, language: str
) -> Group:
    """A text fitted into a box, in the middle of its height; centred, but flush left at the left edge."""
    x, y, width, height = box
    wrapped = fit(text, width - 3.0, height, size, weight, language)
    step = line_height(wrapped.size)
    first = baseline((height - wrapped.height) / 2, wrapped.size)
    items: list[Primitive] = []
    for number, line in enumerate(wrapped.lines):
        run = text_run(line, 0.0, first + number * step, wrapped.size, weight, fill)
        items.append(msgspec.structs.replace(run, x=(width - run.width) / 2 if x else 0.0))
    return Group(owner="", part="coverage", x=x, y=y, width=width, height=height, items=tuple(items), role="cell",
                 alt=text, tip=text if wrapped.cut else "")  # fmt: skip
