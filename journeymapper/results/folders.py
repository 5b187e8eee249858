"""Which result files several paths mean: files themselves, and those in folders."""

from collections.abc import Sequence
from pathlib import Path

from journeymapper.model.messages import Refusal

ENDINGS = (
    ".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".sav", ".zsav", ".por", ".dta",
    ".parquet", ".json", ".jsonocel", ".xes", ".gz",
)  # fmt: skip
"""How the names of result files end; what is in them decides how they are read."""
OTHERS = (".jmap", ".pdf", ".md", ".png", ".jpg", ".docx", ".pptx")
"""What lies beside result files and holds none."""


def result_files(paths: Sequence[Path]) -> list[Path]:
    """The files, and those in folders by name, each once; a folder of Parquet files is one.

    Raises Refusal for an empty folder and for a file that is not there.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            if not path.exists():
                raise Refusal("{file} does not exist.", file=str(path))
            found.append(path)
        elif any(path.rglob("*.parquet")):
            found.append(path)
        else:
            found += _inside(path)
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> list[Path]:
    files = sorted(one for one in folder.iterdir() if one.is_file() and _is_data(one))
    if not files:
        raise Refusal("{file} is a folder without files.", file=str(folder))
    return files


def _is_data(path: Path) -> bool:
    """Whether a file in a folder is meant: not a hidden one, nor a project or document that lies beside the data."""
    return not path.name.startswith((".", "~$", "_")) and path.suffix.casefold() not in OTHERS
