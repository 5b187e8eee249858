"""The byte order mark that a text file may begin with."""

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 first: its little-endian mark begins with that of UTF-16."""


def marked_encoding(start: bytes) -> str:
    """The encoding that the mark at the start of a file stands for; "" without a mark."""
    return next((encoding for mark, encoding in MARKS if start.startswith(mark)), "")
