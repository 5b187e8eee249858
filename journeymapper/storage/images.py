"""Images taken into a project: decoded with suspicion, made small and written anew; nothing else comes along."""

import hashlib
import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

from journeymapper.model.messages import Refusal

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 32 * 2**20
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 1600
DRAWING_BYTES = 300_000
"""A picture without transparency is kept as PNG up to this size: screenshots stay sharp, photographs become JPEG."""
QUALITY = 86
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")
BROKEN = (
    OSError, ValueError, SyntaxError, TypeError, LookupError, EOFError, MemoryError, ArithmeticError, RuntimeError,
    AttributeError, AssertionError, struct.error, zlib.error,
)  # fmt: skip


def image_attachment(data: bytes, file: str) -> tuple[str, bytes]:
    """The name of an attachment, by its content, and the image as a new PNG or JPEG without anything but its pixels.

    At most 1,600 pixels long, upright, the first picture of several. `file` names it in refusals: too large, or no
    image that can be read.
    """
    if len(data) > MOST_BYTES:
        raise Refusal("{file}: the image is larger than {most} MB.", file=file, most=MOST_BYTES // 2**20)
    image = _decoded(data, file)
    written, ending = _encoded(image)
    return f"{hashlib.sha256(written).hexdigest()}.{ending}", written


def _decoded(data: bytes, file: str) -> "Image":
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            _check_size(image, file)
            image.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
            image.load()
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            return _plain(upright)
    except Refusal:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(file) from error
    except UnidentifiedImageError as error:
        raise Refusal("{file}: this is no image that can be read.", file=file) from error
    except BROKEN as error:  # decoders raise whatever they stumble over
        raise Refusal("{file}: the image is damaged.", file=file) from error


def _check_size(image: "Image", file: str) -> None:
    """Before anything is unpacked: a small file may hold a picture of any size."""
    if image.width * image.height > MOST_PIXELS:
        raise _too_many_pixels(file)


def _too_many_pixels(file: str) -> Refusal:
    return Refusal("{file}: the image has more than {most} million pixels.", file=file, most=MOST_PIXELS // 10**6)


def _plain(image: "Image") -> "Image":
    """Eight bits a channel, with transparency only where something shines through; a new image without remarks."""
    if image.mode.startswith(("I", "F")):
        image = image.point(lambda value: value / 256).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        seen = image.convert("RGBA")
        lowest = seen.getchannel("A").getextrema()[0]
        image = seen if isinstance(lowest, int | float) and lowest < 255 else seen.convert("RGB")
    else:
        image = image.convert("RGB")
    bare = image.copy()
    bare.info = {}
    return bare


def _encoded(image: "Image") -> tuple[bytes, str]:
    drawing = io.BytesIO()
    image.save(drawing, "PNG", optimize=True)
    if image.mode == "RGBA" or drawing.tell() <= DRAWING_BYTES:
        return drawing.getvalue(), "png"
    photograph = io.BytesIO()
    image.save(photograph, "JPEG", quality=QUALITY, optimize=True)
    return photograph.getvalue(), "jpg"
