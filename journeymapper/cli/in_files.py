"""Files that a verb reads."""

from collections.abc import Sequence
from pathlib import Path

from journeymapper.model.messages import Refusal


def readable_path(path: Path) -> Path:
    """The path, or a Refusal where it is a folder or does not exist."""
    if path.is_dir():
        raise Refusal("{file} is a folder, not a file.", file=str(path))
    if not path.exists():
        raise Refusal("{file} does not exist.", file=str(path))
    return path


def readable_files(paths: Sequence[Path]) -> list[Path]:
    """The files, and those in folders by name, hidden ones left out; a Refusal for an empty folder and a lost file."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(one for one in path.iterdir() if one.is_file() and _is_data(one)) if path.is_dir() else []
        if path.is_dir() and not inside:
            raise Refusal("{file} is a folder without files.", file=str(path))
        found += inside or [readable_path(path)]
    return list(dict.fromkeys(found))


def _is_data(path: Path) -> bool:
    """Whether a file in a folder is meant: not a hidden one, nor a mapping or a project that lies beside the data."""
    return not path.name.startswith((".", "~$", "_")) and path.suffix.casefold() not in (".jmap", ".pdf", ".md")
