"""Files that a verb reads."""

from pathlib import Path

from journeymapper.model.messages import Refusal


def readable_path(path: Path) -> Path:
    """The path, or a Refusal where it is a folder or does not exist."""
    if path.is_dir():
        raise Refusal("{file} is a folder, not a file.", file=str(path))
    if not path.exists():
        raise Refusal("{file} does not exist.", file=str(path))
    return path
