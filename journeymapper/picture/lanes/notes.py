"""The team's notes as sticky cards below what they are about."""

import re

from journeymapper.picture.lanes.lane import Extent, Lane, no_text
from journeymapper.picture.lanes.sticky import Sticky, anchor_places, lay_out_stickies, sticky_extent, votes_shown
from journeymapper.picture.primitives import Group
from journeymapper.picture.sheet import Band, Sheet

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Notes")


def _stickies(sheet: Sheet) -> list[Sticky]:
    theme = sheet.theme
    places = anchor_places(sheet)
    return [
        Sticky(owner=note.id, part="note", at=places[note.anchor.id], tag="", text=note.text,
               fill=theme.note_colours(note.colour)[0], edge=_edge(sheet, note.colour), tag_colour=theme.ink,
               votes=votes_shown(sheet, note.votes))
        for note in sheet.view.project.ordered_notes()
        if note.anchor.id in places
    ]  # fmt: skip


def _edge(sheet: Sheet, colour: str) -> str:
    return colour if COLOUR.fullmatch(colour) else sheet.theme.note_colours(colour)[1]


def _extent(sheet: Sheet) -> Extent | None:
    return sticky_extent(_stickies(sheet), sheet, 1.0)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    return lay_out_stickies(_stickies(sheet), sheet, band)


LANE = Lane(id="notes", title=_title, explain=no_text, extent=_extent, lay_out=_lay_out)
