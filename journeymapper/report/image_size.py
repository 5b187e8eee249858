"""The size of an attached image, and images made safe to attach: drawn anew, so that nothing else is in them."""

import hashlib
import io

from journeymapper.model.messages import Refusal

MOST_BYTES = 20 * 2**20
MOST_PIXELS = 40_000_000
LONGEST = 1200


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None where it is no image that can be drawn."""
    if not data:
        return None
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            width, height = image.size
            image.verify()
    except Exception:  # noqa: BLE001 - whatever a broken image does to its reader
        return None
    return (width, height) if 0 < width * height <= MOST_PIXELS else None


def clean_image(data: bytes, name: str) -> tuple[str, bytes]:
    """An image as the name of an attachment and its bytes: drawn anew as PNG, made smaller where it is very large.

    Raises Refusal for what is no image, is broken or too large. `name` is for the sentence.
    """
    from PIL import Image

    size = image_size(data) if len(data) <= MOST_BYTES else None
    if size is None:
        raise Refusal("{file} is no image that can be printed: a whole PNG or JPEG of at most 20 MB is.", file=name)
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            image.load()
            plain = image.convert("RGBA" if image.mode in ("RGBA", "LA", "P") else "RGB")
    except Exception as error:
        raise Refusal("{file} is a broken image.", file=name) from error
    plain.thumbnail((LONGEST, LONGEST))
    written = io.BytesIO()
    plain.save(written, "PNG", optimize=False)
    made = written.getvalue()
    return f"{hashlib.sha256(made).hexdigest()}.png", made
