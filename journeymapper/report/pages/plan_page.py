"""The measurement plan: coverage of stages and channels, what the plan still needs, and every point in plan order."""

from journeymapper.analysis.coverage import coverage
from journeymapper.model.journey import Journey
from journeymapper.report.beside_plan import beside_tables
from journeymapper.report.content import Content
from journeymapper.report.coverage_matrix import matrix_blocks
from journeymapper.report.flow import Flow
from journeymapper.report.needs_list import needs_block
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.plan_needs import plan_needs
from journeymapper.report.plan_table import plan_table
from journeymapper.report.sheet import Sheet

MATRIX_SHARE = 0.64
GUTTER = 3.0
LEAST_NEEDS = 30.0


def plan_pages(content: Content, journey: Journey, sheet: Sheet) -> list[Leaf]:
    """The pages of a journey's measurement plan."""
    language = content.language
    heading = Heading(
        over=" · ".join((language.text("Measurement plan"), journey.name)),
        title=_title(content, journey),
        sub=_sub(content, journey),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Measurement plan"))
    _place_top(flow, content, journey, sheet)
    flow.space(1.2 * sheet.body)
    flow.table(plan_table(content, journey, sheet))
    for table in beside_tables(content, sheet):
        flow.space(1.2 * sheet.body)
        flow.table(table)
    return flow.leaves()


def _place_top(flow: Flow, content: Content, journey: Journey, sheet: Sheet) -> None:
    """Matrix and needs side by side where both are small, else one below the other."""
    blocks = matrix_blocks(content, journey, sheet, MATRIX_SHARE * sheet.inner_width)
    beside = len(blocks) == 1 and sheet.inner_width - blocks[0].width > LEAST_NEEDS * sheet.body
    left = blocks[0].width + GUTTER * sheet.body if beside else 0.0
    needs = needs_block(content, plan_needs(content, journey), sheet, sheet.inner_width - left)
    if beside:
        moved = tuple(group.moved(left, 0.0) for group in needs.groups)
        flow.place((*blocks[0].groups, *moved), max(blocks[0].height, needs.height))
        return
    for block in (*blocks, needs):
        flow.place(block.groups, block.height)
        flow.space(sheet.body)


def _title(content: Content, journey: Journey) -> str:
    """How well what matters most is measured: the moments of truth, then the hand-offs."""
    language, covered = content.language, coverage(content.project, journey, content.scores)
    moments, touchpoints = covered.moments, covered.touchpoints
    parts = []
    if moments.in_scope and moments.live == moments.in_scope:
        parts.append(language.text("All moments of truth are measured"))
    elif moments.in_scope:
        parts.append(language.text("{live} of {count} moments of truth are measured", live=moments.live,
                                   count=moments.in_scope))  # fmt: skip
    else:
        parts.append(language.text("{live} of {count} touchpoints are measured", live=touchpoints.live,
                                   count=touchpoints.in_scope))  # fmt: skip
    unseen = covered.hand_offs.in_scope - covered.hand_offs.live
    if unseen:
        parts.append(language.plural("{n} hand-off is not", "{n} hand-offs are not", unseen))
    return "; ".join(parts)


def _sub(content: Content, journey: Journey) -> str:
    language, covered = content.language, coverage(content.project, journey, content.scores).touchpoints
    return language.text(
        "{live} of {count} touchpoints that should be measured are live, {evidenced} with enough answers",
        live=covered.live, count=covered.in_scope, evidenced=covered.evidenced,
    )  # fmt: skip
