"""Which ending means which format. A new one is a file beside this one and a line here."""

from collections.abc import Callable

import msgspec

from journeymapper.analysis.scoring import score_points
from journeymapper.export.drawing import drawing
from journeymapper.language.language import Language
from journeymapper.model.journey import Journey
from journeymapper.picture.primitives import Picture
from journeymapper.storage.container import Opened


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be exported: a journey of an opened project, in a language; a PNG's `scale` is pixels per point."""

    opened: Opened
    journey: Journey
    language: Language
    scale: float = 2.0


def exported(ending: str, wish: Wish) -> bytes:
    """The bytes of the file. Raises Refusal where the format cannot hold it."""
    return FORMATS[ending](wish)


def _svg(wish: Wish) -> bytes:
    from journeymapper.export.svg import svg

    return svg(_drawn(wish), wish.journey.name)


def _png(wish: Wish) -> bytes:
    from journeymapper.export.png import png

    return png(_drawn(wish), wish.scale)


def _drawn(wish: Wish) -> Picture:
    return drawing(wish.opened.project, wish.opened.tallies, wish.journey, wish.language)


def _drawio(wish: Wish) -> bytes:
    from journeymapper.export.drawio import drawio

    scores = score_points(wish.opened.project, wish.opened.tallies)
    return drawio(wish.opened.project, wish.journey, scores, wish.language).encode()


def _mermaid(wish: Wish) -> bytes:
    from journeymapper.export.mermaid import mermaid

    return mermaid(wish.opened.project, wish.journey).encode()


FORMATS: dict[str, Callable[[Wish], bytes]] = {
    ".svg": _svg,
    ".png": _png,
    ".drawio": _drawio,
    ".mmd": _mermaid,
}
ENDINGS = tuple(FORMATS)
