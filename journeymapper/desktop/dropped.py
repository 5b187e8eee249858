"""Files that are dropped on the window: projects are opened, maps looked at, anything else is taken for results."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from journeymapper.desktop.window import Window

PROJECTS = (".jmap", ".pdf")
DOCUMENT = b'"journey_order"'
"""What is in each plain document and in no file of answers."""
LARGEST_DOCUMENT = 20_000_000


def local_files(dropped: "QMimeData") -> list[Path]:
    """The files and folders of this machine among what is dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def take_dropped(window: "Window", paths: Sequence[Path]) -> None:
    """Maps one by one, then the rest as results; without a document these need a project first."""
    document = window.session is not None
    if _is_project(paths[0], document=document):
        window.open(paths[0])
        return
    maps = [path for path in paths if _is_map(path, document=document)]
    others = [path for path in paths if path not in maps]
    if maps:
        window.beginnings.look_at_maps(maps, _importing(window, others))
    elif document:
        window.file_commands.import_several(others)
    else:
        window.beginnings.bring_results(others)


def _importing(window: "Window", results: list[Path]) -> Callable[[], object] | None:
    return (lambda: window.file_commands.import_several(results)) if results else None


def _is_project(path: Path, *, document: bool) -> bool:
    if path.suffix.casefold() in PROJECTS:
        return True
    return not document and path.suffix.casefold() == ".json" and DOCUMENT in _content(path)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_DOCUMENT)
    except OSError:
        return b""


def _is_map(path: Path, *, document: bool) -> bool:
    """A table counts as a map only where no results can be taken, and only if it names stages and touchpoints."""
    from journeymapper.mapfiles.recognising import draws_map, holds_map

    return holds_map(path) or (not document and draws_map(path))
