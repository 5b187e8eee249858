"""Can a window be shown here? Qt aborts without a word where it cannot, so this is asked before it is started."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeymapper.model.messages import Message

BASE = ("libglib-2.0.so.0", "libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0", "libdbus-1.so.3", "libfontconfig.so.1")
X11 = (
    "libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxcb-shape.so.0",
    "libxcb-randr.so.0", "libxcb-xkb.so.1", "libxcb-sync.so.1", "libxcb-xfixes.so.0", "libxcb-render-util.so.0",
    "libxcb-image.so.0", "libxcb-shm.so.0", "libX11-xcb.so.1",
)  # fmt: skip
INSTALL = (
    "apt install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0"
    " libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-randr0 libxcb-xkb1 libxcb-sync1"
    " libxcb-xfixes0 libxcb-render-util0 libxcb-image0 libxcb-shm0 libx11-xcb1"
)


def has_display() -> bool:
    """Whether this machine says that it has a screen to show a window on."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def obstacle() -> "Message | None":
    """Why no window can be shown here, or None."""
    missing = [name for name in _needed() if not _loads(name)] if has_display() else []
    if has_display() and not missing and not _refuses_connections():
        return None
    from journeymapper.model.messages import Message

    if not has_display():
        return Message("There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    if missing:
        values: dict[str, str | int | float] = {"libraries": ", ".join(missing), "line": INSTALL}
        return Message("A window needs system libraries that are missing: {libraries}. Install them: {line}", values)
    return Message("The display {display} does not answer.", {"display": os.environ["DISPLAY"]})


def _needed() -> tuple[str, ...]:
    if not sys.platform.startswith("linux"):
        return ()
    on_x11 = os.environ.get("DISPLAY") and os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb")
    return (() if _qt_loads() else BASE) + (X11 if on_x11 else ())


def _qt_loads() -> bool:
    """Where Qt itself can be loaded, what it is linked with is there; what its X11 part loads later is asked for."""
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError:
        return False
    return True


def _loads(soname: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _refuses_connections() -> bool:
    """Ask the X server itself: a DISPLAY that nobody serves makes Qt abort."""
    if "libxcb-cursor.so.0" not in _needed():
        return False
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return failed
