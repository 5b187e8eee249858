"""A packed file (`.gz`) unpacked to where no other program sees it, within limits."""

import gzip
import zlib
from tempfile import TemporaryFile
from typing import BinaryIO

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.limits import ZIP_BYTES, ZIP_RATIO, ZIP_SMALL

BLOCK = 1 << 20
GZIP = b"\x1f\x8b"


def unpacked(file: BinaryIO, name: str) -> BinaryIO:
    """The file's contents in a file of their own, which vanishes when it is closed; raises Refusal over a limit."""
    size = file.seek(0, 2)
    file.seek(0)
    whole = TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        _copy(gzip.GzipFile(fileobj=file), whole, max(ZIP_SMALL, ZIP_RATIO * size), name)
    except (OSError, EOFError, zlib.error) as problem:
        whole.close()
        raise Refusal("{file} is damaged: it cannot be unpacked.", file=name) from problem
    except Refusal:
        whole.close()
        raise
    whole.seek(0)
    return whole


def _copy(packed: gzip.GzipFile, whole: BinaryIO, most: int, name: str) -> None:
    size = 0
    while block := packed.read(BLOCK):
        size += len(block)
        if size > ZIP_BYTES:
            raise Refusal("{file} unpacks to more than {limit} bytes.", file=name, limit=ZIP_BYTES)
        if size > most:
            raise Refusal("{file} unpacks to more than {limit} times its size.", file=name, limit=ZIP_RATIO)
        whole.write(block)
