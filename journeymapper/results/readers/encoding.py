"""Which letters the bytes of a text file mean: byte order mark, then strict UTF-8, then cp1252."""

import codecs
from typing import BinaryIO

from journeymapper.model.messages import Refusal
from journeymapper.storage.byte_order import marked_encoding

SAMPLE = 65_536
BLOCK = 1 << 20
MOST_BLOCKS = 64
_TEXT_CONTROLS = b"\t\n\v\f\r\x1a\x00"
_OTHER_CONTROLS = bytes(code for code in range(32) if code not in _TEXT_CONTROLS)


def find_encoding(file: BinaryIO, name: str) -> str:
    """The name of the encoding; leaves the file at its beginning. Raises Refusal for what is no text at all."""
    file.seek(0)
    start = file.read(SAMPLE)
    file.seek(0)
    if found := marked_encoding(start) or _utf_16_without_mark(start):
        return found
    _refuse_binary(start, name)
    return "utf-8" if _decodes(file, "utf-8") else "cp1252"


def known_encoding(encoding: str, name: str) -> str:
    """The encoding that a user named; raises Refusal for a name that Python does not know as one of text."""
    try:
        "".encode(encoding)
    except LookupError:
        raise Refusal("{file}: {encoding} is not a known encoding.", file=name, encoding=encoding) from None
    return encoding


def _utf_16_without_mark(start: bytes) -> str:
    """UTF-16 of a Western text has a null at every second byte."""
    pairs = len(start) // 2
    if pairs < 4:
        return ""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * pairs and odd < 0.05 * pairs else ""


def _refuse_binary(start: bytes, name: str) -> None:
    controls = len(start) - len(start.translate(None, _OTHER_CONTROLS))
    nulls = start.count(0)
    too_many = max(5, 0.02 * len(start))
    if controls > too_many or nulls > 10 * too_many or start.startswith((b"%PDF-", b"\x89PNG", b"\x1f\x8b")):
        raise Refusal("{file} is neither a table of text nor a spreadsheet.", file=name)


def _decodes(file: BinaryIO, encoding: str) -> bool:
    """Whether every byte of the file is valid, of a long one the first 64 MB; leaves the file at its beginning."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for _ in range(MOST_BLOCKS):
            if not (block := file.read(BLOCK)):
                decoder.decode(b"", final=True)
                break
            decoder.decode(block)
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    return True
