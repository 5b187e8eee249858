"""Advances read straight from a TrueType file: two tables, no library, a few milliseconds.

Layout needs nothing else of a font (kerning is off everywhere), and the window lays out before its first paint.
"""

import struct
from pathlib import Path

import msgspec


class FontFile(msgspec.Struct, frozen=True):
    """`advances` by code point and `ascent`, `descent`, `cap_height`, all in ems."""

    advances: dict[int, float]
    ascent: float
    descent: float
    cap_height: float


def read_font(path: Path) -> FontFile:
    """The metrics of a TrueType font; raises OSError, struct.error or KeyError for what is none."""
    data = path.read_bytes()
    tables = _tables(data)
    units = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    ascent, descent = struct.unpack_from(">hh", data, tables["hhea"] + 4)
    long_metrics = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    raw = struct.unpack_from(f">{2 * long_metrics}H", data, tables["hmtx"])[::2]
    glyphs = _glyphs(data, tables["cmap"])
    advances = {code: raw[min(glyph, long_metrics - 1)] / units for code, glyph in glyphs.items()}
    cap_height = struct.unpack_from(">h", data, tables["OS/2"] + 88)[0]
    return FontFile(advances, ascent / units, descent / units, cap_height / units)


def _tables(data: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", data, 4)[0]
    records = (struct.unpack_from(">4s3I", data, 12 + 16 * index) for index in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in records}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Code point to glyph of the widest Unicode subtable (format 12, else format 4)."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    records = [struct.unpack_from(">HHI", data, cmap + 4 + 8 * index) for index in range(count)]
    offsets = [cmap + offset for platform, _, offset in records if platform in (0, 3)]
    by_format = {struct.unpack_from(">H", data, offset)[0]: offset for offset in offsets}
    return _format_12(data, by_format[12]) if 12 in by_format else _format_4(data, by_format[4])


def _format_12(data: bytes, offset: int) -> dict[int, int]:
    glyphs: dict[int, int] = {}
    count = struct.unpack_from(">I", data, offset + 12)[0]
    for first, last, glyph in struct.iter_unpack(">III", data[offset + 16 : offset + 16 + 12 * count]):
        glyphs.update({code: glyph + code - first for code in range(first, last + 1)})
    return glyphs


def _format_4(data: bytes, offset: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, offset + 6)[0] // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", data, offset + 14 + part * 2 * count + (2 if part else 0)) for part in range(4)
    )
    range_table = offset + 16 + 6 * count
    glyphs: dict[int, int] = {}
    for index in range(count):
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            glyph = code
            if ranges[index]:
                place = range_table + 2 * index + ranges[index] + 2 * (code - starts[index])
                glyph = struct.unpack_from(">H", data, place)[0]
            if glyph or not ranges[index]:
                glyphs[code] = (glyph + deltas[index]) % 65536
    return {code: glyph for code, glyph in glyphs.items() if glyph}
