"""A journey as a draw.io drawing: stages are containers, touchpoints boxes in them, links arrows; all plain text."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.sax.saxutils import quoteattr

from journeymapper.analysis.rollups import shown_score
from journeymapper.analysis.score import Score
from journeymapper.export.xml_text import clean
from journeymapper.language.language import Language
from journeymapper.language.units import format_gap, format_value, metric_short
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.project import Project
from journeymapper.picture.symbols import verdict_sign
from journeymapper.picture.theme import LIGHT

CARD, GAP, PAD, HEAD = (150, 70), 16, 14, 30
FONT = "fontFamily=Inter;fontColor=#1B2430;html=0;whiteSpace=wrap;"
STAGE = f"swimlane;startSize={HEAD};fillColor=#FFFFFF;strokeColor=#D9DEE5;rounded=1;fontStyle=1;{FONT}"
BOX = f"rounded=1;arcSize=8;fillColor=#FFFFFF;verticalAlign=top;spacing=6;{FONT}"
EDGE = "edgeStyle=orthogonalEdgeStyle;rounded=1;html=0;strokeColor=#175E7A;fontSize=10;"
DASHED = {"happy": "", "alternative": "dashed=1;", "loop": "dashed=1;curved=1;", "skip": "dashed=1;dashPattern=1 3;"}


def drawio(project: Project, journey: Journey, scores: Mapping[str, Score], language: Language) -> str:
    """The XML of the drawing, uncompressed, so that it can be read, compared and edited again."""
    cells = ['<mxCell id="0"/>', '<mxCell id="1" parent="0"/>', *_stages(project, journey, scores, language)]
    cells += _arrows(journey)
    body = "\n".join(f"        {cell}" for cell in cells)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<mxfile>\n'
        f"  <diagram name={_attribute(journey.name)}>\n"
        '    <mxGraphModel grid="1" gridSize="10" page="0">\n      <root>\n'
        f"{body}\n      </root>\n    </mxGraphModel>\n  </diagram>\n</mxfile>\n"
    )


def _stages(project: Project, journey: Journey, scores: Mapping[str, Score], language: Language) -> Iterator[str]:
    tallest = max((len(stage.touchpoints) for stage in journey.ordered_stages()), default=0)
    width, height = CARD[0] + 2 * PAD, HEAD + PAD + max(1, tallest) * (CARD[1] + GAP)
    for number, stage in enumerate(journey.ordered_stages()):
        yield _box(f"stage-{stage.id}", "1", stage.name, STAGE, (number * (width + GAP), 0, width, height))
        for row, key in enumerate(stage.touchpoints):
            touchpoint = journey.touchpoints[key]
            text, colour = _card(project, touchpoint, scores, language)
            style = f"{BOX}strokeColor={colour};{'dashed=1;' if touchpoint.conditional else ''}"
            place = (PAD, HEAD + PAD + row * (CARD[1] + GAP), *CARD)
            yield _box(f"touchpoint-{key}", f"stage-{stage.id}", text, style, place)


def _card(project: Project, touchpoint: Touchpoint, scores: Mapping[str, Score], language: Language) -> tuple[str, str]:
    """Name and figure, and the colour of the verdict."""
    name = touchpoint.name + (" ★" if touchpoint.moment_of_truth else "")
    score = shown_score(project, touchpoint, scores)
    if score is None or not score.shown or score.value is None:
        return name, LIGHT.line
    point = project.points[score.point]
    metric = project.metrics[point.metric]
    word = metric_short(language, metric) or point.name or metric.name
    figure = f"{word} {format_value(language, metric, score.value)}".strip()
    gap = "" if score.gap is None else f" {format_gap(language, metric, score.gap)}"
    return f"{name}\n{verdict_sign(score)} {figure}{gap}", LIGHT.verdict_colour(score)


def _arrows(journey: Journey) -> Iterator[str]:
    """The drawn links, or the order of the map where none are drawn."""
    shown = {each.id for each in journey.ordered_touchpoints()}
    links = [(x.source, x.target, x.kind, x.label) for x in journey.links.values() if {x.source, x.target} <= shown]
    if not any(kind == "happy" for _, _, kind, _ in links):
        path = [each.id for each in journey.ordered_touchpoints() if not each.conditional]
        links = [*((a, b, "happy", "") for a, b in pairwise(path)), *links]
    for number, (source, target, kind, label) in enumerate(links):
        yield (
            f'<mxCell id="link-{number}" parent="1" edge="1" source={_attribute(f"touchpoint-{source}")} '
            f"target={_attribute(f'touchpoint-{target}')} value={_attribute(label)} "
            f'style="{EDGE}{DASHED[kind]}"><mxGeometry relative="1" as="geometry"/></mxCell>'
        )


def _box(key: str, parent: str, text: str, style: str, place: tuple[int, int, int, int]) -> str:
    x, y, width, height = place
    return (
        f'<mxCell id={_attribute(key)} parent={_attribute(parent)} vertex="1" value={_attribute(text)} '
        f'style="{style}"><mxGeometry x="{x}" y="{y}" width="{width}" height="{height}" as="geometry"/></mxCell>'
    )


def _attribute(text: str) -> str:
    """A quoted attribute; line breaks stay, what XML cannot hold goes."""
    return quoteattr(clean(text), {"\n": "&#10;"})
