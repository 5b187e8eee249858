"""Time to the first paint and memory of the window, beside an empty QMainWindow started in turn with it."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).parents[2]
ROUNDS = 11
MOST_TIME, MOST_MEMORY = 1.3, 1.5

EMPTY = """
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    painted = QMainWindow
    def show():
        global window
        window = QMainWindow()
        window.resize(1440, 900)
        window.show()
        return application.exec()
"""
COMMAND = """
    import os

    os.environ["DISPLAY"] = os.environ.get("DISPLAY", ":0")
    from journeymapper.__main__ import main
    from journeymapper.desktop import probe

    sys.argv = ["journeymapper"]
    painted, show, asked = None, main, probe.obstacle

    def obstacle():
        found = asked()
        from journeymapper.desktop.window import Window
        watch(Window)
        return found

    probe.obstacle = obstacle
"""
SAMPLE = """
    from pathlib import Path
    from journeymapper.desktop import start
    from journeymapper.desktop.canvas.widget import MapCanvas as painted

    def show():
        return start.start(sample=Path("sample_projects/drainage_renovation.jmap"))
"""
MEASURED = """
import json, sys, time
{setup}


def watch(painted):
    before = painted.paintEvent

    def after(self, event):
        before(self, event)
        painted.paintEvent = before
        tell()

    painted.paintEvent = after


def tell():
    with open("/proc/self/statm") as file:
        pages = file.read().split()
    with open("/proc/self/stat") as file:
        started = int(file.read().rpartition(")")[2].split()[19])
    with open("/proc/uptime") as file:
        up = float(file.read().split()[0])
    print(json.dumps([up - started / 100, time.process_time(), int(pages[1]) * 4096 / 2**20]), flush=True)
    import os
    os._exit(0)


if painted is not None:
    watch(painted)
show()
"""


def measured(setup: str, data: Path) -> tuple[float, float, float]:
    """Seconds since the process began, seconds it worked, and MB in memory, at the end of the first paint."""
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(data),
        "LC_ALL": "C.UTF-8", "PYTHONPYCACHEPREFIX": str(data.parent / "compiled"),
    }  # fmt: skip
    for name in ("JOURNEYMAPPER_DATA", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles the program at each start
    command = [sys.executable, "-c", MEASURED.replace("{setup}", textwrap.dedent(setup))]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True, timeout=60)
    wall, worked, memory = json.loads(done.stdout)
    return wall, worked, memory


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_first_paint(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    setups = {
        "empty QMainWindow": EMPTY,
        "start screen": COMMAND,
        "with the sample open": SAMPLE,
    }
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in setups}

    for setup in setups.values():
        measured(setup, tmp_path / "warm")

    def rounds() -> None:
        for number in range(ROUNDS):
            for name, setup in setups.items():
                found[name].append(measured(setup, tmp_path / f"{number}{name}"))

    benchmark.pedantic(rounds, rounds=1)  # type: ignore[no-untyped-call]
    _, least, memory = (min(column) for column in zip(*found["empty QMainWindow"], strict=True))
    ratios = {}
    for name, rows in found.items():
        wall, worked, held = (min(column) for column in zip(*rows, strict=True))
        ratios[name] = worked / least, held / memory
        typical = median(row[0] for row in rows)
        print(
            f"\n{name:<22} {wall * 1000:5.0f} ms to the first paint (median {typical * 1000:.0f}), worked "
            f"{worked * 1000:4.0f} ms = {ratios[name][0]:.2f} ×, {held:4.0f} MB = {ratios[name][1]:.2f} ×",
            end="",
        )
    print(f"\ngoal: {MOST_TIME} × the time, {MOST_MEMORY} × the memory")
    assert ratios["start screen"][0] <= MOST_TIME
    assert ratios["start screen"][1] <= MOST_MEMORY
