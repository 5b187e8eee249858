"""Below the map, side by side: what is covered, where it certainly falls short, and what the staff believes."""

from collections.abc import Callable

import msgspec

from journeymapper.analysis.beliefs.report import Belief
from journeymapper.analysis.coverage import JourneyCoverage, Step, coverage
from journeymapper.analysis.score import Score
from journeymapper.language.units import format_gap
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.lanes.lane import Extent, Lane, no_text
from journeymapper.picture.overlays.coverage import SIGNS
from journeymapper.picture.primitives import Group, Primitive, Rect
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import line, sign
from journeymapper.picture.theme import Tone
from journeymapper.picture.type import fit, line_height, text_lines

PAD, BETWEEN = 12.0, 10.0
TITLE, SMALL = 11.5, 9.0
ROW = 16.0
MOST_ROWS = 6
LABEL_SHARE = 0.3


class Box(msgspec.Struct, frozen=True):
    """A box of the row: what it is called and says, the rows that it wants, what draws them into a width."""

    part: str
    title: str
    sub: str
    rows: int
    draw: Callable[[Sheet, float, float], list[Primitive]]
    alt: str


def _boxes(sheet: Sheet) -> list[Box]:
    def make() -> list[Box]:
        if not sheet.view.results or not sheet.touchpoints() or not sheet.first:
            return []
        return [box for box in (_coverage(sheet), _gaps(sheet), _beliefs(sheet)) if box is not None]

    return sheet.once("summary", make)


def _extent(sheet: Sheet) -> Extent | None:
    boxes = _boxes(sheet)
    if not boxes:
        return None
    rows = max(box.rows for box in boxes)
    height = 2 * PAD + line_height(TITLE) + line_height(SMALL) + 6 + rows * ROW
    return Extent(height, height, 0.0)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    view = sheet.view
    grounds = (view.project, *view.scores.values(), *view.beliefs)
    return sheet.kept(("summary", ""), grounds, (band,), lambda: _groups(sheet, band))


def _groups(sheet: Sheet, band: Band) -> list[Group]:
    boxes = _boxes(sheet)
    width = (sheet.right - BETWEEN * (len(boxes) - 1)) / len(boxes)
    return [_group(sheet, box, band, number * (width + BETWEEN), width) for number, box in enumerate(boxes)]


def _group(sheet: Sheet, box: Box, band: Band, x: float, width: float) -> Group:
    theme, inner = sheet.theme, width - 2 * PAD
    frame = Rect(x=0.5, y=0.5, width=width - 1, height=band.height - 1, fill=theme.card, stroke=theme.line, radius=6)
    title = fit(box.title, inner, line_height(TITLE), TITLE, "semibold", sheet.reader, sheet.floor, 1)
    sub = fit(box.sub, inner, line_height(SMALL), SMALL, "regular", sheet.reader, sheet.floor, 1)
    top = PAD + line_height(TITLE)
    items: list[Primitive] = [
        frame, *text_lines(title, PAD, PAD, "semibold", theme.ink), *text_lines(sub, PAD, top, "regular", theme.sub),
        *box.draw(sheet, inner, top + line_height(SMALL) + 6),
    ]  # fmt: skip
    return Group(
        owner="", part=box.part, x=x, y=band.top, width=width, height=band.height, items=tuple(items), role="figure",
        alt=". ".join(part for part in (f"{box.title}: {box.sub}", box.alt) if part),
    )  # fmt: skip


# coverage


def _coverage(sheet: Sheet) -> Box | None:
    view, language = sheet.view, sheet.view.language
    found = sheet.kept_within(
        ("coverage", ""), (sheet.background, sheet.counts), (),
        lambda: coverage(view.project, view.journey, view.scores),
    )  # fmt: skip
    channels = _channels(sheet, found)
    if not channels:
        return None
    sub = language.text(
        "{live} of {touchpoints} touchpoints to be measured · {moments} of {of_moments} moments of truth",
        live=found.touchpoints.live, touchpoints=found.touchpoints.in_scope, moments=found.moments.live,
        of_moments=found.moments.in_scope,
    )  # fmt: skip
    return Box("summary-coverage", language.text("Coverage"), sub, len(channels) + 2,
               lambda each, width, top: _matrix(each, found, channels, (width, top)), "")  # fmt: skip


