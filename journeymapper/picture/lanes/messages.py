"""The message plan: what the customer is told at each touchpoint, and what sets it off."""

from journeymapper.picture.lanes.lane import Extent, Lane
from journeymapper.picture.lanes.sticky import Sticky, anchor_places, lay_out_stickies, sticky_extent
from journeymapper.picture.primitives import Group
from journeymapper.picture.sheet import Band, Sheet


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Messages")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("what we tell, and when")


def _stickies(sheet: Sheet) -> list[Sticky]:
    journey, theme = sheet.view.journey, sheet.theme
    places = anchor_places(sheet)
    messages = [journey.messages[key] for key in journey.message_order if key in journey.messages]
    return [
        Sticky(owner=message.id, part="message", at=places[message.touchpoint], tag=message.trigger or message.channel,
               text=message.text, fill=theme.ground, edge=theme.line, tag_colour=theme.accent)
        for message in messages
        if message.touchpoint in places
    ]  # fmt: skip


def _extent(sheet: Sheet) -> Extent | None:
    return sticky_extent(_stickies(sheet), sheet, 1.2, taller=10.0)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    return lay_out_stickies(_stickies(sheet), sheet, band)


LANE = Lane(id="messages", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out)
