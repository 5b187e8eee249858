"""Images are written anew: small, upright, without anything but their pixels; bad ones are refused in a sentence."""

import hashlib
import io
import struct
import zlib
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from journeymapper.model.messages import Refusal
from journeymapper.storage.images import LONGEST_SIDE, MOST_BYTES, image_attachment

SECRET = b"Riitta Meikalainen 60.1699 N"


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The bytes of an image in a format."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    """The image in some bytes."""
    return Image.open(io.BytesIO(data))


def huge_png(width: int, height: int) -> bytes:
    """A small file whose header promises a picture of any size; one row of it is there."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_every_usual_format_is_taken_and_named_by_its_content(kind: str) -> None:
    name, data = image_attachment(encoded(Image.new("RGB", (40, 30), "teal"), kind), "photo")
    assert PurePath(name).stem == hashlib.sha256(data).hexdigest()
    assert PurePath(name).suffix in (".png", ".jpg")
    assert opened(data).size == (40, 30)
    red, green, blue = opened(data).convert("RGB").getpixel((20, 15))  # type: ignore[misc]  # three bands
    assert abs(red) < 8
    assert abs(green - 128) < 8
    assert abs(blue - 128) < 8


def test_nothing_but_the_pixels_comes_along() -> None:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    noise = Image.effect_noise((900, 700), 90).convert("RGB")
    for data in (
        encoded(noise, "JPEG", exif=exif, comment=SECRET),
        encoded(noise, "PNG", pnginfo=notes, exif=exif),
        encoded(noise, "PNG") + SECRET,
    ):
        assert SECRET in data
        _, written = image_attachment(data, "photo")
        assert SECRET not in written
        assert not opened(written).getexif()


def test_a_photograph_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = Image.new("RGB", (60, 20), "red")
    lying.paste("blue", (0, 0, 30, 20))
    _, data = image_attachment(encoded(lying, "PNG", exif=exif), "photo")
    upright = opened(data).convert("RGB")
    assert upright.size == (20, 60)
    assert upright.getpixel((10, 5)) == (0, 0, 255)


def test_a_large_photograph_is_made_small_and_becomes_jpeg() -> None:
    _, data = image_attachment(encoded(Image.effect_noise((3000, 1500), 80).convert("RGB"), "JPEG"), "photo.jpg")
    assert opened(data).format == "JPEG"
    assert opened(data).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_what_shines_through_still_does() -> None:
    glass = Image.new("RGBA", (20, 20), (255, 0, 0, 90))
    _, data = image_attachment(encoded(glass, "PNG"), "glass.png")
    assert opened(data).convert("RGBA").getpixel((3, 3)) == (255, 0, 0, 90)


def test_sixteen_bits_become_eight() -> None:
    grey = Image.new("I;16", (8, 8), 32896)
    _, data = image_attachment(encoded(grey, "PNG"), "scan.png")
    assert opened(data).convert("L").getpixel((2, 2)) in (127, 128, 129)


@pytest.mark.parametrize("size", [(10_000, 10_000), (60_000, 60_000)])
def test_a_hundred_megapixels_are_refused_before_they_are_unpacked(size: tuple[int, int]) -> None:
    with pytest.raises(Refusal, match="million pixels") as refused:
        image_attachment(huge_png(*size), "poster.png")
    assert refused.value.message.values["file"] == "poster.png"


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(Refusal, match="larger than"):
        image_attachment(b"\xff\xd8" + bytes(MOST_BYTES), "film.jpg")


@pytest.mark.parametrize(
    "data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"GIF89a", b"P6 1 1 255 abc"]
)
def test_what_is_no_image_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"no image|damaged"):
        image_attachment(data, "x.svg")


def test_a_broken_image_is_refused() -> None:
    whole = encoded(Image.effect_noise((200, 200), 60), "PNG")
    with pytest.raises(Refusal, match="damaged"):
        image_attachment(whole[: len(whole) // 2], "half.png")


SEEDS = [encoded(Image.effect_noise((24, 18), 60).convert("P"), kind) for kind in ("PNG", "GIF", "BMP", "TIFF")]
SEEDS += [encoded(Image.effect_noise((24, 18), 60), kind) for kind in ("JPEG", "WEBP")]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6), st.floats(0.2, 1))
def test_damage_of_any_kind_is_a_picture_or_a_sentence(
    seed: bytes, changes: list[tuple[float, int]], kept: float
) -> None:
    data = bytearray(seed)
    for place, value in changes:
        data[int(place * (len(data) - 1))] = value
    try:
        name, written = image_attachment(bytes(data[: int(len(data) * kept)]), "found.img")
    except Refusal:
        return
    assert name.startswith(hashlib.sha256(written).hexdigest())
    opened(written).load()
