#!/usr/bin/env python3
"""The one command: sets up what is missing, then runs Journey Mapper (`run.py ARGS`) or its tests (`run.py test`).

Uses the standard library alone, because it runs before anything is installed.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libbrotlidec.so.1": "libbrotli1",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def main(arguments: list[str]) -> int:
    """Prepare, then run; returns the exit code."""
    testing = arguments[:1] == ["test"]
    prepare()
    if testing or has_display():
        prepare_libraries(QT_LIBRARIES if testing else QT_LIBRARIES | X11_LIBRARIES)
    if testing:
        return start([PYTHON, "-m", "pytest", "-n", "auto", "--dist", "loadscope", *arguments[1:]])
    return start([PYTHON, "-m", "journeymapper", *arguments])


def prepare() -> None:
    """Make the virtual environment match the lock file."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything has asked for a version
        stop(f"Journey Mapper needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted and PYTHON.exists():
        return
    say("Setting up Journey Mapper in .venv; this happens once and takes about a minute …")
    create_environment()
    run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", LOCK])
    STAMP.write_text(wanted)


def create_environment() -> None:
    """A fresh virtual environment; Debian splits what it needs into a package of its own."""
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    command: list[str | Path] = [sys.executable, "-m", "venv", ENVIRONMENT]
    if subprocess.run(command, check=False, capture_output=True).returncode == 0:
        return
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    install_packages([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    run(command)


def prepare_libraries(libraries: dict[str, str]) -> None:
    """Qt ends a process without a word when one of these is missing, so they are tried first."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for soname, package in libraries.items() if not loads(soname)]
    if missing:
        install_packages(missing)


def loads(soname: str) -> bool:
    """Whether the system has that shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root, or say the one line that does."""
    line = f"apt-get install -y {' '.join(packages)}"
    if not shutil.which("apt-get"):
        stop(f"These system packages are missing (named as in Debian): {' '.join(packages)}.")
    if os.geteuid() != 0:
        stop(f"System packages are missing. Install them with this line and start again:\n  sudo {line}")
    say(f"Installing system packages: {' '.join(packages)} …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], quiet)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], quiet)


def has_display() -> bool:
    """Whether a window could be shown."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def start(command: list[str | Path]) -> int:
    """Hand over to the program, which finds its package beside this file whatever the current folder."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": path}
    if command[2] == "pytest":
        os.chdir(ROOT)
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130


def run(command: list[str | Path], environment: dict[str, str] | None = None) -> None:
    """Run a step of the set-up; its own output tells why it failed."""
    done = subprocess.run(command, env=environment, check=False, stdout=sys.stderr)
    if done.returncode:
        stop(f"This step failed: {' '.join(map(str, command))}")


def say(text: str) -> None:
    """Progress goes to stderr, so that stdout stays the program's own."""
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> None:
    """End with a sentence."""
    say(text)
    raise SystemExit(3)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