def _channels(sheet: Sheet, found: JourneyCoverage) -> list[str]:
    """The channels that the journey uses, in the project's order, as many as there is room for."""
    used = {key.split(" × ")[-1] for key in found.cells.items}
    return [key for key in sheet.view.project.channel_order if key in used][:MOST_ROWS]


def _matrix(sheet: Sheet, found: JourneyCoverage, channels: list[str], room: tuple[float, float]) -> list[Primitive]:
    """A row a channel, a column a stage; an empty place is a channel that the stage does not use."""
    theme, (width, top) = sheet.theme, room
    stages = [span.part.stage for span in sheet.spans]
    left = PAD + LABEL_SHARE * width
    step = (width - LABEL_SHARE * width) / max(1, len(stages))
    items: list[Primitive] = []
    for row, channel in enumerate(channels):
        y = top + row * ROW
        items += _label(sheet, sheet.view.project.channels[channel].name, y, LABEL_SHARE * width - 6)
        for place, stage in enumerate(stages):
            reached = found.cells.items.get(f"{stage.id} × {channel}")
            fill = theme.soft if reached is None else theme.ground
            items.append(Rect(x=left + place * step, y=y + 1, width=step - 3, height=ROW - 3, fill=fill, radius=3))
            if reached is not None:
                kind, tone, _ = SIGNS[reached]
                middle = (left + place * step + (step - 3) / 2, y + ROW / 2 - 0.5)
                items.append(sign(kind, *middle, 8.5, theme.tone_colour(tone), theme.card))
    y = top + len(channels) * ROW
    for place, stage in enumerate(stages):
        name = fit(stage.name, step - 4, ROW - 4, 8.0, "regular", sheet.content, sheet.floor, 1)
        items += text_lines(name, left + place * step, y + 1, "regular", theme.sub)
    return [*items, *_keys(sheet, PAD, y + ROW, width)]


def _keys(sheet: Sheet, left: float, y: float, width: float) -> list[Primitive]:
    """What the signs of the matrix mean."""
    theme, text = sheet.theme, sheet.view.language.text
    words: dict[Step, str] = {
        "evidenced": text("enough answers"), "live": text("live"), "planned": text("planned"),
        "": text("not measured"),
    }  # fmt: skip
    items: list[Primitive] = []
    step = width / len(words)
    for place, (reached, said) in enumerate(words.items()):
        kind, tone, _ = SIGNS[reached]
        x = left + place * step
        items.append(sign(kind, x + 5, y + ROW / 2, 8.0, theme.tone_colour(tone), theme.card))
        named = fit(said, step - 16, ROW, 8.0, "regular", sheet.reader, sheet.floor, 1)
        items += text_lines(named, x + 13, y + (ROW - named.height) / 2, "regular", theme.sub)
    return items


def _label(sheet: Sheet, words: str, y: float, width: float) -> list[Primitive]:
    named = fit(words, width, ROW, SMALL, "regular", sheet.content, sheet.floor, 1)
    return list(text_lines(named, PAD, y + (ROW - named.height) / 2, "regular", sheet.theme.ink))


# certain gaps


def _gaps(sheet: Sheet) -> Box | None:
    language = sheet.view.language
    scores = ((touchpoint.name, sheet.score(touchpoint.id)) for _, touchpoint in sheet.touchpoints())
    worse = [(name, score) for name, score in scores if score is not None and score.shown and score.verdict == "worse"]
    worse.sort(key=lambda pair: _gap100(pair[1]))
    shown = worse[:MOST_ROWS]
    sub = language.text("on each own 0–100 scale; only those that are certain (95 %)")
    if not shown:
        sub = language.text("none: nothing is certainly worse than its target")
    alt = ", ".join(f"{plain_words(name)} {_said(sheet, score)}" for name, score in shown)
    return Box("summary-gaps", language.text("Certain gaps"), sub, max(1, len(shown)),
               lambda each, width, top: _bars(each, shown, (width, top)), alt)  # fmt: skip


