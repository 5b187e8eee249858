"""No verb: the sample project's report, where the reader can find it."""

import argparse
import os
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeymapper.language.language import Language

SAMPLES = Path(__file__).parents[2] / "sample_projects"
NAMES = {"en": "drainage_renovation", "fi": "salaojaremontti"}


def run(_: argparse.Namespace, language: "Language") -> int:
    """Write the report of the sample in the reader's language; its path stands alone on the last line."""
    print(language.text("Writing the report of the sample project …"), flush=True)
    path = sample_path(language)
    print(write_beside_others(_report(path, language), f"{path.stem}-report"))
    return 0


def sample_path(language: "Language") -> Path:
    """The drainage renovation in the reader's language."""
    return SAMPLES / f"{NAMES.get(language.code, NAMES['en'])}.jmap"


def _report(sample: Path, language: "Language") -> bytes:
    from datetime import date

    from journeymapper.report.order import Order
    from journeymapper.report.report import build_report
    from journeymapper.storage.container import open_project

    opened = open_project(sample)
    today = date.today()  # noqa: DTZ011 - the reader's day
    order = Order(language=language, date=today, page=opened.project.settings.page)
    return build_report(opened.project, opened.tallies, order, opened.attachments)


def write_beside_others(pdf: bytes, stem: str) -> Path:
    """Write into the current folder, or a temporary one where that is not allowed; returns the absolute path.

    A file of that name that is another one is left alone: the report then gets the next free number.
    """
    from journeymapper.storage.atomic import write_atomically

    path = _free_path(_folder(), stem, pdf)
    write_atomically(path, pdf)
    return path


def _folder() -> Path:
    here = Path.cwd()
    return here if os.access(here, os.W_OK) else Path(tempfile.mkdtemp(prefix="journeymapper-"))


def _free_path(folder: Path, stem: str, pdf: bytes) -> Path:
    names = (f"{stem}.pdf" if number == 1 else f"{stem}-{number}.pdf" for number in count(1))
    paths = (folder / name for name in names)
    return next(path for path in paths if not path.exists() or _holds(path, pdf))


def _holds(path: Path, pdf: bytes) -> bool:
    try:
        return path.read_bytes() == pdf
    except OSError:
        return False
