"""The structure tree of a tagged PDF, its links and the project embedded in it, put into a finished PDF."""

import datetime
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from journeymapper.paint.marking import Mark

Spot = tuple[int, float]
"""A page, counted from 0, and a height on it from the top."""


class Embedded(msgspec.Struct, frozen=True):
    """A file in the PDF: its name, its bytes and what kind it is."""

    name: str
    data: bytes
    mime: str


class PageMarks(msgspec.Struct, frozen=True, kw_only=True):
    """What is tagged on a page, in reading order, and the page's height; `title` heads a part of the document."""

    marks: tuple[Mark, ...]
    height: float
    title: str = ""


def structured(pdf: bytes, pages: Sequence[PageMarks], spots: Mapping[str, Spot], *, title: str, language: str,
               date: datetime.date, embedded: Embedded | None = None) -> bytes:  # fmt: skip
    """The PDF with its structure tree, links and attachment; the same bytes for the same input."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        tree = _Tree(document, pages, spots)
        tree.build()
        root = document.Root
        root.MarkInfo = pikepdf.Dictionary(Marked=True)
        root.Lang = pikepdf.String(language)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
            meta["dc:title"] = title or "Journey Mapper"
            meta["dc:language"] = {language}
        if embedded is not None:
            _embed(document, embedded, date)
        written = io.BytesIO()
        document.save(
            written, deterministic_id=True, min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=False,
        )  # fmt: skip
        return written.getvalue()


def _embed(document: Any, embedded: Embedded, date: datetime.date) -> None:
    """The attachment as it is, so that it can be taken out with a limit on its size."""
    import pikepdf

    day = pikepdf.String(f"D:{date:%Y%m%d}000000Z")
    stream = pikepdf.Stream(document, embedded.data)
    stream.Type = pikepdf.Name.EmbeddedFile
    stream.Subtype = pikepdf.Name("/" + embedded.mime)
    stream.Params = pikepdf.Dictionary(Size=len(embedded.data), ModDate=day)
    spec = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec, F=pikepdf.String(embedded.name), UF=pikepdf.String(embedded.name),
            EF=pikepdf.Dictionary(F=document.make_indirect(stream)), AFRelationship=pikepdf.Name.Source,
        )
    )  # fmt: skip
    names = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String(embedded.name), spec]))
    document.Root.Names = pikepdf.Dictionary(EmbeddedFiles=names)
    document.Root.AF = pikepdf.Array([spec])


class _Tree:
    """Builds the elements page by page; keeps the parent tree, in which each page and each link has its number."""

    def __init__(self, document: Any, pages: Sequence[PageMarks], spots: Mapping[str, Spot]) -> None:
        import pikepdf

        self.pdf, self.pikepdf = document, pikepdf
        self.pages, self.spots = pages, spots
        self.root = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        self.top = self.element("Document", self.root)
        self.column = document.make_indirect(pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Column))
        self.parents: list[Any] = []
        self.later: list[tuple[Any, Any, int, Mark]] = []
        self.objects = [page.obj for page in document.pages]

    def element(self, tag: str, parent: Any) -> Any:
        """An element without kids as yet."""
        name = self.pikepdf.Name("/" + tag)
        return self.pdf.make_indirect(self.pikepdf.Dictionary(S=name, P=parent))

    def build(self) -> None:
        """All pages, then the links, whose numbers in the parent tree follow those of the pages."""
        kids: list[Any] = []
        part, held = None, list[Any]()
        for number, page in enumerate(self.pages):
            if page.title or part is None:
                self._close(part, held)
                part, held = self.element("Sect", self.top), []
                kids.append(part)
            held += self._page(number, page, part)
        self._close(part, held)
        for place, (parent, page, number, mark) in enumerate(self.later, start=len(self.pages)):
            self._link(place, (parent, page, number), mark)
        self.top.K = self.pikepdf.Array(kids)
        self.root.K = self.top
        numbers = [item for place, each in enumerate(self.parents) for item in (place, each)]
        self.root.ParentTree = self.pdf.make_indirect(self.pikepdf.Dictionary(Nums=self.pikepdf.Array(numbers)))
        self.root.ParentTreeNextKey = len(self.parents)
        self.pdf.Root.StructTreeRoot = self.root

    def _close(self, part: Any, held: list[Any]) -> None:
        if part is not None:
            part.K = self.pikepdf.Array(held)

    def _page(self, number: int, page: PageMarks, part: Any) -> list[Any]:
        """The elements of a page in reading order; its parents go by the number of the marked content."""
        owners: dict[int, Any] = {}
        found = list(self._elements(number, page, part, owners))
        obj = self.objects[number]
        obj.StructParents = number
        obj.Tabs = self.pikepdf.Name.S
        in_order = [owners[mcid] for mcid in range(len(owners))]
        self.parents.append(self.pdf.make_indirect(self.pikepdf.Array(in_order)))
        return found

    def _elements(self, number: int, page: PageMarks, part: Any, owners: dict[int, Any]) -> Iterator[Any]:
        for run in runs(page.marks):
            if isinstance(run, Mark):
                yield self._leaf(number, page, run, part, owners)
            else:
                yield self._table(number, page, run, (part, owners))

    def _leaf(self, number: int, page: PageMarks, mark: Mark, parent: Any, owners: dict[int, Any]) -> Any:
        found = self.element(mark.tag, parent)
        found.Pg = self.objects[number]
        if mark.tag == "Figure":
            left, top, right, foot = mark.bounds
            found.Alt = self.pikepdf.String(mark.alt or " ")
            found.A = self.pikepdf.Dictionary(
                O=self.pikepdf.Name.Layout, Placement=self.pikepdf.Name.Block,
                BBox=[round(left), round(page.height - foot), round(right), round(page.height - top)],
            )  # fmt: skip
        if mark.tag == "TH":
            found.A = self.column
        if mark.mcid >= 0:
            found.K = mark.mcid
            owners[mark.mcid] = found
        if mark.link in self.spots:
            self.later.append((found, page, number, mark))
        return found

    def _table(self, number: int, page: PageMarks, rows: list[list[Mark]], into: tuple[Any, dict[int, Any]]) -> Any:
        part, owners = into
        table = self.element("Table", part)
        lines = []
        for row in rows:
            line = self.element("TR", table)
            line.K = self.pikepdf.Array([self._leaf(number, page, mark, line, owners) for mark in row])
            lines.append(line)
        table.K = self.pikepdf.Array(lines)
        return table

    def _link(self, place: int, where: tuple[Any, PageMarks, int], mark: Mark) -> None:
        """An annotation over the group, and a Link element that holds it, within the group's element."""
        parent, page, number = where
        target, down = self.spots[mark.link]
        left, top, right, foot = mark.bounds
        name, height = self.pikepdf.Name, page.height
        high = self.pages[target].height
        note = self.pdf.make_indirect(
            self.pikepdf.Dictionary(
                Type=name.Annot, Subtype=name.Link, Rect=[left, height - foot, right, height - top], Border=[0, 0, 0],
                Dest=[self.objects[target], name.XYZ, 0, max(0.0, high - down), 0], StructParent=place, F=4,
                Contents=self.pikepdf.String(mark.alt or " "),
            )
        )  # fmt: skip
        obj = self.objects[number]
        if "/Annots" not in obj:
            obj.Annots = self.pikepdf.Array([])
        obj.Annots.append(note)
        link = self.element("Link", parent)
        link.K = self.pikepdf.Dictionary(Type=name.OBJR, Obj=note, Pg=obj)
        parent.K = self.pikepdf.Array([parent.K, link]) if "/K" in parent else self.pikepdf.Array([link])
        self.parents.append(link)


def runs(marks: Sequence[Mark]) -> Iterator[Mark | list[list[Mark]]]:
    """Single marks, and cells that follow each other as the rows of a table.

    A row begins where the cells stand lower or further left than the one before; a row of headers after other rows
    begins another table.
    """
    rows: list[list[Mark]] = []
    for mark in marks:
        if mark.tag not in ("TH", "TD"):
            if rows:
                yield rows
                rows = []
            yield mark
            continue
        last = rows[-1][-1] if rows else None
        if last is not None and mark.tag == "TH" and last.tag == "TD":
            yield rows
            rows, last = [], None
        if last is None or abs(mark.bounds[1] - last.bounds[1]) > 0.5 or mark.bounds[0] < last.bounds[0]:
            rows.append([])
        rows[-1].append(mark)
    if rows:
        yield rows
