"""What no reader of strangers' files has any business doing: opening sockets and starting programs."""

import sys

FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.startfile", "os.fork", "urllib.", "ftplib.",
    "smtplib.", "http.client.", "webbrowser.",
)  # fmt: skip


class Forbidden(RuntimeError):
    """Raised where a reader tries; nothing catches it, so that the process ends."""


def forbid() -> None:
    """From now on this process can neither reach the network nor start another program. It cannot be undone."""
    sys.addaudithook(_hook)


def _hook(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(FORBIDDEN):
        raise Forbidden(event)
