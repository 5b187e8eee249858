"""The paper of an order: the one that it names; a roll is cut to the length that the map takes."""

import msgspec

from journeymapper.model.journey import Journey
from journeymapper.picture.map_view import MapView, map_picture, natural_width
from journeymapper.report.content import Content
from journeymapper.report.order import Order
from journeymapper.report.paper import LEAST_MM, MM, MOST_MM, Paper, paper

HEAD_SHARE = 0.17


def paper_of(order: Order, content: Content, journey: Journey) -> Paper:
    """The paper on which a journey's map is printed. Raises Refusal for a name that is none."""
    found = paper(order.page, order.landscape)
    return cut(found, content, journey) if found.roll else found


def cut(roll: Paper, content: Content, journey: Journey) -> Paper:
    """A roll as long as the map is when it fills the roll's width."""
    view = MapView(project=content.project, journey=journey, scores=content.scores, language=content.language)
    width = natural_width(view)
    natural = map_picture(view, width=width)
    length = roll.height * (1 - HEAD_SHARE) / natural.height * natural.width + 0.1 * roll.height
    least = max(LEAST_MM * MM, roll.height)
    return msgspec.structs.replace(roll, width=round(min(max(length, least), MOST_MM * MM), 2))
