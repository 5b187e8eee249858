"""Pictures to PNG: the PDF of the picture, drawn in bands by pypdfium2, so that memory stays small at any scale."""

import datetime
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from journeymapper.model.messages import Refusal
from journeymapper.paint.pdf import PdfPage, paint_pdf
from journeymapper.picture.primitives import Picture

BAND_PIXELS = 4_000_000
MOST_PIXELS = 400_000_000
LONGEST_SIDE = 60_000
DAY = datetime.date(2000, 1, 1)


def paint_png(picture: Picture, scale: float, attachments: Mapping[str, bytes] | None = None) -> bytes:
    """The bytes of a PNG, `scale` pixels a unit; raises Refusal for a picture too large for any viewer."""
    width, height = round(picture.width * scale), round(picture.height * scale)
    if min(width, height) < 1 or width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        sides = {"width": width, "height": height}
        raise Refusal("A picture of {width} × {height} pixels cannot be made; choose another scale.", **sides)
    page = PdfPage(picture=picture)
    pdf = paint_pdf([page], title="", author="", language="en", date=DAY, attachments=attachments, tagged=False)
    packer = zlib.compressobj(6)
    chunks = [packer.compress(rows) for rows in _bands(pdf, (width, height))]
    data = b"".join([*chunks, packer.flush()])
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _bands(pdf: bytes, size: tuple[int, int]) -> Iterator[bytes]:
    """Rows of RGB from the top, each begun with the PNG filter byte 0."""
    import pypdfium2

    width, height = size
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        rows = max(1, BAND_PIXELS // width)
        for top in range(0, height, rows):
            yield _band(page, size, (top, min(top + rows, height)))
    finally:
        document.close()


def _band(page: Any, size: tuple[int, int], rows: tuple[int, int]) -> bytes:
    import pypdfium2
    import pypdfium2.raw as pdfium

    width, height = size
    top, foot = rows
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
    bitmap = pypdfium2.PdfBitmap.new_native(width, foot - top, pdfium.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, foot - top)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, flags)
    stride, raw = bitmap.stride, bytes(bitmap.buffer)
    bitmap.close()
    return b"".join(b"\x00" + raw[row * stride : row * stride + 3 * width] for row in range(foot - top))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
