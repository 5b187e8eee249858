"""What a maintainer needs to know of this machine and this document, and nothing of the client's."""

import platform
import sys
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from journeymapper import __version__
from journeymapper.desktop.session import Session
from journeymapper.storage.atomic import write_atomically

LIBRARIES = ("PySide6-Essentials", "msgspec", "pandas", "narwhals", "numpy", "scipy", "reportlab", "pypdfium2")
LOG_LINES = 200


def write_diagnostics(path: Path, session: Session | None, log_folder: Path) -> None:
    """Write versions, counts and the log's errors without their texts; raises Refusal."""
    parts = [_machine(), _document(session), _log(log_folder)]
    write_atomically(path, "\n\n".join(parts).encode())


def _machine() -> str:
    versions = [f"{name} {_version(name)}" for name in LIBRARIES]
    screens = [f"{s.size().width()}x{s.size().height()} at {s.devicePixelRatio():g}" for s in QGuiApplication.screens()]
    lines = [
        f"Journey Mapper {__version__}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}, {platform.platform()}",
        f"Platform plugin {QGuiApplication.platformName()}, screens {', '.join(screens)}",
        *versions,
    ]
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"


def _document(session: Session | None) -> str:
    if session is None:
        return "No document is open."
    project = session.project
    counts = {
        "journeys": len(project.journeys),
        "stages": sum(len(journey.stages) for journey in project.journeys.values()),
        "touchpoints": sum(len(journey.touchpoints) for journey in project.journeys.values()),
        "measurement points": len(project.points),
        "result sets": len(project.result_sets),
        "combinations": sum(len(tally.counts) for tally in session.tallies.values()),
        "steps of undo": len(session.history.past),
    }
    return "\n".join(f"{name}: {count}" for name, count in counts.items())


def _log(folder: Path) -> str:
    """Only where in the program something went wrong: messages may carry names out of a client's files."""
    try:
        lines = (folder / "journeymapper.log").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "No log."
    package = Path(__file__).parents[1]
    places = [line.strip() for line in lines[-LOG_LINES:] if line.strip().startswith('File "')]
    inside = [line.replace(str(package.parent), "…") for line in places if str(package) in line]
    return "\n".join(["Log:", *inside]) if inside else "The log tells of no errors."
