"""The window in a process of its own: what it imports, how it ends, and what a sudden end costs."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from journeymapper.desktop import probe
from journeymapper.storage.recovery import list_recoveries, read_recovery

ROOT = Path(__file__).parents[2]
HEAVY = ("pandas", "pyqtgraph", "reportlab", "networkx", "duckdb", "scipy", "babel", "narwhals", "pypdfium2", "PIL")
START = """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from journeymapper.desktop import start

    application = QApplication(sys.argv[:1])

    def window():
        from journeymapper.desktop.window import Window
        return next(w for w in application.topLevelWidgets() if isinstance(w, Window))
"""
EDIT = """
    def edit():
        if window().session is None:
            QTimer.singleShot(50, edit)
            return
        from journeymapper.model import edits
        from journeymapper.model.messages import Message
        window().session.apply(Message("Rename"), lambda p: edits.change(p, "offer", name="Tarjous"))
        print("edited", flush=True)

    QTimer.singleShot(300, edit)
    sys.exit(start.start(Path(sys.argv[1])))
"""


def environment(data: Path, **more: str) -> dict[str, str]:
    return {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "JOURNEYMAPPER_DATA": str(data),
        "LC_ALL": "C.UTF-8", **more,
    }  # fmt: skip


def run(script: str, data: Path, *arguments: str) -> str:
    """What a script prints."""
    command = [sys.executable, "-c", textwrap.dedent(START) + textwrap.dedent(script), *arguments]
    return subprocess.run(command, env=environment(data), check=True, capture_output=True, text=True, timeout=60).stdout


def start_editing(data: Path, project: Path) -> subprocess.Popen[str]:
    """A window in another process in which something has just been edited."""
    command = [sys.executable, "-c", textwrap.dedent(START) + textwrap.dedent(EDIT), str(project)]
    process = subprocess.Popen(
        command, env=environment(data), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "edited\n"
    return process


def waited_for(there: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if there():
            return True
        time.sleep(0.02)
    return there()


AFTER_PAINT = """
    def after(cls):
        before = cls.{paint}

        def painted(self, event):
            before(self, event)
            print(" ".join(sorted(sys.modules)), flush=True)
            QTimer.singleShot(0, application.quit)
            cls.{paint} = before

        cls.{paint} = painted

    from {module} import {name}
    after({name})
    sys.exit(start.start({what}))
"""


def modules_at_first_paint(data: Path, module: str, name: str, paint: str = "paintEvent", what: str = "") -> set[str]:
    """The packages that are imported once a widget of that class has painted itself for the first time."""
    values = {"{module}": module, "{name}": name, "{paint}": paint, "{what}": what}
    script = AFTER_PAINT
    for place, value in values.items():
        script = script.replace(place, value)
    return {one.partition(".")[0] for one in run(script, data).split()}


def test_the_start_screen_imports_nothing_heavy(data_folder: Path) -> None:
    found = modules_at_first_paint(data_folder, "journeymapper.desktop.panels.start_screen", "StartScreen", "showEvent")
    assert found & {*HEAVY, "numpy", "msgspec"} == set()
    assert "PySide6" in found


def test_a_map_with_results_imports_numpy_and_nothing_else_that_is_heavy(data_folder: Path) -> None:
    sample = ROOT / "sample_projects" / "drainage_renovation.jmap"
    found = modules_at_first_paint(
        data_folder, "journeymapper.desktop.canvas.widget", "MapCanvas", what=f"sample=Path({str(sample)!r})"
    )
    assert found & set(HEAVY) == set()
    assert "numpy" in found


def test_sigterm_ends_the_window_and_keeps_the_work(data_folder: Path, saved_file: Path) -> None:
    before = saved_file.read_bytes()
    process = start_editing(data_folder, saved_file)
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    [recovery] = list_recoveries(data_folder / "recovery")
    assert not recovery.in_use
    assert read_recovery(recovery).project.journeys["journey"].touchpoints["offer"].name == "Tarjous"
    assert saved_file.read_bytes() == before
    process.communicate()


def test_killing_the_window_costs_less_than_five_seconds_of_work(data_folder: Path, saved_file: Path) -> None:
    process = start_editing(data_folder, saved_file)
    assert waited_for(lambda: bool(list_recoveries(data_folder / "recovery")), 5.0)
    process.kill()
    process.communicate()
    script = """
        from journeymapper.desktop.asking import WindowAsking

        def choose(self, title, text, choices):
            print(text, "|", choices[0])
            return 0

        def look():
            touchpoint = window().session.project.journeys["journey"].touchpoints["offer"]
            print(touchpoint.name, window().session.modified, window().session.path == Path(sys.argv[1]))
            window().end_now()
            application.quit()

        WindowAsking.choose = choose
        QTimer.singleShot(600, look)
        start.start()
    """
    asked, found = run(script, data_folder, str(saved_file)).splitlines()
    assert "Secret client project" in asked
    assert asked.endswith("| Recover")
    assert found == "Tarjous True True"


def test_a_window_that_is_still_open_is_nothing_to_recover(data_folder: Path, saved_file: Path) -> None:
    process = start_editing(data_folder, saved_file)
    try:
        assert waited_for(lambda: bool(list_recoveries(data_folder / "recovery")), 5.0)
        assert [one.in_use for one in list_recoveries(data_folder / "recovery")] == [True]
    finally:
        process.kill()
        process.communicate()


# where no window can be shown


def obstacle_in(values: Mapping[str, str], data: Path) -> str:
    """What the probe says in a process with these variables and without a display of its own."""
    script = "from journeymapper.desktop.probe import obstacle; m = obstacle(); print(m.english() if m else '')"
    bare = {k: v for k, v in environment(data).items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-c", script], env={**bare, **values}, check=True, capture_output=True, text=True, timeout=30
    )
    return done.stdout.strip()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X11 and Wayland can be missing")
def test_a_missing_display_is_said(data_folder: Path) -> None:
    assert "no display" in obstacle_in({}, data_folder)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X11 and Wayland can be missing")
def test_a_display_that_nobody_serves_is_said_instead_of_aborting(data_folder: Path) -> None:
    said = obstacle_in({"DISPLAY": ":987"}, data_folder)
    assert ":987" in said or "missing" in said


def test_a_missing_library_is_named_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "_needed", lambda: ("libc.so.6", "libnothing-of-this-name.so.9"))
    monkeypatch.setattr(probe, "has_display", lambda: True)
    message = probe.obstacle()
    assert message is not None
    assert "libnothing-of-this-name.so.9" in message.english()
    assert "libc.so.6" not in message.english()
    assert "apt install" in message.english()


def test_where_qt_cannot_be_loaded_its_own_libraries_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    monkeypatch.setattr(probe, "has_display", lambda: True)
    monkeypatch.setattr(probe, "BASE", ("libGL-not-there.so.1",))
    message = probe.obstacle()
    assert message is not None
    assert "libGL-not-there.so.1" in message.english()
