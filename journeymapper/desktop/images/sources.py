"""Where an image comes from: a file, or what another program copied. Nothing is read before it is asked for."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from journeymapper.model.messages import Refusal
from journeymapper.storage.images import ENDINGS, MOST_BYTES, MOST_PIXELS

PATTERNS = " ".join(f"*{ending}" for ending in ENDINGS)


class Source(msgspec.Struct, frozen=True):
    """An image by the name that refusals call it; `read` gives its bytes, or refuses."""

    name: str
    read: Callable[[], bytes]


def from_file(path: Path) -> Source:
    """The image in a file."""
    return Source(path.name, lambda: _bytes_of(path))


def from_mime(data: QMimeData | None, name: str) -> list[Source]:
    """The images that a drop or the clipboard holds: files with an image's ending, else a picture called `name`."""
    if data is None:
        return []
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
    files = [path for path in paths if path.suffix.casefold() in ENDINGS]
    if files or paths or data.hasText() or not data.hasImage():
        return [from_file(path) for path in files]
    image = QImage(data.imageData())
    return [Source(name, lambda: _png(image, name))] if not image.isNull() else []


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            raise Refusal("{file}: the image is larger than {most} MB.", file=path.name, most=MOST_BYTES // 2**20)
        return path.read_bytes()
    except OSError as error:
        raise Refusal(
            "{file} cannot be opened: {reason}.", file=path.name, reason=error.strerror or type(error).__name__
        ) from error


def _png(image: QImage, name: str) -> bytes:
    if image.width() * image.height() > MOST_PIXELS:
        most = MOST_PIXELS // 10**6
        raise Refusal("{file}: the image has more than {most} million pixels.", file=name, most=most)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes, Qt as a str
    return bytes(buffer.data().data())
