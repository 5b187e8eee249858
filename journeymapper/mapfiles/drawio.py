"""draw.io: containers side by side are stages, boxes touchpoints, arrows the ways between them."""

import base64
import binascii
import html
import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from journeymapper.mapfiles.boxes import MOST_BOXES, Box, cards_in, read_page
from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.file_bytes import MOST_TEXT, name_of, xml_of
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.sketch import Reading, Sketch, SketchedStage
from journeymapper.mapfiles.ways import Arrow, links_along, order_along
from journeymapper.model.messages import Message, Refusal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PAGE_NAME = re.compile(r"(?:page|sivu)[ -]?[0-9]*", re.IGNORECASE)
BREAKS = re.compile(r"<(?:br|/div|/p|/h[1-6]|/li)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")


class Cell(msgspec.Struct, frozen=True):
    """A cell of the drawing: a box or an arrow, or a group of others."""

    id: str
    parent: str
    text: str
    source: str
    target: str
    edge: bool
    vertex: bool
    place: tuple[float, float, float, float]


def read_drawio(root: "Element", *, source: str) -> Reading:
    """A journey per page of a drawing that has boxes; refuses one without any."""
    sketches: list[Sketch] = []
    account: list[Message] = []
    for name, model in _models(root, source):
        drawing = _Drawing(_cells(model, source), account)
        if drawing.boxes:
            sketches.append(drawing.sketch("" if PAGE_NAME.fullmatch(name) else name))
    if not sketches:
        raise Refusal("{file}: the drawing has no boxes with texts.", file=source)
    return Reading(tuple(sketches), tuple(account))


def _models(root: "Element", source: str) -> Iterator[tuple[str, "Element"]]:
    """The pages with their names; packed ones are unpacked."""
    if name_of(root) == "mxGraphModel":
        yield "", root
    for diagram in root.iter("diagram"):
        model = diagram.find("mxGraphModel")
        if model is None and (diagram.text or "").strip():
            model = xml_of(_unpacked(diagram.text or "", source), source)
        if model is not None:
            yield plain(diagram.get("name", "")), model


def _unpacked(text: str, source: str) -> str:
    """A page as draw.io packs it: deflated without a header, in base64, percent signs inside."""
    try:
        unpacker = zlib.decompressobj(-15)
        data = unpacker.decompress(base64.b64decode(text.strip(), validate=True), MOST_TEXT)
        if unpacker.unconsumed_tail:
            raise Refusal("{file} unpacks to more than {limit} bytes.", file=source, limit=MOST_TEXT)
        return unquote(data.decode())
    except (binascii.Error, zlib.error, UnicodeDecodeError, ValueError):
        raise Refusal("{file} is damaged.", file=source) from None


def _cells(model: "Element", source: str) -> dict[str, Cell]:
    """The cells by their ids; a label and id may stand on a wrapper."""
    found: dict[str, Cell] = {}
    for holder in model.iter():
        cell = holder if name_of(holder) == "mxCell" else holder.find("mxCell")
        if cell is None or (name_of(holder) != "mxCell" and name_of(holder) not in ("object", "UserObject")):
            continue
        key = holder.get("id") or cell.get("id") or ""
        if key and key not in found:
            found[key] = _cell(key, holder.get("label") or cell.get("value") or "", cell)
    if len(found) > 4 * MOST_BOXES:
        raise Refusal("{file} has too many parts to be a map.", file=source)
    return found


def _cell(key: str, text: str, cell: "Element") -> Cell:
    geometry = cell.find("mxGeometry")
    x, y, width, height = (
        _number(geometry.get(name) if geometry is not None else None) for name in ("x", "y", "width", "height")
    )
    return Cell(
        id=key,
        parent=cell.get("parent", ""),
        text=_lines(text),
        source=cell.get("source", ""),
        target=cell.get("target", ""),
        edge=cell.get("edge") == "1",
        vertex=cell.get("vertex") == "1",
        place=(x, y, width, height),
    )


def _number(text: str | None) -> float:
    try:
        value = float(text or 0)
    except ValueError:
        return 0.0
    return value if abs(value) < 1e9 else 0.0


def _lines(text: str) -> str:
    """A label's lines without markup."""
    bare = html.unescape(TAG.sub(" ", BREAKS.sub("\n", text)))
    return "\n".join(line for line in map(plain, bare.split("\n")) if line)


