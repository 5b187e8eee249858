"""One page of a PDF: pictures as the operators of a content stream, each state set only when it changes.

reportlab keeps the fonts, their subsets and the file; its canvas would take three times as long for the same marks.
"""

import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from journeymapper.paint.marking import Mark
from journeymapper.picture.faces import FONT_NAMES
from journeymapper.picture.letters import foreign, printable, substituted
from journeymapper.picture.primitives import Ellipse, Group, Image, Path, Rect, Text, Weight
from journeymapper.picture.type import halo_box, text_width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from journeymapper.paint.pdf import PdfPage

ROUND = 0.5523
"""How far the handles of a quarter circle reach, in radii."""
Encoded = dict[tuple[str, Weight], list[tuple[str, str]]]
"""Text and weight → the names of font subsets with the strings that they show."""


class PagePainter:
    """Paints one picture on a page, turning coordinates over: PDF counts from the foot of the page."""

    def __init__(self, canvas: "Canvas", height: float, attachments: Mapping[str, bytes], encoded: Encoded) -> None:
        self.canvas, self.height, self.attachments, self.encoded = canvas, height, attachments, encoded
        self.code: list[str] = canvas._code  # type: ignore[attr-defined]  # the page's content stream
        self.state: dict[str, str] = {}
        self.goes_on = False
        self.painters: dict[type, Any] = {
            Rect: self.rect, Path: self.path, Ellipse: self.ellipse, Text: self.text, Image: self.image,
        }  # fmt: skip

    def page(self, page: "PdfPage", marks: Sequence[Mark | None]) -> None:
        """The ground, the inset and all groups; without marks none of it is tagged."""
        picture = page.picture
        if picture.ground and picture.ground.upper() != "#FFFFFF":
            self._begin(None, bool(marks))
            self.rect(Rect(x=0, y=0, width=picture.width, height=picture.height, fill=picture.ground), 0, 0)
            self._end(bool(marks))
        inside = page.inset.groups if page.inset else ()
        if page.inset:
            window = (page.inset.x, self.height - page.inset.y - page.inset.height, page.inset.width, page.inset.height)
            self.code.append(f"q {_numbers(*window)} re W n")
            self._groups(inside, marks)
            self.code.append("Q")
            self.state = {}
        self._groups(picture.groups, marks[len(inside) :])

    def _groups(self, groups: Sequence[Group], marks: Sequence[Mark | None]) -> None:
        for number, group in enumerate(groups):
            if group.items:
                self._begin(marks[number] if marks else None, bool(marks))
                for item, after in zip(group.items, (*group.items[1:], None), strict=True):
                    self.goes_on = isinstance(after, Text)
                    self.painters[type(item)](item, group.x, group.y)
                self._end(bool(marks))

    def _begin(self, mark: Mark | None, tagged: bool) -> None:
        if tagged:
            self.code.append(f"/{mark.tag} <</MCID {mark.mcid}>> BDC" if mark else "/Artifact BMC")

    def _end(self, tagged: bool) -> None:
        if tagged:
            self.code.append("EMC")

    def rect(self, item: Rect, dx: float, dy: float) -> None:
        """A rectangle, rounded where it has a radius."""
        how = self._pen(item.fill, item.stroke, item.stroke_width, item.dash)
        if not how:
            return
        radius = min(item.radius, item.width / 2, item.height / 2)
        x, y = item.x + dx, self.height - item.y - dy - item.height
        if radius > 0:
            self.code.append(f"{_rounded(x, y, item.width, item.height, radius)} {how}")
        else:
            self.code.append(f"{_numbers(x, y, item.width, item.height)} re {how}")

    def ellipse(self, item: Ellipse, dx: float, dy: float) -> None:
        """An ellipse by its centre and radii."""
        how = self._pen(item.fill, item.stroke, item.stroke_width, ())
        if how:
            x, y = item.x + dx, self.height - item.y - dy
            self.code.append(f"{_oval(x, y, item.rx, item.ry)} {how}")

    def path(self, item: Path, dx: float, dy: float) -> None:
        """A path step by step; holes by the non-zero winding rule."""
        how = self._pen(item.fill, item.stroke, item.stroke_width, item.dash)
        if not how:
            return
        top = self.height - dy
        parts = []
        for name, *numbers in item.steps:
            turned = [float(n) + dx if i % 2 == 0 else top - float(n) for i, n in enumerate(numbers)]
            parts.append(f"{_numbers(*turned)} {OPERATORS[str(name)]}" if turned else "h")
        self.code.append(f"{' '.join(parts)} {how}")

    def text(self, item: Text, dx: float, dy: float) -> None:
        """A run of text on its baseline, its halo behind it."""
        if item.halo:
            x, y, width, height = halo_box(item)
            self.rect(Rect(x=x, y=y, width=width, height=height, fill=item.halo, radius=2), dx, dy)
        drawn = printable(item.text)
        if foreign(drawn):
            self._foreign_text(item, drawn, dx, dy)
            return
        # A space after a line that goes on in another, for those who search, copy or listen.
        drawn += " " if self.goes_on and not drawn.endswith("-") else ""
        self._run(item, drawn, (item.x + dx, self.height - item.y - dy), 1.0)

    def _foreign_text(self, item: Text, text: str, dx: float, dy: float) -> None:
        """□ for each letter that no embedded font has, in the width laid out; who searches or listens gets the text."""
        drawn = substituted(text)
        squeeze = min(1.0, item.width / (text_width(drawn, item.size, item.weight) or 1.0))
        said = text + (" " if self.goes_on else "")
        self.code.append(f"/Span <</ActualText <feff{said.encode('utf-16-be').hex()}>>> BDC")
        self._run(item, drawn, (item.x + dx, self.height - item.y - dy), squeeze)
        self.code.append("EMC")

    def _run(self, item: Text, drawn: str, place: tuple[float, float], squeeze: float) -> None:
        self._set("fill", f"{_colour(item.fill)} rg")
        parts = [f"BT {_precise((squeeze,))} 0 0 1 {_numbers(*place)} Tm"]
        for font, shown in self._shown(drawn, item.weight):
            parts.append(f"{font} {_numbers(item.size)} Tf {shown} Tj")
        self.code.append(" ".join((*parts, "ET")))

    def image(self, item: Image, dx: float, dy: float) -> None:
        """An embedded picture, scaled into its box without bending it; nothing where it is missing or broken."""
        from reportlab.lib.utils import ImageReader

        place = (item.x + dx, self.height - item.y - dy - item.height, item.width, item.height)
        data = self.attachments.get(item.attachment)
        if data is not None:
            with suppress(Exception):  # a broken image costs its place, never the report
                image = ImageReader(io.BytesIO(data))
                image.getRGBData()  # type: ignore[no-untyped-call]
                self.canvas.drawImage(image, *place, mask="auto", preserveAspectRatio=True)

    def _shown(self, drawn: str, weight: Weight) -> list[tuple[str, str]]:
        """A text in the subsets of its font that reportlab makes, as strings of the content stream."""
        known = self.encoded.get((drawn, weight))
        if known is None:
            from reportlab.pdfbase import pdfmetrics

            font: Any = pdfmetrics.getFont(FONT_NAMES[weight])
            document: Any = self.canvas._doc  # type: ignore[attr-defined]
            known = [
                (font.getSubsetInternalName(subset, document), f"<{bytes(codes).hex()}>")
                for subset, codes in font.splitString(drawn, document)
            ]
            self.encoded[drawn, weight] = known
        return known

    def _pen(self, fill: str, stroke: str, width: float, dash: tuple[float, ...]) -> str:
        """Sets colours and line where they change; the operator that paints, empty where there is nothing to paint."""
        if fill:
            self._set("fill", f"{_colour(fill)} rg")
        if stroke:
            self._set("stroke", f"{_colour(stroke)} RG")
            self._set("width", f"{_numbers(width)} w")
            self._set("dash", f"[{_numbers(*dash)}] 0 d" if dash else "[] 0 d")
            self._set("join", "0 J 1 j")
        return ("B" if stroke else "f") if fill else "S" if stroke else ""

    def _set(self, what: str, operator: str) -> None:
        if self.state.get(what) != operator:
            self.state[what] = operator
            self.code.append(operator)


OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _numbers(*values: float) -> str:
    """Numbers of a content stream, to a hundredth of a point."""
    return " ".join(f"{value:.2f}".rstrip("0").rstrip(".") for value in values)


@lru_cache(maxsize=1024)
def _colour(value: str) -> str:
    return _precise(int(value[start : start + 2], 16) / 255 for start in (1, 3, 5))


def _precise(values: Any) -> str:
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values)


def _rounded(x: float, y: float, width: float, height: float, r: float) -> str:
    """A rectangle with round corners, from the lower left one on."""
    k, right, top = r * (1 - ROUND), x + width, y + height
    return " ".join((
        f"{_numbers(x + r, y)} m {_numbers(right - r, y)} l",
        f"{_numbers(right - k, y, right, y + k, right, y + r)} c {_numbers(right, top - r)} l",
        f"{_numbers(right, top - k, right - k, top, right - r, top)} c {_numbers(x + r, top)} l",
        f"{_numbers(x + k, top, x, top - k, x, top - r)} c {_numbers(x, y + r)} l",
        f"{_numbers(x, y + k, x + k, y, x + r, y)} c h",
    ))  # fmt: skip


def _oval(x: float, y: float, rx: float, ry: float) -> str:
    """An ellipse as four curves, from the right on."""
    kx, ky = rx * ROUND, ry * ROUND
    return " ".join((
        f"{_numbers(x + rx, y)} m {_numbers(x + rx, y + ky, x + kx, y + ry, x, y + ry)} c",
        f"{_numbers(x - kx, y + ry, x - rx, y + ky, x - rx, y)} c",
        f"{_numbers(x - rx, y - ky, x - kx, y - ry, x, y - ry)} c",
        f"{_numbers(x + kx, y - ry, x + rx, y - ky, x + rx, y)} c h",
    ))  # fmt: skip
