"""Files that are dropped on the window: projects are opened, maps looked at, anything else is taken for results."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from journeymapper.desktop.window import Window

PROJECTS = (".jmap", ".pdf")


def local_files(dropped: "QMimeData") -> list[Path]:
    """The files and folders of this machine among what is dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def take_dropped(window: "Window", paths: Sequence[Path]) -> None:
    """Maps one by one, then the rest as results; without a document a table is a map, for there is no place else."""
    if paths[0].suffix.casefold() in PROJECTS:
        window.open(paths[0])
        return
    maps = [path for path in paths if _is_map(path, document=window.session is not None)]
    others = [path for path in paths if path not in maps]
    if maps:
        window.beginnings.look_at_maps(maps, (lambda: window.file_commands.import_several(others)) if others else None)
    elif window.session is None:
        window.open(paths[0])
    else:
        window.file_commands.import_several(paths)


def _is_map(path: Path, *, document: bool) -> bool:
    from journeymapper.mapfiles.map_file import TABLES
    from journeymapper.mapfiles.recognising import TEXTS, holds_map

    return holds_map(path) or (not document and path.suffix.casefold() in (*TABLES, *TEXTS))
