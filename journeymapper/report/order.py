"""How a report is wanted: paper, layout, how the map meets the paper, which results, and in which language."""

import datetime
from typing import Literal

import msgspec

from journeymapper.language.language import Language

MapMode = Literal["break", "fit", "tile"]
MM_OVERLAP = 10.0


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the bytes of a report depend on besides the project.

    `page` is a paper's name, lying unless `landscape` says otherwise; `tile` the office printer's paper, of which
    `overlap` millimetres are glued. Empty `wave` is the newest, `compare` the wave that changes are told against.
    `mono` is black on white; without `embed` the project is not in the PDF; a `safe` report is of the copy that can be
    given away.
    """

    language: Language
    date: datetime.date
    page: str = "A3"
    landscape: bool | None = None
    layout: str = "full"
    sections: tuple[str, ...] = ()
    map: MapMode = "break"
    tile: str = "A4"
    overlap: float = MM_OVERLAP
    wave: str = ""
    compare: str = ""
    segment: tuple[str, str] | None = None
    mono: bool = False
    embed: bool = True
    remarks: bool = False
    safe: bool = False