class _Drawing:
    """One page: which cells are stages, which are touchpoints, and what joins these."""

    def __init__(self, cells: dict[str, Cell], account: list[Message]) -> None:
        self._cells, self._account = cells, account
        self._labels: dict[str, str] = {}
        for cell in cells.values():
            if cell.vertex and self._is_arrow(cell.parent):
                self._labels[cell.parent] = plain(f"{self._labels.get(cell.parent, '')} {cell.text}")
        named = [cell for cell in cells.values() if cell.vertex and cell.text and not self._is_arrow(cell.parent)]
        holding = {cell.parent for cell in named}
        self._stages = self._side_by_side([cell for cell in named if cell.id in holding])
        self.boxes = [cell for cell in named if cell.id not in holding]

    def _is_arrow(self, key: str) -> bool:
        return key in self._cells and self._cells[key].edge

    def _side_by_side(self, holders: list[Cell]) -> list[Cell]:
        """The containers from the left, where they stand side by side; bands above each other are no stages."""
        places = {cell.id: self._place(cell) for cell in holders}
        ordered = sorted(holders, key=lambda cell: places[cell.id][:2])
        lefts = [places[cell.id][0] for cell in ordered]
        if len(ordered) > 1 and len(set(lefts)) < len(lefts):
            names = ", ".join(plain(cell.text) for cell in ordered)
            said = Message("Bands above each other are not taken for stages: {names}.", {"names": names})
            self._account.append(said)
            return []
        return ordered

    def _place(self, cell: Cell) -> tuple[float, float]:
        """The corner on the page, whatever groups it stands in."""
        x, y, seen = cell.place[0], cell.place[1], {cell.id}
        while cell.parent in self._cells and cell.parent not in seen:
            cell = self._cells[cell.parent]
            seen.add(cell.id)
            x, y = x + cell.place[0], y + cell.place[1]
        return x, y

    def _box(self, cell: Cell) -> Box:
        return Box(cell.text, *self._place(cell), cell.place[2], cell.place[3])

    def sketch(self, name: str) -> Sketch:
        """The page's journey: by containers, else along its arrows, else by the places of its boxes."""
        arrows = self._arrows()
        if self._stages or arrows:
            return self._along(name, arrows)
        page = read_page([self._box(cell) for cell in self.boxes])
        self._account += page.account
        return Sketch(name=shortened(name or page.title)[0], stages=page.stages)

    def _arrows(self) -> list[Arrow]:
        """The arrows between boxes; those with a loose end are said."""
        self.boxes.sort(key=lambda cell: self._place(cell)[::-1] if not self._stages else self._place(cell))
        places = {cell.id: place for place, cell in enumerate(self.boxes)}
        edges = [cell for cell in self._cells.values() if cell.edge]
        tied = [edge for edge in edges if edge.source in places and edge.target in places]
        if len(tied) < len(edges):
            said = Message(
                "{n} arrow does not join two boxes and is left out.",
                {"n": len(edges) - len(tied)},
                plural="{n} arrows do not join two boxes and are left out.",
            )
            self._account.append(said)
        return [
            Arrow(places[edge.source], places[edge.target], plain(edge.text) or self._labels.get(edge.id, ""))
            for edge in tied
        ]

    def _along(self, name: str, arrows: list[Arrow]) -> Sketch:
        """Touchpoints along the arrows, in the containers where there are any."""
        along = order_along(len(self.boxes), arrows)
        groups = [*(cell.id for cell in self._stages), ""]
        order = sorted(along, key=lambda box: groups.index(self._stage_of(self.boxes[box])))
        cards = {box: next(iter(cards_in(self.boxes[box].text)), None) for box in order}
        kept = [box for box in order if cards[box]]
        stages = []
        for group in groups:
            inside = [card for box in kept if self._stage_of(self.boxes[box]) == group and (card := cards[box])]
            if inside or group:
                head = plain(self._cells[group].text) if group else ""
                stages.append(SketchedStage(name=shortened(head)[0], touchpoints=tuple(inside)))
        tied = [arrow for arrow in arrows if cards[arrow.source] and cards[arrow.target]]
        if tied:
            self._account.append(Message("The longest way along the arrows is taken for the happy path."))
        if not self._stages:
            self._account.append(Message("No containers name stages: the boxes are drawn in one stage."))
        return Sketch(name=shortened(name)[0], stages=tuple(stages), links=links_along(kept, tied))

    def _stage_of(self, cell: Cell) -> str:
        names, seen = {stage.id for stage in self._stages}, set[str]()
        while cell.id not in seen:
            if cell.parent in names:
                return cell.parent
            seen.add(cell.id)
            cell = self._cells.get(cell.parent, cell)
        return ""
