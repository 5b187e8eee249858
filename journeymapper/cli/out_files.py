"""Where a verb may write: the named file and nothing else."""

from collections.abc import Sequence
from pathlib import Path

from journeymapper.model.messages import Refusal


def writable_path(out: Path, endings: Sequence[str], inputs: Sequence[Path] = ()) -> Path:
    """The path, or a Refusal where its ending is another one, its folder is missing or it is one of the inputs."""
    if endings and out.suffix.casefold() not in endings:
        raise Refusal("{file}: the name must end in {endings}.", file=str(out), endings=" / ".join(endings))
    if out.is_dir():
        raise Refusal("{file} is a folder, not a file.", file=str(out))
    if not out.parent.is_dir():
        raise Refusal("{file}: the folder {folder} does not exist.", file=str(out), folder=str(out.parent))
    if any(_same_file(out, given) for given in inputs):
        raise Refusal("{file} is read here and cannot be written over.", file=str(out))
    return out


def _same_file(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except OSError:
        return False
