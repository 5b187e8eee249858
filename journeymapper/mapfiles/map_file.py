"""A map file of any kind: which reader takes it, and the project that it draws."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Literal

from journeymapper.mapfiles.applying import apply_sketch
from journeymapper.mapfiles.cjml import is_cjml, read_cjml
from journeymapper.mapfiles.drawio import read_drawio
from journeymapper.mapfiles.expn import is_notation, read_notation
from journeymapper.mapfiles.file_bytes import name_of, package_names, text_of, xml_of
from journeymapper.mapfiles.grid import is_grid, read_grid
from journeymapper.mapfiles.headers import has_header
from journeymapper.mapfiles.long_table import read_long
from journeymapper.mapfiles.markdown import read_markdown
from journeymapper.mapfiles.mermaid import is_mermaid, read_mermaid
from journeymapper.mapfiles.naming import free_name, name_or
from journeymapper.mapfiles.opml import read_opml
from journeymapper.mapfiles.quick_entry import read_entry
from journeymapper.mapfiles.sketch import Reading
from journeymapper.mapfiles.slides import read_slides
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project

FileKind = Literal["table", "slides", "xml", "notation", "mermaid", "markdown", "outline"]
SLIDES = (".pptx", ".pptm")
MARKDOWN = (".md", ".markdown", ".mdown")
MERMAID = (".mmd", ".mermaid")
NOTATION = (".expn", ".xnote")
OUTLINE = (".txt", ".opml", "")
XML = (".drawio", ".xml", ".cjml", ".dio")
TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xls", ".xlsb", ".ods")


def kind_of_file(data: bytes, name: str) -> FileKind:
    """Which kind of map file it is, by its content first and then by its name's ending."""
    ending = PurePath(name).suffix.casefold()
    if data.startswith(b"PK"):
        is_table = ending in TABLES or "ppt/presentation.xml" not in package_names(data, name)
        return "table" if is_table else "slides"
    if data.startswith(b"\xd0\xcf\x11\xe0") or ending in TABLES:
        return "table"
    text = text_of(data, name)
    if text.lstrip("\ufeff \t\r\n").startswith("<") or ending in XML:
        return "xml"
    if ending in NOTATION or is_notation(text):
        return "notation"
    if ending in MERMAID or is_mermaid(text):
        return "mermaid"
    if ending in MARKDOWN:
        return "markdown"
    return "outline" if ending in OUTLINE else "table"


def read_map(data: bytes, name: str) -> Reading:
    """The journeys of a file that is no table (`kind_of_file`); `name` is the file's, for refusals and its ending."""
    kind = kind_of_file(data, name)
    if kind == "slides":
        return read_slides(data, source=name)
    if kind == "xml":
        return _read_xml(data, name)
    text = text_of(data, name)
    if kind == "notation":
        return read_notation(text, source=name)
    if kind == "mermaid":
        return read_mermaid([text], source=name)
    if kind == "markdown":
        return read_markdown(text, source=name)
    reading = read_entry(text, source=name)
    if not reading.sketch.touchpoints:
        raise Refusal("{file}: there is no line that names a touchpoint.", file=name)
    return reading


def _read_xml(data: bytes, name: str) -> Reading:
    root = xml_of(data, name)
    if is_cjml(root):
        return read_cjml(root, source=name)
    if name_of(root) == "opml":
        return read_opml(root, source=name)
    if name_of(root) in ("mxfile", "mxGraphModel"):
        return read_drawio(root, source=name)
    if name_of(root) == "svg" and "mxfile" in root.get("content", ""):
        return read_drawio(xml_of(root.get("content", ""), name), source=name)
    raise Refusal("{file} is no draw.io drawing, no CJML journey and no OPML outline.", file=name)


def read_table(rows: Sequence[Sequence[str]], *, source: str) -> Reading:
    """The journey of a table's cells, in long form or as a grid; raises Refusal naming file, row and column."""
    if not has_header(rows) and is_grid(rows):
        return read_grid(rows, source=source)
    return read_long(rows, source=source, in_row_order=True)


def project_from_reading(
    reading: Reading,
    *,
    name: str,
    language: str = "en",
    unnamed: str = "1",
    fresh: Callable[[str], str] = new_id,
) -> Project:
    """A project with a journey per sketch; one without a name of its own has the project's."""
    project = Project(id=fresh("project"), name=name, language=language)
    return with_journeys(project, reading, name=name, unnamed=unnamed, fresh=fresh)


def with_journeys(
    project: Project, reading: Reading, *, name: str, unnamed: str = "1", fresh: Callable[[str], str] = new_id
) -> Project:
    """The project with a journey per sketch behind its own; one without a name of its own has the `name`.

    A name that a journey has already gets a number. Channels and personas are those of the same name, metrics those of
    the same short form, where the project has them. Raises Refusal for what the document cannot hold.
    """
    for sketch in reading.sketches:
        taken = [journey.name for journey in project.journeys.values()]
        journey = Journey(
            id=fresh("journey"), name=free_name(name_or(sketch.name, name), taken), scope=sketch.description
        )
        project = edits.add_journey(project, journey)
        project = apply_sketch(project, journey.id, sketch, fresh=fresh, unnamed=unnamed)
    return project
