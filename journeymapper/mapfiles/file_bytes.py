"""The bytes of a map file: within limits, as text, as XML without surprises."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeymapper.model.messages import Refusal
from journeymapper.storage.byte_order import marked_encoding

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_TEXT = 20_000_000
MOST_PACKED = 200_000_000
MOST_PARTS = 10_000
MOST_UNPACKED = 300_000_000
STEEPEST = 200
SMALL = 20_000_000
MOST_ELEMENTS = 200_000
DEEPEST = 100


def text_of(data: bytes, file: str) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else cp1252. Refuses what is too long or no text."""
    if len(data) > MOST_TEXT:
        raise Refusal("{file} is larger than {limit} bytes.", file=file, limit=MOST_TEXT)
    marked = marked_encoding(data)
    if not marked and b"\0" in data[:65_536]:
        raise Refusal("{file} is no text.", file=file)
    for encoding in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal("{file} is no text.", file=file)


def xml_of(data: bytes | str, file: str) -> "Element":
    """The root of an XML file; refuses document types, entities, and what is damaged, too deep or too large."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    if len(data) > MOST_TEXT:
        raise Refusal("{file} is larger than {limit} bytes.", file=file, limit=MOST_TEXT)
    raw = data if isinstance(data, bytes) else data.encode()
    try:
        root = _within_limits(iterparse(io.BytesIO(raw), events=("start", "end"), forbid_dtd=True), file)
    except DefusedXmlException:
        raise Refusal("{file} declares a document type or entities, which are not read.", file=file) from None
    except (ParseError, ValueError, LookupError):
        raise Refusal("{file} is damaged: it is no valid XML.", file=file) from None
    if root is None:
        raise Refusal("{file} is damaged: it is no valid XML.", file=file)
    return root


def _within_limits(events: "Iterator[tuple[str, Element]]", file: str) -> "Element | None":
    root, depth = None, 0
    for count, (event, element) in enumerate(events):
        root = element if root is None else root
        depth += 1 if event == "start" else -1
        if depth > DEEPEST or count > 2 * MOST_ELEMENTS:
            raise Refusal("{file} has too many parts to be a map.", file=file)
    return root


def name_of(element: "Element") -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def package_names(data: bytes, file: str) -> set[str]:
    """The names of the parts of a packed file; refuses a damaged one and one that unpacks to too much."""
    if len(data) > MOST_PACKED:
        raise Refusal("{file} is larger than {limit} bytes.", file=file, limit=MOST_PACKED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            _check_parts(parts, file)
            _check_declarations(package, parts, file)
            return {part.filename for part in parts}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise Refusal("{file} is damaged.", file=file) from None


def _check_parts(parts: list[zipfile.ZipInfo], file: str) -> None:
    size, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    steepest = max((part.file_size / max(part.compress_size, 1) for part in parts if part.file_size > SMALL), default=0)
    if len(parts) > MOST_PARTS:
        raise Refusal("{file} is packed of more than {limit} parts.", file=file, limit=MOST_PARTS)
    if size > MOST_UNPACKED:
        raise Refusal("{file} unpacks to more than {limit} bytes.", file=file, limit=MOST_UNPACKED)
    if steepest > STEEPEST or (size > SMALL and size > STEEPEST * packed):
        raise Refusal("{file} unpacks to more than {limit} times its size.", file=file, limit=STEEPEST)


def _check_declarations(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo], file: str) -> None:
    """No part of an Office file declares a document type; one that does means harm."""
    for part in parts:
        if part.filename.casefold().endswith((".xml", ".rels")):
            with package.open(part) as opened:
                start = opened.read(4_096).replace(b"\0", b"")
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                raise Refusal("{file} declares a document type or entities, which are not read.", file=file)