def _gap100(score: Score) -> float:
    return (score.score100 or 0.0) - (score.target100 or 0.0)


def _said(sheet: Sheet, score: Score) -> str:
    metric = sheet.view.project.metrics[sheet.view.project.points[score.point].metric]
    return "" if score.gap is None else format_gap(sheet.view.language, metric, score.gap)


def _bars(sheet: Sheet, worse: list[tuple[str, Score]], room: tuple[float, float]) -> list[Primitive]:
    """Bars as long as the gaps are wide on 0–100, the widest filling the room; the gap in its own unit beside it."""
    theme, (width, top) = sheet.theme, room
    widest = max((abs(_gap100(score)) for _, score in worse), default=1.0) or 1.0
    left, value_room = PAD + LABEL_SHARE * width, 44.0
    room_of_bars = width - LABEL_SHARE * width - value_room
    items: list[Primitive] = []
    for row, (name, score) in enumerate(worse):
        y = top + row * ROW
        items += _label(sheet, name, y, LABEL_SHARE * width - 6)
        long = max(2.0, room_of_bars * abs(_gap100(score)) / widest)
        items.append(Rect(x=left, y=y + 3, width=long, height=ROW - 7, fill=theme.certainly_worse, radius=2))
        words = fit(_said(sheet, score), value_room - 6, ROW, SMALL, "semibold", sheet.reader, sheet.floor, 1)
        at = y + (ROW - words.height) / 2
        items += text_lines(words, left + long + 6, at, "semibold", theme.certainly_worse)
    return items


# beliefs


def _beliefs(sheet: Sheet) -> Box | None:
    """The widest differences between the staff's guess and the customers' figure; none without both."""
    language, names = sheet.view.language, {t.id: t.name for _, t in sheet.touchpoints()}
    points = sheet.view.project.points
    told = [each for each in sheet.view.beliefs if each.gap is not None and each.point in points]  # may lag an edit
    known = [each for each in told if points[each.point].anchor.id in names]
    known.sort(key=lambda each: -abs(each.gap or 0.0))
    shown = [(names[points[each.point].anchor.id], each) for each in known[:MOST_ROWS]]
    if not shown:
        return None
    asked = max(each.staff_n or 0 for _, each in shown)
    sub = language.text("filled: customers, ring: own staff (n {n}), on 0–100", n=language.number(asked))
    alt = ", ".join(f"{plain_words(name)} {language.number(each.gap or 0.0, sign=True)}" for name, each in shown)
    return Box("summary-beliefs", language.text("What we believe, what customers say"), sub, len(shown),
               lambda one, width, top: _dumb_bells(one, shown, (width, top)), alt)  # fmt: skip


def _dumb_bells(sheet: Sheet, shown: list[tuple[str, Belief]], room: tuple[float, float]) -> list[Primitive]:
    theme, (width, top) = sheet.theme, room
    left, long = PAD + LABEL_SHARE * width + 6, width - LABEL_SHARE * width - 12
    tones: dict[str, Tone] = {"overestimate": "certainly worse", "underestimate": "certainly better"}
    items: list[Primitive] = []
    for row, (name, each) in enumerate(shown):
        y = top + row * ROW
        items += _label(sheet, name, y, LABEL_SHARE * width - 6)
        middle = y + ROW / 2
        ends = [left + long * (value or 0.0) / 100 for value in (each.customers100, each.staff100)]
        items.append(line(min(ends), middle, max(ends), middle, theme.line, 3.0))
        colour = theme.tone_colour(tones.get(each.gap_class, "plain"))
        items += [sign("○", ends[1], middle, 9.0, theme.ink, theme.card), sign("●", ends[0], middle, 9.0, colour)]
    return items


LANE = Lane(id="summary", title=no_text, explain=no_text, extent=_extent, lay_out=_lay_out, framed=False, across=True)
