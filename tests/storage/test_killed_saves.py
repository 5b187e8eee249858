"""Saves that are killed at any moment leave a file that opens."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journeymapper.storage.container import open_project, save_project

if TYPE_CHECKING:
    from tests.storage.conftest import Sample

SAVING = """
import sys
from pathlib import Path
import msgspec
from journeymapper.storage.container import open_project, save_project
path = Path(sys.argv[1])
opened = open_project(path)
print("ready", flush=True)
for turn in range(1_000_000):
    text = "N" * (turn * 37 % 5000)
    save_project(path, msgspec.structs.replace(opened.project, disclaimer=text), opened.tallies)
"""


def kill_saves(path: Path, sample: "Sample", times: int) -> None:
    """Kill so many saving processes, each after a random moment, and open the file each time."""
    dice = random.Random(5)
    save_project(path, sample.project, sample.tallies)
    first = path.read_bytes()
    for _ in range(times):
        with subprocess.Popen(
            [sys.executable, "-c", SAVING, str(path)], stdout=subprocess.PIPE, cwd=Path.cwd()
        ) as saver:
            assert saver.stdout is not None
            assert saver.stdout.readline() == b"ready\n"
            time.sleep(dice.random() * 0.03)
            saver.send_signal(signal.SIGKILL)
        opened = open_project(path)
        assert opened.tallies == sample.tallies
        assert set(opened.project.disclaimer) <= {"N"}
        assert opened.project.journeys == sample.project.journeys
    assert path.read_bytes() != first


def test_fifty_killed_saves_leave_a_file_that_opens(tmp_path: Path, sample: "Sample") -> None:
    kill_saves(tmp_path / "a.jmap", sample, 50)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_five_hundred_killed_saves_leave_a_file_that_opens(tmp_path: Path, sample: "Sample") -> None:
    kill_saves(tmp_path / "a.jmap", sample, 500)
