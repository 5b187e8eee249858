"""A piece of the map on the system's clipboard: for this program as a fragment, for all others as an outline."""

import hashlib
from collections.abc import Mapping
from pathlib import PurePath

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from journeymapper.desktop.outline_text import outline_text
from journeymapper.desktop.session import Session
from journeymapper.model.edits import Fragment, decode_fragment, encode_fragment, fragment_of
from journeymapper.model.messages import Refusal

FRAGMENT = "application/x-journeymapper-fragment+json"
IMAGES = "application/x-journeymapper-images"


def copy_to_clipboard(session: Session, ids: tuple[str, ...]) -> None:
    """Put stages and touchpoints with all that hangs on them, notes and actions on the clipboard; refuses nothing."""
    fragment = fragment_of(session.project, ids)
    kept = {name: session.attachments[name] for name in fragment.images() if name in session.attachments}
    data = QMimeData()
    data.setData(FRAGMENT, encode_fragment(fragment))
    data.setData(IMAGES, msgspec.msgpack.encode(kept))
    data.setText(outline_text(fragment))
    QGuiApplication.clipboard().setMimeData(data)


def copied_fragment() -> Fragment | None:
    """The piece of a map on the clipboard; None where something else is. Raises Refusal for a damaged one."""
    data = QGuiApplication.clipboard().mimeData()
    return decode_fragment(bytes(data.data(FRAGMENT).data())) if data is not None and data.hasFormat(FRAGMENT) else None


def copied_text() -> str:
    """The plain text on the clipboard, empty for none."""
    return QGuiApplication.clipboard().text()


def holds_something() -> bool:
    """Whether there is anything on the clipboard that could be pasted."""
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and (data.hasFormat(FRAGMENT) or data.hasText() or data.hasImage())


def copied_images() -> Mapping[str, bytes]:
    """The images that came with the fragment, by the names of their attachments; others are left out."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(IMAGES):
        return {}
    try:
        found = msgspec.msgpack.decode(bytes(data.data(IMAGES).data()), type=dict[str, bytes])
    except msgspec.DecodeError as error:
        raise Refusal("What was copied is no piece of a journey map.") from error
    return {name: image for name, image in found.items() if _is_named_for(name, image)}


def _is_named_for(name: str, image: bytes) -> bool:
    return PurePath(name).suffix in (".png", ".jpg") and PurePath(name).stem == hashlib.sha256(image).hexdigest()
