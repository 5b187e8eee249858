"""The project inside its own report: found in a PDF's attachments and taken out within limits, only into memory."""

import io
import zlib
from collections.abc import Iterator
from typing import Any

from journeymapper.model.messages import Refusal
from journeymapper.storage.archive import MOST_BYTES
from journeymapper.storage.refusals import too_large

INSIDE = "project.jmap"
"""The attachment's name."""
DEEPEST = 8
MOST_FILES = 1000


def project_inside(data: bytes, file: str) -> bytes:
    """The bytes of the project in a PDF. Raises Refusal where there is none or the PDF is damaged."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as document:
            streams = (stream for name, stream in _files(document) if name == INSIDE)
            stream = next(streams, None)
            if stream is None:
                raise Refusal("{file} holds no project: the report was made without it, or by another program.",
                              file=file)  # fmt: skip
            return _unpacked(stream, file)
    except Refusal:
        raise
    except Exception as error:
        raise Refusal("{file} cannot be opened: the PDF is damaged or locked.", file=file) from error


def _files(document: Any) -> Iterator[tuple[str, Any]]:
    """Name and stream of each embedded file."""
    names = document.Root.get("/Names", {})
    specs = _leaves(names.get("/EmbeddedFiles"), 0) if "/EmbeddedFiles" in names else iter(())
    for count, spec in enumerate(specs):
        if count >= MOST_FILES:
            return
        held = spec.get("/EF", {})
        stream = held.get("/UF", held.get("/F"))
        if stream is not None:
            yield str(spec.get("/UF", spec.get("/F", ""))), stream


def _leaves(node: Any, depth: int) -> Iterator[Any]:
    """The values of a name tree, which may not be deeper than any of ours."""
    if depth > DEEPEST:
        return
    for place, each in enumerate(node.get("/Names", ())):
        if place % 2:
            yield each
    for kid in node.get("/Kids", ()):
        yield from _leaves(kid, depth + 1)


def _unpacked(stream: Any, file: str) -> bytes:
    """A stream as it is, or deflated as other programs write it again."""
    kinds = stream.get("/Filter")
    raw = bytes(stream.read_raw_bytes())
    if kinds is None or (not isinstance(kinds, str) and str(kinds) == "[]"):
        return _limited(raw, file)
    names = [str(kinds)] if str(kinds).startswith("/") else [str(kind) for kind in kinds]
    if names != ["/FlateDecode"]:
        raise Refusal("{file} cannot be opened: its project is packed in an unknown way.", file=file)
    packer = zlib.decompressobj()
    return _limited(packer.decompress(raw, MOST_BYTES + 1), file)


def _limited(data: bytes, file: str) -> bytes:
    if len(data) > MOST_BYTES:
        raise too_large(file)
    return data
