"""The wall sheet: the map's frame with room for pens and sticky notes, for the next workshop."""

import msgspec

from journeymapper.model.journey import Journey
from journeymapper.model.messages import Refusal
from journeymapper.picture.map_view import fitted_map
from journeymapper.picture.view import MapView
from journeymapper.report.content import Content
from journeymapper.report.order import Order
from journeymapper.report.pages.frame import Heading, Leaf, body_top
from journeymapper.report.pages.map_page import largest, map_anchor
from journeymapper.report.sheet import Sheet

LANES = ("stages", "touchpoints", "doing", "thoughts", "pains", "feeling", "channels", "backstage", "own", "actions")
ROOMIEST = 1.6


def wall_leaves(content: Content, journey: Journey, sheet: Sheet, order: Order) -> list[Leaf]:
    """One sheet with the stages, the touchpoints as they are assumed, and empty lanes below them.

    With the layout `wall-empty` the touchpoints' places are empty too. Raises Refusal where the paper is too small.
    """
    language = content.language
    heading = Heading(
        over=" · ".join(part for part in (content.project.client, language.text("Wall sheet")) if part),
        title=journey.name,
        sub=language.text("Write, draw and stick notes here; what is agreed goes back into the map"),
        language=language.code,
        owner=journey.id,
    )
    top = body_top(sheet, heading)
    filled = ("stages",) if order.layout == "wall-empty" else ("stages", "touchpoints")
    view = MapView(project=content.project, journey=journey, scores={}, language=language, lanes=LANES, results=False,
                   blank=True, filled=filled, lane_choices=())  # fmt: skip
    picture = fitted_map(view, width=sheet.inner_width, height=sheet.foot - top, largest=ROOMIEST * largest(sheet))
    if picture is None:
        raise Refusal(
            "A wall sheet of {journey} needs larger paper than {page}.", journey=journey.name, page=order.page
        )
    body = tuple(msgspec.structs.replace(group.moved(sheet.margin, top), tip="") for group in picture.groups)
    outline = language.text("Wall sheet: {journey}", journey=journey.name)
    return [Leaf(heading=heading, body=body, outline=outline, anchor=map_anchor(journey))]
