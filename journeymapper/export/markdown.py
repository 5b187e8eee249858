"""The report as Markdown for a wiki: headings, tables, and the map as lists of its stages."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from journeymapper.analysis.rollups import shown_score
from journeymapper.export.blocks import Block, Drawing, Grid, Part, Words
from journeymapper.language.units import format_gap, format_value, metric_short, verdict_words
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.picture.symbols import verdict_sign
from journeymapper.report.content import Content, starred

SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
LINKED = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|www)([:.])")
LINE_START = re.compile(r"^([-+#=!]|[0-9]+(?=[.)]\s))")


def markdown(content: Content, parts: Sequence[Part]) -> str:
    """The text; what users wrote stands as text, never as markup or link."""
    project = content.project
    lines = [
        f"# {plain(project.name)}",
        "",
        f"{plain(project.client)} · {content.language.date(content.date)}".strip(" ·"),
    ]
    journeys = iter(project.ordered_journeys())
    for part in parts:
        heading = part.heading
        lines += ["", f"## {plain(heading.title)}", "", plain(" · ".join(filter(None, (heading.over, heading.sub))))]
        lines += [f"- **{plain(each.value)}** {plain(each.words(', '))}" for each in heading.figures]
        if part.section == "map":
            lines += _map(content, next(journeys))
        else:
            lines += [line for block in _once(part.blocks) for line in _block(block)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def plain(text: str) -> str:
    """A text on one line in which Markdown finds nothing to do."""
    escaped = LINKED.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", " ".join(text.split())))
    return LINE_START.sub(lambda found: f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}", escaped)


def _block(block: Grid | Words | Drawing) -> list[str]:
    if isinstance(block, Grid):
        return ["", *_table(block)]
    if isinstance(block, Words):
        return ["", f"### {plain(block.text)}" if block.heading else plain(block.text)]
    return ["", plain(block.alt)]


def _once(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks without the charts whose words stand below them anyway."""
    for block, after in zip_longest(blocks, blocks[1:]):
        if not (isinstance(block, Drawing) and isinstance(after, Words) and after.text == block.alt):
            yield block


def _table(grid: Grid) -> Iterator[str]:
    yield "| " + " | ".join(plain(title) or " " for title in grid.titles) + " |"
    yield "|" + " --- |" * len(grid.titles)
    for row in grid.rows:
        yield "| " + " | ".join(plain(cell) or " " for cell in row) + " |"


def _map(content: Content, journey: Journey) -> Iterator[str]:
    for stage in journey.ordered_stages():
        yield from ("", f"### {plain(stage.name)}", "")
        for key in stage.touchpoints:
            yield f"- {_touchpoint(content, journey.touchpoints[key])}"


def _touchpoint(content: Content, touchpoint: Touchpoint) -> str:
    """Name and figure: `Offer ★: ▼ CES 4.9 (−0.6, certainly worse, n 111)`."""
    language, name = content.language, plain(starred(touchpoint))
    score = shown_score(content.project, touchpoint, content.scores)
    if score is None or not score.shown or score.value is None:
        return name
    point = content.project.points[score.point]
    metric = content.project.metrics[point.metric]
    word = metric_short(language, metric) or point.name or metric.name
    gap = "" if score.gap is None else format_gap(language, metric, score.gap)
    count = "" if score.n is None else language.text("n {n}", n=language.number(score.n))
    aside = ", ".join(filter(None, (gap, verdict_words(language, score.verdict, score.gap), count)))
    figure = f"{word} {format_value(language, metric, score.value)}".strip()
    return f"{name}: {verdict_sign(score)} {plain(figure)} ({plain(aside)})"
