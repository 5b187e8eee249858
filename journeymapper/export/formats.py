"""Which ending means which format. A new one is a file beside this one and a line here."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.analysis.scoring import score_points
from journeymapper.export.drawing import drawing
from journeymapper.language.language import Language
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Picture
from journeymapper.report.missing import lacking, lacking_words
from journeymapper.storage.container import Opened

if TYPE_CHECKING:
    from journeymapper.export.blocks import Part
    from journeymapper.report.content import Content


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be exported: an opened project and a journey of it, in a language, dated.

    A PNG's `scale` is pixels per point; slides take the masters of a `template`, the bytes of a PPTX.
    """

    opened: Opened
    journey: Journey
    language: Language
    date: datetime.date
    scale: float = 2.0
    template: bytes | None = None


def exported(ending: str, wish: Wish) -> bytes:
    """The bytes of the file. Raises Refusal where the format cannot hold it."""
    return FORMATS[ending](wish)


def unprinted(ending: str, project: Project) -> Message | None:
    """The sentence about characters that come out as □; only PNG is drawn with the report's fonts."""
    return lacking_words(lacking(project)) if ending == ".png" else None


def _svg(wish: Wish) -> bytes:
    from journeymapper.export.svg import svg

    return svg(_drawn(wish), wish.journey.name)


def _png(wish: Wish) -> bytes:
    from journeymapper.export.png import png

    return png(_drawn(wish), wish.scale)


def _drawn(wish: Wish) -> Picture:
    opened = wish.opened
    return drawing(opened.project, opened.tallies, wish.journey, wish.language, opened.attachments)


def _drawio(wish: Wish) -> bytes:
    from journeymapper.export.drawio import drawio

    scores = score_points(wish.opened.project, wish.opened.tallies)
    return drawio(wish.opened.project, wish.journey, scores, wish.language).encode()


def _mermaid(wish: Wish) -> bytes:
    from journeymapper.export.mermaid import mermaid

    return mermaid(wish.opened.project, wish.journey).encode()


def _html(wish: Wish) -> bytes:
    from journeymapper.export.html import html

    content, parts = _report(wish)
    return html(content, parts, wish.opened.attachments).encode()


def _markdown(wish: Wish) -> bytes:
    from journeymapper.export.markdown import markdown

    return markdown(*_report(wish)).encode()


def _slides(wish: Wish) -> bytes:
    from journeymapper.export.slides import slides

    return slides(*_report(wish), wish.template)


def _workbook(wish: Wish) -> bytes:
    from journeymapper.export.sheets import workbook

    return workbook(*_report(wish))


def _json(wish: Wish) -> bytes:
    from journeymapper.export.score_rows import rows_json

    return rows_json(wish.opened.project, _scores(wish)).encode()


def _csv(wish: Wish) -> bytes:
    from journeymapper.export.score_rows import rows_csv

    return rows_csv(wish.opened.project, _scores(wish)).encode()


def _scores(wish: Wish) -> list[Score]:
    return list(score_points(wish.opened.project, wish.opened.tallies).values())


def _report(wish: Wish) -> "tuple[Content, list[Part]]":
    """The full report in parts."""
    from journeymapper.export.blocks import parts_of
    from journeymapper.report.order import Order
    from journeymapper.report.report import report_content, report_sheet

    order = Order(language=wish.language, date=wish.date)
    content = report_content(wish.opened.project, wish.opened.tallies, order, wish.opened.attachments)
    return content, parts_of(content, order, report_sheet(content, order))


FORMATS: dict[str, Callable[[Wish], bytes]] = {
    ".svg": _svg,
    ".png": _png,
    ".pptx": _slides,
    ".xlsx": _workbook,
    ".html": _html,
    ".md": _markdown,
    ".drawio": _drawio,
    ".mmd": _mermaid,
    ".csv": _csv,
    ".json": _json,
}
ENDINGS = tuple(FORMATS)
